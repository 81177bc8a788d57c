"""The fields that limit a search."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import gradio as gr

from beslutssok.app.page.form import NEWEST, OLDEST, Form
from beslutssok.app.page.markup import shorten, show_text
from beslutssok.app.page.periods import render_quick_periods
from beslutssok.app.page.select import Option, build_select
from beslutssok.app.page.source import Choices, Count
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.views import html_part

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
    """The fields by their names in ``Form``, quick periods, and the button that clears."""

    by_name: dict[str, gr.HTML | gr.Textbox]
    periods: gr.HTML
    clear: gr.Button

    @property
    def chosen(self) -> list[gr.HTML]:
        """The fields with a list to choose from."""
        return [part for part in self.by_name.values() if isinstance(part, gr.HTML)]

    @property
    def written(self) -> list[gr.Textbox]:
        """The fields to write in."""
        return [part for part in self.by_name.values() if isinstance(part, gr.Textbox)]


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
        fields: dict[str, gr.HTML | gr.Textbox] = {
            name: build_select(options[name], label=label, field=name)
            for name, label in zip(CHOSEN_FIELDS, labels, strict=True)
        }
        for name, label, hint in (
            ("party", texts.party, texts.party_hint),
            ("case_number", texts.case_number, texts.case_number_hint),
            ("date_from", texts.date_from, texts.date_hint),
            ("date_to", texts.date_to, texts.date_hint),
        ):
            fields[name] = _build_written(label, hint, f"field-{name}")
        orders = [(texts.relevance, ""), (texts.newest, NEWEST), (texts.oldest, OLDEST)]
        fields["sort"] = build_select(orders, label=texts.sort, field="sort")
        periods = html_part("quick-periods", render_quick_periods(date.today(), texts))
        clear = gr.Button(texts.clear, variant="secondary", elem_id="clear")
    return FilterFields(fields, periods, clear)


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
