"""The gate: every Word file from outside passes it before anything opens the file.

It says whether the file may come in, and what still stands in it that nobody
may sign: tracked changes, open comments, hidden words, placeholders.
"""

from __future__ import annotations

from casework.documents.gate.inspection import admit, inspect, only_reaches_out

__all__ = ["admit", "inspect", "only_reaches_out"]
