"""One product in detail: its facts, its files with ticks, its sources, and what can be asked for from there."""

from __future__ import annotations

import dataclasses

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest

from copernicus_plugin.gui.results_tab.model import Column
from copernicus_plugin.host.accounts import AccountState
from copernicus_plugin.model.access_point import Endpoint, State, Status
from copernicus_plugin.model.collection import FilePattern
from copernicus_plugin.model.download import Download, DownloadRequest, DownloadState
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Asset, Band, Verification
from tests.qgis.gui_results.invented import DATA_SPACE, QUERY, sentinel, with_places
from tests.qgis.gui_results.shown import Heard, click, press, show, wait_until

WHOLE = Asset(
    "Product",
    "https://zipper.example.org/odata/v1/Products(1)/$value",
    "application/zip",
    roles=("data", "archive"),
    size=790_000_000,
    verification=Verification.ARCHIVE,
)
ORDER_LINK = "https://dataspace.example.org/workspace"


def band(name, common_name):
    return Asset(
        f"{name}_10m",
        f"https://zipper.example.org/Nodes({name}.jp2)/$value",
        "image/jp2",
        f"{name}, 10 m",
        ("data",),
        98_000_000,
        bands=(Band(name, common_name),),
        local_path=f"GRANULE/L2A/IMG_DATA/R10m/{name}_10m.jp2",
    )


def whole_product(number=0, place="space", **properties):
    return dataclasses.replace(sentinel(number, place, **properties), assets={"Product": WHOLE})


def with_files(product):
    named = [("B02", "blue"), ("B03", "green"), ("B04", "red"), ("B08", "nir")]
    tci = Asset(
        "TCI_10m", "https://zipper.example.org/TCI.jp2", "image/jp2", "True colour, 10 m", ("visual",), 139_000_000
    )
    metadata = Asset("metadata", "https://zipper.example.org/MTD.xml", "application/xml", "Metadata", ("metadata",))
    files = {asset.key: asset for asset in (tci, *(band(*one) for one in named), metadata)}
    return dataclasses.replace(product, assets={**product.assets, **files})


@pytest.fixture
def tab(results, services):
    """The Results tab with places of its own, whose products have files to name."""
    with_places(services)
    registry = services.registry
    collection = registry.collections["sentinel-2-l2a"]
    files = (FilePattern(r"(?P<band>B\d\d)_10m\.jp2$", "{band}_10m"),)
    collections = {**registry.collections, collection.id: dataclasses.replace(collection, files=files)}
    services.__dict__["registry"] = dataclasses.replace(registry, collections=collections)
    return results


def change_place(services, **changes):
    registry = services.registry
    places = {**registry.access_points, "space": dataclasses.replace(DATA_SPACE, **changes)}
    services.__dict__["registry"] = dataclasses.replace(registry, access_points=places)


def listed(tab, *products, width=380):
    show(tab, width, 760)
    tab.begin(QUERY, ["space"])
    tab.add_products(list(products))
    tab.view.setFocus()
    tab.view.select_keys([tab.model.shown[0].key])
    return tab


def open_details(tab):
    press(tab.view, Qt.Key.Key_Return)
    assert tab.preview.assets.isVisible()
    return tab.preview


def top_lines(tree):
    return [tree.topLevelItem(at).text(0) for at in range(tree.topLevelItemCount())]


@pytest.mark.parametrize("width", [320, 380, 1100])
def test_all_that_is_known_is_said_and_nothing_is_wider_than_the_dock(tab, width):
    product = with_files(
        whole_product(
            **{
                "sat:orbit_state": "descending",
                "sat:absolute_orbit": 38012,
                "product:type": "S2MSI2A",
                "product:timeliness": "NRT",
                "published": "2026-10-31T18:20:11Z",
            }
        )
    )
    preview = open_details(listed(tab, product, width=width))
    assert tab.width() == width
    told = {**preview.facts.texts(), **preview.more_facts.texts()}
    assert told == {
        "Acquired": "2026-10-31 11:43 UTC",
        "Cloud": "11 %",
        "Covers": "64 % of area",
        "Baseline": "05.12",
        "Platform": "Sentinel-2A",
        "Tile": "T29UNU",
        "Orbit": "R123, descending, absolute 38012",
        "Type": "S2MSI2A",
        "Level": "L2A",
        "Timeliness": "NRT",
        "Resolution": "10 m",
        "Size": "0.79 GB",
        "Availability": "online",
        "Published": "2026-10-31 18:20 UTC",
    }
    for note, label in (*preview.facts._labels, *preview.more_facts._labels):
        needed = label.fontMetrics().horizontalAdvance(label.text())
        assert label.wordWrap() or label.width() >= needed, (note.text(), label.width(), needed)
    click(preview.copy_id)
    assert QGuiApplication.clipboard().text() == product.id
    press(preview.assets, Qt.Key.Key_Escape)
    assert tab.view.hasFocus()


