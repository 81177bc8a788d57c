"""What ``beslutssok inspect`` shows of a file, as a tree and as JSON."""

import json
import math
import re
import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from tests.fakes.entities import ATTENDANCE, ENTITIES, quote
from tests.fakes.hostile import HOSTILE

from beslutssok.app.entity_lines import attendance_line, entity_lines
from beslutssok.app.ink import Ink
from beslutssok.app.inspection_form import inspection_form
from beslutssok.app.json_form import write_json
from beslutssok.app.page_range import PageRange, parse_page_range
from beslutssok.app.render_inspection import render_inspection, say_verdict
from beslutssok.domain import (
    DocumentKind,
    Entities,
    Item,
    Meeting,
    Outcome,
    PageProblem,
    Paragraph,
    ParagraphStyle,
    Place,
    Section,
    SectionKind,
)
from beslutssok.index.inspection import FurnitureMask, Inspection

POINT = ParagraphStyle.POINT


def place(page: int) -> Place:
    return Place(page, 70.0, 100.0, 400.0, 112.0)


def paragraph(text: str, page: int, **more: object) -> Paragraph:
    return Paragraph(text, (place(page),), **more)


HALL = Item(
    number="208",
    title="Ny simhall i Tallmoen",
    sections=(
        Section(
            SectionKind.BACKGROUND, "Ärendebeskrivning", (paragraph("Simhallen är sliten.", 2),)
        ),
        Section(
            SectionKind.DECISION,
            "Regionstyrelsens beslut",
            (
                paragraph("1. Simhallen byggs.", 2, style=POINT, point="1"),
                paragraph("2. Medel avsätts.", 3, style=POINT, point="2", ocr=True),
            ),
        ),
    ),
    pages=(2, 3),
    case_number="RS/762/2024",
    outcome=Outcome.APPROVED,
    entities=ENTITIES,
)
REPORT = Item("209", "Rapport", (), (4, 4), doubts=("Beslutet hittades inte.",))
MINUTES = Meeting(
    DocumentKind.MINUTES,
    "Region Fjällbygden",
    "Regionstyrelsen",
    date(2024, 12, 10),
    "Protokoll",
    (HALL, REPORT),
    front=(paragraph("Justering", 1),),
    pages=(1, 4),
    attendance=ATTENDANCE,
)
ENCLOSURE = Meeting(
    DocumentKind.OTHER,
    "Region Fjällbygden",
    "",
    None,
    "Kostnadskalkyl",
    (Item("1", "Sammanfattning", (), (5, 6)),),
    pages=(5, 6),
)
INSPECTION = Inspection(
    path="protokoll.pdf",
    sha256="ab12",
    title="",
    pages=6,
    meetings=(MINUTES, ENCLOSURE),
    problems=(PageProblem(6, "sidan är inskannad.", "Kör textigenkänning."),),
    ocr_pages=(2, 3, 5),
    furniture=(FurnitureMask("Sida # (#)", 6), FurnitureMask("Justeras:", 4)),
)


def shown(inspection: Inspection = INSPECTION, **options: object) -> list[str]:
    return render_inspection(inspection, 100, **options).splitlines()


# -- the head


def test_the_verdict_is_the_first_thing_that_is_said() -> None:
    assert shown()[0] == "protokoll.pdf: 1 sida kunde inte läsas, 1 tveksamhet"
    clear = replace(INSPECTION, problems=(), meetings=(ENCLOSURE,))
    assert shown(clear)[0] == "protokoll.pdf: Förstått utan tvekan"
    assert say_verdict(replace(clear, meetings=(replace(ENCLOSURE, huvudman=""),))) == (
        "1 tveksamhet"
    )


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "31"),
        ({"problems": ()}, "33"),
        ({"problems": (), "meetings": (ENCLOSURE,)}, "32"),
    ],
)
def test_the_verdict_is_red_yellow_or_green(changes: dict[str, object], code: str) -> None:
    first = shown(replace(INSPECTION, **changes), ink=Ink(coloured=True))[0]
    assert re.search(r"\x1b\[1;(\d+)m", first)[1] == code


def test_the_counts_tell_how_much_of_it_has_what_it_should() -> None:
    assert shown()[1] == (
        "6 sidor · 2 delar · 2 paragrafer, 1 med beslut, 1 med diarienummer · 1 avsnitt"
    )


# -- the tree


def test_a_part_has_its_facts_and_who_was_there() -> None:
    lines = shown()
    assert "Protokoll · Regionstyrelsen 2024-12-10 · Region Fjällbygden · s. 1–4" in lines
    assert "Närvaro: ordförande Per Ek (M); sekreterare Bo Ask; 2 ledamöter, 1 ersättare" in lines
    assert "Annan handling · Kostnadskalkyl · Region Fjällbygden · s. 5–6" in lines


