"""Lines are joined to the paragraphs, points and bullets that they are, over page breaks too."""

import pytest
from tests.parse.typeset import lines, texts, understand

from beslutssok.domain import Paragraph, ParagraphStyle, SectionKind
from beslutssok.parse.joining import join_lines, words_of
from beslutssok.parse.paragraphs import build_paragraphs


def built(text: str, kind: SectionKind = SectionKind.DECISION) -> tuple[Paragraph, ...]:
    own = lines(text)
    return build_paragraphs(own, kind, words_of(line.text for line in own))


def over_pages(first: str, second: str) -> list[str]:
    meeting = understand(
        f"# § 1 Upprop\n! Beslut\n{first}", f"{second}\n\n# § 2 Övrigt\n! Beslut\nInget."
    )
    return texts(meeting.items[0].sections[0].paragraphs)


def test_a_sentence_goes_on_on_the_next_page() -> None:
    assert over_pages("Nämnden får i uppdrag att utreda", "frågan vidare.") == [
        "Nämnden får i uppdrag att utreda frågan vidare."
    ]


def test_a_sentence_goes_on_with_a_name_on_the_next_page() -> None:
    assert over_pages("Till ny ordförande efter", "Anna Granvik (S) väljs Bo Ek (M).") == [
        "Till ny ordförande efter Anna Granvik (S) väljs Bo Ek (M)."
    ]


def test_a_point_goes_on_on_the_next_page() -> None:
    assert over_pages("1. Planen antas.\n2. Nämnden ska följa", "upp den varje år.\n3. Klart.") == [
        "1. Planen antas.",
        "2. Nämnden ska följa upp den varje år.",
        "3. Klart.",
    ]


def test_a_paragraph_begins_after_a_page_break() -> None:
    assert over_pages("Planen antas.", "Taxan fastställs.") == [
        "Planen antas.",
        "Taxan fastställs.",
    ]


def test_a_word_is_broken_over_a_page() -> None:
    assert over_pages("Enligt besluts-", "underlaget antas planen.") == [
        "Enligt beslutsunderlaget antas planen."
    ]


@pytest.mark.parametrize(
    ("broken", "joined"),
    [
        (["besluts-", "underlag"], "beslutsunderlag"),
        (["hälso-", "och sjukvård"], "hälso- och sjukvård"),
        (["barn-", "respektive elevhälsan"], "barn- respektive elevhälsan"),
        (["FoU-", "budget"], "FoU-budget"),
        (["IT-", "avdelningen"], "IT-avdelningen"),
        (["Fjällköping-", "Rödvallen"], "Fjällköping-Rödvallen"),
        (["den 2024-", "05-14"], "den 2024-05-14"),
        (["BN-2021-", "00030"], "BN-2021-00030"),
        (["e-", "tjänst"], "e-tjänst"),
        (["mjukt\u00ad", "bindestreck"], "mjuktbindestreck"),
        (["tankstreck -", "och mer"], "tankstreck - och mer"),
    ],
)
def test_hyphens_at_line_ends(broken: list[str], joined: str) -> None:
    assert join_lines(broken) == joined


def test_the_documents_own_words_decide_about_hyphens() -> None:
    assert join_lines(["barn-", "vagn"], words_of(["en barn-vagn"])) == "barn-vagn"
    assert join_lines(["barn-", "vagn"], words_of(["en barnvagn"])) == "barnvagn"


def test_numbered_points_are_points_of_their_own() -> None:
    found = built("1. Planen antas.\n2. Taxan fastställs\nfrån årsskiftet.\n3) Avgiften höjs.")
    assert [(p.point, p.style) for p in found] == [
        (number, ParagraphStyle.POINT) for number in ("1", "2", "3")
    ]


def test_lettered_points() -> None:
    assert [p.point for p in built("a) Planen antas.\nb) Taxan fastställs.")] == ["a", "b"]


