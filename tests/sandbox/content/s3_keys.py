"""Who may read the Data Space's bucket in the sandbox. Invented; nothing of it opens anything elsewhere."""

from __future__ import annotations

KEYS = {"SANDBOX0ACCESS0KEY00": "sandbox-key-that-opens-nothing-elsewhere"}
"""Access key → its other half, as the key manager's page shows it once."""
