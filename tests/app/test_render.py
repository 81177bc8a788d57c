import re
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.entities import ENTITIES
from tests.fakes.hostile import HOSTILE, hostile_hit
from tests.fakes.sayings import said
from tests.fakes.stand_in_index import (
    BODY,
    COVERAGE,
    DECISION,
    DOCUMENTS,
    HITS,
    MOTION,
    NOWHERE,
    PROPOSAL,
    RESERVATION,
    SAME_TEXT,
    SECOND_POINT,
    SECTION,
    VOTE,
    StandInIndex,
)

from beslutssok.app import wording
from beslutssok.app.ink import Ink
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.plain_text import clean_text, keep_together, shorten_text, wrap_text
from beslutssok.app.question_reading import QuestionReading
from beslutssok.app.render import (
    render_answer,
    render_case,
    render_hits,
    render_item,
    render_message,
)
from beslutssok.app.render_status import render_status
from beslutssok.domain import (
    Answer,
    AnswerLine,
    Case,
    CaseStep,
    Coverage,
    DocumentKind,
    DocumentStatus,
    Hit,
    IngestedDocument,
    Outcome,
    SectionKind,
    StepKind,
)
from beslutssok.library import ItemView
from beslutssok.search.expansion import Correction

ESCAPES = "\x1b[31mröd\x1b]0;titel\x07\x9b2J\x08\x08\r\u202eomvänt\u202c\x7f"
COLOURED = Ink(coloured=True)
LEAD = AnswerLine(
    said("Beslutat. Regionstyrelsen 2024-12-10 § 208: Ny upphandling av nattbussar."), DECISION
)
ANSWER = Answer(
    question="Blir det en nattbuss?",
    answered=True,
    outcome=Outcome.APPROVED,
    text="",
    reason=None,
    lines=(
        LEAD,
        AnswerLine(DECISION.text, DECISION),
        AnswerLine(SECOND_POINT.text, SECOND_POINT),
        AnswerLine(RESERVATION.text, RESERVATION),
    ),
    citations=(DECISION, SECOND_POINT, RESERVATION),
    case_number="RS/762/2024",
    also=(PROPOSAL, MOTION),
    coverage=Coverage(2, 1284, 7310, 1, ("Regionstyrelsen",), date(2024, 3, 1), date(2024, 3, 1)),
)
READING = QuestionReading(used=(BODY, SECTION))


def silent(
    also: tuple[Hit, ...] = HITS, reason: str | None = "Inget ligger nära frågan."
) -> Answer:
    return replace(
        ANSWER, answered=False, reason=reason and said(reason), lines=(), citations=(), also=also
    )


def everything(hit: Hit) -> str:
    """All that is rendered, of one hit."""
    answer = replace(
        ANSWER,
        lines=(AnswerLine(said(hit.text), hit), AnswerLine(hit.text, hit)),
        citations=(hit,),
        also=(hit,),
        case_number=hit.case_number,
    )
    document = IngestedDocument(
        hit.file,
        DocumentStatus.UNREADABLE,
        reason=said(hit.text),
        remedy=hit.text,
        unread_pages=(hit.text,),
        doubts=(hit.text,),
    )
    title = hit.item_title
    part = replace(BODY, key=hit.text, label=hit.text)
    reading = QuestionReading(
        used=(part, replace(part, relaxed=True)),
        removed=(part,),
        corrected=(Correction(hit.text, hit.text),),
    )
    group_hit = replace(hit, also_in=(hit.text, "annan"))
    twin = replace(hit, item_id="twin", citation="annan")
    step = CaseStep(hit, StepKind.TREATED, hit.outcome)
    return "".join(
        (
            render_hits([group_hit, hit, twin], reading=reading),
            render_answer(answer, reading=reading),
            render_answer(silent((hit,), hit.text)),
            render_case(Case(hit.case_number or "", "", (step,))),
            render_case(Case(hit.case_number or "", title, (step,))),
            render_item(ItemView(hit.citation, title, hit.case_number, (hit,))),
            render_status(Path(hit.file), COVERAGE, [document], (hit.text, 3)),
            render_message(hit.text),
        )
    )


