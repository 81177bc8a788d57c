"""Files that hits cite, sent whole or a page as a picture: only what the index knows."""

from pathlib import Path, PurePosixPath
from typing import Annotated, Protocol

from fastapi import Query
from fastapi.responses import FileResponse, Response

from beslutssok.errors import BeslutssokError, CitationNotFound, UnreadableDocument
from beslutssok.read import PageImage
from beslutssok.read.page_image import LARGEST_SCALE, SCALE, SMALLEST_SCALE

PDF_BEGINS = b"%PDF-"
PDF_BEGINS_WITHIN = 1024

# What is asked for with the file's digest can never become anything else.
FOR_EVER = "private, max-age=31536000, immutable"
ASK_AGAIN = "private, no-cache"
PICTURE_POLICY = "default-src 'none'; sandbox"


class Documents(Protocol):
    """An index as far as its files go."""

    def document_path(self, file: str, sha256: str | None = None) -> Path:
        """The PDF behind ``Hit.file``."""

    def page_image(
        self, file: str, page: int, sha256: str | None = None, scale: float = SCALE
    ) -> PageImage:
        """A page (1-based) of it as a picture."""


Digest = Annotated[str | None, Query(pattern="^[0-9a-f]{64}$")]
Scale = Annotated[float, Query(ge=SMALLEST_SCALE, le=LARGEST_SCALE, allow_inf_nan=False)]


def find_document(index: Documents, file: str, sha256: str | None = None) -> Path | None:
    """Find the PDF that a hit names, or none: only what the index knows, and only PDF files."""
    if not is_plain_name(file):
        return None
    try:
        path = index.document_path(file, sha256)
        with path.open("rb") as stream:
            return path if PDF_BEGINS in stream.read(PDF_BEGINS_WITHIN) else None
    except (BeslutssokError, OSError):
        return None


def is_plain_name(file: str) -> bool:
    r"""Whether a name stays below the folder that it is counted from.

    >>> [is_plain_name(name) for name in ("Region/a.pdf", "../a.pdf", "/a.pdf", "a\\b.pdf", "")]
    [True, False, False, False, False]
    """
    unsafe = not file or "\0" in file or "\\" in file or file.startswith("/")
    return not unsafe and ".." not in PurePosixPath(file).parts


def send_file(path: Path, download: bool = False) -> FileResponse:
    """Send a PDF, to be shown in the browser or kept as a file."""
    return FileResponse(
        path,
        media_type="application/pdf",
        filename=path.name,
        content_disposition_type="attachment" if download else "inline",
        headers={"Cache-Control": ASK_AGAIN},
    )


def draw_page(index: Documents, file: str, page: int, sha256: str | None, scale: float) -> Response:
    """Send a page as PNG, with its size in points in ``X-Page-Width`` and ``X-Page-Height``.

    Raises:
        CitationNotFound: the index has no such file.
        UnreadableDocument: the file is gone, cannot be drawn, or has no such page.
    """
    if not is_plain_name(file):
        raise CitationNotFound(f"Det finns ingen handling {file} i indexet.")
    try:
        image = index.page_image(file, page, sha256, scale)
    except UnreadableDocument as exc:
        # Where on the machine the file lies is nobody else's concern.
        raise UnreadableDocument(file, exc.reason, exc.remedy, exc.page) from exc
    return Response(
        image.png,
        media_type="image/png",
        headers={
            "Cache-Control": FOR_EVER if sha256 else ASK_AGAIN,
            "Content-Security-Policy": PICTURE_POLICY,
            "X-Page-Width": f"{image.width:.2f}",
            "X-Page-Height": f"{image.height:.2f}",
        },
    )
