r"""The grammar of time expressions: patterns over classes of words.

A text is cut into pieces (words, numbers, marks, white space), and each piece becomes
one letter: its class (``CODES``). "over the past 24 hours" becomes ``i t l 1 U``. The
rules are regular expressions over such letters, so that they stay short whatever the
number of words, and fast: a text is searched only where a telling class stands, and at
a place only the rules that can begin with its class are tried.
"""

import re
from functools import cache
from typing import NamedTuple

OTHER = "?"  # any piece the lexicon does not know; ends a stretch worth looking at

CODES = {
    # numbers
    "day_number": "1", "small_number": "2", "number": "3", "year_number": "4",
    "old_year": "5", "clock_number": "6", "cardinal": "w", "century_word": "I",
    "multiplier": "8", "vague": "v", "ordinal": "o", "suffix": "s", "half": "f",
    # names and units of time
    "month": "M", "weak_month": "m", "short_month": "#", "weekday": "W",
    "weak_weekday": "y", "unit": "u", "units": "U", "hours": "7", "hour_mark": "h",
    "quarter": "Q", "season": "S",
    "day_part": "P", "clock_word": "C", "meridiem": "x", "zone": "X", "local": "J",
    "zone_place": "Z", "time": "j", "holiday": "H", "decade_word": "N", "period": "p",
    # times seen from the day of writing, or from the day spoken of
    "deictic": "D", "past_reference": "R", "present_reference": "R", "soon": "Y",
    "future_noun": "F", "recent": "L", "back": "l", "forward": "n", "this": "c",
    "that": "d", "ago": "g", "shift": "e", "sequel": "G", "edge": "b", "bound": "B",
    "every": "E", "often": "V",
    # small words
    "article": "a", "the": "t", "and": "k", "or": "r", "to": "T", "of": "O", "as": "9",
    "preposition": "i", "adjective": "A", "long": "q", "old": "K", "ess": "z",
    "bracket": "(", "semicolon": ";",
    "quarter_letter": "{", "iso_time": "^", "o": "%", "clock": "@", "ending": "&",
}  # fmt: skip

PIECE = re.compile(r"[aApP]\.[mM]\b\.?|\d+|[^\W\d_]+|\s+|[^\w\s]|_+")

# A stretch of text is looked at only where one of these stands.
_STRONG = "#@MmWyuU7hQPCDRLSVHNxFYpI46"
TELLING = re.compile(
    rf"[{_STRONG}:/.sJlz](?:(?<=[{_STRONG}])|(?<=[12][:/.])(?=[12])"
    r"|(?<=t 1s)|(?<=[24]z)|(?<= J)(?= )|(?<=t l))"
)


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


# Repetitions are bounded, so that the cost of a text grows with its length only.
# 24 · 1,200 · 3.5 · 2 1/2 · twenty-four · two hundred and forty · three and a half
_NUMBER = (
    r"(?:1/1|[1-6](?:[.,][123]){0,3}(?: 1/1)?"
    r"|[wI](?:[ -]w){0,5}(?: 8(?:(?: k)? [wI](?:-w)?)?){0,3})(?: k a f)?"
)
_VAGUE = r"(?:a )?v(?: O)?(?: t)?"  # several · a few · a couple of
_COUNT = rf"(?:{_NUMBER}(?:(?: [Trk] | ?- ?){_NUMBER})?|a 8|{_VAGUE}|f a|a f|a)"
_ADJECTIVES = r"(?:A ){0,3}"  # 24 consecutive hours
_UNIT = "[uU7h]"
_LENGTH = rf"(?:{_COUNT}[ -]{_ADJECTIVES}{_UNIT}(?: k a f)?)"
_YEAR = "[45]"
_MONTH = r"[Mm#]\.?"
_DAY = "1s?"
_WEEKDAY = r"[Wy](?:,? (?:t )?|\. )"
_MONTH_DAY = rf"{_MONTH} {_DAY}(?:(?:,? ?| O ){_YEAR}(?!:[12]))?(?![:-][12]|,3)"
_DAY_MONTH = rf"(?:t )?{_DAY}(?: O)?[ -]{_MONTH}(?:,?[ -]{_YEAR})?"
_ISO = r"4-[12]-[12](?!-)|4/[12]/[12]"
_NUMERIC = r"[12]\.[12]\.4|[12]/[12]/[421]|[12]-[12]-4"
_ZONE = r",? ?(?:X|J j|[ZJ] j)"
_CLOCK = (
    r"(?:(?:[12]:[12](?::[12])?|[12]\.[12](?= ?[xXJh])|[12](?= ?x)"
    r"|[12]\.[12](?= (?:D|W|i (?:t )?[W1M]))|[456](?= ?(?:[hXJ7]|Z j)))"
    rf"(?: ?x)?(?: ?[h7])?(?:{_ZONE})?|[12w] ?%'@|C(?:{_ZONE})?)"
)
_DATE = rf"(?:{_WEEKDAY})?(?:{_ISO}|{_NUMERIC}|{_MONTH_DAY}|{_DAY_MONTH})"
_POINT = rf"(?:{_DATE}|(?:[lnc] )?W|D)"
_NEAR = "(?:[lncd]|[cd] [ln])"  # last, next, this, that, this past, that same

