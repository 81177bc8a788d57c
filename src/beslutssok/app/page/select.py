"""A list to choose from that is the browser's own: known to phones, keyboards and readers aloud."""

from collections.abc import Sequence
from typing import Any

import gradio as gr

from beslutssok.app.page.markup import show_text

Option = tuple[str, str]

# Gradio fills in «{{…}}» before it evaluates «${…}», so that a text from a document in the former
# would be run as a program. Here is only the latter, and what it gives is not evaluated again.
_TEMPLATE = (
    '<label for="${field}">${label_text}</label>'
    '<select id="${field}">'
    "${options.map((option) => `<option value='${option.shown_value}'"
    '${option.value === value ? " selected" : ""}>${option.words}</option>`).join("")}'
    "</select>"
)
_ON_LOAD = """
element.addEventListener("change", (event) => {
  props.value = event.target.value;
  trigger("input");
});
"""


def build_select(options: Sequence[Option], *, label: str, field: str) -> gr.HTML:
    """Make a labelled list of options, one of them chosen; its value is that option's."""
    return gr.HTML(
        options[0][1],
        html_template=_TEMPLATE,
        js_on_load=_ON_LOAD,
        apply_default_css=False,
        elem_id=f"field-{field}",
        elem_classes="bs-select",
        **_describe(options, label, field),
    )


def show_options(
    options: Sequence[Option], *, label: str, field: str, value: str | None = None
) -> gr.HTML:
    """Give other options to a list; what is chosen stays, unless a ``value`` is given.

    A list that was hidden is made anew of what is given here, so that is all it needs.
    """
    described = _describe(options, label, field)
    return gr.HTML(**described) if value is None else gr.HTML(value, **described)


def _describe(options: Sequence[Option], label: str, field: str) -> dict[str, Any]:
    return {
        "field": f"select-{field}",
        "label_text": show_text(label),
        "options": [
            {"value": value, "shown_value": show_text(value), "words": show_text(words)}
            for words, value in options
        ],
    }
