"""What was known beforehand: typed read-only look-ups over one theatre."""
