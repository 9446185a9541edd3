"""Trucewatch turns the documents of a ceasefire into a ledger of attributed claims."""
