"""The project's words as plain data: no Qt, no network (``docs/architecture.md``)."""
