"""The loader and the published JSON Schemas accept and refuse the same files, key by key."""

from __future__ import annotations

import copy
import dataclasses
import json
from collections import Counter

import jsonschema
import pytest

from copernicus_plugin.access_points import format as files
from copernicus_plugin.access_points.registry import HERE, load_registry
from copernicus_plugin.adapters.csc_odata import dialect as csc_odata
from copernicus_plugin.adapters.stac.dialect import Dialect, read_dialect
from tests.unit.access_points import schema_writer

ACCESS_POINTS = sorted(path.name for path in HERE.glob("*.json") if path.name != "collections.json")
REMOVED = object()


def schema(name):
    loaded = json.loads((schema_writer.SCHEMAS / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(loaded)
    return jsonschema.Draft202012Validator(loaded, format_checker=jsonschema.FormatChecker(["regex"]))


def bundled(name):
    return json.loads((HERE / name).read_text(encoding="utf-8"))


def places_of(value, path=()):
    """Paths of every object and list member."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, member in members:
        yield (*path, key)
        yield from places_of(member, (*path, key))


def get(value, path):
    for key in path:
        value = value[key]
    return value


def altered(original, path, replacement):
    result = copy.deepcopy(original)
    holder = get(result, path[:-1])
    if replacement is REMOVED:
        del holder[path[-1]]
    else:
        holder[path[-1]] = replacement
    return result


def replacements_for(value):
    """What may stand where ``value`` stood: other types, other values of its type, things a little wrong."""
    yield "removed", REMOVED
    yield from (
        ("other type", other) for other in (None, True, 7, -3, 2.5, 1e9, "", " ", "x", [], {}, ["x"], [1, 1], {"x": 1})
    )
    if isinstance(value, str):
        wrong = (
            value.upper(),
            value + " ",
            value + "\u00e9",
            f"ftp://{value}",
            "htp:/broken",
            "[",
            "a" * 300,
            "2015-13-1x",
        )
        yield from (("wrong text", text) for text in wrong)
        addresses = ("https://", "https://user@host/x", "http://localhost:8080", "https://a.example/x y", "*.com", "*")
        yield from (("wrong address", text) for text in addresses)
    elif isinstance(value, bool):
        yield "other value", not value
    elif isinstance(value, (int, float)):
        yield from (
            ("wrong number", number) for number in (-value - 1, value + 0.5, 0, value * 1000, float(value), str(value))
        )
    elif isinstance(value, list):
        yield from (("wrong list", other) for other in (value + value, value[:1], [*value, None], [value]))
    elif isinstance(value, dict):
        yield "unknown key", {**value, "unknown_key": 1}
        yield "unknown key", {**value, "Id": "x"}
        yield "unknown key", {"": 1, **value}
        yield "wrapped", [value]


def mutants(original):
    for key in ("unknown", "ID", "$ref"):
        yield "unknown key", {**original, key: "x"}
    for other in (None, [], [original], "text", 7, {}):
        yield "other type", other
    for path in places_of(original):
        for kind, replacement in replacements_for(get(original, path)):
            yield kind, altered(original, path, replacement)
    yield from swaps(original)


def swaps(original):
    """Values of one place put where another one's was: right in themselves, wrong there."""
    paths = list(places_of(original))
    for number, path in enumerate(paths):
        other = paths[(number * 7919 + 13) % len(paths)]
        yield "swapped", altered(original, path, copy.deepcopy(get(original, other)))


def alone(folder):
    """A folder of bundled files without any, so that thousands of mutants are read quickly."""
    empty = folder / "bundled"
    if not empty.is_dir():
        empty.mkdir()
        (empty / "collections.json").write_text('{"collections": {}}', encoding="utf-8")
    return empty


def in_itself(fault):
    """Whether the file alone is wrong: not what it says of others, nor what it is called."""
    return not fault.reason.startswith("there is no") and "but the file is called" not in fault.reason


def accepted_access_point(folder, content):
    """Whether the loader takes it; what only other files can tell is not its fault."""
    name = content["id"] if isinstance(content, dict) and isinstance(content.get("id"), str) else "mutant"
    safe = name if name and "/" not in name and "\x00" not in name and len(name) < 200 else "mutant"
    path = folder / f"{safe}.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    faults = load_registry(alone(folder), folder).faults
    path.unlink()
    return not [fault for fault in faults if in_itself(fault)], faults


def accepted_collections(folder, content):
    path = folder / "collections.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    faults = [fault for fault in load_registry(alone(folder), folder).faults if fault.file == str(path)]
    return not faults, faults


def thinned(place):
    """Of an endpoint's collections one of each shape: eighty of the same kind tell no more."""
    for endpoint in place["endpoints"]:
        shapes = {}
        for name, value in endpoint.get("collections", {}).items():
            shapes.setdefault(tuple(sorted(value)) if isinstance(value, dict) else type(value), name)
        kept = {name: endpoint["collections"][name] for name in list(shapes.values())[:4]}
        for value in kept.values():
            for key, entry in value.items() if isinstance(value, dict) else ():
                value[key] = entry[:2] if isinstance(entry, list) else entry
        endpoint["collections"] = kept
    return place


def compare(name, validator, accepts, folder):
    counts, disagreements = Counter(), []
    for kind, mutant in mutants(thinned(bundled(name))):
        by_schema = validator.is_valid(mutant)
        by_loader, faults = accepts(folder, mutant)
        counts[kind, "accepted" if by_schema else "refused"] += 1
        if by_schema != by_loader:
            disagreements.append((kind, by_schema, [str(fault) for fault in faults][:2]))
    print(f"\n{name}: {sum(counts.values())} mutants", dict(sorted(counts.items())))
    assert not disagreements[:5], len(disagreements)
    return counts


@pytest.mark.parametrize("name", ACCESS_POINTS)
def test_loader_and_schema_agree_about_every_mutant_of_an_access_point(name, tmp_path):
    counts = compare(name, schema("access_point.schema.json"), accepted_access_point, tmp_path)
    assert sum(counts.values()) > 500
    assert sum(count for (_, verdict), count in counts.items() if verdict == "refused") > 400
    assert sum(count for (_, verdict), count in counts.items() if verdict == "accepted") > 50


@pytest.mark.slow
def test_loader_and_schema_agree_about_every_mutant_of_the_collections(tmp_path):
    whole = bundled("collections.json")
    counts = Counter()
    for name in ("sentinel-2-l2a", "cop-dem-glo-30"):
        one = {**whole, "collections": {name: copy.deepcopy(whole["collections"][name])}}
        # twelve of the same kind tell no more
        for preset in one["collections"][name]["presets"]:
            preset["classes"] = preset.get("classes", [])[:2]
        for key, most in (("files", 2), ("keywords", 2), ("default_assets", 2)):
            one["collections"][name][key] = one["collections"][name][key][:most]
        one["collections"][name]["presets"] = one["collections"][name]["presets"][-2:]
        validator = schema("collections.schema.json")
        for kind, mutant in mutants(one):
            by_schema = validator.is_valid(mutant)
            by_loader, faults = accepted_collections(tmp_path, mutant)
            counts[kind, "accepted" if by_schema else "refused"] += 1
            assert by_schema == by_loader, (kind, [str(fault) for fault in faults])
    print(f"\ncollections.json: {sum(counts.values())} mutants", dict(sorted(counts.items())))
    assert sum(counts.values()) > 2000


@pytest.mark.parametrize("account", [
    {"kind": "oidc_password", "needed_for": ["download"], "sent_to": ["*.dataspace.copernicus.eu"],
     "issuer": "https://identity.example/auth/realms/CDSE", "client_id": "cdse-public", "one_time_code": True},
    {"kind": "s3_keys", "needed_for": [], "sent_to": ["s3.example.org"], "endpoint": "https://s3.example.org",
     "region": "r"},
    {"kind": "api_key", "needed_for": ["search", "download"], "sent_to": ["api.example.org", "localhost"],
     "header": "X-API-Key"},
    {"kind": "client_credentials", "needed_for": ["search"], "sent_to": ["a.example.org"],
     "token_url": "https://a.example.org/t", "scope": "read"},
])  # fmt: skip
def test_they_agree_about_accounts_other_protocols_and_limits(account, tmp_path):
    content = bundled("earth_search.json")
    content["account"] = account
    content["endpoints"].append(
        {
            "protocol": "csc_odata",
            "url": "https://odata.example.org/odata/v1/",
            "witnesses": ["eodag"],
            "collections": {"sentinel-2-l2a": {"Collection/Name": "SENTINEL-2"}, "sentinel-1-grd": "GRD"},
        }
    )
    content["endpoints"].append({"protocol": "openeo", "url": "https://openeo.example.org", "dialect": {}})
    content["replaces"] = ["planetary_computer"]
    content["status"] = {
        "state": "superseded",
        "since": "2023-10",
        "until": "2023-10-31",
        "successors": ["planetary_computer"],
    }
    content["endpoints"][0]["dialect"] |= {
        "largest_vertices": 100,
        "longest_address": 2000,
        "search": "search",
        "intersects": False,
        "sort_field": "properties.datetime",
        "page_parameter": "offset",
        "next_hosts": ["*.example.org"],
        "filtered_here": ["eo:cloud_cover"],
        "exclude_fields": ["links"],
        "property_aliases": {"grid:code": "tile"},
    }
    content["endpoints"][0]["collections"]["sentinel-2-l2a"] = {"collection": "s2", "filters": {"level": ["L2A", 2]}}
    validator = schema("access_point.schema.json")
    assert validator.is_valid(content)
    assert accepted_access_point(tmp_path, content)[0]
    for kind, mutant in mutants(content):
        by_loader, faults = accepted_access_point(tmp_path, mutant)
        assert validator.is_valid(mutant) == by_loader, (kind, [str(fault) for fault in faults])


def test_schemas_and_documentation_are_up_to_date():
    for name, expected in schema_writer.schemas().items():
        assert (schema_writer.SCHEMAS / name).read_text(encoding="utf-8") == schema_writer.schema_text(expected), name
    text = schema_writer.DOCUMENTATION.read_text(encoding="utf-8")
    assert schema_writer.documentation(text) == text, "run python -m tests.unit.access_points.schema_writer"


def test_every_key_is_explained():
    def explained(node, path):
        if isinstance(node, dict):
            for key, member in node.get("properties", {}).items():
                if "const" not in member:
                    assert len(member.get("description", "")) > 3, (path, key)
            for key, member in node.items():
                explained(member, f"{path}/{key}")

    for name, content in schema_writer.schemas().items():
        explained(content, name)


def test_the_examples_of_the_documentation_are_right(tmp_path):
    text = schema_writer.DOCUMENTATION.read_text(encoding="utf-8")
    example, endpoint = (json.loads(part.split("```")[0]) for part in text.split("```json\n")[1:])
    both = {**example, "endpoints": [*example["endpoints"], endpoint]}
    for content in (example, both):
        assert schema("access_point.schema.json").is_valid(content)
        assert accepted_access_point(tmp_path, content)[0]


def test_the_documented_dialect_is_the_one_that_the_adapter_reads():
    read = {field.name for field in dataclasses.fields(Dialect)}
    assert files.STAC_DIALECT.keys.keys() == read


def test_the_adapters_read_every_bundled_dialect():
    read = 0
    for name in ACCESS_POINTS:
        for endpoint in bundled(name)["endpoints"]:
            source = endpoint.get("dialect", {})
            if endpoint["protocol"] == "stac":
                dialect = read_dialect(source)
                assert dialect.derived_properties.keys() == source.get("derived_properties", {}).keys()
            elif endpoint["protocol"] == "csc_odata":
                dialect = csc_odata.read_dialect(source, endpoint["url"])
                assert dialect.attributes.keys() >= source.get("attributes", {}).keys()
            else:
                continue
            for key in ("largest_page", "download_url", "order_link", "alternate"):
                assert key not in source or getattr(dialect, key) == source[key]
            read += 1
    assert read >= 5
