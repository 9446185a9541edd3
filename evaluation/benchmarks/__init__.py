"""Benchmarks, one module each: the public ones are ``b1`` … ``b8``.

A module here that has ``measure`` is found. It fulfils ``evaluation.rows.Benchmark``::

    NAME = "B6 tempeval3"  # the set's name in the table and the floors
    NEEDS = ("benchmarks/tempeval3",)  # what it reads, relative to the shared folder

    def measure(shared: Path) -> list[Row]:
        pairs = read_pairs(shared / "benchmarks/tempeval3")
        low, high = interval(pairs, value_f1)
        return [Row(NAME, "value_f1", value_f1(pairs), len(pairs), low, high)]

``NEEDS`` is checked before ``measure`` is called. Development parts only, no switches
per benchmark other than a declared mapping file beside the module.
"""
