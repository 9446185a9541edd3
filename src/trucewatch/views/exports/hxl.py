"""Claims as CSV with HXL hashtags, as humanitarian data exchanges read them.

The Humanitarian Exchange Language (standard 1.1, hxlstandard.org) puts a row of
hashtags between the column names and the data, so that programs know what a column is
whatever it is called.
"""

import csv
from collections.abc import Iterable
from typing import TextIO

from trucewatch.claims.claim import Claim
from trucewatch.views.exports import table
from trucewatch.views.exports.csv import neutral

HOLDS = (
    "one row a claim, with HXL hashtags under the names: for humanitarian "
    "data exchanges"
)
LOSES = table.LOSES
SUFFIX = "hxl.csv"
MEDIA_TYPE = "text/csv"
TAGS = {
    "claim": "#meta+id+claim",
    "document": "#meta+id+document",
    "source_file": "#meta+source+file",
    "quote": "#description+quote",
    "kind": "#event+type",
    "variant": "#event+type+sub",
    "polarity": "#status+polarity",
    "assertion": "#status+assertion",
    "publisher": "#meta+source+publisher",
    "speaker": "#meta+source+id",
    "speaker_text": "#meta+source+name",
    "roles": "#group+name+list",
    "place": "#loc+name",
    "place_id": "#loc+code",
    "lat": "#geo+lat",
    "lon": "#geo+lon",
    "place_precision": "#geo+precision",
    "from": "#date+start",
    "to": "#date+end",
    "time_precision": "#date+precision",
    "value": "#indicator+value+num",
    "low": "#indicator+value+min",
    "high": "#indicator+value+max",
    "quantifier": "#indicator+value+quantifier",
    "unit": "#indicator+value+unit",
    "aggregation": "#indicator+value+aggregation",
    "instrument": "#activity+agreement+id",
    "rule": "#meta+method",
}
"""The hashtag of each column that has one; a column without stays untagged."""


def write(claims: Iterable[Claim], stream: TextIO) -> int:
    """Write claims under column names and hashtags; return how many there were."""
    writer = csv.DictWriter(stream, table.COLUMNS, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerow(TAGS)
    written = 0
    for claim in claims:
        row = table.row_of(claim)
        writer.writerow({name: neutral(value) for name, value in row.items()})
        written += 1
    return written
