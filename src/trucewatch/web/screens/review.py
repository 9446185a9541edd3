"""Review: did the text say it? The queue, the words in the middle, the form beside."""

import re
from collections.abc import Collection
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Body, Response
from starlette.responses import RedirectResponse

from trucewatch import api
from trucewatch.errors import RequestError, UnknownNameError
from trucewatch.web.correcting import (
    CHOICES,
    by_field,
    changed_record,
    fields_of,
    supports,
)
from trucewatch.web.forms import Accepting, Deciding, Queued
from trucewatch.web.people import Role
from trucewatch.web.queue import FILTERS, Wanted, queue, reviews
from trucewatch.web.screens.evidence import matters
from trucewatch.web.segments import segments, speakers_of
from trucewatch.web.theatres import choices, theatres_of
from trucewatch.web.visit import Visit, Visiting, changing, needs, patient

router = APIRouter()
AT_ONCE = 40
MOST_IN_BULK = 200
WORDS = ("accepted", "rejected", "unsure")
QUESTIONS = ("kind", "speaker", "document", "rule", "theatre", "only")


class RefusedError(RequestError):
    """A correction that the document does not support."""

    def __init__(self, complaints: tuple[str, ...]) -> None:
        super().__init__("the document does not support this: " + "; ".join(complaints))


class BulkError(RequestError):
    """Claims cannot be accepted together like that."""

    def __init__(self) -> None:
        super().__init__(
            "claims are accepted together for one rule only; choose a rule"
        )


@router.get("/review", dependencies=[needs(Role.READER)], tags=["screens"])
@patient
def review(visit: Visiting) -> Response:
    """Show the queue with its first claim."""
    waiting = waiting_claims(visit)
    return _screen(visit, waiting, waiting[0].key if waiting else None)


@router.get("/review/{key}", dependencies=[needs(Role.READER)], tags=["screens"])
def review_one(visit: Visiting, key: str) -> Response:
    """Show the queue with one claim chosen.

    Raises:
        UnknownClaimError: There is no such claim.
    """
    visit.view.claim(key)
    return _screen(visit, waiting_claims(visit), key)


def wanted_of(visit: Visit) -> Wanted:
    """Return what the address narrows the queue down to."""
    return Wanted(**{name: visit.asked(name) for name in QUESTIONS})


def waiting_claims(visit: Visit, size: int = AT_ONCE) -> list[api.Claim]:
    """Return the first claims of the queue that the address asks for."""
    wanted = wanted_of(visit)
    contested: Collection[str] = ()
    if wanted.only == "contested":
        findings = visit.bench.compared(visit.view).value.findings
        contested = api.disputes_of(findings).keys
    rows = visit.bench.rows(visit.view)
    if wanted.document or wanted.kind:
        rows = visit.view.rows(wanted.kind or None, document=wanted.document or None)
    theatres = theatres_of(visit) if wanted.theatre else None
    return queue(
        rows, visit.view, wanted, contested=contested, theatres=theatres, size=size
    )


def _screen(visit: Visit, waiting: list[api.Claim], key: str | None) -> Response:
    chosen = chosen_card(visit, key) if key else None
    keys = [claim.key for claim in waiting]
    decided = reviews(visit.view)
    at = keys.index(key) if key in keys else -1
    return visit.page(
        "review",
        waiting=waiting,
        chosen=chosen,
        key=key,
        following=keys[at + 1] if at + 1 < len(keys) else None,
        before=keys[at - 1] if at > 0 else None,
        wanted=wanted_of(visit),
        filters=FILTERS,
        choices=CHOICES,
        types=api.claim_types(),
        theatres=list(choices(visit)),
        finding=theatres_of(visit) is None,
        done=len(decided),
        open=visit.bench.tally(visit.view).claims - len(decided),
        place=lambda one: address(visit, one),
    )


def address(visit: Visit, key: str | None) -> str:
    """Return the address of a claim in this queue."""
    asked = {name: visit.asked(name) for name in QUESTIONS}
    return visit.to(f"/review/{key}" if key else "/review", **asked)


def chosen_card(visit: Visit, key: str) -> dict[str, Any]:
    """Return all that the screen shows of the claim under review."""
    claim = visit.view.claim(key)
    document = visit.view.document(claim.document)
    claims = visit.view.claims(document=claim.document)
    return {
        "claim": claim,
        "document": document,
        "segments": segments(document, claims, wanted=key) if document else [],
        "speakers": speakers_of(claims),
        "fields": fields_of(claim),
        "supports": supports(claim),
        "review": visit.view.review(key),
        "matters": matters(visit, key),
        "label": visit.casebook.label(claim.speaker) if claim.speaker else "",
        "read_with": visit.view.theatres(claim.document).get(claim.document, ""),
        "meanings": meanings(visit, claim),
    }


