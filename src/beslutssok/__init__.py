"""Beslutssök: search and answers over the minutes of Swedish regions and municipalities.

::

    import beslutssok

    index = beslutssok.open("index")
    index.ingest(["ingest"])
    for hit in index.search("tandvård för äldre"):
        print(hit.citation, hit.text)
    print(index.ask("Vad beslutades om nattbussen?").text)

``open`` gives an ``Index``; ``Hit``, ``Answer``, ``Case``, ``Precedents``, ``Coverage``,
``IngestReport``, ``Interpretation``, ``Correction`` and ``ItemView`` are what its verbs give back;
``group_hits`` puts the hits of one item together, each as a ``HitGroup``; ``Actions``,
``Overview``, ``Matters`` and ``ExportedTable`` tell what parties and persons did, the index in
figures, the items of a ``MatterKind``, and a table written; ``inspect`` tells as an ``Inspection``
what would be understood of one file; ``Filters``, ``DocumentKind``, ``SectionKind``,
``InterpretationKind`` and ``Outcome`` are the words they use; ``Settings`` is what can be set. All
errors are ``BeslutssokError``.
"""

from beslutssok.domain import (
    Actions,
    Answer,
    Case,
    Coverage,
    DocumentKind,
    Filters,
    Hit,
    IngestReport,
    Interpretation,
    InterpretationKind,
    MatterKind,
    Matters,
    Outcome,
    Overview,
    Precedents,
    SectionKind,
)
from beslutssok.errors import BeslutssokError
from beslutssok.library import Index, Inspection, ItemView, inspect
from beslutssok.library import open_index as open
from beslutssok.library.export import ExportedTable
from beslutssok.search import HitGroup, group_hits
from beslutssok.search.expansion import Correction
from beslutssok.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Actions",
    "Answer",
    "BeslutssokError",
    "Case",
    "Correction",
    "Coverage",
    "DocumentKind",
    "ExportedTable",
    "Filters",
    "Hit",
    "HitGroup",
    "Index",
    "IngestReport",
    "Inspection",
    "Interpretation",
    "InterpretationKind",
    "ItemView",
    "MatterKind",
    "Matters",
    "Outcome",
    "Overview",
    "Precedents",
    "SectionKind",
    "Settings",
    "group_hits",
    "inspect",
    "open",
]
