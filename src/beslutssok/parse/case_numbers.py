"""Case numbers (diarienummer, dnr, ärendenummer) in running text and in headings."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from beslutssok.parse.case_forms import FORMS, LABELLED_FORMS, CaseForm

_EDGE_BEFORE, _EDGE_AFTER = r"(?<![\w/:-])(?<!\d\.)", r"(?![\w/]|[-.,:]\d)"
_LABEL = (
    r"(?:diarie-?nummer|diarie-?nr|diariebeteckning|dnr|d\.?nr|ärende-?nummer|ärendenr"
    r"|ärende-?id|(?:ärende|vår\s)?beteckning|ärende(?=\s?:))\.?\s?:?"
)
_DATE = re.compile(r"(?:19|20)\d{2}[-.:/]\d{1,2}[-.:/]\d{1,2}(?!\d)")
_PLAN_CODE = re.compile(r"\d{3}|\d\.\d(?:\.\d)*")


def _without_groups(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def _any_of(forms: tuple[CaseForm, ...]) -> str:
    return "|".join(_without_groups(form.pattern) for form in forms)


_CASE_NUMBER = re.compile(f"{_EDGE_BEFORE}(?:{_any_of(FORMS)}){_EDGE_AFTER}")
_LABELLED = re.compile(
    rf"(?<!\w)(?i:{_LABEL})\s*(?P<number>{_any_of((*FORMS, *LABELLED_FORMS))}){_EDGE_AFTER}"
)
_FORMS = tuple((re.compile(form.pattern), form.render) for form in FORMS)
_ALL_FORMS = _FORMS + tuple((re.compile(form.pattern), form.render) for form in LABELLED_FORMS)
_BARE_LABEL = re.compile(rf"{_LABEL}\s*[-–]?", re.IGNORECASE)
_LABEL_BEFORE = re.compile(rf"(?<!\w){_LABEL}\s*$", re.IGNORECASE)
# A label may be left without its number, or with the beginning of one: «Dnr 2012-KS».
_LABEL_AT_END = re.compile(
    rf"(.*?)\s*(?<!\w){_LABEL}\s*(?:[-–]|\d{{4}}[/-][A-ZÅÄÖ]*[/-]?)?", re.IGNORECASE
)
_LABEL_AT_START = re.compile(rf"\s*{_LABEL}\s*", re.IGNORECASE)


def find_case_numbers(text: str) -> tuple[tuple[str, int, int], ...]:
    """Find case numbers in running text.

    Returns:
        ``(normalised, start, end)`` for each, in order; ``text[start:end]`` is as it stands.

    >>> find_case_numbers("Budget 2026 (RS/535/2024)")
    (('RS/535/2024', 13, 24),)
    >>> find_case_numbers("enligt SFS 2017:725 och Plan 2024-2027, dnr 123-2024")
    (('123/2024', 44, 52),)
    """
    labelled = list(_find_labelled(text))
    starts = [start for _, start, _ in labelled]

    def is_taken(start: int, end: int) -> bool:
        at = bisect_left(starts, end)
        return at > 0 and labelled[at - 1][2] > start

    plain = [found for found in _find_plain(text) if not is_taken(found[1], found[2])]
    return tuple(sorted(labelled + plain, key=lambda found: found[1]))


def _find_plain(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _CASE_NUMBER.finditer(text):
        normal = _normal_form(match[0], labelled=False)
        if normal is not None:
            yield normal, match.start(), match.end()


def _find_labelled(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _LABELLED.finditer(text):
        normal = _normal_form(match["number"], labelled=True)
        if normal is not None:
            yield normal, match.start("number"), match.end("number")


def _normal_form(printed: str, labelled: bool) -> str | None:
    for pattern, render in _ALL_FORMS if labelled else _FORMS:
        match = pattern.fullmatch(printed)
        if match is not None and not _DATE.match(printed):
            normal = render(match)
            if normal is not None or not labelled:
                return normal
    return None


def normalise_case_number(text: str) -> str | None:
    """The one form of a case number, or ``None`` when the text is none.

    >>> normalise_case_number("dnr RS 762/2024")
    'RS/762/2024'
    >>> normalise_case_number("ks 2023/45")
    'KS 2023/45'
    """
    bare = _LABEL_AT_START.sub("", text, count=1)
    labelled = bare != text
    bare = bare.strip(" .()")
    for candidate in (bare, bare.upper()):
        if _CASE_NUMBER.fullmatch(candidate) or labelled:
            normal = _normal_form(candidate, labelled)
            if normal is not None:
                return normal
    return None


def is_case_label(text: str) -> bool:
    """Whether a line is only the label of a case number, whose number is missing.

    >>> is_case_label("Ärendenummer -")
    True
    """
    return bool(_BARE_LABEL.fullmatch(text.strip()))


def split_case_number(text: str) -> tuple[str, str | None]:
    """Take the case number out of a heading line.

    Returns:
        The title that remains, and the normalised case number (``None`` when there is none).

    >>> split_case_number("FoU-budget 2026 (RS/535/2024)")
    ('FoU-budget 2026', 'RS/535/2024')
    >>> split_case_number("Dnr 2024-00001")
    ('', '2024-00001')
    >>> split_case_number("Ärendenummer SLK-2023-00001:-1")
    ('', 'SLK-2023-00001')
    """
    found = find_case_numbers(text)
    anchored = [entry for entry in found if _stands_apart(text, entry[1], entry[2])]
    if not anchored:
        bare = _LABEL_AT_END.fullmatch(text)
        return (bare[1].strip() if bare else text.strip()), None
    normalised, start, end = anchored[-1]
    return _without(text, start, end), normalised


def _stands_apart(text: str, start: int, end: int) -> bool:
    before, after = text[:start].rstrip(), text[end:].lstrip()
    bracketed = before.endswith(("(", "[")) and after.startswith((")", "]"))
    return (
        bool(_LABEL_BEFORE.search(before))
        or bracketed
        or not before
        or not after
        or "\t" in text[start - 1 : start]
    )


def _without(text: str, start: int, end: int) -> str:
    before = _LABEL_BEFORE.sub("", text[:start].rstrip()).rstrip()
    after = text[end:].lstrip()
    if before.endswith(("(", "[")) and after.startswith((")", "]")):
        before, after = before[:-1].rstrip(), after[1:].lstrip()
    if not before and _PLAN_CODE.fullmatch(after):
        return ""
    return f"{before} {after}".replace("\t", " ").strip(" -–,:")
