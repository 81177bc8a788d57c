"""The verbs that give an index as data: what somebody did, figures, and tables."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, Unpack

from beslutssok.domain import Actions, Case, Filters, MatterKind, Matters, Overview
from beslutssok.index.embedder import Embedder
from beslutssok.index.rows import storable
from beslutssok.library.export import (
    ExportedTable,
    ExportFormat,
    export_to_folder,
    export_to_stream,
)
from beslutssok.library.filters import FilterKeywords, normalised
from beslutssok.library.holdings import Holdings
from beslutssok.search import case_history
from beslutssok.search.actions import actions_about, find_actions_in
from beslutssok.search.agendas import find_matters
from beslutssok.search.overview import Overviews
from beslutssok.settings import Settings


class Reporting(Holdings):
    """An index as data: complete for what the filters leave, in order of time."""

    def __init__(self, folder: Path, settings: Settings, embedder: Embedder | None = None) -> None:
        super().__init__(folder, settings, embedder)
        self._overviews = Overviews()

    def actions(
        self, who: str | None, about: str | None = None, **filters: Unpack[FilterKeywords]
    ) -> Actions:
        """Tell what a party or a person did: moved, voted, reserved, stated, stepped aside.

        ``who`` is a party, by letters or name, or a person by name; ``None`` stands for everybody.
        ``about`` is a text to search for: only items that are found for certain count then.

        Raises:
            IndexMissing: there is no index.
            IndexMismatch, ModelUnavailable: the index cannot be searched for ``about``.
        """
        given = normalised(Filters(**filters))
        who = who and storable(who)
        if about is None:
            return find_actions_in(self._opened(), who, filters=given)
        return actions_about(self._searchable(), who, storable(about), given)

    def overview(self, **filters: Unpack[FilterKeywords]) -> Overview:
        """Give the index, or what filters leave of it, in figures.

        Raises:
            IndexMissing: there is no index.
        """
        return self._overviews.find(self._opened(), normalised(Filters(**filters)))

    def matters(
        self,
        kind: MatterKind,
        start: int = 0,
        limit: int = 25,
        **filters: Unpack[FilterKeywords],
    ) -> Matters:
        """Give the items of one kind on the agendas, the latest first: what an overview counts.

        ``start`` is how many of them to pass over.

        Raises:
            IndexMissing: there is no index.
        """
        given = normalised(Filters(**filters))
        return find_matters(self._opened(), kind, start, limit, given)

    def export(
        self,
        folder: str | Path,
        tables: Iterable[str] = (),
        format: str = ExportFormat.CSV,
        *,
        overwrite: bool = False,
        progress: Callable[[str], None] | None = None,
        **filters: Unpack[FilterKeywords],
    ) -> tuple[ExportedTable, ...]:
        """Write tables (all, if none is named) to files of a folder; see docs/datalexikon.md.

        ``format`` is ``csv``, ``jsonl`` or ``parquet``; ``progress`` is told the name of each
        table before it is written.

        Raises:
            BeslutssokError: there is no such table, a file is there already and not to be
                written over, or the folder cannot be written to.
            IndexMismatch, ModelUnavailable: ``case_steps`` cannot be told.
        """
        given = normalised(Filters(**filters))
        form = ExportFormat(format)
        return export_to_folder(
            self._opened(), self._history, Path(folder), tables, form, given, overwrite, progress
        )

    def export_table(
        self,
        table: str,
        stream: BinaryIO,
        format: str = ExportFormat.CSV,
        **filters: Unpack[FilterKeywords],
    ) -> ExportedTable:
        """Write one table to a binary stream.

        Raises:
            BeslutssokError: there is no such table.
            IndexMismatch, ModelUnavailable: ``case_steps`` cannot be told.
        """
        given = normalised(Filters(**filters))
        form = ExportFormat(format)
        return export_to_stream(self._opened(), self._history, stream, table, form, given)

    def _history(self, number: str) -> Case:
        return case_history(self._searchable(), number)
