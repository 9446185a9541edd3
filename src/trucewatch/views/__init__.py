"""Rows become text and files."""
