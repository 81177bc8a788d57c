"""Outcomes as assemblies, boards and committees of many kinds word their decisions."""

import pytest

from beslutssok.domain import Outcome, Paragraph, Place, Section, SectionKind
from beslutssok.parse.outcomes import read_outcome

PLACE = Place(1, 70.0, 100.0, 500.0, 111.0)
MOTION = "Svar på motion om fria broddar från Ylva Stråk (C)"
R = Outcome


def section(kind: SectionKind, heading: str, *texts: str) -> Section:
    return Section(kind, heading, tuple(Paragraph(text, (PLACE,)) for text in texts))


def outcome_of(title: str, *decision: str, proposal: tuple[str, ...] = (), of: str = "") -> Outcome:
    sections = [section(SectionKind.DECISION, "Beslut", *decision)]
    if proposal:
        heading = f"{of} förslag till beslut".strip().capitalize()
        sections.insert(0, section(SectionKind.PROPOSAL, heading, *proposal))
    return read_outcome(sections, True, title)


@pytest.mark.parametrize(
    ("expected", "title", "decision"),
    [
        # A large city's assembly
        (R.REJECTED, MOTION, ["att motion (2024:31) av Ylva Stråk (C) om fria broddar avslås"]),
        (
            R.ANSWERED,
            MOTION,
            ["Motion (2024:31) av Ylva Stråk (C) anses besvarad med vad som anförs i utlåtandet."],
        ),
        (R.ANSWERED, MOTION, ["Motionen ska anses vara besvarad."]),
        (R.ANSWERED, MOTION, ["Kommunfullmäktige beslutar att anse motionen besvarad."]),
        (R.ANSWERED, MOTION, ["Med detta är motionen besvarad."]),
        (R.APPROVED, MOTION, ["Motionen anses bifallen."]),
        (R.APPROVED, MOTION, ["1. Motionen bifölls.", "2. Nämnden fick i uppdrag att köpa dem."]),
        (R.PARTLY_APPROVED, MOTION, ["Motionen bifölls delvis.", "Nämnden fick ett uppdrag."]),
        (R.PARTLY_APPROVED, MOTION, ["Att-sats 1 bifalls.", "Att-satserna 2 och 3 avslås."]),
        (R.PARTLY_APPROVED, MOTION, ["att bifalla motionens första att-sats"]),
        (
            R.PARTLY_APPROVED,
            MOTION,
            ["1. Motionens första att-sats bifalls.", "2. Motionen anses i övrigt besvarad."],
        ),
        (R.REJECTED, MOTION, ["Kommunfullmäktige avslår återremissyrkandet och avslår motionen."]),
        (R.REJECTED, MOTION, ["Motionen avslås i enlighet med kommunstyrelsens yrkande."]),
        (R.REJECTED, MOTION, ["att inte bifalla motionen"]),
        (R.REJECTED, "Initiativ om hyror", ["1. att initiativet inte bifalls."]),
        (R.ANSWERED, "Skrivelse om skolor", ["1. Nämnden anser skrivelsen besvarad."]),
        (
            R.PARTLY_APPROVED,
            "Stöd till Teater Moln",
            ["1. Nämnden avslår ansökan om 300 000 kr.", "2. Teater Moln beviljas 150 000 kr."],
        ),
        (
            R.REFERRED,
            "Anmälan av motioner",
            ["Motionerna överlämnas till styrelsen för beredning:", "Motion om att avslå taxan"],
        ),
        (R.TABLED, "Arvoden", ["Nämnden beslutar att ärendet tas upp på nästa möte."]),
        (
            R.APPROVED,
            "Val",
            ["Val av ersättare i patientnämnden bordläggs. Till nämndeman väljs Kim Ås (L)."],
        ),
        (R.TABLED, "Val av nämndeman", ["Valet av nämndeman bordläggs."]),
        (R.REJECTED, MOTION, ["att lämna motionen utan bifall"]),
        (R.REJECTED, "Ledamotsinitiativ om vakter", ["att lämna initiativärendet utan åtgärd"]),
        (
            R.REJECTED,
            "Ansökan om bidrag till loppet",
            ["Nämnden beslutar att inte bevilja bidrag."],
        ),
        (R.REJECTED, "Ansvarsfrihet för styrelsen", ["Styrelsen beviljas inte ansvarsfrihet."]),
        # The assembly goes against its board
        (
            R.APPROVED,
            MOTION,
            ["1. Kommunstyrelsens förslag avslås.", "2. Motionen bifalls."],
        ),
        (
            R.REJECTED,
            "Nedläggning av Lillåns skola",
            ["Kommunstyrelsens förslag avslås.", "Skolan ska finnas kvar."],
        ),
        (
            R.APPROVED,
            "Detaljplan för Sjöhagen",
            ["Planen antas med ändringen att punkt 3 utgår.", "Tilläggsyrkandet från V bifalls."],
        ),
        (
            R.APPROVED,
            "Taxa för livsmedelstillsyn",
            ["1. Taxan antas.", "2. Motionen från 2019 om taxan anses därmed besvarad."],
        ),
        (
            R.APPROVED,
            "Budget 2026",
            ["Kommunstyrelsen avslår Bo Eks (SD) yrkande och bifaller det egna förslaget."],
        ),
        (R.REJECTED, MOTION, ["att avslå motionen med motiveringen att den är besvarad i budget"]),
        (R.REJECTED, MOTION, ["Fullmäktige avslår Bo Eks (S) yrkande om bifall till motionen."]),
        (R.REJECTED, MOTION, ["Motionen föranleder ingen åtgärd."]),
        (R.REJECTED, "Laglighetsprövning", ["Nämnden avvisar överklagandet."]),
        (R.REJECTED, "Bygglov för brygga", ["Nämnden beslutar att neka bygglov."]),
        (R.REJECTED, "Förhandsbesked", ["Positivt förhandsbesked kan inte lämnas."]),
        (R.APPROVED, "Bygglov", ["att bevilja bygglov", "att avgiften är 12 000 kronor"]),
        (R.APPROVED, "Överklagande", ["Nämnden beslutar att inte överklaga domen."]),
        (
            R.APPROVED,
            "Plan",
            ["Ärendet ska avgöras idag och inte återremitteras.", "Planen antas."],
        ),
        (
            R.APPROVED,
            "Årsrapport",
            ["Nämnden godkänner rapporten och lägger den till handlingarna."],
        ),
        (R.ANSWERED, "Motion om att avslå allt", ["Motionen anses besvarad."]),
        # Sent on, put off, withdrawn
        (R.REFERRED, "Motion om gatlyktor", ["Motionen överlämnas till styrelsen för beredning."]),
        (R.REFERRED, "Motion om gatlyktor", ["Motionen remitteras till kommunstyrelsen."]),
        (
            R.REFERRED,
            "Nya motioner",
            ["1. Motionerna remitteras till regionstyrelsen.", "2. Skrivelserna noteras."],
        ),
        (R.REFERRED, "Avfallsplan", ["Förslaget skickas ut på remiss till och med den 1 maj."]),
        (R.REFERRED, "Fråga om namn", ["Ärendet överlämnas till nämnden utan eget yttrande."]),
        (R.UNKNOWN, "Medborgarförslag om bad", ["Tekniska nämnden får besluta i ärendet."]),
        (
            R.APPROVED,
            "Delårsrapport",
            ["Rapporten godkänns och överlämnas till styrelsen för beredning."],
        ),
        (
            R.PROPOSED,
            "Cykelplan",
            ["Nämnden godkänner planen och överlämnar den till kommunfullmäktige för antagande."],
        ),
        (
            R.REFERRED_BACK,
            "Plan för Ön",
            ["Enligt återremissyrkande från C och L:", "Se bilaga 2."],
        ),
        (R.REFERRED_BACK, "Bygglov", ["Ärendet återförvisas till nämnden för ny handläggning."]),
        (
            R.APPROVED,
            "Fortsatt beredning av skolan",
            ["1. Direktören ska komplettera utredningen enligt fullmäktiges återremiss."],
        ),
        (
            R.TABLED,
            "Interpellation",
            ["Interpellationen får ställas och besvaras vid nästa sammanträde."],
        ),
        (
            R.TABLED,
            "Interpellation",
            ["Interpellationen får framställas och besvaras på nästa möte."],
        ),
        (
            R.REJECTED,
            "Interpellation",
            ["att den av Bo Ek väckta interpellationen inte får framställas"],
        ),
        (R.REJECTED, "Enkel fråga", ["Frågan får inte ställas."]),
        (R.ANSWERED, "Enkel fråga", ["Frågan får ställas och anses därmed besvarad."]),
        (R.TABLED, "Val av nämndeman", ["Valet skjuts upp till fullmäktiges sammanträde i mars."]),
        (R.APPROVED, "Budget 2026", ["Budgeten fastställs.", "Punkt 4 bordläggs."]),
        (R.WITHDRAWN, "Val av nämndeman", ["Utgår."]),
        (R.WITHDRAWN, "Ny taxa", ["Nämnden beslutar att ärendet utgår från dagens lista."]),
        (R.WITHDRAWN, "Ny taxa", ["Ordföranden drar tillbaka ärendet."]),
        (R.TABLED, "Ny taxa", ["Ärendet ajourneras till den 4 maj."]),
        (R.REFERRED, "Motion", ["Motionen lämnas över till styrelsen för beredning."]),
        (
            R.UNKNOWN,
            "Medborgarförslag",
            ["Fullmäktige överlåter till nämnden att besluta i ärendet."],
        ),
        # Only noted
        (R.NOTED, "Revisionsrapport", ["Rapporten antecknades till protokollet."]),
        (R.NOTED, "Information", ["Kommunstyrelsen tackar för informationen."]),
        (R.NOTED, "Delegationsbeslut", ["att lägga anmälda delegationsbeslut till protokollet"]),
        (R.NOTED, "Delgivningar", ["Antecknades till kännedom."]),
        (
            R.NOTED,
            "Anmälningar",
            [
                "Antecknas.",
                "Sedan förra mötet har följande kommit in.",
                "Motion om att sänka taxan",
            ],
        ),
        (
            R.APPROVED,
            "Fastställande av dagordning",
            ["Dagordningen fastställs med tillägg av en fråga om bussen, som dock inte medges."],
        ),
        (R.REJECTED, "Myrvik 1:2 – förhandsbesked", ["Negativt förhandsbesked lämnas."]),
        (
            R.PARTLY_APPROVED,
            "Strandskyddsdispens för brygga och bastu",
            ["1. Dispens medges för bryggan.", "2. Ansökan om dispens för bastun avslås."],
        ),
        # Another wish is rejected than the matter of the title
        (
            R.APPROVED,
            "Återtagande av markanvisning i Myrvik",
            ["1. Bolagets begäran om anstånd avslås.", "2. Markanvisningen återtas."],
        ),
        (
            R.REJECTED,
            "Nedläggning av Myrviks skola",
            ["1. Styrelsens förslag om nedläggning avslås.", "2. Nämnden ska laga Myrviks tak."],
        ),
        (
            R.APPROVED,
            "Uppföljning",
            ["Rapporten antecknas.", "Förvaltningen får i uppdrag att återkomma i maj."],
        ),
    ],
)
def test_outcome_as_worded(expected: Outcome, title: str, decision: list[str]) -> None:
    assert outcome_of(title, *decision) is expected


