"""The words of a question that tell its subject, and whether documents have them."""

import re

from beslutssok.domain.interpretation import InterpretationKind
from beslutssok.index.compounds import split_compound
from beslutssok.index.store import Store
from beslutssok.index.words import GRAM, grams, query_words, stem, tokens
from beslutssok.search.process_words import COMMON
from beslutssok.search.question import Question

ENOUGH_WORDS = 0.5
LONG_WORD = 7
# A word of four letters or more with a capital, not first in a sentence.
_NAME = re.compile(r"(?<=[\w,:»”)] )[A-ZÅÄÖÉ][a-zåäöéü]{3,}(?!\w)")

_FRAME = frozenset(
    {InterpretationKind.PERIOD, InterpretationKind.PARTY, InterpretationKind.SECTION}
)


def without_frame(question: Question, text: str) -> str:
    """A question without what it says of time, party and section, which is not its subject."""
    for part in question.interpretations:
        words = question.text[part.start : part.end]
        if part.kind in _FRAME and words:
            text = text.replace(words, " ")
    return text


def subject_words(text: str) -> tuple[str, ...]:
    """The words of a question that tell its subject, as they stand, in lower case.

    >>> subject_words("Vad beslutade fullmäktige om simhallen?")
    ('simhallen',)
    """
    return tuple(word for word in query_words(text) if len(word) > 1 and stem(word) not in COMMON)


def share_of_words(words: tuple[str, ...], texts: list[str]) -> float:
    """The share of words that stand in the texts, whole or as part of a compound (0 to 1)."""
    if not words:
        return 0.0
    there = {stem(token) for text in texts for token in tokens(text)}
    found = sum(_is_there(stem(word), there) for word in words)
    return found / len(words)


def _is_there(word: str, there: set[str]) -> bool:
    if word in there:
        return True
    if len(word) < GRAM or not word.isalpha():
        return False
    return any(word in other or (len(other) >= GRAM and other in word) for other in there)


def is_missing(store: Store, word: str) -> bool:
    """Whether no document has a word, in any form or compound, nor all that it is made of."""
    return len(word) >= LONG_WORD and word.isalpha() and is_untold(store, word)


def is_untold(store: Store, word: str) -> bool:
    """Whether no document has a word of at least five letters, nor all that it is made of."""
    if not _is_nowhere(store, word):
        return False
    parts = split_compound(word)
    return not parts or any(len(part) >= GRAM and _is_nowhere(store, part) for part in parts)


def _is_nowhere(store: Store, word: str) -> bool:
    # Endings vary, so only the first two thirds of a word must be somewhere.
    stable = max(2, 1 + (len(word) - GRAM) * 2 // 3)
    return any(not store.match([gram], limit=1) for gram in grams(word)[1:stable])


def names_in(text: str) -> tuple[str, ...]:
    """The names in a text, as they stand: words with a capital that begin no sentence.

    >>> names_in("Har Kulturhuset i Norrby stängt?")
    ('Kulturhuset', 'Norrby')
    """
    return tuple(_NAME.findall(text))
