"""An item with everything that can be read of one, and who was at its meeting."""

from datetime import date

from beslutssok.domain import (
    AttendanceRole,
    Attendee,
    CastVote,
    Disqualification,
    Dissent,
    DissentKind,
    Entities,
    ItemReference,
    Motion,
    MotionKind,
    PartyVote,
    Person,
    Place,
    Proposition,
    Quotation,
    Tally,
    Vote,
    VoteChoice,
)

SIV = Person("Siv Granlund", "S")
TURE = Person("Ture Myrberg", "V")
YLVA = Person("Ylva Fors", "SD")
PER = Person("Per Ek", "M")


def quote(text: str, page: int = 2) -> Quotation:
    return Quotation(text, (Place(page, 70.0, 100.0, 400.0, 112.0),))


ENTITIES = Entities(
    motions=(
        Motion(
            MotionKind.REJECTION,
            (SIV, TURE),
            "avslag på förslaget",
            quote("Siv Granlund (S) och Ture Myrberg (V) yrkar avslag på förslaget."),
        ),
        Motion(MotionKind.ADDITION, (), "en utredning", quote("MP yrkar …", 3), parties=("MP",)),
    ),
    votes=(
        Vote(
            source=quote("Med 2 ja mot 1 nej bifalls förslaget.", 4),
            tally=Tally(2, 1, abstained=1),
            proposition=Proposition("bifall till förslaget", "avslag", quote("Ja betyder …", 4)),
            cast=(
                CastVote(PER, VoteChoice.YES, "Ordförande"),
                CastVote(YLVA, VoteChoice.YES),
                CastVote(SIV, VoteChoice.NO),
                CastVote(TURE, VoteChoice.ABSTAINED),
            ),
            roll_call=quote("Omröstningslista", 9),
        ),
        Vote(
            source=quote("Omröstning om tilläggsyrkandet", 5),
            by_party=(
                PartyVote("MP", VoteChoice.YES, 2),
                PartyVote("Vänsterpartiet", VoteChoice.NO),
            ),
        ),
    ),
    dissents=(
        Dissent(DissentKind.RESERVATION, (SIV,), ("V",), quote("Siv Granlund (S) och V …", 5)),
    ),
    disqualifications=(Disqualification((PER,), quote("Per Ek (M) anmäler jäv.")),),
    references=(
        ItemReference("Regionstyrelsen", date(2025, 5, 27), "79 A", quote("Se § 79 A.", 3)),
        ItemReference("", None, "12", quote("enligt § 12", 3)),
    ),
)
ATTENDANCE = (
    Attendee(PER, AttendanceRole.CHAIR, quote("Per Ek (M), ordförande", 1)),
    Attendee(Person("Bo Ask"), AttendanceRole.SECRETARY, quote("Bo Ask, sekreterare", 1)),
    Attendee(SIV, AttendanceRole.MEMBER, quote("Siv Granlund (S)", 1)),
    Attendee(YLVA, AttendanceRole.MEMBER, quote("Ylva Fors (SD)", 1)),
    Attendee(TURE, AttendanceRole.SUBSTITUTE, quote("Ture Myrberg (V)", 1)),
)
