"""Invented cases, precedents, figures and acts, for tests of the views of the page."""

from dataclasses import replace
from datetime import date

from tests.fakes.stand_in_index import (
    COVERAGE,
    DECISION,
    MOTION,
    PROPOSAL,
    RESERVATION,
    SAME_TEXT,
    SECOND_POINT,
    VOTE,
)

from beslutssok.domain import (
    Action,
    ActionKind,
    Actions,
    Case,
    CaseStep,
    ContestedItem,
    Dissent,
    DissentKind,
    DocumentKind,
    Entities,
    MatterKind,
    MattersOfPeriod,
    MeetingsOfMonth,
    MissingStep,
    NumberGap,
    Outcome,
    OutcomeCount,
    OutcomesOfYear,
    Overview,
    Person,
    Place,
    PointChange,
    Precedent,
    Precedents,
    Quotation,
    ReservationsOfYear,
    SectionKind,
    StepKind,
    StepLink,
    Tally,
    Vote,
)

FIRST_STEP = replace(
    SAME_TEXT,
    citation="Kommunfullmäktige 2023-03-27 § 31, Beslut (s. 8)",
    id="alvnas-kommun/kommunfullmaktige/2023-03-27/31/beslut",
    item_id="alvnas-kommun/kommunfullmaktige/2023-03-27/31",
    organ="Kommunfullmäktige",
    date=date(2023, 3, 27),
    item_number="31",
    section=SectionKind.DECISION,
    section_heading="Beslut",
    text="Motionen remitteras till kommunstyrelsen för beredning.",
    page=8,
    outcome=Outcome.APPROVED,
)
BOARD = replace(
    SAME_TEXT,
    section=SectionKind.PROPOSAL,
    section_heading="Förslag till beslut",
    citation="Kommunstyrelsen 2023-08-29 § 140, Förslag till beslut p. 1 (s. 9)",
    id="alvnas-kommun/kommunstyrelsen/2023-08-29/140/forslag/1",
    point="1",
    text="1. Motionen bifalls, och 400 000 kronor anvisas för nattbussar på fredagar och lördagar.",
    outcome=Outcome.PROPOSED,
)
REJECTED = replace(
    VOTE,
    section=SectionKind.DECISION,
    section_heading="Beslut",
    citation="Kommunfullmäktige 2024-02-26 § 12, Beslut p. 1 (s. 5)",
    id="alvnas-kommun/kommunfullmaktige/2024-02-26/12/beslut/1",
    point="1",
    text="1. Motionen avslås, och 100 000 kronor anvisas för en utredning av nattbussar.",
)
REFERENCE = replace(
    DECISION,
    citation="Regionfullmäktige 2024-06-18 § 77, Bakgrund (s. 21)",
    id="region-fjallbygden/regionfullmaktige/2024-06-18/77/bakgrund",
    item_id="region-fjallbygden/regionfullmaktige/2024-06-18/77",
    organ="Regionfullmäktige",
    date=date(2024, 6, 18),
    item_number="77",
    item_title="Trafikförsörjningsprogram 2025–2030",
    case_number="RS/41/2024",
    section=SectionKind.BACKGROUND,
    section_heading="Bakgrund",
    point=None,
    text="Älvnäs kommun avslog i februari motionen om bussförbindelser (KS 2023/145).",
    page=21,
)
MISSING = MissingStep(
    organ="Kommunstyrelsens arbetsutskott",
    date=date(2023, 8, 15),
    number="88",
    year=2023,
    told_by=BOARD,
    text="Kommunstyrelsens arbetsutskott behandlade ärendet den 15 augusti 2023, § 88.",
)
MISSING_LATER = MissingStep(
    organ="Gymnasienämnden",
    date=None,
    number=None,
    year=2025,
    told_by=REJECTED,
    text="Utredningen ska redovisas för gymnasienämnden under 2025.",
)
CHANGES = (
    PointChange(BOARD, REJECTED),
    PointChange(replace(BOARD, text="2. Beslutet följs upp efter ett år."), None),
    PointChange(None, replace(REJECTED, text="2. Regionen tillfrågas.")),
)
_WORDS = Quotation(VOTE.text, (Place(5, 70, 120, 520, 150),))
VOTED = Vote(_WORDS, Tally(21, 18, 2, None, VOTE.text))
RESERVED = Dissent(
    DissentKind.RESERVATION,
    tuple(Person(name, "C") for name in ("Elsa Lundmark", "Ivar Strand", "Maj Ek", "Nils Hed")),
    ("V",),
    _WORDS,
)
CASE = Case(
    "KS 2023/145",
    MOTION.item_title,
    (
        CaseStep(FIRST_STEP, StepKind.MOTION, Outcome.APPROVED),
        CaseStep(BOARD, StepKind.PREPARATION, Outcome.PROPOSED),
        CaseStep(MOTION, StepKind.REFERRED_BACK, Outcome.REFERRED_BACK),
        CaseStep(
            REJECTED,
            StepKind.REJECTION,
            Outcome.REJECTED,
            changes=CHANGES,
            entities=Entities(votes=(VOTED,), dissents=(RESERVED,)),
        ),
        CaseStep(REFERENCE, StepKind.REFERENCE, Outcome.APPROVED, StepLink.MENTION),
    ),
    (MISSING, MISSING_LATER),
)
ONLY_PROPOSED = Case(
    PROPOSAL.case_number or "",
    PROPOSAL.item_title,
    (CaseStep(PROPOSAL, StepKind.AGENDA, Outcome.PROPOSED),),
)

