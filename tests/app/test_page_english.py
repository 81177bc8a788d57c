"""What the program itself says, in English; names and quotations stay in Swedish."""

from dataclasses import replace
from datetime import date
from string import Formatter

import pytest
from tests.fakes.parsed_html import ParsedHtml
from tests.fakes.stand_in_index import BODY, DECISION, SECTION, StandInIndex

from beslutssok.app.page.answer_card import render_answer
from beslutssok.app.page.asking import show_view
from beslutssok.app.page.chips import render_reading
from beslutssok.app.page.english import ENGLISH
from beslutssok.app.page.english_sentences import SENTENCES, in_language
from beslutssok.app.page.form import Form
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.question_reading import QuestionReading
from beslutssok.domain import (
    AnswerLine,
    DissentKind,
    Interpretation,
    InterpretationKind,
    MotionKind,
    Outcome,
    Saying,
    VoteChoice,
)
from beslutssok.domain.answers import LineKind
from beslutssok.search.periods import Period
from beslutssok.search.sentences import Says, say
from beslutssok.search.votes_told import say_counts, say_meaning

YES, NO = VoteChoice.YES, VoteChoice.NO
NINE_FOUR = say_counts([(YES, 9), (NO, 4)])
BOARD = say(Says.PLACE, organ="Kommunstyrelsen", day=date(2024, 2, 13), number="14")
SAID = {
    say(
        Says.VOTE_OF_SEVERAL,
        number=1,
        of=2,
        told=NINE_FOUR,
        meaning=say_meaning(say(Says.STOOD_FOR, yes="bifall", no="avslag")),
    ): (
        "Omröstning 1 av 2: 9 ja, 4 nej (ja: bifall; nej: avslag).",
        "Vote 1 of 2: 9 yes, 4 no (yes: “bifall”; no: “avslag”).",
    ),
    say(
        Says.PARTIES_COUNTED,
        parties=(
            say(Says.PARTY, party="S", counts=say_counts([(YES, 5)])),
            say(Says.PARTY, party="C", counts=say_counts([(VoteChoice.NOT_TAKING_PART, None)])),
        ),
    ): (
        "Per parti, räknat i röstlistan: S 5 ja; C deltar inte.",
        "By party, counted in the roll-call: S 5 yes; C does not take part.",
    ),
    say(Says.MOTION, kinds=(MotionKind.APPROVAL, MotionKind.REFERRAL_BACK), who="Bo Ek (C)"): (
        "Yrkande, bifall och återremiss: Bo Ek (C).",
        "Motion for approval and referral back: Bo Ek (C).",
    ),
    say(Says.DISSENT, kind=DissentKind.SPECIAL_OPINION, who="Siv Ek (V), MP"): (
        "Särskilt yttrande: Siv Ek (V), MP.",
        "Special opinion: Siv Ek (V), MP.",
    ),
    say(Says.ITEM, became=Outcome.REJECTED, place=BOARD, title="Nej: ett och annat (KS 1/24)"): (
        "Avslaget. Kommunstyrelsen 2024-02-13 § 14: Nej: ett och annat (KS 1/24).",
        "Rejected. Kommunstyrelsen 2024-02-13 § 14: Nej: ett och annat (KS 1/24).",
    ),
    say(
        Says.LATER,
        step=say(Says.STEP, place=BOARD, outcome=Outcome.PARTLY_APPROVED, title="Skolan"),
    ): (
        "Senare: Kommunstyrelsen 2024-02-13 § 14, bifallet delvis (Skolan).",
        "Later: Kommunstyrelsen 2024-02-13 § 14, partly approved (Skolan).",
    ),
    say(
        Says.ACTS,
        who=say(Says.ALL_OF, names=("M", "KD")),
        did=say(Says.ACTED_SO, did=say(Says.MOVED), detail=MotionKind.REJECTION),
        items=1,
        looked=12,
    ): (
        "Både M och KD yrkade avslag i ett ärende, av 12 genomsökta paragrafer:",
        "Both M and KD moved rejection in one item, of 12 paragraphs (§) looked through:",
    ),
    say(Says.WORDS_MISSING, words=("moské", "kyrka")): (
        "Orden «moské», «kyrka» finns inte i handlingarna.",
        "“moské”, “kyrka” are not in the documents.",
    ),
}


@pytest.mark.parametrize("saying", SAID, ids=lambda saying: saying.sentence.name)
def test_a_sentence_of_the_program_is_said_in_both_languages(saying: Saying) -> None:
    assert (in_language(saying, SWEDISH), in_language(saying, ENGLISH)) == SAID[saying]


def test_every_sentence_has_its_english() -> None:
    assert {each for each in Says if has_words(each)} <= set(SENTENCES)


def has_words(sentence: Says) -> bool:
    """Whether a sentence has words besides its values, so that it differs from tongue to tongue."""
    return any(sign.isalpha() for words, *_ in Formatter().parse(sentence.value) for sign in words)


def test_every_word_of_a_vote_or_a_motion_has_its_english() -> None:
    words = {member.value for kind in (VoteChoice, MotionKind, DissentKind) for member in kind}
    assert words <= set(ENGLISH.entity_words)
    assert set(Outcome) == set(ENGLISH.outcomes)


def test_an_answer_in_english_quotes_in_swedish() -> None:
    vote = AnswerLine(say(Says.VOTE, told=NINE_FOUR, meaning=""), DECISION, LineKind.VOTE)
    answer = StandInIndex().ask("nattbussar")
    answer = replace(answer, lines=(*answer.lines, vote))
    html = render_answer(answer, ENGLISH)
    assert '<span lang="en">Vote: 9 yes, 4 no.</span>' in html
    assert DECISION.text in ParsedHtml(html).text
    assert "Omröstning: 9 ja, 4 nej." in ParsedHtml(render_answer(answer, SWEDISH)).text


def test_what_cannot_be_found_is_told_in_english_with_what_to_do() -> None:
    html = show_view(StandInIndex(), Form(case_number="KS 1/24"), ENGLISH).hits
    text = ParsedHtml(html).text
    assert "No case KS 1/24 is among the documents." in text
    assert "Check the number, or search for what the case is about." in text


def test_what_a_question_was_taken_for_is_said_in_english() -> None:
    march = Period(date(2025, 3, 1), date(2025, 3, 31), "i mars", label="mars 2025")
    label = say(Says.PREFERRED, part=march)
    assert label == "Gärna mars 2025"
    period = Interpretation("period:x", InterpretationKind.PERIOD, label, 9, 9)
    html = render_reading(QuestionReading((BODY, SECTION, period)), ENGLISH)
    text = ParsedHtml(html).text
    for said in ("Regionstyrelsen", "Preferably decision", "Preferably 1 March 2025 – 31 March"):
        assert said in text
    assert "Gärna" not in html
