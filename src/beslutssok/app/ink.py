"""Bold, faint and coloured words for terminals that show them, plain words for all else."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from beslutssok.domain import Outcome, SectionKind

_RESET = "\x1b[0m"
_BOLD, _FAINT, _RED, _GREEN, _YELLOW, _BLUE, _MAGENTA = "1", "2", "31", "32", "33", "34", "35"

_SHORTEST_MARKED = 3

_SECTION_TONES = {
    SectionKind.DECISION: _GREEN,
    SectionKind.PROPOSAL: _YELLOW,
    SectionKind.MOTION: _BLUE,
    SectionKind.VOTE: _BLUE,
    SectionKind.RESERVATION: _MAGENTA,
    SectionKind.STATEMENT: _MAGENTA,
}
_OUTCOME_TONES = {
    Outcome.APPROVED: _GREEN,
    Outcome.PARTLY_APPROVED: _GREEN,
    Outcome.REJECTED: _RED,
    Outcome.REFERRED_BACK: _YELLOW,
    Outcome.REFERRED: _YELLOW,
    Outcome.TABLED: _YELLOW,
    Outcome.PROPOSED: _YELLOW,
}


@dataclass(frozen=True, slots=True)
class Ink:
    """Puts the codes of a terminal around clean text, or leaves it as it is if ``coloured`` is not.

    >>> Ink(coloured=False).strong("Svar")
    'Svar'
    """

    coloured: bool

    def strong(self, text: str) -> str:
        """Make headings stand out."""
        return self._set(text, _BOLD)

    def faint(self, text: str) -> str:
        """Let what is less important stand back."""
        return self._set(text, _FAINT)

    def good(self, text: str) -> str:
        """Say that all is well."""
        return self._set(text, _BOLD, _GREEN)

    def doubtful(self, text: str) -> str:
        """Say that somebody should look."""
        return self._set(text, _BOLD, _YELLOW)

    def bad(self, text: str) -> str:
        """Say that something is lacking."""
        return self._set(text, _BOLD, _RED)

    def section(self, text: str, kind: SectionKind) -> str:
        """Set the word for a section in its colour."""
        return self._set(text, _BOLD, _SECTION_TONES.get(kind, ""))

    def outcome(self, text: str, outcome: Outcome) -> str:
        """Set the word for an outcome in its colour."""
        return self._set(text, _BOLD, _OUTCOME_TONES.get(outcome, ""))

    def marked(self, text: str, words: Iterable[str]) -> str:
        """Make the words of a line stand out that begin as one of ``words``."""
        wanted = sorted({word for word in words if len(word) >= _SHORTEST_MARKED}, key=len)
        if not self.coloured or not wanted:
            return text
        beginnings = "|".join(re.escape(word) for word in reversed(wanted))
        pattern = re.compile(rf"\b(?:{beginnings})\w*", re.IGNORECASE)
        return pattern.sub(lambda match: self.strong(match[0]), text)

    def _set(self, text: str, *codes: str) -> str:
        if not self.coloured or not text:
            return text
        return f"\x1b[{';'.join(code for code in codes if code)}m{text}{_RESET}"


PLAIN = Ink(coloured=False)
