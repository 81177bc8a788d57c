"""The tables of an export, in the order they are written and told of."""

from collections.abc import Iterable

from beslutssok.domain import (
    AttendanceRole,
    DissentKind,
    MatterKind,
    MotionKind,
    Outcome,
    StepKind,
    StepLink,
    VoteChoice,
)
from beslutssok.index import document_rows, entity_rows, point_rows
from beslutssok.library.export.schema import Table, count, day, flag, text


def _one_of(words: Iterable[str]) -> str:
    """Say that a cell has one of these words.

    >>> _one_of(["ja", "nej", "avstår"])
    'ja, nej eller avstår.'
    """
    *others, last = words
    return f"{', '.join(others)} eller {last}."


MISSING_STEP = "saknas"
_OUTCOME = text("outcome", f"Hur det gick för hela paragrafen: {_one_of(Outcome)}")
_HEADING = text("section", "Avsnittets rubrik, som den står.")
_POINT = text("point", "Punktens nummer; tomt där punkten inte är numrerad.")
_TEXT = text("text", "Ordalydelsen, som den står i handlingen.")
_OCR = flag("ocr", "Om texten är maskinläst ur en bild och kan ha fel.")
_PERSON = text("person", "Namnet, som det står; tomt där ett helt parti anges.")
_PARTY = text("party", "Partiets bokstäver, versaler.")
_VOTE = count("vote", "Vilken omröstning i paragrafen; med item_id nyckel till votes.", "nummer")

CASE_STEPS = Table(
    "case_steps",
    "En rad per steg i varje ärendes gång, i tidsordning. case_number är ärendets, också där "
    "steget bara hänvisar till det.",
    (
        count("step", "Stegets plats i ärendets gång.", "nummer"),
        text("kind", f"Stegets art: {_one_of([*StepKind, MISSING_STEP])}"),
        _OUTCOME,
        text("link", f"Hur steget hör till ärendet: {_one_of(StepLink)}"),
        _TEXT,
        flag(
            "present", "Om stegets egen handling är inläst; annars är källan den som nämner steget."
        ),
        text("missing", "Det steg som saknas: organ, datum och §, så långt de nämns."),
    ),
    None,
)
HITS = Table(
    "hits",
    "En rad per träff, den bästa först.",
    (
        count("rank", "Träffens plats.", "nummer"),
        _OUTCOME,
        text("section", "Avsnittets art, som i id."),
        text("section_heading", "Avsnittets rubrik, som den står."),
        _POINT,
        _TEXT,
        _OCR,
        text("id", "Styckets id."),
    ),
    None,
)
"""Hits at hand; no table of the index."""

