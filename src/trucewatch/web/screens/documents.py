"""Documents: the list, and the reader of one of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Response

from trucewatch.errors import UnknownNameError
from trucewatch.web.beside import lines_of
from trucewatch.web.paging import paged
from trucewatch.web.people import Role
from trucewatch.web.picturing import PDF, PictureError, page_count, picture
from trucewatch.web.segments import segments, speakers_of
from trucewatch.web.staging import safe_name
from trucewatch.web.versions import chain_of, compare, lines_between, pair_of
from trucewatch.web.visit import Visit, Visiting, needs, shared

router = APIRouter(dependencies=[needs(Role.READER)], tags=["screens"])
PAGE_BREAK = "\n\f\n"  # between two pages of a text that was read from a PDF
PNG = "image/png"
MOST_HITS = 500
GAPS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One document of the list.

    Attributes:
        document: The document.
        claims: How many claims are seen of it.
        losses: How much of it was seen and not used.
        copies: How many documents carry its story, itself among them; 1 when alone.
        version: Which version it is of what its origin had, from 1.
        versions: How many versions there are.
        is_kept: Whether its captured bytes are kept.
    """

    document: Any
    claims: int
    losses: int
    copies: int
    version: int = 1
    versions: int = 1
    is_kept: bool = True


@router.get("/documents")
@shared
def documents(visit: Visiting) -> Response:
    """List the documents, the newest first; copies of one story as one line."""
    copies = visit.bench.copies(visit.view)
    page = paged(chosen_documents(visit), visit.number("page"), visit.bench.bounds.page)
    lines = visit.bench.kept(
        visit.view,
        ("lines", len(copies or ()), *page.items),
        lambda: _lines(visit, page.items, copies or {}),
    )
    return visit.page(
        "documents",
        page=page,
        lines=lines.value,
        comparing=copies is None,
        whole=visit.asked("copies") == "all",
    )


def _lines(visit: Visit, keys: Sequence[str], copies: Mapping[str, str]) -> list[Line]:
    groups = Counter(copies.values())
    counts = visit.bench.tally(visit.view).documents
    lines = [_line(visit, key, counts, copies, groups) for key in keys]
    return [line for line in lines if line.document is not None]


def chosen_documents(visit: Visit) -> list[str]:
    """Return the keys of the documents that the address asks for, one of each story."""
    keys, copies = _chosen(visit), visit.bench.copies(visit.view)
    whole = visit.asked("copies") == "all"
    return keys if whole or copies is None else _collapsed(keys, copies)


def _chosen(visit: Visit) -> list[str]:
    """Return the keys of the documents asked for, the newest first."""
    days = visit.view.published
    words = visit.asked("find")
    if words:
        found = visit.view.search(words, limit=MOST_HITS)
        return list(dict.fromkeys(hit.document for hit in found))

    def ordered() -> list[str]:
        keys = visit.view.document_keys
        return sorted(keys, key=lambda key: (days.get(key, ""), key), reverse=True)

    return visit.bench.kept(visit.view, "documents by day", ordered).value


def _collapsed(keys: list[str], copies: Mapping[str, str]) -> list[str]:
    seen: dict[str, str] = {}
    for key in keys:
        seen.setdefault(copies.get(key, key), key)
    return list(seen.values())


def _line(
    visit: Visit,
    key: str,
    counts: Mapping[str, int],
    copies: Mapping[str, str],
    groups: Mapping[str, int],
) -> Line:
    document = visit.view.document(key)
    losses = len(visit.view.gaps(key))
    chain = chain_of(key, visit.view.versions)
    return Line(
        document,
        counts.get(key, 0),
        losses,
        groups.get(copies.get(key, ""), 1),
        chain.index(key) + 1,
        len(chain),
        is_kept=visit.casebook.ledger.originals.find(key) is not None,
    )


@router.get("/documents/{key}/versions")
def versions(visit: Visiting, key: str) -> Response:
    """Show what became of a document's words and claims in its next version.

    Raises:
        UnknownNameError: There is no such document, or only one version of it.
    """
    view = visit.view
    chain = chain_of(key, view.versions)
    pair = pair_of(chain, key)
    old, new = (view.document(one) for one in pair) if pair else (None, None)
    if old is None or new is None:
        raise UnknownNameError("version", key, [])
    before, after = (view.claims(document=one.key) for one in (old, new))
    return visit.page(
        "versions",
        chain=chain,
        old=old,
        new=new,
        change=compare(before, after),
        lines=lines_between(old.text, new.text),
    )


@router.get("/documents/{key}/original")
def original(visit: Visiting, key: str) -> Response:
    """Hand out the captured bytes of a document, to be kept and never shown here.

    Raises:
        UnknownNameError: There is no such document.
        CustodyError: Its original is not kept, or was changed.
    """
    found = visit.view.document(key)
    if found is None:
        raise UnknownNameError("document", key, [])
    name = safe_name(found.source_file or key)
    return Response(
        visit.casebook.original(key),
        media_type="application/octet-stream",
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


@router.get("/documents/{key}/beside")
def beside(visit: Visiting, key: str) -> Response:
    """Show the words of the captured file beside what was read of them.

    Raises:
        UnknownNameError: There is no such document.
        CustodyError: Its original is not kept, or was changed.
    """
    found = visit.view.document(key)
    if found is None:
        raise UnknownNameError("document", key, [])
    kept = visit.casebook.original(key)
    is_pdf = found.media_type == PDF
    pages = page_count(kept) if is_pdf else 0
    texts = found.text.split(PAGE_BREAK) if is_pdf else []
    number = min(visit.number("page"), max(pages, 1))
    return visit.page(
        "beside",
        document=found,
        lines=lines_of(kept, found.media_type, found.encoding, found.text),
        bytes=len(kept),
        digest=sha256(kept).hexdigest(),
        pages=pages,
        number=number,
        # where a page could not be read, nobody can tell whose words are whose
        text=texts[number - 1] if 0 < pages == len(texts) else found.text,
    )


@router.get("/documents/{key}/pages/{number}.png")
def page_picture(visit: Visiting, key: str, number: int) -> Response:
    """Hand out a page of a captured PDF as a picture.

    Raises:
        UnknownNameError: There is no such document.
        CustodyError: Its original is not kept, or was changed.
        PictureError: There is no such page, or it cannot be drawn.
    """
    found = visit.view.document(key)
    if found is None:
        raise UnknownNameError("document", key, [])
    if found.media_type != PDF:
        raise PictureError(number)
    return Response(picture(visit.casebook.original(key), number), media_type=PNG)


@router.get("/documents/{key}")
def document(visit: Visiting, key: str) -> Response:
    """Show one document as it is, with what was read in it.

    Raises:
        UnknownNameError: There is no such document.
    """
    found = visit.view.document(key)
    if found is None:
        raise UnknownNameError("document", key, [])
    claims = visit.view.claims(document=key)
    copies = visit.bench.copies(visit.view) or {}
    root = copies.get(key)
    others = [k for k, first in copies.items() if first == root and k != key]
    gaps = visit.view.gaps(key)
    return visit.page(
        "document",
        document=found,
        claims=claims,
        segments=segments(found, claims, wanted=visit.asked("claim")),
        speakers=speakers_of(claims),
        labels={name: visit.casebook.label(name) for name in speakers_of(claims)},
        others=[visit.view.document(k) for k in others] if root else [],
        gaps=gaps[:GAPS_SHOWN],
        gap_count=len(gaps),
        versions=chain_of(key, visit.view.versions),
    )
