"""Verdicts, corrections, queues and adjudication, as forms send them."""

import pytest

from tests.support.workbench import PASSWORD, Client, text_of
from trucewatch.api import Claim


def verdicts(client: Client) -> list[str]:
    view = client.bench.casebook.view()
    entries = view.judgements(type_="review")
    return [e.judgement.verdict.value for e in entries]  # type: ignore[union-attr]


def test_a_verdict_leads_on_to_the_next_claim_of_the_queue(
    client: Client, counted: Claim
) -> None:
    form = {"word": "accepted", "next": "c_next", "q_kind": "PTY", "note": "plain"}
    answer = client.post(f"/review/{counted.key}?as_of=2016-06-01", form)
    assert answer.headers["location"] == "/review/c_next?as_of=2016-06-01&kind=PTY"
    last = client.post(f"/review/{counted.key}", {"word": "unsure"})
    assert last.headers["location"] == "/review"
    assert verdicts(client) == ["accepted", "unsure"]


def test_a_word_that_is_no_verdict_is_refused(client: Client, counted: Claim) -> None:
    assert client.post(f"/review/{counted.key}", {"word": "maybe"}).status_code == 404
    assert verdicts(client) == []


def test_undo_takes_ones_own_last_verdict_back(client: Client, counted: Claim) -> None:
    assert client.post("/review/undo").status_code == 303
    client.post(f"/review/{counted.key}", {"word": "rejected"})
    answer = client.post("/review/undo", {"q_only": "number"})
    assert answer.headers["location"] == f"/review/{counted.key}?only=number"
    client.post("/review/undo")
    assert verdicts(client) == ["rejected", "withdrawn"]


def test_a_correction_the_document_supports_is_recorded(
    client: Client, counted: Claim
) -> None:
    form = {"word": "corrected", "assertion": "asserted", "variant": "", "kind": ""}
    fields = {"kind": counted.kind, "unit": counted.quantity.unit}  # type: ignore[union-attr]
    answer = client.post(f"/review/{counted.key}", form | fields)
    assert answer.status_code == 303, text_of(answer)
    assert verdicts(client) == ["corrected"]


def test_a_correction_the_document_does_not_support_is_refused(
    client: Client, counted: Claim
) -> None:
    form = {"word": "corrected", "value": "95", "words": "95"}
    answer = client.post(f"/review/{counted.key}", form)
    assert answer.status_code == 400
    assert "does not support this" in text_of(answer)
    assert verdicts(client) == []


def test_the_live_gate_names_the_field_that_nothing_supports(
    client: Client, counted: Claim
) -> None:
    answer = client.ask(
        "POST",
        f"/review/{counted.key}/check",
        json={"words": "95", "value": "95"},
        headers={"x-csrf": client.token(), "accept": "application/json"},
    )
    assert answer.json()["supported"] is False
    assert "number" in answer.json()["complaints"]


def test_claims_are_accepted_together_for_one_rule_only(
    client: Client, counted: Claim
) -> None:
    claims = client.bench.casebook.claims()
    other = next(c for c in claims if c.rule != counted.rule)
    mixed = {"rule": counted.rule, "keys": f"{counted.key},{other.key}"}
    assert client.post("/review/bulk", mixed).status_code == 400
    assert client.post("/review/bulk", {"keys": counted.key}).status_code == 400
    client.post("/review/bulk", {"rule": counted.rule, "keys": counted.key})
    assert verdicts(client) == ["accepted"]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("only=number", True),
        ("only=new_actor", False),
        ("only=contested", False),
        ("only=unsure", False),
        ("only=unplaced", False),
        ("kind=PTY", True),
        ("kind=PTY.accession", True),
        ("kind=CAS", False),
        ("speaker=ru_mod", True),
        ("rule=nobody.made.this", False),
        ("theatre=donbas_2014", False),
    ],
)
def test_the_queue_is_narrowed(
    client: Client, counted: Claim, asked: str, *, shown: bool
) -> None:
    page = client.get(f"/review?{asked}").text
    assert (f"/review/{counted.key}?" in page) is shown


def test_what_was_left_as_unsure_has_a_queue_of_its_own(
    client: Client, counted: Claim
) -> None:
    client.post(f"/review/{counted.key}", {"word": "unsure"})
    assert f"/review/{counted.key}?" in client.get("/review?only=unsure").text
    assert f'href="/review/{counted.key}"' not in client.get("/review").text


# --- adjudicating -----------------------------------------------------------------


@pytest.fixture
def coded(team: Client, counted: Claim) -> Client:
    """A claim that two people saw differently; the adjudicator is signed in."""
    team.bench.people.enter("second-coder", "coder", PASSWORD)
    for name, word in (("coder-person", "accepted"), ("second-coder", "rejected")):
        team.sign_in(name)
        team.post(f"/review/{counted.key}", {"word": word})
    team.sign_in("adjudicator-person")
    return team


