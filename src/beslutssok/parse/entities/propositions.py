"""What a Yes and what a No stood for in a vote."""

import re
from collections.abc import Iterator

from beslutssok.domain import Proposition
from beslutssok.parse.entities.told import Told
from beslutssok.parse.sides import NUMBER

# A proposition is a sentence or two.
MAX_LENGTH = 700
_STANDS_FOR = (
    r"(?:\s*[-–]?\s?(?:röst(?:er|en)?|proposition(?:en)?|röstande))?"
    r"(?:\s*[=:]\s*|\s*[-–]\s+|\s+(?:(?:är|står|gäller|blir)\s+(?=för)|innebär|betyder|är|avser|motsvarar|röstas\s+(?=för)|(?=för\b|till\b|på\b)))"
)
_JA = r"(?<![\w-])[\"”“]?(?:JA|Ja|ja)[\"”“]?"
_NEJ = r"(?<![\w-])[\"”“]?(?:NEJ|Nej|nej)[\"”“]?"
_YES_NO = re.compile(
    rf"{_JA}{_STANDS_FOR}(?P<yes>[^\n].{{0,300}}?)[\s,.;”\"]*(?:\b(?:och|samt|medan|mot)\s+)?(?:en\s+)?"
    rf"{_NEJ}{_STANDS_FOR}(?P<no>[^\n]+?(?:m\.\s?fl\.[^\n.]*)?)(?=[”\"]?\s*(?:[.;](?:\s|[”\"]|$)|:\s+\d|\n|$))",
    re.DOTALL,
)
_WHO = r"(?<!\w)(?:[Dd]en|[Dd]e|[Ll]edam[oö]t(?:er)?|[Dd]en\s+ledamot)"
_FOR = r"(?:vill\s+|önskar\s+|stöd(?:jer|er)\s+|röstar\s+(?:för|enligt|på|med)\s+)?"
_CHOOSER = re.compile(
    rf"{_WHO}\s+(?:som\s+)?{_FOR}(?P<yes>(?:(?!(?<=[.!?]\s){_WHO}\s+som\b).){{3,300}}?),?"
    r"\s*(?:skall?\s+)?röstar?\s+[\"”]?ja[\"”]?\s*[.,;]?\s*(?:och\s+|medan\s+|samt\s+)?"
    r"(?:(?P<reverse>den\s+det\s+(?:ej|inte)\s+vill),?\s+röstar\s+[\"”]?nej\b"
    rf"|(?:{_WHO}|den)\s+(?:som\s+)?{_FOR}(?P<no>.{{3,300}}?),?\s*(?:skall?\s+)?röstar?\s+[\"”]?nej\b"
    r"|[\"”]?nej[\"”]?\s+(?:röstar\s+)?(?P<otherwise>den\s+det\s+ej\s+vill|den\s+som\s+.{3,200}?)(?=[.\n]|$))",
    re.IGNORECASE | re.DOTALL,
)
_DIRECT = re.compile(
    r"röstar?\s+[\"”]?ja[\"”]?\s+för\s+(?P<yes>.{3,200}?),?\s+(?:och|samt)?\s*(?:de\s+som\s+.{0,60}?\s)?(?:röstar?\s+)?"
    r"[\"”]?nej[\"”]?\s+för\s+(?P<no>.{3,200}?)(?=[.\n]|$)",
    re.IGNORECASE | re.DOTALL,
)
_BRACKETED = re.compile(
    r"\b(?:om|för|mellan|på)\s+(?P<yes>[^().;:\n]{4,160}?)\s*\(ja\)\s*(?:,|och|eller|mot|respektive)\s+"
    r"(?:för\s+|om\s+)?(?P<no>[^().;:\n]{4,160}?)\s*\(nej\)",
    re.IGNORECASE,
)
# A count before «ja-röster», or after «mot» in what a Yes is taken to stand for, is of a tally.
_COUNT_BEFORE = re.compile(rf"(?<!\w){NUMBER}\s*(?:st\s+)?$", re.IGNORECASE)
_COUNT_BEHIND = re.compile(rf"(?:,|\b(?:mot|och|samt|medan))\s*{NUMBER}(?:\s+st)?$", re.IGNORECASE)
_COUNT = re.compile(r"^\W*(?:\d|\(|st\b|antal|[A-ZÅÄÖ][\w-]+\s+[A-ZÅÄÖ][\w-]+.{0,30}\()")


def find_propositions(told: Told) -> Iterator[tuple[Proposition, int, int]]:
    """The propositions of a section in order, with the span of each.

    ``yes`` and ``no`` are the words between the formulas, as they stand.
    """
    position = 0
    while True:
        found = [
            (match.start(), order, match)
            for order, pattern in enumerate((_YES_NO, _CHOOSER, _DIRECT, _BRACKETED))
            if (match := _first(pattern, told.text, position))
        ]
        if not found:
            return
        match = min(found)[2]
        yes = _trimmed(match["yes"])
        no = _trimmed(_no(match))
        source = told.quote(match.start(), match.end())
        yield Proposition(yes, no, source), match.start(), match.end()
        position = match.end()


def _first(pattern: re.Pattern[str], text: str, position: int) -> re.Match[str] | None:
    for match in pattern.finditer(text, position):
        no = _no(match)
        if len(match[0]) > MAX_LENGTH or not no:
            continue
        if _COUNT.match(match["yes"]) or _COUNT.match(no):
            continue
        if pattern is _YES_NO and _is_tally(match):
            continue
        return match
    return None


def _is_tally(match: re.Match[str]) -> bool:
    before = match.string[: match.start()]
    return bool(_COUNT_BEFORE.search(before) or _COUNT_BEHIND.search(match["yes"].rstrip(" ,")))


def _no(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups["no"] or groups.get("reverse") or groups.get("otherwise") or ""


def _trimmed(text: str) -> str:
    text = text.strip(" ,.;:\n\t")
    text = text.removeprefix("för ").strip()
    if len(re.findall(r"[\"”“]", text)) % 2:
        text = text.strip('"”“').strip()
    return text
