"""The page as Gradio Blocks: its parts, and what happens when they are used."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import gradio as gr
from gradio.components import Component

from beslutssok.app.page.examples import EXAMPLES_SHOWN
from beslutssok.app.page.filters import list_options
from beslutssok.app.page.form import Form, read_fields
from beslutssok.app.page.layout import HIDDEN, Parts, lay_out
from beslutssok.app.page.page import Found, Page, Screen
from beslutssok.app.page.periods import render_quick_periods

Updates = dict[Any, object]
"""What becomes of parts; those that are not named stay as they are."""

_SHOWN = "() => window.beslutssok.shown()"
_ANSWERED = "() => window.beslutssok.shown(true)"
_SILENT: dict[str, Any] = {
    "show_progress": "hidden",
    "api_visibility": "private",
    "queue": False,
}


def build_page(page: Page) -> gr.Blocks:
    """Build the page, ready to be mounted."""
    blocks: gr.Blocks = gr.Blocks(title=page.texts.name, analytics_enabled=False)
    with blocks:
        parts = lay_out(page.source, page.texts)
        _connect(page, parts, blocks)
    blocks.queue(api_open=False)
    return blocks


def put_found(parts: Parts, found: Found, *, filling: bool = False) -> Updates:
    """Say what a question changes; what the user filled in is left alone, unless ``filling``."""
    values = dict(zip(Form.names(), found.form.values, strict=True))
    filters, by_name = parts.filters, parts.filters.by_name
    fields = zip(parts.form, found.form.values, strict=True)
    return {
        parts.top: found.top,
        parts.examples: gr.Row(visible=found.examples),
        parts.answer: found.answer,
        parts.hits: found.hits,
        parts.filters.counted: found.counted if found.options else gr.skip(),
        **(dict(fields) if filling else {}),
        **{parts.hidden[name]: values[name] for name in HIDDEN},
        **{
            by_name[name]: filters.show_options(name, options, values[name] if filling else None)
            for name, options in found.options.items()
        },
    }


def put_screen(page: Page, parts: Parts, screen: Screen) -> Updates:
    """Say what an address changes: everything but the parts of views that are not shown."""
    questions = page.examples.questions[:EXAMPLES_SHOWN]
    unused = EXAMPLES_SHOWN - len(questions)
    buttons = [
        *(gr.Button(question, visible=True) for question in questions),
        *(gr.Button(visible=False) for _ in range(unused)),
    ]
    updates: Updates = {
        parts.search: gr.Column(visible=screen.view is None),
        parts.coverage: screen.coverage,
        parts.filters.periods: render_quick_periods(date.today(), page.texts),
        parts.clock: gr.Timer(active=page.is_indexing),
        parts.message: screen.message,
        parts.document: screen.document,
        **dict(zip(parts.example_buttons, buttons, strict=True)),
        **put_found(parts, screen.found, filling=True),
    }
    for each in parts.views:
        is_shown = each.view is screen.view and not screen.message
        updates[each.column] = gr.Column(visible=is_shown)
        if is_shown:
            updates.update(zip(each.parts, screen.updates, strict=True))
    return updates


def _connect(page: Page, parts: Parts, blocks: gr.Blocks) -> None:
    filters = parts.filters
    remember = "(...values) => window.beslutssok.remember(values)"
    everything = parts.all

    def ask(*values: str | None) -> Updates:
        return put_found(parts, page.ask(read_fields(*values)))

    def ask_example(example: str, *values: str | None) -> Updates:
        return {parts.question: example, **ask(example, *values)}

    def clear(question: str | None) -> Updates:
        return put_found(parts, page.ask(read_fields(question)), filling=True)

    def open_page(request: gr.Request) -> Updates:
        return put_screen(page, parts, page.show(dict(request.query_params)))

    def tick(*values: str | None) -> Updates:
        updates: Updates = {
            parts.clock: gr.Timer(active=page.is_indexing),
            parts.coverage: page.tell_coverage(),
        }
        form = read_fields(*values)
        if not (form.asks_something or form.is_limited):
            options = list_options(page.source.choices(), page.texts)
            updates |= {
                filters.by_name[name]: filters.show_options(name, options[name]) for name in options
            }
        return updates

    def go(address: str | None) -> Updates:
        return put_screen(page, parts, page.go(address))

    asked = gr.on(
        [
            parts.question.submit,
            parts.submit.click,
            *(each.input for each in filters.chosen),
            *(each.submit for each in filters.written),
        ],
        ask,
        parts.form,
        parts.found,
        js=remember,
        trigger_mode="always_last",
        **_SILENT,
    )
    examples = [
        button.click(ask_example, [button, *parts.form[1:]], everything, js=remember, **_SILENT)
        for button in parts.example_buttons
    ]
    cleared = filters.clear.click(clear, [parts.question], everything, js=remember, **_SILENT)
    opened = blocks.load(open_page, None, everything, **_SILENT)
    parts.clock.tick(tick, parts.form, [parts.clock, parts.coverage, *parts.listed], **_SILENT)
    gone = _on_sent(parts.address, go, everything)
    documents = _on_sent(parts.shown, page.show_document, [parts.document])
    for event in (asked, *examples, cleared):
        event.then(None, js=_ANSWERED)
    for event in (opened, gone, documents):
        event.then(None, js=_SHOWN)


def _on_sent(
    field: gr.HTML,
    act: Callable[[str | None], object],
    outputs: Sequence[Component | gr.Row | gr.Column],
) -> Any:
    return field.input(act, [field], list(outputs), trigger_mode="always_last", **_SILENT)
