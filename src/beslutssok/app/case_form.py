"""The history of a case, and earlier cases like one at hand, as JSON."""

from typing import Any

from beslutssok.app.entity_form import day_form
from beslutssok.app.hit_form import hit_form
from beslutssok.domain import (
    Case,
    CaseStep,
    Hit,
    MissingStep,
    PointChange,
)

Json = dict[str, Any]


def case_form(case: Case) -> Json:
    """The history of a case, with what is missing of it."""
    return {
        "case_number": case.case_number,
        "title": case.title,
        "steps": [_step_form(step) for step in case.steps],
        "missing": [_missing_form(step) for step in case.missing],
    }


def _step_form(step: CaseStep) -> Json:
    return {
        "kind": step.kind.value,
        "outcome": step.outcome.value,
        "hit": hit_form(step.hit),
        "link": step.link.value,
        "changes": [_change_form(change) for change in step.changes],
    }


def _change_form(change: PointChange) -> Json:
    """What was proposed and what was decided instead; ``null`` where only one of them has it."""
    return {
        "proposal": _hit_or_null(change.proposal),
        "decision": _hit_or_null(change.decision),
    }


def _missing_form(step: MissingStep) -> Json:
    return {
        "organ": step.organ,
        "date": day_form(step.date),
        "number": step.number,
        "year": step.year,
        "text": step.text,
        "told_by": hit_form(step.told_by),
    }


def _hit_or_null(hit: Hit | None) -> Json | None:
    return None if hit is None else hit_form(hit)
