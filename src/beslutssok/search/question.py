"""What a question asks for besides its subject: case, paragraph, period, body, and its kind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from beslutssok.domain import Filters
from beslutssok.parse.case_numbers import find_case_numbers
from beslutssok.parse.organs import ABBREVIATIONS
from beslutssok.search.periods import Period, find_period

_PARAGRAPH = re.compile(
    r"(?:§|\bparagraf(?:en)?)\s*(\d{1,3}(?:\s?[a-h](?![\wåäö]))?)", re.IGNORECASE
)
_ITEM = re.compile(r"\bärende\s+(\d{1,2})(?![\d/])", re.IGNORECASE)
_BEFORE_ORGAN = (
    r"(?:besluta\w*|tyckte|sa|sade|röstade|behandlade|gjorde|kom|antog|avslog|tog|har|på|i|av"
    + r"|hos|vid)"
)


_ORGAN_WORD = r"(?:[a-zåäö]+-\s+och\s+)?[a-zåäö]{3,}(?:nämnden|utskottet|styrelsen)"


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


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what was read from it.

    ``filters`` are those given and those read; ``interpreted`` says in Swedish what was read;
    ``period`` is what the question itself named, ``unknown_organ`` a body that it asks about and
    that no document is from.
    """

    text: str
    filters: Filters
    intent: Intent
    period: Period | None
    interpreted: tuple[str, ...]
    unknown_organ: str | None = None


def read_question(
    text: str, given: Filters, bodies: Sequence[str], organisations: Sequence[str] = ()
) -> Question:
    """Read a question.

    What the user filters for wins over what the question says. ``bodies`` and ``organisations``
    (huvudmän) are those that the index knows; only they are taken for filters.
    """
    filters, interpreted = given, []
    numbers = find_case_numbers(text)
    if numbers and filters.case_number is None:
        filters = replace(filters, case_number=numbers[0][0])
        interpreted.append(f"Ärende {numbers[0][0]}")
    without = text
    for _, start, end in reversed(numbers):
        without = without[:start] + without[end:]
    paragraph = _PARAGRAPH.search(without) or _ITEM.search(without)
    if paragraph and filters.item_number is None:
        filters = replace(filters, item_number=paragraph[1].strip())
        interpreted.append(f"§ {paragraph[1].strip()}")
    period = find_period(without)
    if period and filters.date_from is None and filters.date_to is None:
        filters = replace(filters, date_from=period.first, date_to=period.last)
        interpreted.append(period.words)
    organ = _named_organ(without, bodies) if filters.organ is None else None
    if organ:
        filters = replace(filters, organ=organ)
        interpreted.append(organ)
    huvudman = _named_huvudman(text, organisations) if filters.huvudman is None else None
    if huvudman:
        filters = replace(filters, huvudman=huvudman)
        interpreted.append(huvudman)
    unknown = None if filters.organ else _unknown_organ(without)
    intent = next((intent for intent, pattern in _INTENTS if pattern.search(text)), Intent.DECISION)
    return Question(text, filters, intent, period, tuple(interpreted), unknown)


def relaxations(question: Question, given: Filters) -> list[Filters]:
    """Filters to try in turn when those of the question leave nothing: each drops one more."""
    found = question.filters
    steps = []
    for change in (
        {"huvudman": given.huvudman},
        {"organ": given.organ},
        {"item_number": given.item_number},
        {"date_from": given.date_from, "date_to": given.date_to},
        {"case_number": given.case_number},
    ):
        relaxed = replace(found, **change)
        if relaxed != found:
            found = relaxed
            steps.append(relaxed)
    return steps


def _named_organ(text: str, bodies: Sequence[str]) -> str | None:
    known = {body.casefold(): body for body in bodies}
    for abbreviation, organ in ABBREVIATIONS.items():
        if organ.casefold() in known and re.search(rf"(?<!\w){abbreviation}(?!\w)", text):
            return known[organ.casefold()]
    for body in sorted(bodies, key=len, reverse=True):
        named = re.search(rf"\b{_BEFORE_ORGAN}\s+{re.escape(body)}(?!\w)", text, re.IGNORECASE)
        if body and named:
            return body
    return None


def _named_huvudman(text: str, organisations: Sequence[str]) -> str | None:
    """The organisation named, by its whole name or by what tells it from the others."""
    if len(organisations) < 2:
        return None
    for huvudman in organisations:
        own = re.sub(r"\b(?:region|landstinget|kommun|stad)\b", "", huvudman, flags=re.I).strip()
        own = own.removesuffix("s") if huvudman.casefold().endswith(" stad") else own
        if own and re.search(rf"(?<!\w){re.escape(own)}s?(?!\w)", text, re.IGNORECASE):
            return huvudman
    return None


def _unknown_organ(text: str) -> str | None:
    """A body that is asked what it decided, though no document of the index is from it."""
    asked = re.search(rf"\b(?:beslut|tyckte|sade|röstade)\w*\s+({_ORGAN_WORD})(?!\w)", text, re.I)
    return asked[1].capitalize() if asked else None
