"""Documents without PDF: a few lines of text that stand-ins for ``read`` and ``parse`` take.

::

    %PDF-
    protokoll; Region Fjällbygden; Regionstyrelsen; 2024-12-10
    § 208 Ny simhall; KS 2024/10; bifall; 2
    beslut: 1. Simhallen byggs.
    bakgrund: Enligt KS 2023/7 behövs en simhall.
    === handling; Region Fjällbygden; ; ; Skrivelse om simhallen; 3-4
    § 1 Bakgrund; ; ; 3
    bakgrund: Simhallen är sliten.

Each line after a § is a paragraph of a section; the last number of a § is its page. ``===`` begins
another part of the file, with its title and pages last. «OSÄKER» in a line makes a doubt about the
meeting, «TVEKSAM» one about the item, and «MASKINLÄST» makes the line one that was recognised.
"""

import hashlib
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from beslutssok.domain import (
    DocumentKind,
    Item,
    Line,
    Meeting,
    Outcome,
    Page,
    PageProblem,
    Paragraph,
    ParagraphStyle,
    Place,
    Section,
    SectionKind,
    SourceDocument,
)
from beslutssok.errors import UnreadableDocument

SIGN = "%PDF-\n"
PART = "=== "
_NUMBER = re.compile(r"(\d+(?: [A-Z](?= ))?) ?(.*)")
_CASE = re.compile(r"\b[A-Z]{2} \d{4}/\d+")


def write_document(path: Path, *lines: str, head: str = "") -> Path:
    """Write a document; without ``head`` it is the minutes of a meeting of Regionstyrelsen."""
    first = head or "protokoll; Region Fjällbygden; Regionstyrelsen; 2024-12-10"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SIGN + "\n".join((first, *lines)), encoding="utf-8")
    return path


def read_stand_in(path: Path) -> SourceDocument:
    content = path.read_bytes()
    if not content.startswith(SIGN.encode()):
        raise UnreadableDocument(path, "är ingen PDF-fil", "Spara om handlingen som PDF.")
    text = content.decode("utf-8").removeprefix(SIGN)
    if "KRYPTERAD" in text:
        raise UnreadableDocument(path, "är krypterad", "Spara den utan lösenord.")
    if "KRASCH" in text:
        raise ZeroDivisionError("division by zero")
    problems = ()
    if "BILDSIDA" in text:
        problems = (PageProblem(3, "sidan har ingen text", "Tolka den med OCR."),)
    lines = tuple(
        Line(
            line,
            Place(1, 70.0, 20.0 * number, 500.0, 20.0 * number + 12.0),
            12.0,
            bold=False,
            ocr="MASKINLÄST" in line,
        )
        for number, line in enumerate(text.splitlines(), start=1)
    )
    return SourceDocument(
        path=path,
        sha256=hashlib.sha256(content).hexdigest(),
        pages=(Page(1, 595.0, 842.0, lines),),
        problems=problems,
    )


def parse_stand_in(
    source: SourceDocument, relative_path: Path, default_huvudman: str = ""
) -> tuple[Meeting, ...]:
    parts: list[list[Line]] = [[]]
    for line in source.pages[0].lines:
        if line.text.startswith(PART):
            parts.append([])
        parts[-1].append(line)
    return tuple(_meeting(part, relative_path, default_huvudman) for part in parts)


def _meeting(lines: list[Line], relative_path: Path, default_huvudman: str) -> Meeting:
    head, *lines = lines
    fields = [part.strip() for part in head.text.removeprefix(PART).split(";")]
    kind, huvudman, organ, day, title, pages = [*fields, "", ""][:6]
    first, _, last = (pages or "1").partition("-")
    folder = relative_path.parts[0] if len(relative_path.parts) > 1 else ""
    items: list[Item] = []
    for line in lines:
        if line.text.startswith("§"):
            items.append(_item(line))
        elif items:
            items[-1] = _with_paragraph(items[-1], line)
    return Meeting(
        document_kind=DocumentKind(kind),
        huvudman=huvudman or folder or default_huvudman,
        organ=organ,
        date=date.fromisoformat(day) if day else None,
        title=title or f"{organ} {day}",
        items=tuple(items),
        doubts=("Datumet är osäkert.",) if any("OSÄKER" in line.text for line in lines) else (),
        pages=(int(first), int(last or first)),
    )


def _item(line: Line) -> Item:
    parts = [part.strip() for part in line.text.removeprefix("§ ").split(";")]
    title, case_number, outcome, page = [*parts, "", "", ""][:4]
    number, title = _NUMBER.fullmatch(title).groups()
    first = int(page or 1)
    return Item(
        number=number,
        title=title,
        sections=(),
        pages=(first, first),
        case_number=case_number or None,
        outcome=Outcome(outcome or Outcome.UNKNOWN),
        heading_places=(replace(line.place, page=first),),
    )


def _with_paragraph(item: Item, line: Line) -> Item:
    kind, _, text = line.text.partition(": ")
    point = text.partition(". ")[0] if re.match(r"\d+\. ", text) else None
    paragraph = Paragraph(
        text=text,
        places=(replace(line.place, page=item.pages[0]),),
        style=ParagraphStyle.POINT if point else ParagraphStyle.TEXT,
        point=point,
        ocr=line.ocr,
    )
    sections = item.sections
    if sections and sections[-1].kind is SectionKind(kind):
        last = sections[-1]
        sections = (*sections[:-1], replace(last, paragraphs=(*last.paragraphs, paragraph)))
    else:
        sections = (*sections, Section(SectionKind(kind), kind.capitalize(), (paragraph,)))
    mentioned = set(_CASE.findall(text)) - {item.case_number}
    doubts = ("Beslutet är inte säkert läst.",) if "TVEKSAM" in text else ()
    return replace(
        item,
        sections=sections,
        references=tuple(sorted(mentioned.union(item.references))),
        doubts=item.doubts + doubts,
    )
