"""What the report says is settled by a person: its date, its findings, whom they concern.

Starts when a case has been opened. Leaves the case *confirmed*, or ended by
one of the ways out. A confirmed date that turns out wrong is corrected here:
every day is derived from it, so nothing else has to be changed by hand.
"""

from casework.findings.dividing import merge_findings, split_finding
from casework.findings.earlier import repeats_of
from casework.findings.numbering import number_finding
from casework.findings.ordering import move_finding, reorder_findings
from casework.findings.right import (
    accept_findings,
    add_finding,
    correct_finding,
    drop_finding,
    regard_finding,
    restore_finding,
)
from casework.findings.settling import (
    UnlikelyDateError,
    confirm_date,
    confirm_findings,
    hold_report,
    release_report,
    take_case,
)
from casework.findings.tracker import apply_tracker, preview_tracker
from casework.findings.ways_out import end_case, reopen_case
from casework.findings.word_file import out_of_step

__all__ = [
    "UnlikelyDateError",
    "accept_findings",
    "add_finding",
    "apply_tracker",
    "confirm_date",
    "confirm_findings",
    "correct_finding",
    "drop_finding",
    "end_case",
    "hold_report",
    "merge_findings",
    "move_finding",
    "number_finding",
    "out_of_step",
    "preview_tracker",
    "regard_finding",
    "release_report",
    "reopen_case",
    "reorder_findings",
    "repeats_of",
    "restore_finding",
    "split_finding",
    "take_case",
]
