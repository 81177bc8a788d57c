"""Which passage the words that were read as data stand in, and whether they stand word for word."""

from collections.abc import Iterator, Sequence

from beslutssok.domain import Quotation
from beslutssok.index.passages import split_sentences
from beslutssok.index.rows import StoredPassage


def passage_of(
    source: Quotation, passages: Sequence[StoredPassage], name: str = ""
) -> StoredPassage | None:
    """The passage that most of the words stand in, one that has the name rather than others.

    ``None`` where no passage shares a line with them.
    """
    places = set(source.places)

    def fits(passage: StoredPassage) -> tuple[bool, bool, int]:
        shared = len(places.intersection(passage.places))
        return name in passage.text, stands_in(source.text, passage.text), shared

    return max(passages_sharing(source, passages), key=fits, default=None)


def passages_sharing(
    source: Quotation, passages: Sequence[StoredPassage]
) -> tuple[StoredPassage, ...]:
    """The passages that have a line of the words, in order."""
    places = set(source.places)
    return tuple(passage for passage in passages if not places.isdisjoint(passage.places))


def stands_in(words: str, text: str) -> bool:
    r"""Whether words stand in a text, whatever the white space.

    >>> stands_in("Per Ek (M) yrkar avslag", "Per Ek (M)\nyrkar avslag."), stands_in("", "x")
    (True, False)
    """
    squeezed = " ".join(words.split())
    return bool(squeezed) and squeezed in " ".join(text.split())


def sentences_of(text: str) -> Iterator[str]:
    r"""The sentences of a text as they stand there; a line break ends one too.

    >>> list(sentences_of("Se bl.a. Ekby. Anna Berg\ntalar."))
    ['Se bl.a. Ekby.', 'Anna Berg', 'talar.']
    """
    for line in text.split("\n"):
        yield from filter(None, map(str.strip, split_sentences(line)))
