"""What is on its way to the disk, and what arrived."""