# -- words


def test_the_words_are_those_of_the_page() -> None:
    assert SWEDISH.sections == wording.SECTION_WORDS
    assert SWEDISH.outcomes == wording.OUTCOME_WORDS
    assert SWEDISH.kinds == wording.KIND_WORDS
    assert SWEDISH.months == wording.MONTHS
    assert SWEDISH.agenda_decision == wording.AGENDA_DECISION
    assert (SWEDISH.undated, SWEDISH.untitled) == (wording.UNDATED, wording.UNTITLED)
    assert SWEDISH.document == wording.DOCUMENT
    assert SWEDISH.hit == wording.HIT


def test_a_decision_in_an_agenda_is_called_a_proposal() -> None:
    agenda = replace(DECISION, document_kind=DocumentKind.AGENDA)
    assert wording.section_word(agenda) == "Förslag till beslut"
    assert wording.section_word(DECISION) == "Beslut"


def test_an_outcome_is_told_where_it_adds_something() -> None:
    assert wording.item_outcome(DECISION) == ""
    assert wording.item_outcome(RESERVATION) == "Ärendets utgång: Beslutat"
    assert wording.item_outcome(PROPOSAL) == ""


# -- hits


def test_a_hit_has_rank_badge_citation_title_text_and_file() -> None:
    lines = render_hits([DECISION]).splitlines()
    assert lines[0] == "1 träff"
    assert lines[2] == "1.  Beslut"
    assert lines[3].strip() == DECISION.citation
    assert lines[4].strip() == f"{DECISION.item_title} (RS/762/2024)"
    assert " ".join(" ".join(lines[5:7]).split()) == DECISION.text
    assert lines[7].strip() == DECISION.file
    assert lines[-1] == 'Hela texten: beslutssok show "Regionstyrelsen 2024-12-10 § 208"'


def test_each_section_has_its_word() -> None:
    text = render_hits(HITS)
    for word in ("Beslut", "Reservation", "Förslag", "Yrkande", "Omröstning"):
        assert re.search(rf"^(\d\. |      •) {word}\b", text, re.MULTILINE)
    assert "Yrkande · Ärendets utgång: Återremitterat" in text


def test_an_agenda_item_and_a_chapter_are_shown_by_what_finds_them() -> None:
    assert 'show "Regionstyrelsen 2024-11-26 ärende 7"' in render_hits([PROPOSAL])
    chapter = replace(DECISION, document_kind=DocumentKind.OTHER)
    assert f"show {DECISION.item_id}\n" in render_hits([chapter])
    front = replace(DECISION, item_id="", item_number="")
    assert "beslutssok show" not in render_hits([front])


def test_a_name_with_a_comma_is_shown_whole() -> None:
    hit = replace(DECISION, organ="Nämnden för kultur, fritid och idrott")
    named = 'show "Nämnden för kultur, fritid och idrott 2024-12-10 § 208"'
    assert named in render_hits([hit])


def test_no_hits_are_said_to_be_none() -> None:
    assert render_hits([]).startswith("Inga träffar\n")


def test_a_long_text_is_cut_in_a_list_and_whole_in_its_item() -> None:
    hit = replace(DECISION, text="ord " * 400 + "slutet")
    assert "slutet" not in render_hits([hit])
    assert "…" in render_hits([hit])
    assert "slutet" in render_item(ItemView("x", "y", None, (hit,)))


# -- answers


def test_an_answer_begins_with_its_outcome_and_lead() -> None:
    lines = render_answer(ANSWER).splitlines()
    assert lines[0] == "Svar: Beslutat"
    assert lines[2] == "Regionstyrelsen 2024-12-10 § 208: Ny upphandling av nattbussar. [1]"


