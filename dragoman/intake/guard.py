"""The limits that keep one hostile or broken input from taking the machine down, and the address guard for URLs."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from typing import IO
from urllib.parse import SplitResult, urlsplit

from ..errors import InputUnreadable

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one input may take. Sizes are in bytes, times in seconds."""

    text_bytes: int = 32 * MIB  # one report, one JSON line, one table cell
    unpacked_bytes: int = 16 * 1024 * MIB  # what one archive may unpack to
    members: int = 1_000_000  # files in one archive
    url_bytes: int = 16 * MIB
    url_seconds: float = 20.0
    redirects: int = 5
    allow_private: bool = False  # fetch from private and loopback addresses too


DEFAULT_LIMITS = Limits()


def size_words(size: int) -> str:
    """A number of bytes as people write it: 33554432 -> "32 MiB"."""
    return f"{size // MIB} MiB" if size >= MIB else f"{size} bytes"


def read_all(stream: IO[bytes], limit: int, source: str) -> bytes:
    """All bytes of `stream`; more than `limit` of them raise InputUnreadable."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputUnreadable(f"{source} is larger than {size_words(limit)}, too large for one report; split it", source)
    return data


class Counted:
    """A binary stream that refuses to give more than `limit` bytes: the guard against archive bombs."""

    def __init__(self, stream: IO[bytes], limit: int, source: str):
        self._stream = stream
        self._left = limit
        self._limit = limit
        self._source = source

    def _count(self, data: bytes) -> bytes:
        self._left -= len(data)
        if self._left < 0:
            raise InputUnreadable(f"{self._source} unpacks to more than {size_words(self._limit)}; unpack and split it", self._source)
        return data

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes; with no size, all that are left."""
        ask = self._left + 1 if size is None or size < 0 else min(size, self._left + 1)
        return self._count(self._stream.read(ask))

    def readline(self, size: int = -1) -> bytes:
        """One line, line end included, of at most `size` bytes."""
        ask = self._left + 1 if size is None or size < 0 else min(size, self._left + 1)
        return self._count(self._stream.readline(ask))


def check_url(url: str, limits: Limits = DEFAULT_LIMITS) -> tuple[SplitResult, str]:
    """The parts of `url` and the one address to connect to.

    Raises InputUnreadable for anything but plain http(s) to a public address. The caller must connect to the
    returned address and not resolve the name again: a name may answer differently the second time.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise InputUnreadable(f"{url} is not a URL ({error}); check it", url) from None
    if parts.scheme not in ("http", "https") or not host:
        raise InputUnreadable(f"{url} is not an http(s) URL; check it", url)
    if parts.username is not None or parts.password is not None:
        bare = parts._replace(netloc=host).geturl()  # the rejects must not keep the password either
        raise InputUnreadable(f"{bare}: URLs with a user name or password are not fetched; save the page first", bare)
    try:
        found = socket.getaddrinfo(host, port or (443 if parts.scheme == "https" else 80), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise InputUnreadable(f"{host} cannot be found; check the URL and the network, or save the page to a file", url) from None
    addresses = [str(entry[4][0]) for entry in found]
    if not limits.allow_private and not all(_is_public(address) for address in addresses):
        raise InputUnreadable(f"{host} is a private address and is not fetched; save the page to a file", url)
    return parts, addresses[0]


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is not None:
            ip = inner
        elif ip in ipaddress.ip_network("64:ff9b::/96"):  # NAT64: the IPv4 address sits in the last 32 bits
            ip = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.is_global and not ip.is_multicast
