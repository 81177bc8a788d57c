"""Items are found however a template numbers them."""

import pytest
from tests.parse.typeset import AGENDA, BOARD, COUNCIL, numbers, titles, understand

from beslutssok.domain import DocumentKind, OutlineEntry, SectionKind

BODY = """
! Beslut
Regionstyrelsen godkänner redovisningen och lägger den till handlingarna.
"""


def test_paragraph_sign_alone_with_title_and_case_number_below() -> None:
    meeting = understand(
        f"""
# §208
# Ny ambulansstation vid Lomma backe
(RS/762/2024)
{BODY}
# §209
# Hyra av lokaler för ungdomsmottagningen (RS/763/2024)
{BODY}
"""
    )
    assert numbers(meeting) == ["208", "209"]
    assert titles(meeting) == [
        "Ny ambulansstation vid Lomma backe",
        "Hyra av lokaler för ungdomsmottagningen",
    ]
    assert [item.case_number for item in meeting.items] == ["RS/762/2024", "RS/763/2024"]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_case_number_beside_the_sign_and_a_title_of_many_lines(count: int) -> None:
    title = [
        "Redovisning av uppdrag till nämnden för stadens",
        "fastigheter att pröva möjligheten till odling på",
        "taken av skolor och förskolor i samverkan med",
        "föreningslivet och Granvika kolonister",
    ][:count]
    heading = "\n".join(f"# {line}" for line in title)
    meeting = understand(
        f"# § 343 Ärendenummer SLK-2024-00385\n{heading}\n{BODY}\n"
        f"# § 344 Ärendenummer SLK-2024-00391\n{heading}\n{BODY}",
        heads=COUNCIL,
    )
    assert numbers(meeting) == ["343", "344"]
    assert titles(meeting) == [" ".join(title)] * 2
    assert [item.case_number for item in meeting.items] == ["SLK-2024-00385", "SLK-2024-00391"]


@pytest.mark.parametrize(
    ("first", "second", "labels", "cases"),
    [
        ("§ 17 0120/22", "§ 18 0133/22", ["17", "18"], ["0120/22", "0133/22"]),
        ("§ 114 | Dnr 2024-00001", "§ 115 | Dnr 2024-00002", ["114", "115"],
         ["2024-00001", "2024-00002"]),
        ("Ks § 45", "Ks § 46", ["45", "46"], [None, None]),
        ("KF § 12 Dnr KS 2023/45", "KF § 13 Dnr KS 2023/46", ["12", "13"],
         ["KS 2023/45", "KS 2023/46"]),
        ("§ 12/24", "§ 13/24", ["12/24", "13/24"], [None, None]),
        ("§ 7", "§ 7 a", ["7", "7 a"], [None, None]),
        ("26 Dnr KS 2018/14", "27 Dnr KS 2018/15", ["26", "27"], ["KS 2018/14", "KS 2018/15"]),
    ],
)  # fmt: skip
def test_number_line_with_the_title_below(
    first: str, second: str, labels: list[str], cases: list[str | None]
) -> None:
    meeting = understand(
        f"# {first}\n# Ny badplats vid Sörsjön\n{BODY}\n"
        f"# {second}\n# Val av vigselförrättare\n{BODY}",
        heads=BOARD,
    )
    assert numbers(meeting) == labels
    assert titles(meeting) == ["Ny badplats vid Sörsjön", "Val av vigselförrättare"]
    assert [item.case_number for item in meeting.items] == cases


def test_number_before_the_sign() -> None:
    meeting = understand(
        f"# 1 § Välkomstord\n{BODY}\n# 2 § Mötets laglighet\n{BODY}\n# 3 § Kulturbidrag\n{BODY}"
    )
    assert numbers(meeting) == ["1", "2", "3"]
    assert titles(meeting) == ["Välkomstord", "Mötets laglighet", "Kulturbidrag"]


def test_full_stop_behind_the_number() -> None:
    meeting = understand(f"# § 1. Upprop\n{BODY}\n# § 2. Val av justerare\n{BODY}")
    assert titles(meeting) == ["Upprop", "Val av justerare"]


