"""What nobody at a browser asks for is built when it is first asked for."""

from fastapi import FastAPI
from starlette.testclient import TestClient

from web.later import BuiltLater


def _application(built: list[int]) -> FastAPI:
    built.append(1)
    app = FastAPI()
    app.get("/here")(lambda: "here")
    return app


def test_it_is_built_once_and_only_when_it_is_asked_for() -> None:
    built: list[int] = []
    outer = FastAPI()
    outer.mount("/api", BuiltLater(lambda: _application(built)))
    outer.get("/page")(lambda: "page")
    browser = TestClient(outer)
    assert browser.get("/page").status_code == 200
    assert built == []
    assert [browser.get("/api/here").json() for _ in range(2)] == ["here", "here"]
    assert built == [1]


def test_whoever_lists_the_routes_sees_those_inside() -> None:
    later = BuiltLater(lambda: _application([]))
    assert "/here" in {getattr(route, "path", "") for route in later.routes}
