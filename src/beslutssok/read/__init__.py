"""From a file to pages: lines with their place, furniture taken off, problems named."""

from beslutssok.read.document import read_document
from beslutssok.read.opening import MAX_PAGES, hash_file
from beslutssok.read.page_image import (
    PageImage,
    check_digest,
    count_pages,
    read_page_image,
)
from beslutssok.read.tesseract import can_recognise

__all__ = [
    "MAX_PAGES",
    "PageImage",
    "can_recognise",
    "check_digest",
    "count_pages",
    "hash_file",
    "read_document",
    "read_page_image",
]
