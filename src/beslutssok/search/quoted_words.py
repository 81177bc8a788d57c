"""Which passage the words that were read as data stand in, and whether they stand word for word."""

from collections.abc import Sequence

from beslutssok.domain import Quotation
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

    sharing = [passage for passage in passages if not places.isdisjoint(passage.places)]
    return max(sharing, key=fits, default=None)


def stands_in(words: str, text: str) -> bool:
    r"""Whether words stand in a text, whatever the white space.

    >>> stands_in("Per Ek (M) yrkar avslag", "Per Ek (M)\\nyrkar avslag."), stands_in("", "x")
    (True, False)
    """
    squeezed = " ".join(words.split())
    return bool(squeezed) and squeezed in " ".join(text.split())
