"""Precedents: earlier items like a text, an item, or a case at hand."""

from beslutssok.domain import Filters, Hit
from beslutssok.errors import CitationNotFound
from beslutssok.index.rows import StoredPassage
from beslutssok.search.citations import parse_citation
from beslutssok.search.retrieval import Retriever, hit_of

# What is embedded is cut at about this many characters: the model reads no more than 512 tokens.
MAX_TEXT = 1_500


def find_similar(retriever: Retriever, text: str, given: Filters, limit: int) -> list[Hit]:
    """Find items like a text, or like the item that a citation or identifier names.

    One hit an item, the item itself left out; items that decided go before proposals of the
    same case.
    """
    own = _own_passages(retriever, text)
    own_item = own[0].item_id if own else None
    question = _as_question(own) if own else text[:MAX_TEXT]
    retrieval = retriever.retrieve_plain(question, given)
    hits: list[Hit] = []
    seen_cases: set[tuple[str, str]] = set()
    for item_id, candidates in retrieval.by_item().items():
        best = candidates[0]
        if item_id == own_item or not best.passage.item_id:
            continue
        case = (best.passage.case_number or item_id, best.passage.document_kind.value)
        if case in seen_cases:
            continue
        seen_cases.add(case)
        hits.append(hit_of(best, len(hits) + 1, question))
        if len(hits) >= limit:
            break
    return hits


def _own_passages(retriever: Retriever, text: str) -> list[StoredPassage]:
    passages = find_item(retriever, text)
    return passages or []


def find_item(retriever: Retriever, text: str) -> list[StoredPassage]:
    """The passages of the item that a citation or identifier names; none if it is neither."""
    store = retriever.store
    wanted = text.strip()
    cited = parse_citation(wanted)
    if cited is not None:
        organ, day, number, agenda = cited
        filters = Filters(organ=organ, date_from=day, date_to=day, item_number=number)
        matching = [
            item
            for item in store.items(filters)
            if agenda is not item.document_kind.records_decisions
        ]
        if len({item.huvudman for item in matching}) > 1:
            raise CitationNotFound(
                f"«{wanted}» finns hos flera: {', '.join(item.huvudman for item in matching)}.",
                f"Ange id i stället, till exempel «{matching[0].item_id}».",
            )
        return store.item_passages(matching[0].item_id) if matching else []
    if " " in wanted or "/" not in wanted:
        return []
    try:
        return store.item_passages(store.passage(wanted).item_id)
    except CitationNotFound:
        pass
    try:
        return store.item_passages(wanted)
    except CitationNotFound:
        return []


def _as_question(passages: list[StoredPassage]) -> str:
    texts = [passages[0].item_title, *(passage.text for passage in passages)]
    return "\n".join(dict.fromkeys(texts))[:MAX_TEXT]
