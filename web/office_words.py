"""What the administrator's pages call each setting, and what they say beside it."""

from typing import Final

PARTS: Final = (
    ("people", "People and roles", "Who works here, in which role, from when until when"),
    ("delegations", "Delegations", "Who may act in another’s role, and by what paper"),
    ("absences", "Absences", "Who is away, and who is told in their place"),
    ("routes", "Routes", "The signatures a response needs, in order"),
    ("lead_times", "Lead times and milestones", "The days of the office’s own plan"),
    ("forces", "Forces and chief officers", "Who leads each force, and how to write to them"),
    ("recipients", "Recipients of copies", "Where copies of a published response go"),
    ("office", "The office", "Its name and address, as at the head of a letter"),
    ("body", "The body that answers", "Its title, name and voice"),
    ("wording", "Wording", "The office’s own words, and the blocks in every response"),
    ("documents", "Types of document in use", "Which are switched off, and offered to nobody"),
    ("welsh", "Welsh names", "An office that has them publishes in both languages"),
    ("partners", "Partners", "Bodies with which some reports are answered jointly"),
    ("mail", "Mail", "Who letters come from, and which wait for a person to send them"),
    ("publication", "Publication", "Where responses are published"),
    ("house_rules", "House rules", "What the law leaves to the office"),
    ("sources", "Sources", "Where new reports are looked for"),
)
"""Section of the settings, its title, and what it is."""

LABELS: Final = {
    "email": "E-mail address",
    "key": "Short name",
    "since": "First day",
    "until": "Last day",
    "to": "Who may act",
    "from": "Whose role it is",
    "giver": "Whose role it is",
    "person": "Who is away",
    "deputy": "Who is told in their place",
    "kinds": "Kinds of report",
    "lead_day": "By which day of the 56",
    "leave_out": "Milestones a case on this route does without",
    "causes_of_concern": "Every report with a cause of concern takes this route",
    "voice": "Voice",
    "comments_due_day": "Day by which comments are asked for",
    "comments_least_days": "Days a chief officer is given at least",
    "chasers_days_before": "Chasers: days before the date for comments",
    "reminders_days_left": "Reminders: days left",
    "milestone_days": "Days of the plan",
    "days_left": "Days left",
    "unless": "Unless the case has reached",
    "site_address": "Public address of the pages",
    "slug": "Rule of a page’s address",
    "send_to_chief_officer": "The service sends letters to the chief officer itself",
    "send_to_signatory": "The service sends letters to the signatory itself",
    "send_to_colleagues": "The service sends letters to colleagues itself",
    "quiet_days": "Days without news after which a list is not trusted",
    "feeds": "Feeds",
    "listings": "Lists of publications",
    "blocks": "Blocks of wording",
    "self_name": "What the inspectors call it",
    "staff_officer_email": "E-mail address of the staff officer",
    "licence": "Sentence on the licence of quoted text",
    "switched_off": "Switched off",
    "monitoring": "Sentence on how findings are followed",
}
HINTS: Final = {
    "key": "Small letters, digits and hyphens. It never changes afterwards",
    "until": "Leave empty while it still holds. People are ended, never deleted",
    "voice": "I, we, or a title such as the Mayor",
    "instrument": "What gives the leave, as a signature will cite it",
    "scope": "What it covers, in words",
    "from": "Leave empty for an acting holder, whom the paper itself appoints",
    "kinds": "None chosen: every kind that nothing else takes",
    "aliases": "Other names in use, one on each line",
    "address": "One line each",
    "feeds": "One address on each line",
    "listings": "One address on each line",
    "chasers_days_before": "Numbers with commas between",
    "reminders_days_left": "Numbers with commas between",
    "days_left": "A number below 0 counts days past the last day",
    "slug": "With {title} or {reference}, and {year} if you like",
    "milestone_days": "Leave empty for the usual day",
    "blocks": "What no choice is made for stands as the document type has it",
    "title": "As under a signature",
    "switched_off": "Nobody is offered what is ticked. What is written as one already stays so",
}
NEW: Final = {
    "people": "Add a person",
    "roles": "Add a role",
    "delegations": "Add a delegation",
    "absences": "Add an absence",
    "routes": "Add a route",
    "steps": "Add a step",
    "escalations": "Add an escalation",
    "forces": "Add a force",
    "chief_officers": "Add a chief officer",
    "partners": "Add a partner",
    "inspectors": "Add a recipient",
    "secretary_of_state": "Add a recipient",
}
LONG: Final = frozenset({"licence", "monitoring", "scope", "instrument", "site_address", "website"})
NEVER_CHANGED: Final = frozenset({"key"})
PEOPLE_NAMED: Final = frozenset({"to", "from", "person", "deputy"})
"""Settings that name somebody of the office by their key."""
REMOVABLE: Final = frozenset({"absences", "escalations", "steps", "routes"})
"""Entries that may be taken away; whatever else has days is ended by its last day."""
OPTIONAL: Final = frozenset({"welsh", "mailbox"})


def label_of(name: str) -> str:
    """Return what a setting is called."""
    return LABELS.get(name) or name.replace("_", " ").capitalize()


def title_of(name: str) -> str:
    """Return what a section is called at the head of its page."""
    known = next((title for key, title, _ in PARTS if key == name), "")
    return known or label_of(name)
