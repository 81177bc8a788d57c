"""The data dictionary: what the tables and columns of an export mean, as Markdown in Swedish."""

from collections.abc import Iterable, Iterator

from beslutssok.library.export.schema import COMMON, Column, Table
from beslutssok.library.export.tables import TABLES

_INTRODUCTION = """\
# Datalexikon

Vad tabellerna från `beslutssok export` innehåller. Lexikonet skrivs av programmet ur samma
beskrivning som filerna: `beslutssok export --dictionary > docs/datalexikon.md`. Parquet-filerna
har det med sig, i schemats metadata.

```
beslutssok export mapp --format parquet
beslutssok export mapp --table items --table decisions --organ KF --from 2024
beslutssok export - --table reservations --format jsonl
```

Varje rad har sin källhänvisning och pekar på fil och sida, så att den kan kontrolleras. `item_id`
binder ihop tabellerna och är detsamma efter en ny inläsning. Allt som är utläst ur text kan ha fel;
ordalydelsen står därför bredvid. Det som en handling inte säger är tomt, aldrig gissat. En paragraf
som finns i både protokoll och protokollsutdrag finns med två gånger, och en kallelse har sitt
ärende för sig: välj på `document_kind` innan du räknar.

## Format

| | CSV | JSON-rader | Parquet |
|---|---|---|---|
| `--format` | `csv` | `jsonl` | `parquet` |
| Teckenkodning | UTF-8 med BOM | UTF-8 | UTF-8 |
| Datum | `2024-12-10` | `"2024-12-10"` | date32 |
| Heltal | siffror | tal | int64 |
| Sant/falskt | `true`, `false` | `true`, `false` | bool |
| Tomt | tom cell | `null` | null |

CSV har semikolon mellan cellerna och CRLF mellan raderna, så att Excel på svenska öppnar filen rätt
med ett dubbelklick. Radbrytningar i en cell är LF, och cellen står då inom citattecken. En cell som
börjar med `=`, `+`, `-`, `@`, tabb eller apostrof får en apostrof framför sig, så att inget
kalkylprogram kör den som en formel: ta bort en apostrof i början av varje cell som har en, så är
texten som den var. JSON-rader och Parquet är orörda; välj Parquet för analys.

## Läs in i pandas

```python
import pandas as pd

reservations = pd.read_parquet("mapp/reservations.parquet", dtype_backend="pyarrow")
minutes = reservations[reservations["document_kind"] == "protokoll"]
items = minutes.drop_duplicates(["item_id", "party"])
by_year = items.groupby(["party", items["date"].dt.year]).size()

decisions = pd.read_csv("mapp/decisions.csv", sep=";", parse_dates=["date"])
decisions["text"] = decisions["text"].str.removeprefix("'")
```

## Läs in i R

```r
library(arrow)
reservations <- read_parquet("mapp/reservations.parquet")
minutes <- reservations[reservations$document_kind == "protokoll", ]
items <- unique(minutes[c("item_id", "party", "date")])
by_year <- table(items$party, format(items$date, "%Y"))

decisions <- read.csv2("mapp/decisions.csv", fileEncoding = "UTF-8-BOM")
decisions$text <- sub("^'", "", decisions$text)
```
"""


def render_dictionary(tables: Iterable[Table] = TABLES) -> str:
    """Render the dictionary: formats, the columns that all tables have, and each table."""
    return "\n".join(_lines(tables)) + "\n"


def _lines(tables: Iterable[Table]) -> Iterator[str]:
    yield _INTRODUCTION
    yield "## Kolumner i alla tabeller"
    yield ""
    yield from _column_lines(COMMON)
    for table in tables:
        yield ""
        yield f"## {table.name}"
        yield ""
        yield table.description
        yield ""
        yield from _column_lines(table.own_columns)


def _column_lines(columns: Iterable[Column]) -> Iterator[str]:
    yield "| Kolumn | Typ | Enhet | Betydelse |"
    yield "|---|---|---|---|"
    for column in columns:
        unit = column.unit or "–"
        yield f"| `{column.name}` | {column.type.value} | {unit} | {column.description} |"
