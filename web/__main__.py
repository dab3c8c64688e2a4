"""Runs the front desk: `python -m web`. `section55 up` starts it beside the engine."""

import uvicorn

from casework.wiring import doors, front_desk, provider
from web.app import make_app
from web.place import Place


def main() -> None:
    """Serve the pages until asked to stop."""
    host, port, address = front_desk()
    app = make_app(Place(doors, address, provider=provider()))
    # The proxy's word is not taken: whoever reaches us could say anything.
    uvicorn.run(app, host=host, port=port, log_level="warning", proxy_headers=False)


if __name__ == "__main__":
    main()
