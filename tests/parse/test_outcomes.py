"""What became of an item, as the sentences under its decision say."""

import pytest

from beslutssok.domain import Outcome, Paragraph, Place, Section, SectionKind
from beslutssok.parse.outcomes import classify_decision, read_outcome

PLACE = Place(1, 70.0, 100.0, 500.0, 111.0)


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text, (PLACE,)) for text in texts)


@pytest.mark.parametrize(
    ("expected", "texts"),
    [
        (Outcome.APPROVED, ["Förslaget antas."]),
        (Outcome.APPROVED, ["Motionen bifalls."]),
        (Outcome.APPROVED, ["Regionfullmäktige bifaller motionen."]),
        (Outcome.APPROVED, ["1. Taxan fastställs.", "2. Den gäller från årsskiftet."]),
        (Outcome.APPROVED, ["Informationen godkänns."]),
        (Outcome.APPROVED, ["1. Planen antas.", "2. Inkomna yttranden noteras till protokollet."]),
        (Outcome.REJECTED, ["Motionen avslås."]),
        (Outcome.REJECTED, ["Kommunfullmäktige avslår medborgarförslaget."]),
        (Outcome.REJECTED, ["Nämnden beslutar att avslå ansökan om bygglov."]),
        (Outcome.REJECTED, ["Begäran lämnas utan bifall."]),
        (Outcome.REJECTED, ["Kommunen avstyrker ansökan om vindkraftverk."]),
        (Outcome.APPROVED, ["Nämnden tillstyrker detaljplanen."]),
        (Outcome.APPROVED, ["1. Nämnden avstyrker motionen.", "2. Yttrandet antas som eget."]),
        (Outcome.APPROVED, ["Nämnden avger yttrande enligt bilaga och avstyrker motionen."]),
        (Outcome.PROPOSED, ["Nämnden avstyrker motionen."]),
        (Outcome.PROPOSED, ["Nämnden avstyrker motionen.", "Nämnden noterar informationen."]),
        (Outcome.PROPOSED, ["1. Motionen tillstyrks.", "2. Ordföranden får skriva brevet."]),
        (Outcome.REJECTED, ["Nämnden avstyrker undantag och avslår ansökan."]),
        (Outcome.REJECTED, ["1. Motionen avslås.", "2. Frågan får väckas på nytt nästa år."]),
        (Outcome.REFERRED_BACK, ["Ärendet återremitteras."]),
        (Outcome.REFERRED_BACK, ["Ärendet återremitteras för ytterligare beredning."]),
        (Outcome.REFERRED_BACK, ["Fullmäktige beslutar om minoritetsåterremiss."]),
        (Outcome.REFERRED_BACK, ["Styrelsen beslutar att bifalla återremissyrkandet."]),
        (Outcome.TABLED, ["Ärendet bordläggs till nästa sammanträde."]),
        (Outcome.TABLED, ["Nämnden beslutar att bordlägga ärendet."]),
        (Outcome.TABLED, ["Frågan bordlades."]),
        (Outcome.TABLED, ["1. Får framställas.", "2. Interpellationen bordläggs till maj."]),
        (Outcome.ANSWERED, ["1. Nämnden får i uppdrag att utreda.", "2. Hemställan är besvarad."]),
        (Outcome.ANSWERED, ["Interpellationen anses besvarad."]),
        (Outcome.ANSWERED, ["Motionen förklaras besvarad med vad nämnden har anfört."]),
        (Outcome.PARTLY_APPROVED, ["Motionen bifalls delvis."]),
        (Outcome.PARTLY_APPROVED, ["Motionen bifalls i den del som rör skolan."]),
        (
            Outcome.PARTLY_APPROVED,
            ["Motionens första yrkande bifalls.", "Motionen avslås i övrigt."],
        ),
        (Outcome.PARTLY_APPROVED, ["Medborgarförslaget avslås i den del det gäller belysning."]),
        (Outcome.NOTED, ["Rapporten antecknas."]),
        (Outcome.NOTED, ["Informationen noteras till protokollet."]),
        (Outcome.NOTED, ["Meddelandena läggs till handlingarna."]),
        (Outcome.NOTED, ["Nämnden har tagit del av informationen."]),
        (Outcome.REFERRED, ["Ärendet remitteras till teknisk chef för yttrande."]),
        (Outcome.REFERRED, ["Motionerna remitteras till kommunstyrelsen för beredning."]),
        (Outcome.REFERRED, ["Ledamotsinitiativet överlämnas till regionstyrelsen för beredning."]),
        (Outcome.UNKNOWN, ["Kulturnämnden får besluta i ärendet."]),
        (Outcome.WITHDRAWN, ["Ärendet utgår."]),
        (Outcome.WITHDRAWN, ["Motionen dras tillbaka av motionären."]),
    ],
)
def test_outcome(expected: Outcome, texts: list[str]) -> None:
    assert classify_decision(paragraphs(*texts)) is expected


