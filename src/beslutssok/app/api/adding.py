"""Documents added by upload: only where the operator has named a folder for them."""

from pathlib import Path
from threading import Lock
from typing import Annotated

from fastapi import FastAPI, Form, UploadFile
from fastapi.responses import Response

from beslutssok.app.api.errors import Refused, describe
from beslutssok.app.api.lending import harmless_folder, harmless_name, write_upload
from beslutssok.app.api.limits import Limits
from beslutssok.app.api.models import Loose
from beslutssok.app.api.routes import as_json, gives
from beslutssok.app.json_form import ingest_form
from beslutssok.errors import BeslutssokError
from beslutssok.library import Index


class IngestModel(Loose):
    """What an ingest did."""

    counts: dict[str, int]
    embedded: int
    seconds: float


def add_adding(app: FastAPI, index: Index, inbox: Path, limits: Limits) -> None:
    """Add the route that takes documents into ``inbox`` and reads them."""
    alone = Lock()

    @app.post(
        "/documents",
        summary="Lägg till en handling.",
        responses=gives(IngestModel, "Vad inläsningen gjorde, handling för handling"),
    )
    def add_document(
        file: UploadFile, huvudman: Annotated[str, Form(max_length=100)] = ""
    ) -> Response:
        """En PDF läggs i den mapp som `BESLUTSSOK_INBOX` namnger och läses in.

        `huvudman` är region eller kommun, för handlingar som inte själva säger vilken.
        En fil med samma namn skrivs aldrig över.
        """
        folder = inbox / harmless_folder(huvudman) if huvudman else inbox
        path = folder / harmless_name(file.filename or "")
        # What has a dot in front is not read, should the program end in the middle of it.
        unfinished = path.with_name(f".{path.name}")
        with alone:
            if path.exists():
                remedy = "Ge den ett annat namn, till exempel med datum."
                raise Refused(409, f"En handling med namnet {path.name} finns redan.", remedy)
            try:
                folder.mkdir(parents=True, exist_ok=True)
                unfinished.unlink(missing_ok=True)
                write_upload(file.file, unfinished, limits.upload)
                unfinished.rename(path)
            except OSError as exc:
                raise Refused(503, "Handlingen kan inte sparas.", "Försök igen senare.") from exc
            finally:
                unfinished.unlink(missing_ok=True)
            try:
                return as_json(ingest_form(index.ingest([inbox])))
            except BeslutssokError as exc:
                _, message, _ = describe(exc)
                raise Refused(
                    503,
                    f"{path.name} är sparad men inte inläst. {message}",
                    "Skicka den inte igen: den läses vid nästa inläsning.",
                ) from exc
