"""A question with what was read from it: each part a filter or a preference that users can see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from beslutssok.domain import Filters
from beslutssok.domain.interpretation import Interpretation, InterpretationKind
from beslutssok.search.intents import Intent, find_intent, in_words_of_minutes
from beslutssok.search.named import blank_out
from beslutssok.search.named_bodies import find_unknown_organ
from beslutssok.search.named_elsewhere import find_unknown_huvudman
from beslutssok.search.named_numbers import find_cases_asked
from beslutssok.search.periods import Period, find_period
from beslutssok.search.phrases import find_excluded, without_marks
from beslutssok.search.readings import (
    read_case,
    read_huvudman,
    read_item,
    read_list,
    read_marks,
    read_numbers,
    read_order,
    read_organ,
    read_parts,
    read_people,
    read_period,
)
from beslutssok.search.section_words import Order, find_order

__all__ = ["LONGEST_QUESTION", "Intent", "Question", "merge_filters", "read_question"]

# Characters; what is longer is a pasted text, and what it mentions is not what is asked for.
LONGEST_QUESTION = 500


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what was read from it.

    ``filters`` are those given and those read; ``interpretations`` are the parts that were read;
    ``period`` is what the question itself named, ``unknown_organ`` a body that it asks about and
    that no document is from, ``unknown_huvudman`` such an organisation. ``wording`` is what to
    search with: without the marks of phrases and without words to leave out, and what is asked
    for in the word of minutes.
    """

    text: str
    filters: Filters
    intent: Intent
    period: Period | None = None
    interpretations: tuple[Interpretation, ...] = ()
    unknown_organ: str | None = None
    unknown_huvudman: str | None = None
    wording: str = ""
    order: Order | None = None

    @property
    def interpreted(self) -> tuple[str, ...]:
        """What was read, in Swedish."""
        return tuple(part.label for part in self.interpretations)

    @property
    def phrases(self) -> tuple[str, ...]:
        """What has to stand word for word."""
        return self._words(InterpretationKind.PHRASE)

    @property
    def excluded(self) -> tuple[str, ...]:
        """Words and phrases that must not stand in what is found."""
        return self._words(InterpretationKind.EXCLUDED)

    @property
    def persons(self) -> tuple[str, ...]:
        """Persons named."""
        return self._words(InterpretationKind.NAME)

    @property
    def parties(self) -> tuple[str, ...]:
        """Parties named, by their letters."""
        parties = (part.filters.party for part in self.interpretations)
        return tuple(party for party in parties if party)

    def standing(self, kind: InterpretationKind) -> tuple[Interpretation, ...]:
        """The parts of a kind that were not let go."""
        return tuple(p for p in self.interpretations if p.kind is kind and not p.relaxed)

    def _words(self, kind: InterpretationKind) -> tuple[str, ...]:
        return tuple(part.words for part in self.interpretations if part.kind is kind)


def read_question(
    text: str,
    given: Filters,
    bodies: Sequence[str],
    organisations: Sequence[str] = (),
    *,
    parties: Iterable[str] = (),
    today: date | None = None,
    without: Iterable[str] = (),
) -> Question:
    """Read a question.

    What the user filters for wins over what the question says. ``bodies`` and ``organisations``
    (huvudmän) are those that the index knows; only they are taken for filters. ``parties`` are
    letters of local parties, ``today`` is what «i våras» is told from, and ``without`` are keys
    of interpretations that the user took away.
    """
    wording = without_marks(text) or text
    if len(text) > LONGEST_QUESTION:
        return Question(text, given, Intent.DECISION, wording=text)
    removed = frozenset(without)
    asked = blank_out(text, find_excluded(text))
    cases = find_cases_asked(asked)
    no_case = blank_out(asked, cases)
    period = find_period(no_case, today)
    no_period = blank_out(no_case, [period] if period else [])
    read = [
        *read_case(cases),
        *read_item(no_case),
        *read_period(period),
        *read_organ(no_case, bodies),
        *read_huvudman(asked, organisations),
        *read_parts(no_case),
        *read_people(no_case, parties, (*bodies, *organisations)),
        *read_numbers(no_period),
        *read_list(asked),
        *read_marks(text),
    ]
    free = _not_given(given)
    kept = [part for part in read if part.key not in removed and _adds_to(part, free)]
    filters = merge_filters(given, kept)
    order = find_order(no_period)
    if order and f"{InterpretationKind.ORDER}:{order[0].name.lower()}" not in removed:
        kept.append(read_order(*order))
    else:
        order = None
    names_organ = any(part.kind is InterpretationKind.ORGAN for part in read)
    unknown = None if filters.organ or names_organ else find_unknown_organ(no_case)
    is_period = any(part.kind is InterpretationKind.PERIOD and part.limits for part in kept)
    return Question(
        text=text,
        filters=filters,
        intent=find_intent(text),
        period=period if is_period else None,
        interpretations=tuple(sorted(kept, key=lambda part: part.start)),
        unknown_organ=unknown,
        unknown_huvudman=find_unknown_huvudman(no_case, organisations),
        wording=in_words_of_minutes(wording),
        order=order[0] if order else None,
    )


def merge_filters(given: Filters, parts: Iterable[Interpretation]) -> Filters:
    """The filters given, and those of the interpretations that limit."""
    merged = given
    for part in parts:
        if part.limits:
            merged = replace(merged, **_set_fields(part.filters))
    return merged


def _set_fields(filters: Filters) -> dict[str, Any]:
    values = {field.name: getattr(filters, field.name) for field in fields(Filters)}
    return {name: value for name, value in values.items() if value is not None}


def _not_given(given: Filters) -> frozenset[str]:
    named = {field.name for field in fields(Filters)} - _set_fields(given).keys()
    if given.date_from or given.date_to:
        named -= {"date_from", "date_to"}
    return frozenset(named)


def _adds_to(part: Interpretation, free: frozenset[str]) -> bool:
    return _set_fields(part.filters).keys() <= free
