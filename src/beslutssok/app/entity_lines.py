"""What was read of an item as data, in a short line each: who moved what, how they voted."""

from collections.abc import Iterable, Iterator, Sequence

from beslutssok.app.plain_text import clean_line, shorten_text
from beslutssok.domain import (
    AttendanceRole,
    Attendee,
    Dissent,
    Entities,
    ItemReference,
    Motion,
    Person,
    Quotation,
    Tally,
    Vote,
    VoteChoice,
)
from beslutssok.search.votes_told import say_counts

LONGEST_SUBJECT = 120
PARTIES_NAMED = 12
_COUNTED_ROLES = {
    AttendanceRole.MEMBER: ("ledamot", "ledamöter"),
    AttendanceRole.SERVING_SUBSTITUTE: ("tjänstgörande ersättare", "tjänstgörande ersättare"),
    AttendanceRole.SUBSTITUTE: ("ersättare", "ersättare"),
    AttendanceRole.OTHER: ("övrig", "övriga"),
    AttendanceRole.ABSENT: ("frånvarande", "frånvarande"),
}
_NAMED_ROLES = (
    AttendanceRole.CHAIR,
    AttendanceRole.VICE_CHAIR,
    AttendanceRole.SECRETARY,
    AttendanceRole.ADJUSTER,
)


def entity_lines(entities: Entities) -> list[str]:
    """Say in a line each what was moved, voted, reserved, left for jäv and referred to.

    A line that belongs to the one before it begins with spaces.
    """
    return [
        *(_motion_line(motion) for motion in entities.motions),
        *(line for vote in entities.votes for line in _vote_lines(vote)),
        *(_dissent_line(dissent) for dissent in entities.dissents),
        *(
            f"Jäv: {_names(entry.persons)}{_page(entry.source)}"
            for entry in entities.disqualifications
        ),
        *_reference_lines(entities.references),
    ]


def attendance_line(attendance: Sequence[Attendee]) -> str:
    """Say who led, wrote and adjusted, and how many were there besides; empty if nobody was.

    >>> from beslutssok.domain import Place
    >>> row = Quotation("Ylva Fors (S), ordförande", (Place(1, 0, 0, 0, 0),))
    >>> attendance_line([Attendee(Person("Ylva Fors", "S"), AttendanceRole.CHAIR, row)])
    'ordförande Ylva Fors (S)'
    """
    parts = []
    for role in _NAMED_ROLES:
        persons = [attendee.person for attendee in attendance if attendee.role is role]
        if persons:
            parts.append(f"{role.value} {_names(persons)}")
    counts = []
    for role, forms in _COUNTED_ROLES.items():
        count = sum(attendee.role is role for attendee in attendance)
        if count:
            counts.append(f"{count} {forms[count != 1]}")
    return "; ".join([*parts, *filter(None, [", ".join(counts)])])


def _motion_line(motion: Motion) -> str:
    movers = ", ".join(filter(None, (_names(motion.movers), ", ".join(motion.parties))))
    subject = shorten_text(clean_line(motion.subject), LONGEST_SUBJECT)
    told = f" – {subject}" if subject else ""
    return f"Yrkande, {motion.kind.value}: {clean_line(movers) or '–'}{told}{_page(motion.source)}"


def _vote_lines(vote: Vote) -> Iterator[str]:
    stated = _say_tally(vote.tally) if vote.tally is not None else ""
    counted = ""
    if vote.cast:
        counted = _say_cast(vote)
    told = [f"enligt texten {stated}" * bool(stated), f"enligt listan {counted}" * bool(counted)]
    line = f"Omröstning: {'; '.join(filter(None, told)) or 'utan siffror'}{_page(vote.source)}"
    yield line if vote.agrees else f"{line} – text och lista stämmer inte överens"
    if vote.proposition is not None:
        yes, no = (
            shorten_text(clean_line(words), LONGEST_SUBJECT)
            for words in (vote.proposition.yes, vote.proposition.no)
        )
        yield f"  Ja: {yes or '–'}; nej: {no or '–'}"
    parties = [f"{clean_line(party)} {_say_cast(vote, party)}" for party in vote.parties]
    parties += [
        f"{clean_line(cast.party)} {say_counts([(cast.choice, cast.count)])}"
        for cast in vote.by_party
    ]
    if parties:
        more = " …" * (len(parties) > PARTIES_NAMED)
        yield f"  {'; '.join(parties[:PARTIES_NAMED])}{more}"


def _say_tally(tally: Tally) -> str:
    stated = (tally.yes, tally.no, tally.abstained, tally.absent)
    counts = zip(VoteChoice, stated, strict=False)
    return say_counts((choice, count) for choice, count in counts if count is not None)


def _say_cast(vote: Vote, party: str | None = None) -> str:
    return say_counts((c, count) for c in VoteChoice if (count := vote.count(c, party)))


def _dissent_line(dissent: Dissent) -> str:
    who = ", ".join(filter(None, (_names(dissent.persons), ", ".join(dissent.parties))))
    kind = dissent.kind.value.capitalize()
    return f"{kind}: {clean_line(who) or '–'}{_page(dissent.source)}"


def _reference_lines(references: Iterable[ItemReference]) -> list[str]:
    """Name each item that is referred to once, in one line."""
    pages: dict[str, list[str]] = {}
    for reference in references:
        number = f"§ {reference.number}" if reference.number else ""
        day = reference.date.isoformat() if reference.date else ""
        named = " ".join(filter(None, (clean_line(reference.organ), day, clean_line(number))))
        pages.setdefault(named, [])
        if reference.source.places:
            pages[named].append(str(reference.source.page))
    told = (
        f"{named} (s. {', '.join(dict.fromkeys(held))})" if held else named
        for named, held in pages.items()
    )
    return [f"Hänvisar till: {'; '.join(told)}"] if pages else []


def _names(persons: Iterable[Person]) -> str:
    return ", ".join(
        clean_line(f"{person.name} ({person.party})" if person.party else person.name)
        for person in persons
    )


def _page(source: Quotation) -> str:
    return f" (s. {source.page})" if source.places else ""
