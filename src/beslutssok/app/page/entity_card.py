"""What was read of an item as data: motions, votes, reservations, each with its page."""

from collections.abc import Iterable, Iterator

from beslutssok.app.page.markup import shorten, show_text
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.vote_bar import render_vote_bar, say_counts
from beslutssok.domain import (
    Dissent,
    Entities,
    ItemReference,
    Person,
    Quotation,
    Vote,
    VoteChoice,
)

LONGEST_WORDS = 300
NAMED_BRIEFLY = 3
_EXCEPTED = ("utom", "undantag")


def render_entities(entities: Entities, texts: Texts) -> str:
    """List what was moved, voted, reserved and referred to; empty where nothing was read."""
    rows = "".join(f"<li>{row}</li>" for row in _rows(entities, texts))
    return f'<ul class="bs-entities">{rows}</ul>' if rows else ""


def _rows(entities: Entities, texts: Texts) -> Iterator[str]:
    for motion in entities.motions:
        kind = texts.moved.format(kind=_word(motion.kind.value, texts))
        who = name_persons(motion.movers, motion.parties)
        yield _row(kind, who, motion.subject, motion.source, texts)
    for vote in entities.votes:
        yield _render_vote(vote, texts)
    for dissent in entities.dissents:
        kind = _word(dissent.kind.value, texts).capitalize()
        yield _row(kind, name_persons(dissent.persons, dissent.parties), "", dissent.source, texts)
    for entry in entities.disqualifications:
        yield _row(texts.disqualified, name_persons(entry.persons), "", entry.source, texts)
    named = {_reference(each): each.source for each in entities.references}
    for words, source in named.items():
        yield _row(texts.refers_to, words, "", source, texts)


def name_persons(persons: Iterable[Person], parties: Iterable[str] = ()) -> str:
    """Name persons with their parties, then whole parties.

    >>> name_persons([Person("Ylva Fors", "S")], ["V"])
    'Ylva Fors (S), V'
    """
    named = [f"{each.name} ({each.party})" if each.party else each.name for each in persons]
    return ", ".join((*named, *parties))


def say_briefly(dissent: Dissent, texts: Texts) -> str:
    """Name the first of those who dissented, and how many more; nobody where some are excepted.

    >>> from beslutssok.app.page.swedish import SWEDISH
    >>> from beslutssok.domain import DissentKind
    >>> people = tuple(Person(name, "S") for name in ("Ylva Fors", "Bo Ek", "Cia Dal", "Eva Å"))
    >>> source = Quotation("Mot beslutet reserverar sig …", ())
    >>> say_briefly(Dissent(DissentKind.RESERVATION, people, (), source), SWEDISH)
    'Ylva Fors (S), Bo Ek (S), Cia Dal (S) och 1 till'
    """
    if any(word in dissent.source.text.casefold() for word in _EXCEPTED):
        return ""
    named = [name_persons([person]) for person in dissent.persons]
    actors = [*dissent.parties, *named]
    rest = len(actors) - NAMED_BRIEFLY
    said = ", ".join(actors[:NAMED_BRIEFLY])
    return texts.and_more.format(named=said, count=rest) if rest > 0 else said


def _row(kind: str, who: str, words: str, source: Quotation, texts: Texts) -> str:
    told = f"<strong>{show_text(kind)}</strong>"
    if who:
        told += f': <bdi lang="sv">{show_text(who)}</bdi>'
    if words:
        told += f' – <span lang="sv">{show_text(shorten(words, LONGEST_WORDS))}</span>'
    return f"<p>{told} {_render_page(source, texts)}</p>"


def _render_vote(vote: Vote, texts: Texts) -> str:
    counts = vote_counts(vote)
    head = _row(texts.vote_held, "", "", vote.source, texts)
    parts = [head, render_vote_bar(counts, say_counts(counts, texts))]
    if vote.proposition is not None:
        for choice, words in (
            (VoteChoice.YES, vote.proposition.yes),
            (VoteChoice.NO, vote.proposition.no),
        ):
            if words:
                stands = texts.vote_stands_for.format(
                    choice=_word(choice.value, texts).capitalize(),
                    words=shorten(words, LONGEST_WORDS),
                )
                parts.append(f"<p>{show_text(stands)}</p>")
    if not vote.agrees:
        parts.append(f'<p class="bs-note">{show_text(texts.vote_differs)}</p>')
    parts.append(_render_parties(vote, texts))
    return "".join(parts)


def vote_counts(vote: Vote) -> list[tuple[VoteChoice, int]]:
    """How many voted how, as stated; else as the roll-call adds up. Nobody is not counted."""
    counts = _stated(vote) or [(choice, vote.count(choice)) for choice in VoteChoice]
    return [(choice, count) for choice, count in counts if count]


def _stated(vote: Vote) -> list[tuple[VoteChoice, int]]:
    if vote.tally is None:
        return []
    stated = (
        (VoteChoice.YES, vote.tally.yes),
        (VoteChoice.NO, vote.tally.no),
        (VoteChoice.ABSTAINED, vote.tally.abstained),
        (VoteChoice.ABSENT, vote.tally.absent),
    )
    return [(choice, count) for choice, count in stated if count is not None]


def _render_parties(vote: Vote, texts: Texts) -> str:
    rows = [
        (party, [(choice, vote.count(choice, party)) for choice in VoteChoice])
        for party in vote.parties
    ]
    listed = [
        f"{party} {', '.join(f'{n} {_word(choice.value, texts)}' for choice, n in counts if n)}"
        for party, counts in rows
    ]
    listed += [
        f"{each.party} {each.count or ''} {_word(each.choice.value, texts)}".replace("  ", " ")
        for each in vote.by_party
    ]
    if not listed:
        return ""
    items = "".join(f"<li>{show_text(words)}</li>" for words in listed)
    heading = show_text(texts.vote_by_party)
    return f"<details><summary>{heading}</summary><ul>{items}</ul></details>"


def _render_page(source: Quotation, texts: Texts) -> str:
    if not source.places:
        return ""
    words = show_text(texts.go_to_page.format(page=source.page))
    return f'<button type="button" class="bs-goto" data-goto="{source.page}">{words}</button>'


def _reference(reference: ItemReference) -> str:
    day = reference.date.isoformat() if reference.date else ""
    number = f"§ {reference.number}" if reference.number else ""
    return " ".join(filter(None, (reference.organ, day, number)))


def _word(value: str, texts: Texts) -> str:
    return texts.entity_words.get(value, value)
