"""The numbers of items as they are printed: ``§ 208``, ``Ks § 45``, ``1 §``, ``7.``, ``26 Dnr``."""

import re
from enum import Enum

MAX_NUMBER = 999

_LETTER_SUFFIX = r"(?:\s?[a-z](?![\wåäö]))?"
_ABBREVIATION = r"(?:[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{0,4}\.?\s?)?"
_REST = r"(?P<rest>(?:[\s.:–-].*)?)$"
_SECTION_SIGN = re.compile(
    rf"{_ABBREVIATION}§\s?(?P<number>\d{{1,3}}(?:/\d{{2,4}})?{_LETTER_SUFFIX}){_REST}"
)
_NUMBER_FIRST = re.compile(rf"(?P<number>\d{{1,3}})\s?§{_REST}")
_PLAIN_NUMBER = re.compile(rf"(?P<number>\d{{1,3}}{_LETTER_SUFFIX})[.)]?\s(?P<rest>\S.*)$")
_WITH_CASE = re.compile(rf"{_ABBREVIATION}(?P<number>\d{{1,3}})\s(?P<rest>[Dd]nr\b.*)$")
_NAMED = re.compile(rf"§\s?(\d{{1,3}}(?:/\d{{2,4}}(?!\d))?{_LETTER_SUFFIX})")
# Words that go on a sentence about a statute or an earlier decision, in any spelling.
_GOES_ON = re.compile(r"(?:i|och|st|p|kap|första|andra|tredje|a|enligt|samt|till|mom)\b")


class NumberShape(Enum):
    """How items are numbered in a document."""

    SECTION_SIGN = "§ 208"
    NUMBER_FIRST = "1 §"
    PLAIN_NUMBER = "7."
    WITH_CASE = "26 Dnr KS 2018/14"


_PATTERNS = {
    NumberShape.SECTION_SIGN: _SECTION_SIGN,
    NumberShape.NUMBER_FIRST: _NUMBER_FIRST,
    NumberShape.PLAIN_NUMBER: _PLAIN_NUMBER,
    NumberShape.WITH_CASE: _WITH_CASE,
}


def split_number(text: str, shape: NumberShape) -> tuple[str, str] | None:
    """The number that a line begins with and the rest of the line, or ``None``.

    A line that goes on in lower case is a sentence about another paragraph, or a statute.

    >>> split_number("Ks § 45 Detaljplan för Ön", NumberShape.SECTION_SIGN)
    ('45', 'Detaljplan för Ön')
    >>> split_number("§ 21 i kommunfullmäktiges arbetsordning", NumberShape.SECTION_SIGN)
    >>> split_number("§ 133.", NumberShape.SECTION_SIGN)
    """
    match = _PATTERNS[shape].match(text.strip())
    if match is None:
        return None
    rest = match["rest"].strip()
    if _ends_sentence(rest) or rest[:1].islower() and shape is not NumberShape.WITH_CASE:
        return None
    if _GOES_ON.match(rest):
        return None
    if shape is not NumberShape.SECTION_SIGN and not rest:
        return None
    label = " ".join(match["number"].split())
    return (label, rest.lstrip(".:–- \t")) if 0 < number_of(label) <= MAX_NUMBER else None


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
