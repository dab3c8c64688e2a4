"""A terminal of a test: commands in this process, on a record in a folder of its own."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from cli.main import app

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "flows" / "sample_journey" / "data"
REPORT = str(SAMPLE / "report.html")
OFFICE = str(SAMPLE / "office.toml")
OFFICER, HEAD, CHIEF_EXECUTIVE, SIGNATORY = "lockhart", "birch", "adeyemi", "whitcombe"
CASE = "S55-2022-001"


@dataclass(frozen=True)
class Said:
    """What a command said, and how it ended."""

    code: int
    out: str
    told: str
    """What it said on standard error."""

    @property
    def value(self) -> Any:
        """Return what it said to a program."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Terminal:
    """A terminal before one record."""

    folder: Path

    def try_(self, *words: str, pasted: str | None = None) -> Said:
        """Give a command, however it ends."""
        done = CliRunner().invoke(app, list(words), input=pasted)
        assert "Traceback" not in done.output
        return Said(done.exit_code, done.stdout, done.stderr)

    def do(self, *words: str, by: str = "", at: str = "", pasted: str | None = None) -> Said:
        """Give a command that must succeed."""
        acting = [*(["--as", by] if by else []), *(["--at", at] if at else [])]
        said = self.try_(*words, *acting, pasted=pasted)
        assert said.code == 0, said.told
        return said

    def refused(self, *words: str) -> str:
        """Give a command that must be refused with one sentence; return the sentence."""
        said = self.try_(*words)
        assert said.code == 2, said
        assert said.out == ""
        assert len(said.told.strip().splitlines()) == 1, said.told
        return said.told.strip()

    def opened(self) -> None:
        """Load the sample's office and open the sample report's case."""
        self.do("office", "load", OFFICE)
        self.do("open", REPORT, by=OFFICER, at="2022-10-14T09:15")

    def invited(self) -> None:
        """Bring the case to where its invitation has gone."""
        self.opened()
        self.do("confirm", CASE, by=OFFICER, at="2022-10-14T10:00")
        key = f"{CASE}:warwickshire:invitation:1"
        self.do("sent", key, by=OFFICER, at="2022-10-14T11:00")

    def answered(self) -> None:
        """Bring the case to where its draft holds comments and answers."""
        self.invited()
        reply = self.folder / "reply.txt"
        reply.write_text("I welcome this report.\n\nWe accept “each” finding & act on it.\n")
        final = ("--final", "--cleared-by", "Chief Constable Penhale")
        self.do("comments", CASE, str(reply), *final, by=OFFICER, at="2022-11-01T09:30")
        keys = [f["key"] for f in self.do("show", CASE, "--json").value["findings"]]
        for place in ["overview", "c1_reply", *(f"{key}_answer" for key in keys)]:
            self.do("answer", CASE, place, f"My words at {place}.", by=OFFICER)
        self.do("draft", CASE, by=OFFICER)

    def signed(self) -> None:
        """Bring the case to where every signature is given."""
        self.answered()
        dated = ("--dated", "2022-11-22")
        self.do("submit", CASE, *dated, by=OFFICER, at="2022-11-20T10:00")
        self.do("sign", CASE, by=CHIEF_EXECUTIVE, at="2022-11-21T10:00")
        self.do("sign", CASE, by=SIGNATORY, at="2022-11-22T10:00")

    def stage(self) -> str:
        """Return the stage of the case."""
        return str(self.do("show", CASE, "--json").value["stage"])

    def history(self) -> list[str]:
        """Return what the history of the case holds."""
        return [entry["what"] for entry in self.do("show", CASE, "--json").value["history"]]
