"""What the person who started the journey sees."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from casework.dispatch import Doors
from casework.record.desk import find_case, found
from casework.record.dossier import Dossier, dossier
from casework.record.lawfulness import lawfulness
from casework.record.verify import faults
from casework.rules.deadlines import RESPONSE_PERIOD, day_number, explained
from casework.rules.lawfulness import Limb
from casework.rules.wording import weekday_date
from flows.sample_journey.surroundings import Surroundings
from models.words import Light

LIGHTS = {
    Light.GREEN: "[green]kept[/]",
    Light.AMBER: "[yellow]open[/]",
    Light.RED: "[red]broken[/]",
    Light.NOT_ENGAGED: "[dim]not engaged[/]",
}
PUBLISHED = datetime(2022, 10, 14).date()  # noqa: DTZ001  a day, not an instant


class Page:
    """The page in the terminal, written as the journey goes on."""

    def __init__(self, surroundings: Surroundings) -> None:
        """Say what is about to be played, and where."""
        self.console = Console(highlight=False)
        self.surroundings = surroundings
        self.console.rule("[bold]Section 55: a report on its way to a published response")
        self.console.print(
            "The findings are those of a real report. The office and everybody in it are "
            "invented; their acts are played here, as dated acts of autumn 2022. Everything "
            "else is the service itself: its flows, its record, a mail server and a web "
            "server on this machine."
        )

    def day(self, moment: datetime, what: str) -> None:
        """Begin a day of the journey."""
        number = day_number(PUBLISHED, moment.date())
        words = f"Day {number:>2} of {RESPONSE_PERIOD.days}"
        self.console.print(f"\n[bold cyan]{words}[/]  {weekday_date(moment.date())}  [bold]{what}")

    def person(self, who: str, what: str) -> None:
        """Show the act of a person, played."""
        self.console.print(f"  [magenta]played[/]  {who} {what}")

    def flow(self, what: str) -> None:
        """Show a flow that ran."""
        self.console.print(f"  [green]flow[/]    {escape(what)}")

    def said(self, what: str) -> None:
        """Show what the service said."""
        self.console.print(f"  [green]record[/]  {escape(what)}")

    def trouble(self, what: str) -> None:
        """Show why the journey stopped."""
        self.console.print(f"\n[red]The journey stopped:[/] {escape(what)}")

    def summary(self, doors: Doors, reference: str) -> None:
        """End with what was made, where it lies, and what proves each limb of the law."""
        record = doors.record
        with record.reading() as session:
            office = record.office(session)
            file = dossier(session, find_case(session, found(office.id), reference))
            done = found(file.case.responded_on)
            sheet = lawfulness(record.settings_of(session, office), file, done)
        self.console.rule("[bold]What was made")
        # On one line however narrow the terminal: it is copied from there.
        self.console.print(f"In {escape(_below(record.outputs))}:", soft_wrap=True)
        self.console.print(_made(record.outputs, file, self.surroundings))
        day = day_number(file.published, done)
        self.console.print(
            f"{explained(file.published)} Published on day [bold]{day}[/], {weekday_date(done)}."
        )
        self.console.rule("[bold]Each limb of section 55, and what proves it")
        self.console.print(_sheet(sheet))
        wrong = faults(record)
        proved = "verified" if not wrong else "; ".join(wrong)
        self.console.print(f"History {proved}. The case is [bold]{file.case.stage.value}[/].")


def _made(outputs: Path, file: Dossier, surroundings: Surroundings) -> Table:
    # Without a frame a path has room on one line of 80, and is copied whole.
    table = Table(Column("What", max_width=28), _whole("Where"), box=None)

    def add(what: str, path: Path, before: str = "") -> None:
        table.add_row(what, escape(f"{before}{path.relative_to(outputs)}"))

    for path in sorted((outputs / "cases" / file.case.reference).glob("*.*")):
        add(_named(path), path)
    site = outputs / "public" / "site"
    for path in [*sorted(site.glob("*/index.html")), site / "index.html"]:
        add("Public page", path)
    for path in sorted((outputs / "public" / "packages").glob("*.zip")):
        add("Package for the web team", path)
    add("Calendar", outputs / "cases" / "calendar.ics")
    letters = f"{len(surroundings.letterbox.letters)} accepted by the mail server, "
    tray = len(list((outputs / "mail").glob("*.eml")))
    add("Letters", outputs / "mail", f"{letters}{tray} in ")
    add("Record", outputs / "record" / "section55.sqlite")
    return table


def _whole(heading: str) -> Column:
    """Return a column whose paths and addresses are broken over lines, never cut short."""
    return Column(heading, overflow="fold")


def _named(path: Path) -> str:
    words = path.stem.split("-", 1)[-1].replace("-", " ")
    return f"{words.capitalize()} ({path.suffix.removeprefix('.')})"


def _below(path: Path) -> str:
    # Relative where it can be: the line is copied into a terminal.
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _sheet(limbs: Iterable[Limb]) -> Table:
    table = Table("Section", "Duty", "", _whole("Proof"), show_lines=True)
    for limb in limbs:
        table.add_row(limb.subsection, limb.duty, LIGHTS[limb.light], escape(limb.proof))
    return table
