"""`section55 search`: what a terminal finds, and the index made anew."""

from tests.cli.terminal import CASE, Terminal


def test_words_are_found_with_the_place_where_they_stand(terminal: Terminal) -> None:
    terminal.answered()
    said = terminal.do("search", "welcome")
    assert CASE in said.out
    assert "answer" in said.out or "comments" in said.out
    assert "[welcome]" in said.out
    value = terminal.do("search", "words at overview", "--json").value
    assert value["cases"] == 1
    [hit] = value["found"][0]["hits"]
    assert (hit["kind"], hit["place"]) == ("answer", "overview")
    assert [part["words"] for part in hit["snippet"] if part["found"]] == ["words at overview"]


def test_a_word_is_left_out_and_a_case_is_looked_into(terminal: Terminal) -> None:
    terminal.opened()
    whole = terminal.do("search", "police", "--json").value
    fewer = terminal.do("search", "police", "-inspection", "--json").value
    assert 0 < fewer["places"] < whole["places"]
    one = terminal.do("search", "police", "--case", CASE, "--json").value
    assert one["places"] == len(one["found"][0]["hits"]) == whole["places"]
    assert "Nothing was found" in terminal.do("search", "police", "--case", "S55-2021-009").out


def test_the_index_is_made_anew_and_finds_the_same(terminal: Terminal) -> None:
    terminal.opened()
    before = terminal.do("search", "police", "--json").value
    assert "made anew" in terminal.do("search", "--rebuild").told
    assert terminal.do("search", "police", "--json").value == before


def test_a_search_for_no_word_is_refused_in_a_sentence(terminal: Terminal) -> None:
    terminal.opened()
    assert "at least one word" in terminal.refused("search")
    assert "at least one word" in terminal.refused("search", "...")
    assert terminal.do("search", "\x1b[31mred", "--json").value["places"] == 0
