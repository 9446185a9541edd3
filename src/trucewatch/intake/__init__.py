"""Takes documents in: one through the house, many over processes, losses counted."""
