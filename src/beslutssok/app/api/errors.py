"""Errors as JSON: what is wrong, what to do about it, and the right status."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from beslutssok.app.json_form import Json, write_json
from beslutssok.errors import (
    BeslutssokError,
    CitationNotFound,
    IndexBusy,
    IndexDamaged,
    IndexMismatch,
    IndexMissing,
    ModelUnavailable,
    UnreadableDocument,
)

log = logging.getLogger(__name__)

SEE_DOCUMENTATION = "Se /api/ för vad som kan anges."
RETRY_SECONDS = 10
NO_FILE = "Expected UploadFile"  # FastAPI's words for a field of a form that is none

_HTTP: Mapping[int, tuple[str, str]] = {
    400: ("Det som skickades går inte att läsa.", SEE_DOCUMENTATION),
    404: ("Här finns inget.", SEE_DOCUMENTATION),
    405: ("Det kan inte begäras på det sättet.", SEE_DOCUMENTATION),
    413: ("Det som skickades är för stort.", "Skicka mindre."),
}
_VALUES: Mapping[str, str] = {
    "missing": "saknas",
    "extra_forbidden": "finns inte",
    "string_too_long": "är för lång: högst {max_length} tecken",
    "string_too_short": "är tom",
    "too_long": "är för många: högst {max_length}",
    "greater_than_equal": "är för litet: minst {ge}",
    "less_than_equal": "är för stort: högst {le}",
    "int_parsing": "är inget heltal",
    "float_parsing": "är inget tal",
    "json_invalid": "är inte giltig JSON",
    "string_pattern_mismatch": "har inte rätt form",
}


class Refused(BeslutssokError):
    """A request that is not granted, with its status."""

    def __init__(self, status: int, message: str, remedy: str = "", retry: int = 0) -> None:
        super().__init__(message, remedy)
        self.status = status
        self.retry = retry


def error_form(message: str, remedy: str = "") -> Json:
    """An error: what is wrong, and what to do."""
    return {"error": {"message": message, "remedy": remedy}}


def error_response(status: int, message: str, remedy: str = "", retry: int = 0) -> Response:
    """An error as a response; ``retry`` is after how many seconds to try again, if ever."""
    return Response(
        write_json(error_form(message, remedy)),
        status,
        headers={"Retry-After": str(retry)} if retry else None,
        media_type="application/json",
    )


def describe(error: BeslutssokError) -> tuple[int, str, str]:
    """Give status, message and remedy of an error; nothing of where things lie on the machine.

    >>> describe(CitationNotFound("Inget svarar mot «x».", "Skriv om."))
    (404, 'Inget svarar mot «x».', 'Skriv om.')
    """
    match error:
        case Refused():
            return error.status, error.message, error.remedy
        case CitationNotFound():
            return 404, error.message, error.remedy
        case UnreadableDocument():
            page = "" if error.page is None else f", sida {error.page}"
            return 404, f"{error.path.name}{page}: {error.reason}", error.remedy
        case IndexMissing():
            return 503, "Det finns inget index än.", error.remedy
        case IndexBusy():
            return 503, "En inläsning pågår.", "Vänta tills den är klar."
        case IndexDamaged():
            return 503, "Indexet är skadat.", error.remedy
        case IndexMismatch():
            return 503, error.message, error.remedy
        case ModelUnavailable():
            return 503, "Språkmodellen kan inte användas.", "Den som driver tjänsten ser varför."
    # What has no class of its own says that something asked for cannot be done.
    return 400 if type(error) is BeslutssokError else 500, error.message, error.remedy


def describe_values(errors: Sequence[Mapping[str, Any]]) -> str:
    """Say which values make no sense, and why.

    >>> describe_values([{"type": "missing", "loc": ("query", "q"), "msg": ""}])
    'q saknas.'
    """
    return " ".join(_describe_value(error) for error in errors)


def answer_errors(app: FastAPI) -> None:
    """Let an application answer every error as JSON."""

    @app.exception_handler(BeslutssokError)
    def tell(request: Request, exc: BeslutssokError) -> Response:
        status, message, remedy = describe(exc)
        if status >= 500:
            log.warning("%s", exc)
        retry = exc.retry if isinstance(exc, Refused) else 0
        if isinstance(exc, IndexBusy | IndexMissing):
            retry = RETRY_SECONDS
        return error_response(status, message, remedy, retry)

    @app.exception_handler(RequestValidationError)
    def tell_values(request: Request, exc: RequestValidationError) -> Response:
        return error_response(400, describe_values(exc.errors()), SEE_DOCUMENTATION)

    @app.exception_handler(HTTPException)
    def tell_http(request: Request, exc: HTTPException) -> Response:
        message, remedy = _HTTP.get(exc.status_code, (str(exc.detail), ""))
        return error_response(exc.status_code, message, remedy)

    @app.exception_handler(Exception)
    def tell_nothing(request: Request, exc: Exception) -> Response:
        log.error("A request failed.", exc_info=exc)
        remedy = "Försök igen. Händer det igen, säg till den som driver tjänsten."
        return error_response(500, "Något gick fel.", remedy)


def _describe_value(error: Mapping[str, Any]) -> str:
    where = [part for part in error["loc"] if isinstance(part, str)]
    name = ".".join(where[1:]) or "Innehållet"
    kind = error["type"]
    if kind == "value_error":
        reason = str(error["ctx"]["error"])
        return f"{name}: {'ska vara en fil' if NO_FILE in reason else reason}."
    words = _VALUES.get(kind, "har ett värde som inte går att läsa")
    return f"{name} {words.format(**error.get('ctx', {}))}."
