import hashlib
import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.errors import RefusedInputError
from casework.rules.report_key import HOME, content_key, findings_key, report_key

OLD = "www.justiceinspectorates.gov.uk"
SLUG = "peel-assessment-2021-22-barsetshire"
ONE_REPORT = [
    f"https://hmicfrs.justiceinspectorates.gov.uk/publications/{SLUG}/",
    f"http://hmicfrs.justiceinspectorates.gov.uk/publications/{SLUG}",
    f"hmicfrs.justiceinspectorates.gov.uk/publications/{SLUG}/",
    f"//hmicfrs.justiceinspectorates.gov.uk/publications/{SLUG}/",
    f"https://hmicfrs.justiceinspectorates.gov.uk:443/publications//{SLUG}/?utm_source=x#contents",
    f"https://HMICFRS.JusticeInspectorates.gov.uk/Publications/{SLUG.upper()}/",
    f"https://hmicfrs.justiceinspectorates.gov.uk/publication-html/{SLUG}/",
    f"https://hmicfrs.justiceinspectorates.gov.uk/publication-html/{SLUG}/introduction/",
    f"https://hmicfrs.justiceinspectorates.gov.uk/publications/{SLUG}/?print=1",
    f"https://www.justiceinspectorates.gov.uk/hmicfrs/publications/{SLUG}/",
    f"http://www.justiceinspectorates.gov.uk/hmic/publications/{SLUG}/index.html",
    f"https://justiceinspectorates.gov.uk/hmicfrs/publication-html/{SLUG}",
    f"https://webarchive.nationalarchives.gov.uk/ukgwa/20221014/https://{HOME}/publications/{SLUG}/",
    f"https://web.archive.org/web/20221014id_/http://{OLD}/hmicfrs/publications/{SLUG}/",
    f" https://{HOME}/publications/peel%2Dassessment-2021\u201122-barsetshire/ ",
]


@pytest.mark.parametrize("address", ONE_REPORT)
def test_every_address_a_report_has_had_is_one_key(address: str) -> None:
    assert report_key(address) == f"{HOME}/publications/{SLUG}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{HOME}/publications/{SLUG}", f"{HOME}/publications/{SLUG}-2"),
        (f"{HOME}/peel-reports/barsetshire-2021-22/", f"{HOME}/peel-reports/barsetshire-2023-25/"),
        (f"{HOME}/publications/{SLUG}", f"{HOME}/news/news-feed/{SLUG}"),
        ("https://www.justiceinspectorates.gov.uk/hmiprisons/x/", f"{HOME}/x/"),
        ("https://example.org/?id=1", "https://example.org/?id=2"),
        (f"https://{HOME}/?p=1", f"https://{HOME}/?p=2"),
        ("http://example.org:8001/a", "http://example.org:8002/a"),
    ],
)
def test_different_reports_keep_different_keys(one: str, other: str) -> None:
    assert report_key(one) != report_key(other)


def test_the_short_link_of_a_feed_is_one_report() -> None:
    short = report_key(f"https://{HOME}/?post_type=publications&p=41001")
    assert short == report_key(f"http://{OLD}/hmicfrs/?p=41001") == f"{HOME}?p=41001"


def test_a_pdf_has_one_key_on_both_of_its_hosts() -> None:
    new = "https://assets-hmicfrs.justiceinspectorates.gov.uk/uploads/Barsetshire-PEEL.pdf"
    old = "https://www.justiceinspectorates.gov.uk/hmicfrs/wp-content/uploads/barsetshire-peel.pdf"
    assert report_key(new) == report_key(old) == f"{HOME}/uploads/barsetshire-peel.pdf"


@pytest.mark.parametrize(
    "address",
    [
        f"https://{HOME}/",
        f"https://{HOME}/publications/",
        f"https://{HOME}/publications/page/2/",
        "https://www.justiceinspectorates.gov.uk/hmicfrs/",
        f"https://{HOME}/publications/?s=peel",
    ],
)
def test_a_list_of_reports_is_not_a_report(address: str) -> None:
    with pytest.raises(RefusedInputError, match="list of reports"):
        report_key(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "   ",
        "a report",
        "mailto:x@example.org",
        "file:///tmp/x.pdf",
        "http://",
        "https://[::1",
        "http://x.example:port/",
        "javascript:alert(1)",
        "www.",
        "hmic.example /report",
        "\x00",
    ],
)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(RefusedInputError, match="not the web address"):
        report_key(address)


_words = st.text(string.ascii_letters + string.digits + "-_.%~ ŵé’/?#&=+@:\u2011", max_size=40)
_hosts = st.sampled_from(
    [
        HOME,
        "www.justiceinspectorates.gov.uk/hmic",
        "www.justiceinspectorates.gov.uk/hmicfrs",
        "www.www.example.org",
        "example.org.",
        "www.com",
        "assets-hmicfrs.justiceinspectorates.gov.uk",
    ]
)


