"""Earlier cases like one at hand, as JSON."""

from typing import Any

from beslutssok.app.json_form import coverage_form, hit_form, hits_form
from beslutssok.domain import Precedent, Precedents


def precedents_form(precedents: Precedents) -> dict[str, Any]:
    """Earlier cases, best first, and how many of them ended how."""
    return {
        "source": precedents.source,
        "compared": precedents.compared,
        "outcomes": [
            {"outcome": counted.outcome.value, "count": counted.count}
            for counted in precedents.outcomes
        ],
        "cases": [_case_form(case) for case in precedents.cases],
        "coverage": coverage_form(precedents.coverage),
    }


def _case_form(case: Precedent) -> dict[str, Any]:
    return {
        "case_number": case.case_number,
        "title": case.title,
        "outcome": case.outcome.value,
        "best": hit_form(case.best),
        "hits": hits_form(case.hits),
    }
