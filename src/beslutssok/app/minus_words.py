"""Words to leave out (``-taxa``) among the arguments of a command, told apart from its flags."""

import re
from collections.abc import Sequence

_COMMANDS = frozenset({"search", "ask"})
_MINUS_WORD = re.compile(r"-[^\W\d_][\w-]+")
_FLAGS = frozenset(
    {"help", "index", "json", "huvudman", "organ", "from", "to", "kind", "section", "case"}
    | {"party", "without", "limit"}
)
"""Written with one hyphen too few they are no words to leave out, but wrong usage."""


def keep_minus_words(arguments: Sequence[str]) -> list[str]:
    """Put a space before words to leave out of a question, so that they are not read as flags.

    >>> keep_minus_words(["search", "avgift", "-taxa", "--limit", "5"])
    ['search', 'avgift', ' -taxa', '--limit', '5']
    """
    if _COMMANDS.isdisjoint(arguments):
        return list(arguments)
    return [f" {argument}" if _is_minus_word(argument) else argument for argument in arguments]


def _is_minus_word(argument: str) -> bool:
    return bool(_MINUS_WORD.fullmatch(argument)) and argument[1:].casefold() not in _FLAGS
