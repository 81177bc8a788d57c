"""What a sample document consists of."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside an item: level 2 for a section, 3 for a lesser one."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, in the lines of its source."""

    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines reflowed."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Entry:
    """A list entry; a bullet has no number."""

    number: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A table; the first row is its head."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of dashes."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block stands on a new page."""


Block = Heading | Text | Entry | Rows | Rule | PageBreak


@dataclass(frozen=True, slots=True)
class Item:
    """One matter, or one chapter of a `handling` (which has neither number nor case)."""

    number: str
    title: str
    case: str
    presenter: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Appendix:
    """What stands behind the last item."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FrontRow:
    """A label of the front page and its values."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A sample document as written."""

    path: Path
    layout: str
    huvudman: str
    organ: str
    kind: str
    date: date
    pdf: PurePosixPath
    title: str
    scan: bool
    outline: bool
    toc: bool | None
    front: tuple[FrontRow, ...]
    preamble: tuple[Block, ...]
    items: tuple[Item, ...]
    appendices: tuple[Appendix, ...]
