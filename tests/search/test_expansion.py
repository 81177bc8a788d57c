"""Other words and other spellings of a question, against the words of an index on disk."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Ingest
from tests.fakes.documents import write_document

from beslutssok.index.store import Store
from beslutssok.index.vocabulary import IndexVocabulary
from beslutssok.index.words import stem
from beslutssok.search.expansion import Correction, Expansion, expand, other_words
from beslutssok.search.glossary import read_glossaries
from beslutssok.search.matching import MatchKind, WordMatch, find_matches, matched_words
from beslutssok.search.spelling import accent_variants, edit_distance

GLOSSARIES = read_glossaries()


@pytest.fixture
def vocabulary(store: Store, ingest: Ingest, folder: Path) -> IndexVocabulary:
    write_document(
        folder / "styrelsen.pdf",
        "§ 1 Avgifter på personalparkeringar i Tallmoen; KS 2024/10; avslag; 2",
        "bakgrund: Undersköterskor betalar för parkering vid Tallmoens sjukhus.",
        "beslut: 1. Motionen om avgiftsfria platser avslås.",
        "§ 2 Skadedjur i Åmåla; KS 2024/11; bifall; 3",
        "bakgrund: Hemtjänsten i Åmåla har fått in ofjäderade klagomål på äldreboendet.",
        "beslut: 1. En saneringsplan tas fram. Försörjningsstödet höjs till ekonomiskt bistånd.",
    )
    ingest()
    return IndexVocabulary(store)


def of(question: str, vocabulary: IndexVocabulary) -> Expansion:
    return expand(question, vocabulary, GLOSSARIES)


def test_the_vocabulary_is_what_the_documents_have(vocabulary: IndexVocabulary) -> None:
    assert vocabulary.has("skadedjur")
    assert vocabulary.has("parkering")
    assert not vocabulary.has("kärnkraft")
    assert vocabulary.beginning("skaded")["skadedjur"] > 0
    assert vocabulary.beginning("xyz") == {}
    assert vocabulary.forms(stem("undersköterska")) == ("undersköterskor",)


@pytest.mark.parametrize("term", ['"', "a OR b", "", "*", "\0", "körsbär NEAR"])
def test_whatever_is_asked_of_the_vocabulary_is_no_operator(
    vocabulary: IndexVocabulary, term: str
) -> None:
    assert not vocabulary.has(term)
    assert vocabulary.forms(term) == ()


def test_the_vocabulary_follows_the_index(
    vocabulary: IndexVocabulary, ingest: Ingest, folder: Path
) -> None:
    assert not vocabulary.has("fladdermus")
    write_document(
        folder / "ny.pdf",
        "§ 1 Fladdermus i taket; KS 2024/12; bifall; 1",
        "beslut: Fladdermus ska få bo kvar.",
        head="protokoll; Region Fjällbygden; Regionstyrelsen; 2024-12-17",
    )
    ingest()
    assert vocabulary.has("fladdermus")


def test_everyday_words_ask_for_official_ones_too(vocabulary: IndexVocabulary) -> None:
    found = of("gratis bilplats för undersköterskor", vocabulary)
    assert {"parkering", "avgiftsfri"} <= set(found.other_terms)
    assert "undersköt" in " ".join(found.terms)
    assert found.corrected == ()


def test_other_words_never_repeat_those_of_the_question(vocabulary: IndexVocabulary) -> None:
    found = of("parkering på bilplats", vocabulary)
    assert not set(found.terms) & set(found.other_terms)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("undersköterkorna", "undersköterskor"),
        ("hemjtänsten", "hemtjänsten"),
        ("saneringssplan", "saneringsplan"),
        ("skadejur", "skadedjur"),
    ],
)
def test_a_misspelt_word_is_taken_for_the_nearest(
    vocabulary: IndexVocabulary, typed: str, meant: str
) -> None:
    found = of(f"Vad gäller för {typed}?", vocabulary)
    assert found.corrected == (Correction(typed, meant),)
    assert found.text == f"Vad gäller för {meant}?"
    assert stem(meant) in found.terms


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("personalparkerningar", "personalparkeringar"), ("hemtjännsten", "hemtjänsten")],
)
def test_a_slip_in_a_compound_is_put_right_though_its_parts_are_known(
    typed: str, meant: str, vocabulary: IndexVocabulary
) -> None:
    assert of(f"Vad sades om {typed}?", vocabulary).corrected == (Correction(typed, meant),)


def test_terms_that_are_kept_follow_the_index(
    vocabulary: IndexVocabulary, ingest: Ingest, folder: Path
) -> None:
    assert "simhall" not in vocabulary.beginning("si")
    write_document(folder / "bad.pdf", "§ 3 Simhall; KS 2024/12; bifall; 2", "beslut: 1. Bifall.")
    ingest()
    assert "simhall" in vocabulary.beginning("si")


@pytest.mark.parametrize(
    "question",
    [
        "Vad säger motionen om undersköterskor?",
        "Finns det kärnkraft, älgar eller sälar?",
        "Vad kostar parkeringsplatserna?",
        "personalparkering",
        "dagis",
        "How much is the parking fee?",
        "§ 208 KS 2024/10",
    ],
)
def test_words_that_are_right_stand_though_no_document_has_them(
    vocabulary: IndexVocabulary, question: str
) -> None:
    found = of(question, vocabulary)
    assert found.corrected == ()
    assert found.text == question


def test_dots_and_rings_may_be_left_out(vocabulary: IndexVocabulary) -> None:
    found = of("Vad galler for aldreboendet i Amala?", vocabulary)
    assert "äldreboendet" in found.text
    assert "åmåla" in found.text


def test_dots_are_not_added_where_the_question_has_some(vocabulary: IndexVocabulary) -> None:
    assert of("Vad gäller i Amala?", vocabulary).corrected == ()


@pytest.mark.parametrize(
    ("question", "asked", "other"),
    [
        ("What about land for housing?", "land", "mark"),
        ("school budget", "school", "skola"),
        ("Hva koster barnehage?", "barnehage", "förskola"),
        ("Miten päiväkoti?", "päiväkoti", "förskola"),
    ],
)
def test_questions_in_other_languages_find_swedish_words(
    question: str, asked: str, other: str
) -> None:
    found = {known.words: known.others for known in other_words(question, GLOSSARIES)}
    assert other in found[asked]


@pytest.mark.parametrize("question", ["Hur mycket land har kommunen?", "Vad är fire?", "park"])
def test_swedish_questions_are_not_read_as_english(question: str) -> None:
    foreign = GLOSSARIES.foreign
    for known in other_words(question, GLOSSARIES):
        assert known.others != foreign.others(known.words)


@given(st.text(max_size=60))
def test_other_words_are_found_for_any_text(text: str) -> None:
    for known in other_words(text, GLOSSARIES):
        assert known.others


def test_distance_counts_a_swap_as_one() -> None:
    assert edit_distance("taxa", "txaa", 2) == 1
    assert edit_distance("taxa", "taxor", 2) == 2
    assert edit_distance("taxa", "avgift", 2) == 3


@given(st.text("abåä", max_size=6), st.text("abåä", max_size=6))
def test_distance_is_the_same_both_ways_and_none_to_itself(one: str, other: str) -> None:
    assert edit_distance(one, other, 9) == edit_distance(other, one, 9)
    assert (edit_distance(one, other, 9) == 0) == (one == other)


def test_variants_of_a_long_word_are_few_and_never_the_word_itself() -> None:
    variants = list(accent_variants("aaaaaaooooooaaaa"))
    assert len(variants) < 300
    assert "aaaaaaooooooaaaa" not in variants


def test_why_a_passage_was_found_is_said_word_by_word(vocabulary: IndexVocabulary) -> None:
    question = "bilplats för underskötrskor vid sjukhus, sanering"
    text = "Undersköterskor får parkering vid sjukhusets personalparkeringar. Saneringsplan."
    found = of(question, vocabulary)
    assert find_matches(question, text, found) == (
        WordMatch("undersköterskor", "underskötrskor", MatchKind.CORRECTED),
        WordMatch("parkering", "bilplats", MatchKind.OTHER),
        WordMatch("sjukhusets", "sjukhus", MatchKind.FORM),
        WordMatch("personalparkeringar", "bilplats", MatchKind.OTHER),
        WordMatch("saneringsplan", "sanering", MatchKind.PART),
    )


def test_only_a_whole_phrase_of_other_words_is_marked(vocabulary: IndexVocabulary) -> None:
    found = of("socialbidrag", vocabulary)
    text = "Ekonomiskt bistånd höjs, men kommunen är ekonomiskt pressad."
    assert matched_words("socialbidrag", text, found) == ("ekonomiskt", "bistånd")


def test_function_words_are_never_marked(vocabulary: IndexVocabulary) -> None:
    question = "Vad är det som gäller för parkering?"
    assert matched_words(question, "Det som är för dyrt.", of(question, vocabulary)) == ()
