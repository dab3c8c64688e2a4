"""Where one service stands, and what each of its processes is told."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from cli.children import Command

QUIET = {
    # Nothing on this machine tells anybody outside that it is running.
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_LOGGING_EXTRA_LOGGERS": "casework",
    # People wait for a draft: look for work every 3 s instead of every 10 s.
    "PREFECT_WORKER_QUERY_SECONDS": "3",
}


@dataclass(frozen=True)
class Place:
    """Where one service stands: its folder, its engine's address, its engine's own files."""

    home: Path
    """Holds prefect.yaml and flows/; runs start here."""
    record: Path
    """Holds the engine's files in prefect/ and the logs in logs/."""
    host: str
    port: int

    @property
    def api_url(self) -> str:
        """Return the address at which the engine answers."""
        return f"http://{self.host}:{self.port}/api"

    def environment(self) -> dict[str, str]:
        """Return what every process of the service is told."""
        # A key for somebody else's engine would be sent to ours, and refused.
        inherited = {name: value for name, value in os.environ.items() if name != "PREFECT_API_KEY"}
        return {
            **inherited,
            **QUIET,
            "SECTION55_HOME": str(self.home),
            "SECTION55_ENGINE_API": self.api_url,
            "PREFECT_HOME": str(self.record / "prefect"),
            "PREFECT_API_URL": self.api_url,
            # The engine's own pages read these, not the options of its command.
            "PREFECT_SERVER_API_HOST": self.host,
            "PREFECT_SERVER_API_PORT": str(self.port),
        }

    def command(self, name: str, *words: str) -> Command:
        """Return a command of this service, with its log in the record folder."""
        log = self.record / "logs" / f"{name.replace(' ', '-')}.log"
        return Command(name, words, self.home, self.environment(), log)

    def prefect(self, name: str, *words: str) -> Command:
        """Return a command of the engine's own program."""
        return self.command(name, sys.executable, "-m", "prefect", "--no-prompt", *words)
