"""Passages: what is embedded and indexed, small enough to cite and with context to be understood.

A numbered point of a decision or a proposal is a passage of its own, because it is cited alone.
Other paragraphs of a section are joined while they are short. In front of each goes what it needs
to be understood alone: body, date, title of the item and the section («Förslaget antas.» says
nothing without).
"""

from collections.abc import Iterator, Sequence

from beslutssok.domain import (
    DocumentKind,
    Item,
    Meeting,
    Paragraph,
    ParagraphStyle,
    Passage,
    Place,
    Section,
    SectionKind,
)
from beslutssok.index.identifiers import FRONT, item_identifier, meeting_identifier, slug

# Characters. A passage of prose is joined up to TARGET, and split at sentences above LIMIT.
TARGET = 600
LIMIT = 1_200
# Lists (recipients, enclosures, roll-calls) tell little each; they are kept together.
LIST_TARGET = 1_400

_POINTS_APART = frozenset(
    {SectionKind.DECISION, SectionKind.PROPOSAL, SectionKind.MOTION, SectionKind.RESERVATION}
)
_LISTS = frozenset({SectionKind.DOCUMENTS, SectionKind.RECIPIENTS, SectionKind.VOTE})


def split_passages(meeting: Meeting, fallback: str) -> tuple[Passage, ...]:
    """Split a meeting into passages; every word of its paragraphs is in exactly one.

    ``fallback`` (the file's name) goes into identifiers where the body is not known.
    """
    passages: list[Passage] = []
    for item in meeting.items:
        passages.extend(_item_passages(meeting, item, item_identifier(meeting, item, fallback)))
    front = Section(SectionKind.OTHER, "Försättsblad", meeting.front)
    prefix = f"{meeting_identifier(meeting, fallback)}/{FRONT}"
    context = ". ".join(
        part for part in (meeting_context(meeting), "Närvarande, justering") if part
    )
    passages.extend(_section_passages(front, prefix, context, is_list=True))
    return tuple(passages)


def meeting_context(meeting: Meeting) -> str:
    """Body and date, as they go in front of a passage."""
    day = meeting.date.isoformat() if meeting.date else ""
    return " ".join(part for part in (meeting.organ or meeting.title, day) if part)


def _item_passages(meeting: Meeting, item: Item, item_id: str) -> Iterator[Passage]:
    taken: dict[str, int] = {}
    empty = True
    for section in item.sections:
        name = section_slug(section)
        taken[name] = taken.get(name, 0) + 1
        if taken[name] > 1:
            name = f"{name}-{taken[name]}"
        context = item_context(meeting, item, section)
        for passage in _section_passages(section, f"{item_id}/{name}", context):
            empty = False
            yield passage
    if empty and item.heading_places:
        yield Passage(
            id=f"{item_id}/rubrik",
            text=item.title,
            context=item_context(meeting, item, None),
            section=SectionKind.OTHER,
            section_heading="",
            point=None,
            page=item.heading_places[0].page,
            places=item.heading_places,
            ocr=item.heading_places[0].page in _recognised_pages(meeting),
        )


def _recognised_pages(meeting: Meeting) -> frozenset[int]:
    """The pages with text that was recognised in a picture."""
    sections = (section for item in meeting.items for section in item.sections)
    paragraphs = (*meeting.front, *(each for section in sections for each in section.paragraphs))
    return frozenset(paragraph.page for paragraph in paragraphs if paragraph.ocr)


def item_context(meeting: Meeting, item: Item, section: Section | None) -> str:
    """What goes in front of a passage of an item."""
    title = item.title
    if meeting.document_kind is DocumentKind.OTHER and meeting.title:
        title = f"{meeting.title}: {item.title}"
    heading = section.heading if section is not None else ""
    parts = [meeting_context(meeting), title, heading]
    return ". ".join(dict.fromkeys(part.strip(" .:") for part in parts if part.strip(" .:")))


def section_slug(section: Section) -> str:
    """The name of a section in identifiers: its kind, or its heading where that says more."""
    if section.kind is SectionKind.OTHER and section.heading:
        return slug(section.heading)[:60] or SectionKind.OTHER.value
    return section.kind.value


