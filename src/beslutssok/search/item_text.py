"""What an item says, in its words, and whether a word of a question is among them."""

from collections.abc import Sequence
from dataclasses import dataclass

from beslutssok.domain import SectionKind
from beslutssok.index.rows import StoredPassage
from beslutssok.index.words import GRAM, part_stems, stem, tokens


@dataclass(frozen=True, slots=True)
class ItemText:
    """What an item says: its title, the year it was held, and its passages with their sections.

    ``held_by`` are the municipality or region, the body and the file.
    """

    title: str
    year: int | None
    passages: Sequence[tuple[SectionKind, str]]
    held_by: str = ""

    @classmethod
    def of(cls, passages: Sequence[StoredPassage]) -> "ItemText":
        """The text of the item that all of the passages are of; there is at least one."""
        first = passages[0]
        told = tuple((passage.section, passage.text) for passage in passages)
        held_by = f"{first.huvudman} {first.organ} {first.file}"
        return cls(first.item_title, first.date.year if first.date else None, told, held_by)

    @property
    def body(self) -> str:
        """The passages, a line break between."""
        return "\n".join(text for _, text in self.passages)

    @property
    def text(self) -> str:
        """All of it."""
        return f"{self.title}\n{self.body}"

    @property
    def stems(self) -> set[str]:
        """The stems of its words and of the parts of its compounds."""
        return stems_of(self.text)


def stems_of(text: str) -> set[str]:
    """The stems of the words of a text and of the parts of its compounds."""
    words = tokens(text)
    return {stem(word) for word in words}.union(*(part_stems(word) for word in words))


def stands(word: str, there: set[str]) -> bool:
    """Whether a word, or what it is a compound of or a part in, is among stems."""
    own = stem(word)
    if own in there:
        return True
    if len(own) < GRAM or not own.isalpha():
        return False
    parts = [part for part in part_stems(word) if len(part) >= GRAM]
    return any(own in other or (len(other) > GRAM and other in own) for other in there) or (
        bool(parts) and all(part in there for part in parts)
    )
