"""What filters would leave of the items that a question finds."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from beslutssok.domain import Filters
from beslutssok.index.entity_queries import parties_named
from beslutssok.index.rows import Choices, StoredPassage
from beslutssok.search.retrieval import Retriever

_Value = TypeVar("_Value", bound=Hashable)


def choices_found(
    retriever: Retriever, text: str, given: Filters, without: Iterable[str] = ()
) -> Choices:
    """Count the items nearest to a question by what filters choose; see :class:`Choices`.

    They are those that a search finds; a filter that is given counts what would be found without
    it. ``without`` are keys of interpretations that the user took away.
    """
    taken = tuple(without)

    def find(**let_go: None) -> Sequence[StoredPassage]:
        found = retriever.retrieve(text, replace(given, **let_go), taken).candidates
        return [candidate.passage for candidate in found if candidate.passage.item_id]

    whole = find()

    def left(*names: str) -> Sequence[StoredPassage]:
        is_given = any(getattr(given, name) for name in names)
        return find(**dict.fromkeys(names)) if is_given else whole

    known = dict(retriever.store.choices().parties)
    of_party = left("party")
    named = parties_named(retriever.store, (passage.rowid for passage in of_party))
    return Choices(
        huvudman=_count(left("huvudman"), lambda p: [p.huvudman]),
        organ=_count(left("organ"), lambda p: [p.organ]),
        kinds=_count(left("document_kind"), lambda p: [p.document_kind]),
        sections=_count(left("section"), lambda p: [p.section]),
        years=tuple(
            sorted(_count(left("date_from", "date_to"), lambda p: [p.date.year] if p.date else []))
        ),
        parties=_count(of_party, lambda p: [n for n in named.get(p.rowid, ()) if n in known]),
        items=len({passage.item_id for passage in whole}),
    )


def _count(
    passages: Iterable[StoredPassage], values_of: Callable[[StoredPassage], Iterable[_Value]]
) -> tuple[tuple[_Value, int], ...]:
    items: dict[_Value, set[str]] = {}
    for passage in passages:
        for value in values_of(passage):
            if value:
                items.setdefault(value, set()).add(passage.item_id)
    counted = ((value, len(ids)) for value, ids in items.items())
    return tuple(sorted(counted, key=lambda pair: (-pair[1], str(pair[0]))))