# Order matters: the first rule that fits at a place wins, so longer forms come first.
RULES = (
    # 6 a.m. on Aug. 31 · 16:30 Moscow time · noon Friday · Friday at 10 p.m.
    Rule(
        "clock",
        "12456wCbtMm#WyDlnc",
        rf"{_CLOCK}(?:,? (?:i (?:t )?)?(?:t {_NEAR} u|{_POINT})(?: P)?)?"
        rf"|(?:b )?{_POINT},?(?: i)? {_CLOCK}",
    ),
    Rule(
        "iso", "4Wy", rf"(?:{_WEEKDAY})?(?:{_ISO})(?:\^[12]:[12](?::[12])?)?"
    ),  # 2016-05-23
    Rule("numeric", "12Wy", rf"(?:{_WEEKDAY})?(?:{_NUMERIC})"),  # 08.03.2016
    # 2-8 August 2016 · 7 and 8 February · August 28-30
    Rule(
        "day_range",
        "t1Mm#",
        rf"(?:t )?{_DAY} ?(?:[-/]|T|k) ?{_DAY}(?: O)? {_MONTH}(?:,? ?{_YEAR})?"
        rf"|{_MONTH} {_DAY} ?(?:-|/|T|k) ?{_DAY}(?![:.]1)(?:,? ?{_YEAR})?(?! ?[U7])",
    ),
    # March 8 · 8th of March, 2016 · Sunday, May 22, 2016 · last Oct. 23
    Rule(
        "month_day",
        "t1Mm#Wylnc",
        rf"(?:[lnc] )?(?:{_WEEKDAY})?(?:{_MONTH_DAY}|{_DAY_MONTH})(?:,? P)?",
    ),
    # the first week of May 2016 · the last week of June
    Rule("week_of_month", "tol", rf"(?:t )?[ol] u O {_MONTH}(?:,? {_YEAR})?(?! ?1)"),
    # May 2016 · early May 2016 · the end of May 2016 · the month of May 2016
    Rule(
        "month_year",
        "tubBMm#4",
        rf"(?:(?:t )?(?:b[ -]|B (?:O )?|u O ))?"
        rf"(?:{_MONTH},? (?:O )?{_YEAR}(?![.,]3)|4 M)(?! ?1)",
    ),
    Rule("decade", "tb4'N", r"(?:t )?(?:b[ -])?(?:(?:4|'[12])'?z|N)"),  # the 1990s
    # the third quarter of 2016 · last year's quarter · the first half of the year
    Rule(
        "quarter",
        "tAo4lnc{",
        rf"(?:[lnc] u'z )(?:o[ -])?Q"
        rf"|(?:t )?(?:A )?(?:4 )?(?:o|{_NEAR}(?: A)?)[ -]"
        rf"(?:A )?(?:Q|f O (?:t u|4))(?:(?:,? O)? (?:4|[lnc] u))?"
        r"|(?:t )?4 [Qp]|\{1(?: 4)?",
    ),
    Rule("year_before", "taAu", r"(?:[ta] )?(?:A )?u-[ge](?: [Qp])?"),  # year-earlier
    # the first ten days · the first two weeks of March
    Rule(
        "ordinal_days",
        "to",
        rf"(?:t )?o {_NUMBER} [U7](?: O {_MONTH}(?:,? {_YEAR})?)?",
    ),
    # the three days before · the six months after, but not "before the truce"
    Rule("days_beside", "t", rf"t {_NUMBER} [U7] (?:G|l)(?! [1-6wIatlncdWMD])"),
    # the week of 4 March
    Rule("week_of", "tu", rf"(?:t )?u O {_DATE}"),
    # the past 24 hours · the next two to three weeks
    Rule(
        "relative_count",
        "tdlnc",
        rf"(?:[td] )?(?:[lnc]|c [ln]) (?:A )?"
        rf"(?:{_NUMBER}(?: [Tr] {_NUMBER})?|v|v O)[ -]{_ADJECTIVES}{_UNIT}(?![ -]K)",
    ),
    # last week · late last week · the end of this month · last June · the day before
    Rule(
        "relative_unit",
        "beBtdlnc",
        rf"(?:(?:b|e|(?:t )?B O) )?(?:[td] )?{_NEAR}(?: A)? "
        rf"(?:[uQSWMp]|m(?! ?\?))(?: P)?|t [uP] (?:G(?! [1-6wIatlncdWMD])|n(?! ))",
    ),
    Rule("plain_relative", "tlncd", r"(?:t )?[lncd] [U7]"),  # these days
    Rule("part_of_day", "betlcd", rf"(?:(?:b|e) )?(?:[lcd]|t {_NEAR}|c e|b c) P"),
    Rule("weekday", "beW", r"(?:[be] )?W(?:(?:'z)? P)?(?:,? [lnc] u)?"),
    Rule("deictic", "beDt", r"(?:[be] |t u G )?D(?: P)?"),  # yesterday evening
    # two days ago · three days later · a day before, but not "a day before the truce"
    Rule("ago", "123456wIavf", rf"{_LENGTH} (?:g|e|G(?! [^(]))"),
    # the start of the year · year-end · earlier this month · late 2015
    Rule(
        "bound",
        "tBbeu",
        rf"u(?:'z |-)B|(?:(?:t )?B O |b[ -]|e i |e )(?:t )?"
        rf"(?:(?:{_NEAR} )?u|{_NEAR} Q|4|t Q|t u)",
    ),
    # the summer of 2016; "fall" and "spring" alone are often no seasons
    Rule("season", "btclnS", rf"(?:b )?(?:t |{_NEAR} )?S(?: O)?,? 4|(?<=i )(?:t )?S"),
    # mid-June · the end of April · June last year
    Rule(
        "month",
        "beBlncMtou",
        rf"(?:[be][ -]|(?:t )?B O |(?:t )?o f O |(?:t )?u O |{_NEAR} )?M(?:,? [lnc] u)?"
        r"|(?:[be][ -]|(?:t )?B O |(?:t )?o f O |(?:t )?u O )m",
    ),
    # in March · last May, but not "they march" or "it may"
    Rule(
        "weak_month",
        "m#lnc",
        r"(?:(?<=[iOt] )|[lnc] )m(?!'| ?\()|(?<=[Tk] )m(?! ?[?(]|')|(?<=[M#m]-)m"
        r"|(?:(?<=[iO] )|[lnc] )#(?:\.|(?! ?[?(]))",
    ),
    Rule("set", "EV", rf"E (?:{_NUMBER} )?(?:{_UNIT}|Q|W|M|P)|V"),  # every two weeks
    Rule("ordinal_unit", "uo1t", r"u [w1]|(?:t )?(?:o|1s) u"),  # day three
    Rule(
        "age",
        "123456wIavfK",
        rf"{_COUNT}[ -]{_ADJECTIVES}{_UNIT}(?:[ -]| O )K|K {_LENGTH}",
    ),
    Rule(
        "length_period", "at123456wI", rf"(?:[at] )?{_NUMBER}[ -]{_ADJECTIVES}{_UNIT} p"
    ),
    Rule("duration", "123456wIavfuU7", rf"{_LENGTH}(?:[ -]q)?|[uU7]-q"),  # 72-hour
    Rule("spelled_year", "I", r"I w(?:[- ]w)?"),  # nineteen ninety-six
    # on the 4th · on the 16th and 17th · between the 14th and the 22nd
    Rule(
        "day_number",
        "t",
        r"(?<=[iT] )t 1s(?: ?[kT-] ?(?:t )?1s)?(?! ?[?]| [Or])",
    ),
    Rule("year_range", "4", r"4 ?- ?4"),
    Rule("year", "tb4", r"(?:t )?(?:b[ -])?4"),
    Rule("recent", "Lt", r"(?:t )?L [uU7]"),  # recent weeks
    Rule("future", "t", rf"t {_ADJECTIVES}F"),  # the near future
    Rule("reference", "RY", r"R|(?<!9 )Y(?! [9eG])"),  # now, but not "as soon as"
    Rule("the_past", "t", r"(?<=i )t l(?! ?[uU71wv?])"),  # in the past
    # in the day · the week ending Sunday
    Rule("the_unit", "tu", r"(?<=[iO] )t (?:A )?[uQ](?! [BG])|(?:t )?u(?= &)"),
    Rule("bare_units", "U7t", r"(?:(?<=i )|t )[U7](?! ?K)"),  # for weeks
    Rule("holiday", "H", r"H(?: 4)?"),  # Eid
)


@cache
def rules_from(start: str) -> re.Pattern[str] | None:
    """Return the alternation of the rules that can begin with a class, if any can.

    Compiled when the class is first met: all of them take a quarter of a second.
    """
    rules = [rule for rule in RULES if start in rule.starts]
    if not rules:
        return None
    return re.compile("|".join(f"(?P<{rule.name}>{rule.pattern})" for rule in rules))
