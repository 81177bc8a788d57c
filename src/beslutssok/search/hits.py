"""Passages of the index as hits."""

from collections.abc import Iterable

from beslutssok.domain import Hit
from beslutssok.index.rows import StoredPassage
from beslutssok.search.citations import render_citation


def make_hit(
    passage: StoredPassage,
    rank: int,
    score: float = 0.0,
    similarity: float = 0.0,
    matched: Iterable[str] = (),
    *,
    words_score: float = 0.0,
    meaning_score: float = 0.0,
    also_in: tuple[str, ...] = (),
) -> Hit:
    """Make a hit of a passage."""
    return Hit(
        rank=rank,
        score=round(score, 4),
        citation=render_citation(passage),
        id=passage.id,
        organ=passage.organ,
        huvudman=passage.huvudman,
        date=passage.date,
        document_kind=passage.document_kind,
        item_number=passage.item_number,
        item_title=passage.item_title,
        case_number=passage.case_number,
        section=passage.section,
        section_heading=passage.section_heading,
        point=passage.point,
        text=passage.text,
        file=passage.file,
        page=passage.page,
        outcome=passage.outcome,
        item_id=passage.item_id,
        similarity=round(similarity, 4),
        matched=tuple(matched),
        places=passage.places,
        sha256=passage.sha256,
        ocr=passage.ocr,
        also_in=also_in,
        words_score=round(words_score, 4),
        meaning_score=round(meaning_score, 4),
    )
