"""Beslutssök: search and answers over the minutes of Swedish regions and municipalities.

::

    import beslutssok

    index = beslutssok.open("index")
    index.ingest(["ingest"])
    for hit in index.search("tandvård för äldre"):
        print(hit.citation, hit.text)
    print(index.ask("Vad beslutades om nattbussen?").text)

``open`` gives an ``Index``; ``Hit``, ``Answer``, ``Case``, ``Coverage``, ``IngestReport`` and
``ItemView`` are what its verbs give back; ``Filters``, ``DocumentKind``, ``SectionKind`` and
``Outcome`` are the words they use; ``Settings`` is what can be set. All errors are
``BeslutssokError``.
"""

from beslutssok.domain import (
    Answer,
    Case,
    Coverage,
    DocumentKind,
    Filters,
    Hit,
    IngestReport,
    Outcome,
    SectionKind,
)
from beslutssok.errors import BeslutssokError
from beslutssok.library import Index, ItemView
from beslutssok.library import open_index as open
from beslutssok.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "BeslutssokError",
    "Case",
    "Coverage",
    "DocumentKind",
    "Filters",
    "Hit",
    "Index",
    "IngestReport",
    "ItemView",
    "Outcome",
    "SectionKind",
    "Settings",
    "open",
]
