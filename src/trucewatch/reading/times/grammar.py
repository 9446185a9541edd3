r"""The grammar of time expressions: patterns over classes of words.

A text is cut into pieces (words, numbers, marks, white space), and each piece becomes
one letter: its class (``CODES``). "over the past 24 hours" becomes ``i t l 1 U``. The
grammar is one regular expression over such letters, so that it stays short whatever
the number of words, and fast: a text is searched only where a telling class stands.
"""

import re

OTHER = "?"

CODES = {
    "day_number": "1", "small_number": "2", "number": "3", "year_number": "4",
    "old_year": "5", "cardinal": "w", "vague": "v", "ordinal": "o", "suffix": "s",
    "article": "a", "the": "t", "half": "f", "and": "k", "or": "r", "to": "T",
    "of": "O", "month": "M", "weak_month": "m", "weekday": "W", "weak_weekday": "y",
    "unit": "u", "units": "U", "hour_mark": "h", "quarter": "Q", "day_part": "P",
    "clock_word": "C", "deictic": "D", "past_reference": "R",
    "present_reference": "R", "future_reference": "R", "recent": "L", "season": "S",
    "back": "l", "forward": "n", "this": "c", "that": "d", "ago": "g", "shift": "e",
    "edge": "b", "bound": "B", "every": "E", "often": "V", "preposition": "i",
    "adjective": "A", "long": "q", "old": "K", "ess": "z", "local": "J", "time": "j",
    "zone": "X", "zone_place": "Z", "holiday": "H", "decade_word": "N",
    "meridiem": "x",
}  # fmt: skip

PIECE = re.compile(r"[aApP]\.[mM]\b\.?|\d+|[^\W\d_]+|\s+|[^\w\s]|_+")

# A stretch of text is looked at only where one of these stands.
TELLING = re.compile("[MmWuUhQPCDRLSVHN4x]|(?<=[12])[:s/.](?=[12])|(?<= )s|(?<=[34]) J")

_GAP = " ?"
_NUMBER = (
    r"(?:[1234](?:[.,][123])*(?: 1/1)?|w(?:[ -]w)*(?: k w)?)(?: k a f)?"
)  # 24 · 1,200 · 3.5 · 2 1/2 · twenty-four · three and a half
_COUNT = rf"(?:{_NUMBER}(?:(?: [Tr] | ?- ?){_NUMBER})?|(?:a )?v(?: O)?(?: t)?|f a|a f|a)"
_UNIT = "(?:[uUQ]|h)"
_YEAR = "[45]"
_SPAN = rf"(?:{_COUNT}[ -](?:A )*{_UNIT}(?: k a f)?)"
_MONTH = "[Mm]\\.?"
_DAY = "1(?:s)?"
_ZONE = rf"(?:{_GAP}(?:X|J j|[ZJ] j))"
_CLOCK = (
    rf"(?:(?:[12]:[12](?::[12])?|[12]\.[12](?= ?[xXJ])|[12](?= ?x)|[34](?= ?(?:[hXJ]|Z j|U\b)))"
    rf"(?: ?x)?(?: ?[hU](?![a-zA-Z]))?{_ZONE}?|C)"
)
_DATE_MD = rf"{_MONTH} {_DAY}(?:(?:,? ?| O ){_YEAR}(?![:]))?"
_DATE_DM = rf"(?:t )?{_DAY}(?: O)? {_MONTH}(?:,? ?{_YEAR})?"
_DATE_MY = rf"{_MONTH},? (?:O )?{_YEAR}"
_ISO = r"4-[12]-[12](?![-])|4/[12]/[12]"
_NUMERIC = r"[12]\.[12]\.[4]|[12]/[12]/[42]|[12]-[12]-4"
_WEEKDAY = r"[Wy](?:,? (?:t )?|\. )"
_DAYDATE = rf"(?:{_WEEKDAY})?(?:{_ISO}|{_NUMERIC}|{_DATE_MD}|{_DATE_DM}|M)"
_POINT = rf"(?:{_DAYDATE}|(?:[lnc] )?W|D)"

