"""Provisions of agreements. Each test's docstring is the document it reads."""

from trucewatch.claims.claim import Claim

Claims = tuple[Claim, ...]


def of_kind(claims: Claims, kind: str) -> list[Claim]:
    return [claim for claim in claims if claim.kind == kind]


def test_what_an_article_says_in_the_present_is_yet_to_be_done(claims: Claims) -> None:
    """
    AGREEMENT ON THE VALLEY OF NORIA

    The committees have agreed as follows:

    1. Prisoners are exchanged at the bridge.
    2. The army opens three roads.
    """
    (exchange,) = of_kind(claims, "DET.custody")
    assert exchange.assertion.value == "scheduled"


def test_every_article_is_a_term(claims: Claims) -> None:
    """
    MEMORANDUM ON THE VALLEY OF NORIA

    The committees agree to the points below.

    Art. 1 - Nobody is to be harmed at the wells.
    Art. 2 - Shepherds go up to the pastures by the old path.
    """
    terms = of_kind(claims, "INS.term")
    assert [term.quote[:6] for term in terms] == ["Art. 1", "Art. 2"]
    assert {term.polarity.value for term in terms} == {"affirmed"}


def test_the_truce_an_agreement_sets_is_asserted(claims: Claims) -> None:
    """
    AGREEMENT ON THE VALLEY OF NORIA

    The committees have agreed as follows:

    1. A ceasefire takes effect on 3 March 2017.
    """
    (start,) = of_kind(claims, "INS.entry_into_force")
    assert start.assertion.value == "asserted"


def test_what_an_agreement_tells_of_the_past_is_no_article(claims: Claims) -> None:
    """
    AGREEMENT ON THE VALLEY OF NORIA

    The committees have agreed as follows:

    1. Shepherds go up by the old path.
    2. In the last war 40 prisoners were exchanged.
    """
    assert [c.assertion.value for c in of_kind(claims, "DET.custody")] == ["asserted"]
    assert len(of_kind(claims, "INS.term")) == 1


def test_a_report_about_an_agreement_has_no_articles(claims: Claims) -> None:
    """
    Agreement near in Noria

    1. Shepherds go up by the old path.
    2. Prisoners are exchanged at the bridge.
    """
    assert of_kind(claims, "INS.term") == []
    assert [c.assertion.value for c in of_kind(claims, "DET.custody")] == ["asserted"]


def test_a_title_that_names_the_text_and_articles_make_an_agreement(
    claims: Claims,
) -> None:
    """
    ANNEX ON THE EXCHANGE

    1. The army opens the bridge.

    2. The council returns 14 soldiers.

    3. The army frees 30 prisoners.

    4. The observers stay in Noria.
    """
    freed = [c for c in claims if c.quantity is not None and c.quantity.value == 30]
    assert [claim.assertion.value for claim in freed] == ["scheduled"]
