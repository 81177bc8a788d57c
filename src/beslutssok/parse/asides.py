"""Headings below a decision under which nothing is decided: ``Information``, ``Upplysning``."""

import re

from beslutssok.domain import Line
from beslutssok.parse.typography import BLANK_LINE

_ASIDE = re.compile(
    r"information(?:en)?(?:\s(?:om|till|i)\s.{3,40})?|(?:allmänn?a?\s"
    r"|övriga?\s)?upplysning(?:ar|en)?"
    r"|(?:omedelbar(?:t)?\s|direkt\s)?justering(?:\sav\s(?:paragrafen|protokollet))?"
    r"|kommentar(?:er)?"
    r"|(?:hur\s(?:man|du)|så|så\shär)\söverklagar(?:\s(?:du|man))?(?:\sbeslutet)?"
    r"|hur\s(?:beslutet|man)\s(?:kan\s)?överklagas?|överklagande(?:hänvisning"
    r"|anvisning)?(?:\sav\sbeslutet)?"
    r"|(?:besvärs|överklagande)(?:hänvisning|anvisning)(?:ar)?|delgivningsuppgifter|noteringar?"
    r"|om\s(?:beslutet|ärendet)\s(?:i\skorthet)?|frågor\soch\s(?:inlägg|svar)|diskussion(?:en)?"
    r"|(?:inlägg|yttranden)\sunder\s(?:mötet|sammanträdet|överläggningen)|överläggning(?:en|ar)?",
    re.IGNORECASE,
)


def is_aside(text: str) -> bool:
    """Whether a line is a heading of what only goes with a decision.

    >>> is_aside("Hur man överklagar"), is_aside("Avgift")
    (True, False)
    """
    return bool(_ASIDE.fullmatch(text.strip(" :\t"))) and text[:1].isupper()


def opens_aside(line: Line) -> bool:
    """Whether a line is such a heading, by its words and by standing on its own."""
    return (line.bold or line.gap > BLANK_LINE) and is_aside(line.text)
