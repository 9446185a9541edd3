"""Routes: the screens of this version."""

from fastapi import APIRouter

from trucewatch.web.screens import (
    claims,
    contradictions,
    counters,
    documents,
    evidence,
    overview,
    records,
    registers,
    signing,
)

ROUTERS: tuple[APIRouter, ...] = tuple(
    module.router
    for module in (
        overview,
        documents,
        claims,
        evidence,
        registers,
        counters,
        contradictions,
        records,
        signing,
    )
)
"""The routes of every screen that this version has."""
