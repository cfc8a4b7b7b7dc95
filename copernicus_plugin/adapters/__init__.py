"""Adapters: one per protocol family, each behind the same small interface."""
