"""The terminal: its width and colours, the progress of an ingest, and tables."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TextIO

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Column, Table
from rich.text import Text

from beslutssok.app.ink import PLAIN, Ink
from beslutssok.app.plain_text import WIDTH, clean_line, wrap_text
from beslutssok.app.wording import DOCUMENT, DOUBT, PASSAGE, count_of, say_trouble
from beslutssok.domain import DocumentStatus, IngestedDocument, IngestReport
from beslutssok.index.report import IngestProgress
from beslutssok.index.report import Progress as Tell
from beslutssok.search import EvaluationReport
from beslutssok.search.evaluation import Scores

NARROWEST = 40
WIDTH_OF_TABLES = 120
"""In a file, where there is no terminal to ask; text keeps to ``WIDTH``."""

SECONDS_BETWEEN_LINES = 5.0
"""Between two lines of progress in a log, where there is no bar."""

_ORDER = (
    DocumentStatus.NEW,
    DocumentStatus.CHANGED,
    DocumentStatus.UNCHANGED,
    DocumentStatus.DUPLICATE,
    DocumentStatus.VANISHED,
    DocumentStatus.UNREADABLE,
)
_COUNTED = {
    DocumentStatus.NEW: ("ny", "nya"),
    DocumentStatus.CHANGED: ("ändrad", "ändrade"),
    DocumentStatus.UNCHANGED: ("oförändrad", "oförändrade"),
    DocumentStatus.DUPLICATE: ("dubblett", "dubbletter"),
    DocumentStatus.VANISHED: ("försvunnen", "försvunna"),
    DocumentStatus.UNREADABLE: ("oläslig", "oläsliga"),
}
_STYLES = {
    DocumentStatus.NEW: "green",
    DocumentStatus.CHANGED: "green",
    DocumentStatus.VANISHED: "yellow",
    DocumentStatus.UNREADABLE: "bold red",
}


def make_console(stream: TextIO) -> Console:
    """Make a console that takes nothing it is given for markup, and knows the terminal."""
    console = Console(file=stream, markup=False, highlight=False, emoji=False)
    if not console.is_terminal:
        console.width = WIDTH_OF_TABLES
    return console


def text_width(console: Console) -> int:
    """Give the width to wrap text to."""
    return max(NARROWEST, min(console.width, WIDTH))


def terminal_ink(console: Console) -> Ink:
    """Give colours if the terminal shows them and the user has not turned them off."""
    shows = console.is_terminal and console.color_system and not console.legacy_windows
    return Ink(coloured=True) if shows and not console.no_color else PLAIN


def show_working(text: str) -> AbstractContextManager[object]:
    """Say in a terminal that something is under way; in a log it would be noise."""
    console = make_console(sys.stderr)
    return console.status(text) if console.is_terminal else nullcontext()


@contextmanager
def ingest_progress(stream: TextIO | None = None) -> Iterator[Tell]:
    """Show how far an ingest is: a bar in a terminal, a line now and then in a log.

    ::

        with ingest_progress() as progress:
            report = index.ingest(["ingest"], progress=progress)
    """
    console = make_console(stream or sys.stderr)
    if not console.is_terminal:
        yield _LogLines(console)
        return
    bar = Progress(
        TextColumn("Läser in", markup=False),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
        TextColumn(
            "{task.description}",
            markup=False,
            table_column=Column(ratio=1, no_wrap=True, overflow="ellipsis"),
        ),
        console=console,
        transient=True,
        expand=True,
    )
    with bar:
        task = bar.add_task("", total=None)
        yield lambda step: bar.update(
            task, total=step.total_files, completed=step.done_files, description=_say_step(step)
        )


class _LogLines:
    """Writes how far an ingest is, at most one line every few seconds."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._last = time.monotonic()

    def __call__(self, step: IngestProgress) -> None:
        now = time.monotonic()
        if now - self._last >= SECONDS_BETWEEN_LINES:
            self._last = now
            done = f"{step.done_files} av {count_of(step.total_files, DOCUMENT)}"
            self._console.print(Text(f"Läser in: {done}, {_say_step(step)}"), soft_wrap=True)


