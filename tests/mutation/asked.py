"""What was asked for on the command line; read twice, before the copy is made and inside it."""

import argparse
import os
from pathlib import Path

RULES = Path("casework/rules")
TESTS = Path("tests/casework/rules")


def asked(words: list[str]) -> argparse.Namespace:
    """Return the modules to change, the size of the sample, its seed, and how many at once."""
    parser = argparse.ArgumentParser(prog="make mutate", description="Do the tests notice?")
    parser.add_argument("only", nargs="*", type=Path, help="modules or folders; else every rule")
    parser.add_argument("--sample", type=int, metavar="N", help="try N mutants drawn by lot")
    parser.add_argument("--seed", type=int, default=55, help="another lot")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at once")
    parser.add_argument("--tests", nargs="*", type=Path, default=[TESTS], help="by these tests")
    found = parser.parse_args(words)
    found.only = found.only or [RULES]
    for path in [*found.only, *found.tests]:
        if path.is_absolute() or not path.exists():
            parser.error(f"There is no {path} here.")
    return found
