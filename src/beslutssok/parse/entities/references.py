"""References to other items: «Regionstyrelsen beslutade 2025-05-27 § 79». Statutes are none."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from datetime import date

from beslutssok.domain import ItemReference
from beslutssok.parse.dates import MONTHS, find_dates
from beslutssok.parse.entities.told import Told
from beslutssok.parse.organs import ABBREVIATIONS, find_organ, organ_of_abbreviation

_ISO = r"(?<![\d-])(?:19|20)\d{2}-\d{2}-\d{2}(?![\d-])"
_WORDS = rf"(?<!\d)\d{{1,2}}(?::?e)?\s+(?:{'|'.join(MONTHS)})\s+(?:19|20)\d{{2}}(?!\d)"
_DATE = rf"(?:{_ISO}|(?:den\s+)?{_WORDS})"
_NUMBER = r"\d{1,4}(?!\d)(?:\s?[a-e]\b)?"
# Numbers that are read of one list, which a text from a stranger might have thousands of.
MAX_NUMBERS = 40
_NUMBERS = (
    rf"{_NUMBER}(?:\s*[–-]\s*{_NUMBER}(?!\d))?"
    rf"(?:(?:,\s*|\s+(?:och|samt)\s+){_NUMBER}(?:\s*[–-]\s*{_NUMBER}(?!\d))?"
    r"(?=\s*(?:[,.;)\n]|$|(?:och|samt|är|behandla|bordl|antecknas|utgår)\b))"
    rf"|(?:,|\s+och|\s+samt)\s*§\s*{_NUMBER}(?!\s*[,(]?\s*(?:den\s+)?(?:{_ISO}|{_WORDS})))"
    rf"{{0,{MAX_NUMBERS}}}"
)
_SIGN = r"(?:§{1,2}|paragraf(?:erna|en)?\s)"
_DATED = re.compile(
    rf"(?P<date>{_DATE})(?:\s*[,(]|\s+(?:under|i|som|med))?\s*(?:Ks|Kf|Rs|KS|KF|RS)?\s*{_SIGN}\s*(?P<numbers>{_NUMBERS})",
    re.I,
)
_NUMBERED_FIRST = re.compile(
    rf"(?<!\d\s)(?<!\d){_SIGN}\s*(?P<numbers>{_NUMBERS})(?P<between>[^.;\n§\d]{{0,70}}?)\s*(?P<date>{_DATE})",
    re.I,
)
_YEARLY = re.compile(
    rf"(?:(?P<organ>\b[A-ZÅÄÖ]{{2,5}}|\b\w+(?:styrelsen|nämnden|fullmäktige|utskottet)s?)\s*)?(?<!\d\s)(?<!\d){_SIGN}\s*(?P<number>\d{{1,4}})\s?/\s?(?P<year>(?:19|20)\d{{2}}|\d{{2}})(?![\d/])"
)
_DECIDED = re.compile(
    rf"(?P<lead>\b(?:bordl(?:agt|agd|ades?)|återremittera(?:t|d|des)|behandla(?:ts?|d|des)|beslut(?:ade|at)?)\b"
    rf"(?:\s+(?:av|vid|på|i|om|har|ärendet|sitt|sammanträdet?|möte)(?:\s+\w+)?){{0,2}})\s+(?P<date>{_DATE})(?!\s*[,(]?\s*§)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"\b(?:se|jfr|jämför|under|beslut\s+i|enligt\s+beslut\s+i|ärende\s+under|samband\s+med)\s+(?:även\s+)?{_SIGN}\s*(?P<numbers>{_NUMBERS})"
    r"(?!\s*(?:i\s+(?:\w+\s+)?\w*(?:arbetsordning|stadga|reglement|lag|förordning|avtal|ordning|riktlinje|polic|föreskrift)|\w*(?:lagen|balken|förordningen|arbetsordning)))",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\btidigare(?:\s+(?:har\s+)?(?:varit\s+)?)?$", re.IGNORECASE)
_WHERE = re.compile(
    rf"(?<!\d\s)(?<!\d){_SIGN}\s*(?P<numbers>{_NUMBERS}),?\s+(?:där|då|när|varvid|varigenom)\s+"
    r"(?:ärendet|motion\w*|frågan|förslaget|medborgarförslaget)\s+(?:\w+\s+)?"
    r"(?:remitter|återremitter|bordla|behandla|väck|beslut|överlämna|avgjord)",
    re.IGNORECASE,
)
_STATUTE = re.compile(
    r"^\s*(?:(?:,|och|samt|första|andra|tredje|st\.?|stycket|punkten?|p\.?|i|\d+)\s+){0,4}\(?\w*(?:lagen|balken|förordningen|stadgan|stadgarna|reglementet|arbetsordningen"
    r"|(?<!förs|nder)(?<!ans|avs|ins|pps)(?<!bo)lag\b|förordning\b|kap\b)",
    re.IGNORECASE,
)
_BEFORE_STATUTE = re.compile(
    r"(?:kap(?:itlet|\.)?|lagen?|balken|förordning\w*|stadga\w*)\s*$", re.I
)
_BREAK = re.compile(r"[.;]\s+(?=[A-ZÅÄÖ])|\n|\?\s")
# As they are written: ``KS``, ``Ks``.
_WRITTEN = {form for short in ABBREVIATIONS for form in (short, short.capitalize())} | {"AU", "Au"}
_ABBREVIATION = re.compile(rf"(?<![\w/-])({'|'.join(sorted(_WRITTEN))})(?![\w/-]|\s?\d{{4}}/)")
_OF_SEVERAL_WORDS = re.compile(r"[a-zåäö]+(?:ska|la|iga|mma|dra|rra|nya)\s$")
_SHORT = re.compile(r"(?<!\w)(fullmäktige|styrelsen|nämnden|utskottet)s?(?!\w)", re.IGNORECASE)
_ORGAN_WORD = re.compile(
    r"(?<![\w-])(?:(?:tekniska|sociala|gemensamma|kommunala|regionala)\s"
    r"|[\wåäöÅÄÖ-]+(?:,?\s(?:och|samt)\s))?[\wåäöÅÄÖ]*(?:styrelse|fullmäktige|nämnd|utskott|direktion|beredning)"
    r"(?:e?ns?|ets?|s)?(?:\s(?:arbetsutskott|presidium|\w+utskott)(?:et)?s?)?(?![\w-])"
    r"(?:(?<=nämnden)\sför\s\w+(?:(?:,\s\w+)*\soch\s\w+)?)?",
    re.IGNORECASE,
)
_TRIGGER = re.compile(r"§|paragraf|bordl|återremi|behandla|beslut", re.IGNORECASE)
# A body is named this close before the date, in characters.
REACH = 110
# Smaller numbers are years of two digits.
CENTURY = 100
ARBETSUTSKOTTET = "Arbetsutskottet"


def find_item_references(tolds: Sequence[Told], organ: str = "") -> tuple[ItemReference, ...]:
    """Find what other items the sections of an item refer to, in order.

    ``organ`` is the body whose item it is: «fullmäktige» in its minutes is its own council.
    """
    found: dict[ItemReference, None] = {}
    for told in tolds:
        if _TRIGGER.search(told.text):
            ordered = sorted(_of_section(told, organ), key=lambda entry: entry[0])
            found |= dict.fromkeys(reference for _, reference in ordered)
    return tuple(found)


_Found = tuple[int, ItemReference]


def _of_section(told: Told, organ: str) -> Iterator[_Found]:
    taken: list[tuple[int, int]] = []
    carried = ""
    last_end = 0
    for match in _DATED.finditer(told.text):
        if _is_statute(told.text, match.start(), match.end()):
            continue
        start, named = _organ_before(told.text, match.start(), last_end, organ)
        listed = not named and _continues(told.text[last_end : match.start()]) and last_end
        carried = carried if listed else named
        last_end = match.end()
        insort(taken, match.span())
        yield from _numbered(told, match, carried, start)
    for match in _NUMBERED_FIRST.finditer(told.text):
        if _overlaps(match.span(), taken) or _is_statute(
            told.text, match.start(), match.end("numbers")
        ):
            continue
        named = (
            _named(match["between"], organ) or _organ_before(told.text, match.start(), 0, organ)[1]
        )
        if not named and not re.fullmatch(
            r"[\s,(]*(?:(?:från|av|den|vid|på|sammanträdet?|protokoll(?:et)?)[\s,(]*){0,4}",
            match["between"],
        ):
            continue
        insort(taken, match.span())
        yield from _numbered(told, match, named, match.start())
    for match in _YEARLY.finditer(told.text):
        if not _overlaps(match.span(), taken):
            insort(taken, match.span())
            named = _named(match["organ"] or "", organ)
            start = match.start()
            if not named:
                start, named = _organ_before(told.text, match.start(), 0, organ)
            year = int(match["year"])
            if year < CENTURY and not named:
                continue
            year += 2000 if year < CENTURY else 0
            source = told.quote(start, match.end())
            yield match.start(), ItemReference(named, None, match["number"], source, year)
    for match in _DECIDED.finditer(told.text):
        if not _overlaps(match.span(), taken):
            start, named = _organ_before(told.text, match.start(), 0, organ)
            named = _named(match["lead"], organ) or named
            before = told.text[max(0, match.start() - REACH) : match.start()]
            told_earlier = _EARLIER.search(before) is not None
            if named or told_earlier or re.match("bordl|återremi", match["lead"], re.IGNORECASE):
                insort(taken, match.span())
                day = find_dates(match["date"])
                if day:
                    source = told.quote(min(start, match.start()), match.end())
                    yield match.start(), ItemReference(named, day[0], None, source)
    for match in _ALONE.finditer(told.text):
        if not _overlaps(match.span(), taken):
            insort(taken, match.span())
            yield from _numbered(told, match, "", match.start())
    for match in _WHERE.finditer(told.text):
        if not _overlaps(match.span(), taken):
            start, named = _organ_before(told.text, match.start(), 0, organ)
            yield from _numbered(told, match, named, start)


def _numbered(told: Told, match: re.Match[str], organ: str, start: int) -> Iterator[_Found]:
    """A reference for each number of the match."""
    source = told.quote(start, match.end())
    days = find_dates(match["date"]) if "date" in match.re.groupindex else ()
    day: date | None = days[0] if days else None
    if "date" in match.re.groupindex and day is None:
        return
    for number in _expand(match["numbers"]):
        yield match.start(), ItemReference(organ, day, number, source)


def _expand(numbers: str) -> Iterator[str]:
    """The numbers of a list; a range gives all that are in it.

    >>> list(_expand("12–14 och 17 a"))
    ['12', '13', '14', '17 a']
    """
    for entry in re.split(r",|\boch\b|\bsamt\b", numbers):
        ends = re.fullmatch(r"\s*(\d+)\s*[–-]\s*(\d+)\s*", entry)
        if ends and 0 < int(ends[2]) - int(ends[1]) < MAX_NUMBERS:
            yield from (str(number) for number in range(int(ends[1]), int(ends[2]) + 1))
        elif match := re.match(r"[\s§]*(\d+)\s?([a-e]\b)?", entry):
            yield f"{match[1]} {match[2]}" if match[2] else match[1]


def _organ_before(text: str, position: int, after: int, own: str) -> tuple[int, str]:
    """The last body named before a place in the same sentence, and where its name begins."""
    begin = max(after, position - REACH)
    window = text[begin:position]
    breaks = list(_BREAK.finditer(window))
    if breaks:
        begin += breaks[-1].end()
        window = text[begin:position]
    found = [*_ORGAN_WORD.finditer(window), *_ABBREVIATION.finditer(window)]
    for match in sorted(found, key=lambda match: match.start(), reverse=True):
        if _SHORT.fullmatch(match[0]) and _OF_SEVERAL_WORDS.search(window[: match.start()]):
            return position, ""
        named = _named(match[0], own)
        if named:
            return begin + match.start(), named
    return position, ""


def _named(text: str, own: str) -> str:
    """The body that words name, in its usual spelling and without a genitive."""
    bare = " ".join(text.split())
    abbreviation = _ABBREVIATION.search(bare)
    if abbreviation:
        return organ_of_abbreviation(abbreviation[1]) or ARBETSUTSKOTTET
    word = _ORGAN_WORD.search(bare)
    if word is None:
        return ""
    bare = word[0]
    short = _SHORT.fullmatch(bare)
    if short:
        return _in_full(short[1].lower(), own)
    for candidate in (bare, bare.removesuffix("s")):
        organ = find_organ(candidate)
        if organ and organ.casefold() == candidate.casefold():
            return organ
    return find_organ(bare.removesuffix("s")) or ""


def _in_full(short: str, own: str) -> str:
    """What «fullmäktige» or «styrelsen» alone means in the minutes of a body."""
    family = re.match(r"region|kommun|landstings|förbunds|stads", own, re.IGNORECASE)
    if short in ("nämnden", "utskottet") or own.casefold().endswith(short):
        return own if own.casefold().endswith(short) else ""
    return f"{family[0].capitalize()}{short}" if family else ""


def _continues(between: str) -> bool:
    """Whether what stands between two references only lists them."""
    return bool(
        re.fullmatch(
            r"[\s,;]*(?:(?:och|samt|respektive|punkt(?:en)?\s+\d+)[\s,]*)*(?:den\s+)?", between
        )
    )


def _is_statute(text: str, start: int, end: int) -> bool:
    return bool(_STATUTE.match(text[end : end + 80])) or bool(
        _BEFORE_STATUTE.search(text[max(0, start - 30) : start])
    )


def _overlaps(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a span shares something with one of those that are taken, which are in order."""
    before = bisect_left(taken, (span[1], 0))
    return before > 0 and span[0] < taken[before - 1][1]
