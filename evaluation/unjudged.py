"""Prints reported contradictions that nobody has judged yet, drawn at random.

``python -m evaluation.unjudged [N]`` gives N of them with their words, as lines to
complete and to add to ``verdicts/contradictions.tsv``.
"""

import random  # noqa: TID251 - a sample to read, from a fixed seed
import sys
from collections.abc import Sequence

from evaluation.benchmarks.pairs import compare_folder, reported
from evaluation.shared import shared_folder
from evaluation.verdicts import read_verdicts
from trucewatch.claims.claim import Claim
from trucewatch.comparison.findings import Finding

SEED = 20161230
SAMPLE = 40


def draw(findings: Sequence[Finding], size: int = SAMPLE) -> list[Finding]:
    """Return a random sample of findings, the same for the same findings."""
    ordered = sorted(findings, key=lambda f: f.key)
    generator = random.Random(SEED)  # noqa: S311 - no secret depends on it
    return generator.sample(ordered, min(size, len(ordered)))


def to_read(finding: Finding, claims: dict[str, Claim]) -> str:
    """Return a finding as a line of the table to complete, its words above it."""
    words = [
        f"#   {c.source_file} {c.span.as_list()} {c.speaker}: {c.quote!r}"
        for c in (claims[key] for key in finding.claims)
    ]
    cells = (finding.key, finding.aspect.value, "?", finding.why, finding.matter)
    return "\n".join([*words, "\t".join(cells)])


def main(arguments: Sequence[str]) -> None:
    """Print findings that nobody has judged yet."""
    compared = compare_folder(shared_folder())
    known = read_verdicts()
    claims = {c.key: c for c in compared.claims}
    size = int(arguments[0]) if arguments else SAMPLE
    unread = [f for f in reported(compared) if f.key not in known]
    for finding in draw(unread, size):
        print(to_read(finding, claims))


if __name__ == "__main__":
    main(sys.argv[1:])
