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


_CLOSENESS = (MatchKind.EXACT, MatchKind.FORM, MatchKind.PART)


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
    sought = [(one, stem(one), {stem(one), *part_stems(one)}) for one in asked]
    for word in dict.fromkeys(words):
        if word in STOP_WORDS:
            continue
        own = stem(word)
        own_parts = {own, *part_stems(word)}
        kinds = [_kind(word, own, own_parts, *each) for each in sought]
        for kind in _CLOSENESS:
            if kind in kinds:
                yield WordMatch(word, asked[kinds.index(kind)], kind)
                break


def _kind(
    word: str,
    own: str,
    own_parts: set[str],
    asked: str,
    other: str,
    other_parts: set[str],
) -> MatchKind | None:
    if word == asked:
        return MatchKind.EXACT
    if own == other:
        return MatchKind.FORM
    if not own_parts.isdisjoint(other_parts) or _holds(own, other) or _holds(other, own):
        return MatchKind.PART
    return None


def _holds(compound: str, part: str) -> bool:
    return len(part) >= GRAM and part in compound and part.isalpha()


def _corrected(words: list[str], meant: dict[str, str]) -> Iterator[WordMatch]:
    for typed, right in meant.items():
        for match in _own_words(words, [right]):
            yield WordMatch(match.word, typed, MatchKind.CORRECTED)


def _other_words(words: list[str], stems: list[str], expansion: Expansion) -> Iterator[WordMatch]:
    for known in expansion.others:
        for phrase in known.others:
            wanted = [stem(word) for word in tokens(phrase)]
            for start in _starts(words, stems, wanted):
                for word in words[start : start + len(wanted)]:
                    if word not in STOP_WORDS:
                        yield WordMatch(word, known.words, MatchKind.OTHER)


def _starts(words: list[str], stems: list[str], wanted: list[str]) -> Iterator[int]:
    """Where a phrase of the stems begins, or a compound that has the one stem as a part."""
    if len(wanted) == 1:
        for start, own in enumerate(stems):
            if own == wanted[0] or wanted[0] in part_stems(words[start]):
                yield start
    elif wanted:
        for start, own in enumerate(stems):
            if own == wanted[0] and stems[start : start + len(wanted)] == wanted:
                yield start
