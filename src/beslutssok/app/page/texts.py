"""The shape of all texts of the page; ``swedish`` and ``english`` fill it in.

Texts with ``{…}`` are filled by ``str.format``. Each pair is the singular and the plural.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from beslutssok.domain import DocumentKind, Outcome, SectionKind

Forms = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Texts:
    """Every text the page shows, in one language."""

    language: str
    name: str
    sentence: str
    opening: str
    no_script: str
    question: str
    placeholder: str
    submit: str
    examples: str
    example_forms: Mapping[str, str]

    filters: str
    huvudman: str
    organ: str
    date_from: str
    date_to: str
    date_hint: str
    document_kind: str
    section: str
    case_number: str
    case_number_hint: str
    everything: str
    clear: str
    unclear: str
    bad_date: str
    dates_reversed: str
    unknown_choice: str

    searches_in: str
    searches_in_bodies: str
    between: str
    document: Forms
    item: Forms
    body: Forms
    unreadable: Forms
    partly_read: Forms
    unreadable_heading: str
    partly_read_heading: str
    remedy: str
    bodies_heading: str
    nothing_indexed: str
    nothing_indexed_remedy: str

    answer: str
    answered_from: str
    no_answer: str
    no_answer_reason: str
    looked_through: str
    understood_as: str
    take_away: str
    put_back: str
    put_back_part: str
    label: str
    relaxed: str
    corrected: str
    whole_case: str
    source: str
    hits: str
    hit: Forms
    hits_of_items: str
    more_of_item: str
    more_elsewhere: str
    same_text: str
    nearest: str
    nearest_note: str
    no_hits: str
    no_hits_advice: str
    no_hits_filtered: str
    item_outcome: str
    show_all: str
    recognised: str
    open_document: str
    opens_new_tab: str
    copy: str
    copied: str
    copy_failed: str
    case: str
    case_note: str
    case_step: Forms
    case_missing: str
    undated: str
    untitled: str
    paragraph_sign: str
    agenda_item: str
    chapter: str

    searching: str
    failed: str
    failed_note: str
    document_missing: str
    document_missing_note: str
    back: str

    sections: Mapping[SectionKind, str]
    agenda_decision: str
    outcomes: Mapping[Outcome, str]
    kinds: Mapping[DocumentKind, str]
    months: tuple[str, ...]

    def number_of(self, count: int, forms: Forms) -> str:
        """Say how many, with the word in singular or plural and a space in thousands.

        >>> from beslutssok.app.page.swedish import SWEDISH
        >>> SWEDISH.number_of(1, SWEDISH.hit), SWEDISH.number_of(10, SWEDISH.hit)
        ('1 träff', '10 träffar')
        """
        number = f"{count:,}".replace(",", "\N{NO-BREAK SPACE}")
        return f"{number} {forms[0] if count == 1 else forms[1]}"

    def day(self, day: date | None) -> str:
        """Write out a date.

        >>> from beslutssok.app.page.swedish import SWEDISH
        >>> SWEDISH.day(date(2024, 12, 10))
        '10 december 2024'
        """
        if day is None:
            return self.undated
        return f"{day.day} {self.months[day.month - 1]} {day.year}"
