"""Which machines may be asked: public ones only, judged at the moment of connecting.

The name is resolved here, its addresses are judged, and the connection goes to
the very address that was judged: a name that answers differently the second
time gains nothing.
"""

import socket
import ssl
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import httpx2

from casework.errors import DoorError

_NAT64 = ip_network("64:ff9b::/96")
_LOW_32_BITS = 0xFFFFFFFF


def is_public(address: str) -> bool:
    """Return whether an IP address belongs to the open internet, however it is dressed."""
    bare = address.partition("%")[0]
    return all(one.is_global and not one.is_multicast for one in _with_hidden(ip_address(bare)))


def _with_hidden(outer: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    # An IPv4 address may travel inside an IPv6 one, in four ways.
    if isinstance(outer, IPv4Address):
        return [outer]
    if outer.ipv4_mapped is not None:
        return [outer.ipv4_mapped]
    if outer in _NAT64:
        return [IPv4Address(int(outer) & _LOW_32_BITS)]
    hidden = [outer.sixtofour, *(outer.teredo or ())]
    return [outer, *(one for one in hidden if one is not None)]


class GuardedTransport(httpx2.BaseTransport):
    """A transport that connects to judged addresses only."""

    def __init__(self, *, allow_private: bool, trust: ssl.SSLContext | None = None) -> None:
        """Take the switch that lets tests and a local site be asked, and whom to trust."""
        self.allow_private = allow_private
        # No connection is kept: one kept for a name could serve another name
        # at the same address, unjudged.
        limits = httpx2.Limits(max_connections=4, max_keepalive_connections=0)
        self._inner = httpx2.HTTPTransport(verify=trust or True, trust_env=False, limits=limits)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Return the answer of the first judged address that lets us connect."""
        host = request.url.host
        refusal: httpx2.ConnectError | httpx2.ConnectTimeout | None = None
        for address in self._judged(host, request.url.port or _default_port(request)):
            try:
                return self._inner.handle_request(_aimed_at(request, host, address))
            except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
                refusal = error
        raise refusal or httpx2.ConnectError(f"{host} has no address")

    def close(self) -> None:
        """Let go of every connection."""
        self._inner.close()

    def _judged(self, host: str, port: int) -> list[str]:
        addresses = _resolved(host, port)
        if not self.allow_private and not all(map(is_public, addresses)):
            raise DoorError(
                f"{host} is an address inside a private network and is not asked: "
                "give the public address of the page."
            )
        return addresses


def _resolved(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise DoorError(
            f"The name {host} could not be found: check the address and the connection."
        ) from error
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def _aimed_at(request: httpx2.Request, host: str, address: str) -> httpx2.Request:
    # The Host header is already set from the name; the certificate, too, is
    # checked against the name.
    return httpx2.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": host},
    )


def _default_port(request: httpx2.Request) -> int:
    return 443 if request.url.scheme == "https" else 80
