"""Read the source text of a sample document into plain values.

The format is described in `samples/README.md`. Whatever it does not describe is an error that
names the file and the line.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from typesetting.source import (
    Appendix,
    Block,
    Entry,
    FrontRow,
    Heading,
    Item,
    PageBreak,
    Rows,
    Rule,
    Source,
    Text,
)

REQUIRED_KEYS = ("layout", "huvudman", "organ", "kind", "date", "pdf")
SWITCH_KEYS = ("scan", "outline", "toc")
KNOWN_KEYS = (*REQUIRED_KEYS, *SWITCH_KEYS, "title")
KINDS = ("protokoll", "protokollsutdrag", "kallelse", "handling")
SWITCHES = {"yes": True, "no": False}

_NUMBERED = re.compile(r"(\d{1,2})\. +(\S.*)")
_BULLET = re.compile(r"- +(\S.*)")
_HEADING = re.compile(r"(#{1,3}) +(\S.*)")


class MarkupError(Exception):
    """A source that does not follow the format."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        """Say where it goes wrong, and how."""
        super().__init__(f"{path}:{line}: {message}")


def read_source(path: Path, layouts: frozenset[str]) -> Source:
    """The document written in `path`, whose layout must be one of `layouts`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    _check_characters(path, lines)
    values, body_start = _front_matter(path, lines, layouts)
    body = _Body(path, chapters=values["layout"] == "handling")
    for number, line in enumerate(lines[body_start:], start=body_start + 1):
        body.read(number, line)
    body.close(len(lines))
    return Source(
        path=path,
        layout=values["layout"],
        huvudman=values["huvudman"],
        organ=values["organ"],
        kind=values["kind"],
        date=date.fromisoformat(values["date"]),
        pdf=PurePosixPath(values["pdf"]),
        title=values.get("title", ""),
        scan=SWITCHES[values.get("scan", "no")],
        outline=SWITCHES[values.get("outline", "no")],
        toc=SWITCHES[values["toc"]] if "toc" in values else None,
        front=tuple(body.front),
        preamble=tuple(body.preamble),
        items=tuple(body.items),
        appendices=tuple(body.appendices),
    )


def _check_characters(path: Path, lines: list[str]) -> None:
    for number, line in enumerate(lines, start=1):
        for character in line:
            try:
                character.encode("cp1252")
            except UnicodeEncodeError as error:
                name = f"U+{ord(character):04X}"
                message = f"{character!r} ({name}) is in none of the fonts"
                raise MarkupError(path, number, message) from error


def _front_matter(
    path: Path, lines: list[str], layouts: frozenset[str]
) -> tuple[dict[str, str], int]:
    """The keys and values, and the index of the line after them."""
    if not lines or lines[0].strip() != "---":
        raise MarkupError(path, 1, "the front matter must begin with '---'")
    values: dict[str, str] = {}
    for number, line in enumerate(lines[1:], start=2):
        if line.strip() == "---":
            missing = [key for key in REQUIRED_KEYS if key not in values]
            if missing:
                raise MarkupError(path, number, f"front matter lacks {', '.join(missing)}")
            return values, number
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or not value:
            raise MarkupError(path, number, f"not 'key: value': {line!r}")
        if key not in KNOWN_KEYS:
            raise MarkupError(path, number, f"unknown key {key!r}")
        if key in values:
            raise MarkupError(path, number, f"{key!r} is given twice")
        _check_value(path, number, key, value, layouts)
        values[key] = value
    raise MarkupError(path, len(lines), "the front matter has no closing '---'")


def _check_value(path: Path, line: int, key: str, value: str, layouts: frozenset[str]) -> None:
    if key == "layout" and value not in layouts:
        known = ", ".join(sorted(layouts))
        raise MarkupError(path, line, f"unknown layout {value!r}; there are {known}")
    if key == "kind" and value not in KINDS:
        raise MarkupError(path, line, f"unknown kind {value!r}; there are {', '.join(KINDS)}")
    if key in SWITCH_KEYS and value not in SWITCHES:
        raise MarkupError(path, line, f"{key} must be yes or no, not {value!r}")
    if key == "date":
        try:
            date.fromisoformat(value)
        except ValueError as error:
            raise MarkupError(path, line, f"not a date: {value!r}") from error
    if key == "pdf":
        pdf = PurePosixPath(value)
        if pdf.is_absolute() or ".." in pdf.parts or pdf.suffix != ".pdf":
            raise MarkupError(path, line, f"not a path of a PDF under ingest/: {value!r}")


