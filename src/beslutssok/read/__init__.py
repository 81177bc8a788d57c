"""From a file to pages: lines with their place, furniture taken off, problems named."""

from beslutssok.read.document import read_document
from beslutssok.read.opening import MAX_PAGES, hash_file
from beslutssok.read.picture import render_page
from beslutssok.read.tesseract import can_recognise

__all__ = ["MAX_PAGES", "can_recognise", "hash_file", "read_document", "render_page"]