def test_the_files_are_grouped_and_ticked_by_keys(tab):
    preview = open_details(listed(tab, with_files(whole_product())))
    assets = preview.assets
    assert top_lines(assets) == ["True colour, 10 m", "Bands (4)", "Whole product", "Other files (1)"]
    bands = next(assets.topLevelItem(at) for at in range(4) if assets.topLevelItem(at).text(0) == "Bands (4)")
    assert [bands.text(1), bands.text(2)] == ["JP2", "392 MB"]
    ticked = {asset.key for asset in assets.ticked()}
    for key in ticked:
        assets.item_of(key).setCheckState(0, Qt.CheckState.Unchecked)
    assert assets.ticked() == ()
    assert not preview.load.isEnabled()
    loads, downloads = Heard(tab.assetsLoadRequested), Heard(tab.assetsDownloadRequested)
    assets.setFocus()
    assets.setCurrentItem(bands)
    press(assets, Qt.Key.Key_D)
    assert downloads == []
    before = assets.height()
    press(assets, Qt.Key.Key_Right)
    assert bands.isExpanded()
    assert assets.height() > before
    press(assets, Qt.Key.Key_Down)
    press(assets, Qt.Key.Key_Space)
    assert bands.checkState(0) == Qt.CheckState.PartiallyChecked
    press(assets, Qt.Key.Key_L)
    click(preview.download)
    product = tab.model.shown[0].product
    assert loads == [(product, (product.assets["B02_10m"],))]
    assert downloads == loads
    bands.setCheckState(0, Qt.CheckState.Checked)
    press(assets, Qt.Key.Key_D)
    assert [asset.key for asset in downloads[-1][1]] == ["B02_10m", "B03_10m", "B04_10m", "B08_10m"]


def test_files_are_listed_on_demand_and_a_failure_is_told_in_place(tab):
    product = whole_product()
    preview = open_details(listed(tab, product, sentinel(3, "space")))
    assert top_lines(preview.assets) == ["Whole product"]
    asked = Heard(tab.detailsRequested)
    preview.list_files.setFocus()
    click(preview.list_files)
    assert asked == [product]
    assert preview.assets.hasFocus(), "the pressed link is gone; what it asked for comes there"
    assert preview.ring.isVisible()
    assert preview.listing.text() == "Asking for its files…"
    assert not preview.list_files.isVisible()
    tab.fail_details(product, AccessError(ErrorKind.NETWORK_FAULT, Reason.TIMEOUT, {"seconds": 20}))
    assert not preview.ring.isVisible()
    assert preview.message.isVisible()
    assert "Data Space" in preview.message.text
    assert "did not answer within 20 s." in preview.message.text
    click(preview.message.link("Retry"))
    assert asked == [product, product]
    assert not preview.message.isVisible()
    tab.set_details(with_files(product))
    assert not preview.ring.isVisible()
    assert "Bands (4)" in top_lines(preview.assets)
    assert not preview.list_files.isVisible()
    row = tab.model.row(product.key)
    assert row.size == 790_000_000
    assert tab.model.text(row, Column.SIZE) == "0.79 GB"


def test_a_product_without_files_to_list_says_so(tab):
    product = whole_product()
    preview = open_details(listed(tab, product))
    click(preview.list_files)
    tab.set_details(product)
    assert preview.message.text == "The access point lists no single files of this product."
    assert not preview.list_files.isVisible()


def test_listing_that_needs_an_account_leads_to_it(tab):
    product = whole_product()
    preview = open_details(listed(tab, product))
    wanted = Heard(tab.accountRequested)
    click(preview.list_files)
    tab.fail_details(product, AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.CODE_NEEDED, {"access_point": "space"}))
    click(preview.message.link("Type the code"))
    assert wanted == [("space", "type_code")]


@pytest.mark.parametrize(
    ("state", "use", "why"),
    [
        (AccountState.MISSING, "add account…", "add_account"),
        (AccountState.LOCKED, "unlock accounts", "unlock_accounts"),
        (AccountState.REFUSED, "check account…", "check_account"),
        (AccountState.SET, "download", ""),
    ],
)
def test_a_source_says_what_it_wants_and_leads_there(tab, services, monkeypatch, state, use, why):
    monkeypatch.setattr(services.accounts.store, "state", lambda place: state)
    preview = open_details(listed(tab, whole_product(0, "mirror")))
    (line,) = preview.sources.lines()
    assert (line.title, line.use) == ("Mirror", use)
    wanted = Heard(tab.accountRequested)
    preview.sources.setFocus()
    preview.sources.setCurrentItem(preview.sources.topLevelItem(0))
    press(preview.sources, Qt.Key.Key_Return)
    place = preview.sources.visualItemRect(preview.sources.topLevelItem(0))
    place.setLeft(preview.sources.header().sectionViewportPosition(1) + 4)
    click(preview.sources.viewport(), place.topLeft() + (place.center() - place.topLeft()) / 8)
    assert wanted == ([("space", why)] * 2 if why else [])
    monkeypatch.setattr(services.accounts.store, "state", lambda place: AccountState.SET)
    services.accounts.store.changed.emit("space")
    wait_until(lambda: preview.sources.lines()[0].use == "download")


