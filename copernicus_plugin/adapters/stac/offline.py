"""Which files must be brought from the operator's archive before they can be fetched."""

from __future__ import annotations

from copernicus_plugin.model.product import Asset, Product

# https://github.com/stac-extensions/order, before "succeeded"
_UNFULFILLED = frozenset({"orderable", "ordered", "pending", "shipping"})
# https://github.com/stac-extensions/storage v1, in the words of AWS, Azure, Google and the European archives
_ON_TAPE = frozenset({"archive", "glacier", "deep_archive", "deep archive", "offline", "tape", "coldline"})


def lies_on_tape(product: Product, asset: Asset) -> bool:
    """Whether the catalogue says that ``asset`` must be ordered first; a picture of the product never must."""
    if "thumbnail" in asset.roles or "overview" in asset.roles:
        return False
    status = asset.properties.get("order:status", product.properties.get("order:status"))
    tier = asset.properties.get("storage:tier", product.properties.get("storage:tier"))
    return _word(status) in _UNFULFILLED or _word(tier) in _ON_TAPE


def _word(value: object) -> str:
    return value.strip().lower() if isinstance(value, str) else ""
