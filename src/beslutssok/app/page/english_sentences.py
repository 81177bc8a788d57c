"""What the program itself says of what it found, in English; quotations stay as they are."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from beslutssok.app.page.english import ENGLISH
from beslutssok.app.page.texts import Texts
from beslutssok.domain import DocumentKind, Outcome, Saying, SectionKind, Sentence, Speaker
from beslutssok.search.periods import Period
from beslutssok.search.sentences import Says

SENTENCES: Mapping[Sentence, str] = {
    Says.CASE: "Case {number}",
    Says.IN_KIND: "In {kind}",
    Says.PREFERRED: "Preferably {part}",
    Says.CALLED: "{meant:lower}",
    Says.ABOUT: "about {whom}",
    Says.WITH: "with {number}",
    Says.WORD_FOR_WORD: "Word for word “{words}”",
    Says.WITHOUT: "Without “{word}”",
    Says.LATEST_FIRST: "The latest first",
    Says.EARLIEST_FIRST: "The earliest first",
    Says.BY_MINORITY: "referred back or tabled by a minority",
    Says.REFERRAL_MOVED: "referral back moved",
    Says.PROPOSAL_FELL: "the preparing body’s proposal fell",
    Says.BY_ONE_VOTE: "decided by one vote",
    Says.TIED: "an equal number of votes",
    Says.SOMEBODY_DISQUALIFIED: "conflict of interest",
    Says.REPEALED: "a decision repealed",
    Says.PARTLY_CARRIED: "partly approved",
    Says.AGENDA_PLACE: "{organ} {day} agenda item {number}",
    Says.DOCUMENT_PLACE: "{file}, section {number}",
    Says.UNDATED: "undated",
    Says.ONLY_CALLED: "Only proposed, from the agenda",
    Says.NO_MINUTES: "Only proposed; no minutes with a decision are among the documents",
    Says.OF_A_DOCUMENT: "From a document, no decision",
    Says.TO_ANOTHER: "Only proposed to another body",
    Says.EARLIER: "Earlier: {step}",
    Says.LATER: "Later: {step}",
    Says.DECIDED_LATER: "A later decision in the matter: {step}",
    Says.AMENDED: "Later repealed or changed: {step}",
    Says.ADOPTED_PROPOSAL: "The proposal that was adopted:",
    Says.ONE_POINT: "Of the {points} points of the decision, the one closest to the question is "
    "shown:",
    Says.SOME_POINTS: "Of the {points} points of the decision, the {shown} closest to the question "
    "are shown:",
    Says.VOTE: "Vote: {told}{meaning}.",
    Says.VOTE_OF_SEVERAL: "Vote {number} of {of}: {told}{meaning}.",
    Says.STOOD_FOR: "yes: “{yes}”; no: “{no}”",
    Says.ABSTAINED: "{count} abstained",
    Says.COUNTED: "{counts}, counted in the roll-call",
    Says.LISTED: "{counts}, by the roll-call",
    Says.DIFFERENT: "{counts} by the text; the roll-call gives {listed}",
    Says.NO_COUNTS: "no counts",
    Says.PARTIES_COUNTED: "By party, counted in the roll-call: {parties:; }.",
    Says.PARTIES_LISTED: "By party, by the roll-call: {parties:; }.",
    Says.LEFT_THE_LINE: "Voted unlike their party, counted in the roll-call: {votes}.",
    Says.CAST_YES: "{who} voted yes",
    Says.CAST_NO: "{who} voted no",
    Says.CAST_NEITHER: "{who} abstained",
    Says.WAS_ABSENT: "{who} was absent",
    Says.WAS_PAIRED: "{who} was paired",
    Says.STAYED_OUT: "{who} did not take part",
    Says.UNLISTED: "No roll-call in the document tells how {who} voted.",
    Says.THE_PARTIES: "the parties",
    Says.NO_VOTE: "The minutes tell of no vote.",
    Says.MOTION: "Motion for {kinds: and }: {who}.",
    Says.DISQUALIFIED: "Conflict of interest: {who}.",
    Says.NO_DISSENT: "The minutes tell of no reservation.",
    Says.NO_MOTION: "The minutes tell of no motions.",
    Says.NO_DISQUALIFICATION: "The minutes tell of no conflict of interest.",
    Says.NO_SPEAKERS: "The minutes do not tell who spoke.",
    Says.ITEMS: "{items:One item|items in order of time}:",
    Says.ITEMS_AMONG: "{items:One item|items in order of time}, of {looked} paragraphs (§) looked "
    "through:",
    Says.STEPS: "The case {case}, {steps:one step|steps in order of time}:",
    Says.LIKE_IT: "{items:One matter|matters} like it found: {outcomes}.",
    Says.TIMES: "{times} times, in order:",
    Says.VOTES: "{votes:One vote|votes} in {items:one item|items}, of {looked} paragraphs (§) "
    "looked through:",
    Says.VOTES_UNLISTED: "Of {votes:one vote|votes} in {items:one item|items} no roll-call is "
    "among the documents; how each voted there is not told and not counted.",
    Says.ACTS: "{who:capital} {did} in {items:one item|items}, of {looked} paragraphs (§) looked "
    "through:",
    Says.NO_ACTS: "No item in which {who} {did}, of {looked} paragraphs (§) looked through.",
    Says.SOMEBODY: "anybody",
    Says.ANY_OF: "{names: or }",
    Says.ALL_OF: "both {names: and }",
    Says.RESERVED: "reserved themselves",
    Says.TOOK_NO_PART: "took no part in the decision",
    Says.DECLARED_INTEREST: "declared a conflict of interest",
    Says.HAD_NOTED: "had a note put in the minutes",
    Says.VOTED: "voted",
    Says.REFRAINED: "abstained from voting",
    Says.MOVED: "moved",
    Says.ACTED: "moved, voted, reserved themselves or the like",
    Says.LEAVING_THE_LINE: "Somebody voted unlike their party in {items:one item|items}, of "
    "{looked} paragraphs (§) looked through:",
    Says.NONE_LEFT_THE_LINE: "Nobody voted unlike their party by the roll-calls in {looked} "
    "paragraphs (§) looked through.",
    Says.NOT_DECIDED: "From the description of the matter, not from the decision:",
    Says.UNSURE: "It is not certain that the documents answer the question.",
    Says.NEAREST: "{why} This comes closest:",
    Says.MAY_BE_ABOUT: "The question may also be about:",
    Says.NEVER_DONE: "No decision on {what} in the case is among the documents. This comes "
    "closest:",
    Says.NO_ANSWER: "The documents give no answer to the question.",
    Says.WORD_MISSING: "“{words}” is not in the documents.",
    Says.WORDS_MISSING: "“{words:”, “}” are not in the documents.",
    Says.LACKING: "What comes closest, “{title}”, does not say {lack}.",
    Says.NO_QUESTION: "Write a question.",
    Says.NO_MATTER: "The question names no matter. Write what it is about, for example a subject, "
    "a case number or a paragraph (§) with a date.",
    Says.NO_CASE: "No case {number} is among the documents.",
    Says.NO_SUCH_ITEM: "No such case is among the documents.",
    Says.NO_PARAGRAPH: "No § {number} is among the documents.",
    Says.NOTHING_OF: "No document from {name} is among those that have been read.",
    Says.NOTHING_FROM: "No document from “{period}” answers to the question.",
    Says.DAY_ONLY_CALLED: "Of that day only the agenda is among the documents, no minutes.",
    Says.PLACE_ONLY_CALLED: "Of {place} only the agenda is among the documents, no minutes.",
    Says.GAP: "{place} is mentioned in {told_by}, but is not among the documents.",
    Says.CHECK_NUMBER: "Check the number, or search for what the case is about.",
    Says.CASE_OF_SEVERAL: "Several have a case {number}: {names}.",
    Says.GIVE_ID_OF_CASE: "Give one of the ids of the case instead, for example “{id}”.",
    Says.ITEM_OF_SEVERAL: "Several have “{citation}”: {names}.",
    Says.GIVE_ID: "Give the id instead, for example “{id}”.",
    Says.NOTHING_CITED: "Nothing answers to “{citation}”.",
    Says.WRITE_CITATION: "Write as in a hit: “Regionstyrelsen 2024-12-10 § 208”, or its id.",
    Says.SEVERAL_MATTERS: "The file has {items} matters.",
    Says.PASTE_ONE: "Paste the text of the matter that you want to compare with.",
    Says.NO_TEXT: "The file has no text to compare.",
    Says.PASTE_TEXT: "Paste the text instead.",
    Says.LACKS_WORD: "anything about “{word}”",
    Says.LACKS: "anything about “{what}”",
    Says.LACKS_REASON: "why",
    Says.LACKS_HOLDER: "who it is",
    Says.LACKS_REPLY: "what was answered",
    Says.LACKS_SPEECH: "what was said",
    Says.LACKS_DOING: "who does or did that (“{verb}”)",
    Says.LACKS_EARNINGS: "what anybody earns",
    Says.LACKS_PRICE: "what it costs",
    Says.LACKS_OPINION: "what is right or best",
    Says.LACKS_FUTURE: "what will happen then",
}


def in_language(said: str, texts: Texts) -> str:
    """Give what the program says, or a word of a vote or a motion, in the language of the page.

    >>> from beslutssok.search.sentences import say
    >>> in_language(say(Says.NO_CASE, number="KS 1/24"), ENGLISH)
    'No case KS 1/24 is among the documents.'
    """
    return _ENGLISH.format_field(said, "") if texts.language == ENGLISH.language else str(said)


def _word(value: object) -> str:
    match value:
        case Saying():
            return _ENGLISH.say(value.sentence, value.values)
        case Outcome():
            return ENGLISH.outcomes[value] or "Outcome not stated"
        case SectionKind():
            return ENGLISH.sections[value].lower()
        case DocumentKind():
            return ENGLISH.kinds[value].lower()
        case Period(first, last):
            return _days(first, last)
        case StrEnum():
            return ENGLISH.entity_words[value.value]
    return str(value)


def _days(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return f"from {ENGLISH.day(first)}" if first else f"until {ENGLISH.day(last)}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first == last:
        return ENGLISH.day(first)
    return ENGLISH.between.format(first=ENGLISH.day(first), last=ENGLISH.day(last))


_ENGLISH = Speaker(lambda sentence: SENTENCES.get(sentence, sentence.value), _word)
