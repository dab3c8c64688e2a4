"""What was published can be laid out again from the record alone, byte for byte."""

import shutil
from collections.abc import Callable
from pathlib import Path

from casework.publication import lay_out_again
from tests.builders import Service, at


def files_in(folder: Path) -> dict[Path, bytes]:
    """Return every file below a folder."""
    return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_lost_public_folder_is_laid_out_again_as_it_was(
    prepared: Callable[[str], tuple[Service, str]],
) -> None:
    service, reference = prepared("published")
    public = service.folder / "public"
    before = files_in(public / "site")
    shutil.rmtree(public)
    said = lay_out_again(service.record, at(12, 20), service.doors.publication)
    assert len(said) == 2
    assert all(reference in sentence for sentence in said)
    assert files_in(public / "site") == before
    # The package's own register has grown since: it lists this response now.
    assert len(list((public / "packages").glob("*.zip"))) == 1
