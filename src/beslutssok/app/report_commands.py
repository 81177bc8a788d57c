"""The commands that give an index as data: actions, export, overview."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from beslutssok.app.actions_form import actions_form
from beslutssok.app.arguments import filters_of
from beslutssok.app.export_form import exported_form, render_exported
from beslutssok.app.output import Output
from beslutssok.app.overview_form import overview_form
from beslutssok.app.render_actions import render_actions
from beslutssok.app.render_overview import render_overview
from beslutssok.app.report_arguments import STANDARD_OUTPUT
from beslutssok.app.terminal import show_working
from beslutssok.library import Index
from beslutssok.library.export.dictionary import render_dictionary

Run = Callable[[Index, Namespace, Output], None]


def run_actions(index: Index, given: Namespace, out: Output) -> None:
    """Write what somebody did."""
    who = " ".join(given.who).strip() or None
    with show_working("Letar …"):
        actions = index.actions(who, given.about, **asdict(filters_of(given)))
    out.write(actions_form, render_actions, actions)


def run_export(index: Index, given: Namespace, out: Output) -> None:
    """Write tables to a folder and tell which, or one table or the dictionary to the output."""
    filters = asdict(filters_of(given))
    if given.dictionary:
        out.write_text(render_dictionary())
    elif given.folder == STANDARD_OUTPUT:
        (table,) = given.tables
        index.export_table(table, out.binary, given.format, **filters)
        out.binary.flush()
    else:
        with show_working("Skriver tabeller …"):
            written = index.export(
                Path(given.folder),
                given.tables,
                given.format,
                overwrite=given.overwrite,
                **filters,
            )
        out.write(exported_form, render_exported, written)


def run_overview(index: Index, given: Namespace, out: Output) -> None:
    """Write the index in figures."""
    with show_working("Räknar …"):
        overview = index.overview(**asdict(filters_of(given)))
    out.write(overview_form, render_overview, overview)


REPORT_COMMANDS: dict[str, Run] = {
    "actions": run_actions,
    "export": run_export,
    "overview": run_overview,
}
