"""The parts of the page in their order: the top, then the search or another view."""

from collections.abc import Sequence
from dataclasses import dataclass

import gradio as gr
from gradio.components import Component

from beslutssok.app.page.examples import EXAMPLES_SHOWN
from beslutssok.app.page.filters import CHOSEN_FIELDS, FilterFields, build_filters
from beslutssok.app.page.form import LONGEST_FIELD, Form
from beslutssok.app.page.markup import show_text
from beslutssok.app.page.navigation import render_top
from beslutssok.app.page.registry import VIEWS
from beslutssok.app.page.source import Source
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.views import View, html_part

_ON_CHANGE = """
element.addEventListener("change", (event) => {
  props.value = event.target.value;
  trigger("input");
});
"""


@dataclass(frozen=True, slots=True)
class ViewParts:
    """The column of a view, and what it fills."""

    view: View
    column: gr.Column
    parts: tuple[Component, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """What on the page is filled in by the user or by the program."""

    top: gr.HTML
    address: gr.HTML
    shown: gr.HTML
    search: gr.Column
    question: gr.Textbox
    submit: gr.Button
    filters: FilterFields
    hidden: dict[str, gr.HTML]
    coverage: gr.HTML
    clock: gr.Timer
    examples: gr.Row
    example_buttons: tuple[gr.Button, ...]
    answer: gr.HTML
    hits: gr.HTML
    message: gr.HTML
    views: tuple[ViewParts, ...]
    document: gr.HTML

    @property
    def form(self) -> list[Component]:
        """The fields in the order of ``Form``."""
        by_name = {"question": self.question, **self.filters.by_name, **self.hidden}
        return [by_name[name] for name in Form.names()]

    @property
    def found(self) -> list[Component | gr.Row]:
        """What a new question changes."""
        shown = (self.top, self.examples, self.answer, self.hits, self.filters.counted)
        return [*shown, *self.hidden.values(), *self.listed]

    @property
    def listed(self) -> list[gr.HTML | gr.Textbox]:
        """The fields with a list whose choices are counted."""
        return [self.filters.by_name[name] for name in CHOSEN_FIELDS]

    @property
    def all(self) -> list[Component | gr.Row | gr.Column]:
        """What another address changes: everything."""
        fields = [part for part in self.form if part not in self.found]
        return [
            *self.found,
            self.search,
            *(each.column for each in self.views),
            *fields,
            self.filters.periods,
            self.coverage,
            self.clock,
            *self.example_buttons,
            self.message,
            *(part for each in self.views for part in each.parts),
            self.document,
        ]


TICK = 2.0
"""Seconds between two looks at how far a reading of documents is."""

HIDDEN = ("without", "more", "after")
"""The fields of ``Form`` that nobody sees."""


def lay_out(source: Source, texts: Texts) -> Parts:
    """Lay out the parts in the Blocks that are being built."""
    top = html_part("frame", render_top(texts, {}, None, ""))
    address, shown = build_hidden("field-address"), build_hidden("field-document")
    with gr.Column(elem_id="content"):
        with gr.Column(elem_id="search") as search:
            html_part(None, f'<p class="bs-sentence">{show_text(texts.sentence)}</p>')
            with gr.Row(elem_id="ask"):
                question = _build_question(texts)
                submit = gr.Button(texts.submit, variant="primary", elem_id="submit", scale=0)
            filters = build_filters(source.choices(), texts)
            hidden = {name: build_hidden(f"field-{name}") for name in HIDDEN}
            coverage = html_part("coverage")
            examples, buttons = _build_examples(texts)
            answer, hits = html_part("answer"), html_part("hits")
        with gr.Column(elem_id="views"):
            message = html_part("view-message")
            views = tuple(_build_view(view, source, texts) for view in VIEWS)
    return Parts(
        top=top,
        address=address,
        shown=shown,
        search=search,
        question=question,
        submit=submit,
        filters=filters,
        hidden=hidden,
        coverage=coverage,
        clock=gr.Timer(TICK, active=False),
        examples=examples,
        example_buttons=buttons,
        answer=answer,
        hits=hits,
        message=message,
        views=views,
        document=html_part("document"),
    )


def build_hidden(elem_id: str) -> gr.HTML:
    """Make a field that nobody sees, and that ``script.js`` fills in."""
    return gr.HTML(
        "",
        html_template='<input type="hidden">',
        js_on_load=_ON_CHANGE,
        apply_default_css=False,
        elem_id=elem_id,
        elem_classes="bs-hidden",
    )


def _build_question(texts: Texts) -> gr.Textbox:
    return gr.Textbox(
        label=texts.question,
        placeholder=texts.placeholder,
        elem_id="question",
        autofocus=True,
        max_lines=1,
        max_length=LONGEST_FIELD,
        scale=1,
        html_attributes=gr.InputHTMLAttributes(autocomplete="off", enterkeyhint="search"),
    )


def _build_examples(texts: Texts) -> tuple[gr.Row, tuple[gr.Button, ...]]:
    with gr.Row(elem_id="examples", visible=False) as examples:
        words = show_text(texts.examples)
        html_part(None, f'<p class="bs-examples-label">{words}</p>')
        buttons = tuple(
            gr.Button(visible=False, variant="secondary", elem_classes="bs-example")
            for _ in range(EXAMPLES_SHOWN)
        )
    return examples, buttons


def _build_view(view: View, source: Source, texts: Texts) -> ViewParts:
    with gr.Column(visible=False, elem_id=f"view-{view.name}", elem_classes="bs-view") as column:
        parts: Sequence[Component] = view.build(source, texts)
    return ViewParts(view, column, tuple(parts))
