"""Each form of question gets its form of answer, on the sample documents."""

import pytest

import beslutssok
from beslutssok import Answer, Outcome
from beslutssok.domain import AnswerKind, LineKind

SCHOOL = "BUN-2024-00030"


def told(answer: Answer, *kinds: LineKind) -> list[str]:
    """The texts of an answer's lines of some kinds."""
    return [line.text for line in answer.lines if line.kind in kinds]


def test_a_vote_is_told_with_tally_meaning_parties_and_who_left_the_line(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Hur röstade kommunfullmäktige om vindkraften på Svartklinten 2025?")
    assert answer.kind is AnswerKind.VOTE
    tally = told(answer, LineKind.VOTE)[0]
    assert tally.startswith("Omröstning: 14 ja, 15 nej, 1 avstod")
    assert "ja: kommunstyrelsens förslag" in tally
    parties, broke = told(answer, LineKind.COUNT)[:2]
    assert "räknat i röstlistan" in parties
    assert "C 1 ja, 3 nej" in parties and "S 8 ja, 1 avstår" in parties
    assert broke == (
        "Röstade annorlunda än sitt parti, räknat i röstlistan: "
        "Annika Forsmyr (S) avstod, Margit Nordlid (C) röstade ja."
    )


def test_a_person_in_a_roll_call_is_told_once_and_not_quoted_as_a_bare_name(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("… och hur röstade Malin Ytterdal?", after=SCHOOL)
    lines = [line for line in answer.lines if "Malin Ytterdal" in line.text]
    assert [line.text for line in lines if not line.quoted][0].startswith("Malin Ytterdal (S) ")
    assert not any(line.quoted and line.text.strip() == "Malin Ytterdal" for line in lines)


def test_where_no_vote_was_held_that_is_said(sample_index: beslutssok.Index) -> None:
    item = "Kommunfullmäktige 2025-04-28 § 23"
    answer = sample_index.ask("Hur gick omröstningen?", after=item)
    assert "Ingen omröstning redovisas i protokollet." in told(answer, LineKind.VOTE)
    answer = sample_index.ask("Vem reserverade sig?", after="Kommunfullmäktige 2025-04-28 § 20")
    assert "Ingen reservation redovisas i protokollet." in told(answer, LineKind.DISSENT)


def test_votes_and_reservations_stand_beside_a_decision(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("Vad beslutades om renoveringen av Älvbadet?")
    assert answer.kind is AnswerKind.DECISION
    assert told(answer, LineKind.HEAD)[0].startswith("Beslutat. Kommunfullmäktige 2024-06-17 § 49")
    assert told(answer, LineKind.VOTE)[0].startswith("Omröstning: 21 ja, 6 nej, 4 avstod")
    assert "Reservation: M, L." in told(answer, LineKind.DISSENT)
    assert any("§ 16, endast förslag" in text for text in told(answer, LineKind.EARLIER))
    assert any("§ 19, återremitterat" in text for text in told(answer, LineKind.LATER))


def test_an_exception_from_a_party_is_quoted_and_not_told_in_letters(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Vem reserverade sig?", after="Kommunfullmäktige 2025-04-28 § 26")
    dissents = told(answer, LineKind.DISSENT)
    assert any("utom Malin Ytterdal" in text for text in dissents)
    assert not any(text.startswith("Reservation: S") for text in dissents)


def test_a_later_decision_is_said_before_the_one_that_was_asked_about(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Vad bestämde kommunfullmäktige om Gäddtjärns skola i juni 2024?")
    assert answer.lines[0].kind is LineKind.LATER
    assert "Kommunfullmäktige 2025-04-28 § 26" in answer.lines[0].text
    assert answer.lines[1].kind is LineKind.HEAD
    assert answer.outcome is Outcome.REFERRED_BACK


def test_who_moved_is_told_with_party_and_words(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("Vem yrkade avslag på att sälja Prästmyrskogen?")
    assert answer.kind is AnswerKind.WHO
    stated, words = told(answer, LineKind.MOTION)[:2]
    assert stated.startswith("Yrkande, avslag: ") and "Elin Myrhäll (V)" in stated
    assert "yrkar avslag på kommunstyrelsens förslag" in words
    assert not any("bifall" in text for text in told(answer, LineKind.MOTION))


def test_who_stepped_aside_and_what_a_party_moved_are_both_told(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Vem var jävig och vad yrkade V?", after="KS 2022/187")
    assert "Jäv: Göran Stenhäll (S)." in told(answer, LineKind.DISQUALIFICATION)
    moved = told(answer, LineKind.MOTION)
    assert moved and all("Elin Myrhäll (V)" in text for text in moved)


def test_who_spoke_is_quoted_and_else_said_not_to_be_told(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("Vem yttrade sig i interpellationen om simhallen?")
    assert any("I debatten yttrar sig även Henrik Tallgård" in line.text for line in answer.lines)
    none = sample_index.ask("Vem yttrade sig?", after="Kommunfullmäktige 2025-04-28 § 25")
    assert "Vilka som yttrade sig framgår inte av protokollet." in told(none, LineKind.DOUBT)


def test_decision_and_vote_are_both_answered_in_the_order_asked(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Vad beslutades och hur röstade V?", after=SCHOOL)
    kinds = [line.kind for line in answer.lines]
    assert kinds.index(LineKind.DECISION) < kinds.index(LineKind.VOTE)
    assert any(text.startswith("V: 3 ja") for text in told(answer, LineKind.COUNT))


def test_when_tells_the_day_on_which_it_was_done(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("När återremitterades frågan om Gäddtjärns skola?")
    assert told(answer, LineKind.HEAD)[0].startswith(
        "Återremitterat. Kommunfullmäktige 2024-06-17 § 48"
    )
    never = sample_index.ask("När bordlades frågan?", after=SCHOOL)
    assert not any("bordlagt" in text.lower() for text in told(never, LineKind.HEAD))


def test_a_case_by_number_is_told_step_by_step(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("Vad har hänt i ärende KS 2023/305?")
    assert answer.kind is AnswerKind.CASE
    assert answer.lines[0].text.startswith("Ärendets gång (KS 2023/305), ")
    days = [line.hit.date for line in answer.lines if line.kind is LineKind.LISTED]
    assert len(days) >= 3 and days == sorted(days, key=str)


def test_a_document_number_in_a_list_is_quoted_with_its_line(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Vad gäller RS/943:1/2025?")
    assert any(line.quoted and "RS/943:1/2025" in line.text for line in answer.lines)


@pytest.mark.parametrize("after", [None, "", "  "])
def test_a_question_without_a_matter_is_asked_for_one(
    sample_index: beslutssok.Index, after: str | None
) -> None:
    answer = sample_index.ask("Vem reserverade sig?", after=after)
    assert not answer.answered
    assert answer.reason is not None and answer.reason.startswith("Frågan nämner inget ärende.")
    assert answer.after is None


@pytest.mark.parametrize(
    "after",
    [
        "alvsele-kommun/kommunfullmaktige/2025-04-28/27",
        "alvsele-kommun/kommunfullmaktige/2025-04-28/27/beslut/1",
        "Kommunfullmäktige 2025-04-28 § 27, Kommunfullmäktiges beslut p. 1 (s. 6)",
        "KS 2022/187",
        "ks-2022-00187",
    ],
)
def test_a_follow_up_keeps_the_case_however_it_is_named(
    sample_index: beslutssok.Index, after: str
) -> None:
    answer = sample_index.ask("… och vem reserverade sig?", after=after)
    assert answer.after == after
    assert answer.case_number == "KS 2022/187"
    assert "Reservation: M." in told(answer, LineKind.DISSENT)


def test_a_question_with_a_matter_of_its_own_leaves_the_case(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Vad beslutades om VA-taxan 2025?", after=SCHOOL)
    assert answer.after is None
    assert answer.case_number != SCHOOL


def test_an_unknown_case_to_go_on_with_is_said_not_to_be_there(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Hur röstade V?", after="KS 2031/9")
    assert not answer.answered
    assert answer.reason == "Inget ärende KS 2031/9 finns bland handlingarna."


def test_no_answer_says_which_meetings_are_missing(sample_index: beslutssok.Index) -> None:
    answer = sample_index.ask("Vad beslutade kommunstyrelsen den 11 mars 2025 om Smedjan?")
    assert answer.kind is AnswerKind.NONE
    assert answer.lines == ()
    for gap in answer.gaps:
        assert gap.endswith("finns inte bland handlingarna.")
        assert gap in answer.text


def test_what_only_the_proposal_has_is_answered_as_a_proposal(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Tar regionen ut nattillägg på 20 kronor på nattbussen?")
    assert answer.answered
    assert answer.outcome is Outcome.PROPOSED
    assert answer.text.startswith("Endast förslag")


def test_what_was_put_off_is_not_led_by_what_was_decided_before(
    sample_index: beslutssok.Index,
) -> None:
    answer = sample_index.ask("Ett anslaget bygge blir dyrare när anbuden kommer på Älvbadet")
    assert answer.outcome is Outcome.REFERRED_BACK
