from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from casework.errors import DoorError
from casework.mail.eml_tray import EmlTray, file_name
from models.shapes.mail import MailOutcome
from tests.casework.mail.letters import INVITATION, a_letter


def test_a_letter_in_the_tray_is_prepared_and_not_sent(tmp_path: Path) -> None:
    sent = EmlTray(tmp_path / "mail").send(INVITATION)
    assert sent.outcome is MailOutcome.PREPARED
    assert Path(sent.words).read_bytes().startswith(b"From: ")
    assert Path(sent.words).name.startswith("2022-10-14-your-comments-on-peel")


def test_preparing_a_letter_many_times_at_once_leaves_one_file(tmp_path: Path) -> None:
    tray = EmlTray(tmp_path)
    with ThreadPoolExecutor(8) as hands:
        results = list(hands.map(tray.send, [INVITATION] * 24))
    assert len(set(results)) == 1
    assert [path.name for path in tmp_path.iterdir()] == [file_name(INVITATION)]


def test_another_letter_never_takes_the_place_of_the_first(tmp_path: Path) -> None:
    tray = EmlTray(tmp_path)
    first = Path(tray.send(INVITATION).words)
    before = first.read_bytes()
    with pytest.raises(DoorError, match="different letter"):
        tray.send(a_letter(text="Other words."))
    assert first.read_bytes() == before
    tray.send(a_letter(message_id="<invitation.S55-2022-001.2@barsetshire.example>"))
    assert len(list(tmp_path.iterdir())) == 2


def test_of_different_letters_under_one_identity_only_the_first_is_ever_kept(
    tmp_path: Path,
) -> None:
    tray, gate = EmlTray(tmp_path), Barrier(8)

    def hand_in(number: int) -> str | None:
        letter = a_letter(text=f"Words {number}.")
        gate.wait()
        try:
            return tray.send(letter).words
        except DoorError:
            return None

    for _ in range(10):
        with ThreadPoolExecutor(8) as hands:
            kept = [words for words in hands.map(hand_in, range(8)) if words]
        assert len(kept) == 1
        (file,) = tmp_path.iterdir()
        file.unlink()


def test_a_tray_that_cannot_be_written_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(DoorError, match="out-tray"):
        EmlTray(blocked / "mail").send(INVITATION)
    assert list(tmp_path.iterdir()) == [blocked]