# Order matters: the first rule that fits at a place wins, so longer forms come first.
RULES = {
    "clock": (
        rf"{_CLOCK}(?:,? (?:i )?(?:t (?:[lnc] |d )?u|{_POINT})(?: P)?)?"
        rf"|(?:b )?{_POINT},?(?: i)? {_CLOCK}"
    ),
    "iso": rf"(?:{_WEEKDAY})?(?:{_ISO})",
    "numeric": rf"(?:{_WEEKDAY})?(?:{_NUMERIC})",
    "day_range": (
        rf"(?:t )?{_DAY} ?(?:[-/]|T|k) ?{_DAY}(?: O)? {_MONTH}(?:,? ?{_YEAR})?"
        rf"|{_MONTH} {_DAY} ?(?:-|/|T|k) ?{_DAY}(?![:.]1)(?:,? ?{_YEAR})?(?! ?U)"
    ),
    "month_day": (
        rf"(?:{_WEEKDAY})?(?:{_DATE_MD}|{_DATE_DM})(?!:)(?:,? [P])?"
    ),
    "month_year": rf"(?:(?:t )?(?:b[ -]|B (?:O )?))?(?:{_DATE_MY}|4 M)(?!1)",
    "decade": rf"(?:t )?(?:b[ -])?(?:(?:4|'[12]|'?2)'?z|N)",
    "quarter": (
        rf"(?:t )?(?:A )?(?:4 )?(?:o|[lnc](?: A)?)[ -](?:A )?(?:Q|f O (?:t u|4))"
        rf"(?:(?:,? O)? (?:4|[lnc] u))?|(?:t )?4 Q"
    ),
    "ordinal_days": rf"(?:t )?o {_NUMBER} [U]",
    "relative_count": rf"(?:[td] )?(?:[lnc]|c l|c n) (?:A )?(?:{_NUMBER}|v|v O)[ -](?:A )*{_UNIT}",
    "relative_unit": (
        rf"(?:(?:b|e|B(?: O)?) )?(?:[td] )?(?:[lncd]|c l|d l)(?: A)? (?:u|Q|[SWMm]\b)(?: P)?"
    ),
    "part_of_day": rf"(?:(?:b|e) )?(?:[lcd]|t (?:[ln]|d)|c e|b c) P",
    "weekday": rf"(?:(?:b|e) )?W(?:'z)?(?: P)?(?:,? (?:l|n|c) u)?",
    "deictic": rf"(?:(?:b|e) )?D(?: P)?",
    "ago": rf"{_SPAN} (?:g|e)(?! {_SPAN})",
    "bound": rf"(?:t )?(?:B O|B|b[ -]|e i|e) ?(?:t )?(?:(?:[lncd] )?u|[lnc] Q|4|t Q|t u)",
    "season": rf"(?:b )?(?:[tcln] |c l )?S(?: O)?,? 4|(?:i )(?:t )?S",
    "month": rf"(?:(?:b|e)[ -]|B O |[lnc] )?[M](?!')\.?(?:,? (?:[lnc]) u)?",
    "weak_month": rf"(?:(?<=[iTOk] )|(?:b[ -]|[lnc] ))m(?! ?[?])",
    "set": rf"E (?:{_NUMBER} )?(?:{_UNIT}|W|P)|V|(?<=[?] )a (?:u)(?= ?[.,:?T-]|\b)(?<=z)",
    "day_of": rf"u [w1]|o u",
    "age": rf"{_COUNT}[ -]{_UNIT}[ -]K",
    "duration": rf"{_SPAN}(?:[ -]q)?|{_UNIT}-q",
    "year": r"(?:t )?(?:b[ -])?4",
    "recent": r"L [uU]|(?:t )?L (?:u|U)",
    "reference": r"R",
    "the_unit": r"(?<=[iO] )t (?:A )?[uQ]",
    "holiday": r"H(?: 4)?",
}

GRAMMAR = re.compile("|".join(f"(?P<{name}>{rule})" for name, rule in RULES.items()))