@dataclass(slots=True)
class _Body:
    """Takes the lines after the front matter one by one."""

    path: Path
    chapters: bool
    front: list[FrontRow] = field(default_factory=list)
    preamble: list[Block] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    appendices: list[Appendix] = field(default_factory=list)
    _enclosure: str = ""
    _enclosure_title: str = ""
    _open_item: tuple[str, str, str, str] | None = None
    _blocks: list[Block] = field(default_factory=list)
    _growing: Text | Entry | None = None
    _rows: list[tuple[str, ...]] = field(default_factory=list)

    def read(self, number: int, line: str) -> None:
        """Take the next line."""
        text = line.strip()
        if not line.startswith("|"):
            self._end_table()
        if not text:
            self._end_text()
        elif text.startswith("@"):
            self._end_text()
            self._directive(number, text)
        elif self._enclosure == "front":
            self._front_line(number, line)
        else:
            self._content(number, line, text)

    def close(self, last_line: int) -> None:
        """End whatever is still open."""
        self._end_table()
        self._end_text()
        if self._enclosure:
            raise self._error(last_line, f"@{self._enclosure} has no @end")
        self._end_item()

    def _error(self, number: int, message: str) -> MarkupError:
        return MarkupError(self.path, number, message)

    def _directive(self, number: int, text: str) -> None:
        word, _, rest = text[1:].partition(" ")
        rest = rest.strip()
        if word not in ("front", "appendix", "end", "rule", "pagebreak"):
            raise self._error(number, f"unknown directive @{word}")
        if rest and word != "appendix":
            raise self._error(number, f"@{word} takes nothing behind it")
        if word == "end":
            if not self._enclosure:
                raise self._error(number, "@end without @front or @appendix")
            if self._enclosure == "appendix":
                self.appendices.append(Appendix(self._enclosure_title, tuple(self._blocks)))
                self._blocks = []
            self._enclosure = ""
        elif word in ("rule", "pagebreak"):
            if self._enclosure == "front":
                raise self._error(number, f"@{word} inside @front")
            self._require_place(number)
            self._blocks.append(Rule() if word == "rule" else PageBreak())
        elif self._enclosure:
            raise self._error(number, f"@{word} inside @{self._enclosure}")
        elif word == "front":
            if self._open_item or self._blocks or self.appendices:
                raise self._error(number, "@front must stand before everything else")
            self._enclosure = word
        else:
            if not rest:
                raise self._error(number, "@appendix needs a title")
            self._end_item()
            self._enclosure, self._enclosure_title = word, rest

    def _front_line(self, number: int, line: str) -> None:
        if line.startswith("  ") and self.front:
            label, values = self.front[-1].label, " ; ".join(self.front[-1].values)
            self.front.pop()
            value = f"{values} {line.strip()}"
        else:
            label, bar, value = (part.strip() for part in line.partition("|"))
            if not bar or not label:
                raise self._error(number, f"not 'label | value': {line!r}")
        values_given = tuple(part.strip() for part in value.split(" ; ") if part.strip())
        self.front.append(FrontRow(label, values_given))

    def _content(self, number: int, line: str, text: str) -> None:
        indented = line.startswith("  ")
        if text.startswith("#") and not indented:
            self._end_text()
            self._heading(number, text)
            return
        self._require_place(number)
        if isinstance(self._growing, Entry) and indented:
            if _NUMBERED.fullmatch(text) or _BULLET.fullmatch(text):
                raise self._error(number, "a list inside a list")
            self._growing = Entry(self._growing.number, f"{self._growing.text} {text}")
        elif line.startswith("|"):
            self._end_text()
            self._table_row(number, text)
        elif entry := _NUMBERED.fullmatch(text):
            self._end_text()
            self._growing = Entry(entry[1], entry[2])
        elif entry := _BULLET.fullmatch(text):
            self._end_text()
            self._growing = Entry(None, entry[1])
        elif isinstance(self._growing, Entry):
            message = "text right behind a list entry: indent it, or put a blank line before it"
            raise self._error(number, message)
        elif isinstance(self._growing, Text):
            self._growing = Text((*self._growing.lines, text))
        else:
            self._growing = Text((text,))

    def _require_place(self, number: int) -> None:
        if self.appendices and self._enclosure != "appendix":
            raise self._error(number, "nothing but @appendix may follow an @appendix")

    def _heading(self, number: int, text: str) -> None:
        match = _HEADING.fullmatch(text)
        if not match:
            raise self._error(number, f"not a heading: {text!r}")
        level, title = len(match[1]), match[2].strip()
        if level > 1:
            self._require_place(number)
            self._blocks.append(Heading(level, title))
            return
        if self._enclosure:
            raise self._error(number, f"an item inside @{self._enclosure}")
        self._require_place(number)
        self._end_item()
        self._open_item = self._item_head(number, title)

    def _item_head(self, number: int, title: str) -> tuple[str, str, str, str]:
        parts = [part.strip() for part in title.split("|")]
        if self.chapters:
            if len(parts) > 1:
                raise self._error(number, "a chapter of a handling is '# heading'")
            return "", title, "", ""
        if not 2 <= len(parts) <= 4 or not parts[0] or not parts[1]:
            raise self._error(number, f"not '# number | title | case number': {title!r}")
        item_number, item_title, case, presenter = (*parts, "", "")[:4]
        return item_number, item_title, case, presenter

    def _table_row(self, number: int, text: str) -> None:
        if not text.endswith("|") or len(text) < 2:
            raise self._error(number, "a table row must end with '|'")
        cells = tuple(cell.strip() for cell in text[1:-1].split("|"))
        if self._rows and len(cells) != len(self._rows[0]):
            message = f"{len(cells)} cells in a table of {len(self._rows[0])} columns"
            raise self._error(number, message)
        self._rows.append(cells)

    def _end_table(self) -> None:
        if self._rows:
            self._blocks.append(Rows(tuple(self._rows)))
            self._rows = []

    def _end_text(self) -> None:
        if self._growing:
            self._blocks.append(self._growing)
            self._growing = None

    def _end_item(self) -> None:
        if self._open_item:
            number, title, case, presenter = self._open_item
            self.items.append(Item(number, title, case, presenter, tuple(self._blocks)))
            self._open_item = None
        else:
            self.preamble.extend(self._blocks)
        self._blocks = []
