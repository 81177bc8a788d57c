"""Which words of a passage a question met, and how."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from beslutssok.index.words import GRAM, STOP_WORDS, part_stems, query_words, stem, tokens
from beslutssok.search.expansion import Expansion

# Questions whose words are kept with their stems, for the next hit.
KEPT = 64


class MatchKind(Enum):
    """How a word of a passage meets a word of the question; the closest first."""

    EXACT = "ordet"
    FORM = "böjning"
    PART = "del av ordet"
    CORRECTED = "rättad stavning"
    OTHER = "annat ord"


@dataclass(frozen=True, slots=True)
class WordMatch:
    """``word`` of the passage, in lower case, meets ``asked``, a word or phrase of the question."""

    word: str
    asked: str
    kind: MatchKind


def find_matches(question: str, text: str, expansion: Expansion) -> tuple[WordMatch, ...]:
    """The words of a text that a question met, each once and as closely as any does, in order."""
    words = tokens(text)
    meant = {correction.typed: correction.meant for correction in expansion.corrected}
    closest: dict[str, WordMatch] = {}
    by_kind: list[Iterator[WordMatch]] = [
        _own_words(words, _asked(tuple(w for w in query_words(question) if w not in meant))),
        _corrected(words, meant),
        _other_words(words, expansion),
    ]
    for matches in by_kind:
        for match in matches:
            closest.setdefault(match.word, match)
    return tuple(closest[word] for word in dict.fromkeys(words) if word in closest)


def matched_words(question: str, text: str, expansion: Expansion) -> tuple[str, ...]:
    """The words of a text that a question met in any way, in lower case, each once."""
    return tuple(match.word for match in find_matches(question, text, expansion))


@dataclass(frozen=True, slots=True)
class _Asked:
    """Words of a question with their stems; ``form_of`` and ``part_of`` give places in them."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    form_of: dict[str, int]
    part_of: dict[str, int]


@lru_cache(maxsize=KEPT)
def _asked(words: tuple[str, ...]) -> _Asked:
    stems = tuple(stem(word) for word in words)
    form_of, part_of = dict[str, int](), dict[str, int]()
    for place, word in enumerate(words):
        form_of.setdefault(stems[place], place)
        for part in (stems[place], *part_stems(word)):
            part_of.setdefault(part, place)
    return _Asked(words, stems, form_of, part_of)


def _own_words(words: list[str], asked: _Asked) -> Iterator[WordMatch]:
    within = [(place, own) for place, own in enumerate(asked.stems) if _is_part(own)]
    around = " ".join(asked.stems)
    for word in dict.fromkeys(words):
        if word in STOP_WORDS:
            continue
        own = stem(word)
        if word in asked.words:
            yield WordMatch(word, word, MatchKind.EXACT)
        elif own in asked.form_of:
            yield WordMatch(word, asked.words[asked.form_of[own]], MatchKind.FORM)
        else:
            parts = (own, *part_stems(word))
            met = [asked.part_of[part] for part in parts if part in asked.part_of]
            met += [place for place, other in within if other in own]
            if own in around and _is_part(own):
                met += [place for place, other in enumerate(asked.stems) if own in other]
            if met:
                yield WordMatch(word, asked.words[min(met)], MatchKind.PART)


def _is_part(own: str) -> bool:
    """Whether a stem that stands in a longer one is a part of it."""
    return len(own) >= GRAM and own.isalpha()


def _corrected(words: list[str], meant: dict[str, str]) -> Iterator[WordMatch]:
    for typed, right in meant.items():
        for match in _own_words(words, _asked((right,))):
            yield WordMatch(match.word, typed, MatchKind.CORRECTED)


def _other_words(words: list[str], expansion: Expansion) -> Iterator[WordMatch]:
    if not expansion.others:
        return
    stems = tuple(stem(word) for word in words)
    starts: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        for part in dict.fromkeys((stems[place], *part_stems(word))):
            starts.setdefault(part, []).append(place)
    for known in expansion.others:
        for phrase in known.others:
            wanted = _stems(phrase)
            for start in starts.get(wanted[0], ()) if wanted else ():
                end = start + len(wanted)
                if len(wanted) > 1 and stems[start:end] != wanted:
                    continue
                for word in words[start:end]:
                    if word not in STOP_WORDS:
                        yield WordMatch(word, known.words, MatchKind.OTHER)


@lru_cache(maxsize=10_000)
def _stems(phrase: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in tokens(phrase))
