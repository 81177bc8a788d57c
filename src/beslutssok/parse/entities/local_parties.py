"""Local parties by their letters: «Byapartiet» is «BP» where members of BP are named beside it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from beslutssok.domain import Entities
from beslutssok.parse.entities.people import PARTY_NAMES, find_persons
from beslutssok.parse.entities.told import Told

_NAME = re.compile(r"(?P<first>[A-ZÅÄÖ])[\w-]*(?P<second>partiet|listan|demokraterna)")
_KNOWN = frozenset(PARTY_NAMES.values())


def with_letters(entities: Entities, tolds: Sequence[Told]) -> Entities:
    """The entities with the letters of local parties that are written in full.

    The letters are the initials of the name, where persons of just that party are named in the
    item; a name that no such letters belong to stays as it is written.
    """
    seen = {person.party for told in tolds for person, _, _ in find_persons(told.text)}
    letters = {party for party in seen if party} - _KNOWN
    if not letters:
        return entities
    return replace(
        entities,
        motions=tuple(
            replace(motion, parties=_in_letters(motion.parties, letters))
            for motion in entities.motions
        ),
        dissents=tuple(
            replace(dissent, parties=_in_letters(dissent.parties, letters))
            for dissent in entities.dissents
        ),
    )


def _in_letters(parties: Iterable[str], letters: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_letters_of(party, letters) for party in parties))


def _letters_of(party: str, letters: set[str]) -> str:
    """The initials of a local party's name, where they are letters seen; else the name.

    >>> _letters_of("Byapartiet", {"BP"}), _letters_of("Byapartiet", {"VL"})
    ('BP', 'Byapartiet')
    """
    match = _NAME.fullmatch(party)
    initials = f"{match['first']}{match['second'][0].upper()}" if match else ""
    return initials if initials in letters else party