def _section_passages(
    section: Section, prefix: str, context: str, is_list: bool = False
) -> Iterator[Passage]:
    is_list = is_list or section.kind in _LISTS
    target = LIST_TARGET if is_list else TARGET
    points: dict[str, int] = {}
    for group, first in _groups(section, target):
        own = [each for each in group if each.style is not ParagraphStyle.HEADING]
        point = own[0].point if len(own) == 1 else None
        name = point or f"s{first + 1}"
        if point is not None:
            points[point] = points.get(point, 0) + 1
            if points[point] > 1:
                name = f"{point}-{points[point]}"
        for number, (text, places) in enumerate(_pieces(group)):
            yield Passage(
                id=f"{prefix}/{name}" if number == 0 else f"{prefix}/{name}.{number + 1}",
                text=text,
                context=context,
                section=section.kind,
                section_heading=section.heading,
                point=point,
                page=places[0].page,
                places=places,
                ocr=any(paragraph.ocr for paragraph in group),
            )


def _groups(section: Section, target: int) -> Iterator[tuple[list[Paragraph], int]]:
    group: list[Paragraph] = []
    first, length = 0, 0
    for index, paragraph in enumerate(section.paragraphs):
        if not any(character.isalnum() for character in paragraph.text):
            continue  # a rule drawn with dashes
        alone = paragraph.style is ParagraphStyle.POINT and section.kind in _POINTS_APART
        too_long = group and length + len(paragraph.text) > target
        # A row of a roll-call is cited to its own page.
        too_long = too_long or (
            bool(group) and section.kind is SectionKind.VOTE and paragraph.page != group[0].page
        )
        after_heading = bool(group) and group[-1].style is ParagraphStyle.HEADING
        if group and (alone or _is_alone(group, section) or too_long) and not after_heading:
            yield group, first
            group = []
        if not group:
            first, length = index, 0
        group.append(paragraph)
        length += len(paragraph.text)
    if group:
        yield group, first


def _is_alone(group: list[Paragraph], section: Section) -> bool:
    return group[-1].style is ParagraphStyle.POINT and section.kind in _POINTS_APART


def _pieces(group: Sequence[Paragraph]) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """The text of a group, split at sentences where one paragraph alone is too long.

    A piece has the places of its own lines, so that it is cited to the page it stands on.
    """
    text = "\n".join(paragraph.text for paragraph in group)
    places = tuple(place for paragraph in group for place in paragraph.places)
    if len(text) <= LIMIT or len(group) > 1:
        yield text, places
        return
    start = 0
    piece = ""
    for sentence in split_sentences(text):
        if piece and len(piece) + len(sentence) > TARGET:
            yield piece.strip(), _share(places, start, start + len(piece), len(text))
            start += len(piece)
            piece = ""
        piece += sentence
    if piece.strip():
        yield piece.strip(), _share(places, start, len(text), len(text))


def _share(places: Sequence[Place], start: int, end: int, length: int) -> tuple[Place, ...]:
    """The lines that hold the characters from start to end, lines being about equally long."""
    first = min(int(start / length * len(places)), len(places) - 1)
    last = max(first + 1, -(-end * len(places) // length))
    return tuple(places[first:last])


def split_sentences(text: str) -> list[str]:
    """Split running text after full stops that end sentences; the pieces joined are the text.

    >>> split_sentences("Enligt 5 kap. 4 § gäller detta. Nämnden beslutar.")
    ['Enligt 5 kap. 4 § gäller detta. ', 'Nämnden beslutar.']
    """
    pieces, start = [], 0
    for index in range(1, len(text) - 1):
        if text[index - 1] not in ".!?" or text[index] != " ":
            continue
        word = text[:index].rsplit(" ", 1)[-1].lower()
        if text[index + 1].isupper() and word not in _ABBREVIATED and len(word) > 2:
            pieces.append(text[start : index + 1])
            start = index + 1
    pieces.append(text[start:])
    return pieces


_ABBREVIATED = frozenset(
    {"kap.", "dnr.", "bl.a.", "t.ex.", "m.m.", "s.k.", "nr.", "st.", "kr.", "tkr."}
)
