"""Fetching: the address guard, and a small server on this machine for the rest."""

from __future__ import annotations

import gzip
import http.server
import threading

import pytest

from dragoman.errors import InputMissing, InputUnreadable
from dragoman.intake import RawArticle, read_inputs
from dragoman.intake.guard import Limits, check_url
from dragoman.intake.urls import fetch

OPEN = Limits(allow_private=True, url_bytes=10_000, url_seconds=5, redirects=2)
PAGE = b"<html><body><p>Iran summoned the envoy.</p></body></html>"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        answers = {
            "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
            "/text": (200, {"Content-Type": "text/plain"}, b"Iran summoned the envoy."),
            "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE)),
            "/bomb": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(b" " * 1_000_000)),
            "/big": (200, {"Content-Type": "text/html"}, b"x" * 20_000),
            "/image": (200, {"Content-Type": "image/png"}, b"x"),
            "/away": (302, {"Location": "/page"}, b""),
            "/loop": (302, {"Location": "/loop"}, b""),
            "/file": (302, {"Location": "file:///etc/hostname"}, b""),
            "/error": (500, {}, b""),
            "/rows": (200, {"Content-Type": "application/json"}, b'[{"text": "One."}]'),
        }
        status, headers, body = answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://10.1.2.3/",
        "http://192.168.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[fd00::1]/",
        "http://[64:ff9b::a00:1]/",
        "http://0.0.0.0/",
        "http://100.64.0.1/",
        "http://2130706433/",
    ],
)
def test_private_addresses_are_refused(url):
    with pytest.raises(InputUnreadable, match=r"private address|cannot be found"):
        check_url(url)


@pytest.mark.parametrize("url", ["ftp://x.example/", "http:///x", "http://[bad/", "http://x:99999/"])
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(InputUnreadable):
        check_url(url)


def test_passwords_are_not_sent_or_shown():
    with pytest.raises(InputUnreadable, match="password") as caught:
        check_url("http://me:secret@8.8.8.8/")
    assert "secret" not in str(caught.value)
    assert "secret" not in caught.value.input


def test_a_page(server):
    (raw,) = read_inputs([f"{server}/away"], limits=OPEN)
    assert isinstance(raw, RawArticle)
    assert (raw.kind, raw.url, raw.source) == ("html", f"{server}/page", f"{server}/away")
    assert "envoy" in raw.text


def test_other_types(server):
    items = list(read_inputs([f"{server}/text", f"{server}/rows", f"{server}/image"], limits=OPEN))
    assert items[0].kind == "text"
    assert items[1].text == "One."
    assert isinstance(items[2], InputUnreadable)


def test_packed_answers_are_unpacked_within_the_limit(server):
    assert fetch(f"{server}/packed", OPEN).data == PAGE
    with pytest.raises(InputUnreadable, match="larger"):
        fetch(f"{server}/bomb", OPEN)


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("/none", InputMissing, "404"),
        ("/error", InputUnreadable, "500"),
        ("/big", InputUnreadable, "larger"),
        ("/loop", InputUnreadable, "redirects"),
        ("/file", InputUnreadable, "not an http"),
    ],
)
def test_failures(server, path, kind, words):
    with pytest.raises(kind, match=words):
        fetch(server + path, OPEN)


def test_a_closed_port():
    with pytest.raises(InputUnreadable, match="could not be fetched"):
        fetch("http://127.0.0.1:1/", OPEN)
