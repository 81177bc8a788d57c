"""The law: every line of the pages is in the meeting exactly once, and with it every word."""

import re
from collections import Counter
from collections.abc import Iterator

from beslutssok.domain import Meeting, Place, SourceDocument


def places_of(meeting: Meeting) -> Iterator[Place]:
    """The places of all that a meeting holds: headings, paragraphs, and what is outside items."""
    for paragraph in meeting.front:
        yield from paragraph.places
    for item in meeting.items:
        yield from item.heading_places
        for section in item.sections:
            yield from section.heading_places
            for paragraph in section.paragraphs:
                yield from paragraph.places


def letters(text: str) -> Counter[str]:
    """How often each letter and digit stands in a text; hyphens and spaces are left out."""
    return Counter(re.sub(r"[\W_]", "", text).casefold())


def account_for_lines(document: SourceDocument, meeting: Meeting) -> None:
    """Fail unless each line is in the meeting once, and nothing else is.

    What paragraphs say is what their lines say, hyphenation aside.
    """
    lines = [line for page in document.pages for line in page.lines]
    assert Counter(places_of(meeting)) == Counter(line.place for line in lines)
    by_place: dict[Place, list[str]] = {}
    for line in lines:
        by_place.setdefault(line.place, []).append(line.text)
    sections = [section for item in meeting.items for section in item.sections]
    texts = [(p.text, p.places) for p in meeting.front]
    texts += [(p.text, p.places) for section in sections for p in section.paragraphs]
    texts += [
        (section.heading, section.heading_places) for section in sections if section.heading_places
    ]
    for text, places in texts:
        assert places
        printed = [by_place[place] for place in dict.fromkeys(places)]
        if all(len(options) == 1 for options in printed):
            assert letters(text) == letters("".join(options[0] for options in printed)), text