def meanings(visit: Visit, claim: api.Claim) -> list[tuple[str, str, str]]:
    """Return name, key and why the name means the key, of everybody in a claim."""
    made = visit.view.original(claim.key)
    named = {r.text: r.id for r in claim.roles if r.id}
    named |= {v.text: v.id for v in claim.chain if v.id and v.text}
    read = {r.text for r in made.roles if r.id} | {v.text for v in made.chain if v.id}
    return [
        (text, key, "the theatre has it" if text in read else _decided(visit, text))
        for text, key in named.items()
    ]


def _decided(visit: Visit, name: str) -> str:
    """Who decided that a name means somebody."""
    entries = visit.view.judgements(type_="alias")
    by = [e for e in entries if e.judgement.target.casefold() == name.casefold()]
    if not by:
        return "corrected so"
    return f"{by[-1].stamp.author} decided it, {by[-1].stamp.known:%Y-%m-%d}"


@router.post("/review/undo", **changing(Role.CODER, Queued))
def undo(visit: Visiting) -> Response:
    """Take this person's last verdict back."""
    mine: dict[str, tuple[int, str]] = {}
    for entry in visit.view.judgements(type_="review"):
        if entry.stamp.author == visit.person.name and entry.role == visit.person.role:
            judgement = entry.judgement
            mine[judgement.target] = (entry.stamp.seq, judgement.verdict.value)
    standing = [(seq, key) for key, (seq, word) in mine.items() if word != "withdrawn"]
    if not standing:
        return visit.back("/review")
    _, key = max(standing)
    visit.request.state.target = key
    _record(visit, api.Decision(key, "withdrawn", "undone"))
    return RedirectResponse(_queue(visit, key), 303)


@router.post("/review/bulk", **changing(Role.CODER, Accepting))
def accept_together(visit: Visiting) -> Response:
    """Accept the claims of one rule that the page listed, and no others.

    Raises:
        BulkError: No rule was chosen, or a claim is of another rule.
    """
    form = visit.filled(Accepting)
    rule = form.rule
    keys = [key for key in form.keys.split(",") if key][:MOST_IN_BULK]
    claims = [visit.view.claim(key) for key in keys]
    if not rule or any(claim.rule != rule for claim in claims):
        raise BulkError
    visit.request.state.target = f"{len(keys)} of {rule}"
    for key in keys:
        _record(visit, api.Decision(key, "accepted", f"together, rule {rule}"))
    return visit.back("/review")


@router.post("/review/{key}", **changing(Role.CODER, Deciding))
def decide(visit: Visiting, key: str) -> Response:
    """Record a verdict on a claim, and go on to the next one.

    Raises:
        UnknownClaimError: There is no such claim.
        UnknownNameError: No verdict is called so.
        RefusedError: The document does not support a correction.
    """
    visit.request.state.target = key
    form = visit.filled(Deciding)
    if form.word == "corrected":
        _correct(visit, key, form)
    elif form.word in WORDS:
        _record(visit, api.Decision(key, form.word, form.note))
    else:
        raise UnknownNameError("verdict", form.word, (*WORDS, "corrected"))
    return RedirectResponse(_queue(visit, form.next), 303)


def _record(visit: Visit, decision: api.Decision) -> None:
    visit.writing().judge(decision, role=visit.person.role)


def _correct(visit: Visit, key: str, form: Deciding) -> None:
    fields = form.model_dump(exclude_none=True)
    checked = _checked(visit, key, fields)
    if checked.claim is None:
        raise RefusedError(checked.complaints)
    verdict = api.Verdict.CORRECTED
    made = api.Review(key, verdict, corrected=checked.claim, note=form.note)
    visit.writing().record(made, role=visit.person.role)


def _checked(visit: Visit, key: str, fields: dict[str, str]) -> api.Checked:
    claim = visit.view.claim(key)
    document = visit.view.document(claim.document)
    record = changed_record(claim, fields, document.text)
    return api.check_correction(
        record,
        document,
        reviewer=visit.person.name,
        theatre=visit.casebook.own_theatre,
        before=visit.view.theatres(claim.document).get(claim.document, ""),
    )


def _queue(visit: Visit, key: str) -> str:
    """Return the address of a claim in the queue the form came from."""
    form = visit.filled(Queued)
    asked = {name: getattr(form, f"q_{name}") for name in QUESTIONS}
    asked = visit.bar | {name: value for name, value in asked.items() if value}
    path = f"/review/{key}" if re.fullmatch(r"c_\w+", key) else "/review"
    return f"{path}?{urlencode(asked)}" if asked else path


@router.post("/review/{key}/check", dependencies=[needs(Role.READER)], tags=["records"])
def check(
    visit: Visiting, key: str, fields: Annotated[dict[str, str], Body()]
) -> dict[str, Any]:
    """Hold the fields of a form against the document, without recording anything.

    Raises:
        UnknownClaimError: There is no such claim.
        CorrectionError: The fields make no claim.
    """
    checked = _checked(visit, key, fields)
    return {
        "supported": checked.claim is not None,
        "complaints": by_field(checked.complaints),
    }
