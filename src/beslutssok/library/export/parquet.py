"""Records as Parquet, with what the columns mean in the metadata of the file."""

from collections.abc import Iterable
from itertools import islice
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from beslutssok.library.export.schema import Column, ColumnType, Record, Table

BATCH = 20_000
"""Records that are held at once."""

_TYPES = {
    ColumnType.TEXT: pa.string(),
    ColumnType.COUNT: pa.int64(),
    ColumnType.DAY: pa.date32(),
    ColumnType.FLAG: pa.bool_(),
}


def write_parquet(table: Table, records: Iterable[Record], stream: BinaryIO) -> int:
    """Write records as Parquet and give their number; an empty table keeps its schema."""
    schema = parquet_schema(table)
    remaining, count = iter(records), 0
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        while batch := list(islice(remaining, BATCH)):
            columns = [
                pa.array(values, type=field.type)
                for values, field in zip(zip(*batch, strict=True), schema, strict=True)
            ]
            writer.write_batch(pa.record_batch(columns, schema=schema))
            count += len(batch)
    return count


def parquet_schema(table: Table) -> pa.Schema:
    """The schema of a table: description and unit of a column are metadata of its field."""
    fields = [_field(column) for column in table.columns]
    return pa.schema(fields, {"table": table.name, "description": table.description})


def _field(column: Column) -> pa.Field:
    told = {"description": column.description}
    if column.unit:
        told["unit"] = column.unit
    return pa.field(column.name, _TYPES[column.type], metadata=told)
