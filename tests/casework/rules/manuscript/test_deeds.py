"""Who acts in an answer: the body, or only the force; or somebody says why nobody does."""

# ruff: noqa: E501 - sentences of letters, each whole on its line

import pytest

from casework.rules.manuscript.deeds import Body, sentences
from models.shapes.checking import Holder, OfficeFacts
from tests.manuscripts import some_facts

BODY = Body(some_facts(), "I will review this at my Performance and Scrutiny Board. I ask.")


@pytest.mark.parametrize(
    "words",
    [
        "I recognise the seriousness of this and have written to the Chief Constable to seek a timetable.",
        "My office commissions an annual survey, which will now ask about this.",
        "This is a priority in the Police and Crime Plan, and performance is reported to my Strategic Performance Board each quarter.",
        "I will continue to hold the Chief Constable to account through our weekly one-to-one meetings.",
        "I have allocated £150,000 from the reserves.",
        "I intend to dip-sample cases with the help of my Independent Custody Visitors.",
        "My Chief Finance Officer is reviewing the business case.",
        "A report will come to my Accountability and Performance Board in July 2024.",
        "I am assured by the evidence presented at my March board that the force has addressed this; I do not propose any additional action.",
        "I will seek assurance that this has been embedded.",
        "The Commissioner will continue to scrutinise this area of business.",
        "I share the inspectors' concern. I have made clear to the Chief Constable that I expect improvement by the autumn.",
        "The Deputy Commissioner visits the control room each month and reports back.",
        "I have challenged the Chief Constable about this at public meetings.",
        "Through the Local Criminal Justice Board, which I chair, partners have agreed a joint plan.",
        "I will be writing to the Home Secretary about the funding of this.",
        "The force delivered this in February. The OPCC has verified the evidence and considers the matter closed.",
        "I will require a quarterly update from the Chief Constable until the issue is resolved.",
        "This was raised with the Chief Constable on 20 March 2024 and will be kept under review by my office.",
        "I fully support this recommendation. In my budget for 2024/25 I provided for thirty more detectives.",
        "The Joint Audit Committee will receive the internal auditors' report in September.",
        "I accept this. Oversight will be provided by my new Assurance Board.",
        "It is for the Chief Constable to decide how to deploy her officers, but I will look for evidence of change at my next scrutiny meeting.",
        "I am confident that the force's plan is sound. I shall test this by asking for the results of the next audit.",
        "My scrutiny panel of local people reviewed this in January, and its report is on my website.",
        "As PCC, I have invested in a new team to support victims.",
        "I asked the force for its plan on the day the report came out.",
        "We discussed this at our monthly meeting, and I have asked for more detail.",
        "I take this very seriously and I am going to meet the head of the unit.",
        "No further action is required from me at this stage because the AFI was closed by HMICFRS in March.",
        "Monitoring of this will take place through the Corporate Governance Framework and my Executive Board.",
        "The PCC's office has set up a working group with the force on this.",
        "Delivery of the plan will be overseen by the Police and Crime Commissioner.",
        "I have already seen improvement and will keep a close watch.",
        "I hold monthly performance meetings at which this is a standing item.",
        "I note the progress made and will revisit the matter in six months.",
        "Assurance will be sought from the Chief Constable at the Performance and Delivery Board on 12 June 2024.",
        "I propose to invite the Chief Constable to explain this in public.",
        "This finding reflects what victims tell me. I will fund an advocate.",
        "My response: I accept the finding and have asked for monthly data.",
        "Action by the Commissioner: quarterly review at the Governance Board.",
        "To be scrutinised at the PCC's Accountability Board, June 2024.",
        "Agreed. PCC to monitor through Force Performance Board.",
        "OPCC to attend the force's Gold Group and report back.",
        "Not accepted. The force already meets this standard.",
        "Already in place; no further action.",
        "Complete - verified by OPCC audit, April 2024.",
    ],
)
def test_the_body_acts_or_says_why_not(words: str) -> None:
    assert BODY.answers(words)
    assert not BODY.tells_force_only(words)


