"""Yrkanden: who moved what, in the wordings of many templates."""

import pytest
from tests.parse.entities.written import entities_of, named

from beslutssok.domain import Motion, MotionKind, SectionKind

K = MotionKind


def moved(*paragraphs: str, kind: SectionKind = SectionKind.MOTION) -> tuple[Motion, ...]:
    return entities_of((kind, "Yrkanden", paragraphs)).motions


def told(motion: Motion) -> tuple[MotionKind, str]:
    return motion.kind, named(motion.movers, motion.parties)


@pytest.mark.parametrize(
    ("text", "kind", "movers"),
    [
        ("Anna Berg (S) yrkar bifall till förslaget.", K.APPROVAL, "Anna Berg (S)"),
        (
            "Anna Berg (S), Per Ek (V) och Eva af Lind (MP) yrkar bifall till styrelsens förslag.",
            K.APPROVAL,
            "Anna Berg (S), Per Ek (V), Eva af Lind (MP)",
        ),
        ("Ordförande Anna Berg (S) yrkar avslag på motionen.", K.REJECTION, "Anna Berg (S)"),
        ("Kommunalrådet Anna Berg (S) yrkade avslag.", K.REJECTION, "Anna Berg (S)"),
        ("Ordföranden föreslår att nämnden antar planen.", K.APPROVAL, "Ordföranden"),
        ("Förslag från Anna Berg (S): avslag på planen", K.REJECTION, "Anna Berg (S)"),
        ("Anna Berg (S) yrkar delvis bifall så att skylten flyttas.", K.AMENDMENT, "Anna Berg (S)"),
        (
            "Anna Berg (S) yrkar att motionen bifalls i den del som avser skylten.",
            K.AMENDMENT,
            "Anna Berg (S)",
        ),
        (
            "Anna Berg (S) yrkar bifall till styrelsens förslag om avslag.",
            K.REJECTION,
            "Anna Berg (S)",
        ),
        (
            "Anna Berg (S) anmäler att Byapartiet inte stannar kvar och yrkar att vägen byggs.",
            K.OTHER,
            "Anna Berg (S)",
        ),
        ("Anna Berg (-) har yrkat avslag på förslaget.", K.REJECTION, "Anna Berg (-)"),
        ("Ordföranden yrkar bifall till förslaget.", K.APPROVAL, "Ordföranden"),
        ("Sverigedemokraterna yrkar avslag på förslaget.", K.REJECTION, "SD"),
        ("M, KD och L yrkar återremiss av ärendet.", K.REFERRAL_BACK, "M, KD, L"),
        ("Ledamöterna från M och KD yrkar bifall.", K.APPROVAL, "M, KD"),
        ("Spartiet yrkar att ärendet bordläggs.", K.TABLING, "Spartiet"),
        (
            "Per Ek (M) med instämmande av Eva Lind (KD) yrkar att ärendet ska bordläggas.",
            K.TABLING,
            "Per Ek (M), Eva Lind (KD)",
        ),
        (
            "Per Ek (M) yrkar, med bifall från Eva Lind (KD), att ärendet återremitteras.",
            K.REFERRAL_BACK,
            "Per Ek (M), Eva Lind (KD)",
        ),
        (
            "Ledamoten Anna Berg föreslog, understödd av Per Ek, att ärendet återremitteras.",
            K.REFERRAL_BACK,
            "Anna Berg, Per Ek",
        ),
        ("Därefter yrkar Per Ek (SIV) bifall till motionen.", K.APPROVAL, "Per Ek (SIV)"),
        ("Avslag på förslaget yrkas av Per Ek (FI).", K.REJECTION, "Per Ek (FI)"),
        ("Yrkande 1: Per Ek (opol.) yrkar avslag.", K.REJECTION, "Per Ek (opol.)"),
        ("Per Ek (M): Bifall till förslaget.", K.APPROVAL, "Per Ek (M)"),
        (
            "Per Ek (M), Eva Lind (KD)\nBifall till förslaget",
            K.APPROVAL,
            "Per Ek (M), Eva Lind (KD)",
        ),
        (
            "Bifall till förslaget: Per Ek (M), Eva Lind (KD)",
            K.APPROVAL,
            "Per Ek (M), Eva Lind (KD)",
        ),
        (
            "Per Ek (M) lämnar följande tilläggsyrkande: ”Planen följs upp.”",
            K.ADDITION,
            "Per Ek (M)",
        ),
        ("Per Ek (M) yrkar att punkt 2 stryks.", K.AMENDMENT, "Per Ek (M)"),
        ("Per Ek (M) yrkar att avgiften blir 40 kronor.", K.OTHER, "Per Ek (M)"),
        (
            "Anna Berg, Per Ek och Eva Lind (samtliga S) yrkar bifall till förslaget.",
            K.APPROVAL,
            "Anna Berg (S), Per Ek (S), Eva Lind (S)",
        ),
        ("Berg (S) yrkar bifall till Eks (M) yrkande.", K.APPROVAL, "Berg (S)"),
        ("Anna Berg m.fl. (S) yrkar bifall till motionen.", K.APPROVAL, "Anna Berg (S)"),
        ("K-G von Ek (Spartiet) yrkar avslag.", K.REJECTION, "K-G von Ek (Spartiet)"),
        ("Anna Berg (S), ordförande, yrkar bifall till förslaget.", K.APPROVAL, "Anna Berg (S)"),
        (
            "Anna Berg (S) yrkar bifall till förslaget i vilket Per Ek (M) instämmer.",
            K.APPROVAL,
            "Anna Berg (S), Per Ek (M)",
        ),
        ("Tilläggsyrkande från Anna Berg (S): Planen följs upp.", K.ADDITION, "Anna Berg (S)"),
        ("Partierna S och V yrkar bifall.", K.APPROVAL, "S, V"),
        (
            "Under diskussionen föreslog ledamoten Anna Berg, understödd av ledamoten Per Ek, att "
            "ärendet bordläggs.",
            K.TABLING,
            "Anna Berg, Per Ek",
        ),
    ],
)
def test_one_motion(text: str, kind: MotionKind, movers: str) -> None:
    assert [told(motion) for motion in moved(text)] == [(kind, movers)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Per Ek (M) yrkar bifall till punkt 1 och avslag på punkt 2.", [K.APPROVAL, K.REJECTION]),
        (
            "Per Ek (M) yrkar i första hand återremiss och i andra hand avslag på förslaget.",
            [K.REFERRAL_BACK, K.REJECTION],
        ),
        (
            "Per Ek (M) yrkar avslag på punkt 2 och att avgiften blir 9 kronor.",
            [K.REJECTION, K.OTHER],
        ),
        (
            "Per Ek (M) yrkar bifall till förslaget med följande tillägg: ”Taxan ses över. År 2.”",
            [K.APPROVAL, K.ADDITION],
        ),
        (
            "Per Ek (M) yrkar bifall till Anna Bergs tilläggsyrkande och avslag på motionen.",
            [K.APPROVAL, K.REJECTION],
        ),
        ("Per Ek (M) yrkar bifall och Eva Lind (V) yrkar avslag.", [K.APPROVAL, K.REJECTION]),
        ("Per Ek (M) yrkar att regionen inte tillstyrker.", [K.REJECTION]),
        (
            "Per Ek (M) yrkar bifall till alternativ B. Eva Lind (V) yrkar avslag.",
            [K.APPROVAL, K.REJECTION],
        ),
    ],
)
def test_a_sentence_that_moves_several_things(text: str, kinds: list[MotionKind]) -> None:
    assert [motion.kind for motion in moved(text)] == kinds


