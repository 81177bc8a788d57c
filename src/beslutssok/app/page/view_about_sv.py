"""The texts about the collection and the program, in Swedish."""

from beslutssok.app.page.view_texts import AboutTexts

ABOUT_IN_SWEDISH = AboutTexts(
    title="Om",
    lead="Vad som är inläst och vad som saknas, hur svaren kommer till, och hur tillgänglig sidan "
    "är.",
    contents="På den här sidan",
    index_heading="Vad som är inläst",
    coverage="Handlingar per organ och månad",
    coverage_note="Siffran är antalet handlingar från månaden. En punkt betyder att ingen är "
    "inläst, vilket inte är detsamma som att inget sammanträde hölls.",
    no_coverage="Inga daterade sammanträden är inlästa.",
    month_cell="{month}: {documents}",
    no_document="ingen",
    gaps="Luckor i paragrafnumren",
    gaps_note="De här paragraferna saknas mellan den första och den sista som är inläst. "
    "Protokollen kan finnas utan att vara inlästa.",
    no_gaps="Inga luckor har hittats i numren på paragraferna.",
    gap="{body} {year}: §§ {first}–{last}",
    gap_one="{body} {year}: § {first}",
    unread="Handlingar som inte kunde läsas",
    no_unread="Alla handlingar kunde läsas.",
    unread_note="Det som står i dem kan inte hittas förrän de har lästs in på nytt.",
    doubts="Tveksamheter",
    doubts_note="Här är programmet inte säkert på att det har förstått handlingen rätt. Jämför med "
    "originalet.",
    no_doubts="Programmet har inte antecknat några tveksamheter.",
    document="Handling",
    reason="Varför",
    remedy="Så här gör du",
    pages_unread="En del sidor kunde inte läsas:",
    how_heading="Hur svaren kommer till",
    how=(
        "Svaren består av citat ur handlingarna, ord för ord, med källa: organ, dag, paragraf och "
        "sida. Ingen text är skriven av en språkmodell.",
        "Handlingarna läses en gång. Programmet skiljer på förslag, yrkanden, beslut, omröstningar "
        "och reservationer, och ett förslag visas aldrig som ett beslut.",
        "När du frågar letar programmet efter stycken som liknar frågan i ord och i betydelse. Det "
        "väljer vilka citat som ska visas, och räknar det som går att räkna.",
        "Finns inget som ligger tillräckligt nära frågan säger det att handlingarna inte ger något "
        "svar, och vad det har letat igenom.",
    ),
    limits_heading="Vad du inte kan lita på",
    limits=(
        "Det som inte är inläst finns inte för programmet. Att inget hittas betyder inte att inget "
        "beslutades.",
        "Programmet kan ta fel på vilket stycke som svarar på frågan. Kontrollera källan innan du "
        "för något vidare.",
        "Text som är maskinläst ur bilder kan ha fel. Det står vid varje sådan text.",
        "Det justerade protokollet gäller, inte den här sidan.",
    ),
    access_heading="Tillgänglighet",
    access_status="Målet är att sidan ska uppfylla WCAG 2.1 på nivå AA, som lagen (2018:1937) om "
    "tillgänglighet till digital offentlig service (DOS-lagen) kräver. Sidan är delvis förenlig "
    "med lagen; det som återstår står nedan.",
    access_lacks_heading="Kända brister",
    access_lacks=(
        "PDF-filerna visas som de är. De är gjorda av andra, och en del saknar taggar, rubriker "
        "eller text för skärmläsare. Texten i varje träff går alltid att läsa på sidan.",
        "Bilden av en sida i en handling har ingen egen textbeskrivning utöver ärendets text "
        "bredvid.",
        "Maskinläst text kan ha fel som hörs i en skärmläsare.",
        "Sidan kräver JavaScript.",
        "Citaten, och orden mellan dem i ett svar, är på svenska även när sidan visas på "
        "engelska, och är märkta så.",
        "Sidan har ännu inte prövats av användare med olika hjälpmedel, eller av en oberoende "
        "granskare.",
    ),
    access_tested_heading="Hur sidan har prövats",
    access_tested="Sidan prövas automatiskt med axe-core, med enbart tangentbord, i telefonformat, "
    "i ljust och mörkt läge och med dämpade rörelser. Det är en egen bedömning.",
    access_report_heading="Säg till om något inte fungerar",
    access_report="Behöver du innehåll i en annan form, eller har du hittat en brist som inte står "
    "här? Hör av dig till den som tillhandahåller sidan.",
    access_contact="Kontakt: {contact}",
    access_no_contact="Den som driver sidan har ännu inte angett någon kontakt (inställningen "
    "BESLUTSSOK_CONTACT).",
    access_authority_heading="Tillsyn",
    access_authority="Är du inte nöjd med svaret kan du anmäla det till den myndighet som har "
    "tillsyn över DOS-lagen: Myndigheten för digital förvaltning (Digg), eller den som har tagit "
    "över dess uppgift.",
    program_heading="Programmet",
    version="Beslutssök, version {version}. Öppen källkod.",
    model="Sökmodell: {model}. Den jämför texters betydelse och skriver ingenting.",
    no_model="Ingen sökmodell är i bruk ännu, eftersom inget är inläst.",
    privacy="Allt sker på den dator där programmet körs. Frågor, handlingar och filer som jämförs "
    "skickas ingen annanstans och sparas inte av sidan.",
    month_letters=("J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"),
    rows=("rad", "rader"),
)
