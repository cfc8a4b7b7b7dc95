"""What a file of an access point and ``collections.json`` may contain.

The texts explain each key to whoever writes such a file: they become the descriptions of the JSON Schemas in
``schema/`` and the tables of ``docs/access_point_files.md``.
"""

from __future__ import annotations

from copernicus_plugin.access_points.protocols import PROTOCOLS
from copernicus_plugin.access_points.specification import (
    Anything,
    Flag,
    ListOf,
    Number,
    Record,
    Row,
    Scalar,
    ScalarOrList,
    Specification,
    Table,
    Text,
    TextOr,
    TextOrTexts,
    Variant,
)
from copernicus_plugin.model.access_point import AccountKind, Group, State
from copernicus_plugin.model.collection import FilterKind, Theme

ID = r"[a-z0-9]+([_-][a-z0-9]+)*"
URL = r"https?://[^\s/?#@]+([/?#]\S*)?"
HOST = r"((\*\.)?([a-z0-9-]+\.)+[a-z0-9-]+|[a-z0-9-]+)"
DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
COLOUR = r"#[0-9a-fA-F]{6}"


def _id(about: str) -> Text:
    return Text(about, ID, shape="an id (small letters, digits, - and _)")


def _url(about: str) -> Text:
    return Text(about, URL, shape="an http or https address")


def _host(about: str) -> Text:
    return Text(about, HOST, shape="the name of a host, '*.' in front for its sub-domains (never for a whole '*.com')")


def _date(about: str) -> Text:
    return Text(about, DATE, shape="a date: 2023, 2023-10 or 2023-10-31")


def _texts(about: str, each: str, fewest: int = 0) -> ListOf:
    return ListOf(about, Text(each), fewest=fewest, unique=True)


def _by_host(about: str, of: Specification) -> Table:
    return Table(about, of, rf"({HOST}|\*)", "the name of a host, or * for every other host of the place")


STATUS = Record(
    "Whether the place can be used today.",
    {
        "state": Text(
            "`active`; `superseded` (its work is done by `successors`); `restricted` (to some users, see `rights`); "
            "`closed`.",
            choices=tuple(state.value for state in State),
        ),
        "since": _date("Since when it is in this state, or in service."),
        "until": _date("When it ended or will end."),
        "successors": ListOf(
            "Ids of the access points that took its place.", _id("Id of an access point."), unique=True
        ),
    },
    frozenset({"state"}),
)

LINKS = Record(
    "Addresses for people.",
    {
        "home": _url("The place's own page."),
        "register": _url("Where an account is made."),
        "help": _url("Help desk or documentation."),
        "training": _url("Courses and examples."),
        "licence": _url("Terms of use and licence."),
        "health": _url("Answers quickly where the place is up: what Test connection asks, or its status page."),
    },
)

_SENT_TO = ListOf(
    "Hosts that credentials may be sent to, and no others: also after a redirect.",
    _host("Name of a host."),
    fewest=1,
    unique=True,
)
_NEEDED_FOR = ListOf(
    "What does not work without an account; empty: everything does.",
    Text("`search` or `download`.", choices=("search", "download")),
    unique=True,
)
_ACCOUNT_KIND = Text("How the user is known to the place.", choices=tuple(kind.value for kind in AccountKind))

ACCOUNT = Variant(
    "The account that the place wants.",
    "kind",
    AccountKind.NONE.value,
    Record("No account.", {"kind": _ACCOUNT_KIND}, frozenset({"kind"})),
    Record(
        "An account; the keys beyond the first three are for the token flow of its kind.",
        {
            "kind": _ACCOUNT_KIND,
            "needed_for": _NEEDED_FOR,
            "sent_to": _SENT_TO,
            "of": _id("Id of the access point whose account is used here, with its issuer and its tokens."),
            "issuer": _url("Address of the OpenID Connect issuer, without `/.well-known/…`."),
            "token_url": _url("Address that gives tokens, where there is no issuer to ask."),
            "client_id": Text("Public name of the client at the issuer."),
            "scope": Text("Scopes to ask for, separated by spaces."),
            "header": Text("Header that carries the key, where it is not `Authorization`."),
            "one_time_code": Flag("Whether the place may ask for the code of an authenticator app."),
            "region": Text("Region of an S3 service."),
            "endpoint": _url("Address of an S3 service."),
        },
        frozenset({"kind", "needed_for", "sent_to"}),
    ),
)

LIMITS = Record(
    "What the operator asks of its clients, by host name.",
    {
        "connections": _by_host(
            "Most connections at the same time.", Number("Connections.", whole=True, minimum=1, maximum=64)
        ),
        "requests_per_second": _by_host(
            "Most requests in a second.", Number("Requests a second.", minimum=0.001, maximum=1000)
        ),
    },
)

