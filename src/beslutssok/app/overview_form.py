"""An index in figures, as JSON."""

from typing import Any

from beslutssok.app.json_form import coverage_form, hit_form
from beslutssok.domain import Overview

Json = dict[str, Any]


def overview_form(overview: Overview) -> Json:
    """An index in figures; each can be had as hits by filters on body, year and party."""
    return {
        "outcomes": [
            {
                "huvudman": each.huvudman,
                "organ": each.organ,
                "year": each.year,
                "outcome": each.outcome.value,
                "count": each.count,
            }
            for each in overview.outcomes
        ],
        "reservations": [
            {"party": each.party, "year": each.year, "count": each.count}
            for each in overview.reservations
        ],
        "contested": [
            {
                "votes": each.votes,
                "reservations": each.reservations,
                "motions": each.motions,
                "hit": hit_form(each.hit),
            }
            for each in overview.contested
        ],
        "months": [
            {
                "huvudman": each.huvudman,
                "organ": each.organ,
                "month": each.month,
                "kind": each.kind.value,
                "count": each.count,
            }
            for each in overview.months
        ],
        "matters": [
            {
                "huvudman": each.huvudman,
                "organ": each.organ,
                "first": each.first,
                "last": each.last,
                "kind": each.kind.value,
                "count": each.count,
            }
            for each in overview.matters
        ],
        "gaps": [
            {
                "huvudman": each.huvudman,
                "organ": each.organ,
                "year": each.year,
                "first": each.first,
                "last": each.last,
            }
            for each in overview.gaps
        ],
        "coverage": coverage_form(overview.coverage),
    }
