"""Questions that ask several things: the clause that tells the matter, apart from the others."""

import re

from beslutssok.search.follow_up import own_words

_CLAUSE = re.compile(
    r"\s*(?:[,;]?\s+(?:och|samt|men|and)\s+|[.?;,]\s+(?:(?:och|samt|men|and)\s+)?)"
    r"(?=(?:i\s+så\s+fall\s+)?(?:hur|vem|vilk(?:a|en|et)|vad|när|varför|blev|har|fick|finns|how|who"
    r"|what|when|why)\b)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"^(?:det|den|detta|denna|dessa|de|dem|då|ärendet|beslutet|motionen|förslaget|beslut\w*|bestäm\w*|avgjor\w*"
    r"|it|that)$",
    re.IGNORECASE,
)


def main_clause(text: str) -> str | None:
    """The only clause of a question that tells what matter it is about.

    ``None`` where there are not several clauses, or where more than one tells of a matter.

    >>> main_clause("Vad beslutades om badhuset och hur röstade V?")
    'Vad beslutades om badhuset?'
    >>> main_clause("Vad kostar badet och vilka taxor gäller för vattnet?") is None
    True
    """
    clauses = [clause.strip(" ?.,;") for clause in _CLAUSE.split(text)]
    telling = [clause for clause in clauses if _tells_matter(clause)]
    if len(clauses) < 2 or len(telling) != 1:
        return None
    return f"{telling[0]}?"


def _tells_matter(clause: str) -> bool:
    return any(not _POINTS_BACK.match(word) for word in own_words(_without_letters(clause), ()))


def _without_letters(clause: str) -> str:
    # A party's letters tell who, not what.
    return re.sub(r"(?<!\w)[A-ZÅÄÖ]{1,3}(?!\w)", " ", clause)
