"""The web page: one box, the answer with its citations on top, the hits below."""

from beslutssok.app.page.blocks import Page, build_page, read_script, read_style
from beslutssok.app.page.examples import ExampleQuestions
from beslutssok.app.page.theme import build_theme

__all__ = ["ExampleQuestions", "Page", "build_page", "build_theme", "read_script", "read_style"]
