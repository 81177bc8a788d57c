"""What kind of answer a question wants."""

import re
from enum import Enum


class Intent(Enum):
    """What kind of answer a question wants."""

    DECISION = "decision"
    VOTE = "vote"
    WHO_RESERVED = "who reserved"
    WHO_MOVED = "who moved"
    WHO_DISQUALIFIED = "who was disqualified"
    LIST = "list"
    HISTORY = "history"


_INTENTS: tuple[tuple[Intent, re.Pattern[str]], ...] = tuple(
    (intent, re.compile(pattern, re.IGNORECASE))
    for intent, pattern in (
        (
            Intent.HISTORY,
            r"\bmöte för möte\b|\bsteg för steg\b|\bfrån början till slut\b|\bgenom åren\b|^följ\b"
            r"|\bhur (?:har|gick) (?:det|.{3,60}) (?:behandlats|hanterats|gått till|till när)\b"
            r"|\bhur har .{3,80} (?:behandlats|turats|hanterats|gått)\b|\bvad har hänt med\b"
            r"|\bhistori(?:en|k)\b|\bärendets gång\b",
        ),
        (
            Intent.WHO_DISQUALIFIED,
            r"\bjäv(?:ig|iga)?\b|\bconflict of interest\b|\blämnade (?:rummet|salen)\b"
            r"|\b(?:fick|kunde) inte (?:vara med|delta)\b|\bdeltog inte\b",
        ),
        (Intent.WHO_RESERVED, r"\breserver\w*|\breservation\w*|\b(?:vem|vilka)\b.{0,30}\bemot\b"),
        (
            Intent.VOTE,
            r"\bröst(?:a\w*|erna|siffror\w*|etal|resultat\w*)\b|\bomröstning\w*|\bvotering\w*"
            r"|\bhuvudvotering\w*|\bvote\b|\bvoted\b",
        ),
        (Intent.WHO_MOVED, r"\byrka\w*|\b(?:vem|vilka|who)\b.{0,40}\b(?:föreslog|ville)\b"),
        (
            Intent.LIST,
            r"\bvilka\s+(?:\w+\s+){0,2}(?:beslut|motioner|detaljplaner|taxor|granskningar|ärenden"
            r"|interpellationer|medborgarförslag|avgifter|riktlinjer|planer)\b"
            r"|\bi vilka paragrafer\b"
            r"|\bhur ofta\b",
        ),
    )
)


def find_intent(text: str) -> Intent:
    """The kind of answer that a question wants; what was decided, unless it says otherwise.

    >>> find_intent("Hur föll rösterna?")
    <Intent.VOTE: 'vote'>
    """
    return next((intent for intent, pattern in _INTENTS if pattern.search(text)), Intent.DECISION)
