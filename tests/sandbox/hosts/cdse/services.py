"""The host names of the Data Space's and CREODIAS's OData: two pairs of the same classes over the same products."""

from __future__ import annotations

from collections.abc import Mapping

from tests.sandbox.content.cdse import CdseContent
from tests.sandbox.hosts.cdse import identity
from tests.sandbox.hosts.cdse.catalogue import Catalogue
from tests.sandbox.hosts.cdse.download import Download
from tests.sandbox.http import Handler
from tests.sandbox.safe.shop import SafeShop

CATALOGUE = "catalogue.dataspace.copernicus.eu"
DOWNLOAD = "download.dataspace.copernicus.eu"
ZIPPER = "zipper.dataspace.copernicus.eu"
"""The older name of the same."""
CREODIAS_CATALOGUE = "datahub.creodias.eu"
CREODIAS_DOWNLOAD = "zipper.creodias.eu"


def odata(content: CdseContent, shop: SafeShop, realms: Mapping[str, identity.Realm]) -> dict[str, Handler]:
    """CREODIAS also takes tokens of the Data Space, as one of its clients does."""
    own, creodias = realms[identity.CDSE], realms[identity.CREODIAS]
    download = Download(DOWNLOAD, [own], content, shop)
    return {
        CATALOGUE: Catalogue(CATALOGUE, DOWNLOAD, content, shop),
        DOWNLOAD: download,
        ZIPPER: download,
        CREODIAS_CATALOGUE: Catalogue(CREODIAS_CATALOGUE, CREODIAS_DOWNLOAD, content, shop),
        CREODIAS_DOWNLOAD: Download(CREODIAS_DOWNLOAD, [creodias, own], content, shop),
    }
