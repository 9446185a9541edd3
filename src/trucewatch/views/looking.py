"""Everything one can ask of a ledger, from any standpoint."""

import functools
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from trucewatch.claims.claim import Claim
from trucewatch.comparison.disputes import Disputed, Disputes
from trucewatch.comparison.findings import select
from trucewatch.documents.store import digits_of
from trucewatch.errors import UnknownNameError
from trucewatch.ledger.backup import Backup, write_backup
from trucewatch.ledger.differing import Difference
from trucewatch.ledger.erasing import Erasure
from trucewatch.ledger.holdings import Hit
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.manifest import check_manifest, read_manifest
from trucewatch.ledger.standpoint import EVERYTHING, Standpoint
from trucewatch.ledger.verification import Verification, verify
from trucewatch.ledger.view import LedgerView
from trucewatch.reference.theatre import Theatre
from trucewatch.registers import registry
from trucewatch.registers.disagreements import Disagreements, rows_for
from trucewatch.registers.register import Register, Row
from trucewatch.values.progress import Told, quietly
from trucewatch.views.brief import Brief
from trucewatch.views.comparing import Comparing
from trucewatch.views.composing import (
    Material,
    claims_against,
    claims_behind,
    compose,
)
from trucewatch.views.findings import AGAINST, Comparison, relations, with_claims
from trucewatch.views.handing import Handing
from trucewatch.views.redaction import Redactor
from trucewatch.views.scope import Scope, everything
from trucewatch.views.selection import Selection
from trucewatch.views.status import Status, status_of
from trucewatch.views.surroundings import everywhere


