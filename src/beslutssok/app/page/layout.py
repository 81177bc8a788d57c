"""The parts of the page in their order: form on top, then the answer, then the hits."""

from dataclasses import dataclass

import gradio as gr

from beslutssok.app.page.examples import EXAMPLES_SHOWN
from beslutssok.app.page.filters import FilterFields, build_filters
from beslutssok.app.page.form import LONGEST_FIELD
from beslutssok.app.page.markup import show_text
from beslutssok.app.page.source import Choices
from beslutssok.app.page.texts import Texts

_ON_CHANGE = """
element.addEventListener("change", (event) => {
  props.value = event.target.value;
  trigger("input");
});
"""


@dataclass(frozen=True, slots=True)
class Parts:
    """What on the page is filled in by the user or by the program."""

    question: gr.Textbox
    submit: gr.Button
    filters: FilterFields
    without: gr.HTML
    coverage: gr.HTML
    examples: gr.Row
    example_buttons: tuple[gr.Button, ...]
    answer: gr.HTML
    hits: gr.HTML

    @property
    def form(self) -> list[gr.Textbox | gr.HTML]:
        """The fields in the order of ``Form``."""
        return [self.question, *self.filters.all, self.without]

    @property
    def view(self) -> list[gr.Row | gr.HTML]:
        """What a new question changes."""
        return [self.examples, self.without, self.answer, self.hits]


def lay_out(choices: Choices, texts: Texts) -> Parts:
    """Lay out the parts in the Blocks that are being built."""
    _html(
        f'<header class="bs-header"><h1><a href="?">{show_text(texts.name)}</a></h1>'
        f"<p>{show_text(texts.sentence)}</p></header>"
    )
    with gr.Row(elem_id="ask"):
        question = gr.Textbox(
            label=texts.question,
            placeholder=texts.placeholder,
            elem_id="question",
            autofocus=True,
            max_lines=1,
            max_length=LONGEST_FIELD,
            scale=1,
            html_attributes=gr.InputHTMLAttributes(autocomplete="off", enterkeyhint="search"),
        )
        submit = gr.Button(texts.submit, variant="primary", elem_id="submit", scale=0)
    filters = build_filters(choices, texts)
    coverage = _html(elem_id="coverage")
    with gr.Row(elem_id="examples", visible=False) as examples:
        _html(f'<p class="bs-examples-label">{show_text(texts.examples)}</p>')
        buttons = tuple(
            gr.Button(visible=False, variant="secondary", elem_classes="bs-example")
            for _ in range(EXAMPLES_SHOWN)
        )
    return Parts(
        question=question,
        submit=submit,
        filters=filters,
        without=_build_hidden("field-without"),
        coverage=coverage,
        examples=examples,
        example_buttons=buttons,
        answer=_html(elem_id="answer"),
        hits=_html(elem_id="hits"),
    )


def _build_hidden(elem_id: str) -> gr.HTML:
    """Make a field that nobody sees, and that ``script.js`` fills in."""
    return gr.HTML(
        "",
        html_template='<input type="hidden">',
        js_on_load=_ON_CHANGE,
        apply_default_css=False,
        elem_id=elem_id,
        elem_classes="bs-hidden",
    )


def _html(value: str = "", elem_id: str | None = None) -> gr.HTML:
    return gr.HTML(value, elem_id=elem_id, js_on_load=None, apply_default_css=False)