@pytest.mark.parametrize(
    "words",
    [
        "The force will report progress to its Performance Board.",
        "This work is overseen by the Assistant Chief Constable.",
        "The Chief Constable has commissioned a review of the unit.",
        "The force accepts this AFI. A working group has been established and will report to the Chief Officer Group in June.",
        "Barsetshire Police has invested in new technology and expects to see benefits by September.",
        "The constabulary has already delivered training to all call handlers and will audit compliance each month.",
        "The force has put in place a performance framework which is monitored by its own Strategic Board.",
        "The Deputy Chief Constable chairs a monthly board that holds leads to account for progress.",
        "Work is under way within the force to improve supervision. The head of crime leads it.",
        "The Chief Constable has told me that the force has a plan in place.",
        "I understand from the Chief Constable that training has been completed.",
        "I am encouraged by the progress that the force has made and thank officers for their work.",
        "I welcome the force's commitment to address this and note the action plan it has developed.",
        "The Chief Constable recognises the importance of this and has appointed a superintendent to lead.",
        "Officers now receive refresher training every six months and supervisors review body-worn video.",
        "Detective Chief Inspector Jones is the lead. The team has been increased by four investigators.",
        "The force's vulnerability hub reviews each incident and refers victims to support.",
        "We have trained all our officers and our supervisors now review every crime within 24 hours.",
        "The force is reviewing its processes and will update its policy by December 2024.",
        "HMICFRS has recognised the progress made by the force since the inspection.",
        "The force scrutinises stop and search through its internal panel.",
        "The Chief Constable informs the Commissioner that the backlog has been cleared.",
        "The Commissioner has been informed by the Chief Constable that the plan is on track.",
        "The Commissioner notes that the force has recruited two analysts.",
        "The Commissioner welcomes the steps the force has taken.",
        "The PCC is pleased that the force has improved.",
        "The force has drawn up an action plan that addresses each point and the plan is being implemented.",
        "In response, the force has created a dedicated team, which has cut the backlog by half.",
        "The force has developed a plan to deliver this recommendation, which is tracked through the Force Improvement Board.",
        "The force's action plan is set out below and will be implemented by the Chief Constable.",
    ],
)
def test_only_the_force_acts(words: str) -> None:
    assert BODY.tells_force_only(words)
    assert not BODY.answers(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Noted.",
        "I agree with this.",
        "I welcome this finding.",
        "I am grateful for the inspectors\u2019 work on this.",
        "This matters to everybody who lives here.",
    ],
)
def test_mere_attitudes_are_neither(words: str) -> None:
    assert not BODY.answers(words)
    assert not BODY.tells_force_only(words)


def test_a_body_is_known_by_its_title_its_initials_its_office_and_its_holder() -> None:
    assert {
        "police and crime commissioner",
        "pcc",
        "opcc",
        "commissioner",
        "eleanor harding",
        "harding",
        "office of the police and crime commissioner for barsetshire",
    } <= BODY.names


def test_where_the_chief_officer_is_a_commissioner_the_body_is_not() -> None:
    facts = some_facts(
        local_policing_body=Holder(
            "Mayor\u2019s Office for Policing and Crime", "Sadie Mann", "mopac"
        ),
        chief_officer=Holder("Commissioner", "Sir Ian"),
        office=OfficeFacts("MOPAC"),
        signatory=Holder("Deputy Mayor", "Kaya Thorne"),
    )
    body = Body(facts, "")
    assert not body.acts("The Commissioner has set up a team.")
    assert body.acts("MOPAC has asked for a plan.")
    assert body.acts("The Deputy Mayor has asked for a plan.")


def test_the_body_s_own_meeting_is_known_by_the_name_it_gave_it_once() -> None:
    words = "This will be discussed at the Performance and Scrutiny Board in May."
    assert BODY.acts(words)
    assert not Body(some_facts(), "").acts(words)


def test_a_promise_is_a_commitment_and_a_habit_is_none() -> None:
    assert BODY.commits("I will ask for a plan.")
    assert BODY.commits("My office has asked for a plan.")
    assert not BODY.commits("I see the same figures as the inspectors.")
    assert not BODY.commits("I am pleased with the plan.")


def test_nothing_known_of_a_body_leaves_i_and_we() -> None:
    bare = Body(
        some_facts(local_policing_body=Holder(), office=OfficeFacts(), signatory=Holder()), ""
    )
    assert bare.acts("I will ask.")
    assert bare.acts("We have asked for it.")
    assert not bare.acts("Nobody has asked.")


def test_sentences_are_parted_at_stops_and_lines() -> None:
    assert list(sentences("One. Two!\n\nThree; four\n")) == ["One.", "Two!", "Three;", "four"]


@pytest.mark.parametrize(
    "words",
    [
        "She will take this to her board in June.",
        "The Commissioner accepts this. It becomes a standing item of her review from June.",
        "The Commissioner accepts this. She asked for it in May, and will publish it on her website.",
        "The Mayor’s answer: he has asked for weekly figures.",
        "I accept it. At my request, the university has begun an evaluation.",
        "My position: funded from the reserve, £40,000 in June.",
        "My office’s audit team sees 400 of these a year. From June it will send us what it learns.",
        "That is a matter for ministers.",
        "I can do nothing about this, and say so.",
        "Accepted. The panel, at our instigation, listens to 30 calls a quarter.",
    ],
)
def test_who_acts_is_known_from_the_sentence_before(words: str) -> None:
    assert BODY.answers(words)


@pytest.mark.parametrize(
    "words",
    [
        "I am copying this letter to the inspectors and publishing it on my website.",
        "Copies of this response are being sent to HM Inspectors of Constabulary.",
        "I invited the Chief Constable to comment on 13 March 2024.",
        "The inspectors say: “",
        "My answer: ",
        "The Mayor’s answer. This is a serious matter for policing here.",
        "I recognise how hard such waits are for the officers who sit with them.",
        "I regret the disputed figure on which this rests.",
    ],
)
def test_what_is_said_of_the_paper_or_the_matter_is_no_answer(words: str) -> None:
    assert not BODY.answers(words)
    assert not BODY.tells_force_only(words)


@pytest.mark.parametrize(
    "words",
    [
        "The force has a new risk model. It will train all call handlers by October.",
        "My answer: The force has a new model. It will train all its staff in it.",
        "A superintendent chairs a monthly group. It will report in June.",
    ],
)
def test_what_the_force_goes_on_to_do_is_still_the_force_s(words: str) -> None:
    assert BODY.tells_force_only(words)
