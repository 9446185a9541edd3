"""Frozen values every room speaks; they know nothing of documents."""
