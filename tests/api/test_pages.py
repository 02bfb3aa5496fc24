import re

from starlette.testclient import TestClient


def test_the_documentation_needs_no_other_server(http: TestClient) -> None:
    page = http.get("/docs").text
    assets = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert len(assets) == 3
    for address in assets:
        assert address.startswith("/docs/assets/"), address
        assert http.get(address).status_code == 200
    assert "https://" not in page


def test_the_start_leads_to_the_documentation(http: TestClient) -> None:
    assert http.get("/").url.path == "/docs"
