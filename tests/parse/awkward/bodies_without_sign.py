"""Agendas, and minutes that number their items in other ways or set headings beside the text."""

from tests.parse.awkward.press import Template

NUMBER_FIRST = (
    Template(
        head=(
            ((70.0, "Holmnäs stad"), (300.0, "Protokoll 5/2024"), (480.0, "{page} ({pages})")),
            ((70.0, "Stadsstyrelsen"), (300.0, "13.05.2024")),
        ),
        item=("Helvetica-Bold", 12.0),
    ),
    """
# 45 §
# Svar på motion om båtplatser

HEL 2024-001234

! Beslut
Stadsstyrelsen beslutade föreslå stadsfullmäktige att motionen anses besvarad.

! Behandling
Ledamoten Ek understödd av ledamoten Lund föreslog återremiss.

! Föredragandens förslag
Stadsstyrelsen föreslår stadsfullmäktige att motionen anses besvarad.

# 46 §
# Val av ledamöter i hamndirektionen

HEL 2024-001235

! Beslut
Stadsstyrelsen beslutade välja Anna Ek till ledamot.
""",
)

TABLE_AGENDA = (
    Template(
        head=(
            ((70.0, "Älvhamns kommun"), (300.0, "Kallelse")),
            ((70.0, "Byggnadsnämnden"), (300.0, "Sammanträdesdatum 2024-09-18")),
        ),
        body=("Helvetica", 9.0),
        section=("Helvetica-Bold", 9.0),
        columns=(50.0, 80.0, 240.0, 310.0, 430.0, 520.0),
        left=50.0,
        leading=12.0,
    ),
    """
! Nr | Ärende | Beteckning | Förslag till beslut | Föredragande | Tid

1 | Upprop och val av justerare | | Per Lund utses | Ordföranden | 09.00

2 | Detaljplan för Sjövik 1:4, | BN-2021- | Nämnden antar | Eva Strand, | 09.10
 | del av kvarteret | 00030 | detaljplanen | planarkitekt
 | Strandängen

3 | Bygglov för uterum på | BN-2024- | Bygglov beviljas | Bo Alm | 09.40
\f
! Nr | Ärende | Beteckning | Förslag till beslut | Föredragande | Tid
 | Granen 7 | 00112

! Informationsärenden

4 | Rapport om bostadsbyggandet | BN-2024-00001 | Rapporten noteras | Bo Alm | 10.00

Anmäl förhinder till nämndens sekreterare senast dagen före sammanträdet.
""",
)

UNNUMBERED_AGENDA = (
    Template(
        head=(
            ((70.0, "Norrviks kommun"), (300.0, "Kallelse")),
            ((70.0, "Kommunstyrelsen"), (300.0, "2024-10-08")),
        ),
        item=("Times-Bold", 14.0),
        body=("Times-Roman", 11.0),
        section=("Times-Bold", 11.0),
    ),
    """
! Beslutsärenden
# Ny badplats vid Sjövik (KS 2024/12)
! Sammanfattning
Sjövik saknar badplats.
! Förslag till beslut
Badplatsen anläggs.

# Val av ersättare i valnämnden
! Förslag till beslut
Anna Ek väljs.

! Informationsärenden
# Rapport från kommundirektören om läget
# i kommunens bolag
! Förslag till beslut
Rapporten noteras.
""",
)

MATTER_AGENDA = (
    Template(
        head=(
            ((70.0, "Region Sydmark"), (300.0, "Föredragningslista")),
            ((70.0, "Regionstyrelsen"), (300.0, "2024-11-05")),
        ),
        item=("Helvetica-Bold", 12.0),
        section=("Helvetica-Bold", 10.0),
        body=("Helvetica", 10.0),
    ),
    """
# Ärende 1 Fastställande av föredragningslistan
! Förslag till beslut
Listan fastställs.

# Ärende 2 Budget 2025 (24RS1234)
! Ärendebeskrivning
Budgeten omfattar perioden 2025-2027. Skolan i läsåret 2024/25 påverkas inte.
! Förslag till beslut
1. Budgeten fastställs.
2. Regiondirektören får i uppdrag att verkställa den.
\f
# Ärende 3 Svar på remiss om
# kollektivtrafik (24RS0077)
! Förslag till beslut
Ordförandens förslag till yttrande antas.
""",
)

MARGIN_HEADINGS = (
    Template(
        head=(
            ((70.0, "Björkfors kommun"), (300.0, "Kommunstyrelsen")),
            ((70.0, "Protokoll 2024-04-09"),),
        ),
        section=("Helvetica", 11.0),
        columns=(70.0, 190.0),
    ),
    """
# Ks § 45
# Ny väg vid Björkfors bruk | Dnr KS 2024/45
Bakgrund | Vägen behövs för de nya bostäderna vid bruket,
 | som byggs nästa år.
Yrkanden | Anna Ek (S) yrkar bifall till förslaget.
Beslut | Kommunstyrelsen godkänner vägen och avsätter
 | 2 miljoner kronor till den.

# Ks § 46
# Vattenplan | Dnr KS 2024/46
Bakgrund | Vattnet är viktigt för kommunen.
Beslut | Ärendet bordläggs till nästa sammanträde.
""",
)

RUN_IN_HEADINGS = (
    Template(
        head=(
            ((70.0, "Lillå kommun"), (300.0, "Protokoll")),
            ((70.0, "Kultur- och fritidsnämnden"), (300.0, "2024-01-23")),
        ),
        body=("Courier", 10.0),
        item=("Courier", 10.0),
        section=("Courier", 10.0),
    ),
    """
§ 1 Upprop

Beslut: Uppropet läggs till handlingarna.

§ 2 Bidrag till hembygdsgården   Dnr: KFN/2024:8

Sammanfattning: Hembygdsgården behöver nytt tak och har sökt
bidrag för det.

BESLUT
Kultur- och fritidsnämnden beslutar att bevilja bidraget.

Expedieras: Hembygdsföreningen

§ 3 Ishallens öppettider   Dnr: KFN/2024:9

Yrkande: Anna Ek (S) yrkar avslag.

BESLUT
Kultur- och fritidsnämnden beslutar att avslå ansökan.
""",
)
