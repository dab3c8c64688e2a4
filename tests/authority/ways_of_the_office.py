"""One way to do each act of the office as a whole, by function."""

from casework import access, watching
from casework.access import doors_open
from casework.access.identities import enter_by_provider
from casework.record import settings_acts, starting
from casework.record.hand import Hand
from casework.record.service_health import note_backup
from casework.reminders.sweep import sweep
from casework.watching import embargoes, settling
from tests.authority.stages import CASE, OFFICE
from tests.authority.ways_on_a_case import WHY, Way
from tests.builders import OFFICER, Service

NEW_NAME = OFFICE.replace("01632 960 100", "01632 960 111")

NEW_SESSION = access.NewSession("4" * 64, "token", "a browser")
KNOWN = access.Known("https://id.example", "1", "nobody@id.example")


def _change(service: Service, hand: Hand) -> object:
    with service.record.reading() as session:
        base = service.record.office(session).settings_sha256
    return settings_acts.change_settings(service.record, hand, NEW_NAME, base)


WAYS: dict[str, Way] = {
    "settle_sighting": lambda s, h: watching.settle_sighting(s.record, h, "no-key", WHY),
    "trust_list": lambda s, h: watching.trust_list(s.record, h, "no-source"),
    "start_office_flow": lambda s, h: starting.start_office_flow(s.record, h, "catch-up"),
    "note_sighting": lambda s, h: settling.note_outcome(s.record, h, "no-key", "", WHY),
    "put_off_sighting": lambda s, h: settling.put_off(s.record, h, "no-key", WHY, at_once=True),
    "note_slipped_release": lambda s, h: embargoes.slipped(s.record, h, CASE, None),
    "look_for_live_page": lambda s, h: embargoes._not_seen(s.record, h, CASE),
    "sweep_deadlines": lambda s, h: sweep(s.record, h),
    "backed_up": lambda s, h: note_backup(s.record, h, 7),
    "change_settings": _change,
    "load_settings": lambda s, h: settings_acts.load_settings(s.record, h, NEW_NAME, "o.toml"),
    "confirm_settings": lambda s, h: settings_acts.confirm_settings(s.record, h, "no-act"),
    "withdraw_settings": lambda s, h: settings_acts.withdraw_settings(s.record, h, "no-act"),
    "make_sign_in_link": lambda s, h: access.keep_link(s.record, h, OFFICER, "0" * 64),
    "make_code": lambda s, h: access.keep_code(s.record, h, OFFICER, "123456"),
    "sign_out": lambda s, h: access.end(s.record, h, "0" * 64),
    "sign_out_everywhere": lambda s, h: access.end_all(s.record, h),
    "sign_out_one": lambda s, h: access.end_one(s.record, h, 1),
    "end_session": lambda s, h: doors_open.end_session(s.record, h, 1),
    "make_token": lambda s, h: access.make_token(s.record, h, access.NewToken("1" * 64, "Test")),
    "revoke_token": lambda s, h: access.revoke_token(s.record, h, 1),
    "make_calendar_link": lambda s, h: access.make_calendar_link(s.record, h, "2" * 64),
    "revoke_calendar_link": lambda s, h: access.revoke_calendar_link(s.record, h),
    "sign_in": lambda s, h: access.begin(s.record, h, "3" * 64, NEW_SESSION),
    "sign_in_elsewhere": lambda s, h: enter_by_provider(s.record, h, KNOWN, "state", NEW_SESSION),
    "confirm_elsewhere": lambda s, h: access.confirm_by_provider(s.record, h, KNOWN, "state", 1),
}