@pytest.mark.parametrize(
    "decision",
    [
        "Kommunfullmäktige beslutar enligt kommunstyrelsens förslag.",
        "Kommunfullmäktige beslutar i enlighet med kommunstyrelsens förslag till beslut.",
        "Kommunfullmäktige bifaller kommunstyrelsens förslag.",
        "Kommunstyrelsens förslag bifalls.",
        "Enligt förslaget.",
        "Förslaget antas.",
        "Kommunstyrelsen omfattade förslaget.",
        "att bifalla kommunstyrelsens förslag",
    ],
)
def test_what_was_carried_is_what_the_proposal_says(decision: str) -> None:
    found = outcome_of(MOTION, decision, proposal=("Motionen avslås.",), of="kommunstyrelsens")
    assert found is Outcome.REJECTED
    plan = outcome_of("Plan", decision, proposal=("Planen antas.",), of="kommunstyrelsens")
    assert plan is Outcome.APPROVED


def test_a_motion_is_not_carried_because_some_proposal_was() -> None:
    assert outcome_of(MOTION, "Kommunfullmäktige beslutar enligt förslaget.") is Outcome.UNKNOWN


def test_of_two_proposals_the_named_one_was_carried() -> None:
    sections = [
        section(SectionKind.PROPOSAL, "Teknikernämndens förslag till beslut", "Motionen bifalls."),
        section(SectionKind.PROPOSAL, "Kommunstyrelsens förslag till beslut", "Motionen avslås."),
        section(SectionKind.DECISION, "Beslut", "Enligt kommunstyrelsens förslag."),
    ]
    assert read_outcome(sections, True, MOTION) is Outcome.REJECTED
    unnamed = [*sections[:2], section(SectionKind.DECISION, "Beslut", "Enligt förslaget.")]
    assert read_outcome(unnamed, True, MOTION) is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("expected", "yrkande"),
    [
        (Outcome.REJECTED, "Rut Asp (L) yrkar avslag på motionen."),
        (Outcome.REFERRED_BACK, "Rut Asp (L) yrkar att ärendet ska återremitteras."),
        (Outcome.TABLED, "Rut Asp (L) yrkar bordläggning."),
    ],
)
def test_whose_yrkande_was_carried(expected: Outcome, yrkande: str) -> None:
    sections = [
        section(SectionKind.MOTION, "Yrkanden", "Bo Ek (M) yrkar bifall till motionen.", yrkande),
        section(
            SectionKind.DECISION, "Beslut", "Fullmäktige beslutar enligt Rut Asps (L) yrkande."
        ),
    ]
    assert read_outcome(sections, True, MOTION) is expected


def test_a_board_that_first_proposes_has_not_decided_the_matter() -> None:
    sections = [
        section(
            SectionKind.PROPOSAL,
            "Beslut",
            "Styrelsen föreslår kommunfullmäktige besluta",
            "1. Medel beviljas.",
        ),
        section(
            SectionKind.DECISION,
            "Beslut",
            "Under förutsättning av kommunfullmäktiges beslut ovan beslutar styrelsen",
            "1. Chefen får i uppdrag att upphandla.",
        ),
    ]
    assert read_outcome(sections, True, "Ansökan om medel") is Outcome.PROPOSED
