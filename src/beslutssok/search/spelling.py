"""Words of a question that no document has, put right after those that the documents have."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product

from rapidfuzz import process
from rapidfuzz.distance import OSA

from beslutssok.index.compounds import is_listed
from beslutssok.index.vocabulary import Vocabulary
from beslutssok.index.words import GRAM, STOP_WORDS, grams, stem

# Words that are corrected have this many letters; those of LONG or more may differ in two.
SHORTEST = 6
LONG = 9
# The last letters of a word, which are not looked at to see if a compound has it.
ENDING = 3
# Vowels that are typed without their dots and rings, and as neighbours write them.
_UNDOTTED = {"a": "åä", "o": "ö", "e": "é"}
_DIGRAPHS = (("aa", "å"), ("ae", "ä"), ("oe", "ö"))
MOST_VARIANTS = 243
_DOTTED = frozenset("åäöæø")


def correct_words(words: Sequence[str], vocabulary: Vocabulary) -> dict[str, str]:
    """What words in lower case, those of one question, were meant to be where they are wrong.

    A word that any document has, whole or in a compound, stands, and so does one that is right
    though no document has it. Dots and rings are looked for only where no word has any.
    """
    undotted = not any(letter in word for word in words for letter in _DOTTED)
    found = {}
    for word in dict.fromkeys(words):
        if not word.isalpha() or len(word) < 2 or word in STOP_WORDS:
            continue
        if vocabulary.has(stem(word)):
            continue
        meant = _dotted(word, vocabulary) if undotted else None
        if meant is None and len(word) >= SHORTEST and not is_listed(word):
            meant = _nearest(word, vocabulary)
            if meant and _has_compound(word, vocabulary) and not _is_slip(word, meant):
                meant = None
        if meant is None and undotted:
            meant = next(filter(is_listed, accent_variants(word)), None)
        if meant is not None:
            found[word] = meant
    return found


def _is_slip(word: str, meant: str) -> bool:
    """Whether a word that may be a compound is one letter from another, not an inflection of it.

    >>> _is_slip("nattbusen", "nattbussen"), _is_slip("skolskjus", "skolskjuts")
    (True, True)
    >>> _is_slip("simhallens", "simhallen")
    False
    """
    if edit_distance(word, meant, 1) > 1:
        return False
    own, other = stem(word), stem(meant)
    doubled = re.sub(r"(.)\1", r"\1", own) == re.sub(r"(.)\1", r"\1", other)
    inflects = own.startswith(other) or other.startswith(own)
    return own != other and (doubled or not inflects)


def _has_compound(word: str, vocabulary: Vocabulary) -> bool:
    """Whether the letters of a word but its ending stand in longer ones, five by five."""
    inner = grams(word)[1:-ENDING]
    return len(word) > GRAM + ENDING and all(vocabulary.has(gram) for gram in inner)


def _dotted(word: str, vocabulary: Vocabulary) -> str | None:
    variants = list(accent_variants(word))
    for variant in variants:
        if variant in STOP_WORDS:
            return variant
    for variant in variants:
        if vocabulary.has(stem(variant)) and vocabulary.forms(stem(variant)):
            return variant
    return None


def accent_variants(word: str) -> Iterator[str]:
    """The words that one without dots and rings can stand for, those with fewest changes first.

    >>> list(accent_variants("gora"))
    ['göra', 'gorå', 'gorä', 'görå', 'görä']
    """
    for typed, letter in _DIGRAPHS:
        if typed in word:
            yield word.replace(typed, letter)
    places = [place for place, letter in enumerate(word) if letter in _UNDOTTED]
    variants = (
        _changed(word, dict(zip(chosen, letters, strict=True)))
        for changes in range(1, len(places) + 1)
        for chosen in combinations(places, changes)
        for letters in product(*(_UNDOTTED[word[place]] for place in chosen))
    )
    yield from islice(variants, MOST_VARIANTS)


def _changed(word: str, letters: dict[int, str]) -> str:
    return "".join(letters.get(place, letter) for place, letter in enumerate(word))


def _nearest(word: str, vocabulary: Vocabulary) -> str | None:
    most = 2 if len(word) >= LONG else 1
    typed = stem(word)
    near: dict[str, tuple[int, int]] = {}
    for prefix in dict.fromkeys((typed[:2], typed[1::-1])):
        terms = vocabulary.beginning(prefix)
        alike = process.extract(
            typed, terms.keys(), scorer=OSA.distance, score_cutoff=most, limit=None
        )
        near.update({term: (int(far), -terms[term]) for term, far, _ in alike if term.isalpha()})
    for term in sorted(near, key=near.__getitem__):
        forms = vocabulary.forms(term)
        form = min(forms, key=lambda form: edit_distance(word, form, len(word)), default="")
        # Of a short stem the ending must be as near as the rest: antogs is not antagen. What
        # differs in the last letter only is another form: betalt, betala.
        farthest = most + ENDING - 1 if len(term) >= LONG else most
        if form and form[:-1] != word[:-1] and edit_distance(word, form, farthest) <= farthest:
            return form
    return None


def edit_distance(one: str, other: str, most: int) -> int:
    """How many letters must be added, left out, changed or swapped with the next.

    Counting stops above ``most``, which then is what is given plus one.

    >>> edit_distance("hemtjänst", "hemjtänst", 2), edit_distance("bad", "skola", 1)
    (1, 2)
    """
    return OSA.distance(one, other, score_cutoff=most)