_DERIVED = Record(
    "How one property is made of another: by `template`, or by `pattern` and `type`.",
    {
        "from": Text("The server's property."),
        "template": Text("`MGRS-{value}`: what is put round the value; turned back in filters."),
        "pattern": Text(
            "A regular expression that is looked for in the value; its first group is taken. Filters by such a "
            "property are not sent but applied here.",
            expression=True,
        ),
        "type": Text("What the group of `pattern` becomes.", choices=("string", "integer", "number")),
    },
    frozenset({"from"}),
)

_SIGNING = Record(
    "How the addresses of assets are signed before they are asked for.",
    {
        "kind": Text("`planetary_computer`: a token for each storage container.", choices=("planetary_computer",)),
        "token_url": _url("Address of the tokens; `/{account}/{container}` is put behind it."),
        "hosts": ListOf("Hosts whose addresses need it.", _host("Name of a host."), fewest=1, unique=True),
        "except": _texts("Storage accounts that need none.", "Name of a storage account."),
    },
    frozenset({"kind", "token_url"}),
)

STAC_DIALECT = Record(
    "What differs between STAC servers (`adapters/stac/dialect.py`).",
    {
        "largest_page": Number("Most items that the server gives at once.", whole=True, minimum=1, maximum=10000),
        "largest_vertices": Number(
            "Most vertices of an area that it accepts; above, an enclosing simplification is sent and the exact area "
            "is applied here.",
            whole=True,
            minimum=8,
        ),
        "longest_address": Number("Most characters of an address asked by GET.", whole=True, minimum=200),
        "conforms": ListOf(
            "What its landing page said when it was last looked at, so that the first search need not wait for it.",
            Text(
                "An ability of a STAC API.",
                choices=("query", "filter", "cql2-json", "cql2-text", "sort", "fields"),
            ),
            unique=True,
        ),
        "methods": ListOf(
            "How it may be asked, best first; overrules its landing page.",
            Text("`POST` or `GET`.", choices=("POST", "GET")),
            fewest=1,
            unique=True,
        ),
        "search": Text("Address of the search, relative to the endpoint's; overrules its landing page."),
        "intersects": Flag("`false` where it knows only boxes."),
        "sort_field": Text("The field to sort by, where it is not `properties.datetime`."),
        "page_parameter": Text("For servers without `next` links.", choices=("page", "offset", "startIndex")),
        "next_hosts": ListOf("Further hosts that `next` links may lead to.", _host("Name of a host."), unique=True),
        "filtered_here": _texts("Properties that it claims to filter by, and does not.", "STAC property, our name."),
        "exclude_fields": _texts("What it is asked to leave out of its answers.", "Path of a field."),
        "asset_rewrite": ListOf(
            "Beginnings of asset addresses that are replaced; the first that fits wins.",
            Record(
                "One replacement.",
                {
                    "from": Text(
                        "What an address begins with.", r"[a-z0-9]+://\S+", shape="the beginning of an address"
                    ),
                    "to": _url("What stands there instead."),
                },
                frozenset({"from", "to"}),
            ),
        ),
        "alternate": Text(
            "Name of the alternate addresses of assets (STAC's extension) that stand in for those that are not of the "
            "web: `https` where the main ones are `s3://`."
        ),
        "packed_on_request": Flag(
            "`true` where the zip of a product is packed anew for each request: its size and checksum in the "
            "catalogue are of another packing."
        ),
        "order_link": _url("Where people order what lies on tape."),
        "property_aliases": Table(
            "Our STAC property and the server's name of it: sent so, and renamed in answers.",
            Text("The server's name."),
        ),
        "property_values": Table(
            "For a property (our name): our values and the server's, both ways.",
            Table("Our value and the server's.", Scalar("The server's value."), r".+", "a value"),
        ),
        "derived_properties": Table("Properties (our names) that are made where an answer has none.", _DERIVED),
        "thumbnail_assets": _texts("Assets to show as thumbnail, best first.", "Key of an asset."),
        "signing": _SIGNING,
    },
)

_SERVER_ID = Text("The server's id of the collection.")
_STAC_COLLECTION = TextOr(
    "The server's name of the collection; a list where several of the server's are one of ours; an object where ours "
    "is only a part.",
    _SERVER_ID,
    Record(
        "Part of a server's collection, or of several.",
        {
            "collection": TextOrTexts("The server's id, or several.", _SERVER_ID),
            "filters": Table(
                "What makes it ours: the server's property and its values.",
                ListOf("Any of these.", Scalar("A value of the server."), fewest=1),
            ),
        },
        frozenset({"collection"}),
    ),
    ListOf("Several of the server's collections.", _SERVER_ID, fewest=1, unique=True),
)

