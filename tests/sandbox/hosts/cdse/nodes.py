"""The tree of a product's files: ``Products(<uuid>)/Nodes(<name>)/Nodes(<name>)…``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.sandbox.content.cdse_product import CdseFile, CdseProduct

Node = dict[str, Any]


def find(product: CdseProduct, names: Sequence[str]) -> CdseFile | None:
    """The file at the end of ``names``; None when there is no such file, or when it is a folder."""
    if not names or names[0] != product.name:
        return None
    if product.folder:
        return product.by_path.get("/".join(names[1:]))
    return product.files[0] if len(names) == 1 and product.files else None


def children(product: CdseProduct, names: Sequence[str], host: str) -> list[Node] | None:
    """What is in the folder at the end of ``names``; None when it is not there."""
    root = f"https://{host}/odata/v1/Products({product.uuid})"
    root += "".join(f"/Nodes({name})" for name in names)
    if not names:
        top = [""] if product.folder else []
        size = 0 if product.folder or not product.files else product.files[0].size
        return [_node(root, product.name, size, len(_inside(product, top)) if product.folder else 0)]
    if names[0] != product.name:
        return None
    if find(product, names) is not None:
        return []
    inside = _inside(product, list(names[1:]))
    if not inside and len(names) > 1:
        return None
    return [_node(root, name, size, len(_inside(product, [*names[1:], name]))) for name, size in inside.items()]


def _inside(product: CdseProduct, folder: Sequence[str]) -> dict[str, int]:
    """Name → bytes, 0 for a folder; in the order of the files."""
    start = "".join(f"{name}/" for name in folder if name)
    found: dict[str, int] = {}
    for one in product.files:
        if one.path.startswith(start):
            name, deeper, _ = one.path[len(start) :].partition("/")
            found[name] = 0 if deeper else one.size
    return found


def _node(root: str, name: str, size: int, inside: int) -> Node:
    return {
        "Id": name,
        "Name": name,
        "ContentLength": size,
        "ChildrenNumber": inside,
        "Nodes": {"uri": f"{root}/Nodes({name})/Nodes"},
    }