@pytest.mark.parametrize(
    "texts",
    [
        ["Återremissyrkandet avslås.", "Planen antas."],
        ["Yrkandet om återremiss avslås.", "Förslaget antas."],
        ["Styrelsen avslår yrkandet om bordläggning.", "Förslaget antas."],
        ["Ärendet ska inte återremitteras.", "Planen antas."],
        ["1. Budgeten fastställs.", "2. Anna Eks ändringsyrkande avslås."],
        ["Planen antas.", "Reservationen läggs till handlingarna."],
        ["Planen antas.", "Bo Alm (M) reserverar sig till förmån för avslag på motionen."],
        ["1. Planen antas.", "2. Förslaget om en hemställan till regeringen avslås."],
        ["1. Bo Alm utses.", "2. Dagordningen fastställs så att ärendet om hamnen utgår."],
        ["1. Planen antas.", "2. Den överlämnas till nämnden för handläggning."],
        ["1. Planen antas.", "2. Paragrafen förklaras omedelbart justerad."],
        ["1. Planen antas.", "2. Punkten 4 i den tidigare planen utgår."],
    ],
)
def test_what_only_touches_the_matter_does_not_rule_it(texts: list[str]) -> None:
    assert classify_decision(paragraphs(*texts)) is Outcome.APPROVED


def test_immediate_approval_of_the_minutes_hides_no_outcome() -> None:
    found = classify_decision(paragraphs("Motionen avslås.", "Paragrafen är omedelbart justerad."))
    assert found is Outcome.REJECTED


def sections(*kinds: SectionKind) -> list[Section]:
    return [Section(kind, "", paragraphs("Motionen avslås.")) for kind in kinds]


@pytest.mark.parametrize(
    ("kinds", "records_decisions", "expected"),
    [
        ([SectionKind.DECISION], True, Outcome.REJECTED),
        ([SectionKind.PROPOSAL], True, Outcome.PROPOSED),
        ([SectionKind.PROPOSAL], False, Outcome.PROPOSED),
        ([SectionKind.DECISION], False, Outcome.UNKNOWN),
        ([SectionKind.RESERVATION, SectionKind.EARLIER], True, Outcome.UNKNOWN),
        ([], True, Outcome.UNKNOWN),
    ],
)
def test_only_a_decision_decides(
    kinds: list[SectionKind], records_decisions: bool, expected: Outcome
) -> None:
    assert read_outcome(sections(*kinds), records_decisions) is expected


def test_an_avslag_that_is_only_proposed_is_none() -> None:
    found = [
        Section(SectionKind.PROPOSAL, "Förslag till beslut", paragraphs("Motionen avslås.")),
        Section(SectionKind.DECISION, "Beslut", paragraphs("Förslaget antas inte utan prövning.")),
    ]
    assert read_outcome(found, True) is Outcome.APPROVED
