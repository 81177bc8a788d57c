"""The period that a question names: «den 7 september 2023», «hösten 2023», «i våras»."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from beslutssok.search.period_meanings import Clock, written
from beslutssok.search.period_words import Span, find_spans

# A year alone is often the subject («budget 2024», «avgiften under 2025»). It is a period where
# the question is about what was done in it.
_DONE = re.compile(
    r"\b(?:\w*beslut\w*|behandla\w*|bestämde\w*|avgjorde\w*|avgjordes|träffades|hände|hänt|sade|sades|sa|sagt\w*|antog\w*|antagit\w*|avslog\w*|avslag\w*"
    r"|bifoll\w*|rösta(?:de|t)|motion\w*|lades|tog|togs|gick|fastställde\w*|redovisade\w*|reservera(?:de|t)"
    r"|yrka(?:de|t|ts|des)|jäv\w*|deltog|bröt|partilinje\w*|yttra(?:de|t)|bordlades|(?:åter)?remitterades|interpellation\w*|medborgarförslag\w*|möte\w*|sammanträde\w*|protokoll\w*|paragraf\w*"
    r"|kallelse\w*|omröstning\w*|reservation\w*|yrkande\w*|ärende\w*|ändrades|godkände\w*|tyckte"
    r"|granskning\w*|decide\w*|decision\w*|happened|voted?|meeting\w*|följ)\b|§",
    re.IGNORECASE,
)
_OF_SUBJECT = re.compile(
    r"\b(?:för|per|avseende|gällande|rapport\w*|bokslut\w*|årsredovisning\w*|prognos\w*|budget\w*"
    r"|plan\w*|\w+plan|\w+program\w*|mål|målet|strategi\w*|höst\s+och|och\s+med|för\s+åren|for)\s+$",
    re.IGNORECASE,
)
# Before a whole year: what was done, or the word that says when it was.
_IN_YEAR = re.compile(
    r"\b(?:under|inom|beslut\w*|togs|fattats|fattades|ändrades|hände|hänt|behandla\w*|motioner"
    r"|interpellationer|medborgarförslag|detaljplaner|taxor|granskningar|möten\w*|sammanträden\w*"
    r"|protokoll\w*|antogs|avslogs|bifölls|återremitterades|röstade|fullmäktige|styrelsen|nämnden"
    r"|K[SF]|R[SF]|in|during)\s+(?:år\s+)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrån\s+(?:den\s+)?$", re.IGNORECASE)
# What is «från» a day and a meeting; other things that begin then are a subject.
_MEETING_FROM = re.compile(
    r"(?:möte\w*|sammanträde\w*|protokoll\w*|kallelse\w*|beslut\w*|paragraf\w*|§\s*\d+\s?\w?"
    r"|paragraf\s+\d+|motion\w*|handling\w*|ärende\w*|yrkande\w*|reservation\w*|interpellation\w*"
    r"|skrivelse\w*|fullmäktige\w*|styrelsen|nämnden|[KR][SF])\s+från\s+(?:den\s+)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:(?:ända\s+)?sedan|fr\.?\s?o\.?\s?m\.?|från\s+och\s+med|since|efter|after)"
    r"(?:\s+i)?(?:\s+den)?\s+$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:före|innan|before|fram\s+till|till\s+och\s+med|t\.?\s?o\.?\s?m\.?|senast|until)"
    r"(?:\s+i)?(?:\s+den)?\s+$",
    re.IGNORECASE,
)
_RANGE_OPENS = re.compile(r"\b(?:mellan|från|from|between)\s+(?:den\s+)?$", re.IGNORECASE)
_RANGE_GOES_ON = re.compile(
    r"\s*(?:och|till(?:\s+och\s+med)?|t\.?o\.?m\.?|fram\s+till|–|-|and|to)\s*(?:den\s+)?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|och|samt|and|resp\.?|respektive)\s*", re.IGNORECASE)
# A sentence about how things are may name a time that is not that of the decision.
_SENTENCE = re.compile(
    r"\?\s*$|^\s*(?:vad|vilk\w+|hur|när|var|vem|ska|skall|får|har|är|blir|kan|finns|what|when|how"
    r"|is|will)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"våras|somras|höstas|vintras|fjol|förra|föregående|senaste|sedan|last|past", re.IGNORECASE
)
_BOARD = re.compile(r"\b\w*(?:styrelsen|nämnden|utskottet)\b|\b[KRH]S\b", re.IGNORECASE)
_ASSEMBLY = re.compile(r"fullmäktige|\b[KR]F\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both included (``None``: open), and the words it was read from.

    ``start`` is where the words stand in the question; ``label`` is what to show. ``certain``
    says that the question asks what was done then; otherwise the words may as well tell of what
    a decision is about («gratis våren 2026»). ``relative`` says that it depends on today,
    ``yearless`` that only the year does.
    """

    first: date | None
    last: date | None
    words: str
    start: int = 0
    label: str = ""
    certain: bool = True
    relative: bool = False
    yearless: bool = False

    @property
    def is_day(self) -> bool:
        """Whether the period is a single day."""
        return self.first is not None and self.first == self.last

    @property
    def end(self) -> int:
        """Where the words end in the question."""
        return self.start + len(self.words)


