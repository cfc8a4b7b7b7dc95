"""The download queue."""
