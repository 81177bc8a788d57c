"""Minutes whose items have a paragraph sign, as different bodies set them."""

from tests.parse.awkward.press import Template

SIGN_ALONE = (
    Template(
        head=(
            (
                (70.0, "Region Norrvik"),
                (250.0, "Sammanträdesprotokoll"),
                (480.0, "{page} ({pages})"),
            ),
            ((70.0, "Regionstyrelsen"), (250.0, "2024-05-14")),
        ),
        foot=(((70.0, "Justerandes sign"), (300.0, "Utdragsbestyrkande")),),
    ),
    """
§§ 207-210
Plats och tid: Regionhuset, kl. 9.00-12.10
Närvarande vid §§ 207-210 var även regiondirektören.
\f
# §207
# Upprop
! Beslut
Uppropet läggs till handlingarna.

# §208
# Ny ambulansstation vid
# Lomma backe
(RS/762/2024)
! Sammanfattning
Regionen behöver en ambulansstation i norra delen av länet. Frågan behandlades av hälso-
och sjukvårdsnämnden den 3 mars,
§ 133.

! Förslag till beslut
1. Stationen byggs.
2. Regiondirektören får i uppdrag att upp-
handla bygget enligt besluts-
\f
underlaget.

! Beslut
1. Stationen byggs.
2. Regiondirektören får i uppdrag att upphandla bygget.

! Reservation
Per Lund (M) reserverar sig mot beslutet.

# §209
# Svar på remiss om FoU-
# medel (RS/763/2024)
! Beslut
Regionstyrelsen föreslår regionfullmäktige besluta:
1. Remissvaret antas.

Regionstyrelsen beslutar för egen del:
1. Svaret sänds för kännedom till nämnderna.

# §210
# Tandvård för äldre (RS/801:2/2024)
! Sammanfattning
Vården regleras i
10 § tandvårdslagen och i regionens egna regler, se SFS 1985:125.
! Beslut
Ärendet återremitteras till förvaltningen.
""",
)

CASE_BESIDE_SIGN = (
    Template(
        head=(
            ((70.0, "Storviks stad"), (300.0, "Kommunfullmäktige")),
            ((70.0, "Protokoll 2024-02-22"),),
        ),
        item=("Times-Bold", 13.0),
        section=("Times-Bold", 12.0),
        body=("Times-Roman", 12.0),
    ),
    """
! Innehåll
§ 343 Redovisning av uppdrag att pröva odling på taken av skolor och
förskolor i samverkan med föreningslivet ........................... 3
§ 344 Frågestund ................................................... 3
§ 345 Interpellation om badplatser ................................. 4
\f
§ 346 Val av nämndeman ............................................. 4
\f
# § 343 Ärendenummer SLK-2024-00385
# Redovisning av uppdrag att pröva odling på taken av
# skolor och förskolor i samverkan med föreningslivet
! Handling
2024 nr 12
! Yrkanden
Anna Ek (S) yrkar bifall till kommunstyrelsens förslag.
! Beslut
I enlighet med kommunstyrelsens förslag:
Redovisningen godkänns.

# § 344 Ärendenummer -
# Frågestund
Inga frågor ställdes.
\f
# § 345 Ärendenummer SLK-2024-00009:35
# Interpellation om badplatser
! Beslut
Interpellationen anses besvarad.

# § 346 Ärendenummer SLK-2024-00412
# Val av nämndeman
! Beslut
Till nämndeman väljs Per Lund.
""",
)