def print_ingest_report(report: IngestReport, console: Console) -> None:
    """Print the table that an ingest ends with: one row a file, the unreadable ones last.

    Files that are unchanged and wholly read are one row together.
    """
    table = _make_table("Läge", "Handling", "Sidor", "Ärenden", "Stycken")
    table.columns[1].justify, table.columns[1].no_wrap = "left", False
    for status in _ORDER:
        rows = [document for document in report.documents if document.status is status]
        whole = []
        if status is DocumentStatus.UNCHANGED:
            whole = [document for document in rows if not document.unread_pages]
            rows = [document for document in rows if document.unread_pages]
        for document in rows:
            name = Text(status.value, style=_STYLES.get(status, ""))
            table.add_row(name, _file_cell(document), *_numbers([document]))
        if whole:
            table.add_row(status.value, Text(count_of(len(whole), DOCUMENT)), *_numbers(whole))
    if table.row_count:
        _print_table(table, console)
    console.print(Text(say_ingest(report)), soft_wrap=True)


def say_ingest(report: IngestReport) -> str:
    """Say in one sentence what an ingest did.

    >>> say_ingest(IngestReport((IngestedDocument("a.pdf", DocumentStatus.NEW),), 2.0, 31))
    '1 handling: 1 ny. 31 stycken lästes in på 2 s.'
    """
    counts = [
        count_of(report.count(status), _COUNTED[status])
        for status in _ORDER
        if report.count(status)
    ]
    if not counts:
        return "Det finns inga PDF-filer där."
    partly = sum(bool(document.unread_pages) for document in report.documents)
    partly_read = f" {count_of(partly, DOCUMENT)} lästes bara delvis." if partly else ""
    passages = f"{count_of(report.embedded, PASSAGE)} lästes in på {report.seconds:.0f} s."
    return (
        f"{count_of(len(report.documents), DOCUMENT)}: {', '.join(counts)}.{partly_read} "
        f"{passages if report.embedded else 'Inget nytt att läsa in.'}"
    )


def print_evaluation(report: EvaluationReport, console: Console) -> None:
    """Print the figures by type and in all, and the questions that went wrong."""
    table = _make_table(
        "Typ", "Frågor", "nDCG@10", "hit@1", "hit@5", "hit@10", "Rätt svar", "Obesvarade"
    )
    for name, scores in report.by_type.items():
        table.add_row(Text(clean_line(name) or "–"), *_figures(scores))
    table.add_section()
    table.add_row("Alla", *_figures(report.total), style="bold")
    _print_table(table, console)
    precision, recall = _figure(report.answered_precision), _figure(report.answered_recall)
    lines = [f"Besvarade: precision {precision}, täckning {recall}"]
    if report.failures:
        lines += ["", f"Fel svar på {count_of(len(report.failures), ('fråga', 'frågor'))}:"]
    for failure in report.failures:
        told = f"{failure.id}: {failure.question}"
        lines += wrap_text(clean_line(told), text_width(console), "    ", "  ")
        lines += wrap_text(clean_line(failure.why), text_width(console), "    ")
    console.print(Text("\n".join(lines)), soft_wrap=True)


def _make_table(*names: str) -> Table:
    """Make a table with text in the first column and figures in the others."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for number, name in enumerate(names):
        table.add_column(name, justify="right" if number else "left", no_wrap=number > 0)
    return table


def _print_table(table: Table, console: Console) -> None:
    """Print a table without spaces at the ends of its lines."""
    with console.capture() as capture:
        console.print(table)
    lines = "\n".join(line.rstrip() for line in capture.get().split("\n"))
    console.file.write(lines.strip("\n") + "\n\n")


def _file_cell(document: IngestedDocument) -> Group:
    """The path, and below it what is to be said of the file."""
    said = [say_trouble(document), *document.unread_pages]
    if document.doubts:
        count = count_of(len(document.doubts), DOUBT)
        said.append(f"{count}: se «beslutssok status».")
    notes = (Text(clean_line(text), style="dim", overflow="fold") for text in said if text)
    path = Text(clean_line(document.path), overflow="fold")
    return Group(path, *(Padding(note, (0, 0, 0, 2)) for note in notes))


def _numbers(documents: Sequence[IngestedDocument]) -> list[str]:
    sums = (
        sum(document.pages for document in documents),
        sum(document.items for document in documents),
        sum(document.passages for document in documents),
    )
    return [str(number) for number in sums] if any(sums) else ["", "", ""]


def _figures(scores: Scores) -> list[str]:
    found = (scores.ndcg, scores.hit_1, scores.hit_5, scores.hit_10, scores.right, scores.silent)
    return [str(scores.count), *(_figure(number) for number in found)]


def _figure(number: float | None) -> str:
    return "–" if number is None else f"{number:.3f}"


def _say_step(step: IngestProgress) -> str:
    path = clean_line(step.path)
    if step.passages_total:
        return f"{path} ({step.passages_done}/{step.passages_total})"
    return path
