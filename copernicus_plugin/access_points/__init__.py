"""Access points and collections as JSON, and the registry that reads them."""
