"""The command ``beslutssok``: asks the façade, and writes what it says as text or as JSON.

Results go to standard output, everything else to standard error. The exit code is 0 when all is
done, 1 when something could not be read or found, 2 for wrong usage and 130 when interrupted.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stdout
from dataclasses import asdict
from functools import partial

from beslutssok.app import json_form, render
from beslutssok.app.arguments import filters_of, parse_arguments
from beslutssok.app.inspection_form import inspection_form
from beslutssok.app.output import Output
from beslutssok.app.question_lines import warnings_of
from beslutssok.app.question_reading import QuestionReading, read_as_asked
from beslutssok.app.render_inspection import render_inspection
from beslutssok.app.render_status import render_status
from beslutssok.app.terminal import (
    ingest_progress,
    make_console,
    print_evaluation,
    print_ingest_report,
    show_working,
)
from beslutssok.domain import Filters
from beslutssok.errors import BeslutssokError
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
        answer = index.ask(given.text, without=given.without, **asdict(filters))
        parts = answer.interpretations
        reading = read_as_asked(index, given.text, filters, given.without, parts)
    _warn_of_reading(reading, out)
    if not answer.answered:
        _warn_of_unknown(index, filters)
    out.write(json_form.answer_form, partial(render.render_answer, reading=reading), answer)
    return DONE


def _case(index: Index, given: Namespace, out: Output) -> int:
    out.write(json_form.case_form, render.render_case, index.case(given.text))
    return DONE


def _similar(index: Index, given: Namespace, out: Output) -> int:
    text = sys.stdin.read() if given.text == STANDARD_INPUT else given.text
    if not text.strip():
        raise BeslutssokError("Standard in är tom.", "Skicka in den text som du vill jämföra med.")
    with show_working("Söker …"):
        hits = index.similar(text, given.limit)
    out.write(json_form.hits_form, render.render_hits, hits)
    return DONE


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


def _evaluate(index: Index, given: Namespace, out: Output) -> int:
    with show_working("Ställer frågorna …"):
        report = index.evaluate(given.paths)
    if out.as_json:
        out.write_json(json_form.evaluation_form(report))
    else:
        print_evaluation(report, out.console)
    return DONE


_COMMANDS: dict[str, Callable[[Index, Namespace, Output], int]] = {
    "ingest": _ingest,
    "search": _search,
    "ask": _ask,
    "case": _case,
    "similar": _similar,
    "show": _show,
    "inspect": _inspect,
    "status": _status,
    "serve": _serve,
    "eval": _evaluate,
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