CASE_IN_CELL = (
    Template(
        head=(
            (
                (70.0, "Granvika kommun"),
                (230.0, "SAMMANTRÄDESPROTOKOLL"),
                (450.0, "Sida {page} ({pages})"),
            ),
            ((70.0, "Kommunstyrelsen"), (230.0, "Sammanträdesdatum 2024-05-14")),
        ),
        foot=(((70.0, "Justerares signatur"), (300.0, "Utdragsbestyrkande")),),
        item=("Helvetica-Bold", 11.0),
        columns=(70.0, 300.0, 400.0),
    ),
    """
Plats och tid | Stadshuset, kl. 13.00-15.20
Beslutande | Anna Ek (S), ordförande
 | Per Lund (M)
Justerade paragrafer | §§ 114-116
Underskrifter
Sekreterare | Lisa Alm
Ordförande | Anna Ek
! ANSLAG/BEVIS
Protokollet är justerat och anslaget.
\f
# § 114 | Dnr KS 2024/00012
# Detaljplan för Sjövik 1:4
! Kommunstyrelsens beslut
Kommunstyrelsen föreslår kommunfullmäktige besluta att
1. anta detaljplanen,
2. upphäva den gamla planen.
! Sammanfattning av ärendet
Planen ger plats för 40 bostäder.
! Tidigare behandling
§ 45 KS 2024-03-05
§ 12 Samhällsbyggnadsnämnden 2024-02-13
! Beslutet skickas till
Byggenheten
\f
# § 115 | Dnr KS-2024/124
# Svar på motion om hundrastgård
! Kommunstyrelsens beslut
Motionen avslås.
! Reservation
Per Lund (M) reserverar sig skriftligt, se bilaga 1.

# § 116 | Dnr KS 2024-125
# Information
! Kommunstyrelsens beslut
Informationen noteras.
\f
! Bilaga 1 till § 115: Reservation
Jag reserverar mig mot beslutet att avslå motionen om hundrastgård.
Per Lund (M)
\f
Närvarolista
Ledamot | Närvarande
Anna Ek (S) | Ja
""",
)

TITLE_ABOVE = (
    Template(
        head=(
            ((70.0, "Älvhamns kommun"),),
            ((70.0, "Socialnämnden"), (300.0, "Protokoll 2024-09-18")),
        ),
        item=("Helvetica-Bold", 15.0),
        section=("Helvetica-Bold", 12.0),
    ),
    """
# Delårsrapport för augusti
§ 61 | SN.2024.123

! Nämndens beslut
Nämnden godkänner delårsrapporten.

! Bakgrund
Nämnden följer upp sin budget tre gånger om året.

# Yttrande över betänkandet om
# äldreomsorgens framtid
§ 62 | SN.2024.140

! Nämndens beslut
Yttrandet lämnas till kommunstyrelsen som nämndens eget.

# Anmälan av delegationsbeslut
§ 63 | SN.2024.2

! Nämndens beslut
Anmälan noteras.
""",
)

BYLAWS_INSIDE = (
    Template(
        head=(
            ((70.0, "Granvika kommun"), (300.0, "Kommunfullmäktige 2024-06-10")),
            ((70.0, "Protokoll"),),
        ),
    ),
    """
# § 1 Upprop
! Beslut
Uppropet noteras.

# § 2 Ny arbetsordning för tekniska nämnden (KS 2024/77)
! Beslut
Kommunfullmäktige antar följande arbetsordning:

! § 1 Uppgifter
Nämnden ansvarar för kommunens parker och lekplatser.
! § 2 Sammansättning
Nämnden har nio ledamöter och nio ersättare.
! § 3 Sammanträden
Nämnden sammanträder på dag och tid som den bestämmer.
\f
! § 4 Kallelse
Ordföranden ansvarar för att kallelse sänds ut.
! § 5 Justering
Protokollet justeras av ordföranden och en ledamot.

! Expedieras till
Författningssamlingen

# § 3 Avgifter i hamnen (KS 2024/78)
! Beslut
Kommunfullmäktige antar avgifterna.

# § 4 Avslutning
! Beslut
Ordföranden avslutar sammanträdet.
""",
)

YEAR_IN_NUMBER = (
    Template(
        head=(
            ((70.0, "Region Sydmark"), (300.0, "Kulturnämnden")),
            ((70.0, "Protokoll 2024-03-07"),),
        ),
        body=("Times-Roman", 11.0),
        item=("Times-Bold", 11.0),
        section=("Times-BoldItalic", 11.0),
        columns=(70.0, 120.0, 480.0),
    ),
    """
Paragraf | Rubrik | Sida
§ 12/24 | Val av justerare | 2
§ 13/24 | Bidrag till museer i länets norra och | 2
 | västra delar
§ 14/24 | Övriga frågor | 2
\f
# § 12/24 Val av justerare
! Beslut
Nämnden utser Per Lund.

# § 13/24 Bidrag till museer i länets norra och västra delar (KUN 2024-0012)
! Ställningstagande
Museerna behöver stöd.
! Beslut
1. Bidrag beviljas med 200 000 kronor.
2. Nämnden följer upp bidraget enligt § 21 i reglementet.
! Deltar inte i beslut
Anna Ek (V) deltar inte i beslutet.

# § 14/24 Övriga frågor
Inga frågor togs upp.
""",
)
