"""The view of precedents: earlier cases like a text, a PDF, or an item of the index."""

import json
import logging
from collections.abc import Callable, Sequence
from typing import Any

import gradio as gr
from gradio.components import Component

from beslutssok.app.page.answer_card import render_error, render_message
from beslutssok.app.page.markup import show_text
from beslutssok.app.page.pdf_upload import UnusableUpload, build_upload, lend_pdf
from beslutssok.app.page.precedents_cards import render_precedents
from beslutssok.app.page.source import Source
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.view_words import words_in
from beslutssok.app.page.views import Parameters, Shown, html_part
from beslutssok.domain import Precedents
from beslutssok.errors import BeslutssokError, UnreadableDocument

CASES_SHOWN = 10
LONGEST_TEXT = 20_000
SHORTEST_TEXT = 12

_SILENT: dict[str, Any] = {
    "show_progress": "hidden",
    "api_visibility": "private",
    "queue": False,
}

log = logging.getLogger(__name__)


class PrecedentsView:
    """``?vy=liknande``: paste a text or lend a PDF; with ``id`` an item, with ``text`` a text."""

    name = "liknande"

    def label(self, texts: Texts) -> str:
        """The words for it in the navigation."""
        return words_in(texts).precedents.title

    def build(self, source: Source, texts: Texts) -> Sequence[Component]:
        """The box for the text and the result; the field for a PDF works by itself."""
        words = words_in(texts).precedents
        html_part(
            "precedents-head",
            f'<section class="bs-topic"><h2>{show_text(words.title)}</h2>'
            f'<p class="bs-lead">{show_text(words.lead)}</p></section>',
        )
        text = gr.Textbox(
            label=words.text_field,
            placeholder=words.text_hint,
            lines=6,
            max_lines=16,
            max_length=LONGEST_TEXT,
            elem_id="precedents-text",
        )
        button = gr.Button(words.find, variant="primary", elem_id="precedents-find")
        upload = build_upload(words, largest) if (largest := source.settings.upload_mb) else None
        result = html_part("precedents-result")

        def find_by_text(given: str | None) -> str:
            return show_like_text(source, given or "", texts)

        def find_by_pdf(sent: str | None) -> tuple[str, str]:
            return "", show_like_pdf(source, sent, texts)

        waiting = _waiting(words.searching)
        events = [button.click(find_by_text, [text], [result], js=waiting, **_SILENT)]
        if upload is not None:
            events.append(
                upload.input(find_by_pdf, [upload], [upload, result], js=waiting, **_SILENT)
            )
        for event in events:
            event.then(None, js="() => window.beslutssokViews.shown('precedents-result')")
        return [text, result]

    def load(self, source: Source, texts: Texts, parameters: Parameters) -> Shown:
        """Compare with the item or the text in the address, if there is any."""
        words = words_in(texts).precedents
        item, text = parameters.get("id", "").strip(), parameters.get("text", "").strip()
        if item:
            found = source.precedents(item, limit=CASES_SHOWN)
            return Shown(words.title, ["", render_precedents(found, texts)], words.title)
        if text:
            return Shown(words.title, [text, show_like_text(source, text, texts)], words.title)
        return Shown(words.title, ["", ""])


def show_like_text(source: Source, text: str, texts: Texts) -> str:
    """Show earlier cases like a text that was written or pasted."""
    wanted = text.strip()[:LONGEST_TEXT]
    words = words_in(texts).precedents
    if len(wanted) < SHORTEST_TEXT:
        return render_message(words.too_short, words.text_hint)
    return _show(lambda: source.precedents(wanted, limit=CASES_SHOWN), texts)


def show_like_pdf(source: Source, sent: str | None, texts: Texts) -> str:
    """Show earlier cases like a PDF that was lent; it is deleted before anything is shown."""
    words = words_in(texts).precedents

    def find() -> Precedents:
        with lend_pdf(sent, words, source.settings.upload_mb) as path:
            return source.precedents(path, limit=CASES_SHOWN)

    try:
        return _show(find, texts, heading=words.failed, tone="none")
    except UnusableUpload as exc:
        return render_message(words.failed, str(exc), tone="none")
    except UnreadableDocument:  # names the file where it lay, which is nobody's concern
        return render_message(words.failed, words.unreadable, tone="none")


def _show(
    find: Callable[[], Precedents], texts: Texts, *, heading: str = "", tone: str = "error"
) -> str:
    try:
        return render_precedents(find(), texts)
    except (UnusableUpload, UnreadableDocument):
        raise
    except BeslutssokError as exc:
        log.warning("%s", exc)
        return render_error(exc, texts, heading, tone=tone)
    except Exception:
        log.exception("Precedents could not be found.")
        return render_message(texts.failed, texts.failed_note, tone="error")


def _waiting(words: str) -> str:
    return (
        "(...values) => window.beslutssokViews.waiting('precedents-result', "
        f"{json.dumps(words)}, values.slice(0, 1))"
    )