@given(scheme=st.sampled_from(["", "//", "http://", "https://"]), host=_hosts, path=_words)
def test_the_key_of_a_key_is_itself(scheme: str, host: str, path: str) -> None:
    try:
        key = report_key(f"{scheme}{host}/{path}")
    except RefusedInputError:
        return
    assert report_key(key) == key


@given(st.text(max_size=80))
def test_any_text_gives_a_stable_key_or_a_refusal(text: str) -> None:
    try:
        key = report_key(text)
    except RefusedInputError:
        return
    assert report_key(key) == key


_slugs = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,6}", fullmatch=True)


@given(slug=_slugs.filter(lambda slug: slug != "page"))
def test_scheme_host_slash_and_room_never_matter(slug: str) -> None:
    starts = (f"http://{OLD}/hmic/publications/", f"https://{HOME}/publication-html/")
    ends = ("", "/", "/#x", "?a=b")
    keys = {report_key(f"{start}{slug}{end}") for start in starts for end in ends}
    assert keys == {f"{HOME}/publications/{slug}"}


def test_a_report_without_an_address_is_known_by_title_day_and_bytes() -> None:
    day, bytes_hash = date(2022, 10, 14), "ab" * 32
    key = content_key("PEEL 2021/22 – An inspection", day, bytes_hash)
    assert key == f"content/peel-2021-22-an-inspection/2022-10-14/{bytes_hash}"
    assert key == content_key(" PEEL 2021/22 \u2011 an  inspection ", day, bytes_hash.upper())
    assert content_key("", None, bytes_hash) == f"content/untitled/undated/{bytes_hash}"
    assert key != content_key("PEEL 2021/22 – An inspection", date(2022, 10, 15), bytes_hash)


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("http://example.org:80/a", "example.org/a"),
        ("https://example.org:443/a", "example.org/a"),
        ("example.org:8001/a", "example.org:8001/a"),
        ("http://example.org:81/a", "example.org:81/a"),
        ("https://www.www.example.org./a/./b/../c/", "example.org/a/b/c"),
        ("https://example.org/a/Index.HTML", "example.org/a"),
        ("https://example.org/a/index.php", "example.org/a"),
        ("https://example.org/a/index.txt", "example.org/a/index.txt"),
        ("https://example.org/a'(1)", "example.org/a'(1)"),
        ("https://example.org/a?b=2&a=&utm_source=x", "example.org/a?a=&b=2"),
        ("https://example.org/a?b=utm_source", "example.org/a?b=utm_source"),
        ("https://example.org/a?utm_source=x", "example.org/a"),
        ("http://hmic.justiceinspectorates.gov.uk/a", f"{HOME}/a"),
        ("https://www.justiceinspectorates.gov.uk/", "justiceinspectorates.gov.uk"),
        ("www.com", "www.com"),
    ],
)
def test_an_address_has_this_key(address: str, key: str) -> None:
    assert report_key(address) == key


@pytest.mark.parametrize("address", ["mailto:x@example.org", "http://x.example:port/", "nowhere"])
def test_a_refusal_says_which_address_it_refuses(address: str) -> None:
    with pytest.raises(RefusedInputError, match=f"'.*{address}' is not the web address"):
        report_key(address)
    with pytest.raises(RefusedInputError, match=r"'hmicfrs.*' is a list of reports"):
        report_key(f"{HOME}/publications")


def test_the_title_in_a_key_is_bounded_and_ends_with_a_word() -> None:
    title = f"«{'a' * 79} b»"
    assert content_key(title, None, "AB") == f"content/{'a' * 79}/undated/ab"


def test_another_edition_with_the_same_findings_is_the_same_report() -> None:
    key = findings_key("PEEL", ["The force should act.", "It must plan."])
    assert key == findings_key(" peel ", ["THE FORCE should  act", "It must\nplan!"])
    assert key.startswith("content/peel/undated/")
    others = [
        findings_key("PEEL 2", ["The force should act.", "It must plan."]),
        findings_key("PEEL", ["The force should act.", "It must plan it."]),
        findings_key("PEEL", ["The force should act. It must plan."]),
        findings_key("PEEL", ["The force should act."]),
        findings_key("PEEL", []),
    ]
    assert len({key, *others}) == len(others) + 1
    pair = hashlib.sha256(b"theforceact|itplans").hexdigest()
    assert findings_key("PEEL", ["The ﬀorce act".replace("ﬀ", "f"), "It plans"]).endswith(pair)
