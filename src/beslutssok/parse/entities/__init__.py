"""Entities: persons, yrkanden, votes, reservations and references, read from an item's text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from beslutssok.domain import DocumentKind, Entities, Item, Line, Place, Section
from beslutssok.parse.entities.attendance import find_attendance
from beslutssok.parse.entities.attendance_doubts import doubts_about_attendance
from beslutssok.parse.entities.disqualifications import find_disqualifications
from beslutssok.parse.entities.dissents import find_dissents
from beslutssok.parse.entities.local_parties import with_letters
from beslutssok.parse.entities.motions import find_motions
from beslutssok.parse.entities.references import find_item_references
from beslutssok.parse.entities.told import tell
from beslutssok.parse.entities.voting import find_votes

__all__ = ["doubts_about_attendance", "find_attendance", "find_entities", "with_entities"]


def find_entities(
    sections: Sequence[Section], lines: Mapping[Place, Line], organ: str = ""
) -> tuple[Entities, tuple[str, ...]]:
    """Read the sections of an item, its appendices among them.

    Args:
        sections: the item's sections, in order.
        lines: at least the lines that the sections were built from, by their places.
        organ: the body whose item it is.

    Returns:
        The entities, and doubts about them as sentences for staff.
    """
    tolds = [tell(section, lines) for section in sections if section.paragraphs]
    votes, doubts = find_votes(tolds)
    entities = Entities(
        motions=find_motions(tolds),
        votes=votes,
        dissents=find_dissents(tolds),
        disqualifications=find_disqualifications(tolds),
        references=find_item_references(tolds, organ),
    )
    return with_letters(entities, tolds), doubts


def with_entities(
    item: Item, lines: Mapping[Place, Line], kind: DocumentKind, organ: str = ""
) -> Item:
    """An item with its entities, its tallies and the doubts about them.

    Only minutes tell what was moved and voted at their own meeting. Of agendas and reports the
    references are read: the yrkanden and votes that they tell of are other meetings'.
    """
    if not kind.records_decisions:
        tolds = [tell(section, lines) for section in item.sections if section.paragraphs]
        return replace(
            item, tallies=(), entities=Entities(references=find_item_references(tolds, organ))
        )
    entities, doubts = find_entities(item.sections, lines, organ)
    tallies = tuple(vote.tally for vote in entities.votes if vote.tally is not None)
    return replace(item, tallies=tallies, entities=entities, doubts=item.doubts + doubts)
