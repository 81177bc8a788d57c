"""The façade: what Python users import, and what command line, page and API call."""

from beslutssok.errors import IndexMissing
from beslutssok.index.inspection import Inspection
from beslutssok.library.filters import FilterKeywords
from beslutssok.library.index import Index, open_index
from beslutssok.library.inspecting import inspect
from beslutssok.library.views import ItemView

__all__ = [
    "FilterKeywords",
    "Index",
    "IndexMissing",
    "Inspection",
    "ItemView",
    "inspect",
    "open_index",
]
