"""Counts: numbers with what they count, through ellipsis, labels and lists."""

from trucewatch.reading.counts.count import Count, UnitWords, unit_words
from trucewatch.reading.counts.finding import CountFinder

__all__ = ["Count", "CountFinder", "UnitWords", "unit_words"]
