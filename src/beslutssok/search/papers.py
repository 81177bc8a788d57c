"""What a paper that prepares a decision is about: its title, summary and proposal."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from beslutssok.domain import DocumentKind, Item, Meeting, SectionKind
from beslutssok.errors import BeslutssokError
from beslutssok.index.rows import StoredPassage
from beslutssok.parse.case_numbers import split_case_number
from beslutssok.parse.headings import classify_heading
from beslutssok.search.sentences import Says, say

_KIND_OF_PAPER = re.compile(
    r"(?:tjänste(?:skrivelse|utlåtande|yttrande)|skrivelse|handling|beslutsunderlag|missiv|rapport"
    r"|promemoria|pm|yttrande|förslag|sida|datum|dnr|diarienummer|diarienr|ärendenummer"
    r"|handläggare|till|från|kontakt)\b[\s\d():,./-]*(?:av\s\d+)?",
    re.IGNORECASE,
)
_SUMMARY = (SectionKind.SUMMARY, SectionKind.BACKGROUND)
LONGEST_HEADING = 90
SHORTEST_TITLE = 8


@dataclass(frozen=True, slots=True)
class Paper:
    """A matter as it is put: what tells what it is about, in its own words.

    ``case_number`` is ``None`` and ``huvudman`` empty where the paper tells none.
    """

    title: str
    summary: str
    proposal: str
    case_number: str | None = None
    huvudman: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Title, summary and proposal, those that there are."""
        return tuple(text for text in (self.title, self.summary, self.proposal) if text.strip())


def paper_of_passages(passages: Sequence[StoredPassage]) -> Paper:
    """The matter of an item in the index."""
    first = passages[0]
    summary = _joined(p.text for p in passages if p.section in _SUMMARY)
    proposal = _joined(p.text for p in passages if p.section is SectionKind.PROPOSAL)
    decision = _joined(p.text for p in passages if p.section is SectionKind.DECISION)
    rest = _joined(p.text for p in passages if p.section is SectionKind.OTHER)
    return Paper(
        title=first.item_title,
        summary=summary or rest,
        proposal=proposal or decision,
        case_number=first.case_number,
        huvudman=first.huvudman,
    )


def paper_of_meetings(meetings: Sequence[Meeting]) -> Paper:
    """The matter of a file that was read: a tjänsteskrivelse, or the extract of one item.

    Raises:
        BeslutssokError: the file has several matters, or none.
    """
    own = meetings[0]
    if own.document_kind is not DocumentKind.OTHER and len(own.items) > 1:
        raise BeslutssokError(say(Says.SEVERAL_MATTERS, items=len(own.items)), say(Says.PASTE_ONE))
    told = list(_told(own.items))
    if not any(text.strip() for _, text in told):
        raise BeslutssokError(say(Says.NO_TEXT), say(Says.PASTE_TEXT))
    number = next((item.case_number for item in own.items if item.case_number), None)
    summary = _joined(text for kind, text in told if kind in _SUMMARY)
    return Paper(
        title=_title(own),
        summary=summary or _joined(text for kind, text in told if kind is SectionKind.OTHER),
        proposal=_joined(t for k, t in told if k in (SectionKind.PROPOSAL, SectionKind.DECISION)),
        case_number=number,
        huvudman=own.huvudman,
    )


def _told(items: Iterable[Item]) -> Iterator[tuple[SectionKind, str]]:
    """The paragraphs of a paper with the kind of section they stand in, whatever set it off."""
    kind = SectionKind.OTHER
    for item in items:
        kind = classify_heading(item.title) or SectionKind.OTHER
        for section in item.sections:
            if section.kind is not SectionKind.OTHER:
                kind = section.kind
            kind = classify_heading(section.heading) or kind
            for paragraph in section.paragraphs:
                is_short = len(paragraph.text) <= LONGEST_HEADING
                named = classify_heading(paragraph.text) if is_short else None
                if named is not None:
                    kind = named
                elif not _KIND_OF_PAPER.match(paragraph.text):
                    yield kind, paragraph.text


def _title(meeting: Meeting) -> str:
    """The first title that names the matter and not the kind of paper or one of its parts."""
    for item in meeting.items:
        title = split_case_number(item.title)[0]
        is_kind = _KIND_OF_PAPER.fullmatch(title.strip())
        if len(title) >= SHORTEST_TITLE and not is_kind and classify_heading(title) is None:
            return title
    return meeting.title


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text.strip())
