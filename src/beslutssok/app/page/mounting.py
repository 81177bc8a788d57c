"""The page put into an application, once in each language."""

import gradio as gr
from fastapi import FastAPI

from beslutssok.app.page.blocks import build_page
from beslutssok.app.page.case_files import build_case_files
from beslutssok.app.page.examples import ExampleQuestions
from beslutssok.app.page.hit_files import build_hit_files
from beslutssok.app.page.indexing import Indexing
from beslutssok.app.page.languages import OTHER_LANGUAGES
from beslutssok.app.page.page import Page
from beslutssok.app.page.source import Source
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.theme import build_theme


def mount_page(
    app: FastAPI,
    source: Source,
    texts: Texts,
    examples: ExampleQuestions,
    indexing: Indexing | None = None,
) -> None:
    """Put the page at ``/``, and hits and cases as files beside it.

    The other languages lie under paths of their own, which ``Shell`` leads to where the address
    has ``sprak=…``: what is asked of the page stays the same in every language.
    """
    app.include_router(build_hit_files(source, texts))
    app.include_router(build_case_files(source, texts))
    for other in OTHER_LANGUAGES.values():
        if other is not texts:
            _mount(app, Page(source, other, examples, indexing), f"/{other.language}")
    _mount(app, Page(source, texts, examples, indexing), "/")


def _mount(app: FastAPI, page: Page, path: str) -> None:
    gr.mount_gradio_app(
        app,
        build_page(page),
        path=path,
        app_kwargs={"docs_url": None, "redoc_url": None, "openapi_url": None},
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        enable_monitoring=False,
        mcp_server=False,
        pwa=False,
        theme=build_theme(),
    )
