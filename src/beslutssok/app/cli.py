"""The command ``beslutssok``: asks the façade, and writes what it says as text or as JSON.

Results go to standard output, everything else to standard error. The exit code is 0 when all is
done, 1 when something could not be read or found, 2 for wrong usage and 130 when interrupted.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stdout
from dataclasses import asdict, replace
from functools import partial
from os.path import isfile
from pathlib import Path

from beslutssok.app import json_form, render
from beslutssok.app.arguments import filters_of, parse_arguments
from beslutssok.app.inspection_form import inspection_form
from beslutssok.app.output import Output
from beslutssok.app.precedents_form import precedents_form
from beslutssok.app.question_lines import warnings_of
from beslutssok.app.question_reading import QuestionReading, read_as_asked
from beslutssok.app.render_inspection import render_inspection
from beslutssok.app.render_precedents import render_precedents
from beslutssok.app.render_status import render_status
from beslutssok.app.report_commands import REPORT_COMMANDS, Run
from beslutssok.app.terminal import (
    ingest_progress,
    make_console,
    print_evaluation,
    print_ingest_report,
    show_working,
)
from beslutssok.domain import Filters
from beslutssok.errors import BeslutssokError, UnreadableDocument
from beslutssok.index.store import Store
from beslutssok.library import Index, inspect, open_index

DONE, INCOMPLETE, INTERRUPTED = 0, 1, 130
STANDARD_INPUT = "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code.

    Raises:
        SystemExit: the arguments make no sense (2), or only help was wanted (0).
    """
    out = Output(sys.stdout)
    try:
        given = parse_arguments(arguments)
        if given.json:
            out = Output(sys.stdout, as_json=True)
        # What a library prints must not get in among the results.
        with redirect_stdout(sys.stderr):
            return _COMMANDS[given.command](open_index(given.index), given, out)
    except BeslutssokError as exc:
        _say(f"{exc.message}\n{exc.remedy}")
        return INCOMPLETE
    except KeyboardInterrupt:
        _say("Avbrutet. Inget är förlorat: det som redan har lästs in finns kvar i indexet.")
        return INTERRUPTED
    except BrokenPipeError:
        out.abandon()
        return DONE


def _ingest(index: Index, given: Namespace, out: Output) -> int:
    if given.rebuild:
        index.rebuild()
    with ingest_progress() as progress:
        report = index.ingest(given.paths, progress=progress, prune=given.prune)
    if out.as_json:
        out.write_json(json_form.ingest_form(report))
    else:
        print_ingest_report(report, out.console)
    return DONE if report.documents and report.complete else INCOMPLETE


def _search(index: Index, given: Namespace, out: Output) -> int:
    filters = filters_of(given)
    with show_working("Söker …"):
        hits = index.search(given.text, given.limit, without=given.without, **asdict(filters))
        reading = read_as_asked(index, given.text, filters, given.without)
    _warn_of_reading(reading, out)
    if not hits:
        _warn_of_unknown(index, filters)
    out.write(json_form.hits_form, partial(render.render_hits, reading=reading), hits)
    return DONE


def _ask(index: Index, given: Namespace, out: Output) -> int:
    filters = filters_of(given)
    with show_working("Söker svar …"):
        answer = index.ask(given.text, without=given.without, after=given.after, **asdict(filters))
        parts = answer.interpretations
        reading = read_as_asked(index, given.text, filters, given.without, parts)
    _warn_of_reading(reading, out)
    if not answer.answered:
        _warn_of_unknown(index, filters)
    out.write(json_form.answer_form, partial(render.render_answer, reading=reading), answer)
    return DONE


def _case(index: Index, given: Namespace, out: Output) -> int:
    out.write(json_form.case_form, render.render_case, index.case(given.text, given.huvudman))
    return DONE


def _similar(index: Index, given: Namespace, out: Output) -> int:
    text = _given_text(given)
    if not out.as_json:
        return _precedents(index, given, out)
    with show_working("Söker …"):
        if is_pdf(text):
            found = index.precedents(Path(text), given.limit)
            hits = [replace(each.best, rank=n) for n, each in enumerate(found.cases, start=1)]
        else:
            hits = index.similar(text, given.limit)
    out.write_json(json_form.hits_form(hits))
    return DONE


def _precedents(index: Index, given: Namespace, out: Output) -> int:
    text = _given_text(given)
    with show_working("Söker …"):
        found = index.precedents(Path(text) if is_pdf(text) else text, given.limit)
    out.write(precedents_form, render_precedents, found)
    return DONE