@pytest.mark.parametrize(
    ("coder", "verdict"), [("coder-person", "accepted"), ("none", "rejected")]
)
def test_an_adjudicator_says_whose_reading_counts(
    coded: Client, counted: Claim, coder: str, verdict: str
) -> None:
    assert "As coder-person" in text_of(coded.get("/adjudicate"))
    coded.post(f"/adjudicate/{counted.key}", {"coder": coder})
    review = coded.bench.casebook.view().review(counted.key)
    assert review is not None
    assert review.verdict.value == verdict


def test_disagreements_can_be_listed_by_field_and_while_they_are_open(
    coded: Client, counted: Claim
) -> None:
    here = f'id="{counted.key}"'
    assert here in coded.get("/adjudicate?field=verdict").text
    assert "No claim is like that" in coded.get("/adjudicate?field=unit").text
    assert here in coded.get("/adjudicate?only=open").text
    coded.post(f"/adjudicate/{counted.key}", {"coder": "coder-person"})
    assert here not in coded.get("/adjudicate?only=open").text
    assert "accepted / rejected" in text_of(coded.get("/adjudicate"))


def test_somebody_who_did_not_code_cannot_count(coded: Client, counted: Claim) -> None:
    answer = coded.post(f"/adjudicate/{counted.key}", {"coder": "nobody"})
    assert answer.status_code == 404


# --- signing in, grading, publishing ------------------------------------------------


def test_a_wrong_password_signs_nobody_in_and_five_make_one_wait(team: Client) -> None:
    wrong = [team.sign_in("coder-person", "not the password") for _ in range(6)]
    assert wrong == [401] * 5 + [429]


def test_whoever_signs_out_is_out(team: Client) -> None:
    team.sign_in("coder-person")
    assert team.get("/claims").status_code == 200
    assert team.post("/sign-out").headers["location"] == "/sign-in"
    assert team.get("/claims").status_code == 303


def test_the_first_person_is_an_owner(client: Client) -> None:
    form = {"name": "ana", "role": "coder", "password": "a long enough secret"}
    assert client.post("/administration/people", form).status_code == 400
    assert not client.bench.people
    client.post("/administration/people", form | {"role": "owner"})
    assert [p.name for p in client.bench.people.all()] == ["ana"]


def test_somebody_is_locked_out_and_let_in_again(team: Client) -> None:
    team.sign_in("owner-person")
    for active in ("no", "yes"):
        form = {"name": "coder-person", "active": active}
        team.post("/administration/people/active", form)
        person = team.bench.people.get("coder-person")
        assert person is not None
        assert person.active is (active == "yes")


def test_a_source_is_graded_with_a_reason(client: Client) -> None:
    form = {"source": "ru_mod", "grade": "C", "note": "a party to the war"}
    client.post("/administration/grades", form)
    assert "a party to the war" in client.get("/administration").text


def test_a_brief_goes_from_draft_to_pack_by_two_people(team: Client) -> None:
    team.sign_in("adjudicator-person")
    at = str(team.post("/briefs", {"title": "Week"}).headers["location"])
    assert "somebody else has to approve" in text_of(team.post(f"{at}/approve"))
    assert team.get(f"{at}/pack.zip").status_code == 400
    assert team.get(f"{at}/other.txt").status_code == 400
    team.sign_in("owner-person")
    assert "only an approved brief" in text_of(team.post(f"{at}/release"))
    team.post(f"{at}/approve")
    team.post(f"{at}/release")
    assert team.get(f"{at}/pack.zip").content.startswith(b"PK")
    second = str(team.post("/briefs", {"title": "Next week"}).headers["location"])
    assert "lines differ from the release" in text_of(team.get(second))


def test_a_claim_says_why_each_name_means_whom(client: Client) -> None:
    claims = client.bench.casebook.claims(kind="ARE.control")
    page = text_of(client.get(f"/review/{claims[0].key}"))
    assert "means Islamic State : the theatre has it" in page
    assert "Theatre syria_2016" in page


def test_a_name_that_somebody_decided_on_says_so(client: Client) -> None:
    claims = client.bench.casebook.claims()
    claim, name = next((c, r.text) for c in claims for r in c.roles if not r.id)
    client.post("/administration/aliases", {"name": name, "id": "isil"})
    page = text_of(client.get(f"/review/{claim.key}"))
    assert "mira decided it, 20" in page


def test_what_reviewers_said_is_counted_by_rule(client: Client, counted: Claim) -> None:
    client.post(f"/review/{counted.key}", {"word": "accepted"})
    page = client.get("/administration").text
    row = page[page.index(f">{counted.rule}</a>") :].split("</tr>")[0]
    assert '<td class="n">1</td>' in row


def test_a_name_of_a_place_is_looked_up(client: Client) -> None:
    page = text_of(client.get("/administration?place=Aleppo"))
    assert "settlement" in page
    nothing = text_of(client.get("/administration?place=Qwertzu"))
    assert "No theatre knows such a place" in nothing


def test_what_rests_on_an_inference_can_be_looked_at_alone(client: Client) -> None:
    assert client.get("/review?only=inferred").status_code == 200
    assert "with something inferred" in text_of(client.get("/review"))
