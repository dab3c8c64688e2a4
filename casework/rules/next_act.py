"""What is to be done next in a case, and by whom: one sentence."""

from collections.abc import Iterable, Sequence

from models.shapes.route import Route, RouteStep
from models.words import COMMENTS_CLOSED, CommentsState, Role, SignatureStep, Stage

NEXT = {
    Stage.IN_REVIEW: ("submit the response for signature", Role.POLICY_OFFICER),
    Stage.SIGNED: ("set the moment of publication", Role.POLICY_OFFICER),
    Stage.SCHEDULED: ("nothing: it will be published at the moment set", Role.SERVICE),
    Stage.PUBLISHED: ("send both copies", Role.POLICY_OFFICER),
}
"""By stage: the act, and the role that usually does it."""

ARRIVED = "say whether the comments that came are final"

STEPS = {SignatureStep.APPROVED: "approve the response", SignatureStep.SIGNED: "sign the response"}


def waited_for(routes: Iterable[Route]) -> frozenset[Role]:
    """Return every role that a next act can wait for, in an office with these routes."""
    usual = {role for _, role in NEXT.values()} | {Role.COMMUNICATIONS, Role.SIGNATORY}
    return frozenset(usual | {step.role for route in routes for step in route.steps})


def next_act(
    stage: Stage,
    *,
    dated: bool,
    listed: bool,
    comments: Sequence[CommentsState],
    signature: RouteStep | None = None,
    unseen: bool = False,
    arrived: bool = False,
) -> tuple[str, Role | None]:
    """Return the next act of a case and the role it waits for; no role once it has ended.

    `signature` is the next step of the route while it is with its signatories;
    `unseen` says that it was handed over and nobody has seen it public yet;
    `arrived`, that comments came of which nobody has said what they are.
    """
    if stage is Stage.OPENED:
        missing = [
            w for w, done in (("the publication date", dated), ("the findings", listed)) if not done
        ]
        return f"confirm {' and '.join(missing)}", Role.POLICY_OFFICER
    waiting = [state for state in comments if state not in COMMENTS_CLOSED]
    if stage in {Stage.CONFIRMED, Stage.IN_REVIEW} and (arrived or waiting):
        return ARRIVED if arrived else _about_comments(waiting[0]), Role.POLICY_OFFICER
    if stage is Stage.CONFIRMED:
        return "answer the findings and hand back the edited draft", Role.POLICY_OFFICER
    if stage is Stage.SIGNING:
        return _about_signature(signature)
    if stage is Stage.SCHEDULED and unseen:
        return "say at which address it is public: nobody has seen it yet", Role.COMMUNICATIONS
    return NEXT.get(stage, ("nothing: the case has ended", None))


def _about_signature(step: RouteStep | None) -> tuple[str, Role]:
    if step is None:
        return "approve or sign, whoever is next on the route", Role.SIGNATORY
    return STEPS.get(step.step, "submit the response for signature"), step.role


def _about_comments(state: CommentsState) -> str:
    match state:
        case CommentsState.TO_INVITE | CommentsState.WITHDRAWN:
            return "invite the chief officer to comment"
        case CommentsState.PREPARED:
            return "send the invitation to the chief officer, and say that it went"
        case CommentsState.BOUNCED:
            return "the invitation came back: correct the address and invite again"
        case _:
            return "answer the findings while the chief officer's comments are awaited"
