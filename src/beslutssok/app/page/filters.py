"""The fields that limit a search."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import gradio as gr

from beslutssok.app.page.form import NEWEST, OLDEST, Form
from beslutssok.app.page.markup import shorten, show_text
from beslutssok.app.page.periods import render_quick_periods
from beslutssok.app.page.select import Option, build_select, show_options
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.views import html_part
from beslutssok.index.parties import party_letters
from beslutssok.index.rows import Choices

LONGEST_CHOICE = 70
CHOSEN_FIELDS = {
    "huvudman": "huvudman",
    "organ": "organ",
    "document_kind": "kinds",
    "section": "sections",
    "party": "parties",
}
"""The fields with a list, and what ``Choices`` calls that list."""

Options = list[Option]


@dataclass(frozen=True, slots=True)
class FilterFields:
    """The fields by their names in ``Form``, and what stands below them.

    ``labels`` are those of the lists with counts; ``counted`` tells what these are of.
    """

    by_name: dict[str, gr.HTML | gr.Textbox]
    labels: dict[str, str]
    counted: gr.HTML
    periods: gr.HTML
    clear: gr.Button

    def show_options(self, name: str, options: Options, value: str | None = None) -> gr.HTML:
        """Give other options to a list with counts; see :func:`select.show_options`."""
        return show_options(options, label=self.labels[name], field=name, value=value)

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
    fold = (
        f'<button type="button" class="bs-fold" aria-expanded="false" aria-controls="filters">'
        f"{show_text(texts.filters)}</button>"
    )
    html_part(None, fold, "bs-fold-block")
    with gr.Row(elem_id="filters"):
        options = list_options(choices, texts)
        words = (texts.huvudman, texts.organ, texts.document_kind, texts.section, texts.party)
        labels = dict(zip(CHOSEN_FIELDS, words, strict=True))
        fields: dict[str, gr.HTML | gr.Textbox] = {
            name: build_select(options[name], label=label, field=name)
            for name, label in labels.items()
        }
        for name, label, hint in (
            ("case_number", texts.case_number, texts.case_number_hint),
            ("date_from", texts.date_from, texts.date_hint),
            ("date_to", texts.date_to, texts.date_hint),
        ):
            fields[name] = _build_written(label, hint, f"field-{name}")
        orders = [(texts.relevance, ""), (texts.newest, NEWEST), (texts.oldest, OLDEST)]
        fields["sort"] = build_select(orders, label=texts.sort, field="sort")
        periods = html_part("quick-periods", render_quick_periods(date.today(), texts))
        clear = gr.Button(texts.clear, variant="secondary", elem_id="clear")
        counted = html_part("counted", say_counted(choices, False, texts))
    return FilterFields(fields, labels, counted, periods, clear)


def list_options(held: Choices, texts: Texts, found: Choices | None = None) -> dict[str, Options]:
    """List what can be chosen in each field; the first choice does not limit.

    The counts are of ``found``, if it is given; what none of that has counts 0.
    """
    words: dict[str, Mapping[str, str]] = {
        "document_kind": {kind.value: word for kind, word in texts.kinds.items()},
        "section": {kind.value: word for kind, word in texts.sections.items()},
    }
    options = {}
    for name, listed_as in CHOSEN_FIELDS.items():
        counts = dict(getattr(found or held, listed_as))
        named = words.get(name, {})
        options[name] = [(texts.everything, "")] + [
            (f"{shorten(named.get(value, value), LONGEST_CHOICE)} ({counts.get(value, 0)})", value)
            for value, _ in getattr(held, listed_as)
            if value
        ]
    return options


def say_counted(counts: Choices, is_found: bool, texts: Texts) -> str:
    """Tell what the counts beside the choices are of: what was found, or what is held."""
    said = texts.counted_found if is_found else texts.counted_held
    items = texts.number_of(counts.items, texts.item)
    return f'<p class="bs-note">{show_text(said.format(items=items))}</p>'


def keep_known(form: Form, choices: Choices) -> tuple[Form, tuple[str, ...]]:
    """Empty the fields whose value cannot be chosen; give the form and the values dropped.

    A party may be given by its name.
    """
    form = replace(form, party=form.party and party_letters(form.party))
    dropped: dict[str, str] = {}
    for name, listed_as in CHOSEN_FIELDS.items():
        value: str = getattr(form, name)
        if value and value not in {each for each, _ in getattr(choices, listed_as)}:
            dropped[name] = value
    return replace(form, **dict.fromkeys(dropped, "")), tuple(dropped.values())


def _build_written(label: str, hint: str, elem_id: str) -> gr.Textbox:
    return gr.Textbox(
        label=label, placeholder=hint, elem_id=elem_id, max_lines=1, max_length=60, min_width=120
    )
