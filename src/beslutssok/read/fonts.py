"""Fonts that pypdf has parsed, kept for the pages of one file.

pypdf parses a page's fonts anew for each page that uses them, which takes a fifth of the time of
reading. It has no place to keep them, so its own way to make a font is led through here. Outside
``kept_fonts`` it does what it always does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import pypdf._page
from pypdf.generic import DictionaryObject
from pypdf.generic._font import Font

_Key = tuple[int, int]
_KEPT: ContextVar[dict[_Key, Font] | None] = ContextVar("kept_fonts", default=None)


@contextmanager
def kept_fonts() -> Iterator[None]:
    """Keep the fonts of the one file whose pages are read meanwhile, by their object numbers."""
    before = _KEPT.set({})
    try:
        yield
    finally:
        _KEPT.reset(before)


class _KeptFont(Font):
    """Stands for pypdf's class of fonts where pages make theirs."""

    @classmethod
    def from_font_resource(cls, pdf_font_dict: DictionaryObject) -> Font:
        """The font of a resource, as it was made for an earlier page."""
        kept = _KEPT.get()
        reference = getattr(pdf_font_dict, "indirect_reference", None)  # unset if written in place
        if kept is None or reference is None:
            return Font.from_font_resource(pdf_font_dict)
        key = reference.idnum, reference.generation
        if key not in kept:
            kept[key] = Font.from_font_resource(pdf_font_dict)
        return kept[key]


setattr(pypdf._page, "Font", _KeptFont)  # noqa: B010 - a name that mypy takes for pypdf's own
