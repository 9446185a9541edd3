from tests.support.claims import a_claim, a_document, at
from trucewatch.ledger.memory import MemoryLedger


def test_what_is_taken_in_is_seen() -> None:
    document = a_document()
    claim = a_claim(document, "59 armed groups", value=59)
    ledger = MemoryLedger()
    receipt = ledger.append(document, [claim], known=at("2026-01-01"), author="anna")
    assert (receipt.new_claims, receipt.old_claims) == (1, 0)
    assert ledger.view().claims() == (claim,)
    assert ledger.view().documents() == (document,)


def test_taking_in_twice_adds_nothing() -> None:
    document = a_document()
    claim = a_claim(document)
    ledger = MemoryLedger()
    ledger.append(document, [claim], known=at("2026-01-01"), author="anna")
    before = ledger.head()
    receipt = ledger.append(document, [claim], known=at("2026-01-02"), author="boris")
    assert (receipt.new_claims, receipt.old_claims) == (0, 1)
    assert ledger.head() == before
