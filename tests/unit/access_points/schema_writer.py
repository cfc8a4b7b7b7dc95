"""Writes what ``access_points/format.py`` says as JSON Schemas and as the tables of the documentation.

``python -m tests.unit.access_points.schema_writer`` writes the files; a test fails where they are out of date.
"""

from __future__ import annotations

import json
from functools import singledispatch
from pathlib import Path

from copernicus_plugin.access_points import format as files
from copernicus_plugin.access_points import specification as spec
from copernicus_plugin.access_points.protocols import PROTOCOLS, SEARCHING_PROTOCOLS

ROOT = Path(__file__).parents[3]
SCHEMAS = ROOT / "copernicus_plugin" / "access_points" / "schema"
DOCUMENTATION = ROOT / "docs" / "access_point_files.md"
BEGIN, END = "<!-- tables: begin -->", "<!-- tables: end -->"


@singledispatch
def schema_of(specification) -> dict:
    raise TypeError(specification)


def _about(specification, **rest) -> dict:
    return {"description": specification.about, **{name: value for name, value in rest.items() if value is not None}}


@schema_of.register
def _(text: spec.Text) -> dict:
    return _about(
        text,
        type="string",
        minLength=None if text.empty or text.choices else 1,
        pattern=f"^(?:{text.pattern})$" if text.pattern else None,
        enum=list(text.choices) or None,
        format="regex" if text.expression else None,
    )


@schema_of.register
def _(number: spec.Number) -> dict:
    kind = "integer" if number.whole else "number"
    return _about(number, type=kind, minimum=number.minimum, maximum=number.maximum)


@schema_of.register
def _(flag: spec.Flag) -> dict:
    return _about(flag, type="boolean")


@schema_of.register
def _(scalar: spec.Scalar) -> dict:
    return _about(scalar, type=["string", "number"])


@schema_of.register
def _(some: spec.ScalarOrList) -> dict:
    one = {"type": ["string", "number"]}
    return _about(some, anyOf=[one, {"type": "array", "items": one, "minItems": 1}])


@schema_of.register
def _(several: spec.ListOf) -> dict:
    return _about(
        several,
        type="array",
        items=schema_of(several.of),
        minItems=several.fewest or None,
        maxItems=several.most,
        uniqueItems=several.unique or None,
    )


@schema_of.register
def _(row: spec.Row) -> dict:
    count = len(row.of)
    return _about(row, type="array", prefixItems=[schema_of(one) for one in row.of], minItems=count, maxItems=count)


@schema_of.register
def _(table: spec.Table) -> dict:
    return _about(
        table,
        type="object",
        propertyNames={"pattern": f"^(?:{table.keys})$"},
        additionalProperties=schema_of(table.of),
    )


@schema_of.register
def _(record: spec.Record) -> dict:
    return _about(
        record,
        type="object",
        properties={key: schema_of(one) for key, one in record.keys.items()},
        required=sorted(record.needed) or None,
        additionalProperties=False,
    )


@schema_of.register
def _(either: spec.TextOr) -> dict:
    lists = [schema_of(either.several)] if either.several is not None else []
    return _about(either, anyOf=[schema_of(either.text), *lists, schema_of(either.record)])


@schema_of.register
def _(texts: spec.TextOrTexts) -> dict:
    return _about(texts, anyOf=[schema_of(texts.text), schema_of(texts.several)])


@schema_of.register
def _(anything: spec.Anything) -> dict:
    return _about(anything, type="object")


@schema_of.register
def _(variant: spec.Variant) -> dict:
    chosen = {"type": "object", "properties": {variant.key: {"const": variant.value}}, "required": [variant.key]}
    then, otherwise = schema_of(variant.then), schema_of(variant.otherwise)
    return {"description": variant.about, "type": "object", "if": chosen, "then": then, "else": otherwise}


