"""What the searches found: cards or a table, a timeline, and what can be done with the chosen ones."""
