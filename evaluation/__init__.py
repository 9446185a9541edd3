"""Measuring the reader: the development gold, the public benchmarks, the floors.

Nothing here ships with the package. ``python -m evaluation.evaluate`` prints the table,
``python -m evaluation.gate`` compares it with ``floors.json``.
"""
