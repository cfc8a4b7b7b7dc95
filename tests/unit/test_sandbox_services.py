"""What the sandbox's services hold and how they search: the things that the recordings cannot show."""

from __future__ import annotations

import datetime
import time
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.sandbox import Sandbox

pytest_plugins = "tests.sandbox.pytest_plugin"

EARTH_SEARCH = "https://earth-search.aws.element84.com/v1"
SITE = "https://planetarycomputer.microsoft.com"
PLANETARY_COMPUTER = f"{SITE}/api/stac/v1"
DATA_SPACE = "https://stac.dataspace.copernicus.eu/v1"
ODATA = "https://catalogue.dataspace.copernicus.eu/odata/v1"
BUCKET = "https://eodata.dataspace.copernicus.eu/eodata"
IRELAND = [-11, 51, -5, 56]
AUTUMN = "2022-08-01T00:00:00Z/2022-11-30T23:59:59Z"
S2 = {"collections": ["sentinel-2-l2a"], "bbox": IRELAND, "datetime": AUTUMN, "limit": 500}


def search(client, root, **words):
    answer = client.post(f"{root}/search", json=words)
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(page):
    return [item["id"] for item in page["features"]]


def filtered(client, expression, **words):
    """CQL2 by the method that carries it: text by GET, JSON by POST."""
    if not isinstance(expression, str):
        return search(client, PLANETARY_COMPUTER, **words, filter=expression, **{"filter-lang": "cql2-json"})
    parameters = {
        name: ",".join(map(str, value)) if isinstance(value, list) else value for name, value in words.items()
    }
    parameters.update({"filter": expression, "filter-lang": "cql2-text"})
    answer = client.get(f"{PLANETARY_COMPUTER}/search", params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def next_body(page):
    return next((link["body"] for link in page["links"] if link["rel"] == "next"), None)


class TestContent:
    def test_both_hold_the_same_products_but_for_a_few(self, client):
        here, there = search(client, EARTH_SEARCH, **S2), search(client, PLANETARY_COMPUTER, **S2)
        ours, theirs = ({item["properties"]["s2:product_uri"] for item in page["features"]} for page in (here, there))
        assert (len(ours), len(theirs)) == (70, 66)
        assert theirs < ours
        clouds = [item["properties"]["eo:cloud_cover"] for item in here["features"]]
        assert min(clouds) < 5
        assert max(clouds) > 95
        assert {item["properties"]["grid:code"] for item in here["features"]} == {
            "MGRS-29UNU",
            "MGRS-29UMU",
            "MGRS-29UNT",
            "MGRS-29UMT",
        }
        assert {item["properties"]["sat:relative_orbit"] for item in there["features"]} == {23, 123}

    def test_the_real_product_is_at_both(self, client):
        words = {**S2, "query": {"s2:product_uri": {"startsWith": "S2A_MSIL2A_20221005T115411_N0400_R023_T29UNU"}}}
        assert ids(search(client, EARTH_SEARCH, **words)) == ["S2A_29UNU_20221005_0_L2A"]
        there = search(client, PLANETARY_COMPUTER, **words)
        assert ids(there) == ["S2A_MSIL2A_20221005T115411_R023_T29UNU_20221005T164454"]
        assert there["features"][0]["properties"]["eo:cloud_cover"] == 59.769726

    def test_the_last_thirty_days_are_never_empty(self, client):
        days = "2026-10-23T00:00:00Z/2026-11-22T23:59:59Z"
        for root in (EARTH_SEARCH, PLANETARY_COMPUTER):
            assert len(search(client, root, **{**S2, "datetime": days})["features"]) > 20

    def test_recent_items_roll_with_the_day(self):
        import requests

        with Sandbox.start() as sandbox, requests.Session() as session:
            session.trust_env = False
            session.proxies, session.verify = {"https": sandbox.proxy_url}, str(sandbox.ca_pem)
            now = datetime.datetime.now(datetime.timezone.utc)
            week = f"{now - datetime.timedelta(days=7):%Y-%m-%dT%H:%M:%SZ}/{now:%Y-%m-%dT%H:%M:%SZ}"
            assert search(session, EARTH_SEARCH, **{**S2, "datetime": week})["features"]

    def test_heights_and_radar(self, client):
        for root in (EARTH_SEARCH, PLANETARY_COMPUTER):
            found = ids(search(client, root, collections=["cop-dem-glo-30"], bbox=[-8.9, 52.1, -8.1, 52.9], limit=50))
            assert found == ["Copernicus_DSM_COG_10_N52_00_W009_00_DEM"]
        radar = search(client, EARTH_SEARCH, collections=["sentinel-1-grd"], bbox=IRELAND)
        assert {item["properties"]["sat:orbit_state"] for item in radar["features"]} == {"ascending", "descending"}

    def test_items_at_the_antimeridian(self, client):
        fiji = [176, -19, -178, -16]
        here = search(client, EARTH_SEARCH, collections=["sentinel-2-l2a"], bbox=fiji, limit=50)
        crossing = [item for item in here["features"] if item["geometry"]["type"] == "MultiPolygon"]
        assert crossing
        west, _, east, _ = crossing[0]["bbox"]
        assert west > 170
        assert east < -170
        there = search(client, PLANETARY_COMPUTER, collections=["sentinel-2-l2a"], bbox=fiji, limit=50)
        assert len(there["features"]) == len(here["features"])
        north = search(client, EARTH_SEARCH, collections=["sentinel-2-l2a"], bbox=[-180, 75, 180, 90])
        assert north["features"]


class TestEarthSearch:
    def test_pages_hold_everything_once(self, client):
        page = search(client, EARTH_SEARCH, **{**S2, "limit": 30})
        sizes, seen = [len(page["features"])], ids(page)
        while body := next_body(page):
            page = search(client, EARTH_SEARCH, **body)
            sizes.append(len(page["features"]))
            seen += ids(page)
        assert sizes == [30, 30, 10, 0]
        assert len(seen) == len(set(seen)) == 70
        assert page["numberMatched"] == 70

    def test_pages_by_get(self, client):
        address = f"{EARTH_SEARCH}/search?collections=sentinel-2-l2a&bbox=-11,51,-5,56&datetime={AUTUMN}&limit=40"
        seen = []
        while address:
            page = client.get(address).json()
            seen += ids(page)
            address = next((link["href"] for link in page["links"] if link["rel"] == "next"), None)
        assert len(set(seen)) == len(seen) == 70
        items = client.get(f"{EARTH_SEARCH}/collections/cop-dem-glo-90/items?limit=3").json()
        following = next(link["href"] for link in items["links"] if link["rel"] == "next")
        assert following.startswith(f"{EARTH_SEARCH}/collections/cop-dem-glo-90/items?")
        assert not set(ids(items)) & set(ids(client.get(following).json()))

    def test_default_and_largest_limits(self, client):
        assert len(search(client, EARTH_SEARCH, collections=["sentinel-2-l2a"])["features"]) == 10
        too_many = client.post(f"{EARTH_SEARCH}/search", json={"limit": 5000})
        assert too_many.status_code == 502

    def test_sort_query_and_area(self, client):
        words = {
            **S2,
            "query": {"eo:cloud_cover": {"gte": 10, "lt": 60}},
            "sortby": [{"field": "properties.eo:cloud_cover", "direction": "asc"}],
        }
        del words["bbox"]
        words["intersects"] = {
            "type": "Polygon",
            "coordinates": [[[-8.6, 52.4], [-8.3, 52.4], [-8.3, 52.7], [-8.6, 52.7], [-8.6, 52.4]]],
        }
        found = search(client, EARTH_SEARCH, **words)["features"]
        clouds = [item["properties"]["eo:cloud_cover"] for item in found]
        assert found
        assert clouds == sorted(clouds)
        assert min(clouds) >= 10
        assert max(clouds) < 60
        by_get = client.get(
            f"{EARTH_SEARCH}/search?collections=sentinel-2-l2a&datetime={AUTUMN}&bbox=-11,51,-5,56&limit=500"
            "&sortby=-properties.eo:cloud_cover&fields=id,properties.eo:cloud_cover,-links,-assets,-geometry"
        ).json()["features"]
        assert len(by_get) == 70
        assert set(by_get[0]["properties"]) == {"datetime", "eo:cloud_cover"}
        assert by_get[0]["properties"]["eo:cloud_cover"] > by_get[-1]["properties"]["eo:cloud_cover"]

    @pytest.mark.parametrize(
        "words",
        [
            {"bbox": [1, 2, 3]},
            {"datetime": "yesterday"},
            {"datetime": "2022-02-01/2022-01-01"},
            {"limit": 0},
            {"bbox": [0, 0, 1, 1], "intersects": {"type": "Point", "coordinates": [0, 0]}},
            {"query": {"eo:cloud_cover": {"about": 5}}},
            {"next": "nonsense"},
        ],
    )
    def test_bad_searches(self, client, words):
        answer = client.post(f"{EARTH_SEARCH}/search", json=words)
        assert answer.status_code == 400
        assert answer.json()["code"] == "BadRequest"

    def test_counting_by_aggregation(self, client):
        page = client.get(
            f"{EARTH_SEARCH}/aggregate?aggregations=total_count&collections=sentinel-2-l2a"
            f"&bbox=-11,51,-5,56&datetime={AUTUMN}"
        ).json()
        assert page["aggregations"] == [{"name": "total_count", "data_type": "integer", "value": 70}]

    def test_thumbnail_link_leads_to_the_picture(self, client):
        item = client.get(f"{EARTH_SEARCH}/collections/sentinel-2-l2a/items/S2A_29UNU_20221005_0_L2A").json()
        link = next(link["href"] for link in item["links"] if link["rel"] == "thumbnail")
        answer = client.get(link)
        assert answer.url == item["assets"]["thumbnail"]["href"]
        assert answer.content[:3] == b"\xff\xd8\xff"


class TestPlanetaryComputer:
    @pytest.mark.parametrize(
        "expression",
        [
            "eo:cloud_cover <= 30 AND platform = 'Sentinel-2A'",
            "\"eo:cloud_cover\" BETWEEN 0 AND 30 AND NOT platform = 'Sentinel-2B'",
            "(eo:cloud_cover < 30 OR eo:cloud_cover = 30) AND platform IN ('Sentinel-2A', 'Sentinel-2X')",
            {
                "op": "and",
                "args": [
                    {"op": "<=", "args": [{"property": "eo:cloud_cover"}, 30]},
                    {"op": "in", "args": [{"property": "platform"}, ["Sentinel-2A"]]},
                ],
            },
            {
                "op": "and",
                "args": [
                    {"op": "not", "args": [{"op": ">", "args": [{"property": "eo:cloud_cover"}, 30]}]},
                    {"op": "=", "args": [{"property": "platform"}, "Sentinel-2A"]},
                ],
            },
        ],
    )
    def test_filters(self, client, expression):
        found = filtered(client, expression, **S2)["features"]
        plain = search(client, PLANETARY_COMPUTER, **S2)["features"]
        expected = [
            item["id"]
            for item in plain
            if item["properties"]["eo:cloud_cover"] <= 30 and item["properties"]["platform"] == "Sentinel-2A"
        ]
        assert [item["id"] for item in found] == expected
        assert 0 < len(expected) < len(plain)

    def test_spatial_filters(self, client):
        square = "POLYGON((-8.6 52.4, -8.3 52.4, -8.3 52.7, -8.6 52.7, -8.6 52.4))"
        polygon = {
            "type": "Polygon",
            "coordinates": [[[-8.6, 52.4], [-8.3, 52.4], [-8.3, 52.7], [-8.6, 52.7], [-8.6, 52.4]]],
        }
        base = {"collections": ["sentinel-2-l2a"], "datetime": AUTUMN, "limit": 500}
        by_text = filtered(client, f"s_intersects(geometry, {square})", **base)
        by_json = filtered(client, {"op": "s_intersects", "args": [{"property": "geometry"}, polygon]}, **base)
        plain = search(client, PLANETARY_COMPUTER, **base, intersects=polygon)
        assert ids(by_text) == ids(by_json) == ids(plain) != []

    def test_bad_filter_and_limit(self, client):
        for words in (
            {"filter": "eo:cloud_cover < 5", "filter-lang": "cql2-text"},  # text comes by GET only
            {"filter": {"op": "dance", "args": []}},
            {"limit": 1001},
        ):
            assert client.post(f"{PLANETARY_COMPUTER}/search", json=words).status_code == 400
        assert client.get(f"{PLANETARY_COMPUTER}/search", params={"filter": "eo:cloud_cover <"}).status_code == 400

    def test_no_count_and_a_bigger_default(self, client):
        page = search(client, PLANETARY_COMPUTER, collections=["sentinel-2-l2a"], bbox=IRELAND)
        assert "numberMatched" not in page
        assert len(page["features"]) > 100
        assert next_body(page) is None

    def test_signed_files(self, client):
        href = search(client, PLANETARY_COMPUTER, **S2)["features"][0]["assets"]["product-metadata"]["href"]
        closed = client.get(href)
        assert (closed.status_code, "<Code>ResourceNotFound</Code>" in closed.text) == (404, True)
        signed = client.get(f"{SITE}/api/sas/v1/sign", params={"href": href}).json()
        expiry = datetime.datetime.fromisoformat(signed["msft:expiry"].replace("Z", "+00:00")).timestamp()
        assert 2000 < expiry - time.time() < 4000
        assert client.get(signed["href"]).status_code == 200
        assert client.head(signed["href"]).headers["Content-Length"] == str(len(client.get(signed["href"]).content))
        for where in ("sentinel-2-l2a", "sentinel2l2a01/sentinel2-l2"):
            token = client.get(f"{SITE}/api/sas/v1/token/{where}").json()["token"]
            assert client.get(f"{href}?{token}").status_code == 200
        other = client.get(f"{SITE}/api/sas/v1/token/cop-dem-glo-30").json()["token"]
        assert client.get(f"{href}?{other}").status_code == 403
        assert "sig" in parse_qs(urlsplit(signed["href"]).query)
        assert client.get(f"{SITE}/api/sas/v1/token/nothing").status_code == 404

    def test_signatures_end(self):
        import requests

        with Sandbox.start(signature_lifetime=1) as sandbox, requests.Session() as session:
            session.trust_env = False
            session.proxies, session.verify = {"https": sandbox.proxy_url}, str(sandbox.ca_pem)
            href = search(session, PLANETARY_COMPUTER, **S2)["features"][0]["assets"]["product-metadata"]["href"]
            signed = session.get(f"{SITE}/api/sas/v1/sign", params={"href": href}).json()["href"]
            assert session.get(signed).status_code == 200
            time.sleep(2.1)
            answer = session.get(signed)
            assert (answer.status_code, "AuthenticationFailed" in answer.text) == (403, True)

    def test_preview(self, client):
        item = search(client, PLANETARY_COMPUTER, **S2)["features"][0]
        picture = client.get(item["assets"]["rendered_preview"]["href"])
        assert (picture.status_code, picture.headers["Content-Type"]) == (200, "image/png")
        assert picture.content[:8] == b"\x89PNG\r\n\x1a\n"
        assert client.get(item["assets"]["tilejson"]["href"]).json()["tilejson"] == "2.2.0"


class TestFiles:
    def test_images_by_every_name_of_their_bucket(self, client):
        path = "sentinel-s2-l2a-cogs/29/U/NU/2022/10/S2A_29UNU_20221005_0_L2A/SCL.tif"
        answers = [
            client.get(f"https://sentinel-cogs.s3{region}.amazonaws.com/{path}") for region in ("", ".us-west-2")
        ]
        assert answers[0].content == answers[1].content
        assert answers[0].content[:4] == b"II*\x00"
        assert answers[0].headers["ETag"]
        part = client.get(answers[0].url, headers={"Range": "bytes=0-16383"})
        assert (part.status_code, part.content) == (206, answers[0].content[:16384])

    def test_heights_are_at_the_public_buckets(self, client):
        name = "Copernicus_DSM_COG_10_N52_00_W009_00_DEM"
        for region in ("", ".eu-central-1"):
            address = f"https://copernicus-dem-30m.s3{region}.amazonaws.com/{name}/{name}.tif"
            assert int(client.head(address).headers["Content-Length"]) > 100_000

    def test_what_is_not_there(self, client):
        missing = client.get("https://sentinel-cogs.s3.us-west-2.amazonaws.com/no/such.tif")
        assert (missing.status_code, "<Code>NoSuchKey</Code>" in missing.text) == (404, True)
        closed = client.get("https://sentinel-s2-l2a.s3.amazonaws.com/tiles/29/U/NU/2022/10/5/0/R10m/B04.jp2")
        assert (closed.status_code, "<Code>AccessDenied</Code>" in closed.text) == (403, True)

    def test_every_image_of_an_item_is_there(self, client):
        own = client.get(f"{EARTH_SEARCH}/collections/sentinel-2-l2a/items/S2A_29UNU_20221005_0_L2A").json()
        hrefs = [asset["href"] for asset in own["assets"].values() if asset["href"].startswith("https://")]
        assert len(hrefs) > 15
        assert [href for href in hrefs if client.head(href).status_code != 200] == []

    def test_every_host_that_an_item_names_is_in_the_box(self, client, sandbox):
        known = set(sandbox.hosts())
        for root in (EARTH_SEARCH, PLANETARY_COMPUTER):
            everything = search(client, root, limit=1000)["features"]
            hrefs = [asset["href"] for item in everything for asset in item["assets"].values()]
            hosts = {urlsplit(href).hostname for href in hrefs if href.startswith("https://")}
            buckets = {f"{urlsplit(href).hostname}.s3.amazonaws.com" for href in hrefs if href.startswith("s3://")}
            assert len(everything) > 100
            assert (hosts | buckets) - known == set()

    def test_free_previews_of_the_tile_tree(self, client):
        tile = "https://roda.sentinel-hub.com/sentinel-s2-l2a/tiles/29/U/NU/2022/10/5/0"
        assert client.get(f"{tile}/preview.jpg").content[:3] == b"\xff\xd8\xff"
        assert client.get(f"{tile}/tileInfo.json").json()["utmZone"] == 29
        assert client.get(f"{tile}/B04.jp2").status_code == 404


class TestDataSpace:
    def test_it_tells_of_the_same_products_as_odata(self, client):
        page = search(client, DATA_SPACE, **S2)
        rows = "Collection/Name eq 'SENTINEL-2' and contains(Name,'MSIL2A') and ContentDate/Start gt 2022-08-01 and "
        parameters = {"$filter": f"{rows}ContentDate/Start lt 2022-12-01 and contains(Name,'_T29U')", "$top": "500"}
        listed = client.get(f"{ODATA}/Products", params=parameters).json()["value"]
        products = {row["Name"].rpartition(".")[0]: row for row in listed}
        assert len(page["features"]) == 70
        assert set(products) == set(ids(page))
        for item in page["features"]:
            row, assets = products[item["id"]], item["assets"]
            assert f"/Products({row['Id']})/$value" in assets["Product"]["href"]
            assert assets["Product"]["file:size"] == row["ContentLength"]
            assert assets["safe_manifest"]["href"] == f"s3:/{row['S3Path']}/manifest.safe"

    def test_pages_hold_everything_once(self, client):
        page = search(client, DATA_SPACE, **{**S2, "limit": 30})
        sizes, seen = [page["numberReturned"]], ids(page)
        while body := next_body(page):
            page = search(client, DATA_SPACE, **body)
            sizes.append(page["numberReturned"])
            seen += ids(page)
        assert sizes == [30, 30, 10]
        assert len(set(seen)) == 70
        assert "numberMatched" not in page
        assert len(ids(search(client, DATA_SPACE, collections=["sentinel-2-l2a"]))) == 12
        assert client.post(f"{DATA_SPACE}/search", json={"limit": 1001}).status_code == 400

    def test_filters(self, client):
        clear = {"op": "<=", "args": [{"property": "eo:cloud_cover"}, 30]}
        words = {**S2, "filter": clear, "filter-lang": "cql2-json"}
        found = search(client, DATA_SPACE, **words, sortby=[{"field": "eo:cloud_cover", "direction": "asc"}])
        clouds = [item["properties"]["eo:cloud_cover"] for item in found["features"]]
        assert 0 < len(clouds) < 70
        assert clouds == sorted(clouds)
        assert clouds[-1] <= 30
        by_query = search(client, DATA_SPACE, **S2, query={"eo:cloud_cover": {"lte": 30}})
        assert sorted(ids(by_query)) == sorted(ids(found))
        both = client.post(f"{DATA_SPACE}/search", json={**S2, "intersects": {"type": "Point", "coordinates": [0, 0]}})
        assert (both.status_code, both.json()["detail"][0]["type"]) == (400, "value_error")
        bad = client.get(f"{DATA_SPACE}/search", params={"filter": "eo:cloud_cover <"})
        assert (bad.status_code, bad.json()["detail"][:14]) == (400, "Invalid filter")

    def test_collections_come_in_pages(self, client):
        seen, address = [], f"{DATA_SPACE}/collections"
        while address:
            page = client.get(address).json()
            seen += [one["id"] for one in page["collections"]]
            address = next((link["href"] for link in page["links"] if link["rel"] == "next"), None)
        assert len(seen) == len(set(seen)) == page["numberMatched"] > 30
        assert {"sentinel-1-grd", "sentinel-2-l2a", "sentinel-5p-l2-no2-offl", "ccm-optical"} <= set(seen)
        assert len(client.get(f"{DATA_SPACE}/collections?limit=200").json()["collections"]) == len(seen)
        radar = client.get(f"{DATA_SPACE}/collections?q=no2").json()["collections"]
        assert {one["id"] for one in radar} == {"sentinel-5p-l2-no2-nrti", "sentinel-5p-l2-no2-offl"}

    def test_five_questions_a_second(self, client, sandbox):
        host = urlsplit(DATA_SPACE).hostname
        sandbox.tell(host, requests_per_second=5)
        answers = [client.get(f"{DATA_SPACE}/conformance") for _ in range(6)]
        sandbox.tell(host, requests_per_second=0)
        assert [answer.status_code for answer in answers] == [200] * 5 + [429]
        assert answers[-1].headers["Retry-After"] == "2"
        assert client.get(f"{DATA_SPACE}/conformance").status_code == 200

    def test_every_host_that_an_item_names_is_in_the_box(self, client, sandbox):
        known = set(sandbox.hosts())
        everything = search(client, DATA_SPACE, limit=1000)["features"]
        assert len({item["collection"] for item in everything}) > 20
        assets = [asset for item in everything for asset in item["assets"].values()]
        assets += [other for asset in assets for other in asset.get("alternate", {}).values()]
        hosts = {urlsplit(asset["href"]).hostname for asset in assets if asset["href"].startswith("https://")}
        assert hosts - known == set()
        assert {urlsplit(asset["href"]).hostname for asset in assets if asset["href"].startswith("s3:")} == {"eodata"}

    def test_the_bucket_wants_a_signature(self, client):
        for address in (BUCKET, f"{BUCKET}/?prefix=Sentinel-2", f"{BUCKET}/Sentinel-2/any"):
            answer = client.get(address)
            assert (answer.status_code, "<Code>AccessDenied</Code>" in answer.text) == (403, True)


class TestBulk:
    def test_ten_thousand_in_the_pacific(self):
        import requests

        with Sandbox.start(bulk=10_000) as sandbox, requests.Session() as session:
            session.trust_env = False
            session.proxies, session.verify = {"https": sandbox.proxy_url}, str(sandbox.ca_pem)
            for root in (EARTH_SEARCH, PLANETARY_COMPUTER):
                body = {"collections": ["sentinel-2-l2a"], "bbox": [-150, -30, -130, -10], "limit": 1000}
                seen = []
                while body and len(seen) < 2000:
                    page = search(session, root, **body)
                    seen += ids(page)
                    body = next_body(page)
                item = page["features"][0]
                assert item["id"] in item["links"][0]["href"] + item["links"][3]["href"]
                assert len(item["assets"]) > 15
                assert len(set(seen)) == 2000
                if "numberMatched" in page:
                    assert page["numberMatched"] == 10_000
                clear = {"bbox": [-150, -30, -130, -10], "limit": 1000, "query": {"eo:cloud_cover": {"lt": 5}}}
                clouds = [one["properties"]["eo:cloud_cover"] for one in search(session, root, **clear)["features"]]
                assert 400 < len(clouds) < 600
                assert max(clouds) < 5
                small = {"bbox": [-140, -20, -139, -19], "limit": 1000}
                assert 0 < len(search(session, root, **small)["features"]) < 1000
