import hashlib

from trucewatch.reference.gazetteer import COLUMNS, WORLD, countries, places_of
from trucewatch.reference.theatre import HOME

FOLDER = HOME / "gazetteer"


def test_every_built_file_has_the_hash_and_rows_of_the_manifest() -> None:
    lines = (FOLDER / "MANIFEST.tsv").read_text(encoding="utf-8").splitlines()[1:]
    told = {
        name: (rows, digest) for name, rows, digest in (x.split("\t") for x in lines)
    }
    found = {}
    for path in (*FOLDER.glob("*.tsv"), *(HOME / "boundaries").glob("*.geojson")):
        if path.name != "MANIFEST.tsv":
            data = path.read_bytes()
            digest = hashlib.sha256(data).hexdigest()
            name = path.relative_to(HOME).as_posix()
            found[name] = (str(len(data.splitlines())), digest)
    assert found == told


def test_every_row_says_where_its_point_comes_from() -> None:
    sources = {"geonames", "natural_earth", "katottg", "airportsdata"}
    for place in places_of(FOLDER, "SY"):
        assert place.source in sources
        assert place.source_id


def test_a_table_has_the_columns_that_are_read() -> None:
    header = (FOLDER / "SY.tsv").read_text(encoding="utf-8").split("\n", 1)[0]
    assert tuple(header.split("\t")) == COLUMNS


def test_about_fifty_countries_have_a_table() -> None:
    assert len(countries(FOLDER)) >= 50


def test_a_country_without_a_table_has_no_places() -> None:
    assert places_of(FOLDER, "ZZ") == ()


def test_capitals_and_venues_carry_the_country_of_their_key() -> None:
    venues = {p.id: p.country for p in places_of(FOLDER, WORLD)}
    assert venues["ch_geneva"] == "CH"
    assert venues["kz_astana"] == "KZ"


def test_the_register_gives_names_without_points() -> None:
    rows = [p for p in places_of(FOLDER, "UA") if p.source == "katottg"]
    assert rows
    assert all(p.lat is None for p in rows)