TABLES = (
    Table(
        "documents",
        "En rad per inläst fil. Utan avgränsningar också en rad per fil som inte kunde läsas.",
        (
            text("title", "Handlingens titel."),
            count("pages", "Filens omfång.", "sidor"),
            count("meetings", "Sammanträden, eller delar, som filen innehåller.", "antal"),
            count("items", "Paragrafer och ärenden.", "antal"),
            count("passages", "Stycken som kan sökas.", "antal"),
            count("unread_pages", "Sidor som inte kunde läsas.", "sidor"),
            text("status", "läst eller oläslig."),
            text("reason", "Varför filen inte kunde läsas."),
        ),
        document_rows.document_rows,
    ),
    Table(
        "meetings",
        "En rad per sammanträde i en fil; en kallelse och ett protokoll ger var sin.",
        (
            text("title", "Delens titel."),
            count("last_page", "Sista sidan i filen.", "sida"),
            count("items", "Paragrafer och ärenden.", "antal"),
            count("attendees", "Rader i attendance.", "antal"),
        ),
        document_rows.meeting_rows,
    ),
    Table(
        "items",
        "En rad per paragraf i ett protokoll, ärende i en kallelse eller avsnitt i en handling.",
        (
            _OUTCOME,
            count("last_page", "Sista sidan i filen.", "sida"),
            count("motions", "Yrkanden.", "antal"),
            count("votes", "Omröstningar.", "antal"),
            count("reservations", "Reservationer.", "antal"),
            text("mentions", "Andra diarienummer som nämns, med semikolon emellan."),
            text("matter", f"Slag av ärende efter rubriken: {_one_of(MatterKind)}"),
        ),
        document_rows.item_rows,
    ),
    Table(
        "decisions",
        "En rad per beslutad punkt i protokoll och protokollsutdrag. Aldrig ett förslag: det som "
        "en styrelse föreslår fullmäktige står i proposals.",
        (
            _OUTCOME,
            _HEADING,
            _POINT,
            text("lead_in", "Raden som leder in till punkterna («Enligt styrelsens förslag:»)."),
            _TEXT,
            _OCR,
        ),
        point_rows.decision_rows,
    ),
    Table(
        "proposals",
        "En rad per föreslagen punkt: i kallelser, och i protokoll det som föreslogs.",
        (_OUTCOME, _HEADING, _POINT, _TEXT, _OCR),
        point_rows.proposal_rows,
    ),
    Table(
        "motions",
        "En rad per yrkande och den som yrkade: flera rader med samma motion är ett yrkande.",
        (
            count("motion", "Vilket yrkande i paragrafen.", "nummer"),
            text("kind", _one_of(MotionKind)),
            _PERSON,
            _PARTY,
            text("subject", "Vad som yrkas, i handlingens ord."),
            _TEXT,
        ),
        entity_rows.motion_rows,
    ),
    Table(
        "votes",
        "En rad per omröstning. …_stated är vad texten säger, …_counted vad röstlistan ger.",
        (
            _VOTE,
            count("yes_stated", "Ja enligt texten.", "röster"),
            count("no_stated", "Nej enligt texten.", "röster"),
            count("abstained_stated", "Avstår enligt texten.", "röster"),
            count("absent_stated", "Frånvarande enligt texten.", "personer"),
            count("yes_counted", "Ja i röstlistan.", "röster"),
            count("no_counted", "Nej i röstlistan.", "röster"),
            count("abstained_counted", "Avstår i röstlistan.", "röster"),
            count("absent_counted", "Frånvarande i röstlistan.", "personer"),
            text("yes_means", "Vad ja stod för, i handlingens ord."),
            text("no_means", "Vad nej stod för, i handlingens ord."),
            flag(
                "agrees", "Om text och lista säger detsamma; sant också där bara en av dem finns."
            ),
            _TEXT,
        ),
        entity_rows.vote_rows,
    ),
    Table(
        "cast_votes",
        "En rad per person i en röstlista.",
        (
            _VOTE,
            text("person", "Namnet, som det står."),
            _PARTY,
            text("choice", _one_of(VoteChoice)),
            text("role", "Rollen, som den står, till exempel Ledamot."),
        ),
        entity_rows.cast_vote_rows,
    ),
    Table(
        "party_votes",
        "En rad per parti och val, där listan anger partier och inte personer.",
        (
            _VOTE,
            _PARTY,
            text("choice", _one_of(VoteChoice)),
            count("count", "Hur många; tomt där bara partiet nämns.", "röster"),
        ),
        entity_rows.party_vote_rows,
    ),
    Table(
        "reservations",
        "En rad per reservation och den som reserverade sig: flera rader med samma dissent är en "
        "reservation.",
        (
            count("dissent", "Vilken reservation eller anteckning i paragrafen.", "nummer"),
            _PERSON,
            _PARTY,
            _TEXT,
        ),
        entity_rows.reservation_rows,
    ),
    Table(
        "statements",
        "En rad per protokollsanteckning, särskilt yttrande eller avstående från att delta, och "
        "den som står för det.",
        (
            count("dissent", "Vilken reservation eller anteckning i paragrafen.", "nummer"),
            text("kind", _one_of(list(DissentKind)[1:])),
            _PERSON,
            _PARTY,
            _TEXT,
        ),
        entity_rows.statement_rows,
    ),
    Table(
        "disqualifications",
        "En rad per person som var jävig.",
        (
            count("disqualification", "Vilken anmälan i paragrafen.", "nummer"),
            text("person", "Namnet, som det står."),
            _PARTY,
            _TEXT,
        ),
        entity_rows.disqualification_rows,
    ),
    Table(
        "references",
        "En rad per annan paragraf som texten hänvisar till.",
        (
            count("reference", "Vilken hänvisning i paragrafen.", "nummer"),
            text("to_organ", "Organet som det hänvisas till, där det nämns."),
            day("to_date", "Datumet, där det nämns."),
            count("to_year", "Året, där det nämns.", "år"),
            text("to_number", "Paragrafens nummer, där det nämns."),
            _TEXT,
        ),
        entity_rows.reference_rows,
    ),
    Table(
        "attendance",
        "En rad per person i närvarolistan.",
        (
            count("position", "Plats i listan.", "nummer"),
            text("person", "Namnet, som det står."),
            _PARTY,
            text("role", _one_of(AttendanceRole)),
        ),
        document_rows.attendance_rows,
    ),
    CASE_STEPS,
)
