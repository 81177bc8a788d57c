"""What an address shows: the search with its answer, or another view."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl

from beslutssok.app.page.answer_card import render_error, render_message, render_notice
from beslutssok.app.page.asking import show_view
from beslutssok.app.page.coverage_line import render_coverage
from beslutssok.app.page.document_panel import show_document
from beslutssok.app.page.examples import ExampleQuestions
from beslutssok.app.page.filters import Options, keep_known, list_options, say_counted
from beslutssok.app.page.form import Form, read_address, write_parameters
from beslutssok.app.page.indexing import Indexing, render_stage
from beslutssok.app.page.navigation import choose_view, render_top
from beslutssok.app.page.source import Source
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.views import Parameters, Shown, View
from beslutssok.domain import Coverage
from beslutssok.errors import BeslutssokError

LONGEST_ADDRESS = 8000
SHOWN_PARAMETER = "visa"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """What a question changes on the page: HTML, and the fields as they come to stand.

    ``options`` are those of the fields with a list, by name; none where they stay as they are.
    ``counted`` tells what is counted beside them.
    """

    top: str
    form: Form
    answer: str = ""
    hits: str = ""
    examples: bool = False
    options: Mapping[str, Options] = field(default_factory=dict)
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """Everything that an address changes on the page.

    ``view`` is ``None`` for the search; ``updates`` are for the parts of the view, and empty
    where ``message`` says why it cannot be shown.
    """

    found: Found
    coverage: str
    document: str
    view: View | None = None
    updates: Sequence[object] = ()
    message: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What the page is made of: an index, a language, and example questions."""

    source: Source
    texts: Texts = SWEDISH
    examples: ExampleQuestions = field(default_factory=ExampleQuestions)
    indexing: Indexing | None = None
    _covered: list[tuple[Coverage, str]] = field(default_factory=list, init=False, repr=False)

    @property
    def is_indexing(self) -> bool:
        """Whether documents are being read right now."""
        return self.indexing is not None and self.indexing.stage is not None

    def tell_coverage(self) -> str:
        """Show what is searched, and how far a reading is that is under way."""
        coverage = self.source.coverage()
        stage = self.indexing.stage if self.indexing else None
        if stage is None:
            return self._render_coverage(coverage)
        progress = render_stage(stage, self.texts)
        if not coverage.documents:
            return progress
        return progress + render_coverage(coverage, (), self.texts)

    def _render_coverage(self, coverage: Coverage) -> str:
        """Show what is searched; while the index gives the same ``coverage`` it is unchanged."""
        if not self._covered or self._covered[0][0] is not coverage:
            shown = render_coverage(coverage, self.source.documents(), self.texts)
            self._covered[:] = [(coverage, shown)]
        return self._covered[0][1]

    def ask(self, form: Form) -> Found:
        """Answer what stands in the fields."""
        shown = show_view(self.source, form, self.texts)
        asked = replace(form, without=shown.without)
        parameters = write_parameters(asked)
        nothing_asked = not (shown.answer or shown.hits)
        held = self.source.choices()
        is_found = bool(shown.counts and form.question and not form.after)
        return Found(
            top=render_top(self.texts, parameters, None, form.question),
            form=asked,
            answer=shown.answer,
            hits=shown.hits,
            examples=nothing_asked and bool(self.examples.questions),
            options=list_options(held, self.texts, shown.counts),
            counted=say_counted(shown.counts or held, is_found, self.texts),
        )

    def go(self, address: str | None) -> Screen:
        """Show what an address within the page (``?…``) asks."""
        query = (address or "")[:LONGEST_ADDRESS].lstrip("?")
        return self.show(dict(parse_qsl(query, errors="replace")))

    def show(self, parameters: Mapping[str, str]) -> Screen:
        """Show what the parameters of an address ask."""
        coverage = self.tell_coverage()
        document = self.show_document(parameters.get(SHOWN_PARAMETER))
        view = choose_view(parameters)
        if view is None:
            return Screen(self._search(parameters), coverage, document)
        shown, message = self._load(view, parameters)
        top = render_top(self.texts, parameters, view, shown.title, shown.announce)
        found = Found(top, Form())
        return Screen(found, coverage, document, view, shown.updates, message)

    def show_document(self, hit_id: str | None) -> str:
        """Show the document that a hit stands in; nothing where none is named."""
        return show_document(self.source, hit_id, self.texts) if hit_id else ""

    def _search(self, parameters: Parameters) -> Found:
        form, dropped = keep_known(read_address(parameters), self.source.choices())
        found = self.ask(form)
        if not dropped:
            return found
        notes = (self.texts.unknown_choice.format(value=value) for value in dropped)
        return replace(found, answer=render_notice(" ".join(notes)) + found.answer)

    def _load(self, view: View, parameters: Parameters) -> tuple[Shown, str]:
        """Load a view; errors become a message, one that is not foreseen in general terms."""
        texts = self.texts
        try:
            return view.load(self.source, texts, parameters), ""
        except BeslutssokError as exc:
            log.warning("%s", exc)
            message = render_error(exc, texts)
        except Exception:
            log.exception("The view %s could not be shown.", view.name)
            message = render_message(texts.failed, texts.failed_note, tone="error")
        return Shown(texts.failed, ()), message
