"""What bodies call the sections of an item, and what kind of section each heading opens."""

import pytest

from beslutssok.domain import SectionKind
from beslutssok.parse.headings import classify_heading

KNOWN = {
    SectionKind.DECISION: (
        "Beslut:", "BESLUT", "Beslut (omedelbart justerat)", "Beslut – omedelbar justering",
        "Kommunstyrelsens beslut", "Kommunstyrelsen beslutar", "KS beslutar", "Beslut i ärendet",
        "Beslut 2024-03-05 § 4", "Beslut för egen del",
    ),
    SectionKind.PROPOSAL: (
        "Föredragandens förslag", "Stadsdirektörens förslag", "Utskottets förslag till beslut",
        "Beslutsförslag", "Kommunstyrelsens förslag till kommunfullmäktige", "Tjänsteförslag",
        "Förslag till beslut i kommunfullmäktige", "Kommunfullmäktige föreslås besluta",
        "Kommunstyrelsen föreslår kommunfullmäktige besluta att", "Nämndsekreterarens förslag",
    ),
    SectionKind.MOTION: (
        "Yttranden och yrkanden", "Yrkanden på sammanträdet", "Ledamöternas förslag till beslut",
        "Motförslag", "Ändringsförslag", "Förslag till beslut från Anna Ek (M)",
    ),
    SectionKind.PROCEDURE: (
        "Beslutsgång", "Behandling", "Ajournering", "Proposition och omröstning",
        "Ärendets behandling under mötet", "Voteringsordning",
    ),
    SectionKind.VOTE: ("Omröstning begärs", "Röstresultat", "Omröstningslista"),
    SectionKind.RESERVATION: (
        "Reservation", "Blank reservation", "Reservationer och särskilda yttranden",
    ),
    SectionKind.STATEMENT: (
        "Deltar inte i beslut", "Deltar ej i beslutet", "Ej deltagande i beslut", "Röstförklaring",
        "Särskilt uttalande", "Avstår från att delta",
    ),
    SectionKind.EARLIER: ("Beredning", "Ärendets behandling", "Arbetsutskottets beslut 2024-01-30"),
    SectionKind.RECIPIENTS: (
        "Protokollsutdrag till", "Utdrag till", "Beslutet ska skickas till", "För kännedom",
    ),
    SectionKind.DOCUMENTS: ("Delegationsbeslut", "Anmälda delegationsbeslut", "Beslutsunderlag"),
    SectionKind.BACKGROUND: (
        "Ställningstagande", "Förvaltningens bedömning", "Skäl för beslutet", "Bakgrund och syfte",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "kind"), [(heading, kind) for kind, own in KNOWN.items() for heading in own]
)
def test_a_heading_opens_its_kind(heading: str, kind: SectionKind) -> None:
    assert classify_heading(heading, "Kommunstyrelsen") is kind


@pytest.mark.parametrize("heading", [own for kind, all_ in KNOWN.items() for own in all_
                                     if kind is not SectionKind.DECISION])  # fmt: skip
@pytest.mark.parametrize("organ", ["", "Kommunstyrelsen", "Kommunfullmäktige"])
def test_nothing_else_is_ever_a_decision(heading: str, organ: str) -> None:
    if heading.startswith("Arbetsutskottets beslut") and not organ:
        return
    assert classify_heading(heading, organ) is not SectionKind.DECISION


@pytest.mark.parametrize(
    "text",
    ["Beslut i korthet", "Barnkonsekvensanalys", "Information", "Ny badplats", "Beslutsklausul"],
)
def test_what_is_in_no_lexicon(text: str) -> None:
    assert classify_heading(text, "Kommunstyrelsen") is None


@pytest.mark.parametrize(
    ("heading", "organ", "kind"),
    [
        ("BUN:s beslut", "Barn- och utbildningsnämnden", SectionKind.DECISION),
        ("KF:s beslut", "Kommunfullmäktige", SectionKind.DECISION),
        ("SN:s beslut", "Servicenämnden", None),
        ("PBLs beslut", "Byggnadsnämnden", None),
        ("LSS beslut", "Socialnämnden", None),
        ("RÅDETS BESLUT", "Pensionärsrådet", SectionKind.EARLIER),
        ("Hemställan från Ekby IF", "Kommunstyrelsen", None),
        ("Framställning", "Kommunstyrelsen", None),
        ("Byggnadsnämndens hemställan", "Kommunstyrelsen", SectionKind.PROPOSAL),
    ],
)
def test_whose_decision_or_request_it_is(
    heading: str, organ: str, kind: SectionKind | None
) -> None:
    assert classify_heading(heading, organ) is kind
