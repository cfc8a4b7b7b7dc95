"""Which adapter speaks which protocol."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from copernicus_plugin.adapters.base import AdapterFactory
from copernicus_plugin.adapters.csc_odata.adapter import CscOdataAdapter
from copernicus_plugin.adapters.stac.adapter import StacAdapter

adapter_factories: Mapping[str, AdapterFactory] = MappingProxyType({"stac": StacAdapter, "csc_odata": CscOdataAdapter})
"""By the ``protocol`` of an endpoint."""
