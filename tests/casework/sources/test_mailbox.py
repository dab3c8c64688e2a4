import ssl
from datetime import date
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509

from casework.errors import DoorError
from casework.sources import mailbox
from casework.sources.alarms import Expected
from casework.sources.mailbox import ImapMailbox
from models.words import ReportKind
from tests.casework.mail.certificates import two_sides
from tests.casework.sources.imap_server import a_mail_server

ALERTS = Path(__file__).parents[2] / "data/alerts"
TWO = (ALERTS / "two-reports.eml").read_bytes()
NONE = (ALERTS / "no-report.eml").read_bytes()
SECRET = "secret"  # noqa: S105  of a server that lives for one test
SOON_AFTER = Expected(date(2022, 10, 20))
HOME = "https://hmicfrs.justiceinspectorates.gov.uk/publications"


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    name = x509.IPAddress(ip_address("127.0.0.1"))
    return two_sides(tmp_path_factory.mktemp("imap"), name)


Sides = tuple[ssl.SSLContext, ssl.SSLContext]


def test_every_report_of_an_alert_is_read_once_with_its_title() -> None:
    looked = mailbox.read([NONE, TWO, TWO], SOON_AFTER)
    assert looked.alarm is None
    assert looked.newest == date(2022, 10, 14)
    assert [(item.title, item.address, item.kind_hint) for item in looked.items] == [
        (
            "PEEL 2021/22 – An inspection of Warwickshire Police",
            f"{HOME}/peel-assessment-2021-22-warwickshire/",
            ReportKind.PEEL,
        ),
        ("New publications from HMICFRS", f"{HOME}/police-response-to-burglary/", None),
    ]


def test_a_report_behind_a_counting_link_is_found() -> None:
    without_text = (
        TWO[: TWO.index(b"We have published")]
        + TWO[TWO.index(b"--part\nContent-Type: text/html") :]
    )
    addresses = {item.address for item in mailbox.read([without_text], SOON_AFTER).items}
    assert f"{HOME}/police-response-to-burglary/" in addresses


def test_links_to_other_sites_are_nobodys_report() -> None:
    forged = TWO.replace(b"hmicfrs.justiceinspectorates.gov.uk", b"hmicfrs.example")
    assert mailbox.read([forged], SOON_AFTER).items == ()


def test_an_empty_a_quiet_and_a_meaningless_mailbox_raise_the_alarm() -> None:
    assert "still subscribed" in (mailbox.read([], SOON_AFTER).alarm or "")
    assert "changed their shape" in (mailbox.read([NONE], SOON_AFTER).alarm or "")
    late = Expected(date(2023, 1, 20))
    assert "98 days old" in (mailbox.read([TWO], late).alarm or "")


@pytest.mark.parametrize("letter", [b"", b"\xff\xfe", b"Subject: x", TWO.replace(b"utf-8", b"x-9")])
def test_a_broken_letter_spoils_nothing(letter: bytes) -> None:
    assert mailbox.read([letter, TWO], SOON_AFTER).alarm is None


def test_a_mailbox_is_read_over_tls_and_left_as_it_is(sides: Sides) -> None:
    with a_mail_server([NONE, TWO], sides[0], SECRET) as server:
        box = ImapMailbox("127.0.0.1", server.port, "alerts", SECRET, sides[1])
        assert list(mailbox.fetch(box, "Alerts", SOON_AFTER)) == [NONE, TWO]
    verbs = " ".join(server.asked)
    assert "EXAMINE" in verbs
    assert "SINCE 22-Jun-2022" in verbs
    assert verbs.count("BODY.PEEK[]") == 2
    assert not {"STORE", "EXPUNGE", "SELECT"} & set(verbs.split())


def test_a_mailbox_that_cannot_be_read_says_what_to_do(sides: Sides) -> None:
    with a_mail_server([TWO], sides[0], SECRET) as server:

        def box(password: str = SECRET, trust: ssl.SSLContext | None = sides[1]) -> ImapMailbox:
            return ImapMailbox("127.0.0.1", server.port, "alerts", password, trust)

        with pytest.raises(DoorError, match="SECTION55_MAILBOX_PASSWORD"):
            box("").letters("INBOX", date(2022, 1, 1))
        with pytest.raises(DoorError, match="refuses alerts"):
            box("wrong").letters("INBOX", date(2022, 1, 1))
        with pytest.raises(DoorError, match="no such folder"):
            box().letters("Nowhere", date(2022, 1, 1))
        with pytest.raises(DoorError, match="could not be read"):
            box(trust=None).letters("INBOX", date(2022, 1, 1))
    with pytest.raises(DoorError, match="could not be read"):
        ImapMailbox("127.0.0.1", server.port, "a", "b").letters("INBOX", date(2022, 1, 1))
