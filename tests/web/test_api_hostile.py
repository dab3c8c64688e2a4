"""Hostile input at every field and file of the API: refused in a sentence, and nothing kept."""

import json
from collections.abc import Iterator
from typing import Any, Final

import pytest

from tests.builders import Service, at
from tests.casework.conftest import Take
from tests.hostile import corpus
from tests.web.api_client import Other, check_answer
from web.api.app import make_api
from web.api.document import document
from web.files import BYTES, WORD

SAID: Final = document(make_api())
HOSTILE: Final[dict[str, Any]] = {
    "NUL": "a\x00b",
    "half a character": "\ud800",
    "turned": "abc\u202edef",
    "a megabyte": "x" * 1_000_001,
    "markup": "<script>alert(1)</script>",
    "formula": "=cmd|' /C calc'!A0",
    "sql": "'; DROP TABLE act; --",
    "template": "{{ 7 * 7 }}{% for x in y %}",
    "path": "../../etc/passwd",
    "control": "\x1b[2J\x07",
    "joined": "\u200d" * 500,
    "empty": "",
    "blank": " \t\n",
    "number": 10**400,
    "negative": -1,
    "not a number": float("nan"),
    "nothing": None,
    "yes": True,
    "list": ["f001"] * 2_000,
    "deep": json.loads("[" * 200 + "]" * 200),
    "table": {"$ref": "file:///etc/passwd"},
}
NAMES: Final = (
    "../../../etc/passwd",
    "..\\..\\windows\\system.ini",
    "a\x00.docx",
    "\u202excod.exe",
    "CON",
    "." * 300,
    "x" * 5_000,
    "<img src=x>.docx",
    "a\r\nset-cookie: b=c.docx",
)


