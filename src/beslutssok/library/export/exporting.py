"""An index written to files, a table each, or one table to a stream."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from beslutssok.domain import Filters
from beslutssok.errors import BeslutssokError
from beslutssok.index.overview import EVERYTHING
from beslutssok.index.store import Store
from beslutssok.library.export.formats import ExportFormat, write_csv, write_json_lines
from beslutssok.library.export.records import History, read_records
from beslutssok.library.export.schema import Record, Table, select_tables
from beslutssok.library.export.tables import TABLES

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class ExportedTable:
    """A table that was written: its name, how many rows, and the file (none for a stream)."""

    name: str
    rows: int
    path: Path | None = None


def export_to_folder(
    store: Store,
    history: History,
    folder: Path,
    names: Iterable[str] = (),
    form: ExportFormat = ExportFormat.CSV,
    filters: Filters = EVERYTHING,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> tuple[ExportedTable, ...]:
    """Write tables (all, if none is named) to files of a folder, all of one state of the index.

    A file is there when it is whole, or not at all. ``progress`` is told the name of each table
    before it is written.

    Raises:
        BeslutssokError: a table has no such name, a file is there already, or the folder cannot
            be written to.
    """
    tables = named_tables(names)
    paths = {table.name: folder / f"{table.name}.{form.value}" for table in tables}
    there = [path.name for path in paths.values() if path.exists()]
    if there and not overwrite:
        raise BeslutssokError(
            f"I {folder} finns redan {', '.join(there)}.",
            "Välj en annan mapp, eller skriv över dem med --overwrite.",
        )
    written = []
    with _writing_to(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with store.reading() as connection:
        for table in tables:
            if progress is not None:
                progress(table.name)
            path = paths[table.name]
            with _writing_to(folder), _whole_file(path) as stream:
                records = read_records(connection, table, filters, history)
                rows = _write(table, records, stream, form)
            written.append(ExportedTable(table.name, rows, path))
    return tuple(written)


def export_to_stream(
    store: Store,
    history: History,
    stream: BinaryIO,
    name: str,
    form: ExportFormat = ExportFormat.CSV,
    filters: Filters = EVERYTHING,
) -> ExportedTable:
    """Write one table to a binary stream.

    Raises:
        BeslutssokError: there is no such table.
    """
    (table,) = named_tables([name])
    with store.reading() as connection:
        records = read_records(connection, table, filters, history)
        return ExportedTable(table.name, _write(table, records, stream, form))


def named_tables(names: Iterable[str]) -> tuple[Table, ...]:
    """The tables with these names, or all.

    Raises:
        BeslutssokError: there is no table of a name.
    """
    try:
        return select_tables(TABLES, names)
    except KeyError as exc:
        known = ", ".join(table.name for table in TABLES)
        raise BeslutssokError(f"Tabellen {exc} finns inte.", f"Välj bland {known}.") from exc


def _write(table: Table, records: Iterator[Record], stream: BinaryIO, form: ExportFormat) -> int:
    if form is ExportFormat.PARQUET:
        from beslutssok.library.export.parquet import write_parquet  # takes a while to load

        return write_parquet(table, records, stream)
    write = write_csv if form is ExportFormat.CSV else write_json_lines
    return write(table.columns, records, stream)


@contextmanager
def _whole_file(path: Path) -> Iterator[BinaryIO]:
    """Lend a file that gets its name when the block is done, and is gone when it fails."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("wb") as stream:
            yield stream
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


@contextmanager
def _writing_to(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as exc:
        raise BeslutssokError(
            f"Det går inte att skriva till {folder}: {exc.strerror or exc}.",
            "Välj en annan mapp, ändra rättigheterna, eller gör plats på disken.",
        ) from exc
