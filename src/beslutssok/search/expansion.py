"""What a question asks for in other words: spelling put right, and words for the same thing."""

import re
from dataclasses import dataclass

from beslutssok.index.compounds import is_listed
from beslutssok.index.vocabulary import Vocabulary
from beslutssok.index.words import (
    STOP_WORDS,
    part_stems,
    query_terms,
    stem,
    tokens,
)
from beslutssok.search.glossary import Found, Glossaries
from beslutssok.search.spelling import correct_words

# By these a question is known to be in Swedish or not; words that both sides have are left out.
_SWEDISH_WORDS = """och att för är vad hur när vilka vilken vilket vem inte från ska skulle blir
blev mot"""
_FOREIGN_WORDS = """the of and what who how when where which why does did was were is are about
there any with og ikke fra hva hvad hvem hvor hvilke hvilken ble mitä kuka ketkä miten milloin missä
mikä onko koska kuinka"""
_SWEDISH = frozenset(_SWEDISH_WORDS.split())
_FOREIGN = frozenset(_FOREIGN_WORDS.split())


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of a question that no document has, and the one that it is taken for."""

    typed: str
    meant: str


@dataclass(frozen=True, slots=True)
class OtherWords:
    """A word or phrase of a question, and what else is looked for because of it."""

    words: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """A question with what it asks for in other words.

    ``text`` is the question with its spelling put right, to be embedded; ``terms`` are its terms
    for the full text, ``other_terms`` those of other words that ``terms`` does not have.
    """

    text: str
    terms: tuple[str, ...]
    other_terms: tuple[str, ...]
    corrected: tuple[Correction, ...] = ()
    others: tuple[OtherWords, ...] = ()


NOT_EXPANDED = Expansion("", (), ())

# A text of more words is no question but a paragraph; other words would drown its own.
MOST_WORDS = 40


def expand(question: str, vocabulary: Vocabulary, glossaries: Glossaries) -> Expansion:
    """Expand a question. No word is ever taken away that a document has."""
    if len(tokens(question)) > MOST_WORDS:
        return Expansion(question, query_terms(question), ())
    corrected = _corrections(question, vocabulary, glossaries)
    text = put_right(question, corrected)
    terms = query_terms(text)
    others = other_words(text, glossaries)
    added = (
        term
        for known in others
        for phrase in known.others
        for word in tokens(phrase)
        if word not in STOP_WORDS
        for term in (stem(word), *part_stems(word))
    )
    known_terms = frozenset(terms)
    other_terms = tuple(dict.fromkeys(term for term in added if term not in known_terms))
    return Expansion(text, terms, other_terms, corrected, others)


def corrected_sentence(corrected: tuple[Correction, ...]) -> str:
    """That words were taken for others, in Swedish; empty if none was.

    >>> corrected_sentence((Correction("taxxan", "taxan"),))
    'Visar även träffar för «taxan» («taxxan» finns inte i handlingarna).'
    """
    if not corrected:
        return ""
    meant = ", ".join(f"«{correction.meant}»" for correction in corrected)
    typed = ", ".join(f"«{correction.typed}»" for correction in corrected)
    return f"Visar även träffar för {meant} ({typed} finns inte i handlingarna)."


def other_words(text: str, glossaries: Glossaries) -> tuple[OtherWords, ...]:
    """Other words for those of a text, after the language that it seems to be in.

    The words of a question in Swedish are looked up among the Swedish ones; in another language
    first among the foreign. Where nothing tells, a word that may be Swedish is taken for it.
    """
    words = tokens(text)
    surely = _is_foreign(words)
    found: list[Found] = []
    if surely:
        found += glossaries.foreign.find(words)
    taken = {position for one in found for position in range(one.start, one.end)}
    for one in glossaries.swedish.find(words):
        if not taken.intersection(range(one.start, one.end)):
            found.append(one)
            taken.update(range(one.start, one.end))
    if not surely and not _SWEDISH.intersection(words):
        for one in glossaries.foreign.find(words):
            span = range(one.start, one.end)
            if not taken.intersection(span) and not any(is_listed(words[i]) for i in span):
                found.append(one)
    return tuple(
        OtherWords(" ".join(words[one.start : one.end]), one.others)
        for one in sorted(found, key=lambda one: one.start)
        if any(word not in STOP_WORDS for word in words[one.start : one.end])
    )


def _corrections(
    question: str, vocabulary: Vocabulary, glossaries: Glossaries
) -> tuple[Correction, ...]:
    if _is_foreign(tokens(question)):
        return ()
    known = (glossaries.swedish, glossaries.foreign)
    unsure = [
        word for word in tokens(question) if not any(glossary.others(word) for glossary in known)
    ]
    return tuple(Correction(*pair) for pair in correct_words(unsure, vocabulary).items())


def is_foreign(text: str) -> bool:
    """Whether a question seems to be in another language than Swedish.

    >>> is_foreign("What did the council decide?"), is_foreign("simhallen")
    (True, False)
    """
    return _is_foreign(tokens(text))


def _is_foreign(words: list[str]) -> bool:
    return not _SWEDISH.intersection(words) and bool(_FOREIGN.intersection(words))


def put_right(question: str, corrected: tuple[Correction, ...]) -> str:
    """A question with what its words were taken for in their place."""
    for correction in corrected:
        pattern = rf"(?<!\w){re.escape(correction.typed)}(?!\w)"
        question = re.sub(pattern, correction.meant, question, flags=re.IGNORECASE)
    return question
