"""The words of a question that tell one item from the others that were found."""

from collections.abc import Iterable

from beslutssok.search.item_text import ItemText, stands
from beslutssok.search.retrieval import Retrieval, Retriever
from beslutssok.search.subject_words import LONG_WORD, subject_words

# Items among which a word tells, best first, and how many of them may have it.
COMPARED = 8
MOST_HAVING = 2


def telling_words(retrieval: Retrieval) -> dict[str, tuple[str, ...]]:
    """The long words of a question that only one or two of the best items have, with these items.

    A word that none of them has tells nothing, for it may be said in another way there.
    """
    texts = {
        key: ItemText.of([each.passage for each in found]).stems
        for key, found in list(retrieval.by_item().items())[:COMPARED]
        if found[0].passage.item_id
    }
    words = [
        word
        for word in subject_words(retrieval.question.wording)
        if len(word) >= LONG_WORD and word.isalpha()
    ]
    having = {
        word: tuple(key for key, there in texts.items() if stands(word, there)) for word in words
    }
    return {word: keys for word, keys in having.items() if 1 <= len(keys) <= MOST_HAVING}


def words_said(retriever: Retriever, item_id: str, words: Iterable[str]) -> frozenset[str]:
    """Those of the words that an item has anywhere, in any form or in a compound."""
    passages = retriever.store.item_passages(item_id)
    if not passages:
        return frozenset()
    there = ItemText.of(passages).stems
    return frozenset(word for word in words if stands(word, there))
