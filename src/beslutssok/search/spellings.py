"""Spellings of case numbers: which of those in an index are the same case."""

import re
from threading import Lock

from beslutssok.index.rows import IndexVersion
from beslutssok.index.store import Store

LONGEST_NUMBER = 9


class CaseSpellings:
    """The case numbers of an index by what their spellings share, read once for each version."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._known: tuple[IndexVersion, dict[tuple[int, int], set[str]]] | None = None

    def spellings(self, case_number: str) -> list[str]:
        """The spellings of a case number in the index: ``1440/22`` is also ``SLK-2022-01440``."""
        wanted = short_form(case_number)
        if wanted is None:
            return [case_number]
        same = self._by_short_form().get(wanted, set())
        is_short = "/" in case_number and case_number[0].isdigit()
        alike = {n for n in same if n == case_number or is_short or n[0].isdigit()}
        return sorted(alike | {case_number})

    def _by_short_form(self) -> dict[tuple[int, int], set[str]]:
        version = self._store.version()
        with self._lock:
            if self._known is None or self._known[0] != version:
                found: dict[tuple[int, int], set[str]] = {}
                for number in self._store.case_numbers():
                    short = short_form(number)
                    if short is not None:
                        found.setdefault(short, set()).add(number)
                self._known = (version, found)
            return self._known[1]


def short_form(case_number: str) -> tuple[int, int] | None:
    """Number and two digits of the year, by which short and long spellings meet.

    >>> short_form("SLK-2022-01440"), short_form("1440/22")
    ((1440, 22), (1440, 22))
    """
    digits = re.findall(r"[0-9]+", case_number)
    if len(digits) < 2 or max(map(len, digits)) > LONGEST_NUMBER:
        return None
    first, second = digits[0], digits[1]
    if len(first) == 4 and first[:2] in {"19", "20"} and case_number[0] not in "0123456789":
        return int(second), int(first[2:])
    return int(first), int(second[-2:])
