"""The tables: the log, and what is derived from it so that questions are quick."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

metadata = MetaData()

# What the file is, which version of these tables it has, and the head of its log.
about = Table(
    "about",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

# The ledger itself. `body` is the canonical record whose hash is the Merkle leaf;
# `identity` is null for claims, whose key already says which they are.
log = Table(
    "log",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("entry", Text, nullable=False, index=True),
    Column("known", Text, nullable=False, index=True),
    Column("identity", Text, index=True),
    Column("body", Text, nullable=False),
)


def _seq() -> Column[int]:
    """The number of the log entry a derived row comes from."""
    return Column(
        "seq", Integer, ForeignKey("log.seq"), primary_key=True, autoincrement=False
    )


documents = Table(
    "documents",
    metadata,
    _seq(),
    Column("key", Text, nullable=False, index=True),
    Column("origin", Text, index=True),
    Column("version_of", Text, index=True),
    Column("published", Text),
    Column("digest", Text, nullable=False),
)

# Distinct chains of speakers; `since` is the entry that first had it.
chains = Table(
    "chains",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("since", Integer, nullable=False),
    Column("voices", Text, nullable=False, unique=True),
)

claims = Table(
    "claims",
    metadata,
    _seq(),
    Column("key", Text, nullable=False, unique=True),
    Column("document", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False, index=True),
    Column("chain", Integer, ForeignKey("chains.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("day", Text),
    Column("starts", Text),
    Column("ahead", Boolean, nullable=False),
    Column("known", Text, nullable=False),  # as in the log, whose rows are long
)

# From which entry on a claim is seen thanks to a reader, and from which no longer.
spells = Table(
    "spells",
    metadata,
    Column("claim", Integer, ForeignKey("claims.seq"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("since", Integer, nullable=False),
    Column("until", Integer, index=True),
    PrimaryKeyConstraint("claim", "reader", "since"),
    Index("ix_spells_since", "since"),
)

readings = Table(
    "readings",
    metadata,
    _seq(),
    Column("document", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("stands", Boolean, nullable=False),  # no newer version had read before
    Index("ix_readings_place", "document", "reader"),
)

judgements = Table(
    "judgements",
    metadata,
    _seq(),
    Column("target", Text, nullable=False, index=True),
    Column("author", Text, nullable=False),
    Column("role", Text, nullable=False),
)

# What was worked out from claims (``trucewatch.ledger.marking``), up to which entry.
markings = Table(
    "markings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True),
    Column("edition", Text, nullable=False),
    Column("done", Integer, nullable=False),
)

# A mark is a number made of its words, which are kept only where they are asked for.
marks = Table(
    "marks",
    metadata,
    Column("marking", Integer, nullable=False),
    Column("mark", BigInteger, nullable=False),
    Column("claim", Integer, nullable=False),
    PrimaryKeyConstraint("marking", "mark", "claim"),
    sqlite_with_rowid=False,
)
mark_words = Table(
    "mark_words",
    metadata,
    Column("marking", Integer, nullable=False),
    Column("mark", BigInteger, nullable=False),
    Column("words", Text, nullable=False),
    PrimaryKeyConstraint("marking", "mark"),
    sqlite_with_rowid=False,
)

# Whole results worked out from the log up to an entry, for going on from there.
kept = Table(
    "kept",
    metadata,
    Column("name", Text, primary_key=True),
    Column("edition", Text, nullable=False),
    Column("cut", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

MARKED = (marks, mark_words, markings)
DERIVED = (kept, *MARKED, spells, claims, chains, documents, readings, judgements)
