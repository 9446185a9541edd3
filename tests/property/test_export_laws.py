"""Laws of the exports, over whatever is taken in and judged."""

import io
import json
import re

import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings

from tests.support.handed import known
from tests.support.strategies import Deed, deeds
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.views.exports.formats import SHIPPED, claim_format, file_of
from trucewatch.views.exports.handout import Handout

FEW = settings(max_examples=15, deadline=None)
KEY = re.compile(r"c_[0-9a-f]{20}")


def ledger_of(done: list[Deed]) -> Ledger:
    ledger = MemoryLedger()
    for deed in done:
        deed.apply(ledger)
    return ledger


def written(name: str, ledger: Ledger) -> tuple[Handout, int, bytes]:
    view = ledger.view()
    handout = Handout(view.claims(), view, known())
    stream = io.BytesIO() if file_of(name).is_binary else io.StringIO()
    rows = claim_format(name).write(handout, stream)
    made = stream.getvalue()
    return handout, rows, made if isinstance(made, bytes) else made.encode()


@pytest.mark.parametrize("name", sorted(SHIPPED.keys() - {"xlsx"}))
@FEW
@given(deeds)
def test_the_same_ledger_gives_the_same_bytes(name: str, done: list[Deed]) -> None:
    ledger = ledger_of(done)
    assert written(name, ledger)[2] == written(name, ledger)[2]


@pytest.mark.parametrize("name", ["acled", "plover", "claimreview"])
@FEW
@given(deeds)
def test_every_claim_is_written_or_said_to_be_left_out(
    name: str, done: list[Deed]
) -> None:
    handout, _, made = written(name, ledger_of(done))
    told = {key for key in KEY.findall(made.decode()) if handout.view.is_seen(key)}
    assert handout.taken == len(told) + handout.left_out.total()


@FEW
@given(deeds)
def test_formats_that_lose_no_claim_have_all_of_them(done: list[Deed]) -> None:
    ledger = ledger_of(done)
    seen = {claim.key for claim in ledger.view().claims()}
    for name in ("csv", "records", "hxl", "jsonld", "prov", "ftm"):
        assert seen <= set(KEY.findall(written(name, ledger)[2].decode())), name
    table = pq.read_table(io.BytesIO(written("parquet", ledger)[2]))
    assert set(table.column("claim").to_pylist()) == seen


@FEW
@given(deeds)
def test_every_entity_comes_before_what_refers_to_it(done: list[Deed]) -> None:
    came: set[str] = set()
    for line in written("ftm", ledger_of(done))[2].decode().splitlines():
        entity = json.loads(line)
        refers = [
            key
            for name in ("proof", "addressEntity", "involved")
            for key in entity["properties"].get(name, [])
        ]
        assert set(refers) <= came
        assert entity["id"] not in came
        came.add(entity["id"])
