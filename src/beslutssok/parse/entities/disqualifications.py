"""Who took no part in an item because of a conflict of interest (jäv)."""

import re
from collections.abc import Iterator, Sequence

from beslutssok.domain import Disqualification, Person, SectionKind
from beslutssok.parse.entities.people import PERSONS, read_people
from beslutssok.parse.entities.told import Told, sentences

_NOT_SCANNED = frozenset(
    {SectionKind.EARLIER, SectionKind.BACKGROUND, SectionKind.SUMMARY, SectionKind.PROPOSAL}
    | {SectionKind.DOCUMENTS, SectionKind.RECIPIENTS}
)
_VERB = re.compile(
    r"\b(?:anmäler|anmälde|har\s+anmält|anmält|uppger|uppgav|meddelar|meddelade)\b(?=[^.]*\bjäv)"
    r"|\b(?:deltar|deltog|deltager|har\s+(?:inte|ej)\s+deltagit)\s+(?:på\s+grund\s+av\s+jäv\s+)?(?:inte|ej)\b(?=[^.]*\bjäv)"
    r"|\b(?:är|var|förklaras?|förklarades?|anses?)\s+(?:sig\s+)?jävig(?:a)?\b|\bjävar\s+sig\b|\blämnar?\b(?=[^.]*\bjäv)"
    r"|\bavstår\b(?=[^.]*\bjäv)|\bpå\s+grund\s+av\s+jäv\b",
    re.IGNORECASE,
)
_INVERSE = re.compile(
    r"\bjäv\b[^.]{0,60}?\b(?:anmäls|anmäldes|anmält)\s+av\s+(?P<by>.+?)(?=[.;]|$)"
    r"|\bjäv\b\s*(?:anmäler|anmälde|deltar|deltog|lämnar|lämnade|har)\s+(?:inte\s+|ej\s+)?(?P<then>.+?)(?=\s+(?:inte|ej|att|i\b|från|sig|sammanträd|lämnat|anmält)|[.;,]|$)",
    re.IGNORECASE | re.DOTALL,
)
_NOT_SO = re.compile(
    r"\b(?:ingen|inga)\b|\binte\s+(?:är\s+)?jävig|\bäventyr|\bpröva|\bfråga(?:n)?\s+om\s+jäv", re.I
)
# Under its own heading the reason goes without saying.
_UNDER_HEADING = re.compile(
    rf"^\W*(?P<who>{PERSONS})[^.]{{0,80}}?\b(?:deltar|deltog)\s+(?:inte|ej)\b"
    rf"|\b(?:deltar|deltog)\s+(?:inte|ej)\s+(?:bland\s+(?:annat|andra)\s+)?(?P<then>{PERSONS})",
    re.IGNORECASE,
)
_NAMES_ONLY = re.compile(rf"\W*(?P<who>{PERSONS})\W*")


def find_disqualifications(tolds: Sequence[Told]) -> tuple[Disqualification, ...]:
    """Find the persons with a conflict of interest in an item, in order."""
    found: list[Disqualification] = []
    for told in tolds:
        if told.kind not in _NOT_SCANNED:
            found += [entry for entry in _of_section(told) if entry not in found]
    return tuple(found)


def _of_section(told: Told) -> Iterator[Disqualification]:
    headed = told.kind is SectionKind.DISQUALIFICATION
    if not headed and "jäv" not in told.text.lower():
        return
    for start, end in sentences(told):
        text = told.text[start:end]
        names = _NAMES_ONLY.fullmatch(text) if headed else None
        if names:
            yield Disqualification(read_people(names["who"]).persons, told.quote(start, end))
        elif (headed or re.search(r"\bjäv", text, re.I)) and not _NOT_SO.search(text):
            persons = _persons(text) or (_under_heading(text) if headed else ())
            if persons:
                yield Disqualification(persons, told.quote(start, end))


def _under_heading(text: str) -> tuple[Person, ...]:
    match = _UNDER_HEADING.search(text)
    return read_people(match["who"] or match["then"]).persons if match else ()


def _persons(text: str) -> tuple[Person, ...]:
    inverse = _INVERSE.search(text)
    if inverse:
        persons = read_people(inverse["by"] or inverse["then"]).persons
        if persons:
            return persons
    verb = _VERB.search(text)
    if verb is None:
        return ()
    return read_people(text[: verb.start()].split(":")[-1]).persons
