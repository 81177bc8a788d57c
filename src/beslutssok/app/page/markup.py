"""Text from documents as safe HTML: shown as it stands, never read as markup."""

import re
from collections.abc import Iterable
from html import escape
from urllib.parse import quote

SHORTEST_MARKED = 3
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def show_text(text: str) -> str:
    """Escape a text for element content and for quoted attributes.

    >>> show_text('<b>"Bussar" & spår</b>')
    '&lt;b&gt;&quot;Bussar&quot; &amp; spår&lt;/b&gt;'
    """
    clean = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", _CONTROL.sub("", text))
    return escape(clean, quote=True)


def show_inline(text: str) -> str:
    """Escape a text and isolate it, so that its writing direction cannot spill over.

    >>> show_inline("§ 208")
    '<bdi>§ 208</bdi>'
    """
    return f"<bdi>{show_text(text)}</bdi>"


def mark_words(text: str, words: Iterable[str]) -> str:
    """Escape a text and mark the words of it that begin as one of ``words``.

    >>> mark_words("Budget för bussarna", ["buss"])
    'Budget för <mark>bussarna</mark>'
    """
    wanted = sorted({word for word in words if len(word) >= SHORTEST_MARKED}, key=len, reverse=True)
    if not wanted:
        return show_text(text)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, wanted))})\w*", re.IGNORECASE)
    pieces: list[str] = []
    end = 0
    for match in pattern.finditer(text):
        pieces.append(show_text(text[end : match.start()]))
        pieces.append(f"<mark>{show_text(match.group())}</mark>")
        end = match.end()
    pieces.append(show_text(text[end:]))
    return "".join(pieces)


def shorten(text: str, length: int) -> str:
    """Cut a text to at most ``length`` characters, at a word if there is one near.

    >>> shorten("Budget för kollektivtrafiken", 14)
    'Budget för …'
    """
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    at_word = cut.rpartition(" ")[0]
    return f"{at_word if len(at_word) > length // 2 else cut.rstrip()} …"


def split_long(text: str, length: int) -> tuple[str, str]:
    """Split a long text in a beginning and the rest, at a word; no character is lost.

    >>> split_long("ett två tre", 8)
    ('ett två ', 'tre')
    """
    if len(text) <= length:
        return text, ""
    space = text.rfind(" ", length // 2, length)
    at = length if space < 0 else space + 1
    return text[:at], text[at:]


def document_address(file: str, page: int, sha256: str = "") -> str:
    """Give the address of a PDF file at a page, relative to the page of the program.

    ``sha256`` goes along where it is known: two folders may have files of one name.

    >>> document_address("Region Å/protokoll 1.pdf", 4)
    'handlingar/Region%20%C3%85/protokoll%201.pdf#page=4'
    """
    which = f"?sha256={sha256}" if sha256 else ""
    return f"handlingar/{quote(file, safe='/', errors='surrogatepass')}{which}#page={page}"