def find_period(text: str, today: date | None = None) -> Period | None:
    """The period that a question names, or ``None``; ``today`` is the present day if not given.

    >>> find_period("Vad beslutades i februari och mars 2023?").first
    datetime.date(2023, 2, 1)
    >>> find_period("Vad sades i höstas?", date(2024, 3, 1)).label
    'hösten 2023'
    >>> find_period("Vilken skattesats gäller för 2024?") is None
    True
    """
    board = bool(_BOARD.search(text)) and not _ASSEMBLY.search(text)
    found = find_spans(text, Clock(today or date.today(), board))
    for position, span in enumerate(found):
        following = found[position + 1] if position + 1 < len(found) else None
        period = _in_context(text, span, following)
        if period is not None:
            return period
    return None


def _in_context(text: str, span: Span, following: Span | None) -> Period | None:
    before = text[: span.start]
    done = bool(_DONE.search(text))
    is_day = span.first is not None and span.first == span.last
    if following is not None:
        between = text[span.end : following.start]
        opens = _RANGE_OPENS.search(before)
        if opens and _RANGE_GOES_ON.fullmatch(between) and span.first and following.last:
            return _period(text, span, opens.start(), following.end, span.first, following.last)
        ends_as_day = following.first is not None and following.first == following.last
        if is_day and ends_as_day and _AND.fullmatch(between) and span.first and following.first:
            days = sorted((span.first, following.first))
            return _period(text, span, span.start, following.end, days[0], days[1])
    since, until = _SINCE.search(before), _UNTIL.search(before)
    if since and span.first is not None and span.last is not None:
        after = re.match(r"efter|after", since[0], re.IGNORECASE)
        first = span.last + timedelta(days=1) if after else span.first
        return _period(text, span, since.start(), span.end, first, None) if done else None
    if until and span.first is not None and span.last is not None:
        ahead = re.match(r"före|innan|before", until[0], re.IGNORECASE)
        last = span.first - timedelta(days=1) if ahead else span.last
        return _period(text, span, until.start(), span.end, None, last) if done else None
    if _FROM.search(before) and not _MEETING_FROM.search(before):
        return None
    if not is_day and _OF_SUBJECT.search(before):
        return None
    if span.is_year and not span.relative and text[span.start].isdigit():
        asked = bool(_IN_YEAR.search(before)) or not _SENTENCE.search(text)
        if not done:
            return None
        return _period(text, span, span.start, span.end, span.first, span.last, asked)
    if span.is_year and not done:
        return None
    is_past = bool(_PAST.search(text[span.start : span.end]))
    certain = is_day or is_past or done or not _SENTENCE.search(text)
    return _period(text, span, span.start, span.end, span.first, span.last, certain)


def _period(
    text: str,
    span: Span,
    start: int,
    end: int,
    first: date | None,
    last: date | None,
    certain: bool = True,
) -> Period | None:
    if first and last and first > last:
        return None
    words = text[start:end]
    is_plain = (start, end) == (span.start, span.end)
    label = span.name
    if not is_plain and first is None and last is not None:
        label = f"till och med {written(last)}"
    elif not is_plain and last is None and first is not None:
        label = f"från {written(first)}"
    elif not is_plain and first is not None and last is not None:
        label = f"{written(first)}–{written(last)}"
    return Period(
        first, last, words, start, " ".join(label.split()), certain, span.relative, span.yearless
    )
