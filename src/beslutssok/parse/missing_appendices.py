"""Appendices that the minutes point to, but that the file does not hold."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from beslutssok.domain import Item, Paragraph, SectionKind

_SCANNED = frozenset(
    {
        SectionKind.VOTE,
        SectionKind.PROCEDURE,
        SectionKind.MOTION,
        SectionKind.DECISION,
        SectionKind.RESERVATION,
        SectionKind.STATEMENT,
        SectionKind.OTHER,
    }
)
_LABEL = r"(?P<label>\d{1,3}|[A-Z])(?![\w/-])"
_MENTION = re.compile(rf"\b[Bb]ilag(?:a|orna)\s+(?:nr\s+)?{_LABEL}(?!\s+till\b|\s*§)")
_UNNUMBERED = re.compile(
    r"\b(?:bifogad|bilagd|medföljande|särskild)\w*\s+(?:omröstnings|voterings|röst)(?:list"
    r"|protokoll)"
    r"|\b(?:omröstnings|voterings|röst)(?:lista|protokoll)\w*,?\s+(?:i\s+|se\s+)?bilaga"
    r"|\b(?:framgår|redovisas)\b.{0,30}\b(?:omröstnings|voterings|röst)(?:lista|protokoll)",
    re.IGNORECASE,
)
_HEADED = re.compile(rf"^\s*(?i:bilaga|appendix)\s+(?:nr\s+)?{_LABEL}")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])|\n")
_TELLS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("hur var och en röstade", re.compile(r"röst|votering", re.IGNORECASE)),
    ("en reservation", re.compile(r"\breserv", re.IGNORECASE)),
    (
        "ett yttrande eller en anteckning",
        re.compile(
            r"(?:särskil|ersättar)\w*\s?yttrande|protokolls?anteckn|uttalande", re.IGNORECASE
        ),
    ),
    ("ett yrkande", re.compile(r"yrka", re.IGNORECASE)),
)
_REMEDY = "läs in protokollet med dess bilagor."


def with_missing_appendices(
    items: Iterable[Item], outside: Iterable[Paragraph]
) -> tuple[Item, ...]:
    """The items of minutes, with a doubt for each appendix that is pointed to and not there.

    ``outside`` is the text outside every item, where an appendix may stand that no item claims.
    """
    items = tuple(items)
    there = {heading["label"] for heading in _headings(items, outside) if heading}
    return tuple(replace(item, doubts=(*item.doubts, *_doubts(item, there))) for item in items)


def _headings(
    items: Iterable[Item], outside: Iterable[Paragraph]
) -> Iterator[re.Match[str] | None]:
    for item in items:
        for section in item.sections:
            yield _HEADED.match(section.heading)
            yield from (_HEADED.match(paragraph.text) for paragraph in section.paragraphs)
    yield from (_HEADED.match(paragraph.text) for paragraph in outside)


def _doubts(item: Item, there: set[str]) -> Iterator[str]:
    missing: dict[str, list[str]] = {}
    unnumbered = False
    for sentence in _sentences(item):
        told = next((what for what, pattern in _TELLS if pattern.search(sentence)), None)
        if told is None:
            continue
        labels = [match["label"] for match in _MENTION.finditer(sentence)]
        for label in labels:
            if label not in there and not any(label in known for known in missing.values()):
                missing.setdefault(told, []).append(label)
        unnumbered = unnumbered or bool(not labels and _UNNUMBERED.search(sentence))
    for told, labels in missing.items():
        yield f"Bilaga {_listed(labels)} med {told} finns inte i filen; {_REMEDY}"
    if unnumbered and not missing and not _has_list(item):
        yield f"Omröstningslistan finns inte i filen; {_REMEDY}"


def _listed(labels: Sequence[str]) -> str:
    return " och ".join(part for part in (", ".join(labels[:-1]), labels[-1]) if part)


def _has_list(item: Item) -> bool:
    return any(vote.cast or vote.by_party for vote in item.entities.votes)


def _sentences(item: Item) -> Iterator[str]:
    for section in item.sections:
        if section.kind in _SCANNED and not _HEADED.match(section.heading):
            for paragraph in section.paragraphs:
                yield from _SENTENCE.split(paragraph.text)
