import ssl
from ipaddress import ip_address

import pytest
from cryptography import x509

from tests.casework.mail.certificates import two_sides


@pytest.fixture(scope="session")
def certificate(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Return the server's side and a client's side that trusts it."""
    folder = tmp_path_factory.mktemp("certificate")
    return two_sides(folder, x509.IPAddress(ip_address("127.0.0.1")))
