"""The arguments of the command ``beslutssok``: what can be written, and what it means."""

import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from beslutssok.app.argument_values import (
    read_first_day,
    read_kind,
    read_last_day,
    read_limit,
    read_organ,
    read_pages,
    read_port,
    read_section,
)
from beslutssok.app.minus_words import keep_minus_words
from beslutssok.app.page_range import EVERY_PAGE
from beslutssok.app.report_arguments import add_report_commands, check_report
from beslutssok.app.swedish_parser import HelpWithExamples, SwedishParser
from beslutssok.app.wording import SECTION_WORDS
from beslutssok.domain import DocumentKind, Filters

FOLDER = "index"
LIMIT = 10
WITHOUT_JSON = frozenset({"serve", "mcp", "user"})

_EXAMPLES = """\
exempel:
  beslutssok ingest ingest
  beslutssok ask "Vad beslutades om nattbussen?"
  beslutssok search tandvård för äldre --organ RS --from 2024 --section beslut
  beslutssok show "Regionstyrelsen 2024-12-10 § 208"
  beslutssok case RS/762/2024
  beslutssok serve
"""


def build_parser() -> ArgumentParser:
    """Make the parser of the whole command."""
    parser = SwedishParser(
        prog="beslutssok",
        description="Sök och fråga i protokoll, kallelser och andra handlingar.",
        epilog=_EXAMPLES,
        formatter_class=HelpWithExamples,
    )
    parser.set_defaults(index=Path(FOLDER), json=False)
    _add_index(parser)
    _add_json(parser)
    commands = parser.add_subparsers(
        dest="command", metavar="KOMMANDO", required=True, title="kommandon"
    )

    def command(name: str, text: str) -> SwedishParser:
        made = commands.add_parser(
            name,
            help=text[:1].lower() + text[1:].split(".")[0],
            description=text,
        )
        _add_index(made)
        if name not in WITHOUT_JSON:
            _add_json(made)
        return made

    ingest = command(
        "ingest",
        "Läs in PDF-filer, eller mappar med allt som ligger i dem. Oförändrade filer hoppas över.",
    )
    ingest.add_argument("paths", nargs="+", metavar="SÖKVÄG", type=Path, help="fil eller mapp")
    ingest.add_argument(
        "--prune", action="store_true", help="ta bort handlingar vars filer inte längre finns"
    )
    ingest.add_argument(
        "--rebuild", action="store_true", help="töm indexet först och läs in allt på nytt"
    )
    search = command("search", "Sök stycken, de bästa först.")
    search.add_argument("words", nargs="+", metavar="SÖKORD", help="ord eller en hel fråga")
    _add_filters(search)
    _add_without(search)
    _add_limit(search)
    ask = command("ask", "Ställ en fråga och få svaret som citat med källor.")
    ask.add_argument("words", nargs="+", metavar="FRÅGA", help="frågan, som du skulle ställa den")
    ask.add_argument(
        "--after",
        metavar="ÄRENDE",
        help="diarienummer, källhänvisning eller id som en följdfråga fortsätter med",
    )
    _add_filters(ask)
    _add_without(ask)
    case = command("case", "Följ ett ärende genom alla sammanträden.")
    case.add_argument(
        "words",
        nargs="+",
        metavar="DNR",
        help="diarienummer, t.ex. RS/762/2024, eller en källhänvisning i ärendet",
    )
    case.add_argument("--huvudman", metavar="NAMN", help="när flera har ett ärende med numret")
    for name, text in (
        ("similar", "Hitta ärenden som liknar en text eller ett ärende."),
        (
            "precedents",
            "Hitta tidigare ärenden som liknar ett, och hur de slutade. PDF går bra.",
        ),
    ):
        alike = command(name, text)
        alike.add_argument(
            "words",
            nargs="+",
            metavar="TEXT",
            help="en text, en källhänvisning, en PDF-fil, eller - för standard in",
        )
        _add_limit(alike)
    show = command("show", "Visa en paragraf eller ett ärende i sin helhet.")
    show.add_argument(
        "words", nargs="+", metavar="KÄLLA", help="källhänvisning eller id, som i en träff"
    )
    inspect = command(
        "inspect", "Visa vad som förstås av en PDF-fil. Inget index läses eller ändras."
    )
    inspect.add_argument("path", metavar="FIL", type=Path, help="en PDF-fil")
    inspect.add_argument("--full", action="store_true", help="visa också texterna")
    inspect.add_argument(
        "--pages",
        metavar="SIDOR",
        type=read_pages,
        default=EVERY_PAGE,
        help="bara det som står på sidorna, till exempel 3-5",
    )
    add_report_commands(command, _add_filters)
    command("status", "Visa vad indexet innehåller och vad som inte kunde läsas.")
    serve = command("serve", "Öppna söksidan på den här datorn.")
    serve.add_argument("--host", metavar="ADRESS", help="adress att lyssna på (BESLUTSSOK_HOST)")
    serve.add_argument("--port", metavar="PORT", type=read_port, help="port (BESLUTSSOK_PORT)")
    command("mcp", "Låt en assistent söka, över standard in och ut (Model Context Protocol).")
    user = command(
        "user", "Skriv raden för en användare som får logga in, till filen i BESLUTSSOK_USERS."
    )
    user.add_argument("name", metavar="NAMN", help="namnet att logga in med")
    evaluate = command("eval", "Mät sökning och svar med märkta frågor.")
    evaluate.add_argument(
        "paths", nargs="+", metavar="FIL", type=Path, help="fil med en JSON-rad per fråga"
    )
    return parser


