"""Projections: pure functions from a view of the ledger to rows."""
