"""Passages that may have certain words in a row, to be looked at word for word.

The full text holds stems and parts of words, so a phrase cannot be found there as such.
"""

from collections.abc import Iterable, Iterator

from beslutssok.index.store import Store
from beslutssok.index.words import stem, tokens

MOST_TERMS = 40


def passages_with_words(store: Store, words: str) -> Iterator[tuple[int, str, str]]:
    """Give (rowid, item title, text) of all passages that have every one of some words.

    Words count in any form, and in the title as well as in the text.
    """
    expression = _all_of(stem(token) for token in tokens(words))
    if not expression:
        return
    with store.reading() as connection:
        yield from connection.execute(
            "SELECT p.id, coalesce(i.title, ''), p.text FROM words"
            " JOIN passages p ON p.id = words.rowid LEFT JOIN items i ON i.id = p.item"
            " WHERE words MATCH ?",
            (expression,),
        ).fetchall()


def _all_of(terms: Iterable[str]) -> str:
    clean = (term.replace("\0", " ").replace('"', " ").strip() for term in terms)
    wanted = list(dict.fromkeys(term for term in clean if term))[:MOST_TERMS]
    return " AND ".join(f'"{term}"' for term in wanted)
