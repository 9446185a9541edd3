"""Bytes become documents: text with what is known of its origin, never edited."""
