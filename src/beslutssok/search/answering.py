"""Answers: quotations from the minutes, chosen, framed and cited.

No sentence is made up. What is quoted stands on the cited page; what frames it (body, date, §,
outcome, how a case went on) is read from the same item, and what is counted is counted by code.
Where nothing found is about what was asked, the answer says so, and what was looked through.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from beslutssok.domain import Answer, AnswerLine, DocumentKind, Filters
from beslutssok.domain.answers import AnswerKind, LineKind
from beslutssok.domain.interpretation import InterpretationKind
from beslutssok.index.rows import StoredItem
from beslutssok.search.acts_asked import acts_asked
from beslutssok.search.alternatives import alternative_lines
from beslutssok.search.answer_actions import acts_lines
from beslutssok.search.answer_item import item_lines, kind_of
from beslutssok.search.answer_list import list_lines
from beslutssok.search.answer_precedents import precedent_lines
from beslutssok.search.answer_when import items_when
from beslutssok.search.case_items import linked_items, numbered_items
from beslutssok.search.composing import Asked, compose, decline
from beslutssok.search.event_list import event_lines
from beslutssok.search.evidence import Evidence, weigh_evidence
from beslutssok.search.follow_up import goes_on, item_gone_on_with, items_after, names_no_matter
from beslutssok.search.held import is_list_of_others
from beslutssok.search.intents import Intent, find_intents
from beslutssok.search.likeness import asks_for_others
from beslutssok.search.listing import (
    asks_for_all,
    filters_of_list,
    items_of_outcome,
    items_of_period,
    list_heading,
    listed_items,
)
from beslutssok.search.matter_alone import of_matter_alone, tells_of_person
from beslutssok.search.missing import gaps_of
from beslutssok.search.not_there import why_not_there
from beslutssok.search.one_matter import (
    is_collective,
    items_of_case,
    minutes_first,
    namesakes,
    takes_its_place,
    titled_alike,
)
from beslutssok.search.question import Question
from beslutssok.search.retrieval import Retrieval, Retriever, by_day, in_order_of_time
from beslutssok.search.selection import choose_lead, has_minutes, is_decided
from beslutssok.search.sentences import Says, say
from beslutssok.search.wording import item_place, missing_sentence

MAX_STEPS = 40


def ask(
    retriever: Retriever,
    text: str,
    given: Filters,
    without: Iterable[str] = (),
    after: str | None = None,
) -> Answer:
    """Answer a question from the documents, or say why not.

    ``without`` are keys of interpretations that the user took away. ``after`` is the identifier
    of an item, a citation or a case number that a question goes on with if it names no matter.
    """
    retrieval = retriever.retrieve(text, given, without)
    asked = Asked(text, retrieval, retriever.store.coverage(given))
    parts = retrieval.question.interpretations
    if after and after.strip() and goes_on(text, parts):
        return _gone_on(retriever, asked, given, without, after)
    gone = why_not_there(retrieval, text)
    if gone:
        return decline(_with_gaps(retriever, asked), gone)
    acts = acts_asked(retrieval, text)
    if acts is not None:
        evidence = weigh_evidence(retriever, retrieval, retrieval.question.wording)
        told = acts_lines(retriever, retrieval, acts, evidence)
        if told is not None:
            return compose(asked, told.kind, told.lead, told.lines)
    happened = event_lines(retriever, retrieval, text)
    if happened is not None:
        return compose(asked, AnswerKind.LIST, happened.lead, happened.lines)
    of_outcome = items_of_outcome(retriever, retrieval, text)
    if of_outcome is not None:
        return _all_of_outcome(retriever, asked, of_outcome)
    day = items_of_period(retriever, retrieval, text)
    if day:
        return _listed_answer(retriever, asked, day)
    if names_no_matter(text, parts) and not _names_anything(retrieval.question, text):
        return decline(asked, say(Says.NO_MATTER))
    evidence = weigh_evidence(retriever, retrieval, retrieval.question.wording)
    enough = evidence.sufficient or tells_of_person(retriever, retrieval, evidence)
    plainer = None if enough else of_matter_alone(retriever, retrieval, text, given, without)
    if plainer is not None:
        retrieval, evidence, enough = *plainer, True
        asked = replace(asked, retrieval=retrieval)
    if not enough and not asks_for_all(retrieval, text):
        titled = _titled(retriever, retrieval, text, evidence)
        if titled:
            return _listed_answer(retriever, asked, titled)
        return decline(_with_gaps(retriever, asked), evidence.reason)
    if retrieval.question.intent is Intent.HISTORY or retrieval.filters.case_number:
        return _history(retriever, asked, evidence)
    if retrieval.filters.item_number and len(evidence.items) > 1:
        return _listed_answer(retriever, asked, sorted(evidence.items, key=by_day))
    if retrieval.question.intent is Intent.DECISION and asks_for_others(text):
        others = precedent_lines(retriever, retrieval, evidence)
        if others is not None:
            return compose(asked, AnswerKind.LIST, others.lead, others.lines)
    if _asks_for_list(retrieval.question):
        return _listed(retriever, asked, evidence)
    return _answered(retriever, asked, evidence)


def _asks_for_list(question: Question) -> bool:
    kinds = {part.kind for part in question.interpretations}
    return question.intent is Intent.LIST or (
        question.intent is Intent.DECISION and InterpretationKind.MATTER in kinds
    )


# What is told matter by matter: who did what in a time is a list, or needs a matter.
_OF_ONE_MATTER = frozenset(
    {Intent.VOTE, Intent.WHO_RESERVED, Intent.WHO_MOVED, Intent.WHO_SPOKE, Intent.WHO_DISQUALIFIED}
)


def _names_anything(question: Question, text: str) -> bool:
    named = {InterpretationKind.NAME, InterpretationKind.PERIOD, InterpretationKind.OUTCOME}
    if set(find_intents(text)) <= _OF_ONE_MATTER:
        named = {InterpretationKind.NAME}
    return any(part.kind in named for part in question.interpretations) or not question.text.strip()


def _gone_on(
    retriever: Retriever, asked: Asked, given: Filters, without: Iterable[str], after: str
) -> Answer:
    """Answer a question about the item or the case that was answered about before."""
    items = items_after(retriever, after)
    if not items:
        return decline(asked, say(Says.NO_CASE, number=after.strip()))
    intent = asked.retrieval.question.intent
    lead = item_gone_on_with(retriever, items, intent)
    if lead.case_number:
        given = replace(given, case_number=lead.case_number)
    else:
        given = replace(
            given, organ=lead.organ, date_from=lead.date, date_to=lead.date,
            item_number=lead.number, huvudman=lead.huvudman or None,
        )  # fmt: skip
    retrieval = retriever.retrieve(asked.text, given, without)
    asked = replace(asked, retrieval=retrieval, after=after.strip())
    if retrieval.question.intent is Intent.HISTORY and lead.case_number:
        number = lead.case_number
        steps = _steps_of(retriever, (number,))
        lines = list_lines(retriever, steps, list_heading(steps, cases=(number,)), (number,))
        return compose(asked, AnswerKind.CASE, lead, lines)
    found = retrieval.by_item().get(lead.item_id, [])
    lines = item_lines(retriever, lead, found, retrieval.question)
    return compose(asked, kind_of(retrieval.question), lead, lines)


def _answered(retriever: Retriever, asked: Asked, evidence: Evidence) -> Answer:
    retrieval = asked.retrieval
    lead, best = choose_lead(retriever, retrieval)
    if set(find_intents(asked.text)) <= _OF_ONE_MATTER and _is_only_called(retriever, lead):
        return decline(asked, say(Says.PLACE_ONLY_CALLED, place=item_place(lead)))
    found = retrieval.by_item().get(lead.item_id, [best] if not lead.item_id else [])
    lines: list[AnswerLine] = []
    if retrieval.question.intent is Intent.WHEN:
        when = items_when(retriever, lead, asked.text)
        lead = when.lead
        found = retrieval.by_item().get(lead.item_id, [])
        lines += when.lines
    alike = titled_alike(retriever, retrieval, lead)
    latest = max(filter(is_decided, alike), key=in_order_of_time, default=lead)
    if takes_its_place(latest, lead, retrieval.question):
        alike = [lead, *(item for item in alike if item is not latest)]
        lead, found = latest, retrieval.by_item()[latest.item_id]
    top = retrieval.candidates[0]
    lines += item_lines(retriever, lead, found, retrieval.question, alike, top)
    others = namesakes(retriever, retrieval, lead)
    for other in others:
        also = retrieval.by_item().get(other.item_id, [])
        lines += item_lines(retriever, other, also, retrieval.question)
    lines += alternative_lines(retriever, retrieval, (lead, *others), evidence)
    if evidence.doubtful:
        missing = evidence.missing
        why = missing_sentence(missing) if missing else say(Says.UNSURE)
        doubt = say(Says.NEAREST, why=why)
        lines.insert(0, AnswerLine(doubt, lines[0].hit, LineKind.DOUBT))
    if not is_decided(lead):
        asked = replace(asked, gaps=gaps_of(retriever, [lead]))
    return compose(asked, kind_of(retrieval.question), lead, lines)


def _is_only_called(retriever: Retriever, lead: StoredItem) -> bool:
    return lead.document_kind is DocumentKind.AGENDA and not has_minutes(retriever, lead)


def _history(retriever: Retriever, asked: Asked, evidence: Evidence) -> Answer:
    """Every step of the matter in question, in order of time, under all its case numbers."""
    number = asked.retrieval.filters.case_number
    if number is not None:
        numbers: tuple[str, ...] = (number,)
        steps = _steps_of(retriever, numbers)
    else:
        lead = choose_lead(retriever, asked.retrieval)[0]
        alike = titled_alike(retriever, asked.retrieval, lead)
        matter = sorted((lead, *alike), key=in_order_of_time)
        named = dict.fromkeys(item.case_number for item in matter if item.case_number)
        own = [each for each in named if not is_collective(retriever.case_items(each))]
        numbers = tuple(own) if lead.case_number in (None, *own) else ()
        if numbers:
            steps = _steps_of(retriever, numbers, alike)
        else:
            held = {i.item_id: i for i in (lead, *items_of_case(retriever, lead), *alike)}
            steps = sorted(held.values(), key=in_order_of_time) if len(held) > 1 else []
    if not steps:
        return _answered(retriever, asked, evidence)
    lines = list_lines(retriever, steps, list_heading(steps, cases=numbers), numbers)
    asked = replace(asked, gaps=gaps_of(retriever, steps))
    return compose(asked, AnswerKind.CASE, _last_decided(steps), lines)


def _steps_of(
    retriever: Retriever, numbers: Iterable[str], alike: Iterable[StoredItem] = ()
) -> list[StoredItem]:
    """The items of cases and those that mention them or refer to them, in order of time.

    ``alike`` are known to be of the matter by their title; lists of what others did only if there
    is nothing else.
    """
    numbered = [each for number in numbers for each in numbered_items(retriever, number)]
    linked = linked_items(retriever, numbered)
    held = {item.item_id: item for item in (*(each.item for each in linked), *alike)}
    items = minutes_first(sorted(held.values(), key=in_order_of_time))
    telling = [item for item in items if not is_list_of_others(item.title)]
    return (telling or items)[:MAX_STEPS]


def _listed(retriever: Retriever, asked: Asked, evidence: Evidence) -> Answer:
    """Items of the kind or about the subject that is named, each with what was decided."""
    items = listed_items(retriever, asked.retrieval, asked.text, evidence)
    if not items and asks_for_all(asked.retrieval, asked.text):
        return decline(asked, say(Says.NO_SUCH_ITEM))
    if not items:
        return _answered(retriever, asked, evidence)
    return _listed_answer(retriever, asked, items)


def _titled(
    retriever: Retriever, retrieval: Retrieval, text: str, evidence: Evidence
) -> list[StoredItem]:
    """The items of the kind asked for whose titles have what else is asked, however near."""
    question = retrieval.question
    if not question.standing(InterpretationKind.MATTER) or not _asks_for_list(question):
        return []
    return listed_items(retriever, retrieval, text, replace(evidence, about=()))


def _all_of_outcome(retriever: Retriever, asked: Asked, items: Sequence[StoredItem]) -> Answer:
    if not items:
        return decline(asked, say(Says.NO_SUCH_ITEM))
    return _listed_answer(retriever, asked, items)


def _listed_answer(retriever: Retriever, asked: Asked, items: Sequence[StoredItem]) -> Answer:
    looked = retriever.store.items(filters_of_list(asked.retrieval))
    heading = list_heading(items, looked)
    lines = list_lines(retriever, items, heading)
    return compose(asked, AnswerKind.LIST, _last_decided(items), lines)


def _last_decided(items: Sequence[StoredItem]) -> StoredItem:
    return ([item for item in items if is_decided(item)] or list(items))[-1]


def _with_gaps(retriever: Retriever, asked: Asked) -> Asked:
    """The question with what the nearest items refer to and that is not there."""
    nearest = list(asked.retrieval.by_item())[:2]
    items = retriever.store.items_named(nearest) if nearest else []
    return replace(asked, gaps=gaps_of(retriever, items))
