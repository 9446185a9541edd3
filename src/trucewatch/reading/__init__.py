"""Linguistic analysis of one document; no opinion about ceasefires."""
