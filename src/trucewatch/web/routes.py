"""Routes: the screens of this version."""

from fastapi import APIRouter

from trucewatch.web.screens import (
    adjudicate,
    administration,
    briefs,
    claims,
    contradictions,
    counters,
    documents,
    erasing,
    evidence,
    exports,
    intake,
    maps,
    names,
    overview,
    records,
    registers,
    review,
    saved,
    signing,
)

ROUTERS: tuple[APIRouter, ...] = tuple(
    module.router
    for module in (
        overview,
        documents,
        erasing,
        claims,
        evidence,
        registers,
        counters,
        contradictions,
        maps,
        briefs,
        intake,
        administration,
        review,
        adjudicate,
        records,
        exports,
        names,
        saved,
        signing,
    )
)
"""The routes of every screen that this version has."""
