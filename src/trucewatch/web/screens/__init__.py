"""Screens: one module each. A handler asks the ledger one thing and fills in a page."""
