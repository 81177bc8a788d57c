"""The index as data: tables for pandas, R and Excel."""

from collections.abc import Iterator
from dataclasses import asdict
from tempfile import TemporaryFile
from threading import BoundedSemaphore
from typing import IO, Annotated, Any

from fastapi import FastAPI, Query
from fastapi.responses import Response, StreamingResponse
from pydantic import Field

from beslutssok.app.api.asked import Filtered
from beslutssok.app.api.errors import Refused
from beslutssok.app.api.routes import FAILURES
from beslutssok.library import Index
from beslutssok.library.export import TABLES, ExportFormat

AT_ONCE = 2
WAIT_SECONDS = 30
PIECE = 1 << 16
MEDIA_TYPES = {
    ExportFormat.CSV: "text/csv; charset=utf-8",
    ExportFormat.JSON_LINES: "application/x-ndjson",
    ExportFormat.PARQUET: "application/vnd.apache.parquet",
}
_TABLE = "|".join(table.name for table in TABLES)


class AskedTable(Filtered):
    """Which table, in which form."""

    table: Annotated[
        str,
        Field(pattern=f"^({_TABLE})$", description=f"Tabell: {', '.join(t.name for t in TABLES)}"),
    ] = Field(examples=["decisions"])
    format: ExportFormat = Field(ExportFormat.CSV, description="csv, jsonl eller parquet")


def add_reports(app: FastAPI, index: Index) -> None:
    """Add the route that exports."""
    writing = BoundedSemaphore(AT_ONCE)
    good: dict[int | str, dict[str, Any]] = {
        200: {"description": "Tabellen som fil", "content": {"text/csv": {}}}
    }

    @app.get(
        "/export",
        summary="Hämta en tabell för pandas, R eller Excel.",
        response_class=Response,
        responses=good | FAILURES,
    )
    def export(asked: Annotated[AskedTable, Query()]) -> Response:
        """Varje rad har sin källa. Kolumnerna står i docs/datalexikon.md."""
        if not writing.acquire(blocking=False):
            raise Refused(503, "Andra tabeller skrivs just nu.", "Försök igen.", WAIT_SECONDS)
        stream = TemporaryFile()  # noqa: SIM115 - closed when it has been sent
        try:
            index.export_table(asked.table, stream, asked.format, **asdict(asked.filters))
        except BaseException:
            stream.close()
            raise
        finally:
            writing.release()
        size = stream.tell()
        stream.seek(0)
        name = f"{asked.table}.{asked.format.value}"
        return StreamingResponse(
            _pieces(stream),
            media_type=MEDIA_TYPES[asked.format],
            headers={
                "Content-Disposition": f'attachment; filename="{name}"',
                "Content-Length": str(size),
            },
        )


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    with stream:
        while piece := stream.read(PIECE):
            yield piece
