"""Originals in the database itself, for a ledger that several machines share."""

from collections.abc import Iterator

from sqlalchemy import (
    Column,
    Engine,
    LargeBinary,
    MetaData,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError, OperationalError

from trucewatch.documents.store import (
    MAKE_ROOM,
    checked,
    digest_of,
    digits_of,
)
from trucewatch.errors import CustodyError
from trucewatch.ledger.sql.engine import writing

# Made when the first original comes, and no part of the tables derived from the log.
_metadata = MetaData()
originals = Table(
    "originals",
    _metadata,
    Column("digest", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
_AFTER_DIGITS = "g"  # sorts after every hexadecimal digit


class SqlOriginals:
    """Originals as rows of a table; see ``trucewatch.documents.store.Originals``."""

    def __init__(self, engine: Engine, where: str) -> None:
        """Use a database.

        Args:
            engine: The ledger's database.
            where: Its address, for messages.
        """
        self._engine, self._where = engine, where
        _metadata.create_all(engine)

    def put(self, data: bytes) -> str:
        """Keep bytes and return their SHA-256.

        Raises:
            CustodyError: They cannot be kept.
        """
        digest = digest_of(data)
        try:
            with writing(self._engine).begin() as connection:
                row = originals.c.digest == digest
                kept = connection.execute(
                    select(originals.c.content).where(row)
                ).scalar()
                if kept is None:
                    made = insert(originals).values(digest=digest, content=data)
                    connection.execute(made)
                elif kept != data:
                    mended = update(originals).where(row).values(content=data)
                    connection.execute(mended)
        except IntegrityError:
            return digest  # another writer was quicker, with the same bytes
        except OperationalError as error:
            what = f"the original cannot be kept ({error.orig})"
            raise CustodyError(self.where(digest), what, MAKE_ROOM) from error
        return digest

    def get(self, digest: str) -> bytes:
        """Return the bytes with this SHA-256.

        Raises:
            CustodyError: There are none, or they were changed since.
        """
        query = select(originals.c.content).where(originals.c.digest == digest)
        with self._engine.connect() as connection:
            data = connection.execute(query).scalar()
        return checked(data, digest, self.where(digest))

    def holds(self, data: bytes) -> bool:
        """Say whether bytes are kept."""
        digest = digest_of(data)
        return self._first(digest, f"{digest}{_AFTER_DIGITS}") is not None

    def find(self, document: str) -> str | None:
        """Return the SHA-256 of a document's original, or None."""
        digits = digits_of(document)
        return self._first(digits, f"{digits}{_AFTER_DIGITS}")

    def _first(self, since: str, until: str) -> str | None:
        query = (
            select(originals.c.digest)
            .where(originals.c.digest >= since, originals.c.digest < until)
            .limit(1)
        )
        with self._engine.connect() as connection:
            digest: str | None = connection.execute(query).scalar()
        return digest

    def digests(self) -> Iterator[str]:
        """Yield the SHA-256 of all that is kept, sorted."""
        query = select(originals.c.digest)
        with self._engine.connect() as connection:
            yield from sorted(connection.execute(query).scalars())

    def remove(self, document: str) -> bool:
        """Remove a document's original; return whether there was one."""
        digest = self.find(document)
        if digest is None:
            return False
        with writing(self._engine).begin() as connection:
            connection.execute(delete(originals).where(originals.c.digest == digest))
        return True

    def where(self, digest: str) -> str:
        """Return where an original is, for messages."""
        return f"{self._where}, table originals, {digest}"
