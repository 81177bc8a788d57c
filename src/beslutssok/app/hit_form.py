"""A hit as JSON; its keys are those that every answer, case and list of hits has."""

from typing import Any

from beslutssok.app.entity_form import day_form
from beslutssok.domain import Hit


def hit_form(hit: Hit) -> dict[str, Any]:
    """A hit."""
    return {
        "rank": hit.rank,
        "score": hit.score,
        "citation": hit.citation,
        "id": hit.id,
        "organ": hit.organ,
        "huvudman": hit.huvudman,
        "date": day_form(hit.date),
        "document_kind": hit.document_kind.value,
        "item_number": hit.item_number,
        "item_title": hit.item_title,
        "case_number": hit.case_number,
        "section": hit.section.value,
        "point": hit.point,
        "text": hit.text,
        "file": hit.file,
        "page": hit.page,
        "outcome": hit.outcome.value,
        "section_heading": hit.section_heading,
        "similarity": hit.similarity,
        "matched": list(hit.matched),
        "item_id": hit.item_id,
        "sha256": hit.sha256,
        "ocr": hit.ocr,
        "also_in": list(hit.also_in),
        "words_score": hit.words_score,
        "meaning_score": hit.meaning_score,
    }
