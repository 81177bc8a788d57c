"""The page put together: its parts, and what happens when they are used."""

import json
from dataclasses import dataclass, field, replace
from importlib.resources import files

import gradio as gr

from beslutssok.app.page.answer_card import render_notice
from beslutssok.app.page.asking import show_view
from beslutssok.app.page.coverage_line import render_coverage
from beslutssok.app.page.examples import EXAMPLES_SHOWN, ExampleQuestions
from beslutssok.app.page.filters import keep_known
from beslutssok.app.page.form import NAMES_IN_ADDRESS, Form, read_address, read_fields
from beslutssok.app.page.layout import Parts, lay_out
from beslutssok.app.page.source import Source
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.page.texts import Texts

STYLES = ("base", "form", "chips", "answer", "hits", "devices")
Updates = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What the page is made of: an index, a language, and example questions."""

    source: Source
    texts: Texts = SWEDISH
    examples: ExampleQuestions = field(default_factory=ExampleQuestions)

    def ask(self, *values: str | None) -> Updates:
        """Answer what stands in the fields; updates ``Parts.view``."""
        view = show_view(self.source, read_fields(*values), self.texts)
        nothing_asked = not (view.answer or view.hits)
        visible = nothing_asked and bool(self.examples.questions)
        return gr.Row(visible=visible), view.without, view.answer, view.hits

    def ask_example(self, example: str, *values: str | None) -> Updates:
        """Put an example in the box and answer it; updates the box and ``Parts.view``."""
        return example, *self.ask(example, *values)

    def clear_filters(self, question: str | None) -> Updates:
        """Empty the filters and ask again; updates the filters and ``Parts.view``."""
        return *Form().values[1:-1], *self.ask(question)

    def open(self, request: gr.Request) -> Updates:
        """Show what the address asks; updates question, filters, coverage, examples and view."""
        asked = read_address(dict(request.query_params))
        form, dropped = keep_known(asked, self.source.choices())
        view = show_view(self.source, form, self.texts)
        if dropped:
            notes = (self.texts.unknown_choice.format(value=value) for value in dropped)
            notice = render_notice(" ".join(notes))
            view = replace(view, answer=notice + view.answer)
        questions = self.examples.questions[:EXAMPLES_SHOWN]
        unused = EXAMPLES_SHOWN - len(questions)
        return (
            *form.values[:-1],
            render_coverage(self.source.coverage(), self.source.documents(), self.texts),
            *(gr.Button(question, visible=True) for question in questions),
            *(gr.Button(visible=False) for _ in range(unused)),
            gr.Row(visible=bool(questions) and not form.asks_something),
            view.without,
            view.answer,
            view.hits,
        )


def build_page(page: Page) -> gr.Blocks:
    """Build the page as Gradio Blocks, ready to be mounted."""
    blocks: gr.Blocks = gr.Blocks(title=page.texts.name, analytics_enabled=False)
    with blocks:
        parts = lay_out(page.source.choices(), page.texts)
        _connect(page, parts, blocks)
    blocks.queue(api_open=False)
    return blocks


def read_style() -> str:
    """Read the style sheets of the page, in the order they build on each other."""
    return "\n".join(_read(f"style/{name}.css") for name in STYLES)


def read_script(texts: Texts) -> str:
    """Read the script of the page, with the texts and names it needs in front."""
    settings = {
        "names": list(NAMES_IN_ADDRESS.values()),
        "without": NAMES_IN_ADDRESS["without"],
        "title": texts.name,
        "searching": texts.searching,
        "copied": texts.copied,
        "copyFailed": texts.copy_failed,
    }
    return f"window.beslutssokSettings = {json.dumps(settings)};\n{_read('script.js')}"


def _connect(page: Page, parts: Parts, blocks: gr.Blocks) -> None:
    filters = parts.filters
    remember = "(...values) => window.beslutssok.remember(values)"
    asked = gr.on(
        [
            parts.question.submit,
            parts.submit.click,
            *(each.input for each in filters.chosen),
            *(each.submit for each in filters.written),
            parts.without.input,
        ],
        page.ask,
        parts.form,
        parts.view,
        js=remember,
        trigger_mode="always_last",
        show_progress="hidden",
        api_visibility="private",
        queue=False,
    )
    examples = [
        button.click(
            page.ask_example,
            [button, *filters.all, parts.without],
            [parts.question, *parts.view],
            js=remember,
            show_progress="hidden",
            api_visibility="private",
            queue=False,
        )
        for button in parts.example_buttons
    ]
    cleared = filters.clear.click(
        page.clear_filters,
        [parts.question],
        [*filters.all, *parts.view],
        js=remember,
        show_progress="hidden",
        api_visibility="private",
        queue=False,
    )
    opened = blocks.load(
        page.open,
        None,
        [parts.question, *filters.all, parts.coverage, *parts.example_buttons, *parts.view],
        show_progress="hidden",
        api_visibility="private",
        queue=False,
    )
    for event in (asked, *examples, cleared, opened):
        event.then(None, js="() => window.beslutssok.shown()")


def _read(name: str) -> str:
    return files("beslutssok.app.page").joinpath(*name.split("/")).read_text(encoding="utf-8")