CSC_ODATA_DIALECT = Record(
    "What differs between servers of this OData (`adapters/csc_odata/dialect.py`).",
    {
        "download_url": _url("Where products and their files are downloaded, where it is not the endpoint's address."),
        "largest_page": Number("Most products that the server gives at once.", whole=True, minimum=1, maximum=10000),
        "largest_skip": Number("Most products that it skips: what follows is asked by date.", whole=True, minimum=1),
        "longest_period": Number("Days that are asked at once; longer periods are split.", minimum=1),
        "largest_vertices": Number(
            "Most vertices of an area that it accepts; above, an enclosing simplification is sent and the exact area "
            "is applied here.",
            whole=True,
            minimum=8,
        ),
        "longest_address": Number("Most characters of an address.", whole=True, minimum=200),
        "attributes": Table(
            "Our STAC property and the attribute that says it, beyond those that every such server has.",
            Record(
                "An attribute.",
                {
                    "name": Text("The server's name.", r"[A-Za-z][A-Za-z0-9_]*", shape="a name of letters and digits"),
                    "type": Text(
                        "As the server types it.",
                        choices=("String", "Integer", "Double", "DateTimeOffset", "Boolean"),
                    ),
                },
                frozenset({"name", "type"}),
            ),
        ),
        "property_values": Table(
            "For a property (our name): our values and the server's, both ways.",
            Table("Our value and the server's.", Scalar("The server's value."), r".+", "a value"),
        ),
        "filtered_here": _texts("Properties that it claims to filter by, and does not.", "STAC property, our name."),
        "next_hosts": ListOf("Further hosts that next links may lead to.", _host("Name of a host."), unique=True),
        "order_link": _url("Where people order what lies in the archive."),
        "eligibility_link": _url("Where people ask for products that not every account may have."),
    },
)

_CSC_ODATA_COLLECTION = TextOr(
    "The server's name of the collection, or an object where ours is only a part of it.",
    Text("The server's `Collection/Name`."),
    Table(
        "`Collection/Name`, and the attributes that make it ours (`productType`), each with a value or several.",
        ScalarOrList("Its value, or any of these."),
        r"Collection/Name|[A-Za-z][A-Za-z0-9_]*",
        "`Collection/Name` or the name of an attribute",
    ),
)

_WITNESSES = ListOf(
    "How the facts are known: `recording`, `server`, `documentation`, or the name of an official client.",
    _id("One witness."),
    unique=True,
)
_PROTOCOL = Text("The protocol that it speaks.", choices=tuple(PROTOCOLS))


def _endpoint(about: str, collection: Specification, dialect: Specification) -> Record:
    keys: dict[str, Specification] = {
        "protocol": _PROTOCOL,
        "url": _url("The address that its protocol starts from, often a landing page."),
        "collections": Table(
            "Which of our collections it holds (ids of `collections.json`), and what it calls each.",
            collection,
            ID,
            "the id of a collection",
        ),
        "dialect": dialect,
        "witnesses": _WITNESSES,
    }
    return Record(about, keys, frozenset({"protocol", "url"}))


ENDPOINT = Variant(
    "One address that speaks one protocol.",
    "protocol",
    "stac",
    _endpoint("A STAC API.", _STAC_COLLECTION, STAC_DIALECT),
    Variant(
        "An endpoint of another protocol than STAC.",
        "protocol",
        "csc_odata",
        _endpoint("OData as the Data Space speaks it.", _CSC_ODATA_COLLECTION, CSC_ODATA_DIALECT),
        _endpoint(
            "An endpoint of another protocol.",
            TextOr(
                "The server's name of the collection, or what its adapter reads.",
                Text("The server's name."),
                Anything("Keys of the protocol's adapter."),
            ),
            Record("No other protocol has a dialect yet.", {}),
        ),
    ),
)

ACCESS_POINT = Record(
    "A place where data is accessed. The file is called `<id>.json`.",
    {
        "$schema": Text("For editors: `schema/access_point.schema.json`."),
        "id": _id("The file's name without `.json`."),
        "title": Text("Name in full. Translatable."),
        "short_title": Text("Name in lists, at most about 24 letters. Translatable."),
        "group": Text("Branch of the Access points tab.", choices=tuple(group.value for group in Group)),
        "operator": Text("Who runs it."),
        "status": STATUS,
        "rights": Text("Who may search and download, in one or two sentences. Translatable."),
        "description": Text("What it holds, in one or two sentences. Translatable."),
        "attribution": Text("What users of its data must say where the collection does not; `{year}` is the data's."),
        "replaces": ListOf("Ids of the access points that it took the place of.", _id("Id."), unique=True),
        "links": LINKS,
        "account": ACCOUNT,
        "limits": LIMITS,
        "endpoints": ListOf("Where it is asked.", ENDPOINT),
    },
    frozenset({"id", "title", "short_title", "group", "operator", "status", "links", "account", "endpoints"}),
)

