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
    newest_file: str
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
    unsure_answer: str
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
    opens_new_tab: str
    copy: str
    copied: str
    copy_failed: str
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

    navigation: str
    search_view: str
    skip: str
    other_language: str
    loading: str

    party: str
    counted_found: str
    counted_held: str
    sort: str
    relevance: str
    newest: str
    oldest: str
    periods: str
    this_year: str
    last_year: str
    twelve_months: str
    term: str
    any_time: str
    more_hits: str
    sorted_among: str
    download_hits: str
    print: str

    show_document: str
    document_panel: str
    close: str
    page_of: str
    previous_page: str
    next_page: str
    zoom_in: str
    zoom_out: str
    hit_of: str
    previous_hit: str
    next_hit: str
    open_pdf: str
    download_pdf: str
    page_missing: str
    item_text: str
    item_entities: str
    go_to_page: str
    the_hit: str
    permalink: str
    similar_items: str
    hit_missing: str
    hit_missing_note: str
    moved: str
    vote_held: str
    disqualified: str
    refers_to: str
    vote_differs: str
    vote_stands_for: str
    vote_by_party: str
    and_more: str

    whole_list: str
    save_list: str
    list_columns: tuple[str, ...]
    follow_up: str
    follow_up_hint: str
    ask_on: str
    goes_on: str
    new_question: str
    gaps: str
    doubt: str
    amended: str

    indexing: str
    time_left: str
    indexing_note: str
    seconds: str
    minutes: str

    entity_words: Mapping[str, str]
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
