"""Which words of a passage a question met, and how."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from beslutssok.index.words import GRAM, STOP_WORDS, part_stems, query_words, stem, tokens
from beslutssok.search.expansion import Expansion


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
    stems = [stem(word) for word in words]
    asked = query_words(question)
    meant = {correction.typed: correction.meant for correction in expansion.corrected}
    closest: dict[str, WordMatch] = {}
    by_kind: list[Iterator[WordMatch]] = [
        _own_words(words, [word for word in asked if word not in meant]),
        _corrected(words, meant),
        _other_words(words, stems, expansion),
    ]
    for matches in by_kind:
        for match in matches:
            closest.setdefault(match.word, match)
    return tuple(closest[word] for word in dict.fromkeys(words) if word in closest)


def matched_words(question: str, text: str, expansion: Expansion) -> tuple[str, ...]:
    """The words of a text that a question met in any way, in lower case, each once."""
    return tuple(match.word for match in find_matches(question, text, expansion))


def _own_words(words: list[str], asked: list[str]) -> Iterator[WordMatch]:
    for word in dict.fromkeys(words):
        if word in STOP_WORDS:
            continue
        kinds = ((one, kind) for one in asked if (kind := _kind(word, one)) is not None)
        order = list(MatchKind)
        best = min(kinds, key=lambda found: order.index(found[1]), default=None)
        if best:
            yield WordMatch(word, *best)


def _kind(word: str, asked: str) -> MatchKind | None:
    if word == asked:
        return MatchKind.EXACT
    own, other = stem(word), stem(asked)
    if own == other:
        return MatchKind.FORM
    own_parts, other_parts = {own, *part_stems(word)}, {other, *part_stems(asked)}
    if own_parts & other_parts or _holds(own, other) or _holds(other, own):
        return MatchKind.PART
    return None


def _holds(compound: str, part: str) -> bool:
    return len(part) >= GRAM and part.isalpha() and part in compound


def _corrected(words: list[str], meant: dict[str, str]) -> Iterator[WordMatch]:
    for typed, right in meant.items():
        for match in _own_words(words, [right]):
            yield WordMatch(match.word, typed, MatchKind.CORRECTED)


def _other_words(words: list[str], stems: list[str], expansion: Expansion) -> Iterator[WordMatch]:
    for known in expansion.others:
        for phrase in known.others:
            wanted = [stem(word) for word in tokens(phrase)]
            for start in range(len(words) - len(wanted) + 1):
                here = words[start : start + len(wanted)]
                is_phrase = stems[start : start + len(wanted)] == wanted
                if is_phrase or (len(wanted) == 1 and wanted[0] in part_stems(here[0])):
                    for word in here:
                        if word not in STOP_WORDS:
                            yield WordMatch(word, known.words, MatchKind.OTHER)
