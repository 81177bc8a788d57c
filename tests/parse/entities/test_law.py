"""Whatever the text: each entity is quoted from its item, and reading never fails."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.parse.entities.written import entities_of, sections_of

from beslutssok.domain import SectionKind
from beslutssok.parse.entities import find_attendance

PIECES = st.sampled_from(
    ["Anna Berg (S)", "Per Ek (M)", "och", ",", "yrkar", "bifall", "avslag på", "förslaget", "att"]
    + [
        "instämmer",
        "i första hand",
        "i andra hand",
        "”",
        ":",
        ".",
        "reserverar sig",
        "mot beslutet",
    ]
    + [
        "Ja",
        "Nej",
        "Avstår",
        "8",
        "7",
        "röster",
        "mot",
        "Namn",
        "Parti",
        "Resultat",
        "X",
        "|",
        "\n",
    ]
    + ["för", "Ja röstar", "Nej röstar", "§ 12", "§§ 3–5", "2024-02-13", "den 4 mars 2024", "KS"]
    + ["Kommunstyrelsen", "bordlagt", "jäv", "anmäler", "deltar inte", "Ordförande", "Justerare"]
    + [
        "Ledamöterna från V",
        "SD-gruppen",
        "bilaga 2",
        "Summa",
        "S",
        "besluts-",
        "under-",
        "1.",
        "•",
    ]
)
PARAGRAPHS = (
    st.lists(PIECES, min_size=1, max_size=14)
    .map(" ".join)
    .filter(lambda text: any(character.isalnum() for character in text))
)
SECTIONS = st.lists(
    st.tuples(
        st.sampled_from(list(SectionKind)),
        st.sampled_from(["", "Yrkanden", "Bilaga 2", "Omröstningslista nr 1, § 4"]),
        st.lists(PARAGRAPHS, min_size=1, max_size=6),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=250, deadline=None)
@given(SECTIONS)
def test_each_entity_is_quoted_from_its_item(written) -> None:  # type: ignore[no-untyped-def]
    cleaned = [
        (kind, heading, ["\n".join(part for part in p.split("\n") if part.strip()) for p in texts])
        for kind, heading, texts in written
    ]
    entities_of(*cleaned)


@settings(max_examples=100, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=8))
def test_whoever_was_there_is_named_in_front(paragraphs: list[str]) -> None:
    paragraphs = ["\n".join(part for part in p.split("\n") if part.strip()) for p in paragraphs]
    (front,), lines = sections_of((SectionKind.OTHER, "", paragraphs))
    for entry in find_attendance(front.paragraphs, lines):
        assert entry.source.places[0] in lines
        assert all(word in entry.source.text for word in entry.person.name.split())
