"""Case numbers and the § or item of an agenda that a question names."""

import re

from beslutssok.parse.case_numbers import find_case_numbers, normalise_case_number
from beslutssok.parse.dates import MONTHS
from beslutssok.search.named import Named

_PARAGRAPH = re.compile(
    r"(?:§|\bparagraf(?:en)?|\bpunkt\s+§)\s*(?P<number>\d{1,4}(?!\d)(?:\s?[a-h](?![\wåäö]))?)"
    r"(?!\s*(?:[-–]|och)\s*§?\s*\d)",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"\bärende(?:\s+(?:nr|nummer))?\.?\s+(?P<number>\d{1,3}(?!\d))(?![/:-])", re.IGNORECASE
)
# A § with a law's name or chapter is the law's.
_OF_LAW = re.compile(
    r"^\s*(?:i\s+)?(?:kommunallag|kommunalförordning|\w+lagen|\w+balken|\w+förordningen|KL\b|PBL\b"
    r"|SoL\b|LSS\b|OSL\b|stycket|reglemente|arbetsordning|bolagsordning)",
    re.IGNORECASE,
)
_TYPED_SMALL = re.compile(
    r"(?<![\w/:-])(?:(?:ks|kf|rs|rf|hsn|bun|sn|bn)[ /-]?|[a-zåäö]{2,6}[/-])"
    r"(?:(?:19|20)\d{2}[/:-]\d{1,6}|\d{1,6}(?::\d+)?/(?:19|20)\d{2})(?!\w)"
)
# Hyphens that are pasted from other programs.
_HYPHENS = str.maketrans("\u2010\u2011\u2012\u2013\u2212", "-----")
_MONTHS = frozenset(month[:3] for month in MONTHS) | {
    "år",
    "året",
    "under",
    "sedan",
    "våren",
    "hösten",
}
# Typed with spaces or a hyphen: «slk 2023 00804», «0271 / 23», «0901-22». Telephone numbers go on.
_TYPED_LOOSELY = re.compile(
    r"(?<![\w/:-])(?P<organ>[^\W\d_]{2,6})[ /-]*(?P<year>(?:19|20)\d{2})[ /:-]+"
    r"(?P<number>0\d{2,5}|\d{3,6})(?![\w/:-])"
    r"|(?<![\w/:-])(?P<short>\d{4})(?:\s*/\s*|-)(?P<short_year>\d{2})(?![\w/:-]|\s*\d)"
)
# «läsåret 2023/24» is two years, not a case.
_TWO_YEARS = re.compile(r"(?:19|20)(\d{2})/(\d{2})")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NUMBER = re.compile(r"(?<![\w§/:.,-])(?P<number>\d{1,5}:\d{1,5}|\d{3,8})(?![\w/:%-]|[.,]\d)")
_IS_ITEM = re.compile(
    r"(?:§|paragraf(?:en)?|punkt|ärende(?:\s+(?:nr|nummer))?\.?)\s*$", re.IGNORECASE
)
_CHAPTER = re.compile(r"\bkap(?:itlet|\.)?\s*$|\d\s*kap\.?\s*$", re.IGNORECASE)


def find_cases_asked(text: str) -> tuple[Named, ...]:
    """Case numbers in their one form, those in small letters or typed loosely too, in order.

    >>> find_cases_asked("ks 2023/45 om läsåret 2023/24")
    (Named(name='KS 2023/45', start=0, end=10, certain=True),)
    >>> [case.name for case in find_cases_asked("slk 2023 00804 eller 0271 / 23")]
    ['SLK-2023-00804', '0271/23']
    >>> [case.name for case in find_cases_asked("0901-22")], find_cases_asked("ring 0901-22 33 44")
    (['0901/22'], ())
    """
    text = text.translate(_HYPHENS)
    text = _TYPED_SMALL.sub(lambda match: match[0].upper(), text)
    found = [
        Named(number, start, end)
        for number, start, end in find_case_numbers(text)
        if not _are_two_years(text[start:end])
    ]
    for match in _TYPED_LOOSELY.finditer(text):
        number = _tightened(match)
        if number and all(match.end() <= case.start or case.end <= match.start() for case in found):
            found.append(Named(number, *match.span()))
    return tuple(sorted(found, key=lambda case: case.start))


def _tightened(match: re.Match[str]) -> str | None:
    if match["short"]:
        written = f"{match['short']}/{match['short_year']}"
        is_year = _YEAR.fullmatch(match["short"]) and "-" in match[0]
        return None if is_year or _are_two_years(written) else normalise_case_number(written)
    organ = match["organ"]
    is_number = "-" in match[0] or organ.isupper() or match["number"].startswith("0")
    if organ.casefold() in _MONTHS or not is_number:
        return None
    return normalise_case_number(f"{match['organ'].upper()}-{match['year']}-{match['number']}")


def find_numbers_asked(text: str) -> tuple[Named, ...]:
    """Other numbers that stand for one thing: of a document, a property, a regulation.

    >>> [named.name for named in find_numbers_asked("Handling 2023 nr 195 om Backa 866:844")]
    ['195', '866:844']
    """
    return tuple(
        Named(match["number"], *match.span("number"), certain=False)
        for match in _NUMBER.finditer(text)
        if not _YEAR.fullmatch(match["number"]) and not _IS_ITEM.search(text[: match.start()])
    )


def _are_two_years(text: str) -> bool:
    match = _TWO_YEARS.fullmatch(text)
    return match is not None and (int(match[1]) + 1) % 100 == int(match[2])


def find_item_asked(text: str) -> tuple[str, Named] | None:
    """The number of the § or item that a question names, after its sign («§», «Ärende»).

    >>> find_item_asked("paragraf 12")[1].name
    '12'
    >>> find_item_asked("2 kap. 3 § kommunallagen") is None
    True
    """
    for pattern, sign in ((_PARAGRAPH, "§"), (_ITEM, "Ärende")):
        for match in pattern.finditer(text):
            if _OF_LAW.match(text[match.end() :]) or _CHAPTER.search(text[: match.start()]):
                continue
            return sign, Named(" ".join(match["number"].split()), *match.span())
    return None
