"""Tallies are read as they are stated, and none is invented."""

import pytest

from beslutssok.parse.votes import find_tallies

Counts = tuple[int, int, int | None, int | None]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Omröstningen utfaller med 43 Ja mot 38 Nej.", (43, 38, None, None)),
        ("Med 8 ja-röster mot 7 nej-röster bifalls förslaget.", (8, 7, None, None)),
        ("Utfallet blev 22 Ja och 13 Nej. 10 ledamöter avstår från att rösta.", (22, 13, 10, None)),
        ("16 ledamöter röstar ja och 15 ledamöter röstar nej. Ingen avstår.", (16, 15, 0, None)),
        (
            "21 ledamöter röstar ja, 6 ledamöter röstar nej och 4 ledamöter avstår.",
            (21, 6, 4, None),
        ),
        ("Ja: 9 Nej: 6 Avstår: 2", (9, 6, 2, None)),
        ("Antal Ja: 43 Antal Nej: 38 Antal Avstår: 0 Antal Frånv: 1", (43, 38, 0, 1)),
        ("30 röstade ”ja” och 12 röstade ”nej”, 3 ledamöter var frånvarande.", (30, 12, None, 3)),
        ("5 st ja mot 4 st nej", (5, 4, None, None)),
    ],
)
def test_a_stated_tally(text: str, counts: Counts) -> None:
    (found,) = find_tallies([text])
    assert (found.yes, found.no, found.abstained, found.absent) == counts
    assert found.text in text


@pytest.mark.parametrize(
    "text",
    [
        "Ja för bifall till förslaget, Nej för bifall till motionen.",
        "Omröstning begärs och genomförs. Hur var och en röstar framgår av bilaga 3.",
        "Av 31 ledamöter var 2 jäviga och deltog inte.",
        "Förslaget får 8 röster.",
        "",
    ],
)
def test_no_tally_is_invented(text: str) -> None:
    assert find_tallies([text]) == ()


def test_each_vote_keeps_its_own_abstentions() -> None:
    first, second = find_tallies(
        ["Först 8 Ja mot 7 Nej. 2 ledamöter avstår. Därefter 9 Ja mot 6 Nej. Ingen avstår."]
    )
    assert (first.yes, first.abstained) == (8, 2)
    assert (second.yes, second.abstained) == (9, 0)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("31 ja-röster, 28 nej-röster och 2 som avstår.", (31, 28, 2, None)),
        ("Med 31 röster mot 28 beslutar fullmäktige att bifalla förslaget.", (31, 28, None, None)),
        ("Ja: 31 Nej: 28 Avstår: 2 Frånvarande: 0", (31, 28, 2, 0)),
        ("Fem ja-röster mot fyra nej-röster.", (5, 4, None, None)),
        ("Utfallet blev tre ja och två nej, en ledamot avstod.", (3, 2, 1, None)),
        ("Ja Nej Avstår Frånvarande\n31 28 2 0", (31, 28, 2, 0)),
        ("7 nej-röster mot 8 ja-röster", (8, 7, None, None)),
        ("8 röster för bifall mot 7 röster för avslag", (8, 7, None, None)),
        ("Förslaget avslås med röstsiffrorna 14–16.", (14, 16, None, None)),
        ("Ja-röster: 12\nNej-röster: 9\nAvstår: 1", (12, 9, 1, None)),
        (
            "9 ledamöter röstar för planen och 2, Siv Ask (KD) och Bo Alm (C), för avslag.",
            (9, 2, None, None),
        ),
        (
            "Nämnden beslutar med 5 röster mot 3 att avslå. En ledamot, Eva Lind (V), avstår.",
            (5, 3, 1, None),
        ),
    ],
)
def test_more_ways_to_state_a_tally(text: str, counts: Counts) -> None:
    (found,) = find_tallies([text])
    assert (found.yes, found.no, found.abstained, found.absent) == counts
