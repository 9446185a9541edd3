"""From texts to findings: small folders of invented documents, read and compared.

After a wanted change run ``pytest tests/golden --update-golden`` and read the diff.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from trucewatch.api import Casebook, Comparison

HERE = Path(__file__).parent / "contradictions"
CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    (HERE / "cases.yaml").read_text("utf-8")
)
PROBES: dict[str, dict[str, Any]] = yaml.safe_load(
    (HERE / "probes.yaml").read_text("utf-8")
)
AGAINST = {"contradicts", "denies", "arithmetic"}


def compare(documents: list[str], folder: Path) -> list[Comparison]:
    for number, text in enumerate(documents):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    with Casebook.over(folder) as casebook:
        return casebook.contradictions(casebook.standpoint(), kinds=["all"])


def head(one: Comparison) -> str:
    return f"{one.finding.relation.value} {one.finding.aspect.value}"


def named(name: str) -> Any:  # noqa: ANN401 - a parameter of pytest
    """Return a case; what is missed today is expected to fail, and to be noticed."""
    why = PROBES.get(name, {}).get("missed")
    return pytest.param(name, marks=[pytest.mark.xfail(reason=why)] if why else [])


@pytest.mark.parametrize("name", [*map(named, [*CASES, *PROBES])])
def test_texts_are_found_to_disagree(name: str, tmp_path: Path) -> None:
    case = CASES.get(name) or PROBES[name]
    found = compare(case["documents"], tmp_path)
    if case["finds"] == "nothing":
        assert not AGAINST & {one.finding.relation.value for one in found}
    else:
        wanted = tuple(case["finds"].split("|"))
        assert any(head(one).startswith(wanted) for one in found)


def test_every_finding_is_told_as_before(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    lines: list[str] = []
    for name, case in CASES.items():
        (tmp_path / name).mkdir()
        found = compare(case["documents"], tmp_path / name)
        lines += [f"# {name}", *(f"{head(one)}: {one.finding.why}" for one in found)]
    told = "\n".join(lines) + "\n"
    golden = HERE / "findings.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(told, "utf-8")
    assert golden.read_text("utf-8") == told


def test_every_finding_quotes_each_of_its_sides(tmp_path: Path) -> None:
    documents = CASES["num_killed_two_docs"]["documents"]
    (one, *_) = compare(documents, tmp_path)
    quotes = [" ".join(claim.quote.split()) for claim in one.claims]
    assert [quote for quote in quotes if f"“{quote}”" not in one.finding.why] == []
