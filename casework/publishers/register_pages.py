"""The pages of the public register: all reports, those of a year, those of a force.

Their addresses are those of files: a response has a folder, and no folder has a dot in its name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from casework.publishers.feeds import Site
from casework.publishers.linked_data import linked_data
from casework.publishers.pages import fill
from casework.rules.days_chart import days_chart
from casework.rules.days_taken import Taken, Year, altogether, years_of
from models.shapes.publication import IndexEntry, PublicForce

GROUPS: Final = ("year", "force")
"""How the names of the pages begin that show a part of the register."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What one page shows of the register: of all years or one, of all forces or one."""

    year: int | None = None
    force: PublicForce | None = None

    @property
    def name(self) -> str:
        """Return the page's file name."""
        if self.force is None:
            return "index.html" if self.year is None else f"year-{self.year}.html"
        ending = "" if self.year is None else f".{self.year}"
        return f"force-{self.force.key}{ending}.html"

    @property
    def link(self) -> str:
        """Return how other pages of the register point to it."""
        return "./" if self.name == "index.html" else self.name


@dataclass(frozen=True, slots=True)
class Choice:
    """One link to another page of the register."""

    words: str
    link: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Table:
    """The reports of one year."""

    year: int
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """What stands on each page of the register, newest report first."""

    of: dict[Shown, list[IndexEntry]]
    years: tuple[int, ...]
    """The newest first."""
    forces: tuple[PublicForce, ...]
    """None where there is but one: its page would be the first page over again."""

    @property
    def named(self) -> dict[str, Shown]:
        """Return the pages by file name, the first page first."""
        return {shown.name: shown for shown in self.of}


def pages_of(register: Sequence[IndexEntry]) -> Pages:
    """Return the pages of a register, whose rows are in order."""
    every = {force.key: force for entry in register for force in entry.forces}
    forces = sorted(every.values(), key=lambda force: (force.name.casefold(), force.key))
    named = {force.key: force for force in forces} if len(forces) > 1 else {}
    of: dict[Shown, list[IndexEntry]] = {Shown(): []}
    for entry in register:
        year = entry.report_published.year
        for force in (None, *(named[one.key] for one in entry.forces if one.key in named)):
            for shown in (Shown(None, force), Shown(year, force)):
                of.setdefault(shown, []).append(entry)
    years = sorted({entry.report_published.year for entry in register}, reverse=True)
    return Pages(of, tuple(years), tuple(named.values()))


def page_of(site: Site, pages: Pages, shown: Shown, downloads: Mapping[str, str]) -> bytes:
    """Return one page of the register."""
    entries = pages.of[shown]
    years = _years(entries)
    return fill(
        "index.html",
        site=site,
        shown=shown,
        tables=_tables(entries),
        total=altogether(years),
        published=sum(entry.published_on is not None for entry in entries),
        years=_choices(pages, shown, _year_choices(pages, shown)),
        forces=_choices(pages, shown, _force_choices(pages, shown)),
        chart=days_chart(years) if years and shown.year is None else None,
        downloads=downloads,
        linked_data=linked_data(site, _address(site, shown), _parts(site, pages, shown), downloads),
    )


def _parts(site: Site, pages: Pages, shown: Shown) -> list[IndexEntry | str]:
    """Return the responses of a year, or the pages of the years."""
    if shown.year is None:
        years = (Shown(year, shown.force) for year in pages.years)
        return [_address(site, one) for one in years if one in pages.of]
    return [entry for entry in pages.of[shown] if entry.published_on]


def _address(site: Site, shown: Shown) -> str:
    return f"{site.address}{shown.link.removeprefix('./')}"


def _tables(entries: Sequence[IndexEntry]) -> list[Table]:
    years = groupby(entries, key=lambda entry: entry.report_published.year)
    return [Table(year, tuple(rows)) for year, rows in years]


def _years(entries: Sequence[IndexEntry]) -> tuple[Year, ...]:
    return years_of(
        Taken(entry.report_published, entry.days_taken)
        for entry in entries
        if entry.days_taken is not None and entry.has_clock and entry.no_response is None
    )


def _year_choices(pages: Pages, shown: Shown) -> list[tuple[str, Shown]]:
    every = [(str(year), Shown(year, shown.force)) for year in pages.years]
    return [("All years", Shown(None, shown.force)), *every]


def _force_choices(pages: Pages, shown: Shown) -> list[tuple[str, Shown]]:
    every = [(force.name, Shown(shown.year, force)) for force in pages.forces]
    return [("All forces", Shown(shown.year)), *every]


def _choices(pages: Pages, here: Shown, listed: Sequence[tuple[str, Shown]]) -> list[Choice]:
    """Return links to those of the pages that there are; none where there is nothing to choose."""
    links = [Choice(words, one.link, one == here) for words, one in listed if one in pages.of]
    # "All" and the only year are the same; but whoever came to a year finds the way back.
    return links if len(links) > 1 + (here.year is None) else []
