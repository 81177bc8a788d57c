"""What a score is of: nearness in meaning, and the share of the question's words."""

import pytest

import beslutssok
from beslutssok.domain import DocumentKind, Filters
from beslutssok.search.candidates import MANY_TERMS, WORDS, lengthening

SHORT = "simhallens öppettider"
LONG = (
    "Ett nytt bygge i budgeten visar sig bli dyrare än anslaget när anbuden kommer, och nämnden "
    "frågar om projektet ska göras om, skjutas upp eller få mer pengar av fullmäktige. "
    "Hur har kommunen hanterat det?"
)
ONLY_MINUTES = Filters(document_kind=DocumentKind.MINUTES)


@pytest.mark.parametrize("text", [SHORT, LONG])
def test_the_score_is_what_words_and_meaning_give(
    sample_index: beslutssok.Index, text: str
) -> None:
    found = sample_index._searchable().retrieve_plain(text, ONLY_MINUTES).candidates
    assert found
    for candidate in found:
        given = candidate.words_score + candidate.meaning_score
        assert candidate.score == pytest.approx(given)


def test_the_words_of_a_long_text_weigh_more_than_their_share(
    sample_index: beslutssok.Index,
) -> None:
    retriever = sample_index._searchable()
    for text, is_long in ((SHORT, False), (LONG, True)):
        best = max(
            retriever.retrieve_plain(text, ONLY_MINUTES).candidates, key=lambda one: one.share
        )
        assert (len(best.expansion.terms) > MANY_TERMS) is is_long
        assert (best.words_score > WORDS * best.share) is is_long


def test_a_question_of_many_terms_is_weighed_without_a_leap() -> None:
    assert lengthening(0) == lengthening(MANY_TERMS) == 1.0
    assert 1.0 < lengthening(MANY_TERMS + 1) < 1.05
