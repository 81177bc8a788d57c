"""Entities and places as JSON; the keys are those of ``beslutssok.domain``."""

from collections.abc import Iterable
from datetime import date
from math import isfinite
from typing import Any

from beslutssok.domain import Attendee, Entities, Person, Place, Quotation, Tally, Vote

Json = dict[str, Any]


def entities_form(entities: Entities) -> Json:
    """What was read of an item as data, with the words and places it was read from."""
    return {
        "motions": [
            {
                "kind": motion.kind.value,
                "movers": _persons_form(motion.movers),
                "parties": list(motion.parties),
                "subject": motion.subject,
                **_source_form(motion.source),
            }
            for motion in entities.motions
        ],
        "votes": [_vote_form(vote) for vote in entities.votes],
        "dissents": [
            {
                "kind": dissent.kind.value,
                "persons": _persons_form(dissent.persons),
                "parties": list(dissent.parties),
                **_source_form(dissent.source),
            }
            for dissent in entities.dissents
        ],
        "disqualifications": [
            {"persons": _persons_form(entry.persons), **_source_form(entry.source)}
            for entry in entities.disqualifications
        ],
        "references": [
            {
                "organ": reference.organ,
                "date": day_form(reference.date),
                "number": reference.number,
                **_source_form(reference.source),
            }
            for reference in entities.references
        ],
    }


def attendee_form(attendee: Attendee) -> Json:
    """A person at a meeting."""
    return {
        **_person_form(attendee.person),
        "role": attendee.role.value,
        **_source_form(attendee.source),
    }


def places_form(places: Iterable[Place]) -> list[Json]:
    """Rectangles on pages, in points from the upper left corner; ``null`` for what is no number."""
    return [
        {"page": place.page}
        | {
            side: length if isfinite(length) else None
            for side, length in (
                ("left", place.left),
                ("top", place.top),
                ("right", place.right),
                ("bottom", place.bottom),
            )
        }
        for place in places
    ]


def day_form(day: date | None) -> str | None:
    """A date as ISO 8601, or ``null``."""
    return day.isoformat() if day else None


def _vote_form(vote: Vote) -> Json:
    means = vote.proposition
    return {
        "tally": None if vote.tally is None else _tally_form(vote.tally),
        "agrees": vote.agrees,
        "proposition": None
        if means is None
        else {"yes": means.yes, "no": means.no, **_source_form(means.source)},
        "cast": [
            {**_person_form(cast.person), "choice": cast.choice.value, "role": cast.role}
            for cast in vote.cast
        ],
        "by_party": [
            {"party": cast.party, "choice": cast.choice.value, "count": cast.count}
            for cast in vote.by_party
        ],
        "roll_call": None if vote.roll_call is None else _source_form(vote.roll_call),
        **_source_form(vote.source),
    }


def _tally_form(tally: Tally) -> Json:
    return {
        "yes": tally.yes,
        "no": tally.no,
        "abstained": tally.abstained,
        "absent": tally.absent,
    }


def _persons_form(persons: Iterable[Person]) -> list[Json]:
    return [_person_form(person) for person in persons]


def _person_form(person: Person) -> Json:
    return {"name": person.name, "party": person.party}


def _source_form(source: Quotation) -> Json:
    return {
        "text": source.text,
        "page": source.page if source.places else None,
        "places": places_form(source.places),
    }
