r"""The grammar of time expressions: patterns over classes of words.

A text is cut into pieces (words, numbers, marks, white space), and each piece becomes
one letter: its class (``CODES``). "over the past 24 hours" becomes ``i t l 1 U``. The
rules are regular expressions over such letters, so that they stay short whatever the
number of words, and fast: a text is searched only where a telling class stands, and at
a place only the rules that can begin with its class are tried.
"""

import re
from typing import NamedTuple

OTHER = "?"  # any piece the lexicon does not know; ends a stretch worth looking at

CODES = {
    "day_number": "1", "small_number": "2", "number": "3", "year_number": "4",
    "old_year": "5", "clock_number": "6", "cardinal": "w", "century_word": "I", "vague": "v",
    "ordinal": "o", "suffix": "s", "article": "a", "the": "t", "half": "f",
    "and": "k", "or": "r", "to": "T", "of": "O", "month": "M", "weak_month": "m",
    "weekday": "W", "weak_weekday": "y", "unit": "u", "units": "U", "hour_mark": "h",
    "quarter": "Q", "day_part": "P", "clock_word": "C", "deictic": "D",
    "past_reference": "R", "present_reference": "R", "future_reference": "R",
    "recent": "L", "season": "S", "back": "l", "forward": "n", "this": "c",
    "that": "d", "ago": "g", "shift": "e", "edge": "b", "bound": "B", "every": "E",
    "often": "V", "preposition": "i", "adjective": "A", "long": "q", "old": "K",
    "ess": "z", "local": "J", "time": "j", "zone": "X", "zone_place": "Z",
    "holiday": "H", "decade_word": "N", "meridiem": "x", "future_noun": "F",
    "period": "p", "soon": "Y", "hours": "7", "multiplier": "8", "as": "9", "sequel": "G", "bracket": "(",
}  # fmt: skip

PIECE = re.compile(r"[aApP]\.[mM]\b\.?|\d+|[^\W\d_]+|\s+|[^\w\s]|_+")

# A stretch of text is looked at only where one of these stands.
TELLING = re.compile(r"[MmWuU7hQPCDRLSVHN4xFYpIy]|(?<=t 1)s|(?<=[12])[:/.](?=[12])|6| J |(?<=t )l")


class Rule(NamedTuple):
    """One rule of the grammar.

    Attributes:
        name: What it finds, in one word; ``resolution`` has its meaning.
        starts: The classes it can begin with.
        pattern: A regular expression over classes.
    """

    name: str
    starts: str
    pattern: str


# 24 · 1,200 · 3.5 · 2 1/2 · twenty-four · two hundred and forty · three and a half
_NUMBER = (
    r"(?:[1-6](?:[.,][123])*(?: 1/1)?"
    r"|[wI](?:[ -]w)*(?: 8(?:(?: k)? [wI](?:-w)?)?)*)(?: k a f)?"
)
_VAGUE = r"(?:a )?v(?: O)?(?: t)?"
_COUNT = rf"(?:{_NUMBER}(?:(?: [Trk] | ?- ?){_NUMBER})?|a 8|{_VAGUE}|f a|a f|a)"
_UNIT = "[uU7h]"
_LENGTH = rf"(?:{_COUNT}[ -](?:A )*{_UNIT}(?: k a f)?)"
_YEAR = "[45]"
_MONTH = r"[Mm]\.?"
_DAY = "1s?"
_WEEKDAY = r"[Wy](?:,? (?:t )?|\. )"
_MONTH_DAY = rf"{_MONTH} {_DAY}(?:(?:,? ?| O ){_YEAR}(?!:[12]))?(?![:-][12]|,3)"
_DAY_MONTH = rf"(?:t )?{_DAY}(?: O)?[ -]{_MONTH}(?:,?[ -]{_YEAR})?"
_ISO = r"4-[12]-[12](?!-)|4/[12]/[12]"
_NUMERIC = r"[12]\.[12]\.4|[12]/[12]/[42]|[12]-[12]-4"
_ZONE = r",? ?(?:X|J j|[ZJ] j)"
_CLOCK = (
    r"(?:(?:[12]:[12](?::[12])?|[12]\.[12](?= ?[xXJh])|[12](?= ?x)"
    r"|[12]\.[12](?= (?:D|W|i (?:t )?[W1M]))|[456](?= ?(?:[hXJ7]|Z j)))(?: ?x)?(?: ?[h7])?"
    rf"(?:{_ZONE})?|C)"
)
_POINT = (
    rf"(?:(?:{_WEEKDAY})?(?:{_ISO}|{_NUMERIC}|{_MONTH_DAY}|{_DAY_MONTH})|(?:[lnc] )?W|D)"
)
_NEAR = "(?:[lncd]|[cd] [ln])"  # last, next, this, that, this past, that same

