"""Words for a span of days: the patterns, each with what it means.

A rule reads one expression by itself («mars 2024», «i våras», «förra mandatperioden»); what
stands around it («före», «mellan … och …») is the matter of ``periods``.
"""

import re
from dataclasses import dataclass
from datetime import date

from beslutssok.parse.dates import MONTHS
from beslutssok.search import period_meanings as means
from beslutssok.search import relative_meanings as told
from beslutssok.search.period_meanings import Clock, Meaning


@dataclass(frozen=True, slots=True)
class Span:
    """Days from ``first`` to ``last`` (``None``: open), read from ``text[start:end]``.

    ``name`` is what to call them; ``relative`` says that they depend on today; ``is_year`` that
    they are one or several whole years by number, which are often a subject («budget 2024»), and
    ``yearless`` that a day, month, quarter or week is named without a year.
    """

    first: date | None
    last: date | None
    start: int
    end: int
    name: str
    relative: bool = False
    is_year: bool = False
    yearless: bool = False


_MONTH = "|".join(sorted({*MONTHS, *means.ENGLISH_MONTHS}, key=len, reverse=True))
_ANY_MONTH = rf"(?:{_MONTH}|(?:{'|'.join(means.SHORT_MONTHS)})\b\.?)"
_DIGITS = r"(?:19|20)\d{2}"
_YEAR = rf"{_DIGITS}(?![\d:/]|-\d)"
_BY_WORD = r"i\s+år|i\s+fjol|förra\s+året|i\s+förfjol|last\s+year|this\s+year"
_THAT_YEAR = rf"(?:{_YEAR}|-\d{{2}}(?!\d)|{_BY_WORD})"
_COUNT = rf"(?:\d{{1,2}}|{'|'.join(means.NUMBERS)})"
_ORDINAL = "|".join(re.escape(word) for word in means.ORDINALS)
_WEEKDAY = "|".join(means.WEEKDAYS)
_TO = r"(?:–|-|till|och|t\.?o\.?m\.?|and|to)"
# A fraction and a telephone's «24/7» look like days; what stands before tells a meeting's day.
_MEETING_OF = (
    r"(?:den|mötet|möte|sammanträdet|protokollet|kallelsen|[a-zåäö]+styrelsen"
    r"|[a-zåäö]*fullmäktige|[a-zåäö-]+nämnden|(?-i:[A-ZÅÄÖ]{2,5}))\s+(?:den\s+)?"
)
# A rule comes before those that would read a part of its expression.
_RULES: tuple[tuple[str, Meaning], ...] = (
    (rf"{_DIGITS}([-.])\d{{2}}\1\d{{2}}|20\d{{2}}(?:0\d|1[0-2])(?:[0-2]\d|3[01])", means.iso_day),
    (
        rf"(?P<first>{_MONTH})(?:\s+(?P<earlier>{_YEAR}))?\s*{_TO}\s*"
        rf"(?P<last>{_MONTH})(?:\s+(?P<year>{_THAT_YEAR}))?",
        means.months,
    ),
    (
        rf"(?:den\s+)?(?P<day>\d{{1,2}})(?::?[ea])?\s+(?P<month>{_ANY_MONTH})"
        rf"(?:,?\s*(?P<year>{_THAT_YEAR}))?",
        means.day_and_month,
    ),
    (
        rf"(?P<said>{_MEETING_OF})?(?P<day>[0-3]?\d)/(?P<month>1[0-2]|0?[1-9])"
        r"(?:[\s-]+(?P<year>20\d{2}|\d{2}(?!\d)))?(?!/)",
        means.day_slash_month,
    ),
    (rf"(?P<month>{_ANY_MONTH})\s*(?:månad\s+)?(?P<year>{_THAT_YEAR})", means.month),
    # «skjuts till marsmötet» tells when it comes up, not when that was decided.
    (
        rf"(?<!till\s)(?P<month>{_MONTH})s?(?:möte|sammanträde)t?s?"
        rf"(?:\s+(?:i\s+)?(?P<year>{_THAT_YEAR}))?",
        means.month,
    ),
    (
        r"(?P<side>före|innan|efter|before|after)\s+(?:sommaren|semestern|the\s+summer)"
        rf"(?:\s+(?P<year>{_THAT_YEAR}))?",
        told.around_summer,
    ),
    (
        rf"(?:i\s+)?(?P<season>vår|sommar|höst|vinter)(?:en|n)?s?\s*"
        rf"(?P<year>{_DIGITS}(?=\s*[/–-]\s*(?:20)?\d{{2}}(?!\d))|{_THAT_YEAR})"
        r"(?:\s*[/–-]\s*(?:20)?\d{2})?",
        means.named_season,
    ),
    (rf"(?P<season>spring|summer|autumn|fall)\s+(?:of\s+)?(?P<year>{_YEAR})", means.named_season),
    (r"i\s+(?P<season>våras|somras|höstas|vintras)", told.past_season),
    (r"förra\s+(?P<season>vår|sommar|höst|vinter)(?:en|n)", told.former_season),
    (
        r"i\s+(?P<season>vår|sommar|höst|vinter)(?=\s*(?:[?.!,]|$|om\b|och\b))",
        told.present_season,
    ),
    (
        rf"(?:(?:mellan|från|under|between|from)\s+(?:åren\s+)?|åren\s+)(?P<first>{_DIGITS})\s*"
        rf"{_TO}\s*(?P<last>{_DIGITS}|\d{{2}})",
        means.years,
    ),
    (
        r"(?P<which>(?:den\s+)?(?:förrförra|förra|föregående|denna|här|innevarande|nuvarande"
        r"|pågående|last|current))\s+(?:mandatperiod(?:en)?|term\s+of\s+office)",
        told.term,
    ),
    (
        rf"mandatperiod(?:en)?\s+(?P<first>{_DIGITS})(?:\s*[–-]\s*(?:20)?\d{{2}})?",
        told.term_of_years,
    ),
    (
        r"(?P<side>efter|sedan|före|innan|after|since|before)\s+(?:det\s+)?(?:senaste\s+|the\s+)?"
        rf"(?:val|valet|election)(?:\s+(?P<year>{_YEAR}))?",
        told.around_election,
    ),
    (
        rf"(?:(?:kvartal(?:et)?\s+|Q)(?P<number>[1-4])|(?P<ordinal>{_ORDINAL})"
        rf"\s+(?:kvartalet|quarter))(?:\s+(?:of\s+)?(?P<year>{_THAT_YEAR}))?",
        means.named_quarter,
    ),
    (
        rf"(?P<ordinal>{_ORDINAL})\s+(?:halvåret|half)(?:\s+(?:of\s+)?(?P<year>{_THAT_YEAR}))?",
        means.named_half,
    ),
    (
        rf"(?:vecka|v\.?)\s?(?P<week>\d{{1,2}})(?:[\s,]+(?P<year>{_THAT_YEAR}))?(?!\s*kap)",
        means.week,
    ),
    (
        rf"{_BY_WORD}|föregående\s+år|innevarande\s+år|detta\s+år",
        told.this_or_last_year,
    ),
    (
        r"(?:förra|föregående|denna|innevarande|den\s+här|last|this)\s+"
        r"(?:vecka|veckan|månad|månaden|week|month)",
        told.near_unit,
    ),
    (
        r"(?:de\s+|den\s+|det\s+|the\s+)?(?:senaste|sista|past|last)\s+"
        rf"(?:(?P<count>{_COUNT})\s+)?"
        r"(?P<unit>åren|året|halvåret|månaderna|månaden|veckorna|veckan|years?|months?|weeks?)",
        told.latest_units,
    ),
    (
        rf"för\s+(?P<count>{_COUNT})\s+(?P<unit>år|månad(?:er)?|veck(?:a|or))\s+sed[ae]n",
        told.units_ago,
    ),
    (r"i\s?dag|i\s?går|i\s?förrgår|today|yesterday", told.near_day),
    (rf"i\s+(?:{_WEEKDAY})s|förra\s+(?:{_WEEKDAY})en", told.weekday),
    (
        r"(?:(?<=\bi\s)|(?<=\bunder\s)|(?<=\bsedan\s)|(?<=\bföre\s)|(?<=\binnan\s)|(?<=\befter\s))"
        rf"(?P<month>{_MONTH})(?P<year>)",
        means.month,
    ),
    (rf"(?<![–-])(?P<first>{_DIGITS})\s*[–-]\s*(?P<last>{_DIGITS})", means.years),
    (rf"(?<![–-])(?<![–-]\s)(?:år\s+)?(?P<year>{_YEAR})(?!\s*[–-]\s*\d)", means.year),
)
_OF_A_YEAR = frozenset(
    {
        means.day_and_month,
        means.day_slash_month,
        means.month,
        means.months,
        means.named_quarter,
        means.named_half,
        means.week,
    }
)
_SAYS_YEAR = re.compile(_BY_WORD, re.IGNORECASE)
_COMPILED = tuple(
    (re.compile(rf"(?<![\w§/.:])(?:{pattern})(?!\w)", re.IGNORECASE), meaning)
    for pattern, meaning in _RULES
)


def find_spans(text: str, clock: Clock) -> list[Span]:
    """The expressions in a text, in order; where two overlap, the one whose rule comes first."""
    found: list[Span] = []
    for pattern, meaning in _COMPILED:
        for match in pattern.finditer(text):
            if any(match.start() < span.end and span.start < match.end() for span in found):
                continue
            meant = meaning(match, clock)
            if meant is None:
                continue
            (first, last), name = meant
            start = match.start("day") if "said" in match.groupdict() else match.start()
            relative = not re.search(r"\d{4}|-\d{2}$|/\d{1,2}\s\d{2}$", match[0])
            yearless = relative and meaning in _OF_A_YEAR and not _SAYS_YEAR.search(match[0])
            found.append(
                Span(
                    first,
                    last,
                    start,
                    match.end(),
                    name or match[0],
                    relative=relative,
                    is_year=meaning in (means.year, means.years),
                    yearless=yearless,
                )
            )
    return sorted(found, key=lambda span: span.start)
