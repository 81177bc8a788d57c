"""Where results are written: one JSON document, or text of the width and colours of a terminal."""

import io
import os
from collections.abc import Callable
from functools import cached_property
from typing import BinaryIO, TextIO, TypeVar

from rich.console import Console

from beslutssok.app.ink import Ink
from beslutssok.app.json_form import write_json
from beslutssok.app.terminal import make_console, terminal_ink, text_width

T = TypeVar("T")


class Output:
    """A stream for results, which can be written whatever letters they have.

    JSON is UTF-8 always; text has the encoding of the stream, and a ``?`` for what it lacks.
    """

    def __init__(self, stream: TextIO, as_json: bool = False) -> None:
        self.as_json = as_json
        self._stream = stream
        if isinstance(stream, io.TextIOWrapper):
            # In JSON what cannot be encoded (half a surrogate pair) becomes its escape.
            if as_json:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
            else:
                stream.reconfigure(errors="replace")

    @cached_property
    def console(self) -> Console:
        """The stream as a console, for tables."""
        return make_console(self._stream)

    @property
    def width(self) -> int:
        """The width to wrap text to."""
        return text_width(self.console)

    @property
    def ink(self) -> Ink:
        """The colours that the stream shows."""
        return terminal_ink(self.console)

    @property
    def binary(self) -> BinaryIO:
        """The stream for bytes, such as those of a file; what was written as text is out."""
        self._stream.flush()
        return self._stream.buffer

    def write(
        self, form: Callable[[T], object], show: Callable[[T, int, Ink], str], value: T
    ) -> None:
        """Write a value in the form for programs or as it is shown to people."""
        if self.as_json:
            self.write_json(form(value))
        else:
            self.write_text(show(value, self.width, self.ink))

    def write_json(self, value: object) -> None:
        """Write a value of ``json_form`` as the one document of the output."""
        self.write_line(write_json(value))

    def write_line(self, text: str) -> None:
        """Write text and a line break."""
        self.write_text(f"{text}\n")

    def write_text(self, text: str) -> None:
        """Write lines at once, so that a reader that has gone away is noticed here."""
        self._stream.write(text)
        self._stream.flush()

    def abandon(self) -> None:
        """Give up a stream that nobody reads, so that Python does not complain at its exit."""
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)
        except (OSError, ValueError):
            pass