def test_quotations_have_the_numbers_of_their_sources() -> None:
    text = " ".join(render_answer(ANSWER).split())
    for number, hit in enumerate(ANSWER.citations, start=1):
        assert f"”{hit.text}” [{number}]" in text
        assert f"[{number}] {hit.citation}" in text
    assert text.count(f"{DECISION.file}") == 1
    assert "Se också" in text
    assert PROPOSAL.citation in text


def test_how_a_question_was_read_stands_first_with_the_way_to_change_it() -> None:
    for text in (render_answer(ANSWER, reading=READING), render_hits(HITS, reading=READING)):
        assert text.startswith("Tolkat som: Regionstyrelsen · Gärna beslut\n")
        assert "--without organ:regionstyrelsen --without avsnitt:beslut\n" in text
    removed = render_hits(HITS, reading=QuestionReading(removed=(BODY,)))
    assert removed.startswith("Inte tolkat som: Regionstyrelsen\n")
    assert "Tolkat som" not in render_hits(HITS)


def test_what_was_let_go_or_put_right_is_said() -> None:
    reading = QuestionReading(used=(NOWHERE,), corrected=(Correction("nattbusar", "nattbussar"),))
    text = render_hits((), reading=reading)
    assert text.startswith("Inget fanns för ”1901”; sökte utan.\n")
    assert "Visar även träffar för ”nattbussar”; ”nattbusar” finns inte i handlingarna." in text


def test_hits_of_one_item_stand_together_and_none_is_lost() -> None:
    text = render_hits((DECISION, SECOND_POINT, RESERVATION, VOTE))
    assert text.startswith("4 träffar i 2 ärenden\n")
    assert "    Fler stycken ur samma ärende:\n      • Beslut\n" in text
    joined = " ".join(text.split())
    for hit in (DECISION, SECOND_POINT, RESERVATION, VOTE):
        assert hit.citation in joined
        assert hit.text in joined
    assert "\n2.  Omröstning" in text


def test_the_same_text_elsewhere_is_named() -> None:
    motion = replace(MOTION, also_in=(SAME_TEXT.citation,))
    other = replace(SAME_TEXT, citation="Kommunstyrelsen 2023-08-29 § 140, Bakgrund", text="Mer.")
    text = render_hits((motion, SAME_TEXT, other))
    assert f"    Samma text i: {SAME_TEXT.citation}\n" in text
    assert text.count(MOTION.text[:40]) == 1
    assert "    Fler stycken där samma text står:\n" in text
    assert "Mer." in text


def test_an_answer_leads_to_its_case() -> None:
    text = " ".join(render_answer(ANSWER).split())
    assert "beslutssok case RS/762/2024" in text


def test_a_proposal_is_never_called_a_decision() -> None:
    lead = AnswerLine(said("Endast förslag till ett annat organ. X."), PROPOSAL)
    answer = replace(
        ANSWER,
        outcome=Outcome.PROPOSED,
        lines=(lead, AnswerLine(PROPOSAL.text, PROPOSAL)),
        citations=(PROPOSAL,),
        also=(),
    )
    text = render_answer(answer)
    assert text.startswith("Svar: Endast förslag\n")
    assert "Beslutat" not in text


def test_an_answer_from_several_items_keeps_the_outcome_of_each() -> None:
    lines = (
        LEAD,
        AnswerLine(DECISION.text, DECISION),
        AnswerLine(said("Avslaget. Kommunfullmäktige 2023-09-18 § 91: Motion."), MOTION),
        AnswerLine(MOTION.text, MOTION),
    )
    answer = replace(ANSWER, lines=lines, citations=(DECISION, MOTION), outcome=Outcome.REJECTED)
    text = render_answer(answer)
    assert "Svar från 2 ställen i handlingarna" in text
    assert "Beslutat. Regionstyrelsen" in text
    assert "Avslaget. Kommunfullmäktige" in text


def test_an_unknown_outcome_is_not_made_up() -> None:
    answer = replace(ANSWER, outcome=Outcome.UNKNOWN)
    assert render_answer(answer).startswith("Svar ur handlingarna\n")


