"""An index as tables for pandas, R and Excel: CSV, JSON lines and Parquet."""

from beslutssok.library.export.exporting import (
    ExportedTable,
    export_to_folder,
    export_to_stream,
)
from beslutssok.library.export.formats import ExportFormat
from beslutssok.library.export.handed import HandedFormat, export_case, export_hits
from beslutssok.library.export.tables import TABLES

__all__ = [
    "TABLES",
    "ExportFormat",
    "ExportedTable",
    "HandedFormat",
    "export_case",
    "export_hits",
    "export_to_folder",
    "export_to_stream",
]
