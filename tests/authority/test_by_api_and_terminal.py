"""The API and the command line stand behind the same table as the pages."""

from pathlib import Path

import pytest

from casework.rules.authority import AUTHORITY
from casework.settings import settings
from casework.wiring import forget
from models.words import Role, Stage
from tests.authority.digest import changed, digest
from tests.authority.stages import CASE, WHEN, WHO, Stages
from tests.cli.terminal import Terminal
from tests.web.api_client import Other

OF_THE_SYSTEM = frozenset({"apitoken", "apirequest"})
WHY = "for a reason given in words"
REQUESTS: dict[str, tuple[str, str, dict[str, object]]] = {
    "confirm_date": ("PUT", "date", {"published": "2022-10-13"}),
    "take_case": ("PUT", "lead", {"person": "birch"}),
    "confirm_findings": ("POST", "findings/confirmation", {}),
    "accept_findings": ("POST", "findings/acceptance", {"keys": ["f001"]}),
    "add_finding": ("POST", "findings", {"class": "recommendation", "text": "It should."}),
    "regard_finding": ("PUT", "findings/f001/concerned", {"concerns": "others", "why": WHY}),
    "write_answer": ("PUT", "answers/overview", {"text": "My words."}),
    "submit": ("POST", "rounds", {}),
    "send_back": ("POST", "send-back", {"reason": WHY}),
    "schedule": ("PUT", "schedule", {"moment": "2022-12-07T10:00:00Z"}),
    "check_out": ("POST", "check-outs", {}),
    "record_nil_return": ("POST", "submissions/none", {"how": WHY}),
    "decide_remark": ("PUT", "remarks/1/decision", {"decision": "taken", "reason": WHY}),
}
COMMANDS: dict[str, list[str]] = {
    "confirm_findings": ["confirm", CASE],
    "take_case": ["lead", CASE, "birch"],
    "end_case": ["end", CASE, "opened-by-mistake", "--because", WHY],
    "reopen_case": ["reopen", CASE, "--because", WHY],
    "write_answer": ["answer", CASE, "overview", "My words."],
    "drop_finding": ["finding", "drop", CASE, "f001", "--because", WHY],
    "submit": ["submit", CASE],
    "send_back": ["send-back", CASE, WHY],
    "unschedule": ["unschedule", CASE, "--because", WHY],
    "correct": ["correct", CASE, WHY],
    "give_lateness_reason": ["late", CASE, WHY],
}
STAGES = (Stage.OPENED, Stage.SIGNING, Stage.CLOSED)


@pytest.mark.parametrize("stage", STAGES)
def test_a_request_the_table_does_not_allow_is_refused_and_changes_nothing(
    stage: Stage, stages: Stages, tmp_path: Path
) -> None:
    service = stages.take(stage, tmp_path / "own")
    for role, person in WHO.items():
        other = Other(service, person, WHEN[stage])
        before = digest(service.record, OF_THE_SYSTEM)
        for act, (verb, path, words) in REQUESTS.items():
            power = AUTHORITY[act]
            if role in power.by and stage in power.stages:
                continue
            headers = other.carried(f"/cases/{CASE}/")
            answer = other.ask(verb, f"/cases/{CASE}/{path}", headers=headers, json=words)
            assert answer.status_code in {403, 404, 409, 422}, (act, role, answer.text)
            if role not in power.by:
                assert answer.status_code in {403, 422}, (act, role, answer.text)
        assert changed(before, digest(service.record, OF_THE_SYSTEM)) == [], role


def test_a_token_that_only_reads_does_nothing_at_all(stages: Stages, tmp_path: Path) -> None:
    service = stages.take(Stage.OPENED, tmp_path / "own")
    other = Other(service, WHO[Role.CHIEF_EXECUTIVE], WHEN[Stage.OPENED], may_write=False)
    before = digest(service.record, OF_THE_SYSTEM)
    for act, (verb, path, words) in REQUESTS.items():
        headers = other.carried(f"/cases/{CASE}/")
        answer = other.ask(verb, f"/cases/{CASE}/{path}", headers=headers, json=words)
        assert answer.status_code == 403, (act, answer.text)
    assert changed(before, digest(service.record, OF_THE_SYSTEM)) == []


@pytest.mark.parametrize("stage", STAGES)
def test_a_command_the_table_does_not_allow_is_refused_and_changes_nothing(
    stage: Stage, stages: Stages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = stages.take(stage, tmp_path / "own")
    monkeypatch.setenv("SECTION55_OUTPUTS", str(tmp_path / "own"))
    monkeypatch.setenv("SECTION55_DATABASE_URL", str(service.record.engine.url))
    monkeypatch.setenv("SECTION55_ENGINE_API", "http://127.0.0.1:9/api")
    settings.cache_clear()
    forget()
    terminal = Terminal(tmp_path)
    before = digest(service.record)
    moment = f"{WHEN[stage]:%Y-%m-%dT%H:%M}"
    try:
        for role, person in WHO.items():
            for act, words in COMMANDS.items():
                power = AUTHORITY[act]
                if role in power.by and stage in power.stages:
                    continue
                said = terminal.try_(*words, "--as", person, "--at", moment)
                assert said.code == 2, (act, role, said)
                assert "No such command" not in said.told, words
                assert "No such option" not in said.told, words
                assert "Missing" not in said.told, words
                if role not in power.by:
                    assert "may not" in said.told, (act, role, said)
    finally:
        settings.cache_clear()
        forget()
    assert changed(before, digest(service.record)) == []
