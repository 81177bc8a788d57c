"""Every sentence that search says itself, in Swedish, and how one is said with its values."""

from enum import unique

from beslutssok.domain import Outcome, Saying, Sentence, Speaker
from beslutssok.search.periods import Period


@unique
class Says(Sentence):
    """The sentences, with the names of their values in braces; see ``Speaker`` for the forms."""

    # What a part of a question was taken for.
    CASE = "Ärende {number}"
    PERIOD = "{period:capital}"
    IN_KIND = "I {kind}"
    PREFERRED = "Gärna {part}"
    CALLED = "{name}"
    ABOUT = "om {whom}"
    WITH = "med {number}"
    WORD_FOR_WORD = "Ordagrant «{words}»"
    WITHOUT = "Utan «{word}»"
    LATEST_FIRST = "Senaste först"
    EARLIEST_FIRST = "Äldsta först"
    BY_MINORITY = "återremiss eller bordläggning av en minoritet"
    REFERRAL_MOVED = "yrkad återremiss"
    PROPOSAL_FELL = "beredningens förslag föll"
    BY_ONE_VOTE = "avgjort med en röst"
    TIED = "lika röstetal"
    SOMEBODY_DISQUALIFIED = "jäv"
    REPEALED = "upphävt beslut"
    PARTLY_CARRIED = "delvis bifall"

    # Where an item is, what became of it, and the steps of its case.
    PLACE = "{organ} {day} § {number}"
    AGENDA_PLACE = "{organ} {day} ärende {number}"
    DOCUMENT_PLACE = "{file}, avsnitt {number}"
    MEETING = "{organ} {day}"
    UNDATED = "odaterat"
    ITEM = "{became}. {place}: {title}."
    ITEM_ALONE = "{place}: {title}."
    ONLY_CALLED = "Endast förslag, ur kallelsen"
    NO_MINUTES = "Endast förslag; något protokoll med beslut finns inte bland handlingarna"
    OF_A_DOCUMENT = "Ur en handling, inget beslut"
    TO_ANOTHER = "Endast förslag till ett annat organ"
    STEP = "{place}, {outcome:lower} ({title})."
    EARLIER = "Tidigare: {step}"
    LATER = "Senare: {step}"
    DECIDED_LATER = "Senare beslut i saken: {step}"
    AMENDED = "Senare upphävt eller ändrat: {step}"
    ADOPTED_PROPOSAL = "Förslaget som antogs:"
    ONE_POINT = "Av beslutets {points} punkter visas den närmast frågan:"
    SOME_POINTS = "Av beslutets {points} punkter visas de {shown} närmast frågan:"

    # Votes.
    VOTE = "Omröstning: {told}{meaning}."
    VOTE_OF_SEVERAL = "Omröstning {number} av {of}: {told}{meaning}."
    MEANING = " ({stood_for})"
    STOOD_FOR = "ja: {yes}; nej: {no}"
    COUNT = "{count} {choice}"
    ABSTAINED = "{count} avstod"
    COUNTS = "{counts}"
    COUNTED = "{counts}, räknat i röstlistan"
    LISTED = "{counts}, enligt röstlistan"
    DIFFERENT = "{counts} enligt texten; röstlistan ger {listed}"
    NO_COUNTS = "siffrorna framgår inte"
    PARTY = "{party} {counts}"
    PARTIES_COUNTED = "Per parti, räknat i röstlistan: {parties:; }."
    PARTIES_LISTED = "Per parti, enligt röstlistan: {parties:; }."
    LEFT_THE_LINE = "Röstade annorlunda än sitt parti, räknat i röstlistan: {votes}."
    CAST = "{who}: {told}{meaning}."
    CAST_BY = "{vote}."
    CAST_YES = "{who} röstade ja"
    CAST_NO = "{who} röstade nej"
    CAST_NEITHER = "{who} avstod"
    WAS_ABSENT = "{who} var frånvarande"
    WAS_PAIRED = "{who} var kvittad"
    STAYED_OUT = "{who} deltog inte"
    UNLISTED = "Hur {who} röstade framgår inte av någon röstlista i handlingen."
    THE_PARTIES = "partierna"
    NO_VOTE = "Ingen omröstning redovisas i protokollet."

    # Who reserved themselves, moved, spoke or stepped aside.
    DISSENT = "{kind:capital}: {who}."
    MOTION = "Yrkande, {kinds: och }: {who}."
    DISQUALIFIED = "Jäv: {who}."
    NO_DISSENT = "Ingen reservation redovisas i protokollet."
    NO_MOTION = "Inga yrkanden redovisas i protokollet."
    NO_DISQUALIFICATION = "Inget jäv redovisas i protokollet."
    NO_SPEAKERS = "Vilka som yttrade sig framgår inte av protokollet."

    # Lists, and what was counted for them.
    ITEMS = "{items:Ett ärende|ärenden i tidsordning}:"
    ITEMS_AMONG = "{items:Ett ärende|ärenden i tidsordning}, av {looked} genomsökta paragrafer:"
    STEPS = "Ärendets gång ({case}), {steps:ett steg|steg i tidsordning}:"
    LIKE_IT = "{items:Ett liknande ärende|liknande ärenden} hittades: {outcomes}."
    SO_MANY_ENDED = "{count} {outcome:lower}"
    TIMES = "{times} gånger, i tidsordning:"
    VOTES = (
        "{votes:En omröstning|omröstningar} i {items:ett ärende|ärenden}, "
        "av {looked} genomsökta paragrafer:"
    )
    VOTES_UNLISTED = (
        "Av {votes:en omröstning|omröstningar} i {items:ett ärende|ärenden} finns ingen röstlista "
        "bland handlingarna; hur var och en röstade där framgår inte och är inte räknat."
    )
    ACTS = "{who:capital} {did} i {items:ett ärende|ärenden}, av {looked} genomsökta paragrafer:"
    NO_ACTS = "Inget ärende där {who} {did} finns, av {looked} genomsökta paragrafer."
    SOMEBODY = "någon"
    ANY_OF = "{names: eller }"
    ALL_OF = "både {names: och }"
    RESERVED = "reserverade sig"
    TOOK_NO_PART = "deltog inte i beslutet"
    DECLARED_INTEREST = "anmälde jäv"
    HAD_NOTED = "gjorde en anteckning till protokollet"
    VOTED = "röstade"
    ACTED_SO = "{did} {detail}"
    REFRAINED = "avstod från att rösta"
    MOVED = "yrkade"
    ACTED = "yrkade, röstade, reserverade sig eller liknande"
    LEAVING_THE_LINE = (
        "Någon röstade annorlunda än sitt parti i {items:ett ärende|ärenden}, "
        "av {looked} genomsökta paragrafer:"
    )
    NONE_LEFT_THE_LINE = (
        "Ingen röstade annorlunda än sitt parti enligt röstlistorna i {looked} genomsökta "
        "paragrafer."
    )

    # Doubts, and why there is no answer.
    NOT_DECIDED = "Ur ärendets beskrivning, inte ur beslutet:"
    UNSURE = "Det är osäkert om handlingarna svarar på frågan."
    NEAREST = "{why} Närmast ligger detta:"
    MAY_BE_ABOUT = "Frågan kan också gälla:"
    NEVER_DONE = "Något beslut om {what} i ärendet finns inte bland handlingarna. Närmast är detta:"
    NO_ANSWER = "Handlingarna ger inget svar på frågan."
    WORD_MISSING = "Ordet «{words}» finns inte i handlingarna."
    WORDS_MISSING = "Orden «{words:», «}» finns inte i handlingarna."
    LACKING = "Det som ligger närmast, «{title}», säger inte {lack}."
    NO_QUESTION = "Skriv en fråga."
    NO_MATTER = (
        "Frågan nämner inget ärende. Skriv vad den gäller, till exempel en sak, ett diarienummer "
        "eller en paragraf med datum."
    )
    NO_CASE = "Inget ärende {number} finns bland handlingarna."
    NO_SUCH_ITEM = "Inget sådant ärende finns bland handlingarna."
    NO_PARAGRAPH = "Ingen § {number} finns bland handlingarna."
    NOTHING_OF = "Ingen handling från {name} finns bland dem som är inlästa."
    NOTHING_FROM = "Det finns ingen handling från {period} som svarar mot frågan."
    DAY_ONLY_CALLED = "För den dagen finns bara kallelsen bland handlingarna, inget protokoll."
    PLACE_ONLY_CALLED = "Av {place} finns bara kallelsen bland handlingarna, inget protokoll."
    GAP = "{place} nämns i {told_by}, men finns inte bland handlingarna."

    # What cannot be found by what was given, or not compared; and what to do.
    CHECK_NUMBER = "Kontrollera numret, eller sök på vad ärendet handlar om."
    CASE_OF_SEVERAL = "Ärende {number} finns hos flera: {names}."
    GIVE_ID_OF_CASE = "Ange ett av ärendets id i stället, till exempel «{id}»."
    ITEM_OF_SEVERAL = "«{citation}» finns hos flera: {names}."
    GIVE_ID = "Ange id i stället, till exempel «{id}»."
    NOTHING_CITED = "Inget svarar mot «{citation}»."
    WRITE_CITATION = "Skriv som i en träff: «Regionstyrelsen 2024-12-10 § 208», eller dess id."
    SEVERAL_MATTERS = "Filen har {items} ärenden."
    PASTE_ONE = "Klistra in texten för det ärende som du vill jämföra med."
    NO_TEXT = "Filen har ingen text att jämföra."
    PASTE_TEXT = "Klistra in texten i stället."

    # What the item found says nothing of: the end of ``LACKING``.
    LACKS_WORD = "något om «{word}»"
    LACKS = "något om {what}"
    LACKS_REASON = "varför"
    LACKS_HOLDER = "vem det är"
    LACKS_REPLY = "vad som svarades"
    LACKS_SPEECH = "vad som sades"
    LACKS_DOING = "vem som {verb}"
    LACKS_EARNINGS = "vad någon tjänar"
    LACKS_PRICE = "vad det kostar"
    LACKS_OPINION = "vad som är rätt eller bäst"
    LACKS_FUTURE = "vad som sker då"


OUTCOME_WORDS = {
    Outcome.APPROVED: "Beslutat",
    Outcome.PARTLY_APPROVED: "Bifallet delvis",
    Outcome.REJECTED: "Avslaget",
    Outcome.REFERRED_BACK: "Återremitterat",
    Outcome.REFERRED: "Remitterat",
    Outcome.TABLED: "Bordlagt",
    Outcome.NOTED: "Noterat",
    Outcome.ANSWERED: "Anses besvarat",
    Outcome.WITHDRAWN: "Utgår",
    Outcome.PROPOSED: "Endast förslag",
    Outcome.UNKNOWN: "Utgång ej angiven",
}


def say(sentence: Says, **values: object) -> Saying:
    """Say a sentence with its values.

    >>> say(Says.ITEMS_AMONG, items=3, looked=12)
    '3 ärenden i tidsordning, av 12 genomsökta paragrafer:'
    """
    return Saying(_SWEDISH.say(sentence, values), sentence, values)


def _word(value: object) -> str:
    if isinstance(value, Outcome):
        return OUTCOME_WORDS[value]
    return value.label if isinstance(value, Period) else str(value)


_SWEDISH = Speaker(lambda sentence: str(sentence.value), _word)
