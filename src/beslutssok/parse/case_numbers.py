"""Case numbers (diarienummer, dnr, ärendenummer) in all their spellings, and one form for each.

Forms seen, and what they become::

    RS/762/2024   RS 762/2024   dnr RS/762/2024     ->  RS/762/2024
    RS/943:1/2025 (document 1 of the case)          ->  RS/943/2025
    KS 2023/45    KS-2023/45    KS 2023-45          ->  KS 2023/45
    SLK-2024-00385   SLK-2024-00009:35              ->  SLK-2024-00385, SLK-2024-00009
    BN-2021- / 00030 (broken over two lines)        ->  BN-2021-00030
    0120/22                                         ->  0120/22
"""

import re

_ORGAN = r"[A-ZÅÄÖ]{1,6}[A-ZÅÄÖa-zåäö]{0,3}"
_YEAR = r"(?:19|20)\d{2}"
_DOCUMENT = r"(?::-?\d+)?"

# number before year: RS/762/2024, RS 762/2024, HSN/1641:2/2025
_NUMBER_YEAR = rf"(?P<a_organ>{_ORGAN})[ /-](?P<a_number>\d{{1,6}}){_DOCUMENT}/(?P<a_year>{_YEAR})"
# year before number, five digits after hyphens: SLK-2024-00385
_HYPHENS = rf"(?P<b_organ>{_ORGAN})-(?P<b_year>{_YEAR})-\s?(?P<b_number>\d{{2,6}}){_DOCUMENT}"
# year before number: KS 2023/45, KS-2023/45, KS 2023-45, KS/2023:45
_YEAR_NUMBER = (
    rf"(?P<c_organ>{_ORGAN})[ /-](?P<c_year>{_YEAR})[/:-](?P<c_number>\d{{1,6}}){_DOCUMENT}"
)
# four digits and two of the year: 0120/22
_SHORT = r"(?P<d_number>\d{4})/(?P<d_year>\d{2})"

_EDGE_BEFORE, _EDGE_AFTER = r"(?<![\w/:-])", r"(?![\w/]|-\d)"
_CASE_NUMBER = re.compile(
    f"{_EDGE_BEFORE}(?:{_NUMBER_YEAR}|{_HYPHENS}|{_YEAR_NUMBER}|{_SHORT}){_EDGE_AFTER}"
)

_LABEL = r"(?:diarienummer|diarienr|dnr|d\.?nr|ärendenummer|ärendenr|ärende-?id|beteckning)\.?:?"
# What looks like a case number and is a statute, a government bill or a sum.
_NOT_A_CASE = re.compile(r"(?:SFS|SOU|Ds|prop\.?|SOSFS|HSLF-FS|BFS|LOV)$", re.IGNORECASE)


def find_case_numbers(text: str) -> tuple[tuple[str, int, int], ...]:
    """Find case numbers in running text.

    Returns:
        ``(normalised, start, end)`` for each, in order; ``text[start:end]`` is as it stands.

    >>> find_case_numbers("Budget 2026 (RS/535/2024)")
    (('RS/535/2024', 13, 24),)
    """
    found = []
    for match in _CASE_NUMBER.finditer(text):
        if _NOT_A_CASE.match(_organ(match)):
            continue
        found.append((_normal_form(match), match.start(), match.end()))
    return tuple(found)


def normalise_case_number(text: str) -> str | None:
    """The one form of a case number, or ``None`` when the text is none.

    >>> normalise_case_number("dnr RS 762/2024")
    'RS/762/2024'
    >>> normalise_case_number("ks 2023/45")
    'KS 2023/45'
    """
    bare = re.sub(rf"^\s*{_LABEL}\s*", "", text.strip(), flags=re.IGNORECASE).strip(" .()")
    for candidate in (bare, bare.upper()):
        match = _CASE_NUMBER.fullmatch(candidate)
        if match and not _NOT_A_CASE.match(_organ(match)):
            return _normal_form(match)
    return None


def _organ(match: re.Match[str]) -> str:
    return match["a_organ"] or match["b_organ"] or match["c_organ"] or ""


def is_case_label(text: str) -> bool:
    """Whether a line is only the label of a case number, whose number is missing.

    >>> is_case_label("Ärendenummer -")
    True
    """
    return bool(re.fullmatch(rf"{_LABEL}\s*-?", text.strip(), re.IGNORECASE))


def _normal_form(match: re.Match[str]) -> str:
    if match["a_number"]:
        return f"{match['a_organ'].upper()}/{int(match['a_number'])}/{match['a_year']}"
    if match["b_number"]:
        return f"{match['b_organ'].upper()}-{match['b_year']}-{match['b_number']}"
    if match["c_number"]:
        return f"{match['c_organ'].upper()} {match['c_year']}/{int(match['c_number'])}"
    return f"{match['d_number']}/{match['d_year']}"


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
    labelled = re.search(rf"(?<!\w){_LABEL}\s*(\d{{4}}-\d{{3,6}})(?!\d)", text, re.IGNORECASE)
    if labelled:
        return _without(text, labelled.start(), labelled.end()), labelled[1]
    found = find_case_numbers(text)
    anchored = [entry for entry in found if _stands_apart(text, entry[1], entry[2])]
    if not anchored:
        bare = re.fullmatch(rf"(.*?)\s*(?<!\w){_LABEL}\s*-?", text, re.IGNORECASE)
        return (bare[1].strip() if bare else text.strip()), None
    normalised, start, end = anchored[-1]
    return _without(text, start, end), normalised


def _stands_apart(text: str, start: int, end: int) -> bool:
    before, after = text[:start].rstrip(), text[end:].lstrip()
    label = re.search(rf"(?<!\w){_LABEL}$", before, re.IGNORECASE)
    bracketed = before.endswith("(") and after.startswith(")")
    return bool(label) or bracketed or not before or not after or "\t" in text[start - 1 : start]


def _without(text: str, start: int, end: int) -> str:
    before = re.sub(rf"(?<!\w){_LABEL}\s*$", "", text[:start].rstrip(), flags=re.IGNORECASE)
    before, after = before.rstrip(), text[end:].lstrip()
    if before.endswith("(") and after.startswith(")"):
        before, after = before[:-1].rstrip(), after[1:].lstrip()
    return f"{before} {after}".replace("\t", " ").strip(" -–,")