def test_a_name_broken_over_lines_is_whole() -> None:
    (motion,) = moved("Anna-Karin\nBerg (S) och Per Ek\n(V) yrkar bifall till för-\nslaget.")
    assert told(motion) == (K.APPROVAL, "Anna-Karin Berg (S), Per Ek (V)")
    assert motion.subject == "bifall till förslaget"
    assert len(motion.source.places) == 4


def test_points_under_a_lead_belong_to_the_motion() -> None:
    (first, second) = moved(
        "Anna Berg (S) yrkar att",
        "1. planen antas,",
        "2. taxan höjs.",
        "Per Ek (M) yrkar avslag.",
    )
    assert "taxan höjs" in first.subject
    assert told(second) == (K.REJECTION, "Per Ek (M)")


def test_a_list_under_a_lead_has_a_motion_for_each_entry() -> None:
    found = moved(
        "Följande yrkanden framställs:",
        "• Anna Berg (S): bifall till förslaget",
        "• Per Ek (M): avslag på förslaget",
    )
    assert [told(motion) for motion in found] == [
        (K.APPROVAL, "Anna Berg (S)"),
        (K.REJECTION, "Per Ek (M)"),
    ]


def test_a_heading_of_its_own_names_who_moves_what_follows() -> None:
    (found,) = moved("Ändringsyrkande av Anna Berg (S) och Per Ek (M)", "Punkt 2 stryks.")
    assert told(found) == (K.AMENDMENT, "Anna Berg (S), Per Ek (M)")
    assert found.subject == "Punkt 2 stryks"