def test_a_number_at_the_beginning_of_a_line_is_no_point() -> None:
    found = built(
        "1. Avgiften höjs från 250 kronor till\n300 kronor från och med den\n1. Juli är\nsista dag."
    )
    assert found[0].text.startswith("1. Avgiften höjs från 250 kronor till 300 kronor")


def test_dates_and_years_are_no_points() -> None:
    found = built("Beslutet gäller till den 31 december\n2024. Därefter prövas frågan på nytt.")
    assert len(found) == 1


def test_bullets_with_more_than_one_line() -> None:
    found = built(
        "• Tjänsteskrivelse om ny badplats vid Sörsjön och dess\ntillgänglighet\n"
        "• Karta\n– Yttrande",
        SectionKind.DOCUMENTS,
    )
    assert texts(found) == [
        "• Tjänsteskrivelse om ny badplats vid Sörsjön och dess tillgänglighet",
        "• Karta",
        "– Yttrande",
    ]
    assert {p.style for p in found} == {ParagraphStyle.BULLET}


def test_recipients_stand_line_by_line() -> None:
    found = built("Socialnämnden\nKommunens revisorer\nSökanden", SectionKind.RECIPIENTS)
    assert texts(found) == ["Socialnämnden", "Kommunens revisorer", "Sökanden"]


def test_clauses_that_begin_with_att() -> None:
    found = built(
        "Kommunstyrelsen beslutar\natt anta planen,\natt fastställa taxan, och\n"
        "att ge nämnden i uppdrag att följa upp den."
    )
    assert [text.split()[0] for text in texts(found)[1:]] == ["att", "att", "att"]


def test_att_in_the_middle_of_a_sentence_begins_nothing() -> None:
    found = built(
        "Nämnden får i uppdrag att genomföra planen inom sitt ansvarsområde och\n"
        "att före utgången av juni redovisa hur det ska ske."
    )
    assert len(found) == 1


def test_motions_of_one_person_each() -> None:
    found = built(
        "Anna Ek (S) och Bo Alm (M) yrkar bifall till förslaget.\n"
        "Cia Ask (V) yrkar avslag på förslaget och på utredningen i dess helhet.",
        SectionKind.MOTION,
    )
    assert len(found) == 2


def test_a_lesser_heading_stands_close_above_its_text() -> None:
    found = built(
        """
Regionen har två folkhögskolor med sammanlagt tre hundra elever varje år.

Barnens bästa
Prövningen av barnets bästa har gjorts av förvaltningen under hela våren.
""",
        SectionKind.BACKGROUND,
    )
    assert [p.style for p in found] == [
        ParagraphStyle.TEXT,
        ParagraphStyle.HEADING,
        ParagraphStyle.TEXT,
    ]


def test_rows_of_a_table_are_paragraphs_of_their_own() -> None:
    found = built("Skola | Elever | Platser\nStrandskolan | 148 | 175\nBergsskolan | 38 | 60")
    assert texts(found) == ["Skola Elever Platser", "Strandskolan 148 175", "Bergsskolan 38 60"]
    assert {p.style for p in found} == {ParagraphStyle.ROW}


def test_words_above_a_list_of_what_is_decided_are_a_lesser_heading() -> None:
    meeting = understand(
        "# § 1 Budget\n! Beslut\nBudgeten fastställs.\n\nFastställande av lånetak och borgen\n\n"
        "• Lånetaket är 5 miljoner kronor.\n• Borgen ges föreningen.\n\nNämnden beslutar även\n\n"
        "• Taxan höjs.\n\n# § 2 Övrigt\n! Beslut\nInget."
    )
    styles = [
        (paragraph.style.value, paragraph.text.split()[0])
        for paragraph in meeting.items[0].sections[0].paragraphs
    ]
    assert styles == [
        ("text", "Budgeten"),
        ("heading", "Fastställande"),
        ("bullet", "•"),
        ("bullet", "•"),
        ("text", "Nämnden"),
        ("bullet", "•"),
    ]
