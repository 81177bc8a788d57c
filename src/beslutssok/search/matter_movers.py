"""Whose motions and interpellations: those of the parties and persons that a question names."""

import re
from collections.abc import Iterable

from beslutssok.domain import SectionKind
from beslutssok.index.parties import find_parties
from beslutssok.index.rows import StoredItem
from beslutssok.search.named_people import is_named
from beslutssok.search.question import Question
from beslutssok.search.quoted_words import sentences_of
from beslutssok.search.retrieval import Retriever

_MOVED = frozenset({"motion", "interpellation", "medborgarförslag"})
# After these words a title tells what a motion is about, or whom a question is put to.
_SUBJECT = re.compile(r"\s(?:om|angående|gällande|rörande|avseende|till|kring)\s", re.IGNORECASE)
_TELLING = frozenset({SectionKind.SUMMARY, SectionKind.BACKGROUND, SectionKind.OTHER})
_MOVES = re.compile(r"\b(?:motion|interpellation|medborgarförslag|väck|ställ)\w*", re.IGNORECASE)


def by_movers(
    retriever: Retriever, items: Iterable[StoredItem], matter: str, question: Question
) -> list[StoredItem]:
    """Those of the items that the parties or persons named have put; all where none is named.

    Who put one stands in its title, or else where it is told what it says.
    """
    if matter not in _MOVED or not (question.parties or question.persons):
        return list(items)
    return [item for item in items if _is_theirs(retriever, item, question)]


def _is_theirs(retriever: Retriever, item: StoredItem, question: Question) -> bool:
    head = mover_part(item.title)
    if find_parties(head):
        return _names(head, question)
    passages = retriever.store.item_passages(item.item_id)
    told = (
        sentence
        for passage in passages
        if passage.section in _TELLING
        for sentence in sentences_of(passage.text)
    )
    return any(_MOVES.search(sentence) and _names(sentence, question) for sentence in told)


def mover_part(title: str) -> str:
    """The part of a title that says who put the matter, before what it is about.

    >>> mover_part("Interpellation av Bo Ek (L) till nämndens ordförande Eva Alm (S) om badet")
    'Interpellation av Bo Ek (L)'
    """
    return _SUBJECT.split(title, maxsplit=1)[0]


def _names(text: str, question: Question) -> bool:
    return not find_parties(text).isdisjoint(question.parties) or any(
        is_named(text, person) for person in question.persons
    )
