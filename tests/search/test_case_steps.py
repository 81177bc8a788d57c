"""What kind of step an item is: by body, title, outcome and the words of its decision."""

import pytest
from tests.search.case_fakes import stored_item, stored_passage

from beslutssok.domain import DocumentKind, Outcome, SectionKind, StepKind
from beslutssok.search.step_kinds import Setting, is_deciding, step_kind

KF, KS, NAMND = "Kommunfullmäktige", "Kommunstyrelsen", "Socialnämnden"


@pytest.mark.parametrize(
    ("kind", "organ", "title", "outcome", "decision"),
    [
        (StepKind.DECISION, KF, "Ny simhall", Outcome.APPROVED, "Simhallen byggs."),
        (
            StepKind.DECISION,
            KF,
            "Motion om skridskor",
            Outcome.PARTLY_APPROVED,
            "Motionen bifalls delvis.",
        ),
        (StepKind.REJECTION, KF, "Motion om skridskor", Outcome.REJECTED, "Motionen avslås."),
        (StepKind.TABLED, KF, "Ny simhall", Outcome.TABLED, "Ärendet bordläggs."),
        (StepKind.REFERRED_BACK, KF, "Ny simhall", Outcome.REFERRED_BACK, "Återremitteras."),
        (StepKind.WITHDRAWN, KF, "Ny simhall", Outcome.WITHDRAWN, "Ärendet utgår."),
        (
            StepKind.MOTION,
            KF,
            "Motion om fria skridskor",
            Outcome.UNKNOWN,
            "Motionen remitteras till kommunstyrelsen för beredning.",
        ),
        (
            StepKind.INITIATIVE,
            KF,
            "Interpellation om vägen",
            Outcome.APPROVED,
            "Interpellationen får ställas.",
        ),
        (
            StepKind.INITIATIVE,
            KF,
            "Medborgarförslag om en bänk",
            Outcome.UNKNOWN,
            "Medborgarförslaget överlämnas till tekniska nämnden för handläggning.",
        ),
        (
            StepKind.ANSWER,
            KF,
            "Interpellation om vägen",
            Outcome.ANSWERED,
            "Interpellationen anses besvarad.",
        ),
        (StepKind.ANSWER, KF, "Motion om ljus", Outcome.ANSWERED, "Motionen anses besvarad."),
        (
            StepKind.PREPARATION,
            NAMND,
            "Yttrande över motion om måltider",
            Outcome.APPROVED,
            "Nämnden tillstyrker motionen.",
        ),
        (
            StepKind.ANSWER,
            KS,
            "Yttrande över regionens trafikprogram",
            Outcome.APPROVED,
            "Kommunstyrelsen antar skrivelsen som sitt yttrande.",
        ),
        (
            StepKind.ANSWER,
            NAMND,
            "Remissvar på betänkandet om socialtjänst",
            Outcome.APPROVED,
            "Nämnden avger yttrande enligt bilaga.",
        ),
        (
            StepKind.CONSULTATION,
            NAMND,
            "Medborgarförslag om plogning",
            Outcome.UNKNOWN,
            "Ärendet remitteras till teknisk chef för yttrande.",
        ),
        (
            StepKind.CONSULTATION,
            KS,
            "Detaljplan för Norra udden",
            Outcome.APPROVED,
            "Planförslaget ställs ut för granskning.",
        ),
        (
            StepKind.FOLLOW_UP,
            KF,
            "Tertialrapport för kommunen",
            Outcome.APPROVED,
            "Rapporten godkänns.",
        ),
        (
            StepKind.FOLLOW_UP,
            KF,
            "Redovisning av uppdrag om ljus",
            Outcome.NOTED,
            "Uppdraget förklaras fullgjort och antecknas.",
        ),
        (
            StepKind.DECISION,
            NAMND,
            "Uppföljning av skolan",
            Outcome.APPROVED,
            "1. Uppföljningen godkänns.\n2. Skolan får två lärare till.",
        ),
        (StepKind.TREATED, KF, "Information om vägen", Outcome.NOTED, "Informationen noteras."),
        (StepKind.TREATED, KF, "Frågestund", Outcome.UNKNOWN, ""),
    ],
)
def test_the_kind_of_a_step(
    kind: StepKind, organ: str, title: str, outcome: Outcome, decision: str
) -> None:
    passages = [stored_passage(point) for point in decision.split("\n") if point]
    item = stored_item(title, outcome, organ)
    first = Setting(is_first=organ == KF or "Medborgar" not in title)
    assert step_kind(item, passages or [stored_passage("Inget.", SectionKind.OTHER)], first) is kind


@pytest.mark.parametrize(
    ("kind", "organ", "title"),
    [
        (StepKind.PREPARATION, KS, "Ny simhall"),
        (StepKind.PREPARATION, "Kommunstyrelsens arbetsutskott", "Ny simhall"),
        (StepKind.PREPARATION, NAMND, "Motion om måltider"),
        (StepKind.PROPOSAL, NAMND, "Ny förskola"),
        (StepKind.PROPOSAL, KF, "Ny förskola"),
    ],
)
def test_a_proposal_to_others_is_never_a_decision(kind: StepKind, organ: str, title: str) -> None:
    proposal = stored_passage(
        "1. Simhallen byggs.", SectionKind.PROPOSAL, "Kommunstyrelsens beslut"
    )
    found = step_kind(stored_item(title, Outcome.PROPOSED, organ), [proposal])
    assert found is kind
    assert not is_deciding(found)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_an_agenda_never_decides(outcome: Outcome) -> None:
    item = stored_item(outcome=outcome, kind=DocumentKind.AGENDA)
    assert step_kind(item, [stored_passage("Simhallen byggs.")]) is StepKind.AGENDA


def test_carrying_out_comes_after_the_decision() -> None:
    item = stored_item("Genomförande av handlingsplanen", organ=NAMND)
    passages = [stored_passage("Genomförandeplanen antas.")]
    assert step_kind(item, passages, Setting(decided_before=True)) is StepKind.EXECUTION
    assert step_kind(item, passages, Setting()) is StepKind.DECISION


@pytest.mark.parametrize(
    ("title", "told", "kind"),
    [
        ("Nya motioner", "– motion från Ylva Ek (C) om ljus, KS 2024/10", StepKind.MOTION),
        ("Nya medborgarförslag", "– en bänk, KS 2024/10", StepKind.INITIATIVE),
        ("Meddelanden", "Dom om KS 2024/10", StepKind.REFERENCE),
        ("Budget", "Enligt KS 2024/10 gäller …", StepKind.REFERENCE),
    ],
)
def test_what_only_mentions_a_case_decides_nothing_in_it(
    title: str, told: str, kind: StepKind
) -> None:
    mention = Setting(is_own=False, told=told)
    assert step_kind(stored_item(title), [stored_passage("Bifalls.")], mention) is kind


def test_a_paper_may_be_the_initiative_itself() -> None:
    paper = stored_item("Medborgarförslag: en bänk", Outcome.UNKNOWN, kind=DocumentKind.OTHER)
    assert step_kind(paper, []) is StepKind.INITIATIVE
    report = stored_item("Förstudie", Outcome.UNKNOWN, kind=DocumentKind.OTHER)
    assert step_kind(report, []) is StepKind.DOCUMENT
