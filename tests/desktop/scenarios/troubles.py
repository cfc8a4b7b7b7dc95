"""One access point in every kind of trouble, one after another: what is said of it, and what stays of the other."""

import json
import os
from urllib.request import Request, build_opener

from common import results, search_ireland, searched
from qgis.PyQt.QtWidgets import QLabel


def tell_sandbox(command, document=None):
    """Not through the proxy: this is the sandbox's own control."""
    address = f"http://127.0.0.1:{os.environ['CDA_CONTROL']}/{command}"
    with build_opener().open(Request(address, json.dumps(document).encode(), method="POST"), timeout=10) as answer:
        return json.loads(answer.read())


def said(person):
    """Every sentence in sight that names the access point in trouble."""
    return [label.text() for label in person.widgets(QLabel, "Planetary Computer")]


def scenario(person, seen):
    yield from search_ireland(person)
    for name, fault in json.loads(os.environ["CDA_FAULTS"]).items():
        tell_sandbox("clear_faults")
        tell_sandbox("fault", {**fault, "host": "planetarycomputer.microsoft.com", "times": None, "method": ""})
        person.tab("^Search")
        yield 0.2
        person.press(r"^Search \d+ access points")
        yield 0.3
        yield searched(person)
        yield 0.6
        seen[name] = {"rows": person.rows(results(person)), "said": said(person)}
        person.shoot(f"trouble {name}")
    tell_sandbox("clear_faults")
    person.press("^Retry$")
    yield lambda: any("Planetary" in row for row in person.rows(results(person)))
    seen["after Retry"] = len(person.rows(results(person)))
