"""Readings become claims: who says what, about when and where, in which words."""
