"""The numbers of items as they are printed: ``§ 208``, ``Ks § 45``, ``1 §``, ``Ärende 5``."""

import re
from enum import Enum

from beslutssok.parse.organs import is_organ

MAX_NUMBER = 999

_LETTER_SUFFIX = r"(?:\s?[a-h](?![\wåäö]))?"
_ABBREVIATION = r"(?:[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{0,4}\.?\s?){0,2}?"
_LABEL = r"(?:paragraf\s)?"
_REST = r"(?P<rest>(?:[\s.:–-].*)?)$"
_YEAR = r"(?:/\d{2,4}(?!\d))?"
_SECTION_SIGN = re.compile(
    rf"(?i:{_LABEL}){_ABBREVIATION}§\s?(?P<number>\d{{1,3}}{_YEAR}{_LETTER_SUFFIX}){_REST}"
)
_WORDED = re.compile(rf"(?i:paragraf)\s(?P<number>\d{{1,3}}{_YEAR}{_LETTER_SUFFIX}){_REST}")
# A body's name, or a case number and its label, may stand before the sign.
_LED_IN = re.compile(
    rf"(?P<lead>[^§]{{3,60}}?)[,\s]*§\s?(?P<number>\d{{1,3}}{_YEAR}{_LETTER_SUFFIX}){_REST}"
)
_CASE_LEAD = re.compile(
    r"(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer)\b.*\d$", re.IGNORECASE
)
_NUMBER_FIRST = re.compile(rf"(?P<number>\d{{1,3}})\s?§{_REST}")
_PLAIN_NUMBER = re.compile(
    rf"(?P<number>\d{{1,3}}{_LETTER_SUFFIX})(?![.)]?\s?§)[.)]?\s(?P<rest>\S.*)$"
)
# In type of its own, above the title.
_BARE_NUMBER = re.compile(rf"(?P<number>\d{{1,3}}{_LETTER_SUFFIX})[.)](?P<rest>)$")
_WITH_CASE = re.compile(rf"{_ABBREVIATION}(?P<number>\d{{1,3}})\s(?P<rest>[Dd]nr\b.*)$")
_MATTER = re.compile(
    rf"(?i:ärende(?:punkt)?)\s(?:nr\.?\s?)?(?P<number>\d{{1,3}}{_LETTER_SUFFIX}){_REST}"
)
# A margin to the right, or a cell, may hold the number.
_TITLE_FIRST = re.compile(
    rf"(?:(?P<rest>[A-ZÅÄÖ0-9”\"].*[^\s])\t)?{_ABBREVIATION}§\s?(?P<number>\d{{1,3}}{_YEAR}{_LETTER_SUFFIX})$"
)
_NAMED = re.compile(rf"§\s?(\d{{1,3}}(?:/\d{{2,4}}(?!\d))?{_LETTER_SUFFIX})")
# Words that go on a sentence about a statute or an earlier decision, in any spelling.
_GOES_ON = re.compile(
    r"(?:i|och|st|p|kap|första|andra|tredje|fjärde|a|enligt|samt|till|mom|punkt|stycket?|ovan|nedan"
    r"|där|som|är|har|hade|ska|skall|ej|inte|kan|får|om att|framgår|gäller|fattade|beslutade)\b"
)
_STATUTE = re.compile(r"\w*(?:lagen|lag|balken|förordningen|stadgan)\b", re.IGNORECASE)


class NumberShape(Enum):
    """How items are numbered in a document."""

    SECTION_SIGN = "§ 208"
    NUMBER_FIRST = "1 §"
    PLAIN_NUMBER = "7."
    WITH_CASE = "26 Dnr KS 2018/14"
    MATTER = "Ärende 5"
    TITLE_FIRST = "Budget 2026 | § 45"


_PATTERNS = {
    NumberShape.SECTION_SIGN: _SECTION_SIGN,
    NumberShape.NUMBER_FIRST: _NUMBER_FIRST,
    NumberShape.PLAIN_NUMBER: _PLAIN_NUMBER,
    NumberShape.WITH_CASE: _WITH_CASE,
    NumberShape.MATTER: _MATTER,
    NumberShape.TITLE_FIRST: _TITLE_FIRST,
}
_MAY_STAND_ALONE = frozenset(
    {
        NumberShape.SECTION_SIGN,
        NumberShape.NUMBER_FIRST,
        NumberShape.MATTER,
        NumberShape.TITLE_FIRST,
    }
)


def split_number(text: str, shape: NumberShape, set_apart: bool = False) -> tuple[str, str] | None:
    """The number that a line begins with and the rest of the line, or ``None``.

    A line that goes on in lower case is a sentence about another paragraph, or a statute; in
    type that sets it apart (``set_apart``) it may be a title that is written so.

    >>> split_number("Ks § 45 Detaljplan för Ön", NumberShape.SECTION_SIGN)
    ('45', 'Detaljplan för Ön')
    >>> split_number("§ 21 i kommunfullmäktiges arbetsordning", NumberShape.SECTION_SIGN)
    >>> split_number("§ 133.", NumberShape.SECTION_SIGN)
    """
    text = text.strip()
    match, lead = _match(text, shape)
    if match is None and set_apart and shape is NumberShape.PLAIN_NUMBER:
        match = _BARE_NUMBER.match(text)
    if match is None:
        return None
    rest = (match["rest"] or "").strip()
    if _ends_sentence(rest) or _GOES_ON.match(rest):
        return None
    in_lower_case = rest[:1].islower() and shape is not NumberShape.WITH_CASE
    if in_lower_case and (not set_apart or _STATUTE.match(rest)):
        return None
    if not rest and shape not in _MAY_STAND_ALONE and match.re is not _BARE_NUMBER:
        return None
    label = " ".join(match["number"].split())
    if not 0 < number_of(label) <= MAX_NUMBER:
        return None
    return label, " ".join(part for part in (lead, rest.lstrip(".:–- \t")) if part)


def _match(text: str, shape: NumberShape) -> tuple[re.Match[str] | None, str]:
    """What fits the shape, and a case number that stands before the sign."""
    match = _PATTERNS[shape].match(text)
    if match is not None or shape is not NumberShape.SECTION_SIGN:
        return match, ""
    worded = _WORDED.match(text)
    if worded is not None:
        return worded, ""
    led_in = _LED_IN.match(text)
    if led_in is None:
        return None, ""
    lead = led_in["lead"].strip(" ,\t")
    if is_organ(lead):
        return led_in, ""
    return (led_in, lead) if _CASE_LEAD.match(lead) else (None, "")


def _ends_sentence(rest: str) -> bool:
    return rest[:1] in {".", ","} and not re.match(r"\.\s+[A-ZÅÄÖ]", rest)


def number_of(label: str) -> int:
    """The number of an item without its letter or year.

    >>> number_of("7 a"), number_of("12/24")
    (7, 12)
    """
    digits = re.match(r"\d+", label)
    return int(digits[0]) if digits else 0


def named_item(text: str) -> str | None:
    """The first item that a text names by its paragraph sign.

    >>> named_item("Bilaga 1 till § 86: Omröstningslista")
    '86'
    """
    match = _NAMED.search(text)
    return " ".join(match[1].split()) if match else None
