"""The style sheets and the script of the page, as one text each."""

import json
from importlib.resources import files

from beslutssok.app.page.form import FORGOTTEN, LIMITING, NAMES_IN_ADDRESS
from beslutssok.app.page.texts import Texts

STYLES = (
    "base",
    "frame",
    "form",
    "chips",
    "answer",
    "hits",
    "document",
    "topics",
    "fields",
    "timeline",
    "precedents",
    "overview",
    "about",
    "devices",
)
"""In the order they build on each other; ``devices`` comes last."""

SCRIPTS = ("script", "document", "views")
FIRST_LANGUAGE = "sv"
"""The language of an address that names none."""


def read_style() -> str:
    """Read the style sheets of the page."""
    return "\n".join(_read(f"style/{name}.css") for name in STYLES)


def read_script(texts: Texts) -> str:
    """Read the script of the page, with the texts and names it needs in front."""
    settings = {
        "names": list(NAMES_IN_ADDRESS.values()),
        "without": NAMES_IN_ADDRESS["without"],
        "forgotten": [NAMES_IN_ADDRESS[name] for name in FORGOTTEN],
        "limits": [NAMES_IN_ADDRESS[name] for name in LIMITING],
        "language": texts.language,
        "otherLanguage": texts.language != FIRST_LANGUAGE,
        "title": texts.name,
        "searching": texts.searching,
        "opening": texts.loading,
        "pageOf": texts.page_of,
        "hitOf": texts.hit_of,
        "copied": texts.copied,
        "copyFailed": texts.copy_failed,
    }
    script = "\n".join(_read(f"{name}.js") for name in SCRIPTS)
    return f"window.beslutssokSettings = {json.dumps(settings)};\n{script}"


def _read(name: str) -> str:
    return files("beslutssok.app.page").joinpath(*name.split("/")).read_text(encoding="utf-8")