class Looking(Handing):
    """A ledger that is looked at; nothing here changes it.

    Attributes:
        ledger: The ledger.
    """

    def __init__(self, ledger: Ledger, own_theatre: str | None = None) -> None:
        """Look at a ledger.

        Args:
            ledger: The ledger.
            own_theatre: Name or folder of a theatre asked before those that ship.
        """
        self.ledger = ledger
        self.own_theatre = own_theatre

    @functools.cached_property
    def theatre(self) -> Theatre:
        """All theatres as one, for looking up who and where somebody is."""
        return everywhere(self.own_theatre)

    @functools.cached_property
    def comparing(self) -> Comparing:
        """What compares the ledger, and goes on from what was found before."""
        return Comparing(self)

    def label(self, key: str) -> str:
        """Return the neutral label of a speaker, party or place; the key if unknown."""
        known = self.theatre
        found = (
            known.speakers.get(key) or known.actors.get(key) or known.places.get(key)
        )
        return key if found is None else found.label

    def view(self, standpoint: Standpoint = EVERYTHING) -> LedgerView:
        """Return what is seen of the ledger from a standpoint.

        Raises:
            UnknownNameError: It asks for a source the ledger does not have.
        """
        return self.ledger.view(standpoint)

    def claims(
        self,
        standpoint: Standpoint = EVERYTHING,
        *,
        kind: str | None = None,
        speaker: str | None = None,
        place: str | None = None,
        number: float | None = None,
    ) -> list[Claim]:
        """Return claims in the order of documents and text.

        Args:
            standpoint: From where one looks.
            kind: Claim type (``PTY.accession``) or family (``PTY``).
            speaker: Identifier or words of who vouches, or a part of them.
            place: Identifier or name of a place, or a part of it.
            number: A number the claim gives, or allows between its bounds.

        Raises:
            UnknownNameError: No claim type or family is called so.
        """
        wanted = Selection(kind, speaker, place, number)
        found = self.view(standpoint).claims(wanted.checked_kind())
        return [claim for claim in found if wanted.fits(claim)]

    def register(
        self,
        name: str,
        standpoint: Standpoint = EVERYTHING,
        *,
        disputes: Disputes | None = None,
        past: tuple[Sequence[Row], Difference] | None = None,
    ) -> tuple[Register, Sequence[Row]]:
        """Return a register, which knows its columns and records, and its rows.

        How many rows there are is known at once; a row is made when it is looked at.

        Args:
            name: Name of the register.
            standpoint: From where one looks.
            disputes: Says which claims others stand against, where that is known;
                otherwise the claims of each row are compared when it is made.
            past: Its rows as seen from an earlier view, and what has changed since.

        Raises:
            UnknownNameError: No register is called so.
        """
        register, view = registry.register(name), self.view(standpoint)
        if isinstance(register, Disagreements):  # made of findings, which may be kept
            findings = self.comparing.whole(view).findings
            return register, rows_for(findings, view, self.theatre)
        if past is not None:
            rows, change = past
            renewed = register.renewed(
                rows, view, self.theatre, change, disputes=disputes
            )
            return register, renewed
        return register, register.build(view, self.theatre, disputes=disputes)

    def contradictions(
        self,
        standpoint: Standpoint = EVERYTHING,
        *,
        kinds: Collection[str] | None = None,
        told: Told = quietly,
    ) -> list[Comparison]:
        """Return findings between claims, with their state and claims.

        What was found is kept in the ledger: asked again, only what came since is
        compared.

        Args:
            standpoint: From where one looks.
            kinds: Kinds of finding wanted (see ``Relation``), or ``all``; None means
                those that set claims against each other.
            told: Told how many claims are compared.

        Raises:
            UnknownNameError: No kind of finding is called so.
        """
        wanted = AGAINST if kinds is None else relations(kinds)
        view = self.view(standpoint)
        findings = self.comparing.whole(view, told).findings
        return with_claims(select(findings, wanted), view)

    def prepare(self, told: Told = quietly) -> None:
        """Work out beforehand what registers and comparison ask of every claim.

        Args:
            told: Told how many entries of the log are done.
        """
        self.comparing.prepare(told)

    def brief(
        self,
        standpoint: Standpoint = EVERYTHING,
        *,
        title: str = "What is claimed",
        scope: Scope | None = None,
        redactor: Redactor | None = None,
    ) -> Brief:
        """Return the brief; ``render_html`` and ``render_markdown`` make files of it.

        Args:
            standpoint: From where one looks.
            title: Its heading.
            scope: Its days, its area and for whom it is; None means everything.
            redactor: Takes out what must not leave the house, or None.
        """
        view = self.view(standpoint)
        comparisons = self.contradictions(standpoint)
        disputes = Disputed(claims_against(comparisons))
        behind = {
            name: claims_behind(
                register, register.build(view, self.theatre, disputes=disputes), view
            )
            for name, register in registry.REGISTERS.items()
        }
        about = scope or everything()
        made = compose(
            Material(view, behind, comparisons, view.gaps(), self.label, about), title
        )
        if redactor is None:
            return made
        of = {note.claim: view.claim(note.claim).document for note in made.notes}
        for key in of.values():
            redactor.learn(view.document(key))
        return redactor.brief(made, lambda claim: of.get(claim, ""))

    def scope(
        self, *, audience: str = "", start: str = "", end: str = "", area: str = ""
    ) -> Scope:
        """Return what a brief is about, from words; what is empty does not matter.

        Args:
            audience: For whom it is, such as ``humanitarian``.
            start: First day (2016, 2016-05 or 2016-05-23).
            end: Last day.
            area: Key or name of a place.

        Raises:
            UnknownNameError: No audience or place is called so.
            StandpointError: A day cannot be read.
        """
        words = {"audience": audience, "start": start, "end": end, "area": area}
        return Scope.parse(self.theatre, **words)

    def redactor(
        self, *, keep: Iterable[str] = (), also: Iterable[str] = ()
    ) -> Redactor:
        """Return what takes private persons and fine coordinates out of exports.

        Args:
            keep: Names of public persons that no theatre has.
            also: Names or words to withhold besides.
        """
        return Redactor.of(self.theatre, keep=keep, also=also)

    def status(self, standpoint: Standpoint = EVERYTHING) -> Status:
        """Return what the ledger holds, at a glance."""
        return status_of(self.view(standpoint), self.ledger.head())

    def search(
        self, query: str, standpoint: Standpoint = EVERYTHING, *, limit: int = 20
    ) -> tuple[Hit, ...]:
        """Return documents and claims that have all words of a query.

        Args:
            query: The words.
            standpoint: From where one looks.
            limit: Most hits returned.
        """
        return self.view(standpoint).search(query, limit)

    # --- handing on -----------------------------------------------------------------

    def original(self, document: str) -> bytes:
        """Return the captured bytes of a document, checked against their hash.

        Args:
            document: Key of the document.

        Raises:
            UnknownNameError: There is no such document.
            CustodyError: Its original is not kept, or was changed.
        """
        view = self.view()
        if view.document(document) is None:
            raise UnknownNameError("document", document, view.document_keys)
        originals = self.ledger.originals
        return originals.get(originals.find(document) or digits_of(document))

    def weigh_erasure(self, document: str) -> Erasure:
        """Return what erasing a document would take away; changes nothing.

        Raises:
            UnknownNameError: There is no such document, and never was.
        """
        return self.ledger.weigh_erasure(document)

    def backup(self, path: Path) -> Backup:
        """Write the whole ledger with its originals into one file.

        Raises:
            CustodyError: It cannot be written.
        """
        return write_backup(self.ledger, path)

    def verify(
        self, manifest: Path | None = None, public_key: Path | None = None
    ) -> Verification:
        """Hash and read the whole log and all originals again; say what is wrong.

        Args:
            manifest: A manifest made earlier, to hold the ledger against.
            public_key: The key of who should have signed it, or None to trust it.

        Raises:
            LedgerFormatError: It is no manifest.
            CustodyError: It is no key.
            MissingPartError: The extra ``sign`` is not installed.
        """
        found = verify(self.ledger, originals=self.ledger.originals)
        if manifest is None:
            return found
        text = manifest.read_bytes().decode("utf-8", "replace")
        signed = read_manifest(text, str(manifest))
        faults = check_manifest(self.ledger, signed.manifest)
        if public_key is not None:
            # an extra: only who asks for a signature needs it
            from trucewatch.ledger.signing import check_signature  # noqa: PLC0415

            faults = check_signature(signed, public_key) + faults
        return replace(found, faults=found.faults + faults)
