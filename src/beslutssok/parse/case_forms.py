"""The forms of case numbers (diarienummer), and one normal form for each.

What is printed, and what it becomes::

    RS/762/2024   RS 762/2024   RS/943:1/2025       ->  RS/762/2024, RS/943/2025
    KS 2023/45    KS-2023/45    KS/2023:45
    KS 2023-45    KS.2023.45    KS2023/0045
    2023/KS0045   2023/45-KS    KS 2023/45-041      ->  KS 2023/45
    SLK-2024-00385   RS 2023-00123                  ->  SLK-2024-00385, RS-2023-00123
    0120/22                                         ->  0120/22
    24RS1234      1.3.1-123/2024                    ->  as they stand

Hyphens with a number that is filled up with zeros (or has five digits) are a form of their own;
a number that is not is written ``KS 2023/45`` however it is parted. Forms that also fit other
things count only behind a label (``Dnr``, ``Diarienummer``)::

    2024-00001    2024/123   123-2024   RS 12-2023  ->  2024-00001, 2024/123, 123/2024, RS/12/2023
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_ORGAN = r"[A-ZÅÄÖ]{1,6}[A-ZÅÄÖa-zåäö]{0,3}"
_YEAR = r"(?:19|20)\d{2}"
_DOCUMENT = r"(?::-?\d+)?"
_PLAN_CODE = r"(?:-\d{3}(?!\d))?"
HYPHENATED_DIGITS = 5
PADDED_DIGITS = 4
# How far ahead plans and budgets look: «Plan 2024-2027» is a period and no case.
LONGEST_PERIOD = 20

_NOT_AN_ORGAN = frozenset(
    # statutes, bills, courts and standards
    ("SFS", "SOU", "DS", "PROP", "SKR", "BET", "RSKR", "DIR", "SOSFS", "BFS", "LOV", "LOU", "LUF")
    + ("LUK", "LSS", "LVU", "LVM", "PBL", "OSL", "KL", "SOL", "HSL", "ML", "MB", "FL", "FPL", "BRB")
    + ("TF", "LAS", "MBL", "AML", "DL", "ABL", "NJA", "HFD", "RÅ", "MÖD", "AD", "ISO", "SS", "EU")
    + ("EG", "EEG", "COM", "EN", "SIS", "HELCOM", "UF", "LPT", "LRV", "YGL", "PUL", "ÄB", "FB")
    # periods, months, places in a text, and other numbers
    + ("HT", "VT", "LÅ", "ÅR", "JAN", "FEB", "MARS", "APR", "MAJ", "JUNI", "JULI", "AUG", "SEP")
    + ("SEPT", "OKT", "NOV", "DEC", "KV", "NR", "NO", "DNR", "VOL", "SID", "SIDA", "DEL", "ART")
    + ("KAP", "TAB", "FIG", "BIL", "DAG", "VER", "DEN", "OCH", "AV", "OM", "VID", "TEL", "FAX")
    + ("BOX", "MÅL", "PLAN", "PERIOD", "I", "TILL", "FRÅN", "UNDER", "SEDAN", "INOM", "UNG", "KL")
    + ("BUDGET", "Q", "T", "TKR", "MKR", "KR", "SEK", "KWH", "MWH", "GWH", "KM", "TON", "ST", "VÅR")
    + ("HÖST", "SLUT", "BÅDE", "SOM", "ETT", "EN", "ALLA", "HELA", "INFÖR", "EFTER", "NY", "NYA")
)
_RECENT_YEAR = re.compile(r"199\d|20[0-4]\d")
_STATUTE_BOOK = re.compile(r"(?:[A-ZÅÄÖ]+|HSLF-)FS$")


@dataclass(frozen=True, slots=True)
class CaseForm:
    """A way to write case numbers; ``render`` gives the normal form, or ``None`` for no case."""

    pattern: str
    render: Callable[[re.Match[str]], str | None]


def _is_organ(name: str) -> bool:
    return name.upper() not in _NOT_AN_ORGAN and not _STATUTE_BOOK.match(name.upper())


def _is_period(year: str, number: str) -> bool:
    """Whether two numbers are years that follow each other: 2024-2027, 2023/24."""
    if len(number) == 2:
        return int(number) == (int(year) + 1) % 100
    return len(number) == 4 and int(year) < int(number) <= int(year) + LONGEST_PERIOD


def _number_year(match: re.Match[str]) -> str | None:
    organ = match["organ"]
    return f"{organ.upper()}/{int(match['number'])}/{match['year']}" if _is_organ(organ) else None


def _year_number(match: re.Match[str]) -> str | None:
    organ, year, number = match["organ"], match["year"], match["number"]
    if not _is_organ(organ) or (len(number) == 4 and _is_period(year, number)):
        return None
    padded = number[0] == "0" and len(number) >= PADDED_DIGITS
    if match["sign"] == "-" and (padded or len(number) >= HYPHENATED_DIGITS):
        return f"{organ.upper()}-{year}-{number}"
    if match["sign"] == "-" and len(number) == 2 and number[0] == "0":
        return None
    return f"{organ.upper()} {year}/{int(number)}"


def _year_first(match: re.Match[str]) -> str | None:
    if not _is_organ(match["organ"]):
        return None
    return f"{match['organ'].upper()} {match['year']}/{int(match['number'])}"


def _short_year(match: re.Match[str]) -> str | None:
    if _RECENT_YEAR.fullmatch(match["number"]):
        return None
    return f"{match['number']}/{match['year']}"


def _as_printed(match: re.Match[str]) -> str | None:
    organ = match.groupdict().get("organ")
    return None if organ and not _is_organ(organ) else match[0].replace(" ", "").upper()


def _plan_number(match: re.Match[str]) -> str:
    return f"{match['plan']}-{int(match['number'])}/{match['year']}"


def _bare_year_number(match: re.Match[str]) -> str | None:
    year, number = match["year"], match["number"]
    if _is_period(year, number):
        return None
    if match["sign"] == "-" and (number[0] == "0" or len(number) >= HYPHENATED_DIGITS):
        return f"{year}-{number}"
    return f"{year}/{int(number)}"


def _letter_year_number(match: re.Match[str]) -> str:
    return f"{match['organ']}-{match['year']}-{match['number']}"


def _bare_number_year(match: re.Match[str]) -> str:
    return f"{int(match['number'])}/{match['year']}"


FORMS: tuple[CaseForm, ...] = (
    CaseForm(
        rf"(?P<organ>{_ORGAN})[ /-]\s?(?P<number>\d{{1,6}}){_DOCUMENT}/\s?(?P<year>{_YEAR})",
        _number_year,
    ),
    CaseForm(
        rf"(?P<organ>{_ORGAN})(?:[ /.-]\s?)?(?P<year>{_YEAR})(?P<sign>[/:.-])\s?"
        rf"(?P<number>\d{{1,6}}){_DOCUMENT}{_PLAN_CODE}",
        _year_number,
    ),
    CaseForm(rf"(?P<year>{_YEAR})[/-](?P<organ>[A-ZÅÄÖ]{{2,5}})(?P<number>\d{{2,6}})", _year_first),
    CaseForm(
        rf"(?P<year>{_YEAR})/(?P<number>\d{{1,6}})[- ](?P<organ>[A-ZÅÄÖ]{{2,5}}){_PLAN_CODE}",
        _year_first,
    ),
    CaseForm(r"(?P<number>\d{4})/(?P<year>\d{2})", _short_year),
    CaseForm(r"[12]\d(?P<organ>[A-ZÅÄÖ]{2,5})\d{2,6}", _as_printed),
    CaseForm(rf"{_YEAR}-(?P<organ>[A-ZÅÄÖ]{{1,4}})\d{{5,6}}", _as_printed),
    CaseForm(r"[A-ZÅÄÖ]{2,4}-[A-ZÅÄÖ]{2,4}\d{2}-\d{3,5}", _as_printed),
    CaseForm(
        rf"(?P<plan>\d(?:\.\d{{1,2}}){{1,3}})\.?-(?P<number>\d{{1,6}})[/-](?P<year>{_YEAR})",
        _plan_number,
    ),
)
"""Forms that are case numbers wherever they stand, the first that fits first."""

LABELLED_FORMS: tuple[CaseForm, ...] = (
    CaseForm(
        rf"(?P<year>{_YEAR})[/-](?P<organ>[A-ZÅÄÖ]{{2,5}})\s?(?P<number>\d{{1,6}})", _year_first
    ),
    CaseForm(
        rf"(?P<organ>{_ORGAN})[ /-](?P<number>\d{{1,6}}){_DOCUMENT}[/-](?P<year>{_YEAR})",
        _number_year,
    ),
    CaseForm(
        rf"(?P<year>{_YEAR})(?P<sign>[-/:])(?P<number>\d{{2,6}}){_DOCUMENT}", _bare_year_number
    ),
    CaseForm(
        rf"(?P<organ>[A-ZÅÄÖ])[ /-]?(?P<year>{_YEAR})-(?P<number>\d{{3,6}})", _letter_year_number
    ),
    CaseForm(rf"(?P<number>\d{{1,6}})[-/](?P<year>{_YEAR})", _bare_number_year),
    CaseForm(r"(?P<organ>[A-ZÅÄÖ]{1,6})[ /-]?\d{2}[/:-]\d{1,6}", _as_printed),
    CaseForm(r"(?P<organ>[A-ZÅÄÖ]{2,6})\d{5,8}", _as_printed),
    CaseForm(r"(?:\d{2,6}|[A-ZÅÄÖ]{1,6})[/:-]\d{2,6}(?:[/:-]\d{1,6})?", _as_printed),
)
"""Forms that are case numbers only behind a label."""
