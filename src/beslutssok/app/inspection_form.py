"""What was understood of a file as JSON, for programs that check templates."""

from collections.abc import Iterable
from typing import Any

from beslutssok.app.entity_form import attendee_form, day_form, entities_form, places_form
from beslutssok.app.page_range import EVERY_PAGE, PageRange
from beslutssok.domain import Item, Meeting, Paragraph, Section
from beslutssok.library import Inspection

Json = dict[str, Any]


def inspection_form(
    inspection: Inspection, pages: PageRange = EVERY_PAGE, full: bool = False
) -> Json:
    """A file with its parts, items, sections and paragraphs; their texts too if ``full``.

    ``pages`` limits the items and paragraphs to those that begin on, or reach over, some of them.
    """
    return {
        "file": inspection.path,
        "sha256": inspection.sha256,
        "title": inspection.title,
        "pages": inspection.pages,
        "doubts": list(inspection.doubts),
        "unread_pages": [
            {"page": problem.page, "reason": problem.reason, "remedy": problem.remedy}
            for problem in inspection.problems
        ],
        "ocr_pages": list(inspection.ocr_pages),
        "furniture": [{"mask": mask.mask, "count": mask.count} for mask in inspection.furniture],
        "parts": [
            _part_form(meeting, pages, full)
            for meeting in inspection.meetings
            if pages.meets(*meeting.pages)
        ],
    }


def _part_form(meeting: Meeting, pages: PageRange, full: bool) -> Json:
    return {
        "document_kind": meeting.document_kind.value,
        "huvudman": meeting.huvudman,
        "organ": meeting.organ,
        "date": day_form(meeting.date),
        "title": meeting.title,
        "pages": list(meeting.pages),
        "doubts": list(meeting.doubts),
        "attendance": [attendee_form(attendee) for attendee in meeting.attendance],
        "items": [
            _item_form(item, pages, full) for item in meeting.items if pages.meets(*item.pages)
        ],
        "front": _paragraphs_form(meeting.front, pages, full),
    }


def _item_form(item: Item, pages: PageRange, full: bool) -> Json:
    return {
        "number": item.number,
        "title": item.title,
        "case_number": item.case_number,
        "pages": list(item.pages),
        "outcome": item.outcome.value,
        "case_references": list(item.references),
        "doubts": list(item.doubts),
        "places": places_form(item.heading_places),
        "sections": [_section_form(section, pages, full) for section in item.sections],
        "entities": entities_form(item.entities),
    }


def _section_form(section: Section, pages: PageRange, full: bool) -> Json:
    return {
        "section": section.kind.value,
        "heading": section.heading,
        "places": places_form(section.heading_places),
        "paragraphs": _paragraphs_form(section.paragraphs, pages, full),
    }


def _paragraphs_form(paragraphs: Iterable[Paragraph], pages: PageRange, full: bool) -> list[Json]:
    return [
        {
            "style": paragraph.style.value,
            "point": paragraph.point,
            "page": paragraph.page,
            "ocr": paragraph.ocr,
            "places": places_form(paragraph.places),
        }
        | ({"text": paragraph.text} if full else {})
        for paragraph in paragraphs
        if pages.meets(paragraph.page, paragraph.places[-1].page)
    ]
