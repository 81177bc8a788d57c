from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.parsed_html import ParsedHtml

from beslutssok.app.page.markup import (
    document_address,
    mark_words,
    shorten,
    show_inline,
    show_text,
    split_long,
)


@given(st.text())
def test_shown_text_is_text_and_nothing_else(text: str) -> None:
    parsed = ParsedHtml(f"<p title='{show_text(text)}'>{show_text(text)}</p>")
    assert parsed.tags == ["p"]
    assert parsed.text == parsed.values("title")[0]


def test_control_characters_are_left_out() -> None:
    assert show_text("a\x00b\x1bc\nd\te") == "abc\nd\te"


def test_halves_of_characters_are_replaced_so_that_the_page_can_be_sent() -> None:
    assert show_text("a\ud800b").encode() == "a\ufffdb".encode()
    assert document_address("\udce5.pdf", 1).encode()


def test_inline_text_cannot_turn_the_writing_direction_of_what_follows() -> None:
    assert show_inline("\u202eabc") == "<bdi>\u202eabc</bdi>"


@given(st.text(alphabet="abå <>&\"'§.", max_size=80), st.lists(st.text("abå<&", max_size=5)))
def test_marking_words_changes_no_text(text: str, words: list[str]) -> None:
    parsed = ParsedHtml(mark_words(text, words))
    assert parsed.text == text
    assert set(parsed.tags) <= {"mark"}
    assert not parsed.open_tags


def test_marks_whole_words_that_begin_as_a_word_of_the_question() -> None:
    marked = mark_words("Bussarna och nattbussarna", ("buss", "och"))
    assert marked == "<mark>Bussarna</mark> <mark>och</mark> nattbussarna"


def test_very_short_words_and_signs_are_not_marked() -> None:
    assert mark_words("i en (by)", ("i", "en", "(", "")) == "i en (by)"


@given(st.text(), st.integers(min_value=2, max_value=50))
def test_shortened_text_has_the_length_asked_for(text: str, length: int) -> None:
    short = shorten(text, length)
    assert len(short) <= length + 1
    assert short == text or short.endswith("…")


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_splitting_a_text_loses_nothing(text: str, length: int) -> None:
    beginning, rest = split_long(text, length)
    assert beginning + rest == text
    assert len(beginning) <= length or not rest


def test_an_address_quotes_what_addresses_give_a_meaning() -> None:
    assert document_address("a b/c#1?x=å&y%.pdf", 3) == (
        "handlingar/a%20b/c%231%3Fx%3D%C3%A5%26y%25.pdf#page=3"
    )
