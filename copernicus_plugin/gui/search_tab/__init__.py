"""The Search tab: what, where, when, filters, from."""
