"""The one HTTP session of the plugin (``docs/architecture.md``)."""
