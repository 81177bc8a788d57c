"""The parts of a question, each read as an interpretation that a user can take away."""

import re
from collections.abc import Iterable, Sequence

from beslutssok.domain import Filters
from beslutssok.domain.interpretation import Interpretation, InterpretationKind
from beslutssok.index.rows import compared
from beslutssok.parse.case_numbers import normalise_case_number
from beslutssok.search.matters import find_matter_asked, find_outcome_asked
from beslutssok.search.named_bodies import (
    Named,
    find_huvudman_asked,
    find_organ_asked,
)
from beslutssok.search.named_numbers import (
    find_item_asked,
    find_numbers_asked,
)
from beslutssok.search.named_people import find_parties_asked, find_persons
from beslutssok.search.periods import Period
from beslutssok.search.phrases import find_excluded, find_phrases
from beslutssok.search.section_words import (
    Order,
    find_kind_asked,
    find_sections_asked,
)

_QUOTED_NUMBER = re.compile(r"^(?:§|paragraf)\s*\d{1,4}\s?[a-h]?$", re.IGNORECASE)


def blank_out(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with parts of it covered by spaces, so that places in it stay."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _part(
    kind: InterpretationKind,
    value: str,
    label: str,
    span: tuple[int, int],
    filters: Filters = Filters(),  # noqa: B008 (frozen)
    limits: bool = True,
    words: str = "",
) -> Interpretation:
    key = f"{kind.value}:{compared(value)}"
    return Interpretation(key, kind, label, *span, filters, limits, words)


def read_case(cases: Sequence[tuple[str, int, int]]) -> Iterable[Interpretation]:
    """The case number that a question is about."""
    for number, start, end in cases[:1]:
        filters = Filters(case_number=number)
        yield _part(InterpretationKind.CASE, number, f"Ärende {number}", (start, end), filters)


def read_item(text: str) -> Iterable[Interpretation]:
    """The § or item of an agenda."""
    item = find_item_asked(text)
    if item:
        sign, named = item
        filters = Filters(item_number=named.name)
        label = f"{sign} {named.name}"
        span = (named.start, named.end)
        yield _part(InterpretationKind.ITEM, named.name, label, span, filters)


def read_period(period: Period | None) -> Iterable[Interpretation]:
    """The period, if it limits, or is only preferred."""
    if period is None:
        return
    value = f"{period.first or ''}/{period.last or ''}"
    label = period.label if period.certain else f"Gärna {period.label}"
    label = label[0].upper() + label[1:]
    filters = Filters(date_from=period.first, date_to=period.last)
    span = (period.start, period.end)
    yield _part(InterpretationKind.PERIOD, value, label, span, filters, period.certain)


def read_organ(text: str, bodies: Sequence[str]) -> Iterable[Interpretation]:
    """The body asked about."""
    named = find_organ_asked(text, bodies)
    if named:
        filters = Filters(organ=named.name)
        span = (named.start, named.end)
        yield _part(InterpretationKind.ORGAN, named.name, named.name, span, filters)


def read_huvudman(text: str, organisations: Sequence[str]) -> Iterable[Interpretation]:
    """The organisation asked about."""
    named = find_huvudman_asked(text, organisations)
    if named:
        label = named.name if named.certain else f"Gärna {named.name}"
        filters = Filters(huvudman=named.name)
        span = (named.start, named.end)
        yield _part(InterpretationKind.HUVUDMAN, named.name, label, span, filters, named.certain)


def read_parts(text: str, period: Period | None) -> Iterable[Interpretation]:
    """The kind of document and the sections."""
    kind = find_kind_asked(text)
    if kind:
        value, named = kind
        label = f"I {value.value}" if named.certain else f"Gärna {value.value}"
        filters = Filters(document_kind=value)
        span = (named.start, named.end)
        yield _part(
            InterpretationKind.DOCUMENT_KIND, value.value, label, span, filters, named.certain
        )
    for section, named in find_sections_asked(text):
        filters = Filters(section=section)
        label = f"Gärna {named.name}"
        span = (named.start, named.end)
        yield _part(InterpretationKind.SECTION, section.value, label, span, filters, limits=False)


def read_people(
    text: str, parties: Iterable[str], others: Sequence[str]
) -> Iterable[Interpretation]:
    """Parties and persons; both are preferred only."""
    for party in find_parties_asked(text, parties):
        filters = Filters(party=party.name)
        span = (party.start, party.end)
        label = f"Gärna om {party.name}"
        yield _part(InterpretationKind.PARTY, party.name, label, span, filters, limits=False)
    for name in find_persons(text, others):
        yield _part(
            InterpretationKind.NAME,
            name.name,
            f"Gärna om {name.name}",
            (name.start, name.end),
            limits=False,
            words=name.name,
        )


def read_numbers(text: str, period: Period | None) -> Iterable[Interpretation]:
    """Numbers of documents, properties and the like."""
    if period:
        text = blank_out(text, [(period.start, period.end)])
    for number in find_numbers_asked(text):
        yield _part(
            InterpretationKind.NUMBER,
            number.name,
            f"Gärna med {number.name}",
            (number.start, number.end),
            limits=False,
            words=number.name,
        )


def read_list(text: str) -> Iterable[Interpretation]:
    """What a list is asked of: kinds of matters and outcomes."""
    matter = find_matter_asked(text)
    if matter:
        title, named = matter
        span, label = (named.start, named.end), f"Gärna {named.name}"
        kind = InterpretationKind.MATTER
        yield _part(kind, named.name, label, span, limits=False, words=title)
    outcome = find_outcome_asked(text)
    if outcome:
        span, label = (outcome.start, outcome.end), f"Gärna {outcome.name}"
        kind = InterpretationKind.OUTCOME
        yield _part(kind, outcome.name, label, span, limits=False, words=outcome.name)


def read_marks(text: str) -> Iterable[Interpretation]:
    """What has to stand word for word, and what must not stand."""
    for phrase in find_phrases(text):
        if _QUOTED_NUMBER.match(phrase.words) or normalise_case_number(phrase.words):
            continue
        span = (phrase.start, phrase.end)
        label = f"Ordagrant «{phrase.words}»"
        kind = InterpretationKind.PHRASE
        yield _part(kind, phrase.words, label, span, words=phrase.words)
    for word in find_excluded(text):
        label = f"Utan «{word.words}»"
        kind = InterpretationKind.EXCLUDED
        yield _part(kind, word.words, label, (word.start, word.end), words=word.words)


def read_order(order: Order, named: Named) -> Interpretation:
    """The order asked for: the latest or the first."""
    span = (named.start, named.end)
    kind = InterpretationKind.ORDER
    return _part(kind, order.name, order.value, span, limits=False)
