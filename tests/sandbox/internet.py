"""Every host name of the sandbox and what answers there. A new service is one module and a line here."""

from __future__ import annotations

from collections.abc import Mapping

from tests.sandbox.content.catalogue import Catalogue
from tests.sandbox.content.cdse import CdseContent
from tests.sandbox.hosts import earth_search, files, planetary_computer, roda, stores
from tests.sandbox.hosts.cdse import identity, s3, services, stac
from tests.sandbox.hosts.signatures import Signatures
from tests.sandbox.http import Handler
from tests.sandbox.rasters.shop import RasterShop
from tests.sandbox.safe.shop import SafeShop
from tests.sandbox.settings import Settings


def build_hosts(settings: Settings) -> Mapping[str, Handler]:
    catalogue = Catalogue(settings)
    signatures = Signatures(settings.signature_lifetime)
    shop = RasterShop(settings, catalogue.documents())
    realms = identity.realms(settings.recordings)
    cdse_content, safe_shop = CdseContent(settings), SafeShop(settings)
    hosts: dict[str, Handler] = {
        **realms,
        **services.odata(cdse_content, safe_shop, realms),
        stac.NAME: stac.StacOfTheDataSpace(cdse_content, safe_shop),
        s3.NAME: s3.EodataBucket(cdse_content, safe_shop),
        earth_search.NAME: earth_search.EarthSearch(
            catalogue.earth_search, catalogue.earth_search_landing, catalogue.earth_search_collections
        ),
        planetary_computer.NAME: planetary_computer.PlanetaryComputer(
            catalogue.planetary_computer,
            catalogue.planetary_computer_landing,
            catalogue.planetary_computer_collections,
            signatures,
            shop,
        ),
        files.NAME: files.files,
        roda.NAME: roda.Roda(catalogue.earth_search, shop),
    }
    for bucket, region in stores.OPEN_BUCKETS.items():
        hosts.update(dict.fromkeys(stores.bucket_hosts(bucket, region), stores.Bucket(bucket, shop)))
    for bucket, region in stores.REQUESTER_PAYS.items():
        hosts.update(dict.fromkeys(stores.bucket_hosts(bucket, region), stores.ClosedBucket()))
    for account in sorted(shop.azure_accounts()):
        hosts[f"{account}.blob.core.windows.net"] = stores.BlobAccount(account, signatures, shop)
    return hosts