PRECEDENTS = Precedents(
    compared="Nattbussar till gymnasieskolan på helger. Kommunen föreslås ordna nattbussar.",
    source="",
    cases=(
        Precedent("KS 2023/145", MOTION.item_title, Outcome.REJECTED, REJECTED, (MOTION, REJECTED)),
        Precedent("RS/762/2024", DECISION.item_title, Outcome.APPROVED, DECISION, (DECISION,)),
        Precedent(None, REFERENCE.item_title, Outcome.PROPOSED, REFERENCE, (REFERENCE,)),
    ),
    outcomes=(
        OutcomeCount(Outcome.REJECTED, 1),
        OutcomeCount(Outcome.APPROVED, 1),
        OutcomeCount(Outcome.PROPOSED, 1),
    ),
    coverage=COVERAGE,
)

_REGION, _TOWN = "Region Fjällbygden", "Älvnäs kommun"
_COUNTS = {
    Outcome.APPROVED: 120,
    Outcome.NOTED: 41,
    Outcome.REJECTED: 13,
    Outcome.REFERRED_BACK: 6,
    Outcome.ANSWERED: 9,
    Outcome.UNKNOWN: 3,
}
OVERVIEW = Overview(
    outcomes=tuple(
        OutcomesOfYear(huvudman, organ, year, outcome, count + year - 2022 + 5 * place)
        for place, (huvudman, organ) in enumerate(
            (
                (_REGION, "Regionstyrelsen"),
                (_REGION, "Regionfullmäktige"),
                (_TOWN, "Kommunstyrelsen"),
            )
        )
        for year in (2022, 2023, 2024)
        for outcome, count in _COUNTS.items()
    ),
    reservations=tuple(
        ReservationsOfYear(party, year, count)
        for party, count in (("SD", 21), ("V", 14), ("S", 9), ("M", 4))
        for year in (2023, 2024)
    ),
    contested=(
        ContestedItem(DECISION, votes=2, reservations=3, motions=4),
        ContestedItem(VOTE, votes=1, reservations=0, motions=2),
    ),
    months=tuple(
        MeetingsOfMonth(huvudman, organ, f"{year}-{month:02}", kind, 1 + month % 2)
        for huvudman, organ in ((_REGION, "Regionstyrelsen"), (_TOWN, "Kommunstyrelsen"))
        for year in (2023, 2024)
        for month in (1, 2, 3, 5, 6, 9, 10, 12)
        for kind in (DocumentKind.MINUTES, DocumentKind.AGENDA)
    ),
    matters=tuple(
        MattersOfPeriod(huvudman, organ, f"{year}-01", f"{year}-12", kind, count + year - 2022)
        for huvudman, organ in ((_TOWN, "Kommunstyrelsen"), (_REGION, "Regionfullmäktige"))
        for year in (2022, 2023, 2024)
        for kind, count in (
            (MatterKind.MOTION, 9),
            (MatterKind.FINANCE, 4),
            (MatterKind.OTHER, 1 if organ == "Regionfullmäktige" else 30),
        )
    ),
    gaps=(
        NumberGap(_REGION, "Regionstyrelsen", 2024, 101, 118),
        NumberGap(_TOWN, "Kommunstyrelsen", 2023, 77, 77),
    ),
    coverage=COVERAGE,
)
NO_FIGURES = Overview((), (), (), (), (), (), replace(COVERAGE, documents=0, items=0, bodies=()))

ACTIONS = Actions(
    who="S",
    actions=(
        Action(ActionKind.MOVED, "Gunnar Åström", "S", "bifall", MOTION.text, MOTION),
        Action(ActionKind.VOTED, None, "S", "12 ja, 1 nej", VOTE.text, VOTE, "ja: avslag"),
        Action(ActionKind.RESERVED, "Siv Granlund", "S", "", RESERVATION.text, RESERVATION),
    ),
    coverage=COVERAGE,
)
NO_ACTIONS = Actions("X", (), COVERAGE)
HITS_OF_CASE = (FIRST_STEP, BOARD, MOTION, REJECTED, REFERENCE, SECOND_POINT)
