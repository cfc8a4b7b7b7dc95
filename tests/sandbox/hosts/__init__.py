"""One module per service: what answers at its host names."""