def test_minutes_that_number_their_items_without_any_sign() -> None:
    meeting = understand(
        f"# 1. Mötets öppnande\n{BODY}\n1. Första punkten.\n2. Andra punkten.\n\n"
        f"# 2. Föregående protokoll\n{BODY}"
    )
    assert titles(meeting) == ["Mötets öppnande", "Föregående protokoll"]


def test_the_title_may_be_a_word_that_heads_sections_elsewhere() -> None:
    meeting = understand(f"# § 22\n! Meddelanden\n{BODY}\n# § 23\n! Delegeringsbeslut\n{BODY}")
    assert titles(meeting) == ["Meddelanden", "Delegeringsbeslut"]
    assert [s.kind for s in meeting.items[0].sections] == [SectionKind.DECISION]


def test_a_title_is_hyphenated_over_lines() -> None:
    meeting = understand(
        f"# § 5 Avgiftsfri TBE-\n# vaccination och uppföljning av vinterns väg-\n# hållning\n{BODY}"
    )
    assert titles(meeting) == ["Avgiftsfri TBE-vaccination och uppföljning av vinterns väghållning"]


def test_a_title_goes_on_on_the_next_page() -> None:
    meeting = understand(
        f"# § 5 Upprop\n{BODY}\n# § 6 Upphandling av färdtjänst i länets",
        f"# norra kommuner\n{BODY}\n# § 7 Övrigt\n{BODY}",
    )
    assert titles(meeting)[1] == "Upphandling av färdtjänst i länets norra kommuner"
    assert numbers(meeting) == ["5", "6", "7"]
    assert meeting.items[1].pages == (1, 2)


AGENDA_TEXT = """
# {0} Upprop och val av justerare
! Förslag till beslut
1. Anna Granvik utses att justera protokollet.
2. Justeringen sker digitalt.

# {1} FoU-budget 2026 (RS/535/2024)
! Sammanfattning
Forskningsrådet har lämnat ett förslag till fördelning av medel mellan områdena.

! Förslag till beslut
1. Medlen fördelas enligt bilaga 1.
2. Återrapportering sker i september.
3. Beslutet gäller från årsskiftet.

# {2} Meddelanden
! Förslag till beslut
Meddelandena läggs till handlingarna.
"""


def test_agenda_with_bold_titles() -> None:
    meeting = understand(AGENDA_TEXT.format("1.", "2.", "3."), heads=AGENDA)
    assert meeting.document_kind is DocumentKind.AGENDA
    assert numbers(meeting) == ["1", "2", "3"]
    assert titles(meeting) == ["Upprop och val av justerare", "FoU-budget 2026", "Meddelanden"]
    assert meeting.items[1].case_number == "RS/535/2024"


def test_points_are_no_items_where_nothing_is_bold_and_there_is_no_outline() -> None:
    plain = AGENDA_TEXT.format("1.", "2.", "3.").replace("# ", "").replace("! ", "")
    meeting = understand(plain, heads=AGENDA)
    assert titles(meeting) == ["Upprop och val av justerare", "FoU-budget 2026", "Meddelanden"]
    proposal = meeting.items[1].sections[-1]
    assert [paragraph.point for paragraph in proposal.paragraphs] == ["1", "2", "3"]


def test_agenda_that_numbers_its_items_with_paragraph_signs() -> None:
    meeting = understand(AGENDA_TEXT.format("§ 1", "§ 2", "§ 3"), heads=AGENDA)
    assert numbers(meeting) == ["1", "2", "3"]


def test_contents_at_the_front_repeat_every_item() -> None:
    contents = """
! Innehåll
§ 84 Upprop ........................................ 2
§ 85 Regionplan och budget för åren 2025 till och med
2027 ............................................... 2
§ 86 Patientavgifter .................................. 3
"""
    headings = ("§ 84 Upprop", "§ 85 Regionplan och budget", "§ 86 Patientavgifter")
    body = "\n".join(f"# {heading}\n{BODY}" for heading in headings)
    meeting = understand(contents, body)
    assert titles(meeting) == ["Upprop", "Regionplan och budget", "Patientavgifter"]
    assert [item.pages for item in meeting.items] == [(2, 2)] * 3
    assert len(meeting.front) == 4