def test_silence_gives_reason_coverage_and_the_nearest_hits() -> None:
    text = render_answer(silent())
    assert text.startswith("Inget svar\nInget ligger nära frågan.\n")
    assert "Genomsökt: 2 handlingar med 1 284 ärenden från 1 organ, 1 mars 2024." in text
    assert "1 handling kunde inte läsas." in " ".join(text.split())
    assert "Närmaste träffar\nDe här styckena ligger närmast frågan, men besvarar den inte" in text
    assert DECISION.citation in text
    assert "Svar:" not in text


def test_silence_without_hits_lists_none() -> None:
    assert "Närmaste" not in render_answer(silent(()))


# -- cases, items, status


def test_a_case_is_told_in_order() -> None:
    text = render_case(StandInIndex().case("RS/762/2024"))
    assert text.startswith("Ärende RS/762/2024\n")
    heads = re.findall(r"^(\d{4}-\d\d-\d\d)  (\w+)", text, re.MULTILINE)
    assert heads[0] == ("2024-11-26", "Förslag")
    assert [day for day, _ in heads] == sorted(day for day, _ in heads)
    assert "4 steg i tidsordning" in text


def test_an_item_is_set_out_by_sections_with_pages() -> None:
    passages = (DECISION, SECOND_POINT, replace(RESERVATION, page=3))
    item = ItemView("Regionstyrelsen 2024-12-10 § 208", "Nattbuss", "RS/762/2024", passages)
    text = render_item(item)
    assert text.startswith("Regionstyrelsen 2024-12-10 § 208\nNattbuss\n")
    assert "Region Fjällbygden · 10 december 2024 · Protokoll · dnr RS/762/2024" in text
    assert text.count("Beslut (s. 2)") == 1
    assert "Reservation (s. 3)" in text
    assert text.index("1. Regionstyrelsen") < text.index("2. Kostnaden") < text.index("Mot beslut")


def test_an_untitled_undated_item_is_shown() -> None:
    hit = replace(DECISION, date=None, item_title="", section_heading="", case_number=None)
    text = render_item(ItemView("x", "", None, (hit,)))
    assert "Utan rubrik" in text
    assert "odaterad" in text
    assert "Beslut (s. 2)" in text


def test_what_was_read_of_an_item_stands_below_its_text() -> None:
    lines = render_item(ItemView("x", "y", None, (DECISION,), ENTITIES)).splitlines()
    below = lines[lines.index("Utläst ur texten") + 1 :]
    assert "  Jäv: Per Ek (M) (s. 2)" in below
    assert "    Ja: bifall till förslaget; nej: avslag" in below
    assert "Utläst ur texten" not in render_item(ItemView("x", "y", None, (DECISION,)))


def test_a_recognised_text_is_shown_with_a_warning() -> None:
    warning = "Texten är maskinläst (OCR) och kan ha fel."
    hit = replace(DECISION, ocr=True)
    assert warning in render_hits([hit])
    assert warning in render_item(ItemView("x", "y", None, (hit, DECISION)))
    answer = replace(ANSWER, citations=(hit, SECOND_POINT))
    assert render_answer(answer).count(warning) == 1
    assert warning in render_case(Case("x", "", (CaseStep(hit, StepKind.DECISION, hit.outcome),)))
    assert "OCR" not in render_hits(HITS) + render_answer(ANSWER)


def test_a_status_lists_what_was_not_read_or_understood() -> None:
    doubtful = IngestedDocument("c.pdf", DocumentStatus.UNCHANGED, doubts=("Datumet är osäkert.",))
    partly = IngestedDocument(
        "d.pdf", DocumentStatus.UNCHANGED, unread_pages=("Sida 2: är en bild.",)
    )
    documents = (*DOCUMENTS, doubtful, partly)
    text = render_status(Path("index"), COVERAGE, documents, ("e5", 384))
    assert "Språkmodell  e5, 384 dimensioner" in text
    unread, rest = text.split("Kunde inte läsas\n")[1].split("Lästes bara delvis\n")
    assert "Filen är krypterad. Spara en kopia utan lösenord." in unread
    part, doubted = rest.split("Tveksamheter\n")
    assert "d.pdf" in part
    assert "c.pdf" in doubted
    assert "d.pdf" not in doubted


