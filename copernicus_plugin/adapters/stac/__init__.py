"""STAC API 1.0 and 1.1, and what its many servers make of it. ``dialect`` documents what differs between them."""
