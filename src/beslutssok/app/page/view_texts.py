"""The shape of the texts of the views; ``view_texts_sv`` and ``view_texts_en`` fill it in.

Texts with ``{…}`` are filled by ``str.format``. Each pair is the singular and the plural.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from beslutssok.app.page.texts import Forms
from beslutssok.domain import ActionKind, MatterKind, StepKind, StepLink


@dataclass(frozen=True, slots=True)
class CaseTexts:
    """What the view of a case says."""

    title: str
    lead: str
    number_hint: str
    show: str
    nothing_advice: str
    case: str
    unnumbered: str
    step: Forms
    steps: str
    steps_and_missing: str
    missing: Forms
    latest: str
    no_decision: str
    later_missing: str
    open_all: str
    close_all: str
    is_missing: str
    missing_note: str
    told_by: str
    belongs_by: str
    changes: Forms
    changes_note: str
    proposed: str
    decided: str
    reworded: str
    dropped: str
    added: str
    not_in_proposal: str
    not_in_decision: str
    removed_words: str
    added_words: str
    end_of_words: str
    as_csv: str
    as_json: str
    kinds: Mapping[StepKind, str]
    links: Mapping[StepLink, str]


@dataclass(frozen=True, slots=True)
class PrecedentTexts:
    """What the view of precedents says."""

    title: str
    lead: str
    text_field: str
    text_hint: str
    file_field: str
    file_hint: str
    find: str
    searching: str
    too_large: str
    no_pdf: str
    unreadable: str
    not_now: str
    failed: str
    too_short: str
    like_text: str
    like_source: str
    compared: str
    none: str
    none_advice: str
    case: Forms
    outcomes: str
    outcomes_note: str
    decided: str
    treated: Forms
    items: str
    most_alike: str
    from_case: str


@dataclass(frozen=True, slots=True)
class OverviewTexts:
    """What the overview says."""

    title: str
    lead: str
    huvudman: str
    year_hint: str
    all_bodies: str
    apply: str
    none: str
    none_advice: str
    by_year: str
    by_year_note: str
    by_body: str
    by_body_note: str
    contested: str
    contested_note: str
    reservations: str
    reservations_note: str
    months: str
    months_note: str
    matters: str
    matters_note: str
    matter_kinds: Mapping[MatterKind, str]
    matters_lead: str
    matters_none: str
    matters_others: str
    matters_back: str
    numbers: str
    download: str
    year: str
    outcome: str
    count: str
    month: str
    kind: str
    no_contested: str
    no_reservations: str
    vote: Forms
    reservation: Forms
    motion: Forms
    legend: str
    more_bodies: str
    outcome_unknown: str


@dataclass(frozen=True, slots=True)
class ActionTexts:
    """What the view of a party or a person says."""

    title: str
    lead: str
    who: str
    who_hint: str
    about: str
    about_hint: str
    show: str
    heading: str
    heading_about: str
    all_kinds: str
    none: str
    none_advice: str
    none_about: str
    whole_party: str
    shown: str
    newer: str
    older: str
    kinds: Mapping[ActionKind, str]
    many: Mapping[ActionKind, Forms]


@dataclass(frozen=True, slots=True)
class AboutTexts:
    """What the page about the collection and the program says.

    ``how``, ``limits`` and ``accessibility`` are paragraphs in order.
    """

    title: str
    lead: str
    contents: str
    index_heading: str
    coverage: str
    coverage_note: str
    no_coverage: str
    month_cell: str
    no_document: str
    gaps: str
    gaps_note: str
    no_gaps: str
    gap: str
    gap_one: str
    unread: str
    no_unread: str
    unread_note: str
    doubts: str
    doubts_note: str
    no_doubts: str
    document: str
    reason: str
    remedy: str
    pages_unread: str
    how_heading: str
    how: tuple[str, ...]
    limits_heading: str
    limits: tuple[str, ...]
    access_heading: str
    access_status: str
    access_lacks_heading: str
    access_lacks: tuple[str, ...]
    access_tested_heading: str
    access_tested: str
    access_report_heading: str
    access_report: str
    access_contact: str
    access_no_contact: str
    access_authority_heading: str
    access_authority: str
    program_heading: str
    version: str
    model: str
    no_model: str
    privacy: str
    month_letters: tuple[str, ...]
    rows: Forms


@dataclass(frozen=True, slots=True)
class ViewTexts:
    """The texts of all views, in one language."""

    case: CaseTexts
    precedents: PrecedentTexts
    overview: OverviewTexts
    actions: ActionTexts
    about: AboutTexts
