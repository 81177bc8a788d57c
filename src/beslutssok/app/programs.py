"""What programs ask of an index: the verbs of the façade, each answered in the form for programs.

The HTTP API and the MCP server both call these, so that they say the same as ``--json`` does.
"""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from beslutssok.app import json_form
from beslutssok.app.actions_form import actions_form
from beslutssok.app.json_form import Json
from beslutssok.app.overview_form import overview_form
from beslutssok.app.precedents_form import precedents_form
from beslutssok.app.question_lines import warnings_of
from beslutssok.app.question_reading import QuestionReading, read_as_asked
from beslutssok.domain import Filters
from beslutssok.index.store import Store
from beslutssok.library import Index


@dataclass(frozen=True, slots=True)
class Reply:
    """A form, and sentences on what of a question was let go, put right or not known."""

    form: object
    notes: tuple[str, ...]


def search_hits(
    index: Index, question: str, limit: int, without: tuple[str, ...], filters: Filters
) -> Reply:
    """Passages, best first."""
    hits = index.search(question, limit, without=without, **asdict(filters))
    reading = read_as_asked(index, question, filters, without)
    notes = _notes(reading) if hits else _notes(reading) + _unknown_names(index, filters)
    return Reply(json_form.hits_form(hits), notes)


def ask_question(
    index: Index,
    question: str,
    without: tuple[str, ...],
    filters: Filters,
    after: str | None = None,
) -> Reply:
    """An answer in quotations, or why there is none; ``after`` is what a question goes on from."""
    answer = index.ask(question, without=without, after=after, **asdict(filters))
    reading = read_as_asked(index, question, filters, without, answer.interpretations)
    unknown = () if answer.answered else _unknown_names(index, filters)
    return Reply(json_form.answer_form(answer), _notes(reading) + unknown)


def read_question(index: Index, question: str, without: tuple[str, ...], filters: Filters) -> Json:
    """How a question is read, without an answer to it."""
    reading = read_as_asked(index, question, filters, without)
    return {
        "interpretations": [json_form.interpretation_form(part) for part in reading.used],
        "notes": [*_notes(reading), *_unknown_names(index, filters)],
    }


def follow_case(index: Index, named: str, huvudman: str | None = None) -> Json:
    """The course of a case, by its number or one of its items."""
    return json_form.case_form(index.case(named, huvudman))


def find_similar(index: Index, text: str, limit: int) -> list[Json]:
    """Earlier items like a text or an item."""
    return json_form.hits_form(index.similar(text, limit))


def find_precedents(index: Index, wanted: str | Path, limit: int, filters: Filters) -> Json:
    """Earlier cases like a text, an item or a PDF file, with how they ended."""
    return precedents_form(index.precedents(wanted, limit, **asdict(filters)))


def tell_actions(index: Index, who: str | None, about: str | None, filters: Filters) -> Json:
    """What a party or a person did, or everybody."""
    return actions_form(index.actions(who, about, **asdict(filters)))


def tell_overview(index: Index, filters: Filters) -> Json:
    """The index, or what filters leave of it, in figures."""
    return overview_form(index.overview(**asdict(filters)))


def show_item(index: Index, citation: str) -> Json:
    """An item, whole."""
    return json_form.item_form(index.show(citation))


def tell_status(index: Index) -> Json:
    """What the index holds; of the folder its name alone, and not where it lies."""
    with Store.open(index.folder) as store:
        model = store.model()
    folder = Path(index.folder.absolute().name)
    return json_form.status_form(folder, index.coverage(), index.documents(), model)


def list_documents(index: Index) -> list[Json]:
    """Every document, those that could not be read with reason and remedy."""
    return [json_form.document_form(document) for document in index.documents()]


def tell_health(index: Index) -> dict[str, Any]:
    """Whether questions can be asked, and of how many documents."""
    documents = index.coverage().documents
    return {"ok": documents > 0, "documents": documents}


def _notes(reading: QuestionReading) -> tuple[str, ...]:
    unknown = (f"«{key}» är ingen tolkning av frågan." for key in reading.unknown)
    return (*warnings_of(reading), *unknown)


def _unknown_names(index: Index, filters: Filters) -> tuple[str, ...]:
    """Say of a body or organisation that nothing is from; most often it is misspelt."""
    if not (filters.organ or filters.huvudman):
        return ()
    choices = index.choices()
    given = ((filters.organ, choices.organ), (filters.huvudman, choices.huvudman))
    return tuple(
        f"«{wanted}» finns inte i indexet."
        for wanted, held in given
        if wanted and wanted.casefold() not in {name.casefold() for name, _ in held}
    )