def parse_arguments(arguments: Sequence[str] | None = None) -> Namespace:
    """Read the arguments; ends the program with code 2 where they make no sense."""
    parser = build_parser()
    given = parser.parse_args(keep_minus_words(sys.argv[1:] if arguments is None else arguments))
    if hasattr(given, "words"):
        given.text = " ".join(given.words).strip()
        if not given.text:
            parser.error("texten är tom: skriv vad du söker")
    first, last = getattr(given, "date_from", None), getattr(given, "date_to", None)
    if first and last and first > last:
        parser.error("perioden slutar innan den börjar: byt plats på --from och --to")
    if given.command == "export":
        check_report(parser, given)
    if given.command in WITHOUT_JSON and given.json:
        parser.error(f"{given.command} har ingen --json")
    return given


def filters_of(given: Namespace) -> Filters:
    """Give the filters among the arguments."""
    return Filters(
        huvudman=given.huvudman,
        organ=given.organ,
        date_from=given.date_from,
        date_to=given.date_to,
        document_kind=given.document_kind,
        section=given.section,
        case_number=given.case_number,
        party=given.party,
    )


def _add_index(parser: ArgumentParser) -> None:
    """Let the folder stand before or after the command's name."""
    parser.add_argument(
        "--index",
        metavar="MAPP",
        type=Path,
        default=SUPPRESS,
        help=f"mapp med indexet ({FOLDER}, om inget anges)",
    )


def _add_json(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--json", action="store_true", default=SUPPRESS, help="skriv JSON, för program"
    )


def _add_filters(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("avgränsningar")
    group.add_argument("--huvudman", metavar="NAMN", help="region eller kommun")
    group.add_argument(
        "--organ", metavar="NAMN", type=read_organ, help="organ, även som KS, KF, RS, RF, HSN"
    )
    for flag, field, read, words in (
        ("--from", "date_from", read_first_day, "från och med"),
        ("--to", "date_to", read_last_day, "till och med"),
    ):
        group.add_argument(
            flag, dest=field, metavar="DATUM", type=read, help=f"{words}, som ÅÅÅÅ-MM-DD"
        )
    group.add_argument(
        "--kind",
        dest="document_kind",
        metavar="TYP",
        type=read_kind,
        help=f"handlingens typ: {', '.join(DocumentKind)}",
    )
    group.add_argument(
        "--section",
        metavar="AVSNITT",
        type=read_section,
        help=f"avsnitt: {', '.join(word.lower() for word in SECTION_WORDS.values())}",
    )
    group.add_argument("--case", dest="case_number", metavar="DNR", help="diarienummer")
    group.add_argument(
        "--party", metavar="PARTI", help="parti som nämns i stycket, t.ex. S eller MP"
    )


def _add_without(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--without",
        metavar="TOLKNING",
        action="append",
        default=[],
        help="tolka inte frågan så, till exempel organ:kommunfullmäktige; får upprepas",
    )


def _add_limit(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--limit",
        metavar="ANTAL",
        type=read_limit,
        default=LIMIT,
        help=f"högst så många träffar ({LIMIT}, om inget anges)",
    )
