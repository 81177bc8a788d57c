"""The glossary: what a line says, whose words it finds, and what a wrong one is answered with."""

from pathlib import Path

import pytest

from beslutssok.errors import SettingsError
from beslutssok.index.words import tokens
from beslutssok.search.glossary import (
    FOREIGN,
    SWEDISH,
    Glossary,
    _built_in,
    parse_glossary,
    read_glossaries,
)
from beslutssok.settings import read_settings


def test_words_of_a_group_find_each_other() -> None:
    glossary = Glossary(parse_glossary("kajen, Skeppskajen, hamnplan"))
    assert glossary.others("skeppskajen") == ("kajen", "hamnplan")
    assert glossary.others("hamnplanen") == ("kajen", "Skeppskajen")


def test_an_arrow_goes_one_way() -> None:
    glossary = Glossary(parse_glossary("råttor > skadedjur"))
    assert glossary.others("råttorna") == ("skadedjur",)
    assert glossary.others("skadedjur") == ()


def test_a_phrase_is_found_before_the_words_in_it() -> None:
    glossary = Glossary(parse_glossary("tak > takläggning\ntak över huvudet > bostad"))
    [found] = glossary.find(tokens("Vem får tak över huvudet?"))
    assert found.others == ("bostad",)


def test_a_word_on_several_lines_has_the_others_of_all() -> None:
    glossary = Glossary(parse_glossary("gratis > avgiftsfri\ngratis > slopad avgift"))
    assert glossary.others("gratis") == ("avgiftsfri", "slopad avgift")


def test_comments_and_empty_lines_say_nothing() -> None:
    assert parse_glossary("\ufeff# Egna ord\n\n   \nkajen, hamnplan\n")[0].asked == (
        "kajen",
        "hamnplan",
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("ensam", "bara ett ord"),
        ("ett, , två", "saknar ord"),
        ("ett >", "saknar ord"),
        ("> två", "saknar ord"),
        ("ett > två > tre", "mer än ett «>»"),
    ],
)
def test_a_wrong_line_is_named_with_its_number(tmp_path: Path, line: str, why: str) -> None:
    own = tmp_path / "egna.txt"
    own.write_text(f"kajen, hamnplan\n# kommentar\n{line}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=f"egna.txt, rad 3 .*{why}") as raised:
        read_glossaries(own)
    assert raised.value.remedy


def test_a_file_that_is_missing_or_not_utf8_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="borta.txt går inte att läsa"):
        read_glossaries(tmp_path / "borta.txt")
    wrong = tmp_path / "latin.txt"
    wrong.write_bytes("åre, fjället".encode("latin-1"))
    with pytest.raises(SettingsError, match="latin.txt är inte sparad som UTF-8"):
        read_glossaries(wrong)


def test_a_file_of_ones_own_adds_to_the_built_in_words(tmp_path: Path) -> None:
    own = tmp_path / "egna.txt"
    own.write_text("sopor > Renhållarna", encoding="utf-8")
    settings = read_settings({"BESLUTSSOK_GLOSSARY": str(own)})
    others = read_glossaries(settings.glossary).swedish.others("sopor")
    assert others[0] == "Renhållarna"
    assert "avfall" in others


def test_without_a_setting_only_the_built_in_words_are_read() -> None:
    assert read_settings({}).glossary is None
    assert "avfall" in read_glossaries().swedish.others("sopor")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("dagis", "förskola"),
        ("tak över huvudet", "hemlöshet"),
        ("bilplatser", "parkering"),
        ("skattehöjning", "skattesats"),
        ("snöröjningen", "vinterväghållning"),
    ],
)
def test_everyday_words_find_those_of_minutes(asked: str, found: str) -> None:
    assert found in read_glossaries().swedish.others(asked)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("libraries", "bibliotek"),
        ("taxes", "skatt"),
        ("nursing home", "särskilt boende"),
        ("barnehage", "förskola"),
        ("päiväkoti", "förskola"),
    ],
)
def test_words_of_other_languages_find_swedish_ones(asked: str, found: str) -> None:
    assert found in read_glossaries().foreign.others(asked)


def test_the_built_in_lists_are_as_long_as_their_documentation_says() -> None:
    assert len(_built_in(SWEDISH)) >= 480
    assert len(_built_in(FOREIGN[:1])) >= 270
    assert len(_built_in(FOREIGN[1:])) >= 150
