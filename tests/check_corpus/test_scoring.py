"""How finds and false alarms of the checks are counted."""

from tests.check_corpus.labels import Document, Label, overlaps
from tests.check_corpus.scoring import Observation, score, table


def said(check: str, where: str = "", severity: str = "error") -> Observation:
    return {
        "check": check,
        "severity": severity,
        "where": where,
        "message": "A sentence.",
        "suggestion": None,
    }


def document(*labels: Label, also: tuple[str, ...] = ()) -> Document:
    return Document("one", "blind", b"", {}, labels, also)


def test_words_overlap_whatever_signs_and_spaces_they_are_written_with() -> None:
    assert overlaps("the force’s “well\u2011run” unit", 'the force\'s "well-run" unit')
    assert overlaps("Philp Seccombe", "Mr Philp  Seccombe TD")
    assert overlaps("under section 55(1) of that Act", "comments under section 55(1) of")
    assert overlaps("", "anything")


def test_other_words_are_another_place() -> None:
    assert not overlaps("the people of Kent have told me", "the people of Essex have told him")
    assert not overlaps("12 March", "13 March")


def test_a_label_is_met_by_its_own_check_at_its_own_place() -> None:
    done = score([(document(Label("wrong_citation", "section 55(1)")), [
        said("wrong_citation", "pursuant to section 55(1) of the Act"),
    ])])  # fmt: skip
    assert (done.recall, done.missed) == (1.0, [])


def test_a_label_is_missed_by_another_check_or_at_another_place() -> None:
    done = score([(document(Label("wrong_citation", "section 55(1)")), [
        said("date_order", "section 55(1)"),
        said("wrong_citation", "section 54(2)"),
    ])])  # fmt: skip
    assert done.recall == 0.0
    assert [label.check for _, label in done.missed] == ["wrong_citation"]


def test_a_label_about_a_finding_is_met_at_the_finding_or_at_its_reference() -> None:
    finding = ("R2", "The force should tell callers when a response will be late.")
    label = Label("force_action_only", "Text messages are being trialled.", finding)
    at = ("the force should tell callers when", "r2", "messages are being trialled")
    for where in at:
        assert score([(document(label), [said("force_action_only", where)])]).recall == 1.0
    assert score([(document(label), [said("force_action_only", "R1")])]).recall == 0.0


def test_an_observation_of_the_whole_document_meets_a_label_with_words() -> None:
    done = score([(document(Label("missing_finding", "some words")), [said("missing_finding")])])
    assert done.recall == 1.0


def test_either_of_two_checks_meets_a_label_that_names_both() -> None:
    label = Label("confusable_word|misspelt_word", "effected")
    done = score([(document(label), [said("misspelt_word", "effected", "warning")])])
    assert done.of("confusable_word").met == 1


def test_a_defect_without_a_name_of_the_format_is_met_by_a_like_name() -> None:
    label = Label("~personal_data|personal|victim")
    met = score([(document(label), [said("victim_named", severity="warning")])])
    missed = score([(document(label), [said("misspelt_person")])])
    assert (met.recall, missed.recall) == (1.0, 0.0)


def test_whatever_is_said_of_a_clean_document_is_a_false_alarm() -> None:
    heard = [said("date_order"), said("misspelt_word", "x", "warning"), said("long_sentence")]
    done = score([(document(), heard), (document(), [])])
    assert done.per_clean("false_errors") == 0.5
    assert done.per_clean("false_warnings") == 0.5


def test_an_error_that_no_label_asks_for_is_counted_apart_unless_it_may_follow() -> None:
    labelled = document(Label("altered_finding", "within three months"), also=("missing_finding",))
    heard = [
        said("altered_finding", "within three months, the force"),
        said("missing_finding", "within six months"),
        said("wrong_force", "Dorset Police"),
        said("misspelt_word", "teh", "warning"),
    ]
    done = score([(labelled, heard)])
    assert (done.total("unlabelled_errors"), done.of("wrong_force").unlabelled_errors) == (1, 1)
    assert done.total("false_errors") == 0


def test_the_table_has_a_row_for_every_check_heard_of_and_two_for_all() -> None:
    done = score([(document(Label("date_order")), [said("date_order"), said("wrong_force")])])
    assert table("half", done).row_count == 4
