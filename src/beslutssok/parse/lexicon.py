"""The lexicon of section headings: what bodies call the parts of an item."""

import re

from beslutssok.domain import SectionKind

ORGAN_GENITIVE = (
    r"(?:(?-i:[A-ZÅÄÖ]{2,5}:?s)|[\wåäö-]*(?:,?\s(?:och\s)?[\wåäö-]+){0,3}?"
    r"(?:styrelsens|fullmäktiges|nämndens|utskottets|utskotts|rådets|direktörens|direktionens"
    r"|förvaltningens|kontorets|ordförandens|presidiets|beredningens|avdelningens|chefens"
    r"|föredragandens|sekreterarens|handläggarens|sektionens|enhetens|kommitténs|stämmans"
    r"|församlingens|bolagets|revisorernas|revisionens)"
    r"(?:\s(?:arbetsutskotts|ordförandes|presidiums|\w+utskotts))?)"
)
DATE = r"(?:,?\s(?:den\s)?\d[\d\sa-zåäö-]*(?:,?\s?§\s?\d+)?)?"
_WHERE = r"(?:\s(?:i|till|för|från|på|av)\s[^:.]{3,60})?"
_AT_MEETING = r"\s(?:på|under|vid)\s(?:dagens\s)?(?:sammanträdet?|mötet)"

PATTERNS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            SectionKind.MOTION,
            rf"(?:nya?\s)?yrkanden?(?:\soch\s(?:förslag|yttranden?|anföranden?)|{_AT_MEETING})?"
            r"|(?:ändrings|tilläggs|avslags|återremiss|bordläggnings|bifalls|mot)yrkanden?"
            rf"|förslag(?:\still\sbeslut)?{_AT_MEETING}|yttranden?\soch\syrkanden?"
            rf"|(?:ledamots|ledamöters|ledamöternas)\sförslag(?:\still\sbeslut)?(?:{_AT_MEETING})?"
            r"|(?:ändrings|mot|tilläggs)förslag(?:et|en)?|förslag\soch\syrkanden?"
            r"|(?:framlagda|framställda|inkomna|lämnade)\s(?:förslag(?:\still\sbeslut)?|yrkanden)"
            r"|förslag(?:\still\sbeslut)?\sfrån\s.{3,60}\([A-ZÅÄÖ]{1,3}\)",
        ),
        (
            SectionKind.STATEMENT,
            r"(?:förslag\still\s)?(?:protokolls?|till\sprotokollet\s)anteckning(?:ar)?"
            r"(?:\still\sprotokollet)?|anteckning(?:ar)?(?:\still\sprotokollet)?"
            r"|särskil(?:t|da)\s(?:yttranden?|uttalanden?)(?:\soch\sersättaryttranden?)?"
            r"|ersättar(?:yttranden?|uttalanden?)|röstförklaring(?:ar)?|till\sprotokollet"
            r"|deltar\s(?:inte|ej)\si\s(?:beslut(?:et|en)?|omröstningen|handläggningen)"
            r"|(?:ej|icke)\sdeltagande\si\sbeslut(?:et)?|avstår\sfrån\satt\sdelta(?:ga)?(?:\s.{3,40})?",
        ),
        (
            SectionKind.PROPOSAL,
            rf"(?:{ORGAN_GENITIVE}\s)?(?:(?:slutliga\s)?förslag\still\s(?:beslut|svar)|beslutsförslag(?:et)?"
            rf"|förslag){_WHERE}|{ORGAN_GENITIVE}\s(?:hemställan|framställning){_WHERE}|förslag\still\s{ORGAN_GENITIVE}\sbeslut|tjänsteförslag(?:et)?"
            r"|rekommendation(?:er)?\still\sbeslut|.{3,60}\s(?:föreslår|hemställer)(?:\satt)?\s.{2,60}"
            r"|.{3,60}\sföreslås\sbesluta(?:\satt)?",
        ),
        (
            SectionKind.PROCEDURE,
            r"propositions?(?:ordning)?(?:\soch\s(?:beslut|omröstning|votering))?|propositioner"
            r"|besluts(?:gång|ordning)(?:en)?(?:\soch\s(?:omröstning|votering))?|behandling(?:en)?"
            rf"|(?:ärendets\s)?behandling(?:en)?(?:\sav\särendet)?{_AT_MEETING}"
            r"|behandling(?:en)?\sav\särendet|ajournering(?:ar)?"
            r"|(?:voterings|omröstnings)(?:ordning|proposition)(?:en)?",
        ),
        (
            SectionKind.VOTE,
            r"(?:omröstning|votering)(?:en|ar)?(?:s?\s?resultat(?:et)?)?|omröstningsresultat"
            r"|(?:(?:omröstning|votering)\s?[–:-]\s?)?(?:huvud|förbered\w+\s|kontrapropositions?)"
            r"votering(?:en)?"
            r"|voteringsresultat|(?:voterings|omröstnings|röst)list[ao]r?|röstresultat"
            r"|(?:omröstning|votering)\sbegärs",
        ),
        (
            SectionKind.RESERVATION,
            r"(?:skriftliga?\s|blanka?\s|muntliga?\s)?reservation(?:er)?(?:\smot\s.{3,60})?"
            r"(?:\soch\s(?:särskilda?t?\syttranden?|protokollsanteckning(?:ar)?))?(?:\sm\.?\s?m\.?)?",
        ),
        (
            SectionKind.DISQUALIFICATION,
            r"jäv(?:sförhållanden?)?|anmäl(?:an|ningar)\s(?:som|om)\sjäv",
        ),
        (
            SectionKind.EARLIER,
            r"(?:ärendets\s)?tidigare\s(?:behandling(?:ar)?(?:\sav\särendet)?|beslut|beredning)"
            r"|ärendets\s(?:gång|beredning|behandling)|beredning(?:en)?(?:\sav\särendet)?"
            r"|beslutshistorik|historik",
        ),
        (
            SectionKind.RECIPIENTS,
            r"(?:protokollsutdrag(?:et)?|beslutet|utdrag(?:et)?|protokollet|paragrafen"
            r"|kopia(?:\sav\sbeslut(?:et)?)?)"
            r"\s(?:(?:ska\s)?(?:skickas|delges|sänds|expedieras|lämnas|skickat|sändes|expedierat))?"
            r"\s?(?:till|för\skännedom)"
            r"|(?:protokollsutdrag(?:et)?|beslut(?:et)?|utdrag(?:et)?)\s(?:ska\s)?(?:skickas|delges|sänds"
            r"|expedieras|lämnas)(?:\still)?"
            r"|(?:beslutet\s)?(?:ska\s)?(?:expedieras|skickas|delges|expediering|delgivning)(?:\still)?"
            r"|expedierat\still|sändlista|sänds\still|delges|beslutsexpediering|för\skännedom"
            r"|meddelas|beslut\still",
        ),
        (
            SectionKind.DOCUMENTS,
            r"beslutsunderlag(?:et)?|underlag(?:\sför\sbeslut)?|(?:ärendets\s)?handling(?:ar)?"
            r"(?:\si\särendet)?|bilag(?:a|or)|anmälningar|anmälningsärenden"
            r"|(?:anmälda\s)?deleg(?:erings|ations)beslut|inkomna\shandlingar|meddelanden"
            r"|bifogade\shandlingar|underlag\soch\sbilagor",
        ),
        (
            SectionKind.SUMMARY,
            r"(?:en\s)?sammanfattning(?:\sav\särendet)?|ärendet(?:\si\skorthet)?"
            r"|kort\som\särendet|ärendet\si\ssammandrag|kortfattat",
        ),
        (
            SectionKind.BACKGROUND,
            r"ärende-?beskrivning|beskrivning\sav\särendet|bakgrund(?:en)?(?:\still\särendet)?"
            rf"|(?:{ORGAN_GENITIVE}\s)?(?:bedömning(?:en)?|överväganden|ställningstagande|motivering)"
            r"|bedömning\s(?:utifrån|ur)\s.{3,60}|redogörelse(?:\sför\särendet)?|utredning"
            r"|bakgrund\soch\s(?:bedömning|syfte)|ärendets\sbakgrund|lag(?:stöd|rum)"
            r"|skäl\s(?:för|till)\s(?:beslut(?:et)?|förslaget)"
            r"|(?:besluts)?motivering(?:en)?(?:\still\sbeslutet)?",
        ),
    )
)
"""Kinds with the headings that open them, in the order in which they are tried."""