# -- text from documents


@pytest.mark.parametrize("text", [*HOSTILE, ESCAPES], ids=range(len(HOSTILE) + 1))
def test_no_text_reaches_the_terminal_as_anything_but_text(text: str) -> None:
    shown = everything(replace(hostile_hit(text), case_number=text, organ=text, file=text))
    assert not {"Cc", "Cs"} & {unicodedata.category(letter) for letter in set(shown) - {"\n"}}
    assert not set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


def test_colours_are_those_of_the_program_alone() -> None:
    shown = render_hits([hostile_hit(ESCAPES)], ink=COLOURED)
    assert re.findall(r"\x1b(?!\[[0-9;]*m)", shown) == []
    assert set(re.findall(r"\x1b\[([0-9;]*)m", shown)) <= {"0", "1", "2", "1;32"}


def test_without_colours_there_are_no_codes() -> None:
    assert "\x1b" not in render_hits(HITS) + render_answer(ANSWER)
    assert "\x1b" in render_hits(HITS, ink=COLOURED)


def test_found_words_stand_out_in_colour_only() -> None:
    assert "\x1b[1mnattbussar\x1b[0m" in render_hits([DECISION], ink=COLOURED)


@given(st.text())
def test_clean_text_has_no_control_characters_and_stays_clean(text: str) -> None:
    cleaned = clean_text(text)
    found = {unicodedata.category(letter) for letter in set(cleaned) - {"\n"}}
    assert not {"Cc", "Cs"} & found
    assert clean_text(cleaned) == cleaned
    cleaned.encode("utf-8")


@given(st.lists(st.text(alphabet="abcåäö.•1", min_size=1, max_size=12)), st.integers(20, 60))
def test_wrapping_loses_no_word_and_keeps_the_width(words: list[str], width: int) -> None:
    lines = wrap_text(" ".join(words), width, "  ")
    assert " ".join(lines).split() == words
    assert all(len(line) <= width for line in lines)


def test_lines_of_a_document_stay_lines() -> None:
    assert wrap_text("• ett\n• två\n\n• tre", 40) == ["• ett", "• två", "• tre"]


def test_a_page_stays_with_its_number() -> None:
    lines = wrap_text(keep_together("Kommunstyrelsen 2025-02-11 § 20 (s. 10)"), 36)
    assert lines == ["Kommunstyrelsen 2025-02-11 § 20", "(s. 10)"]


@pytest.mark.parametrize("width", [50, 72, 96])
def test_text_keeps_to_the_width(width: int) -> None:
    shown = render_hits(HITS, width) + render_answer(replace(ANSWER, case_number=None), width)
    lines = [line for line in shown.splitlines() if "beslutssok" not in line]
    assert max(len(line) for line in lines if ".pdf" not in line) <= width


def test_shortening_keeps_to_the_length() -> None:
    assert shorten_text("kort", 10) == "kort"
    assert len(shorten_text("å" * 50, 20)) <= 21


def test_a_command_to_copy_cannot_carry_another() -> None:
    hit = replace(DECISION, organ='Styrelsen"; rm -rf $HOME `x`', date=date(2024, 1, 1))
    hint = render_hits([hit]).splitlines()[-1]
    assert hint.count('"') == 2
    assert "$" not in hint
    assert "`" not in hint


def test_an_outcome_has_a_word_for_every_case() -> None:
    for outcome in Outcome:
        for section in SectionKind:
            hit = replace(DECISION, outcome=outcome, section=section)
            assert render_hits([hit])
            assert render_item(ItemView("x", "y", None, (hit,)))
