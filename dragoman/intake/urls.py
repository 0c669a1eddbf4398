"""Fetching one page by URL: http(s) only, public addresses only, with limits on size, time and redirects."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import zlib
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin

from ..errors import InputMissing, InputUnreadable
from .guard import DEFAULT_LIMITS, Limits, check_url, size_words

_AGENT = "dragoman (event data from news reports)"
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Page:
    """What a server gave: the address after redirects, the bytes, and its word on their type and encoding."""

    url: str
    data: bytes
    content_type: str
    charset: str | None


def fetch(url: str, limits: Limits = DEFAULT_LIMITS) -> Page:
    """The page at `url`. Raises InputMissing for 404 and 410, InputUnreadable for all else that goes wrong."""
    deadline = time.monotonic() + limits.url_seconds
    here = url
    for _ in range(limits.redirects + 1):
        parts, address = check_url(here, limits)
        try:
            answer = _get(parts, address, deadline, limits, url)
        except (OSError, http.client.HTTPException, ssl.SSLError, ValueError, zlib.error) as error:
            raise InputUnreadable(
                f"{url} could not be fetched ({error or type(error).__name__}); try again, or save the page to a file",
                url,
            ) from None
        if isinstance(answer, Page):
            return answer
        here = urljoin(here, answer)
    raise InputUnreadable(f"{url} redirects more than {limits.redirects} times; save the page to a file", url)


def _get(parts: SplitResult, address: str, deadline: float, limits: Limits, url: str) -> Page | str:
    """One request to the checked address: the page, or where it redirects to."""
    host = parts.hostname or ""
    secure = parts.scheme == "https"
    connection: http.client.HTTPConnection
    if secure:
        context = ssl.create_default_context()
        connection = http.client.HTTPSConnection(host, parts.port, timeout=_left(deadline), context=context)
    else:
        connection = http.client.HTTPConnection(host, parts.port, timeout=_left(deadline))
    try:
        # Connected by hand to the address that the guard looked at; a second look-up could answer otherwise.
        plain = socket.create_connection((address, connection.port), timeout=_left(deadline))
        connection.sock = context.wrap_socket(plain, server_hostname=host) if secure else plain
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"User-Agent": _AGENT, "Accept": "text/html,*/*;q=0.5", "Accept-Encoding": "identity"}
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        location = response.getheader("Location")
        if response.status in _REDIRECTS and location:
            return location
        if response.status in (404, 410):
            raise InputMissing(f"{url}: the server has no such page ({response.status}); check the URL", url)
        if response.status != 200:
            raise InputUnreadable(f"{url}: the server answered {response.status} {response.reason}; save the page to a file", url)
        data = _body(response, connection, deadline, limits, url)
        return Page(parts.geturl(), data, response.headers.get_content_type(), response.headers.get_content_charset())
    finally:
        connection.close()


def _body(
    response: http.client.HTTPResponse,
    connection: http.client.HTTPConnection,
    deadline: float,
    limits: Limits,
    url: str,
) -> bytes:
    packed = (response.getheader("Content-Encoding") or "identity").lower() in ("gzip", "x-gzip")
    unpack = zlib.decompressobj(wbits=31) if packed else None
    data = bytearray()
    while True:
        if connection.sock is not None:
            connection.sock.settimeout(_left(deadline))
        chunk = response.read1(65536)
        if not chunk:
            return bytes(data)
        data += unpack.decompress(chunk, limits.url_bytes + 1 - len(data)) if unpack else chunk
        if len(data) > limits.url_bytes:
            raise InputUnreadable(f"{url} is larger than {size_words(limits.url_bytes)}; save it and split it", url)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("too slow")
    return left