STEMS = re.compile(
    r"beslut|förslag|yrk|yttrand|anteckning|uttalande|röst|protokoll|delta|föresl|hemställ|rekommend"
    r"|proposition|behandling|ajourner|votering|reserv|jäv|tidigare|ärende|beredning|histori"
    r"|skicka|delg|sänd|exped|lämna|känn|kopia|utdrag|meddela|underlag|handling|bilag|anmäl|deleg"
    r"|sammanfatt|kortfatt|beskrivning|bakgrund|bedömning|överväg|ställningstag|motiv|redogör"
    r"|utredning|lagstöd|lagrum|skäl|framställ",
    re.IGNORECASE,
)
"""What every heading of the lexicon has in it; the rest need not be tried."""

PROPOSES = re.compile(r"\bföresl(?:år|ås|å)\b|\bförslag\b|\bhemställer\b", re.IGNORECASE)
"""Words of a heading under which nothing is decided."""

# Words that also begin or end ordinary lines; alone they need type that sets them apart.
WEAK = re.compile(
    r"ärendet|förslag|underlag|handling|meddelanden|bilaga|utredning|beredning|behandling"
    r"|meddelas|historik|motivering|lagrum|till\sprotokollet|anteckning|.*\sföresl(?:år|ås)\s.*"
    r"|.*\shemställer\s.*|kortfattat|ställningstagande",
    re.IGNORECASE,
)
