"""The one lock of PDFium, which must not be entered by two threads of a process at once."""

from threading import RLock

PDFIUM = RLock()
"""Held by whoever calls PDFium, for no longer than a page takes."""