def test_items_and_sections_stand_as_a_tree() -> None:
    lines = shown()
    start = lines.index("├─ § 208 Ny simhall i Tallmoen · RS/762/2024 · s. 2–3 · Beslutat")
    assert lines[start + 1] == "│    Bakgrund «Ärendebeskrivning» 1 stycke · s. 2"
    assert lines[start + 2] == "│    Beslut «Regionstyrelsens beslut» 2 punkter · s. 2–3 · OCR"
    assert "├─ § 209 Rapport · s. 4 · utgång okänd" in lines
    assert "│    ? Beslutet hittades inte." in lines
    assert "└─ Utanför paragrafer: 1 stycke" in lines
    assert "└─ Avsnitt 1 Sammanfattning · s. 5–6" in lines


def test_entities_are_a_line_each() -> None:
    assert entity_lines(ENTITIES) == [
        "Yrkande, avslag: Siv Granlund (S), Ture Myrberg (V) – avslag på förslaget (s. 2)",
        "Yrkande, tillägg: MP – en utredning (s. 3)",
        "Omröstning: enligt texten 2 ja, 1 nej, 1 avstår; "
        "enligt listan 2 ja, 1 nej, 1 avstår (s. 4)",
        "  Ja: bifall till förslaget; nej: avslag",
        "  M 1 ja; SD 1 ja; S 1 nej; V 1 avstår",
        "Omröstning: utan siffror (s. 5)",
        "  MP 2 ja; Vänsterpartiet nej",
        "Reservation: Siv Granlund (S), V (s. 5)",
        "Jäv: Per Ek (M) (s. 2)",
        "Hänvisar till: Regionstyrelsen 2025-05-27 § 79 A (s. 3); § 12 (s. 3)",
    ]
    assert "│    – Jäv: Per Ek (M) (s. 2)" in shown()


def test_an_item_that_is_often_referred_to_is_named_once() -> None:
    first, second = ENTITIES.references
    again = replace(first, source=quote("jfr § 79 A", 7))
    (line,) = entity_lines(Entities(references=(first, second, again, again)))
    assert line == "Hänvisar till: Regionstyrelsen 2025-05-27 § 79 A (s. 3, 7); § 12 (s. 3)"


def test_a_list_that_does_not_add_up_is_pointed_out() -> None:
    vote = ENTITIES.votes[0]
    wrong = replace(ENTITIES, votes=(replace(vote, tally=replace(vote.tally, yes=3)),))
    assert any("stämmer inte överens" in line for line in entity_lines(wrong))
    assert not any("stämmer inte överens" in line for line in entity_lines(ENTITIES))


def test_nobody_there_is_no_line() -> None:
    assert attendance_line(()) == ""
    bare = replace(INSPECTION, meetings=(replace(MINUTES, attendance=()),))
    assert not any("Närvaro" in line for line in shown(bare))


# -- below the tree


def test_doubts_unread_and_recognised_pages_and_furniture_are_listed() -> None:
    text = "\n".join(shown())
    _, doubts = text.split("\nTveksamheter\n")
    doubts, unread = doubts.split("\nSidor som inte kunde läsas\n")
    unread, ocr = unread.split("\nMaskinlästa sidor (OCR), där texten kan ha fel\n")
    ocr, furniture = ocr.split("\nSidhuvuden och sidfötter som lagts åt sidan\n")
    assert "Regionstyrelsen 2024-12-10 (s. 1–4): § 209 (s. 4): Beslutet hittades inte." in doubts
    assert "Sida 6: sidan är inskannad. Kör textigenkänning." in unread
    assert ocr.strip() == "s. 2–3, 5"
    assert [line.strip() for line in furniture.splitlines()] == ["6 × Sida # (#)", "4 × Justeras:"]


def test_many_masks_are_cut_short() -> None:
    many = replace(INSPECTION, furniture=tuple(FurnitureMask(f"m{n}x", 1) for n in range(40)))
    assert "och 28 till" in shown(many)[-1]


def test_texts_are_shown_only_when_asked_for() -> None:
    assert not any("Simhallen byggs" in line for line in shown())
    full = shown(full=True)
    assert "│      [2] 1. Simhallen byggs." in full
    assert "│      [3] 2. Medel avsätts." in full
    assert any("[1] Justering" in line for line in full)