def schemas() -> dict[str, dict]:
    """File name → JSON Schema."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {
        "access_point.schema.json": {**head, "title": "An access point", **schema_of(files.ACCESS_POINT)},
        "collections.schema.json": {**head, "title": "Collections", **schema_of(files.COLLECTIONS)},
    }


def schema_text(schema: dict) -> str:
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


@singledispatch
def kind_of(specification) -> str:
    raise TypeError(specification)


@kind_of.register
def _(text: spec.Text) -> str:
    if text.choices:
        return (
            ", ".join(f"`{choice}`" for choice in text.choices) if len(text.choices) < 12 else "one of a list, below"
        )
    return "regular expression" if text.expression else text.shape or "text"


@kind_of.register
def _(number: spec.Number) -> str:
    kind = "whole number" if number.whole else "number"
    ends = [f"{end:g}" if end is not None else "" for end in (number.minimum, number.maximum)]
    return f"{kind} {ends[0]}…{ends[1]}" if any(ends) else kind


@kind_of.register
def _(_flag: spec.Flag) -> str:
    return "`true`, `false`"


@kind_of.register
def _(_scalar: spec.Scalar) -> str:
    return "text or number"


@kind_of.register
def _(_some: spec.ScalarOrList) -> str:
    return "text or number, or a list of them"


@kind_of.register
def _(several: spec.ListOf) -> str:
    most = f", at most {several.most}" if several.most else ""
    fewest = f", at least {several.fewest}" if several.fewest else ""
    return f"list{fewest}{most}; each: {kind_of(several.of)}"


@kind_of.register
def _(row: spec.Row) -> str:
    return "[" + ", ".join(kind_of(one) for one in row.of) + "]"


@kind_of.register
def _(table: spec.Table) -> str:
    return f"object: {table.shape} → {kind_of(table.of)}"


@kind_of.register(spec.Record)
@kind_of.register(spec.Variant)
@kind_of.register(spec.Anything)
def _(_object) -> str:
    return "object"


@kind_of.register
def _(either: spec.TextOr) -> str:
    lists = ", list of such" if either.several is not None else ""
    return f"{kind_of(either.text)}{lists} or {kind_of(either.record)}"


@kind_of.register
def _(texts: spec.TextOrTexts) -> str:
    return f"{kind_of(texts.text)}, or a list of such"


def records(specification, path: str = "") -> list[tuple[str, spec.Record]]:
    """Every record below, with the path of the object that it describes."""
    if isinstance(specification, spec.Record):
        found = [(path, specification)] if specification.keys else []
        for key, one in specification.keys.items():
            found += records(one, f"{path}.{key}" if path else key)
        return found
    if isinstance(specification, spec.ListOf):
        return records(specification.of, f"{path}[]")
    if isinstance(specification, spec.Table):
        return records(specification.of, f"{path}.*")
    if isinstance(specification, spec.TextOr):
        return records(specification.record, path)
    if isinstance(specification, spec.Variant):
        return _records_of_variant(specification, path)
    return []


def _records_of_variant(variant: spec.Variant, path: str) -> list[tuple[str, spec.Record]]:
    condition = f" where `{variant.key}` is"
    own, other = records(variant.then, path), records(variant.otherwise, path)
    if _last(variant).keys.keys() == variant.then.keys.keys():
        # they differ in what is below only: one table of the object itself is enough
        above = {where for where, _ in own if any(where == theirs for theirs, _ in other)} - {path}
        first = [(f"{where}{condition} `{variant.value}`" if where in above else where, one) for where, one in own]
        return first + [(_where(where, variant.otherwise), one) for where, one in other if where != path]
    return [
        (f"{path}{condition} `{variant.value}`", own[0][1]),
        (f"{path}{condition} anything else", other[0][1]),
        *own[1:],
    ]


def _last(variant: spec.Variant) -> spec.Record:
    return variant.otherwise if isinstance(variant.otherwise, spec.Record) else _last(variant.otherwise)


def _where(where: str, otherwise) -> str:
    named = isinstance(otherwise, spec.Variant) and " where " not in where
    return f"{where} where `{otherwise.key}` is `{otherwise.value}`" if named else where


def tables() -> str:
    """Every key as Markdown."""
    parts = []
    for title, root in (
        ("The keys of an access point's file", files.ACCESS_POINT),
        ("The keys of `collections.json`", files.COLLECTIONS),
    ):
        parts.append(f"## {title}\n")
        for path, record in records(root):
            parts.append(f"### {_heading(path)}\n\n{record.about}\n")
            parts.append("| key | value | meaning |\n|---|---|---|")
            parts += [_line(key, one, key in record.needed) for key, one in record.keys.items()]
            parts.append("")
    parts.append("## Protocols\n\n| `protocol` | what it is | searched by this version |\n|---|---|---|")
    parts += [
        f"| `{name}` | {title} | {'yes' if name in SEARCHING_PROTOCOLS else ''} |" for name, title in PROTOCOLS.items()
    ]
    return "\n".join([*parts, ""])


def _heading(path: str) -> str:
    if not path:
        return "The file itself"
    where, separator, condition = path.partition(" where ")
    return f"`{where}`{separator}{condition}"


def _line(key: str, specification, needed: bool) -> str:
    kind = kind_of(specification).replace("|", "\\|")
    about = specification.about.replace("|", "\\|")
    return f"| `{key}`{' **needed**' if needed else ''} | {kind} | {about} |"


def documentation(text: str) -> str:
    """``text`` with its tables brought up to date."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{tables()}\n{END}{after}"


def write() -> None:
    for name, schema in schemas().items():
        (SCHEMAS / name).write_text(schema_text(schema), encoding="utf-8")
    DOCUMENTATION.write_text(documentation(DOCUMENTATION.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write()
