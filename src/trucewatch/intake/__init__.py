"""Takes documents in, one or many."""
