"""What somebody did, as JSON."""

from typing import Any

from beslutssok.app.json_form import coverage_form, hit_form
from beslutssok.domain import Action, ActionKind, Actions

Json = dict[str, Any]


def actions_form(actions: Actions) -> Json:
    """Everything that was found of what somebody did; ``who`` is ``null`` for everybody."""
    return {
        "who": actions.who or None,
        "counts": {kind.value: actions.count(kind) for kind in ActionKind},
        "actions": [action_form(action) for action in actions.actions],
        "coverage": coverage_form(actions.coverage),
    }


def action_form(action: Action) -> Json:
    """One thing that a person or a party did."""
    return {
        "kind": action.kind.value,
        "person": action.person,
        "party": action.party,
        "detail": action.detail,
        "stood_for": action.stood_for,
        "text": action.text,
        "hit": hit_form(action.hit),
        "listed": None if action.listed is None else hit_form(action.listed),
    }
