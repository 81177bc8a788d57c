"""Forms of the views: plain HTML that writes the address, so that each view can be sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from beslutssok.app.page.markup import shorten, show_text
from beslutssok.app.page.views import VIEW_PARAMETER

LONGEST_OPTION = 70


@dataclass(frozen=True, slots=True)
class TextField:
    """A field to write in; ``name`` is that in the address, ``hint`` stands below the label."""

    name: str
    label: str
    value: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """A field to choose in; each option has its words and its value."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str = ""


def render_form(
    view: str,
    fields: Sequence[TextField | ChoiceField],
    submit: str,
    hidden: Sequence[tuple[str, str]] = (),
    more: str = "",
) -> str:
    """Show a form that leads to a view; ``more`` is HTML that stands after the button."""
    shown = "".join(
        _render_text(field, view) if isinstance(field, TextField) else _render_choice(field, view)
        for field in fields
    )
    kept = "".join(
        f'<input type="hidden" name="{show_text(name)}" value="{show_text(value)}">'
        for name, value in ((VIEW_PARAMETER, view), *hidden)
        if value
    )
    return (
        f'<form class="bs-go bs-fields" action="?" method="get">{kept}{shown}'
        f'<div class="bs-field-buttons"><button type="submit" class="bs-submit">'
        f"{show_text(submit)}</button>{more}</div></form>"
    )


def _render_text(field: TextField, view: str) -> str:
    name = f"{view}-{field.name}"
    hint = described = ""
    if field.hint:
        described = f' aria-describedby="{name}-hint"'
        hint = f'<span class="bs-hint" id="{name}-hint">{show_text(field.hint)}</span>'
    return (
        f'<div class="bs-field"><label for="{name}">{show_text(field.label)}</label>'
        f'<input type="text" id="{name}" name="{field.name}" value="{show_text(field.value)}" '
        f'maxlength="300" autocomplete="off"{described}>{hint}</div>'
    )


def _render_choice(field: ChoiceField, view: str) -> str:
    name = f"{view}-{field.name}"
    options = "".join(
        f'<option value="{show_text(value)}"{" selected" if value == field.value else ""}>'
        f"{show_text(shorten(words, LONGEST_OPTION))}</option>"
        for words, value in field.options
    )
    return (
        f'<div class="bs-field bs-select"><label for="{name}">{show_text(field.label)}</label>'
        f'<select id="{name}" name="{field.name}">{options}</select></div>'
    )