def test_pages_limit_the_tree() -> None:
    lines = "\n".join(shown(pages=PageRange(4, 5), full=True))
    assert "§ 209" in lines and "Kostnadskalkyl" in lines
    assert "§ 208" not in lines and "Justering" not in lines
    assert "Kostnadskalkyl" not in "\n".join(shown(pages=PageRange(1, 2)))


@pytest.mark.parametrize("text", ["0", "5-3", "x", "", "1-", "3–2"])
def test_pages_that_make_no_sense_are_none(text: str) -> None:
    assert parse_page_range(text) is None
    assert parse_page_range(" 2 – 4 ") == PageRange(2, 4)


@pytest.mark.parametrize("text", [*HOSTILE, "\x1b[2Jklart\x9b1m"], ids=range(len(HOSTILE) + 1))
def test_no_text_reaches_the_terminal_as_anything_but_text(text: str) -> None:
    hall = replace(
        HALL,
        title=text,
        case_number=text,
        sections=(Section(SectionKind.OTHER, text, (paragraph(text, 2),)),),
        doubts=(text,),
        entities=replace(
            ENTITIES, motions=(replace(ENTITIES.motions[0], subject=text, parties=(text,)),)
        ),
    )
    meeting = replace(MINUTES, organ=text, huvudman=text, items=(hall,), doubts=(text,))
    problems = (PageProblem(1, text, text),)
    masks = (FurnitureMask(text, 2),)
    hostile = Inspection(text, "", text, 3, (meeting, ENCLOSURE), problems, (), masks)
    everything = render_inspection(hostile, 80, full=True)
    assert not {"Cc", "Cs"} & {unicodedata.category(sign) for sign in set(everything) - {"\n"}}
    assert not set(everything) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
    json.loads(write_json(inspection_form(hostile, full=True)))


# -- JSON


def test_json_has_parts_items_sections_paragraphs_and_places() -> None:
    form = json.loads(write_json(inspection_form(INSPECTION)))
    assert (form["file"], form["pages"], form["ocr_pages"]) == ("protokoll.pdf", 6, [2, 3, 5])
    assert form["furniture"][0] == {"mask": "Sida # (#)", "count": 6}
    assert form["unread_pages"][0]["page"] == 6
    part, enclosure = form["parts"]
    assert (part["document_kind"], part["date"], part["pages"]) == (
        "protokoll",
        "2024-12-10",
        [1, 4],
    )
    assert (enclosure["date"], enclosure["title"]) == (None, "Kostnadskalkyl")
    assert part["attendance"][0]["role"] == "ordförande"
    item = part["items"][0]
    assert (item["number"], item["outcome"]) == ("208", "bifall")
    first, second = item["sections"][1]["paragraphs"]
    assert (first["style"], first["point"], first["page"], first["ocr"]) == ("point", "1", 2, False)
    assert second["ocr"]
    assert first["places"] == [
        {"page": 2, "left": 70.0, "top": 100.0, "right": 400.0, "bottom": 112.0}
    ]


def test_json_has_entities_with_the_words_they_were_read_from() -> None:
    item = inspection_form(INSPECTION)["parts"][0]["items"][0]
    entities = item["entities"]
    assert [motion["kind"] for motion in entities["motions"]] == ["avslag", "tillägg"]
    vote, by_party = entities["votes"]
    assert vote["tally"] == {"yes": 2, "no": 1, "abstained": 1, "absent": None}
    assert vote["cast"][2] == {"name": "Siv Granlund", "party": "S", "choice": "nej", "role": ""}
    assert by_party["by_party"][0] == {"party": "MP", "choice": "ja", "count": 2}
    assert entities["references"][0]["date"] == "2025-05-27"
    assert entities["disqualifications"][0]["text"] == "Per Ek (M) anmäler jäv."


def test_json_has_texts_only_when_asked_for() -> None:
    bare, full = inspection_form(INSPECTION), inspection_form(INSPECTION, full=True)
    paragraphs = [
        form["parts"][0]["items"][0]["sections"][0]["paragraphs"] for form in (bare, full)
    ]
    assert "text" not in paragraphs[0][0]
    assert paragraphs[1][0]["text"] == "Simhallen är sliten."


def test_an_edge_that_is_no_number_is_null() -> None:
    odd = Paragraph("x", (Place(1, 1.0, 2.0, math.nan, math.inf),))
    meeting = replace(MINUTES, front=(odd,))
    text = write_json(inspection_form(replace(INSPECTION, meetings=(meeting,))))

    def refuse(name: str) -> None:
        raise AssertionError(name)

    form = json.loads(text, parse_constant=refuse)
    (place_form,) = form["parts"][0]["front"][0]["places"]
    assert (place_form["right"], place_form["bottom"]) == (None, None)
