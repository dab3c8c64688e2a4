"""`python -m flows.sample_journey [FOLDER]`, or `make run`."""

import os
import sys
from pathlib import Path

from flows.sample_journey.surroundings import HTTP_PORT, Surroundings, next_folder

HOME = Path(__file__).parents[2]


def main() -> int:
    """Play the journey in a fresh folder beside earlier ones; return the exit code."""
    chosen = Path(sys.argv[1]) if sys.argv[1:] else HOME / "outputs" / "journeys"
    folder = next_folder(chosen)
    with Surroundings(folder, HTTP_PORT) as surroundings:
        # The settings are read when the service is first imported.
        os.environ.update(surroundings.environment())
        # Without an address Prefect starts a server of its own for as long as this lasts.
        os.environ.pop("PREFECT_API_URL", None)
        from flows.sample_journey.story import play  # noqa: PLC0415

        return play(surroundings)


if __name__ == "__main__":
    sys.exit(main())
