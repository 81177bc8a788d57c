"""The items that a question for a list asks for: all of a kind, or those about a subject."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from beslutssok.domain import Filters, Outcome
from beslutssok.domain.interpretation import Interpretation, InterpretationKind
from beslutssok.index.rows import StoredItem
from beslutssok.search.evidence import ENOUGH_WORDS, Evidence, share_of_words, subject_words
from beslutssok.search.follow_up import own_words
from beslutssok.search.matters import outcomes_called
from beslutssok.search.retrieval import Retrieval, Retriever, in_order_of_time
from beslutssok.search.selection import is_decided

# What was only put off or noted was not decided in this sense.
_SETTLED = re.compile(
    r"\b(?:fastställ|anta(?:gi|s)|antog|godkän|beslutade|beslutats|bestäm|införde)\w*",
    re.IGNORECASE,
)


def filters_of_list(retrieval: Retrieval) -> Filters:
    """The filters of a list: a time that is only preferred in a search limits it too."""
    used = retrieval.filters
    for part in retrieval.question.interpretations:
        if part.kind is InterpretationKind.PERIOD and not part.relaxed:
            days = part.filters
            if not (used.date_from or used.date_to):
                used = replace(used, date_from=days.date_from, date_to=days.date_to)
    return used


def listed_items(
    retriever: Retriever, retrieval: Retrieval, text: str, evidence: Evidence
) -> list[StoredItem]:
    """The items asked for, in order of time.

    A kind of matter («vilka motioner …») is looked up among all items that the filters leave, so
    that the list is whole; what else the question names has to stand in the title. Otherwise
    they are the items found that are about the subject.
    """
    parts = [part for part in retrieval.question.interpretations if not part.relaxed]
    matter = next((part for part in parts if part.kind is InterpretationKind.MATTER), None)
    if matter is None:
        items = within(evidence.about or evidence.items, filters_of_list(retrieval))
    else:
        rest = _rest(text, parts)
        items = _of_matter(retriever, retrieval, matter, rest)
        if rest:
            known = {item.item_id for item in items}
            about = within(evidence.about, filters_of_list(retrieval))
            also = (item for item in about if item.item_id not in known)
            items += [item for item in also if share_of_words(rest, [item.title]) >= ENOUGH_WORDS]
    outcome = next((part for part in parts if part.kind is InterpretationKind.OUTCOME), None)
    if outcome is not None:
        wanted: frozenset[Outcome] = outcomes_called(outcome.words)
        items = [
            item
            for item in items
            if item.outcome in wanted and not (matter and _ONLY_ABOUT.search(item.title))
        ]
    elif matter is not None and _SETTLED.search(text):
        items = [item for item in items if is_decided(item)]
    elif matter is not None and _ANSWERED.search(text):
        items = [item for item in items if item.outcome not in _PUT_OFF]
    return sorted(items, key=in_order_of_time)


# What else stands in titles of such matters, where a question names more than the kind.
_ALSO_CALLED = {"granskning": ("revision",)}


def within(items: Iterable[StoredItem], filters: Filters) -> list[StoredItem]:
    """The items of the days that filters leave."""
    return [
        item
        for item in items
        if (filters.date_from is None or (item.date is not None and item.date >= filters.date_from))
        and (filters.date_to is None or (item.date is not None and item.date <= filters.date_to))
    ]


_ANSWERED = re.compile(r"\bbesvara(?:des|s|ts|d|de)\b", re.IGNORECASE)
_PUT_OFF = frozenset({Outcome.TABLED, Outcome.REFERRED_BACK, Outcome.WITHDRAWN, Outcome.REFERRED})


def list_heading(
    items: Sequence[StoredItem], looked: Sequence[StoredItem] = (), *, of_case: str = ""
) -> str:
    """How many items a list has, and among how many they were looked for.

    ``looked`` are the items that the filters leave; those of agendas do not count.
    """
    if of_case:
        count = "ett steg" if len(items) == 1 else f"{len(items)} steg i tidsordning"
        return f"Ärendets gång ({of_case}), {count}:"
    counted = sum(item.document_kind.records_decisions for item in looked)
    count = "Ett ärende" if len(items) == 1 else f"{len(items)} ärenden i tidsordning"
    among = f", av {counted} genomsökta paragrafer" if counted > len(items) else ""
    return f"{count}{among}:"


def items_of_period(retriever: Retriever, retrieval: Retrieval, text: str) -> list[StoredItem]:
    """All that was decided in the time and by the body that a question names, if no more.

    Nothing where the question tells a matter, or where the time was let go.
    """
    question = retrieval.question
    used = filters_of_list(retrieval)
    if retrieval.relaxed or not (used.date_from or used.date_to) or used.item_number:
        return []
    if used.case_number or not _ASKS_WHAT.search(text) or question.persons or question.parties:
        return []
    if own_words(text, question.interpretations):
        return []
    items = [item for item in retriever.store.items(used) if item.document_kind.records_decisions]
    return sorted(items, key=in_order_of_time)


_ASKS_WHAT = re.compile(
    r"^\W*(?:och\s+)?(?:vad|vilka\s+beslut|vilka\s+ärenden|vilka\s+paragrafer|what|which)\b",
    re.IGNORECASE,
)


def asks_for_all(retrieval: Retrieval, text: str) -> bool:
    """Whether a question asks for all matters of a kind, and names no subject besides."""
    parts = [part for part in retrieval.question.interpretations if not part.relaxed]
    kinds = {part.kind for part in parts}
    return InterpretationKind.MATTER in kinds and not _rest(text, parts)


def _rest(text: str, parts: Iterable[Interpretation]) -> tuple[str, ...]:
    """The words that tell the subject besides what was read as a part of the question."""
    for part in parts:
        text = text[: part.start] + " " * (part.end - part.start) + text[part.end :]
    return subject_words(_TREATED.sub(" ", _SETTLED.sub(" ", text)))


# What was done to all such matters, and tells none of them from another.
_TREATED = re.compile(
    r"\b(?:besvara|väck|ställ|lämna|inkom|kom\b|anmäl|behandla|redovisa|hantera|avgör|avgjor)\w*"
    r"|\b(?:många|antal\w*|samtliga|alla)\b",
    re.IGNORECASE,
)


# What became of an opinion on a motion is not what became of the motion.
_ONLY_ABOUT = re.compile(r"^(?:yttrande|remissvar|remiss|information|uppföljning)\b", re.IGNORECASE)
# «Nya motioner», «Medborgarförslag som inte är färdigberedda»: about many, and none of them.
_OF_MANY = re.compile(
    r"^(?:nya|nyinkomna|inkomna|obesvarade|anmäl\w+|förteckning|redovisning av (?:ej|obesvarade))\b"
    r"|\b(?:inte|ej|ännu)\b.{0,20}\b(?:beredd\w*|färdigberedd\w*|besvarad\w*|avslutad\w*)",
    re.IGNORECASE,
)


def _of_matter(
    retriever: Retriever, retrieval: Retrieval, matter: Interpretation, rest: tuple[str, ...]
) -> list[StoredItem]:
    called = [matter.words, *(_ALSO_CALLED.get(matter.words, ()) if rest else ())]
    in_title = re.compile(rf"\b\w*(?:{'|'.join(map(re.escape, called))})", re.IGNORECASE)
    items = [
        item
        for item in retriever.store.items(filters_of_list(retrieval))
        if item.document_kind.records_decisions
        and in_title.search(item.title)
        and not _OF_MANY.search(item.title)
    ]
    if not rest:
        return items
    return [item for item in items if share_of_words(rest, [item.title]) >= ENOUGH_WORDS]
