"""Claims as JSON Lines: the claim record, the public contract, one claim a line."""

import json
from collections.abc import Iterable
from typing import TextIO

from trucewatch.claims.claim import Claim
from trucewatch.claims.record import to_record

HOLDS = "one claim record a line (JSON Lines): for programs"
LOSES = "nothing of a claim; judgements on it, and when it became known, stay behind"
SUFFIX = "jsonl"
MEDIA_TYPE = "application/x-ndjson"


def write(claims: Iterable[Claim], stream: TextIO) -> int:
    """Write claims, one a line; return how many there were."""
    written = 0
    for claim in claims:
        stream.write(json.dumps(to_record(claim), ensure_ascii=False) + "\n")
        written += 1
    return written
