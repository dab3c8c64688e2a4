"""Everything the record holds of one case, as plain values for a program."""

import json
from typing import TYPE_CHECKING, Any

from cli.colleague_values import colleague_values
from cli.finding_values import (
    date_oddities,
    date_values,
    dropped_values,
    finding_values,
    repeat_values,
)
from cli.given import LONDON, today
from cli.letters import letter_values
from cli.review import versions_in
from cli.several_hands import hands_on
from cli.what_next import next_words, the_record

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlmodel import Session

    from casework.record.dossier import Dossier
    from models.shapes.office import OfficeSettings


def case_values(reference: str) -> dict[str, Any]:
    """Return a case whole: dates, findings, tracks, papers, signatures, history."""
    from casework.findings import out_of_step, repeats_of
    from casework.record.desk import find_case, found
    from casework.record.dossier import dossier

    record = the_record()
    repeats = repeats_of(record, reference)
    with record.reading() as session:
        office = record.office(session)
        case = find_case(session, found(office.id), reference)
        file = dossier(session, case)
        settings = record.settings_of(session, office)
        people = _people(session)
        return {
            **_case(file, people),
            "dates": _dates(file),
            "forces": [_force(settings, file, one) for one in file.forces],
            "findings": finding_values(file),
            "dropped": dropped_values(session, file),
            "repeats": repeat_values(repeats),
            "found_before": repeats.sentences(),
            "list_and_file": out_of_step(record, reference) or None,
            "graded_areas": [{"area": a.area, "grade": a.grade} for a in file.areas],
            "submissions": [_submission(one) for one in file.submissions],
            "versions": versions_in(reference),
            **hands_on(reference),
            "colleagues": colleague_values(reference),
            "letters": [letter_values(mail) for mail in file.mails],
            "signing": _signing(file, people),
            "publications": [_publication(one) for one in file.publications],
            "history": _history(session, file, people),
        }


def _people(session: "Session") -> dict[int | None, str]:
    from sqlmodel import select

    from models import Person

    return {None: "the service", **{p.id: p.name for p in session.exec(select(Person))}}


def _case(file: "Dossier", people: dict[int | None, str]) -> dict[str, Any]:
    words, who = next_words(file)
    case, report = file.case, file.report
    return {
        "reference": case.reference,
        "title": report.title,
        "kind": report.kind.value,
        "address": report.address,
        "file": report.file_name,
        "sha256": report.sha256,
        "warnings": json.loads(report.warnings),
        "ours_because": case.ours_because or None,
        "stage": case.stage.value,
        "regime": case.regime.value,
        "route": case.route,
        "lead": people[case.lead_id] if case.lead_id else None,
        "findings_confirmed": case.findings_confirmed,
        "lateness_reason": case.lateness_reason or None,
        "ended_because": case.ended_because or None,
        "next": words,
        "who": who or None,
    }


def _dates(file: "Dossier") -> dict[str, Any]:
    from casework.registers.bank_holidays import bank_holidays_around
    from casework.rules.deadlines import deadline_answer
    from casework.rules.wording import day_of_period_words

    answer = deadline_answer(file.published, today(), bank_holidays_around(file.published))
    return {
        **answer.as_json(),
        "day": day_of_period_words(answer.day_number_today, 56),
        "provisional": file.provisional,
        "source": file.case.date_source,
        "told": date_values(file),
        "oddities": date_oddities(file),
        "embargoed_until": _moment(file.case.embargoed_until),
        "released_at": _moment(file.case.released_at),
        "planned_for": _moment(file.case.planned_for),
        "responded_on": _day(file.case.responded_on),
    }


def _force(settings: "OfficeSettings", file: "Dossier", one: Any) -> dict[str, Any]:
    known = settings.force(one.force_key)
    final = file.final_comments(one.force_key)
    return {
        "key": one.force_key,
        "name": known.name if known else one.force_key,
        "comments": one.state.value,
        "invited_on": _day(one.invited_on),
        "comments_due_on": _day(one.comments_due_on),
        "received_on": _day(one.received_on),
        "invitation": one.round,
        "final_comments": final.id if final else None,
    }


def _submission(one: Any) -> dict[str, Any]:
    return {
        "number": one.id,
        "force": one.force_key,
        "file": one.file_name,
        "class": one.klass.value if one.klass else None,
        "cleared_by": one.cleared_by or None,
        "received_on": one.received_on.isoformat(),
        "left_out": one.superseded,
        "paragraphs": json.loads(one.paragraphs),
    }


def _signing(file: "Dossier", people: dict[int | None, str]) -> dict[str, Any] | None:
    round_ = file.round
    if round_ is None:
        return None
    return {
        "round": round_.number,
        "state": round_.state.value,
        "dated": round_.dated.isoformat(),
        "version": round_.copy_version,
        "manifest_sha256": round_.manifest_sha256,
        "address": round_.address,
        "signatory": people[round_.signatory_id],
        "signatures": [
            {
                "step": one.step.value,
                "person": people[one.person_id],
                "role": one.role.value,
                "instrument": one.instrument or None,
                "at": _moment(one.acted_at),
                "given": one.given_how,
            }
            for one in file.signatures
        ],
    }


def _publication(one: Any) -> dict[str, Any]:
    return {
        "publisher": one.publisher,
        "state": one.state.value,
        "address": one.address or None,
        "written_at": _moment(one.written_at),
        "seen_at": _moment(one.seen_at),
        "proof": one.proof.value if one.proof else None,
        "trouble": one.trouble or None,
    }


def _history(
    session: "Session", file: "Dossier", people: dict[int | None, str]
) -> list[dict[str, Any]]:
    from sqlmodel import col, select

    from models import HistoryEntry

    wanted = select(HistoryEntry).where(HistoryEntry.chain == f"case:{file.case.id}")
    rows = session.exec(wanted.order_by(col(HistoryEntry.seq)))
    return [_entry(row, people) for row in rows]


def _entry(row: Any, people: dict[int | None, str]) -> dict[str, Any]:
    said = json.loads(row.body)
    return {
        "seq": row.seq,
        "what": said["what"],
        "who": people.get(said.get("person"), "somebody"),
        "role": said.get("role"),
        "acted_at": _local(said.get("acted_at")),
        "recorded_at": _local(said.get("recorded_at")),
        "facts": said.get("facts", {}),
        "hash": row.hash,
    }


def _local(moment: str | None) -> str | None:
    """Return a stored moment as London's clocks show it."""
    from datetime import datetime

    return _moment(datetime.fromisoformat(moment)) if moment else None


def _day(day: "date | None") -> str | None:
    return day.isoformat() if day else None


def _moment(moment: "datetime | None") -> str | None:
    return moment.astimezone(LONDON).isoformat(timespec="minutes") if moment else None
