"""The parts of a question, each read as an interpretation that a user can take away."""

import re
from collections.abc import Iterable, Sequence

from beslutssok.domain import Filters, MotionKind, Outcome, Saying, SectionKind
from beslutssok.domain.interpretation import Interpretation, InterpretationKind
from beslutssok.index.rows import compared
from beslutssok.parse.case_numbers import normalise_case_number
from beslutssok.search.events import EVENTS_SAID, Event, find_events
from beslutssok.search.matters import find_matter_asked, find_outcome_asked
from beslutssok.search.named import Named, Placed
from beslutssok.search.named_bodies import find_huvudman_asked, find_organ_asked
from beslutssok.search.named_numbers import find_item_asked, find_numbers_asked
from beslutssok.search.named_people import find_parties_asked, find_persons
from beslutssok.search.periods import Period
from beslutssok.search.phrases import find_excluded, find_phrases
from beslutssok.search.section_words import Order, find_kind_asked, find_sections_asked
from beslutssok.search.sentences import Says, say

_QUOTED_NUMBER = re.compile(r"^(?:§|paragraf)\s*\d{1,4}\s?[a-h]?$", re.IGNORECASE)


def _part(
    kind: InterpretationKind,
    value: str,
    label: str,
    where: Placed,
    filters: Filters = Filters(),  # noqa: B008 (frozen)
    limits: bool = True,
    words: str = "",
) -> Interpretation:
    key = f"{kind.value}:{compared(value)}"
    return Interpretation(key, kind, label, where.start, where.end, filters, limits, words)


def _preferred(
    kind: InterpretationKind, named: Named, said: str, words: str = ""
) -> Interpretation:
    """A part that hits had better have, by ``words``, those named if not others."""
    return _part(kind, named.name, _prefer(said), named, limits=False, words=words or named.name)


def _prefer(part: object, certain: bool = False, label: str = "") -> str:
    """The label of what is certain, or else that a part is only preferred."""
    return label if certain else say(Says.PREFERRED, part=part)


def _called(named: Named, meant: SectionKind | MotionKind | Outcome) -> Saying:
    return say(Says.CALLED, name=named.name, meant=meant)


def read_case(cases: Sequence[Named]) -> Iterable[Interpretation]:
    """The case number that a question is about."""
    for case in cases[:1]:
        filters = Filters(case_number=case.name)
        label = say(Says.CASE, number=case.name)
        yield _part(InterpretationKind.CASE, case.name, label, case, filters)


def read_item(text: str) -> Iterable[Interpretation]:
    """The § or item of an agenda."""
    item = find_item_asked(text)
    if item:
        sign, named = item
        filters = Filters(item_number=named.name)
        label = f"{sign} {named.name}"
        yield _part(InterpretationKind.ITEM, named.name, label, named, filters)


def read_period(period: Period | None) -> Iterable[Interpretation]:
    """The period, if it limits, or is only preferred."""
    if period is None:
        return
    value = f"{period.first or ''}/{period.last or ''}"
    label = _prefer(period, period.certain, say(Says.PERIOD, period=period))
    filters = Filters(date_from=period.first, date_to=period.last)
    yield _part(InterpretationKind.PERIOD, value, label, period, filters, period.certain)


def read_organ(text: str, bodies: Sequence[str]) -> Iterable[Interpretation]:
    """The body asked about."""
    named = find_organ_asked(text, bodies)
    if named:
        filters = Filters(organ=named.name)
        yield _part(InterpretationKind.ORGAN, named.name, named.name, named, filters)


def read_huvudman(text: str, organisations: Sequence[str]) -> Iterable[Interpretation]:
    """The organisation asked about."""
    named = find_huvudman_asked(text, organisations)
    if named:
        label = _prefer(named.name, named.certain, named.name)
        filters = Filters(huvudman=named.name)
        yield _part(InterpretationKind.HUVUDMAN, named.name, label, named, filters, named.certain)


def read_parts(text: str) -> Iterable[Interpretation]:
    """The kind of document and the sections."""
    asked = find_kind_asked(text)
    if asked:
        document_kind, named = asked
        label = _prefer(document_kind, named.certain, say(Says.IN_KIND, kind=document_kind))
        filters = Filters(document_kind=document_kind)
        kind = InterpretationKind.DOCUMENT_KIND
        yield _part(kind, document_kind.value, label, named, filters, named.certain)
    for section, named in find_sections_asked(text):
        filters, label = Filters(section=section), _prefer(_called(named, section))
        kind = InterpretationKind.SECTION
        yield _part(kind, section.value, label, named, filters, limits=False)


def read_people(
    text: str, parties: Iterable[str], others: Sequence[str]
) -> Iterable[Interpretation]:
    """Parties and persons; both are preferred only."""
    for party in find_parties_asked(text, parties):
        filters, label = Filters(party=party.name), _prefer(say(Says.ABOUT, whom=party.name))
        yield _part(InterpretationKind.PARTY, party.name, label, party, filters, limits=False)
    for name in find_persons(text, others):
        yield _preferred(InterpretationKind.NAME, name, say(Says.ABOUT, whom=name.name))


def read_numbers(text: str) -> Iterable[Interpretation]:
    """Numbers of documents, properties and the like; ``text`` is without its period."""
    for number in find_numbers_asked(text):
        yield _preferred(InterpretationKind.NUMBER, number, say(Says.WITH, number=number.name))


def read_list(text: str) -> Iterable[Interpretation]:
    """What a list is asked of: kinds of matters and outcomes."""
    matter = find_matter_asked(text)
    if matter:
        title, named = matter
        yield _preferred(InterpretationKind.MATTER, named, named.name, title)
    outcome = find_outcome_asked(text)
    if outcome:
        name = outcome.name
        meant = MotionKind(name) if name in tuple(MotionKind) else Outcome(name)
        yield _preferred(InterpretationKind.OUTCOME, outcome, _called(outcome, meant))
    for event in find_events(text) if not (matter or outcome) else ():
        said = say(EVENTS_SAID[Event(event.name)])
        yield _preferred(InterpretationKind.EVENT, event, said)


def read_marks(text: str) -> Iterable[Interpretation]:
    """What has to stand word for word, and what must not stand."""
    for phrase in find_phrases(text):
        if not (_QUOTED_NUMBER.match(phrase.name) or normalise_case_number(phrase.name)):
            label = say(Says.WORD_FOR_WORD, words=phrase.name)
            kind = InterpretationKind.PHRASE
            yield _part(kind, phrase.name, label, phrase, words=phrase.name)
    for word in find_excluded(text):
        label = say(Says.WITHOUT, word=word.name)
        yield _part(InterpretationKind.EXCLUDED, word.name, label, word, words=word.name)


def read_order(order: Order, named: Named) -> Interpretation:
    """The order asked for: the latest or the first."""
    label = say(Says.LATEST_FIRST if order is Order.LATEST else Says.EARLIEST_FIRST)
    return _part(InterpretationKind.ORDER, order.name, label, named, limits=False)
