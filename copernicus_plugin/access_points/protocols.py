"""The protocols that endpoints speak, and which of them this version can search."""

from __future__ import annotations

from collections.abc import Mapping

PROTOCOLS: Mapping[str, str] = {
    "stac": "STAC API",
    "stac_static": "static STAC catalogue",
    "csc_odata": "OData of the Copernicus Data Space Ecosystem and CREODIAS",
    "dhus": "OpenSearch and OData of the former Copernicus hubs (DHuS)",
    "opensearch_eo": "OpenSearch with its Earth observation extensions",
    "eumetsat_opensearch": "OpenSearch of the EUMETSAT Data Store",
    "resto": "resto",
    "hda": "Harmonised Data Access of WEkEO",
    "data_store": "data stores of ECMWF",
    "clms_portal": "API of the land monitoring service's portal",
    "manifest": "lists of files of the Global Land service",
    "cems_api": "APIs of the emergency management service",
    "earth_engine": "Google Earth Engine REST",
    "folder": "reception folder of EUMETCast",
    "s3": "S3",
    "data_tailor": "EUMETSAT Data Tailor",
    "ogc_api_processes": "OGC API Processes",
    "openeo": "openEO",
    "sentinel_hub_process": "Process API of Sentinel Hub",
    "ows_context": "OWS Context",
    "wms": "WMS",
    "wmts": "WMTS",
    "wfs": "WFS",
    "wcs": "WCS",
    "arcgis": "ArcGIS REST",
    "xyz": "XYZ tiles",
}
"""Every name that a file may use, with what people call it. Places are described before each can be used."""

SEARCHING_PROTOCOLS: frozenset[str] = frozenset({"stac", "csc_odata"})
"""Those with an adapter that searches (``adapters.registry``)."""
