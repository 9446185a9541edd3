"""The whole way on the bundled examples: documents in, ledger and brief out."""

import datetime as dt
from pathlib import Path

import pytest

from tests.support.digits import Digits
from tests.support.shell import Shell, shell
from trucewatch import Casebook, api
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.views.exports.table import COLUMNS

NOON = dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def casebook() -> Casebook:
    made = Casebook(MemoryLedger(), clock=lambda: NOON)
    made.take_in([api.EXAMPLES])
    return made


def test_every_quote_stands_where_its_span_says(casebook: Casebook) -> None:
    view = casebook.view()
    claims = casebook.claims()
    assert len(claims) > 50
    for claim in claims:
        document = view.document(claim.document)
        assert document is not None
        assert claim.span.of(document.text) == claim.quote


def test_every_number_of_the_brief_leads_to_a_claim_that_has_it(
    casebook: Casebook,
) -> None:
    page = api.render(casebook.brief(), ".html")
    digits = Digits(page)
    assert digits.loose == []
    assert len(digits.figures) > 20
    view = casebook.view()
    for _, key in digits.figures:
        assert key in digits.targets
        assert view.claim(key).quote
    assert digits.links <= digits.targets


def test_the_brief_is_the_same_every_time(casebook: Casebook) -> None:
    assert casebook.brief().key == casebook.brief().key


def test_furniture_gives_no_claim_of_the_body(casebook: Casebook) -> None:
    view = casebook.view()
    for claim in casebook.claims():
        document = view.document(claim.document)
        assert document is not None
        if claim.voice in {"own", "direct", "indirect"}:
            marks = [m for m in document.furniture if m.span.touches(claim.span)]
            assert marks == [], claim.quote


def test_every_register_can_be_looked_at(casebook: Casebook) -> None:
    for name in [
        "parties",
        "areas",
        "casualties",
        "incidents",
        "aid",
        "reconciliations",
        "counters",
        "talks",
        "forces",
        "instruments",
        "designations",
        "monitoring",
        "drafts",
        "disagreements",
    ]:
        register, rows = casebook.register(name)
        assert len(register.records(rows)) == len(rows)


def test_any_order_of_files_gives_the_same_claims() -> None:
    files = sorted(api.EXAMPLES.glob("*.txt"))[:4]
    keys = []
    for order in (files, files[::-1]):
        made = Casebook(MemoryLedger(), clock=lambda: NOON)
        for file in order:
            made.take_in([file])
        keys.append({claim.key for claim in made.claims()})
    assert keys[0] == keys[1]


@pytest.mark.slow
def test_two_processes_fill_the_same_ledger_as_one(tmp_path: Path) -> None:
    roots = set()
    for processes in (1, 2):
        made = Casebook.open(tmp_path / f"{processes}.db", clock=lambda: NOON)
        with made as casebook:
            casebook.take_in([api.EXAMPLES], processes=processes)
            roots.add(casebook.ledger.head().root)
    assert len(roots) == 1


def test_an_interrupted_run_goes_on_where_it_was(tmp_path: Path) -> None:
    class Interrupted(Exception):  # noqa: N818 - stands for Ctrl-C
        pass

    def interrupt(step: api.Step) -> None:
        if step.done == 3:
            raise Interrupted

    with Casebook.open(tmp_path / "case.db", clock=lambda: NOON) as casebook:
        with pytest.raises(Interrupted):
            casebook.take_in([api.EXAMPLES], progress=interrupt)
        kept = len(casebook.view().documents())
        account = casebook.take_in([api.EXAMPLES])
        assert account.known_already > 0
        assert len(casebook.view().documents()) > kept
        whole = Casebook(MemoryLedger(), clock=lambda: NOON)
        whole.take_in([api.EXAMPLES])
        assert {c.key for c in casebook.claims()} == {c.key for c in whole.claims()}


def test_the_table_has_one_row_a_claim(
    casebook: Casebook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "log.jsonl"
    with log.open("w", encoding="utf-8", newline="") as stream:
        casebook.export("jsonl", stream)
    run: Shell = shell(capsys)
    assert run("import", tmp_path / "case.db", log).code == 0
    out = run("export", tmp_path / "case.db", "--format", "csv").out
    assert out.splitlines()[0] == ",".join(COLUMNS)
