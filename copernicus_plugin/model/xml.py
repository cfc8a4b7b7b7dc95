"""The one XML parser: bytes of a server in, an lxml element out.

No entities are resolved, no DTD is read or allowed, nothing is fetched, and no limit of libxml2 is lifted: XML
of the network can neither read files, nor call home, nor grow (OWASP, XML External Entity Prevention).
"""

from __future__ import annotations

from typing import Any

from copernicus_plugin.model.errors import AccessError, ErrorKind, Parameter, Reason

LARGEST = 20 * 1024 * 1024
"""bytes"""


def parse_xml(content: bytes, host: str = "", limit: int = LARGEST) -> Any:
    """The root element (``lxml.etree._Element``), without comments and processing instructions.

    ``host`` goes into the error. Raises ``AccessError(BAD_ANSWER)``: ``TOO_LARGE`` beyond ``limit`` bytes,
    ``LOGIN_PAGE`` for an HTML page, ``NOT_JSON`` (not the data expected) for everything else that is no
    well-formed XML, or has a document type declaration.
    """
    if len(content) > limit:
        raise _bad(Reason.TOO_LARGE, {"host": host, "limit": limit})
    try:
        root = _root(bytes(content))
    except (ValueError, TypeError, LookupError, AssertionError) as fault:
        raise _not_xml(content, host) from fault
    if root is None or root.getroottree().docinfo.doctype:
        raise _not_xml(content, host)
    return root


def _root(content: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(content, parser)
    except etree.LxmlError as fault:
        raise ValueError(str(fault)) from fault


def _not_xml(content: bytes, host: str) -> AccessError:
    start = bytes(content[:512]).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    is_page = start.startswith((b"<!doctype html", b"<html"))
    return _bad(Reason.LOGIN_PAGE if is_page else Reason.NOT_JSON, {"host": host})


def _bad(reason: Reason, parameters: dict[str, Parameter]) -> AccessError:
    return AccessError(ErrorKind.BAD_ANSWER, reason, parameters)
