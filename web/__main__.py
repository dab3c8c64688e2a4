"""Runs the front desk: `python -m web`. `section55 up` starts it beside the engine."""

import gc


def main() -> None:
    """Serve the pages until asked to stop."""
    # Nothing made while loading is waste; `web.app` looks for waste again once it runs.
    gc.disable()
    import uvicorn  # noqa: PLC0415  after the line above, like the rest

    from casework.wiring import doors, front_desk, provider  # noqa: PLC0415
    from web.app import make_app  # noqa: PLC0415
    from web.place import Place  # noqa: PLC0415

    host, port, address = front_desk()
    app = make_app(Place(doors, address, provider=provider()))
    # The proxy's word is not taken: whoever reaches us could say anything.
    uvicorn.run(app, host=host, port=port, log_level="warning", proxy_headers=False)


if __name__ == "__main__":
    main()
