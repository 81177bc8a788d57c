"""A parser of arguments that helps and complains in Swedish; argparse itself knows no Swedish."""

import re
import sys
from argparse import Action, ArgumentParser, HelpFormatter, RawDescriptionHelpFormatter
from collections.abc import Iterable
from typing import NoReturn


class SwedishHelp(HelpFormatter):
    """Help that begins in Swedish."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Action],
        groups: Iterable[object],
        prefix: str | None = None,
    ) -> None:
        """Write how the command is used."""
        words = "användning: " if prefix is None else prefix
        super().add_usage(usage, actions, groups, words)  # type: ignore[arg-type]


class HelpWithExamples(SwedishHelp, RawDescriptionHelpFormatter):
    """Help that keeps the lines of the examples at its end."""


class SwedishParser(ArgumentParser):
    """A parser that helps and complains in Swedish."""

    def __init__(self, **options: object) -> None:
        options.setdefault("formatter_class", SwedishHelp)
        super().__init__(add_help=False, allow_abbrev=False, **options)  # type: ignore[arg-type]
        self._positionals.title = "argument"
        self._optionals.title = "flaggor"
        self.add_argument("-h", "--help", action="help", help="visa den här hjälpen")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End the program, when what was printed has reached its reader."""
        sys.stdout.flush()
        super().exit(status, message)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where to find help, and end the program with code 2."""
        message = f"{self.prog}: {in_swedish(message)}"
        self.exit(2, f"{message}\nHjälp: {self.prog} --help\n")


_TRANSLATIONS = (
    (r"the following arguments are required: (.*)", r"det här saknas: \1"),
    (r"unrecognized arguments: (.*)", r"okända argument: \1"),
    (r"argument (\S+): invalid choice: '?(.*?)'? \(choose from .*", r"\2 är inget kommando"),
    (r"argument (\S+): expected one argument", r"\1 behöver ett värde"),
    (r"argument (\S+): expected at least one argument", r"\1 behöver minst ett värde"),
    (r"argument (\S+): ignored explicit argument (.*)", r"\1 tar inget värde (\2)"),
    (r"argument (\S+): (.*)", r"\1: \2"),
)


def in_swedish(message: str) -> str:
    """Say in Swedish what argparse complains about; what is not known stays as it is.

    >>> in_swedish("the following arguments are required: FRÅGA")
    'det här saknas: FRÅGA'
    """
    for english, swedish in _TRANSLATIONS:
        match = re.fullmatch(english, message, re.DOTALL)
        if match:
            return match.expand(swedish)
    return message
