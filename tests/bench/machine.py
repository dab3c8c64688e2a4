"""What the figures were taken on, in plain words: no host, no path, no person."""

import os
import platform
from importlib.metadata import version

LIBRARIES = ("docxtpl", "lxml", "Jinja2", "pypdfium2", "pdfplumber", "python-docx", "typst")
LIBRARIES_OF_THE_RECORD = ("SQLAlchemy", "sqlmodel")


def machine() -> dict[str, str]:
    """Return cores, memory, what else keeps them busy, and the versions that matter."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    versions = [f"{name} {version(name)}" for name in (*LIBRARIES, *LIBRARIES_OF_THE_RECORD)]
    return {
        "Cores": f"{os.cpu_count()} ({platform.machine()})",
        "Memory": f"{memory:.0f} GB",
        "At work already": f"{os.getloadavg()[0]:.1f} processes on average in the last minute",
        "System": platform.system(),
        "Python": platform.python_version(),
        "Libraries": ", ".join(versions),
    }
