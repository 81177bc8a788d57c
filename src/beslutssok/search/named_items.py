"""The item that a citation or an identifier names."""

from beslutssok.domain import Filters
from beslutssok.errors import CitationNotFound
from beslutssok.index.rows import StoredItem, StoredPassage
from beslutssok.search.citations import parse_citation
from beslutssok.search.retrieval import Retriever
from beslutssok.search.sentences import Says, say


def items_cited(retriever: Retriever, text: str) -> list[StoredItem] | None:
    """The items that a citation names, of one organisation or several; ``None`` if it is none."""
    cited = parse_citation(text)
    if cited is None:
        return None
    organ, day, number, agenda = cited
    filters = Filters(organ=organ, date_from=day, date_to=day, item_number=number)
    found = retriever.store.items(filters)
    return [item for item in found if agenda is not item.document_kind.records_decisions]


def find_item(retriever: Retriever, text: str) -> list[StoredPassage]:
    """The passages of the item that a citation or identifier names; none if it is neither.

    Raises:
        CitationNotFound: several organisations have such an item.
    """
    store = retriever.store
    wanted = text.strip()
    matching = items_cited(retriever, wanted)
    if matching is not None:
        if len({item.huvudman for item in matching}) > 1:
            names = tuple(item.huvudman for item in matching)
            raise CitationNotFound(
                say(Says.ITEM_OF_SEVERAL, citation=wanted, names=names),
                say(Says.GIVE_ID, id=matching[0].item_id),
            )
        return store.item_passages(matching[0].item_id) if matching else []
    if " " in wanted or "/" not in wanted:
        return []
    try:
        return store.item_passages(store.passage(wanted).item_id)
    except CitationNotFound:
        return store.item_passages(wanted)
