"""The main job by commands alone."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from casework.rules.progress import OFFICERS
from cli.given import today
from cli.users import first_person
from tests.cli.terminal import (
    CASE,
    CHIEF_EXECUTIVE,
    HEAD,
    OFFICE,
    OFFICER,
    REPORT,
    SIGNATORY,
    Terminal,
)

FACTS = [
    "case_id", "kind", "language", "office", "local_policing_body", "chief_officer", "force",
    "report", "last_day", "graded_areas", "findings", "invited_on", "comments_due_on",
    "comments_received_on", "chief_officer_comments", "signatory", "signed_on",
    "planned_publication_on", "checked_on", "lateness_reason", "people",
]  # fmt: skip


def test_a_first_draft_and_an_invitation_lie_there_once_a_report_is_opened(
    terminal: Terminal,
) -> None:
    terminal.opened()
    case = terminal.do("show", CASE, "--json").value
    assert case["dates"]["provisional"] is True
    assert [version["kind"] for version in case["versions"]] == ["draft"]
    assert {letter["kind"] for letter in case["letters"]} == {"invitation", "day_one"}
    assert len(list((terminal.folder / "outputs" / "mail").glob("*.eml"))) == 2


def test_the_same_report_is_the_same_case(terminal: Terminal) -> None:
    terminal.opened()
    again = terminal.do("open", REPORT, "--json", by=OFFICER).value
    assert again == {"reference": CASE, "outcome": "known"}
    assert len(terminal.do("list", "--json").value) == 1


def test_the_register_tells_days_and_the_next_act(terminal: Terminal) -> None:
    terminal.opened()
    row = terminal.do("list", "--json").value[0]
    assert (row["reference"], row["last_day"], row["who"]) == (CASE, "2022-12-08", "policy officer")
    assert row["next"] == "confirm the publication date and the findings"
    assert CASE in terminal.do("list").out


def test_from_a_report_to_a_published_response(terminal: Terminal) -> None:
    terminal.signed()
    assert terminal.stage() == "signed"
    terminal.do("schedule", CASE, "2022-12-05T09:30", by=OFFICER, at="2022-11-23T10:00")
    terminal.do("publish", CASE, by=OFFICER, at="2022-12-05T09:31")
    site = terminal.folder / "outputs" / "public" / "site"
    page = next(p for p in site.rglob("index.html") if p.parent != site)
    prove = ("prove", CASE, "--publisher", "static-site", "--saved", str(page))
    said = terminal.do(
        *prove, "--address", "https://office.example/r", by=OFFICER, at="2022-12-05T10:00"
    )
    assert "holds the signed words" in said.out
    assert terminal.stage() == "published"
    assert "copy_to_inspectors" in str(terminal.do("letters", CASE, "--json").value)
    for whom in ("inspectors", "secretary_of_state"):
        terminal.do("sent", f"{CASE}:copy:{whom}:1", by=OFFICER, at="2022-12-05T11:00")
    assert terminal.stage() == "closed"
    assert "whole" in terminal.do("verify").out


def test_an_edited_file_becomes_a_version_and_the_same_file_changes_nothing(
    terminal: Terminal,
) -> None:
    terminal.answered()
    file = terminal.folder / "current.docx"
    terminal.do("get", CASE, "-o", str(file))
    assert "nothing was changed" in terminal.do("check-in", CASE, str(file), by=HEAD).out
    edited = terminal.folder / "edited.docx"
    edited.write_bytes(_reworded(file.read_bytes()))
    terminal.do("check-in", CASE, str(edited), by=HEAD)
    assert terminal.do("versions", CASE, "--json").value[-1]["kind"] == "check_in"
    assert terminal.stage() == "in_review"


def _reworded(data: bytes) -> bytes:
    from casework.documents.regions import fill_regions

    return fill_regions(data, {"overview": ["I welcome this report warmly."]})


def test_the_facts_of_a_case_are_those_of_the_exchange_format(terminal: Terminal) -> None:
    terminal.signed()
    facts = terminal.do("case", "facts", CASE, "--json").value
    assert list(facts) == FACTS
    assert (facts["last_day"], facts["signed_on"]) == ("2022-12-08", "2022-11-22")
    assert facts["findings"][-1]["deadline"] == {
        "raw": "Within three months",
        "date": "2023-01-14",
    }
    assert facts["findings"][0]["addressee"] == "force"
    assert facts["chief_officer_comments"][1] == "We accept “each” finding & act on it."
    assert facts["signatory"]["name"] == "Eleanor Whitcombe"


def test_a_case_is_shown_whole_to_a_person(terminal: Terminal) -> None:
    terminal.signed()
    said = terminal.do("show", CASE).out
    for expected in ("Day 1 is Friday 14 October 2022", "AFI 20", "approved by Rupert Adeyemi"):
        assert expected in said


def test_one_act_number_is_one_act(terminal: Terminal) -> None:
    terminal.opened()
    for _ in range(2):
        terminal.do("confirm", CASE, "--act-id", "morning-1", by=OFFICER)
    assert terminal.history().count("findings_confirmed") == 1


def test_an_act_number_of_another_act_is_refused(terminal: Terminal) -> None:
    terminal.opened()
    terminal.do("lead", CASE, HEAD, "--act-id", "morning-1", by=OFFICER)
    words = ("answer", CASE, "overview", "Words.", "--as", OFFICER, "--act-id", "morning-1")
    assert "another act" in terminal.refused(*words)


def test_a_dated_act_is_recorded_now_and_acted_then(terminal: Terminal) -> None:
    terminal.opened()
    entry = terminal.do("show", CASE, "--json").value["history"][0]
    assert entry["acted_at"] == "2022-10-14T09:15+01:00"
    assert entry["recorded_at"] > "2026"


def test_findings_are_put_right_against_the_report(terminal: Terminal) -> None:
    terminal.opened()
    terminal.do("finding", "drop", CASE, "f003", "--because", "printed twice", by=OFFICER)
    new = ("finding", "add", CASE, "recommendation", "By May, the force should act.")
    terminal.do(*new, by=OFFICER)
    whom = ("finding", "regard", CASE, "f004", "us", "--because", "it is addressed to us")
    terminal.do(*whom, by=OFFICER)
    findings = {f["key"]: f for f in terminal.do("show", CASE, "--json").value["findings"]}
    assert "f003" not in findings
    assert findings["f021"]["class"] == "recommendation"
    assert findings["f004"]["concerns"] == "us"
    terminal.do("finding", "restore", CASE, "f003", by=OFFICER)
    assert len(terminal.do("show", CASE, "--json").value["findings"]) == 21


def test_a_signature_given_elsewhere_is_recorded_with_its_evidence(terminal: Terminal) -> None:
    terminal.answered()
    terminal.do("submit", CASE, "--dated", "2022-11-22", by=OFFICER, at="2022-11-20T10:00")
    scan = terminal.folder / "minute.txt"
    scan.write_text("Approved at the meeting.")
    given = ("--given-by", CHIEF_EXECUTIVE, "--how", "minute 7", "--evidence", str(scan))
    terminal.do("sign", CASE, *given, by=HEAD, at="2022-11-21T10:00")
    signing = terminal.do("show", CASE, "--json").value["signing"]
    assert signing["signatures"][1]["given"] == "minute 7"


def test_an_office_may_forbid_signatures_at_a_terminal(terminal: Terminal) -> None:
    terminal.answered()
    terminal.do("submit", CASE, by=OFFICER)
    text = Path(OFFICE).read_text(encoding="utf-8")
    strict = terminal.folder / "strict.toml"
    strict.write_text(
        text.replace("terminal_signatures_allowed = true", "terminal_signatures_allowed = false")
    )
    terminal.do("office", "load", str(strict))
    assert "no signatures at a terminal" in terminal.refused("sign", CASE, "--as", SIGNATORY)
    assert terminal.stage() == "signing"


def test_a_bounced_invitation_is_no_invitation(terminal: Terminal) -> None:
    terminal.invited()
    terminal.do("bounced", f"{CASE}:warwickshire:invitation:1", "mailbox full", by=OFFICER)
    force = terminal.do("show", CASE, "--json").value["forces"][0]
    assert (force["comments"], force["invited_on"]) == ("bounced", None)
    terminal.do("invite", CASE, "--reissue", by=OFFICER)
    assert terminal.do("show", CASE, "--json").value["forces"][0]["comments"] == "prepared"


@pytest.mark.parametrize(("way", "state"), [("--nil", "nil"), ("--declined", "declined")])
def test_the_chief_officer_may_send_nothing(terminal: Terminal, way: str, state: str) -> None:
    terminal.invited()
    terminal.do("comments", CASE, way, "e-mail of 1 November", by=OFFICER, at="2022-11-01T09:00")
    assert terminal.do("show", CASE, "--json").value["forces"][0]["comments"] == state


def test_a_case_ends_and_is_reopened_each_with_a_reason(terminal: Terminal) -> None:
    terminal.opened()
    terminal.do("end", CASE, "opened-by-mistake", "--because", "opened in error", by=OFFICER)
    assert terminal.do("list", "--json").value == []
    assert len(terminal.do("list", "--all", "--json").value) == 1
    terminal.do("reopen", CASE, "--because", "it was ours after all", by=OFFICER)
    assert terminal.stage() == "opened"


def test_the_link_that_starting_prints_is_for_somebody_who_may_open_a_case(
    terminal: Terminal,
) -> None:
    terminal.opened()
    assert OFFICERS & first_person().roles_on(today())


def test_submitting_tells_of_a_question_that_nobody_answered(terminal: Terminal) -> None:
    terminal.answered()
    ask = ("ask", CASE, "pym", "What does it cost?", "2022-11-18")
    terminal.do(*ask, by=OFFICER, at="2022-11-14T09:00")
    dated = ("--dated", "2022-11-22")
    said = terminal.do("submit", CASE, *dated, by=OFFICER, at="2022-11-20T10:00").out
    assert "Look: Gareth Pym has not answered question 1, due 18 November 2022" in said
    assert terminal.stage() == "signing"


def test_the_list_of_the_machine_itself_marks_what_is_under_embargo(terminal: Terminal) -> None:
    terminal.opened()
    assert "embargoed" not in terminal.do("list").out
    ahead = (datetime.now(UTC) + timedelta(days=9)).date().isoformat()
    terminal.do(
        "hold", CASE, ahead, "--because", "the copy came early", by=OFFICER, at="2022-10-14T09:30"
    )
    listed = " ".join(terminal.do("list").out.split())
    assert f"embargoed until {ahead}" in listed
    until = terminal.do("list", "--json").value[0]["embargoed_until"]
    assert datetime.fromisoformat(until) > datetime.now(UTC)
