"""Programs that nobody here wrote, unmodified, against the sandbox: ``python -m tests.peers``."""
