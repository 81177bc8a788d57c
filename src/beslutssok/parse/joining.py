"""Lines joined to running text, with hyphenation at line ends mended."""

import re
from collections.abc import Iterable, Sequence

_CONJUNCTIONS = frozenset({"och", "eller", "samt", "respektive", "resp", "alternativt", "till"})
_LAST_WORD = re.compile(r"([\wÅÄÖåäöéü]+(?:-[\wÅÄÖåäöéü]+)*)-$")
_FIRST_WORD = re.compile(r"([\wÅÄÖåäöéü]+)")


def join_lines(texts: Sequence[str], vocabulary: frozenset[str] = frozenset()) -> str:
    """Join the lines of a paragraph.

    A hyphen at a line's end is dropped where it only breaks a word, and kept where it belongs
    to it. ``vocabulary`` holds the document's words in lower case: a word that stands whole
    elsewhere, with or without hyphen, decides.

    >>> join_lines(["i besluts-", "underlaget"])
    'i beslutsunderlaget'
    >>> join_lines(["hälso-", "och sjukvård"])
    'hälso- och sjukvård'
    >>> join_lines(["kallat FoU-", "medel 2025-03-", "24"])
    'kallat FoU-medel 2025-03-24'
    """
    done: list[str] = []
    last = ""  # the last words: what a hyphen at their end means shows no earlier one
    for text in filter(None, map(str.strip, texts)):
        if last.endswith("\u00ad"):
            last = last[:-1] + text
        elif last.endswith("-"):
            last = _join_hyphen(last, text, vocabulary)
        else:
            last = f"{last} {text}" if last else text
        *before, last = last.rsplit(" ", 2)
        if before:
            last = f"{before.pop()} {last}"
        done += before
    return " ".join((*done, last)).replace("\u00ad", "")


def _join_hyphen(before: str, after: str, vocabulary: frozenset[str]) -> str:
    last, first = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if last is None or first is None:
        return f"{before} {after}" if before.endswith(" -") else before + after
    stem, rest = last[1], first[1]
    if rest.lower() in _CONJUNCTIONS and rest == rest.lower():
        return f"{before} {after}"
    if not rest[0].islower() or any(c.isupper() for c in stem[1:]) or stem[-1].isdigit():
        return before + after
    if f"{stem}{rest}".lower() in vocabulary:
        return before[:-1] + after
    if f"{stem}-{rest}".lower() in vocabulary or len(stem) == 1:
        return before + after
    return before[:-1] + after


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """All whole words of a document's lines in lower case, hyphenated ones as they stand."""
    words = set()
    for text in texts:
        for word in re.findall(r"[\wÅÄÖåäöéü]+(?:-[\wÅÄÖåäöéü]+)*", text):
            words.add(word.lower())
    return frozenset(words)
