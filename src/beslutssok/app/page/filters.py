"""The fields that limit a search."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import gradio as gr

from beslutssok.app.page.form import Form
from beslutssok.app.page.markup import shorten, show_text
from beslutssok.app.page.select import Option, build_select
from beslutssok.app.page.source import Choices, Count
from beslutssok.app.page.texts import Texts

LONGEST_CHOICE = 70
CHOSEN_FIELDS = {
    "huvudman": "huvudman",
    "organ": "organ",
    "document_kind": "kinds",
    "section": "sections",
}
"""The fields with a list, and what ``Choices`` calls that list."""

Options = list[Option]


@dataclass(frozen=True, slots=True)
class FilterFields:
    """The fields in the order of ``Form``, and the button that clears them."""

    chosen: tuple[gr.HTML, ...]
    written: tuple[gr.Textbox, ...]
    clear: gr.Button

    @property
    def all(self) -> list[gr.HTML | gr.Textbox]:
        """Every field, in the order of ``Form``."""
        return [*self.chosen, *self.written]


def build_filters(choices: Choices, texts: Texts) -> FilterFields:
    """Lay out the fields. On a phone they are folded away until asked for (``script.js``)."""
    gr.HTML(
        f'<button type="button" class="bs-fold" aria-expanded="false" aria-controls="filters">'
        f"{show_text(texts.filters)}</button>",
        js_on_load=None,
        apply_default_css=False,
        elem_classes="bs-fold-block",
    )
    with gr.Row(elem_id="filters"):
        options = list_options(choices, texts)
        labels = (texts.huvudman, texts.organ, texts.document_kind, texts.section)
        chosen = tuple(
            build_select(options[name], label=label, field=name)
            for name, label in zip(CHOSEN_FIELDS, labels, strict=True)
        )
        written = (
            _build_written(texts.date_from, texts.date_hint, "field-date_from"),
            _build_written(texts.date_to, texts.date_hint, "field-date_to"),
            _build_written(texts.case_number, texts.case_number_hint, "field-case_number"),
        )
        clear = gr.Button(texts.clear, variant="secondary", elem_id="clear")
    return FilterFields(chosen, written, clear)


def list_options(choices: Choices, texts: Texts) -> dict[str, Options]:
    """List what can be chosen in each field, with counts; the first choice does not limit."""
    kinds = [(texts.kinds[kind], kind.value, count) for kind, count in choices.kinds]
    sections = [(texts.sections[kind], kind.value, count) for kind, count in choices.sections]
    return {
        "huvudman": _list_counts(_name_themselves(choices.huvudman), texts),
        "organ": _list_counts(_name_themselves(choices.organ), texts),
        "document_kind": _list_counts(kinds, texts),
        "section": _list_counts(sections, texts),
    }


def keep_known(form: Form, choices: Choices) -> tuple[Form, tuple[str, ...]]:
    """Empty the fields whose value cannot be chosen; give the form and the values dropped."""
    dropped: dict[str, str] = {}
    for name, listed_as in CHOSEN_FIELDS.items():
        value: str = getattr(form, name)
        counts: Sequence[Count] = getattr(choices, listed_as)
        if value and value not in {each for each, _ in counts}:
            dropped[name] = value
    return replace(form, **dict.fromkeys(dropped, "")), tuple(dropped.values())


def _build_written(label: str, hint: str, elem_id: str) -> gr.Textbox:
    return gr.Textbox(
        label=label, placeholder=hint, elem_id=elem_id, max_lines=1, max_length=60, min_width=120
    )


def _name_themselves(counts: Sequence[Count]) -> Iterable[tuple[str, str, int]]:
    return ((value, value, count) for value, count in counts if value)


def _list_counts(named: Iterable[tuple[str, str, int]], texts: Texts) -> Options:
    return [
        (texts.everything, ""),
        *((f"{shorten(name, LONGEST_CHOICE)} ({count})", value) for name, value, count in named),
    ]
