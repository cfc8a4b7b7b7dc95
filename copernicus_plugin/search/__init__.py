"""Asking many access points at once."""
