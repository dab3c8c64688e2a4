"""Run as a process of its own: read a file and tell the most memory it took."""

import json
import resource
import sys
from pathlib import Path

from casework.reading.document import read_document
from casework.registers.addressees import load_addressees
from casework.registers.forces import load_forces
from casework.rules.findings.report import read_report

STATUS = Path("/proc/self/status")


def peak() -> int:
    """Return the most bytes this process has held so far."""
    if STATUS.exists():
        # ru_maxrss would begin with what the parent held when it started us.
        words = STATUS.read_text(encoding="ascii").split("VmHWM:")[1].split()
        return int(words[0]) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def main(path: Path) -> None:
    """Read the report, and print the peak before and after."""
    data, forces, bodies = path.read_bytes(), load_forces(), load_addressees()
    before = peak()
    report = read_report(read_document(data, path.name), forces, bodies)
    told = {"before": before, "after": peak(), "findings": len(report.findings)}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