def test_several_sources_are_counted(tab):
    listed(tab, whole_product(), width=1100)
    tab.model.shown[0].sources.append("earth_search")
    tab.refresh_accounts()
    assert tab.preview.sources.headerItem().text(0) == "Sources (2)"
    assert [line.title for line in tab.preview.sources.lines()] == ["Data Space", "Earth Search (AWS)"]


def test_what_lies_in_the_archive_is_ordered_where_that_is_done(tab, services):
    endpoint = Endpoint("csc_odata", sentinel(0).endpoint, dialect={"order_link": ORDER_LINK})
    change_place(services, endpoints=(endpoint,))
    product = whole_product(**{"order:status": "orderable"})
    listed(tab, product, sentinel(3, "space"))
    assert "order first" in tab.model.spoken(0)
    links = Heard(tab.linkRequested)
    assert tab.footer.order.isVisible()
    assert not tab.footer.download.isVisible()
    assert not tab.footer.load.isEnabled()
    press(tab.view, Qt.Key.Key_O)
    click(tab.footer.order)
    tab._update_menu()
    assert tab.menu.order.isVisible()
    preview = open_details(tab)
    assert not preview.load.isVisible()
    click(preview.order)
    assert preview.sources.lines()[0].use == "order first"
    assert links == [ORDER_LINK] * 3
    press(preview.assets, Qt.Key.Key_Escape)
    press(tab.view, Qt.Key.Key_End)
    press(tab.view, Qt.Key.Key_O)
    assert len(links) == 3
    assert tab.footer.download.isVisible()


def test_an_order_that_nobody_takes_says_where_the_product_is(tab):
    listed(tab, whole_product(**{"order:status": "orderable"}))
    press(tab.view, Qt.Key.Key_O)
    assert tab.notice.isVisible()
    assert "is in the archive of <b>Data Space</b>" in tab.notice.text


def test_availability_tells_eligibility_and_what_is_on_the_disk(tab, services):
    change_place(services, status=Status(State.RESTRICTED, "2023"))
    product = whole_product()
    listed(tab, product)
    assert "by eligibility" in tab.model.spoken(0)
    request = DownloadRequest(product, (WHOLE,), "/nowhere", "Product")
    services.downloads.changed.emit(Download("id", request, DownloadState.DONE))
    wait_until(lambda: "downloaded" in tab.model.spoken(0))
    tab.set_loaded([product.key])
    assert "loaded, selected" in tab.model.spoken(0)


def test_without_sizes_the_table_shows_something_else_instead(tab):
    bare = {key: dataclasses.replace(asset, size=None) for key, asset in sentinel(0).assets.items()}
    listed(tab, *(dataclasses.replace(sentinel(number), assets=bare) for number in range(3)), width=940)
    view = tab.view
    assert not view.cards
    assert view.isColumnHidden(Column.SIZE)
    assert not view.isColumnHidden(Column.PLATFORM)
    tab.add_products([sentinel(9)])
    assert not view.isColumnHidden(Column.SIZE)
    shown = [column for column in Column if not view.isColumnHidden(column)]
    assert sum(view.columnWidth(column) for column in shown) <= view.viewport().width()


def test_the_timeline_can_be_read_as_a_table_of_days(tab):
    listed(tab, *(sentinel(number) for number in range(12)))
    tab.footer.more.click()
    wait_until(tab.menu.isVisible)
    tab.menu.days.trigger()
    tab.menu.close()
    table = tab.days_page.table
    assert table.hasFocus()
    lines = [[table.topLevelItem(at).text(column) for column in range(4)] for at in range(3)]
    assert lines[0] == ["2026-11-01", "1", "17 %", "26 %"]
    spoken = table.topLevelItem(0).data(0, int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "1 November 2026, 1 product, cloud 17 per cent"
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Return)
    assert tab.view.hasFocus()
    wait_until(lambda: [row.date for row in tab.model.shown] == ["2026-10-31"])
    tab.menu.days.trigger()
    press(table, Qt.Key.Key_Escape)
    assert tab.view.isVisible()


def test_more_can_be_opened_without_a_selection(tab):
    listed(tab, sentinel(0))
    tab.view.clearSelection()
    QTest.qWait(1)
    assert tab.footer.more.isEnabled()
    tab._update_menu()
    assert not tab.menu.download.isEnabled()
    assert not tab.menu.order.isVisible()
    assert tab.menu.days.isEnabled()


def test_a_search_that_an_account_stops_leads_to_the_account(tab):
    from copernicus_plugin.search.events import AccessPointStatus, AskingState

    show(tab)
    tab.begin(QUERY, ["space", "earth_search"])
    error = AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.LOCKED, {"access_point": "space"})
    tab.set_status(AccessPointStatus("space", AskingState.FAILED, error=error))
    wanted = Heard(tab.accountRequested)
    click(tab.summary.message_of("space").link("Unlock accounts"))
    assert wanted == [("space", "unlock_accounts")]
