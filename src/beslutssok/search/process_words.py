"""Words of questions to minutes that tell no matter from another, by their stems."""

import re

from beslutssok.index.words import stem

# Words that say nothing about the subject in a question to minutes.
_SAYING_NOTHING = """
kommunen regionen fullmäktige kommunfullmäktige regionfullmäktige styrelsen kommunstyrelsen
regionstyrelsen nämnden beslut beslutade beslutades beslutat besluta bestämt bestämde frågan
ärendet motionen motion förslaget förslag hände händer gäller handlar handlade tyckte
politikerna ställning behandlats behandlades antogs avslogs bifölls röstade senaste liknande
tidigare framöver fastställdes redovisades godkändes avgjordes fattats
många emot resp respektive siffrorna röstsiffrorna röstsiffror rösterna enigt eniga enig
fått fullt helt egen eget egna vänder vända behövs behöver utanför innanför dit hit
okej nåt nån några någonting ingenting heter hette egentligen fortfarande redan ännu aldrig alltid
annan annat andra båda själv själva nuförtiden numera någonsin utvecklats
decide decided council whether should because
"""
COMMON = frozenset(stem(word) for word in _SAYING_NOTHING.split())

# What is done at meetings and how, which tells no matter from another, not in a compound either.
_DONE_AT_MEETINGS = """
möte sammanträde fråga förslag yrkande siffror utfall parti partier ledamot ledamöter reserverade
röstade yrkade föreslog svarade gick blev resultat omröstning röst person politiker kommun stad
region ville tillägg grupp gruppen
"""
PROCESS = COMMON | frozenset(stem(word) for word in _DONE_AT_MEETINGS.split())

# What a question asks of a matter, and not which matter it is.
_ASKED = """
röstade röstar röster rösterna röstsiffror röstsiffrorna röstresultat omröstning omröstningen
omröstningar votering voteringen huvudvotering hölls hållits föll utföll utfallet blev gick slutade
reserverade reserverat reservation reservationer reservationen sig yrkade yrkat yrkande yrkanden
yttrade talade debatten debatterade pratade föreslog föreslagit ville väckte lämnade jäv jävig
jäviga deltog delta emot mot ledamot ledamöter ledamöterna parti partier partiet partierna person
personer siffror siffrorna resultat resultatet datum dag dagen möte mötet sammanträde sammanträdet
paragraf paragrafen punkt punkter historia historiken gång gången tidigare senare sedan hänt hände
hänt hur vem vilka när varför motivering motiverade skäl enligt också redan nej ja avstod avslag
bifall återremiss bordläggning återremitterades bordlades avslogs bifölls antogs
voted vote votes against decision when who how
"""
ASKING = frozenset(stem(word) for word in _ASKED.split())

# How a matter went, in a question about all matters that went so.
_GOING = """
majoritet majoriteten minoritet minoriteten tvingat tvinga tvingade trots avgöra avgörs avgjort
avgjordes avgörande kväll dag tredjedel tas tagit igenom fatta fattat fattar marginal övervikt
någon ärenden fall vill velat lagt ny nya förra fram samma begär begärt begärde gjort så haft
skett finns få fick förlorat förlora fällt vunnit vann anmält anmälde yrka direkt
förvaltningen kontoret direktören ordförande ordförandens avgjorts avgjord behandlat gällde annat
"""
GOING = PROCESS | ASKING | frozenset(stem(word) for word in _GOING.split())

SENT_BACK = r"\båterremi\w*|\b(?:skick|sänd)\w*\s+(?:\w+\s+){0,5}?tillbaka\b|\bsen[dt]\s+back\b"
"""A pattern for what a referral back is called."""
PUT_OFF = r"\bbord(?:lag|lä|la)\w*|\bsk(?:ju|ö)t\w*\s+upp\b"
"""A pattern for what a tabling is called."""
BODIES = re.compile(r"\b\w*(?:fullmäktige|styrelse|nämnden|utskott)\w*", re.IGNORECASE)
"""Bodies, by the ends of their names."""