FILTER = Record(
    "A filter that makes sense for the collection.",
    {
        "property": Text("STAC's own name of the property."),
        "title": Text("Label in the panel. Translatable."),
        "kind": Text(
            "`range` (a lower and an upper end), `choice` (some of `choices`) or `list` (values between commas).",
            choices=tuple(kind.value for kind in FilterKind),
        ),
        "value_type": Text("Of the property's values.", choices=("string", "integer", "number")),
        "unit": Text("Written behind the number."),
        "minimum": Number("Least value."),
        "maximum": Number("Greatest value."),
        "default": Number("Upper end offered at first, for a range."),
        "choices": ListOf(
            "Values to choose from.",
            Record(
                "A choice.",
                {"value": Text("As the property has it."), "title": Text("As people read it. Translatable.")},
                frozenset({"value", "title"}),
            ),
            fewest=1,
        ),
        "pattern": Text("Regular expression that a typed value must match whole, after `prefix`.", expression=True),
        "prefix": Text("What stands in front of a typed value in the property: `MGRS-` before `29UNU`."),
        "example": Text("A value that is right, shown where a typed one is not."),
    },
    frozenset({"property", "title", "kind"}),
)

PRESET = Record(
    "A way to show a product: one asset as it is, or bands put together.",
    {
        "id": _id("Unique within the collection."),
        "title": Text("Name in the Load menu. Translatable."),
        "assets": _texts("Assets of which the first one present is shown as it is.", "Key of an asset."),
        "bands": ListOf(
            "Red, green, blue; or one for grey. Used where none of `assets` is there.",
            Text("Name of a band (`B04`) or STAC's common name (`red`)."),
            most=3,
        ),
        "stretch": Row(
            "Display minimum and maximum in the file's own numbers.", (Number("Minimum."), Number("Maximum."))
        ),
        "style": Text("Built-in style.", choices=("rgb", "grey", "elevation", "classes", "index")),
        "classes": ListOf(
            "For style `classes`: value, colour, title.",
            Row(
                "A class.",
                (
                    Number("The file's value.", whole=True),
                    Text("Its colour.", COLOUR, shape="a colour: #rrggbb"),
                    Text("Its title. Translatable."),
                ),
            ),
        ),
    },
    frozenset({"id", "title", "style"}),
)

FILE = Record(
    "Files inside a product, wherever it lies; the first pattern that fits a path names it.",
    {
        "pattern": Text("Regular expression that is looked for in the path within the product.", expression=True),
        "key": Text("Key of the asset; may hold the pattern's named groups: `{band}_{resolution}m`."),
        "title": Text("Title of the asset, with the same groups. Translatable."),
        "media_type": Text("For instance `image/jp2`."),
        "roles": _texts("STAC roles; `data` if nothing is said.", "A role."),
        "bands": _texts("Names of its bands: `B04`, `B04=red`, or with groups `{polarisation}`.", "A band."),
    },
    frozenset({"pattern", "key"}),
)

COLLECTION = Record(
    "A kind of data, true wherever it lies. Its key is its id.",
    {
        "title": Text("Name in the tree and in lists. Translatable."),
        "theme": Text("Branch of the tree.", choices=tuple(theme.value for theme in Theme)),
        "group": Text("Branch within the theme, for instance `Sentinel-2`."),
        "level": Text("Short processing level, shown in titles of products."),
        "description": Text("One line: what, how fine, how often, since when. Translatable."),
        "keywords": _texts("Further words that find it.", "A word."),
        "since": _date("First day of the data."),
        "until": _date("Last day of the data, where it ended."),
        "timeless": Flag("`true` where the time does not matter to a user (an elevation model): no period is sent."),
        "licence": Text("Name of the licence. Translatable."),
        "licence_url": _url("Its text."),
        "attribution": Text("What users of the data must say; `{year}` is the year of the data."),
        "doi": Text("Digital object identifier, without `https://doi.org/`.", r"10\.\S+/\S+", shape="a DOI"),
        "cloud_cover": Flag("Whether `eo:cloud_cover` means something here."),
        "labels": _texts("Properties that a product's title is made of, after platform and level.", "STAC property."),
        "filters": ListOf("Filters that the panel offers.", FILTER),
        "files": ListOf("The files inside a product that are worth naming.", FILE),
        "presets": ListOf("Ways to show a product, the first one by default.", PRESET),
        "default_assets": _texts("What Download takes: keys of assets, or `role:data`.", "Key or role."),
        "layer_kind": Text("What QGIS shows.", choices=("raster", "vector", "mesh")),
    },
    frozenset({"title", "theme", "description", "licence", "attribution"}),
)

COLLECTIONS = Record(
    "The collections by id: what is true of them wherever they lie.",
    {
        "$schema": Text("For editors: `schema/collections.schema.json`."),
        "collections": Table("Our collections.", COLLECTION, ID, "an id"),
    },
    frozenset({"collections"}),
)
