"""The items that a question for a list asks for: all of a kind, or those about a subject."""

import re
from collections.abc import Iterable

from beslutssok.domain import Outcome
from beslutssok.domain.interpretation import Interpretation, InterpretationKind
from beslutssok.index.rows import StoredItem
from beslutssok.search.evidence import ENOUGH_WORDS, Evidence, share_of_words, subject_words
from beslutssok.search.matters import outcomes_called
from beslutssok.search.retrieval import Retrieval, Retriever, in_order_of_time
from beslutssok.search.selection import is_decided

# What was only put off or noted was not decided in this sense.
_SETTLED = re.compile(
    r"\b(?:fastställ|anta(?:gi|s)|antog|godkän|beslutade|beslutats|bestäm|införde)\w*",
    re.IGNORECASE,
)


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
        items = list(evidence.about or evidence.items)
    else:
        rest = _rest(text, parts)
        items = _of_matter(retriever, retrieval, matter, rest)
        if rest:
            known = {item.item_id for item in items}
            also = (item for item in evidence.about if item.item_id not in known)
            items += [item for item in also if share_of_words(rest, [item.title]) >= ENOUGH_WORDS]
    outcome = next((part for part in parts if part.kind is InterpretationKind.OUTCOME), None)
    if outcome is not None:
        wanted: frozenset[Outcome] = outcomes_called(outcome.words)
        items = [item for item in items if item.outcome in wanted]
    elif matter is not None and _SETTLED.search(text):
        items = [item for item in items if is_decided(item)]
    return sorted(items, key=in_order_of_time)


def asks_for_all(retrieval: Retrieval, text: str) -> bool:
    """Whether a question asks for all matters of a kind, and names no subject besides."""
    parts = [part for part in retrieval.question.interpretations if not part.relaxed]
    kinds = {part.kind for part in parts}
    return InterpretationKind.MATTER in kinds and not _rest(text, parts)


def _rest(text: str, parts: Iterable[Interpretation]) -> tuple[str, ...]:
    """The words that tell the subject besides what was read as a part of the question."""
    for part in parts:
        text = text[: part.start] + " " * (part.end - part.start) + text[part.end :]
    return subject_words(_SETTLED.sub(" ", text))


def _of_matter(
    retriever: Retriever, retrieval: Retrieval, matter: Interpretation, rest: tuple[str, ...]
) -> list[StoredItem]:
    in_title = re.compile(rf"\b\w*{re.escape(matter.words)}", re.IGNORECASE)
    items = [
        item
        for item in retriever.store.items(retrieval.filters)
        if item.document_kind.records_decisions and in_title.search(item.title)
    ]
    if not rest:
        return items
    return [item for item in items if share_of_words(rest, [item.title]) >= ENOUGH_WORDS]
