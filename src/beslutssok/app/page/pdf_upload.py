"""A PDF that a visitor lends the program, to be read once; nothing of it stays."""

import base64
import binascii
import json
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import gradio as gr

from beslutssok.app.api.errors import Refused
from beslutssok.app.api.lending import lend_upload
from beslutssok.app.page.markup import show_text
from beslutssok.app.page.view_texts import PrecedentTexts

MEGABYTE = 1_000_000
TOO_LARGE, NOT_NOW = 413, 503

_ON_LOAD = """
const send = (file) => {
  const note = element.querySelector(".bs-upload-note");
  const say = (text) => { note.textContent = text || ""; };
  if (!file) return;
  if (file.size > Number(note.dataset.largest)) return say(note.dataset.tooLarge);
  const reader = new FileReader();
  reader.onerror = () => say(note.dataset.failed);
  reader.onload = () => {
    say(note.dataset.searching + " " + file.name);
    props.value = JSON.stringify({ name: file.name, data: reader.result.split(",")[1] || "" });
    trigger("input");
  };
  reader.readAsDataURL(file);
};
element.addEventListener("change", (event) => {
  if (event.target.type !== "file") return;
  send(event.target.files[0]);
  event.target.value = "";
});
element.addEventListener("dragover", (event) => {
  event.preventDefault();
  element.classList.add("bs-dropping");
});
element.addEventListener("dragleave", () => element.classList.remove("bs-dropping"));
element.addEventListener("drop", (event) => {
  event.preventDefault();
  element.classList.remove("bs-dropping");
  send(event.dataTransfer.files[0]);
});
"""


class UnusableUpload(ValueError):
    """What was sent cannot be read; the message is for the user."""


def build_upload(words: PrecedentTexts, megabytes: int) -> gr.HTML:
    """Make a field that a PDF is chosen or dropped in; its value is what ``lend_pdf`` reads.

    The file is sent with the event itself, so Gradio's own uploads stay closed.
    """
    notes = {
        "largest": str(megabytes * MEGABYTE),
        "too-large": words.too_large.format(megabytes=megabytes),
        "failed": words.failed,
        "searching": words.searching,
    }
    data = " ".join(f'data-{name}="{show_text(value)}"' for name, value in notes.items())
    return gr.HTML(
        "",
        html_template=(
            f'<div class="bs-drop"><input type="file" id="precedents-file" class="bs-hidden" '
            f'accept="application/pdf,.pdf" aria-describedby="precedents-file-hint">'
            f'<label for="precedents-file">{show_text(words.file_field)}</label>'
            f'<p class="bs-hint" id="precedents-file-hint">'
            f"{show_text(words.file_hint.format(megabytes=megabytes))}</p>"
            f'<p class="bs-upload-note" role="status" {data}></p></div>'
        ),
        js_on_load=_ON_LOAD,
        apply_default_css=False,
        elem_id="precedents-upload",
    )


@contextmanager
def lend_pdf(sent: str | None, words: PrecedentTexts, megabytes: int) -> Iterator[Path]:
    """Give what was sent as a file, for as long as the block runs; then it is gone.

    Raises:
        UnusableUpload: it is no PDF, too large or too long, or others are being read.
    """
    name, content = _read_sent(sent or "", words)
    try:
        with lend_upload(BytesIO(content), name, megabytes * MEGABYTE) as path:
            yield path
    except Refused as exc:
        raise UnusableUpload(_say_why(exc, words, megabytes)) from exc


def _read_sent(sent: str, words: PrecedentTexts) -> tuple[str, bytes]:
    try:
        fields = json.loads(sent)
        return str(fields["name"]), base64.b64decode(fields["data"], validate=True)
    except (ValueError, KeyError, TypeError, binascii.Error) as exc:
        raise UnusableUpload(words.no_pdf) from exc


def _say_why(refused: Refused, words: PrecedentTexts, megabytes: int) -> str:
    if refused.status == TOO_LARGE:
        return words.too_large.format(megabytes=megabytes)
    return words.not_now if refused.status == NOT_NOW else words.no_pdf
