"""The arguments of the commands that give an index as data: actions, export, overview."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable

from beslutssok.library.export import TABLES, ExportFormat

STANDARD_OUTPUT = "-"

Add = Callable[[ArgumentParser], None]


def add_report_commands(command: Callable[[str, str], ArgumentParser], add_filters: Add) -> None:
    """Add the commands; ``command`` makes a parser of a name and a text."""
    actions = command(
        "actions", "Visa vad ett parti eller en person gjorde: yrkanden, röster, reservationer."
    )
    actions.add_argument(
        "who", nargs="*", metavar="VEM", help="parti eller person; utan VEM visas allas"
    )
    actions.add_argument("--about", metavar="TEXT", help="bara i ärenden som handlar om detta")
    add_filters(actions)
    export = command("export", "Skriv tabeller för pandas, R och Excel, med källa på varje rad.")
    export.add_argument(
        "folder",
        nargs="?",
        metavar="MAPP",
        help="mapp för filerna, eller - för en tabell på standard ut",
    )
    export.add_argument(
        "--dictionary",
        action="store_true",
        help="skriv i stället vad tabeller och kolumner betyder",
    )
    export.add_argument(
        "--table",
        dest="tables",
        action="append",
        default=[],
        metavar="TABELL",
        type=read_table,
        help=f"bara tabellen; får upprepas: {', '.join(table.name for table in TABLES)}",
    )
    export.add_argument(
        "--format",
        metavar="FORMAT",
        type=read_format,
        default=ExportFormat.CSV,
        help=f"{', '.join(ExportFormat)} (csv, om inget anges)",
    )
    export.add_argument("--overwrite", action="store_true", help="skriv över filer som finns")
    add_filters(export)
    overview = command(
        "overview", "Visa indexet i siffror: beslut, slag av ärenden, reservationer, luckor."
    )
    add_filters(overview)


def check_report(parser: ArgumentParser, given: Namespace) -> None:
    """End the program where an export has no place to go, or standard output not one table."""
    if bool(given.folder) is given.dictionary:
        parser.error("ange en mapp (eller - för standard ut), eller --dictionary")
    if given.folder == STANDARD_OUTPUT and len(given.tables) != 1:
        parser.error("till standard ut skrivs en tabell: välj den med --table")


def read_table(text: str) -> str:
    """Read the name of a table."""
    names = [table.name for table in TABLES]
    if text.strip().lower() not in names:
        raise ArgumentTypeError(f"«{text}» finns inte: välj bland {', '.join(names)}")
    return text.strip().lower()


def read_format(text: str) -> ExportFormat:
    """Read the name of a format."""
    try:
        return ExportFormat(text.strip().lower())
    except ValueError as exc:
        raise ArgumentTypeError(
            f"«{text}» finns inte: välj bland {', '.join(ExportFormat)}"
        ) from exc
