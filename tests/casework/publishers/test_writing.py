"""Files written whole or not at all: a writer that is killed leaves what was there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from casework.publishers.static_site import StaticSite
from casework.publishers.writing import FORGOTTEN, write_all
from tests.casework.publishers.responses import LATE, RESPONSE, SITE, a_register

ROOT = Path(__file__).parents[3]
KILLED = """
import os, signal, sys
from pathlib import Path
from casework.publishers import writing
from casework.publishers.static_site import StaticSite
from tests.casework.publishers.responses import SITE, a_register

folder, place, after = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
kept = getattr(os, place) if place == "fsync" else getattr(Path, place)
left = [after]

def until_killed(*given):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return kept(*given)

setattr(os if place == "fsync" else Path, place, until_killed)
StaticSite(folder, SITE).refresh(a_register(30))
"""


def there(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".part")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def killed(folder: Path, place: str, after: int) -> None:
    words = [sys.executable, "-c", KILLED, str(folder), place, str(after)]
    done = subprocess.run(words, cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == -9, done.stderr.decode()


@pytest.mark.slow
@pytest.mark.parametrize("after", [0, 3, 9])
def test_killed_while_it_is_made_ready_the_old_site_stands(tmp_path: Path, after: int) -> None:
    StaticSite(tmp_path, SITE).publish(RESPONSE, [LATE])
    before = there(tmp_path)
    killed(tmp_path, "fsync", after)
    assert there(tmp_path) == before


@pytest.mark.slow
@pytest.mark.parametrize("after", [1, 8])
def test_killed_while_it_is_moved_each_file_is_the_old_or_the_new_and_the_first_page_comes_last(
    tmp_path: Path, after: int
) -> None:
    old, new = tmp_path / "site", tmp_path / "new"
    StaticSite(old, SITE).publish(RESPONSE, [LATE])
    StaticSite(new, SITE).refresh(a_register(30))
    before, wanted = there(old), there(new)
    killed(old, "replace", after)
    now = there(old)
    assert now["index.html"] == before["index.html"]
    assert all(data in {before.get(name), wanted.get(name)} for name, data in now.items())
    StaticSite(old, SITE).refresh(a_register(30))
    assert {name: there(old)[name] for name in wanted} == wanted


def test_what_a_killed_writer_left_is_taken_away_once_nobody_can_be_writing_it(
    tmp_path: Path,
) -> None:
    left, fresh = tmp_path / ".left.part", tmp_path / ".fresh.part"
    for path in (left, fresh):
        path.write_bytes(b"half")
    os.utime(left, (0, fresh.stat().st_mtime - FORGOTTEN - 60))
    write_all(tmp_path, {"a.html": b"whole"})
    assert not left.exists()
    assert fresh.exists(), "another may be writing it at this moment"


def test_where_one_file_cannot_be_written_none_is_moved(tmp_path: Path) -> None:
    (tmp_path / "way").write_text("in the way")
    with pytest.raises(Exception, match="could not be written"):
        write_all(tmp_path, {"a.html": b"new", "way/b.html": b"new"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["way"]
