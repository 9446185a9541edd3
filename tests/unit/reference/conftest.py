"""A small pack about an invented front, in a folder of its own."""

from pathlib import Path

import pytest

FILES = {
    "theatre.yaml": (
        "name: small\ntitle: A small war\ncountries: [SY]\nfirst_day: 2016-01\n"
        "last_day: 2016-12\nextends: [world]\nsignals: [Examplia]\n"
        "sources: {note: Our own note}\n"
    ),
    "actors.yaml": (
        "- id: blue_front\n"
        "  label: Blue Front\n"
        "  sort: group\n"
        '  names: ["Front of {the ,}Blue", {text: Azure League, until: 2016-05-31}]\n'
        "  ties: [{tie: part_of, actor: sy, from: 2016-02}]\n"
        "  source: note\n"
    ),
    "speakers.yaml": (
        "- id: blue_front\n"
        "  label: Blue Front\n"
        "  actor: blue_front\n"
        "  interest: [belligerent]\n"
        "  sites: [bluefront.example]\n"
        "  imprints: [The Blue Sheet]\n"
        '  persons: [{name: "Ada Blue|Blue", office: speaker, from: 2016-03}]\n'
        "  source: note\n"
        "- id: blue_mission\n"
        "  under: un\n"
        "  label: Blue Mission\n"
        "  source: note\n"
    ),
    "instruments.yaml": (
        "- id: blue_truce\n"
        "  label: Blue truce\n"
        "  sort: agreement\n"
        "  names: [truce of the reeds]\n"
        "  declared: 2016-04\n"
        "  parties: [blue_front]\n"
        "  source: note\n"
    ),
    "counters.yaml": (
        "- id: blue_front.shots\n"
        "  label: Shots\n"
        "  speaker: blue_front\n"
        "  unit: shots\n"
        "  aggregation: per_period\n"
        "  definition: Shots the front heard.\n"
        "  source: note\n"
    ),
    "designations.tsv": (
        "actor\tauthority\taction\tday\tsource\n"
        "blue_front\tCouncil of Reeds\tlisted\t2016-05-01\tnote\n"
    ),
    "places.tsv": (
        "id\tlabel\tkind\tlat\tlon\tradius_km\tcountry\tadmin1\tnames\tsource\tdisputed\n"
        "sy_reedham\tReedham\tsettlement\t35.5\t36.5\t4\tSY\tsy_adm1_idlib"
        "\tReed Ham\tnote\t\n"
        "sy_aleppo\tAleppo\tsettlement\t\t\t\tSY\t\tGreycity\tnote\t\n"
    ),
}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
