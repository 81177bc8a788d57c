"""Headings below a decision under which nothing is decided: ``Information``, ``Upplysning``."""

import re
from collections.abc import Sequence

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


# Behind a list of documents a longer one would be an entry: «Information om bygget».
_WORD_ALONE = re.compile(
    r"information(?:en)?|upplysning(?:ar|en)?|justering|kommentar(?:er)?|diskussion(?:en)?"
    r"|överläggning(?:en|ar)?|frågor\soch\s(?:inlägg|svar)",
    re.IGNORECASE,
)
_SENTENCE = 40


def is_aside(text: str) -> bool:
    """Whether a line is a heading of what only goes with a decision.

    >>> is_aside("Hur man överklagar"), is_aside("Avgift")
    (True, False)
    """
    return bool(_ASIDE.fullmatch(text.strip(" :\t"))) and text[:1].isupper()


def opens_aside(line: Line) -> bool:
    """Whether a line is such a heading, by its words and by standing on its own."""
    return (line.bold or line.gap > BLANK_LINE) and is_aside(line.text)


def opens_aside_after_list(lines: Sequence[Line], index: int) -> bool:
    """Whether such a heading stands below a list, on its own, with sentences under it."""
    line, following = lines[index], lines[index + 1 : index + 2]
    text = line.text.strip(" :\t")
    if not following or not text[:1].isupper() or not _WORD_ALONE.fullmatch(text):
        return False
    apart = line.gap > BLANK_LINE and (line.bold or following[0].gap > BLANK_LINE)
    return apart and len(following[0].text) >= _SENTENCE
