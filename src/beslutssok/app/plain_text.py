"""Text from documents as lines for a terminal: harmless, and of a width that can be read.

What a document says is shown, never obeyed: a text cannot move the cursor, change colours or
turn the direction of writing, whatever was in the PDF.
"""

import re
import textwrap
from collections.abc import Sequence

WIDTH = 96
"""Of lines where nothing else is known: longer ones are hard to read."""

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_HARMFUL = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters, with ESC and CSI among them
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # what turns the direction of writing
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SPACES = re.compile(" +")
_TOGETHER = re.compile(r"(§|\bärende|\bs\.|\bp\.) ")
_MARK = re.compile(r"(?:\d{1,3}[.)]|[a-zåäö]\)|[•–-])\s+", re.IGNORECASE)
_NARROWEST = 10


def clean_text(text: str) -> str:
    r"""Take away what a terminal would act on; line breaks stay.

    >>> clean_text("Beslut\x1b[2J om\tbussar")
    'Beslut[2J om bussar'
    """
    text = _LINE_ENDS.sub("\n", text)
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", _HARMFUL.sub("", text.replace("\t", " ")))


def clean_line(text: str) -> str:
    r"""Clean a text and put it on one line.

    >>> clean_line(" Ny\nsimhall ")
    'Ny simhall'
    """
    return " ".join(clean_text(text).split())


def wrap_text(text: str, width: int, indent: str = "", first: str | None = None) -> list[str]:
    """Clean a text and break it in lines of ``width`` characters, longer only for a longer word.

    Its own line breaks stay, and the lines that follow a number or a bullet stand below its text.
    ``first`` goes before the first line instead of ``indent``. No line is broken at a no-break
    space, which then becomes an ordinary one: it can be copied, and searched for.

    >>> wrap_text("1. Skolan i Tallmoen behålls", 20, "  ")
    ['  1. Skolan i', '     Tallmoen', '     behålls']
    """
    lines: list[str] = []
    for paragraph in clean_text(text).split("\n"):
        words = _SPACES.sub(" ", paragraph).strip(" ")
        if not words:
            continue
        mark = _MARK.match(words)
        hanging = indent + " " * (len(mark[0]) if mark else 0)
        start = indent if lines or first is None else first
        lines += textwrap.wrap(
            words,
            max(width, len(hanging) + _NARROWEST),
            initial_indent=start,
            subsequent_indent=hanging,
            break_on_hyphens=False,
            break_long_words=False,
        )
    return [line.replace(NO_BREAK_SPACE, " ") for line in lines]


def keep_together(text: str) -> str:
    r"""Clean a citation so that no line is broken between a § or a page and its number.

    >>> keep_together("Regionstyrelsen § 208 (s. 2)").split(" ")
    ['Regionstyrelsen', '§\xa0208', '(s.\xa02)']
    """
    return _TOGETHER.sub(rf"\1{NO_BREAK_SPACE}", clean_line(text))


def shorten_text(text: str, length: int) -> str:
    """Cut a text to at most ``length`` characters, at a word if there is one near.

    >>> shorten_text("Budget för kollektivtrafiken", 14)
    'Budget för …'
    """
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    at_word = cut.rpartition(" ")[0]
    return f"{at_word if len(at_word) > length // 2 else cut.rstrip()} …"


def join_blocks(*blocks: Sequence[str]) -> str:
    """Put blocks of lines together with an empty line between them, and a line break at the end."""
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def shell_word(text: str) -> str:
    """Write a text as one word of a command; what cannot stand between quotes is left out.

    >>> shell_word("RS/762/2024"), shell_word("Nämnd A § 1")
    ('RS/762/2024', '"Nämnd A § 1"')
    """
    word = "".join(letter for letter in clean_line(text) if letter not in '"$`\\!')
    needs_no_quotes = word and all(letter.isalnum() or letter in "-_/:.,+" for letter in word)
    return word if needs_no_quotes else f'"{word}"'