def shape_of(way: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of what an address takes, by name; none if it takes no words."""
    content = way.get("requestBody", {}).get("content", {})
    ref = content.get("application/json", {}).get("schema", {}).get("$ref", "")
    return dict(SAID["components"]["schemas"][ref.rpartition("/")[2]]) if ref else {}


def fields() -> Iterator[tuple[str, str, str]]:
    for path, ways in SAID["paths"].items():
        for verb, way in ways.items():
            for name in shape_of(way).get("properties", {}):
                yield verb, path, name


USUAL: Final[dict[str, Any]] = {
    "date": "2022-10-14",
    "date-time": "2022-12-05T10:00:00+00:00",
    "string": "words of some length",
    "array": ["f001"],
    "boolean": False,
    "integer": 0,
    "^[0-9a-f]{64}$": "0" * 64,
    "^[0-9a-f]{8}$": "0badcafe",
    "^https?://": "https://www.example/response",
}


def usable(kind: dict[str, Any]) -> Any:
    """Return something a field takes, as its description says."""
    one = kind.get("anyOf", [kind])[0]
    if "$ref" in one:
        one = SAID["components"]["schemas"][one["$ref"].rpartition("/")[2]]
    if "enum" in one:
        return one["enum"][0]
    return USUAL[one.get("pattern") or one.get("format") or one["type"]]


def at_address(path: str, reference: str) -> str:
    filled = {"reference": reference, "key": "f001", "place": "overview", "number": "1"}
    return path.format(**filled, form="html", block="monitoring")


def send(other: Other, verb: str, path: str, body: Any) -> Any:
    headers = {**other.carried(path), "content-type": "application/json"}
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    return other.ask(verb, path, headers=headers, content=sent)


def test_no_field_is_an_open_door(on_one: Take) -> None:
    """Each field with a seventh of the hostile values in turn, the others as they should be."""
    service, reference = on_one("submitted")
    other = Other(service, now=at(11, 22))
    tried = 0
    values = list(HOSTILE.values())
    for turn, (verb, path, name) in enumerate(fields()):
        known = shape_of(SAID["paths"][path][verb])["properties"]
        good = {key: usable(kind) for key, kind in known.items()}
        for value in values[turn % 7 :: 7]:
            answer = send(other, verb, at_address(path, reference), {**good, name: value})
            assert answer.status_code in {200, 403, 404, 409, 422}, (path, name, answer.text)
            check_answer(answer)
            tried += 1
    assert tried > 200
    other.get(f"/cases/{reference}")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("deep", b"[" * 100_000),
        ("deeper", b'{"text":' * 50_000),
        ("no end", b'{"text": "'),
        ("not UTF-8", b'{"text": "\xff\xfe"}'),
        ("a long number", b'{"text": ' + b"9" * 10_000 + b"}"),
        ("nothing", b""),
        ("a list", b"[]"),
        ("more than asked for", b'{"text": "a", "person": "whitcombe"}'),
        ("a name of half a character", b'{"text": "a", "\\ud800": 1}'),
        ("twice", b'{"text": "a", "text": 5}'),
    ],
)
def test_a_body_that_is_none_is_refused(on_one: Take, name: str, body: bytes) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 20))
    answer = send(other, "PUT", f"/cases/{reference}/answers/overview", body)
    assert answer.status_code in {400, 422}, (name, answer.text)
    check_answer(answer)
    assert "overview" not in service.file(reference).answers


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "multipart/form-data", ""])
def test_words_are_taken_as_json_only(on_one: Take, kind: str) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 20))
    path = f"/cases/{reference}/answers/overview"
    headers = {**other.carried(path), "content-type": kind}
    answer = other.ask("PUT", path, headers=headers, content=b'{"text": "a"}')
    assert answer.status_code == 415
    check_answer(answer)


def test_a_word_file_is_taken_as_one_only(on_one: Take) -> None:
    service, reference = on_one("commented")
    other = Other(service, now=at(11, 14))
    path = f"/cases/{reference}/versions?name=a.docx"
    for kind in ("application/json", "application/zip", BYTES, "multipart/form-data"):
        said = other.act("POST", path, 415, headers={"content-type": kind}, content=b"PK")
        assert WORD in said["detail"]


def test_no_hostile_word_file_is_taken(on_one: Take) -> None:
    service, reference = on_one("commented")
    other = Other(service, now=at(11, 14))
    before = other.get(f"/cases/{reference}")["versions"]
    refused = [sample for sample in corpus() if not sample.is_let_in]
    assert len(refused) > 20
    for sample in refused:
        path = f"/cases/{reference}/versions?name=edited.docx"
        headers = {**other.carried(path.partition("?")[0]), "content-type": WORD}
        answer = other.ask("POST", path, headers=headers, content=sample.make())
        assert answer.status_code in {409, 413, 422}, (sample.name, answer.text)
        check_answer(answer)
    assert other.get(f"/cases/{reference}")["versions"] == before


def test_no_hostile_file_of_a_force_is_a_fault_of_ours(on_one: Take) -> None:
    service, reference = on_one("invited")
    other = Other(service, now=at(11, 2))
    for sample in corpus()[::5]:
        path = f"/cases/{reference}/submissions?name=comments.docx"
        headers = {**other.carried(path.partition("?")[0]), "content-type": BYTES}
        answer = other.ask("POST", path, headers=headers, content=sample.make())
        assert answer.status_code in {200, 413, 422}, (sample.name, answer.text)
        check_answer(answer)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_a_file_is_only_a_name(on_one: Take, name: str) -> None:
    service, reference = on_one("invited")
    other = Other(service, now=at(11, 2))
    path = f"/cases/{reference}/submissions"
    headers = {**other.carried(path), "content-type": BYTES}
    answer = other.ask("POST", path, headers=headers, params={"name": name}, content=b"Words.")
    assert answer.status_code in {200, 422}
    check_answer(answer)
    received = service.folder / "cases" / reference / "received"
    laid = [one.resolve() for one in service.folder.rglob("*") if one.is_file()]
    assert all(one.is_relative_to(service.folder.resolve()) for one in laid)
    if answer.status_code == 200:
        (kept,) = received.iterdir()
        assert kept.read_bytes() == b"Words."
        assert kept.name[0].isdigit()


def test_nothing_larger_than_its_limit_is_taken(on_one: Take) -> None:
    service, reference = on_one("commented")
    other = Other(service, now=at(11, 14))
    path = f"/cases/{reference}/versions"
    headers = {**other.carried(path), "content-type": WORD}
    for size in (26, 31):
        data = b"\0" * (size * 1024 * 1024)
        answer = other.ask("POST", path, headers=headers, params={"name": "a"}, content=data)
        assert answer.status_code == 413
        check_answer(answer)


@pytest.mark.parametrize(
    "path",
    [
        "/cases/%00",
        "/cases/%0A%13/versions/1/file",
        "/cases/..%2f..%2fetc",
        "/cases/%ff%fe",
        "/cases/" + "A" * 5_000,
        "/cases/S55-2022-001%20OR%201=1",
        "/cases/S55-2022-001/versions/99999999999999999999/file",
        "/cases/S55-2022-001/versions/-1/file",
        "/cases/S55-2022-001/versions/%D9%A1/file",
        "/cases/S55-2022-001/rounds/1/exe",
        "/cases/S55-2022-001/rounds/2147483647/html",
    ],
)
def test_no_address_is_an_open_door(on_one: Take, path: str) -> None:
    service, _ = on_one("submitted")
    answer = Other(service, now=at(11, 22)).ask("GET", path)
    assert answer.status_code == 404
    check_answer(answer)


@pytest.mark.parametrize(
    "query", ["with=%00", "stage=%ff", "page=1e9", "late=%F0%9F", "page=" + "9" * 5000]
)
def test_no_question_is_an_open_door(service: Service, query: str) -> None:
    answer = Other(service).ask("GET", f"/cases?{query}")
    assert answer.status_code == 422
    check_answer(answer)


@pytest.mark.parametrize(
    "number", ["short", "with space here", "x" * 51, "a/b/c/d/e", "ünicode-nr"]
)
def test_a_number_that_is_none_is_refused(on_one: Take, number: str) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 20))
    path = f"/cases/{reference}/findings/confirmation"
    headers = {**other.carried(path), "idempotency-key": number.encode()}
    answer = other.ask("POST", path, headers=headers)
    assert answer.status_code == 400
    check_answer(answer)


@pytest.mark.parametrize("seen", ["*", "W/{}", "x", '"', ",,,", '"' + "a" * 900 + '"', "%00"])
def test_a_state_that_is_none_changes_nothing(on_one: Take, seen: str) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 20))
    path = f"/cases/{reference}/answers/overview"
    given = seen.format(other.etag(reference))
    said = other.act("PUT", path, 412, headers={"if-match": given}, json={"text": "a"})
    assert said["etag"] == other.etag(reference)
    assert "overview" not in service.file(reference).answers


def test_a_form_of_another_website_does_nothing(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 20))
    path = f"/cases/{reference}/answers/overview"
    headers = {**other.carried(path), "sec-fetch-site": "cross-site"}
    answer = other.ask("PUT", path, headers=headers, json={"text": "a"})
    assert answer.status_code == 403
    assert "overview" not in service.file(reference).answers