def test_bookmarks_help_but_are_not_needed() -> None:
    text = f"§ 1 Upprop\n{BODY}\n§ 2 Budget\n{BODY}"
    outline = [OutlineEntry("§ 1 Upprop", 1, 0), OutlineEntry("§ 2 Budget", 1, 0)]
    assert titles(understand(text, outline=outline)) == ["Upprop", "Budget"]
    assert titles(understand(text)) == ["Upprop", "Budget"]


@pytest.mark.parametrize(
    "trap",
    [
        "Ärendet behandlades senast av arbetsutskottet den 3 mars,\n§ 133.",
        "Närvarande vid behandlingen av\n§§ 116-130 var även regionjuristen.",
        "Frågor ställs enligt\n§ 21 i kommunfullmäktiges arbetsordning.",
        "Tandvården regleras i\n10 § tandvårdslagen och i regionens egna regler.",
        "Tidigare beslut i ärendet fattades av nämnden i\n§ 12 Regionstyrelsen 2023-02-14",
        "Kostnaden bärs enligt\n2 kap. 4 § kommunallagen av den som har beställt tjänsten.",
    ],
)
def test_lines_with_a_paragraph_sign_that_begin_no_item(trap: str) -> None:
    meeting = understand(
        f"# § 11 Upprop\n{BODY}\n# § 12 Tandvård för äldre\n! Sammanfattning\n{trap}\n{BODY}\n"
        f"# § 13 Övrigt\n{BODY}"
    )
    assert numbers(meeting) == ["11", "12", "13"]
    assert titles(meeting) == ["Upprop", "Tandvård för äldre", "Övrigt"]


def test_a_list_of_earlier_decisions_begins_no_items() -> None:
    meeting = understand(
        f"""
# § 40 Upprop
{BODY}
# § 41 Sjukresor
! Tidigare behandling
§ 42 Regionstyrelsen 2023-02-14
§ 43 Regionstyrelsen 2023-03-14
§ 57 Regionfullmäktige 2023-04-18
{BODY}
# § 42 Kollektivtrafik
{BODY}
# § 43 Övrigt
{BODY}
"""
    )
    assert numbers(meeting) == ["40", "41", "42", "43"]
    assert titles(meeting) == ["Upprop", "Sjukresor", "Kollektivtrafik", "Övrigt"]


def test_gaps_in_the_numbers_are_doubts() -> None:
    meeting = understand(f"# § 4 Upprop\n{BODY}\n# § 6 Budget\n{BODY}\n# § 7 Övrigt\n{BODY}")
    assert numbers(meeting) == ["4", "6", "7"]
    assert meeting.doubts == ("§ 5 saknas mellan första och sista.",)


def test_one_item_and_no_front_page_is_an_extract() -> None:
    meeting = understand(f"# § 6 Budget\n{BODY}")
    assert meeting.document_kind is DocumentKind.EXTRACT


def test_a_document_without_items_is_no_meetings() -> None:
    meeting = understand("! Bakgrund\nRegionen äger fyra folkhögskolor och driver dem själv.")
    assert meeting.document_kind is DocumentKind.OTHER
    assert titles(meeting) == ["Bakgrund"]


@pytest.mark.parametrize(
    "heading", ["# §§ 32–35", "# § 32-35", "# §§ 32-35 Sekretessärenden", "# Paragraf 32–35"]
)
def test_several_items_under_one_heading(heading: str) -> None:
    meeting = understand(
        f"# § 31 Ärendelista\n{BODY}\n{heading}\nFör paragraferna gäller sekretess.\n\n"
        f"# § 36 Serveringstillstånd\n{BODY}"
    )
    assert numbers(meeting) == ["31", "32–35", "36"]
    assert "sekretess" not in " ".join(
        paragraph.text for section in meeting.items[0].sections for paragraph in section.paragraphs
    )
    assert meeting.doubts == ()


@pytest.mark.parametrize(
    "line", ["§§ 32–34 bordläggs till nästa möte.", "Se §§ 32–34.", "# §§ 30–34", "§§ 32–34 ovan"]
)
def test_a_row_of_numbers_that_is_no_heading(line: str) -> None:
    meeting = understand(f"# § 31 Ärendelista\n{BODY}\n{line}\n\n# § 35 Taxa\n{BODY}")
    assert numbers(meeting) == ["31", "35"]
