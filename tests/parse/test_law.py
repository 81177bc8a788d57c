"""No line is lost and none is told twice, whatever a document looks like."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.parse.typeset import AGENDA, BOARD, COUNCIL, MINUTES, understand

WORDS = st.sampled_from(
    ["planen", "antas", "taxan", "nämnden", "besluts-", "underlag", "hälso-", "och", "sjukvård"]
    + ["att", "§", "12", "Bilaga", "1", "(RS/12/2024)", "KS", "2023/45", "Reservation", "|"]
    + ["2024-05-14", "yrkar", "bifall", "Anna", "(S)", "Beslut", "7.", "1.", "•", "–", "a)", "b)"]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
HEADINGS = st.sampled_from(
    [
        "! Beslut",
        "! Kommunstyrelsens beslut",
        "! Kommunstyrelsens förslag till",
        "! Arbetsutskottets beslut",
        "! Förslag till beslut",
        "! Yrkanden",
        "! Omröstning",
        "! Expedieras till",
        "! Beslutsunderlag",
        "! Samråd med grannkommuner",
        "Beslut",
        "# Bilaga 1 till § 2: Omröstningslista",
        "Bilaga 2",
        "! Underskrifter",
        "-------------",
        "§ 2 Budget ............ 7",
        "Beslut: Nämnden antar planen.",
        "Beslut | Nämnden antar planen.",
        "! Nr | Ärende | Dnr | Förslag",
        "1 | Upprop | | Utses",
        "2 | Detaljplan för | BN-2021- | Antas",
        "| byn | 00030",
        "! Informationsärenden",
        "ANSLAG/BEVIS",
        "Ärende 3 Budget",
    ]
)
NUMBERED = st.builds(
    "{}{} {}".format,
    st.sampled_from(["# § ", "§ ", "# ", "", "! §", "# Ks § "]),
    st.integers(1, 14),
    st.sampled_from(["", "Upprop", "Ny badplats (RS/12/2024)", "Ärendenummer SLK-2024-00385"]),
)
LEADS = st.sampled_from(
    ["Kommunstyrelsen föreslår kommunfullmäktige besluta:", "Kommunstyrelsen beslutar:"]
)
PAGES = st.lists(
    SENTENCES | HEADINGS | NUMBERED | LEADS | st.just(""), min_size=1, max_size=25
).map("\n".join)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(PAGES, min_size=1, max_size=4),
    st.sampled_from([MINUTES, AGENDA, BOARD, COUNCIL, ("Granvika kommun", "Utredning")]),
)
def test_every_line_is_in_the_meeting_once(pages: list[str], heads: tuple[str, ...]) -> None:
    understand(*pages, heads=heads)
