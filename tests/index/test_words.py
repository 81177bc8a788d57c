"""Words in Swedish: forms of one word meet, compounds meet their parts, identifiers stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beslutssok.index.compounds import part_stems, split_compound
from beslutssok.index.stems import stem
from beslutssok.index.words import index_terms, query_terms, query_words, tokens


@pytest.mark.parametrize(
    "forms",
    [
        "skola skolan skolans skolor skolorna",
        "ärende ärendet ärenden ärendena",
        "underskott underskottet underskotten",
        "taxa taxan taxor taxorna",
        "plan planen planer planerna",
        "hållplats hållplatsen hållplatser",
        "bostad bostaden bostäder bostäderna",
        "program programmet programmen",
        "ledamot ledamoten ledamöter ledamöterna",
        "budget budgeten budgetar",
        "huset hus husen",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("plan", "plats"), ("motion", "motor"), ("hus", "hund")]
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("underskottskompensation", ("underskotts", "kompensation")),
        ("simhallarna", ("sim", "hallarna")),
        ("personalparkeringar", ("personal", "parkeringar")),
        ("gatubelysningen", ("gatu", "belysningen")),
        ("hyresrätterna", ("hyres", "rätterna")),
        ("lärartjänster", ("lärar", "tjänster")),
        ("samhällsbyggnadsnämnden", ("samhälls", "byggnads", "nämnden")),
        ("elnätet", ("el", "nätet")),
    ],
)
def test_compounds_are_taken_apart(word: str, parts: tuple[str, ...]) -> None:
    assert split_compound(word) == parts


@pytest.mark.parametrize(
    "word",
    ["förslaget", "måltiden", "vatten", "bokslutet", "sammanträde", "ledamöter", "regionen"],
)
def test_words_that_only_look_like_compounds_stay_whole(word: str) -> None:
    assert split_compound(word) == ()


@given(st.text(alphabet="abdefghiklmnoprstuvyåäö", min_size=1, max_size=30))
def test_the_parts_of_a_compound_joined_are_the_compound(word: str) -> None:
    assert "".join(split_compound(word)) in {word, ""}


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("kompensation för underskott", "Underskottskompensationen höjs."),
        ("parkering för personal", "Avgifter på personalparkeringar avskaffas."),
        ("hallar", "Simhallarna hålls stängda."),
        ("eförslag", "Ett e-förslag har lämnats."),
        ("e-förslag", "Eförslaget besvaras."),
    ],
)
def test_a_question_meets_the_words_of_a_text(question: str, text: str) -> None:
    held = set(index_terms(text).split())
    for word in query_words(question):
        if len(word) > 1:
            assert held & {stem(word), *part_stems(word), *query_terms(word)}, word


@pytest.mark.parametrize("identifier", ["RS/762/2024", "SLK-2024-00385", "2024-12-10", "§ 208"])
def test_identifiers_are_one_term(identifier: str) -> None:
    [token] = tokens(identifier)
    assert index_terms(f"Ärende {identifier}, beslut").split().count(token) == 1
    assert query_terms(identifier) == (token,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nämnden 2024-12-10", {"nämnd", "2024-12-10"}),
        ("Budget 2024-2026", {"budg", "2024", "2026"}),
        ("KS 2023/45", {"ks/2023/45"}),
        ("Läsåret 2023/24", {"läsår"}),
    ],
)
def test_a_word_before_a_time_is_no_case_number(text: str, words: set[str]) -> None:
    assert words <= set(index_terms(text).split())


def test_letters_with_marks_apart_are_the_same_as_whole_ones() -> None:
    assert index_terms("a\u0308ldre fra\u030aga") == index_terms("äldre fråga")