def is_pdf(text: str) -> bool:
    """Whether a text names a PDF file.

    Raises:
        UnreadableDocument: it names one that is not there; it would else be taken for a text.
    """
    if not text.lower().endswith(".pdf") or "\n" in text:
        return False
    if not isfile(text):
        raise UnreadableDocument(text, "finns inte", "Kontrollera sökvägen.")
    return True


def _given_text(given: Namespace) -> str:
    """The text of the command line, or of standard input, which can be read only once."""
    if given.text == STANDARD_INPUT:
        given.text = sys.stdin.read()
    text: str = given.text
    if not text.strip():
        raise BeslutssokError("Standard in är tom.", "Skicka in den text som du vill jämföra med.")
    return text


def _show(index: Index, given: Namespace, out: Output) -> int:
    out.write(json_form.item_form, render.render_item, index.show(given.text))
    return DONE


def _inspect(index: Index, given: Namespace, out: Output) -> int:
    with show_working("Läser …"):
        inspection = inspect(given.path, settings=index.settings)
    if out.as_json:
        out.write_json(inspection_form(inspection, given.pages, given.full))
    else:
        text = render_inspection(inspection, out.width, out.ink, given.pages, given.full)
        out.write_text(text)
    return INCOMPLETE if inspection.problems else DONE


def _status(index: Index, given: Namespace, out: Output) -> int:
    with Store.open(index.folder) as store:
        model = store.model()
    contents = (index.folder.absolute(), index.coverage(), index.documents(), model)
    if out.as_json:
        out.write_json(json_form.status_form(*contents))
    else:
        out.write_text(render_status(*contents, out.width, out.ink))
    return DONE


def _serve(index: Index, given: Namespace, out: Output) -> int:
    index.coverage()  # without an index there is nothing to serve
    from beslutssok.app.server import serve  # takes seconds: Gradio

    host = given.host or index.settings.host
    port = index.settings.port if given.port is None else given.port
    try:
        serve(index, host, port, announce=out.write_line)
    except KeyboardInterrupt:
        _say("Sidan är stängd.")
    return DONE


def _assist(index: Index, given: Namespace, out: Output) -> int:
    index.coverage()  # an assistant that starts the command should see at once what is wrong
    from beslutssok.app.mcp_server import serve_stdio

    serve_stdio(index)
    return DONE


def _write_user(index: Index, given: Namespace, out: Output) -> int:
    from beslutssok.app.access import ask_password, hash_password

    out.write_line(hash_password(given.name, ask_password()))
    return DONE


def _evaluate(index: Index, given: Namespace, out: Output) -> int:
    with show_working("Ställer frågorna …"):
        report = index.evaluate(given.paths)
    if out.as_json:
        out.write_json(json_form.evaluation_form(report))
    else:
        print_evaluation(report, out.console)
    return DONE


def _report(run: Run, index: Index, given: Namespace, out: Output) -> int:
    filters = filters_of(given)
    if filters.organ or filters.huvudman:
        _warn_of_unknown(index, filters)
    run(index, given, out)
    return DONE


_COMMANDS: dict[str, Callable[[Index, Namespace, Output], int]] = {
    "ingest": _ingest,
    "search": _search,
    "ask": _ask,
    "case": _case,
    "similar": _similar,
    "precedents": _precedents,
    "show": _show,
    "inspect": _inspect,
    "status": _status,
    "serve": _serve,
    "mcp": _assist,
    "user": _write_user,
    "eval": _evaluate,
    **{name: partial(_report, run) for name, run in REPORT_COMMANDS.items()},
}


def _warn_of_reading(reading: QuestionReading, out: Output) -> None:
    """Say what ``--without`` had no use for, and what the JSON of hits has no place for."""
    for key in reading.unknown:
        keys = ", ".join(part.key for part in (*reading.used, *reading.removed)) or "inga"
        _say(f"--without: «{key}» är ingen tolkning av frågan. Här finns: {keys}.")
    if out.as_json:
        for text in warnings_of(reading):
            _say(text)


def _warn_of_unknown(index: Index, filters: Filters) -> None:
    """Say of a filter that nothing can pass what would; most often it is misspelt."""
    choices = index.choices()
    _warn_unless_held("--organ", filters.organ, choices.organ)
    _warn_unless_held("--huvudman", filters.huvudman, choices.huvudman)


def _warn_unless_held(flag: str, wanted: str | None, held: Iterable[tuple[str, int]]) -> None:
    names = [name for name, _ in held]
    if wanted and wanted.casefold() not in [name.casefold() for name in names]:
        _say(f"{flag}: «{wanted}» finns inte i indexet. Här finns: {', '.join(names) or 'inga'}.")


def _say(text: str) -> None:
    Output(sys.stderr).write_text(render.render_message(text, make_console(sys.stderr).width))