def test_who_joins_in_moves_the_same() -> None:
    first, second, third = moved(
        "Anna Berg (S) yrkar att ärendet återremitteras. Per Ek (V) instämmer.",
        "Eva Lind (M) instämmer i Anna Bergs yrkande.",
    )
    assert [motion.kind for motion in (first, second, third)] == [K.REFERRAL_BACK] * 3
    assert told(second)[1] == "Per Ek (V)"
    assert told(third)[1] == "Eva Lind (M)"


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen beslutar att bifalla förslaget.",
        "Förvaltningen föreslår att motionen avslås.",
        "Regiondirektören föreslår regionstyrelsen att anta planen.",
        "Arbetsutskottet föreslår kommunstyrelsen besluta att avslå ansökan.",
        "Ordföranden finner att Anna Bergs (S) yrkande har bifallits.",
        "Sökanden yrkar ersättning med 4 000 kronor.",
        "Yrkandet avslås.",
        "Per Ek (M) har lämnat ett förslag som ingen av ledamöterna yrkar bifall till.",
    ],
)
@pytest.mark.parametrize(
    "kind", [SectionKind.MOTION, SectionKind.DECISION, SectionKind.PROCEDURE, SectionKind.OTHER]
)
def test_what_is_decided_or_proposed_by_officials_is_no_motion(
    text: str, kind: SectionKind
) -> None:
    assert moved(text, kind=kind) == ()


def test_a_petition_retold_is_no_motion_of_the_meeting() -> None:
    text = "I en motion yrkar Anna Berg (S) att skolan byggs om."
    assert moved(text, kind=SectionKind.SUMMARY) == ()
    assert moved(text, kind=SectionKind.OTHER) == ()


def test_who_moves_to_put_off_is_told_in_the_summary_as_well() -> None:
    text = "Läget är oklart. Anna Berg (S) yrkar bordläggning till dess att planen är känd."
    assert [told(motion) for motion in moved(text, kind=SectionKind.SUMMARY)] == [
        (K.TABLING, "Anna Berg (S)")
    ]


@pytest.mark.parametrize(
    "other",
    [
        (SectionKind.SUMMARY, "Nämnden avslog yrkandet."),
        (SectionKind.MOTION, "Per Ek (M) yrkar avslag."),
    ],
)
def test_what_was_moved_earlier_is_no_motion_of_the_meeting(other: tuple[SectionKind, str]) -> None:
    summary = ["Anna Berg (S) yrkar återremiss."]
    sections = [
        (SectionKind.SUMMARY, "Sammanfattning", summary),
        (other[0], "Yrkanden", [other[1]]),
    ]
    if other[0] is SectionKind.SUMMARY:
        sections = [(SectionKind.SUMMARY, "Sammanfattning", [f"{summary[0]} {other[1]}"])]
    found = entities_of(*sections).motions
    assert "Anna Berg" not in {person.name for motion in found for person in motion.movers}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Då inga medel finns yrkar Anna Berg (S) avslag på motionen.", K.REJECTION),
        ("Eftersom inget har gjorts yrkar Anna Berg (S) bifall till motionen.", K.APPROVAL),
    ],
)
def test_what_there_is_none_of_hides_no_motion(text: str, kind: MotionKind) -> None:
    assert [told(motion) for motion in moved(text)] == [(kind, "Anna Berg (S)")]


def test_the_same_motion_told_again_is_one() -> None:
    text = "Anna Berg (S) yrkar bifall till förslaget."
    found = entities_of(
        (SectionKind.MOTION, "Yrkanden", [text]), (SectionKind.PROCEDURE, "Beslutsgång", [text])
    )
    assert len(found.motions) == 1


def test_what_a_member_proposes_under_the_heading_for_proposals() -> None:
    found = moved(
        "Förvaltningen föreslår att planen antas.",
        "Anna Berg (S) föreslår avslag på planen.",
        "Per Ek (M) föreslår i motionen att vägen flyttas.",
        kind=SectionKind.PROPOSAL,
    )
    assert [told(motion) for motion in found] == [(K.REJECTION, "Anna Berg (S)")]