# Order matters: the first rule that fits at a place wins, so longer forms come first.
RULES = (
    Rule(
        "clock",
        "12456CbtMmWyDlnc",
        rf"{_CLOCK}(?:,? (?:i (?:t )?)?(?:t {_NEAR} u|{_POINT})(?: P)?)?"
        rf"|(?:b )?{_POINT},?(?: i)? {_CLOCK}",
    ),
    Rule("iso", "4Wy", rf"(?:{_WEEKDAY})?(?:{_ISO})"),
    Rule("numeric", "12Wy", rf"(?:{_WEEKDAY})?(?:{_NUMERIC})"),
    Rule(
        "day_range",
        "t1Mm",
        rf"(?:t )?{_DAY} ?(?:[-/]|T|k) ?{_DAY}(?: O)? {_MONTH}(?:,? ?{_YEAR})?"
        rf"|{_MONTH} {_DAY} ?(?:-|/|T|k) ?{_DAY}(?![:.]1)(?:,? ?{_YEAR})?(?! ?[U])",
    ),
    Rule(
        "month_day",
        "t1MmWylnc",
        rf"(?:[lnc] )?(?:{_WEEKDAY})?(?:{_MONTH_DAY}|{_DAY_MONTH})(?:,? P)?",
    ),
    Rule(
        "month_year",
        "tbBMm4",
        rf"(?:(?:t )?(?:b[ -]|B (?:O )?))?(?:{_MONTH},? (?:O )?{_YEAR}(?![.,]3)|4 M)(?! ?1)",
    ),
    Rule("decade", "tb4'N", r"(?:t )?(?:b[ -])?(?:(?:4|'[12])'?z|N)"),
    Rule(
        "quarter",
        "tAo4lnc",
        rf"(?:[lnc] u'z )(?:o[ -])?Q|(?:t )?(?:A )?(?:4 )?(?:o|{_NEAR}(?: A)?)[ -]"
        rf"(?:A )?(?:Q|f O (?:t u|4))(?:(?:,? O)? (?:4|[lnc] u))?|(?:t )?4 [Qp]",
    ),
    Rule("year_before", "tAu", r"(?:t )?(?:A )?u-[ge](?: [Qp])?"),
    Rule("ordinal_days", "to", rf"(?:t )?o {_NUMBER} [U7]"),
    Rule(
        "relative_count",
        "tdlnc",
        rf"(?:[td] )?(?:[lnc]|c [ln]) (?:A )?(?:{_NUMBER}(?: [Tr] {_NUMBER})?|v|v O)[ -]"
        rf"(?:A )*{_UNIT}(?![ -]K)",
    ),
    Rule(
        "relative_unit",
        "beBtdlnc",
        rf"(?:(?:b|e|(?:t )?B(?: O)?) )?(?:[td] )?{_NEAR}(?: A)? "
        rf"(?:[uQSWMp]|m(?! ?\?))(?: P)?|t [uP] (?:G(?! [1-6wIatlncdWMD])|n(?! ))",
    ),
    Rule("plain_relative", "tlnc", r"(?:t )?[lncd] [U7]"),
    Rule("part_of_day", "betlcd", rf"(?:(?:b|e) )?(?:[lcd]|t {_NEAR}|c e|b c) P"),
    Rule("weekday", "beW", r"(?:[be] )?W(?:(?:'z)? P)?(?:,? [lnc] u)?"),
    Rule("deictic", "beD", r"(?:[be] )?D(?: P)?"),
    Rule("ago", "123456wIavf", rf"{_LENGTH} (?:g|e|G(?! [^(]))"),
    Rule(
        "bound",
        "tBbeu",
        rf"u(?:'z |-)B|(?:t )?(?:B O|B|b[ -]|e i|e) ?(?:t )?(?:(?:{_NEAR} )?u|{_NEAR} Q|4|t Q|t u)",
    ),
    Rule("season", "btclnS", rf"(?:b )?(?:t |{_NEAR} )?S(?: O)?,? 4|(?<=i )(?:t )?S"),
    Rule(
        "month", "beBlncMt", rf"(?:[be][ -]|(?:t )?B O |{_NEAR} )?M(?:,? [lnc] u)?"
    ),
    Rule(
        "weak_month",
        "mblnc",
        r"(?:(?<=[iTOk] )|b[ -]|[lnc] )m(?! ?[?z(]|')|(?<=[io] )m(?=\. ?$)",
    ),
    Rule("set", "EV", rf"E (?:{_NUMBER} )?(?:{_UNIT}|Q|W|M|P)|V"),
    Rule("ordinal_unit", "uo1t", r"u [w1]|(?:t )?(?:o|1s) u"),
    Rule("age", "123456wIavf", rf"{_COUNT}[ -](?:A )*{_UNIT}(?:[ -]| O )K"),
    Rule("length_period", "at123456wI", rf"(?:[at] )?{_NUMBER}[ -](?:A )*{_UNIT} p"),
    Rule("duration", "123456wIavfuU7", rf"{_LENGTH}(?:[ -]q)?|[uU7]-q"),
    Rule("spelled_year", "I", r"I w(?:[- ]w)?"),
    Rule("day_number", "t", r"(?<=i )t 1s(?! ?[?]| [Or])"),
    Rule("year_range", "4", r"4 ?- ?4"),
    Rule("year", "tb4", r"(?:t )?(?:b[ -])?4"),
    Rule("recent", "Lt", r"(?:t )?L [uU7]"),
    Rule("future", "t", r"t (?:[?] )?F"),
    Rule("reference", "RY", r"R|(?<!9 )Y(?! [9eG])"),
    Rule("the_past", "t", r"(?<=i )t l(?! ?[uU71wv?])"),
    Rule("the_unit", "t", r"(?<=[iO] )t (?:A )?[uQ](?! B)"),
    Rule("bare_units", "U7t", r"(?:(?<=i )|t )[U7](?! ?K)"),
    Rule("holiday", "H", r"H(?: 4)?"),
)


def _alternation(start: str) -> re.Pattern[str] | None:
    rules = [rule for rule in RULES if start in rule.starts]
    if not rules:
        return None
    return re.compile("|".join(f"(?P<{rule.name}>{rule.pattern})" for rule in rules))


# For each class the alternation of the rules that can begin with it.
GRAMMAR = {
    start: pattern
    for start in sorted({*"".join(rule.starts for rule in RULES)})
    if (pattern := _alternation(start)) is not None
}
