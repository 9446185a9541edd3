"""The twelve subjects: one name each, in every room."""
