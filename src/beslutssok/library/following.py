"""The verbs that follow a case, and find earlier ones like it."""

from pathlib import Path
from typing import Unpack

from beslutssok.domain import Case, Filters, Hit, Precedents
from beslutssok.index.apart import parse_meetings_apart, read_document_apart
from beslutssok.index.rows import storable
from beslutssok.library.filters import FilterKeywords, normalised
from beslutssok.library.opened import OpenedIndex
from beslutssok.search import case_history, find_similar
from beslutssok.search.papers import paper_of_meetings
from beslutssok.search.precedents import find_precedents, precedents_of_paper

SECONDS_FOR_A_PAPER = 120.0
"""To read one to compare with, for which somebody waits."""


class Following(OpenedIndex):
    """A case through its meetings, and precedents."""

    def case(self, case_number: str, huvudman: str | None = None) -> Case:
        """The history of a case: its items in order of time, what changed, and what is missing.

        ``case_number`` is one in any spelling, or a citation or identifier of one of the
        case's items; ``huvudman`` tells organisations apart that have the same number.

        Raises:
            CitationNotFound: there is none, or several organisations have one.
        """
        return case_history(
            self._searchable(), storable(case_number), huvudman and storable(huvudman)
        )

    def similar(self, text_or_citation: str, limit: int = 10) -> list[Hit]:
        """Find precedents: earlier items like a text, or like the item a citation names."""
        return find_similar(self._searchable(), storable(text_or_citation), Filters(), limit)

    def precedents(
        self, wanted: str | Path, limit: int = 10, **filters: Unpack[FilterKeywords]
    ) -> Precedents:
        """Find earlier cases like one at hand, best first, with how each ended.

        ``wanted`` is a text, a citation or identifier, or the ``Path`` of a PDF file, such as a
        tjänsteskrivelse, which is read in memory and kept nowhere.

        Raises:
            UnreadableDocument: the file cannot be read.
            BeslutssokError: the file has several items, or no text.
            IndexMissing, IndexMismatch, ModelUnavailable: the index cannot be searched.
        """
        given = normalised(Filters(**filters))
        retriever = self._searchable()
        if isinstance(wanted, str):
            return find_precedents(retriever, storable(wanted), given, limit)
        read = read_document_apart(wanted, SECONDS_FOR_A_PAPER)
        meetings = parse_meetings_apart(
            read, Path(wanted.name), self.settings.huvudman, SECONDS_FOR_A_PAPER
        )
        paper = paper_of_meetings(meetings)
        return precedents_of_paper(retriever, paper, wanted.name, given, limit)
