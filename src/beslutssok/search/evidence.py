"""Whether what was found is about what was asked."""

from dataclasses import dataclass

from beslutssok.index.rows import StoredItem
from beslutssok.index.store import Store
from beslutssok.index.words import GRAM, grams, query_words, stem, tokens
from beslutssok.search.retrieval import Retrieval, Retriever

# E5's cosines lie between about 0.75 (unrelated) and 0.95 (nearly the same words). In
# trials, questions about something else altogether reached 0.85 and shared no words.
LIKELY_SIMILARITY = 0.84
SURE_SIMILARITY = 0.88
ENOUGH_WORDS = 0.5
MAX_ITEMS = 12
# Items this close to the best in fused score count as found as well.
NEAR = 1.2
LONG_WORD = 7

# Words that say nothing about the subject in a question to minutes.
_COMMON_WORDS = """
kommunen regionen fullmäktige kommunfullmäktige regionfullmäktige styrelsen kommunstyrelsen
regionstyrelsen nämnden beslut beslutade beslutades beslutat besluta bestämt bestämde frågan
ärendet motionen motion förslaget förslag hände händer gäller handlar handlade tyckte
politikerna ställning behandlats behandlades antogs avslogs bifölls röstade senaste liknande
tidigare framöver fastställdes redovisades godkändes avgjordes fattats
decide decided council whether should because
"""
_COMMON = frozenset(stem(word) for word in _COMMON_WORDS.split())


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well what was found fits the question.

    ``similarity`` is the highest cosine; ``words`` the share (0 to 1) of the question's words
    that the best items have; ``missing`` are its words that no document has. ``doubtful`` says
    that there is an answer, but that it may be to another question. ``items`` are those that
    come close to the best, ``about`` those that have as many of the words as the best.
    """

    similarity: float
    words: float
    missing: tuple[str, ...]
    sufficient: bool
    doubtful: bool
    items: tuple[StoredItem, ...]
    about: tuple[StoredItem, ...]


def weigh_evidence(retriever: Retriever, retrieval: Retrieval, text: str) -> Evidence:
    """Weigh whether the candidates answer a question.

    A question for a case or a § by its number is answered whenever the item is there.
    """
    candidates = retrieval.candidates
    if not candidates:
        return Evidence(0.0, 0.0, (), sufficient=False, doubtful=True, items=(), about=())
    grouped = retrieval.by_item()
    similarity = max(candidate.similarity for candidate in candidates)
    period = retrieval.question.period
    subject = subject_words(text.replace(period.words, " ") if period else text)
    shares = {
        key: share_of_words(subject, [found[0].passage.context, *(c.passage.text for c in found)])
        for key, found in grouped.items()
    }
    words = max(list(shares.values())[:3])
    missing = tuple(word for word in subject if is_missing(retriever.store, word))
    named = bool(retrieval.filters.case_number or retrieval.filters.item_number)
    asked = bool(subject) or period is not None
    sufficient = named or (asked and (similarity >= LIKELY_SIMILARITY or words >= ENOUGH_WORDS))
    doubtful = not named and bool(missing) and similarity < SURE_SIMILARITY
    if doubtful and len(missing) == len(subject):
        sufficient = False
    best = candidates[0].score
    near = [
        found[0].passage.item_id
        for found in grouped.values()
        if found[0].passage.item_id and best - found[0].score <= NEAR
    ]
    by_id = {item.item_id: item for item in retriever.store.items()}
    items = tuple(by_id[item_id] for item_id in near[:MAX_ITEMS])
    least = max(ENOUGH_WORDS, max(shares.values()))
    about = tuple(by_id[key] for key, share in shares.items() if share >= least and key in by_id)
    return Evidence(similarity, words, missing, sufficient, doubtful, items, about)


def subject_words(text: str) -> tuple[str, ...]:
    """The words of a question that tell its subject, as they stand, in lower case.

    >>> subject_words("Vad beslutade fullmäktige om simhallen?")
    ('simhallen',)
    """
    return tuple(word for word in query_words(text) if len(word) > 1 and stem(word) not in _COMMON)


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
    """Whether no document has a word, in any form or compound."""
    if len(word) < LONG_WORD or not word.isalpha():
        return False
    # Endings vary, so only the first two thirds of a word must be somewhere.
    stable = 1 + (len(word) - GRAM) * 2 // 3
    return any(not store.match([gram], limit=1) for gram in grams(word)[1:stable])
