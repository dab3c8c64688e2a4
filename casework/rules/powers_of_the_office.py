"""Powers of the office as a whole: the sources, the settings, the doors, the service's round."""

from typing import Final

from casework.rules.administration import CONFIRMERS
from casework.rules.powers import ADMINISTRATORS, ANY_STAGE, EVERYBODY, PEOPLE, Power
from casework.rules.progress import OFFICERS, SERVICE

NO_ADMINISTRATOR = "the other two only in an office that names no administrator"
AN_ADMINISTRATOR = (NO_ADMINISTRATOR, "an administrator")
MINE_OR_SECOND = "whoever asked for it, or may confirm it"
OWN = "one’s own"

WATCHING = (
    Power("settle_sighting", "say what is not for this office", OFFICERS),
    Power("trust_list", "say that a list is right", OFFICERS),
    Power("start_office_flow", "start a flow by hand", OFFICERS),
    Power("look_at_source", "look at a source", SERVICE),
    Power("leave_source_alone", "leave a source alone", SERVICE),
    Power("note_sighting", "say what became of something seen", SERVICE),
    Power("put_off_sighting", "put off something seen", SERVICE),
    Power("reconcile_reports", "reconcile the reports", SERVICE),
    Power("note_slipped_release", "plan a slipped release anew", SERVICE),
    Power("look_for_live_page", "look for the live page", SERVICE),
    Power("sweep_deadlines", "tell people what is due", SERVICE),
    Power("backed_up", "say that a backup was made", SERVICE),
)
SETTINGS = (
    Power("change_settings", "change the settings", ADMINISTRATORS, ANY_STAGE, *AN_ADMINISTRATOR),
    Power(
        "load_settings",
        "change the settings",
        ADMINISTRATORS | SERVICE,
        ANY_STAGE,
        *AN_ADMINISTRATOR,
    ),
    Power(
        "confirm_settings",
        "confirm this",
        ADMINISTRATORS | CONFIRMERS,
        ANY_STAGE,
        "not whoever asked for the change",
        "an administrator, the signatory or the chief executive",
    ),
    Power("withdraw_settings", "take a change back", PEOPLE, ANY_STAGE, MINE_OR_SECOND),
)
DOORS = (
    Power("make_sign_in_link", "make a link to sign in", EVERYBODY),
    Power("make_code", "make a code", EVERYBODY),
    Power("confirm_by_code", "confirm by a code", PEOPLE, ANY_STAGE, OWN),
    Power("sign_in", "sign in", SERVICE, ANY_STAGE, "whoever holds a link that was not used"),
    Power(
        "sign_in_elsewhere", "sign in", SERVICE, ANY_STAGE, "whom the office’s sign-in vouches for"
    ),
    Power("confirm_elsewhere", "confirm who they are", PEOPLE, ANY_STAGE, OWN),
    Power("sign_out", "sign out", EVERYBODY),
    Power("sign_out_everywhere", "sign out everywhere", PEOPLE, ANY_STAGE, OWN),
    Power("sign_out_one", "end a session", PEOPLE, ANY_STAGE, OWN),
    Power("end_session", "end another’s session", ADMINISTRATORS, ANY_STAGE, *AN_ADMINISTRATOR),
    Power("make_token", "make a token", PEOPLE, ANY_STAGE, OWN),
    Power("revoke_token", "take a token back", PEOPLE, ANY_STAGE, "one’s own, or an administrator"),
    Power("make_calendar_link", "make the address of a calendar", PEOPLE, ANY_STAGE, OWN),
    Power("revoke_calendar_link", "take the address of a calendar back", PEOPLE, ANY_STAGE, OWN),
)
OF_THE_OFFICE: Final = (*WATCHING, *SETTINGS, *DOORS)
