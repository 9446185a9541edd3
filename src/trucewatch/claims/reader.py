"""Who reads: the name and version that every claim and reading of ours carries."""

READER = "rules 0.1.0"
