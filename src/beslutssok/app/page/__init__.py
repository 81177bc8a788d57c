"""The web page: one box, the answer with its citations on top, the hits below."""

from beslutssok.app.page.assets import read_script, read_style
from beslutssok.app.page.blocks import build_page
from beslutssok.app.page.examples import ExampleQuestions
from beslutssok.app.page.indexing import Indexing
from beslutssok.app.page.mounting import mount_page
from beslutssok.app.page.page import Page
from beslutssok.app.page.theme import build_theme

__all__ = [
    "ExampleQuestions",
    "Indexing",
    "Page",
    "build_page",
    "build_theme",
    "mount_page",
    "read_script",
    "read_style",
]
