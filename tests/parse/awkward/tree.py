"""A meeting as text, to be read and compared by eye."""

from collections.abc import Iterator

from beslutssok.domain import Item, Meeting, Paragraph


def render_tree(meeting: Meeting) -> str:
    """The meeting, its front, its items with their sections and paragraphs, one a line."""
    return "\n".join(_meeting(meeting)) + "\n"


def _meeting(meeting: Meeting) -> Iterator[str]:
    yield f"{meeting.document_kind.value}: {meeting.organ}, {meeting.huvudman}, {meeting.date}"
    yield from (f"? {doubt}" for doubt in meeting.doubts)
    for item in meeting.items:
        yield from _item(item)
    yield ""
    yield "Utanför:"
    yield from (f"  {_paragraph(paragraph)}" for paragraph in meeting.front)


def _item(item: Item) -> Iterator[str]:
    yield ""
    pages = "-".join(map(str, dict.fromkeys(item.pages)))
    yield f"[{item.number}] {item.title} | {item.case_number or '-'} | s. {pages}"
    yield f"  = {item.outcome.value}"
    yield from (f"  ? {doubt}" for doubt in item.doubts)
    for section in item.sections:
        yield f"  {section.kind.name}: {section.heading}"
        yield from (f"    {_paragraph(paragraph)}" for paragraph in section.paragraphs)


def _paragraph(paragraph: Paragraph) -> str:
    return f"{paragraph.style.value:7} {paragraph.text}"
