"""The small parts that all tabs are built of."""
