"""Agendas set as tables: each row is an item, and no cell is lost."""

from tests.parse.typeset import AGENDA, section, titles, understand

from beslutssok.domain import Meeting, SectionKind

HEAD = "! Nr | Ärende | Beteckning | Förslag | Föredragande | Tid\n"
ROWS = """
1 | Upprop och val av justerare | | Per Lund utses | Ordföranden | 09.00
2 | Detaljplan för Sjövik 1:4, | BN-2021- | Nämnden antar | Eva Strand, | 09.10
| del av kvarteret | 00030 | detaljplanen | planarkitekt
| Strandängen
3 | Bygglov för uterum på | BN-2024- | Bygglov beviljas | Bo Alm | 09.40
| Granen 7 | 00112
"""
TITLES = [
    "Upprop och val av justerare",
    "Detaljplan för Sjövik 1:4, del av kvarteret Strandängen",
    "Bygglov för uterum på Granen 7",
]
CASES = [None, "BN-2021-00030", "BN-2024-00112"]


def proposals(meeting: Meeting) -> list[str]:
    return [section(item, SectionKind.PROPOSAL).paragraphs[0].text for item in meeting.items]


def test_rows_over_several_lines() -> None:
    meeting = understand(HEAD + ROWS.strip(), heads=AGENDA)
    assert [item.number for item in meeting.items] == ["1", "2", "3"]
    assert titles(meeting) == TITLES
    assert [item.case_number for item in meeting.items] == CASES
    assert proposals(meeting) == [
        "Per Lund utses",
        "Nämnden antar detaljplanen",
        "Bygglov beviljas",
    ]
    told = {s.heading: s.paragraphs[0].text for s in meeting.items[1].sections}
    assert told["Föredragande"] == "Eva Strand, planarkitekt"
    assert told["Tid"] == "09.10"


def test_a_row_goes_on_on_the_next_page_with_or_without_the_head_again() -> None:
    before, after = ROWS.strip().split("| del av", 1)
    for head in ("", HEAD):
        meeting = understand(HEAD + before, f"{head}| del av{after}", heads=AGENDA)
        assert titles(meeting) == TITLES
        assert [item.case_number for item in meeting.items] == CASES
        assert meeting.items[1].pages == (1, 2)


def test_a_head_that_was_taken_for_a_running_head() -> None:
    running = HEAD.removeprefix("! ").strip().replace(" | ", "\t")
    meeting = understand(ROWS, heads=(*AGENDA, running))
    assert [item.number for item in meeting.items] == ["1", "2", "3"]
    assert [title.split()[0] for title in titles(meeting)] == ["Upprop", "Detaljplan", "Bygglov"]


def test_headings_between_rows_and_text_after_the_table_are_no_items() -> None:
    meeting = understand(
        "Nr | Ärende | Förslag\n\n1 | Upprop | Per Lund utses\n\n| Informationsärenden\n\n"
        "2 | Rapport | Noteras\n\nAnmäl förhinder till sekreteraren.",
        heads=AGENDA,
    )
    assert titles(meeting) == ["Upprop", "Rapport"]
    assert [paragraph.text for paragraph in meeting.front][1:] == [
        "Informationsärenden",
        "Anmäl förhinder till sekreteraren.",
    ]


def test_rows_without_numbers() -> None:
    meeting = understand(
        "Tid | Ärende | Diarienummer\n09.00 | Upprop\n\n"
        "09.05 | Detaljplan för Sjövik, | KS 2024/12\n"
        "| del av kvarteret\n\n09.30 | Bygglov | KS 2024/13",
        heads=AGENDA,
    )
    assert titles(meeting) == ["Upprop", "Detaljplan för Sjövik, del av kvarteret", "Bygglov"]
    assert [item.case_number for item in meeting.items] == [None, "KS 2024/12", "KS 2024/13"]


def test_a_table_before_the_items_themselves_is_a_list_of_contents() -> None:
    body = "".join(
        f"\n# {number}. {title}\n! Förslag till beslut\nFörslaget antas.\n"
        for number, title in ((1, "Upprop"), (2, "Detaljplan (KS 2024/12)"))
    )
    meeting = understand(
        "Nr | Ärende | Diarienr\n1 | Upprop\n2 | Detaljplan | KS 2024/12\n" + body, heads=AGENDA
    )
    assert titles(meeting) == ["Upprop", "Detaljplan"]
    assert all(item.sections[0].kind is SectionKind.PROPOSAL for item in meeting.items)


def test_what_stands_in_the_column_of_numbers_alone_is_kept_outside_the_items() -> None:
    meeting = understand(
        "! Nr | Ärende | Förslag\n1 | Upprop | Per Lund utses\n2 | Rapport | Noteras\n\n"
        "§ 2\nSvar på motion",
        heads=AGENDA,
    )
    assert titles(meeting) == ["Upprop", "Rapport"]
    assert "§ 2 Svar på motion" in [paragraph.text for paragraph in meeting.front]
