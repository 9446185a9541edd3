"""The screens, each once: for the browser's tests and for the pictures of the docs.

An address may hold ``{claim}`` and ``{document}``, for any of them, ``{brief}`` for the
last brief drafted and ``{waits}`` for documents that wait for a decision.
"""

from collections import Counter
from dataclasses import replace

from trucewatch.api import render
from trucewatch.web.bench import Workbench
from trucewatch.web.releases import Draft, Releases
from trucewatch.web.staging import Handed, Staging

SCREENS = {
    "overview": "/",
    "review": "/review?only=number",
    "adjudicate": "/adjudicate",
    "documents": "/documents",
    "document": "/documents/{document}",
    "beside": "/documents/{document}/beside",
    "erase": "/documents/{document}/erase",
    "claims": "/claims",
    "export": "/export?kind=PTY",
    "columns": "/claims?columns=time,words,who,rule&assertion=asserted",
    "evidence": "/evidence/{claim}",
    "everybody": "/names",
    "names": "/names/isil",
    "registers": "/registers",
    "register": "/registers/parties",
    "sources": "/registers/incidents?who=1&min_independent=2",
    "counters": "/counters",
    "contradictions": "/contradictions?kind=all",
    "map": "/map",
    "table": "/map?show=table",
    "briefs": "/briefs",
    "brief": "/briefs/{brief}",
    "intake": "/intake",
    "waits": "/intake/{waits}",
    "administration": "/administration",
    "found": "/search?find=ceasefire",
    "trouble": "/claims?as_of=someday",
}
"""Name and address of every screen there is."""

PICTURED = (
    *("overview", "review", "adjudicate", "documents", "document", "claims"),
    *("evidence", "everybody", "names", "registers", "register", "counters"),
    *("contradictions", "map", "briefs", "brief", "intake", "administration"),
    *("erase", "palette"),
)
"""Those the documentation has a picture of; ``palette`` opens over the claims."""

WORDS = b"""23 May 2016

43 armed groups have joined the ceasefire in Syria, the ministry said.
"""


def drafted(bench: Workbench) -> str:
    """Return the name of a draft, made where there is none."""
    kept = Releases(bench.folder / "briefs")
    if not kept.all():
        scope = {"audience": "monitors"}
        made = bench.clock().isoformat()
        point = bench.casebook.standpoint(known_on=made)
        asked = bench.casebook.scope(**scope)
        brief = bench.casebook.brief(point, title="The week", scope=asked)
        bar = {"known_on": made}
        draft = Draft("r_0123456789ab", brief.title, bar, brief.key, "mira", made)
        text = render(brief, ".md").encode()
        kept.add(replace(draft, scope=scope), {"brief.md": text})
    return kept.all()[0].name


def waiting(bench: Workbench) -> str:
    """Return the token of a document that waits for a decision."""
    return Staging(bench.folder / "intake").put([Handed("waits.txt", WORDS)])


def address(bench: Workbench, host: str, name: str) -> str:
    """Return the address of a screen; a claim with a number stands for any.

    Args:
        bench: The workbench.
        host: Where it listens.
        name: Name of the screen.
    """
    claims = bench.casebook.claims()
    counted = [c for c in claims if c.quantity is not None]
    often = Counter(c.document for c in counted)
    claim = max(counted, key=lambda c: often[c.document])
    path = SCREENS[name]
    if "{brief}" in path:
        path = path.format(brief=drafted(bench))
    if "{waits}" in path:
        path = path.format(waits=waiting(bench))
    return host + path.format(claim=claim.key, document=claim.document)
