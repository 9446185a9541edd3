"""Verdicts on reported contradictions."""

from pathlib import Path

from evaluation.unjudged import draw, to_read
from evaluation.verdicts import TABLE, judged, read_verdicts
from tests.support.statements import AROUND, say
from trucewatch.comparison.comparing import compare_claims

DAY = "2016-05-20"
CLAIMS = [say(s, killed=n, at="sy_nawa", on=DAY) for s, n in (("sohr", 3), ("un", 9))]
FOUND = compare_claims(CLAIMS, AROUND)


def test_the_kept_verdicts_each_give_a_reason() -> None:
    assert all(verdict.reason for verdict in read_verdicts(TABLE).values())


def test_a_verdict_is_on_a_finding_by_its_key(tmp_path: Path) -> None:
    table = tmp_path / "verdicts.tsv"
    table.write_text(
        "# read by hand\nfinding\taspect\tverdict\treason\tmatter\n"
        f"{FOUND[0].key}\tnumber\twrong\ttwo towns\tm\n"
    )
    verdicts = read_verdicts(table)
    assert not verdicts[FOUND[0].key].right
    assert judged(FOUND, verdicts) == FOUND
    assert judged(FOUND, {}) == ()


def test_a_sample_is_the_same_for_the_same_findings() -> None:
    assert draw(FOUND, 40) == draw(tuple(reversed(FOUND)), 40) == list(FOUND)
    assert draw(FOUND, 0) == []


def test_a_finding_to_read_comes_with_its_words() -> None:
    text = to_read(FOUND[0], {c.key: c for c in CLAIMS})
    assert text.count("'the words'") == 2
    assert text.splitlines()[-1].startswith(FOUND[0].key)
