"""Every input form, and every way in which an input can be bad."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import sys
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import InputEmpty, InputError, InputMissing, InputUnreadable
from dragoman.intake import RawArticle, read_inputs
from dragoman.intake.guard import Limits

REPORT = "Iran summoned the Turkish ambassador on Friday.\n"


def read(*sources, **options):
    return list(read_inputs([str(source) for source in sources], **options))


def only(*sources, **options):
    (item,) = read(*sources, **options)
    return item


def write(folder, name, data):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return path


def assert_error(item, kind, *words):
    assert type(item) is kind
    message = str(item)
    assert "\n" not in message
    for word in words:
        assert word in message
    assert item.input is not None


def test_text(tmp_path):
    path = write(tmp_path, "a.txt", REPORT)
    assert only(path) == RawArticle(str(path), REPORT)


@pytest.mark.parametrize("name", ["a.md", "a", "a.text"])
def test_other_names_for_text(tmp_path, name):
    assert only(write(tmp_path, name, REPORT)).kind == "text"


def test_text_with_a_header_block(tmp_path):
    head = "Title: Iran summons envoy\r\nURL: https://x.example/1\r\nSource: The Wire\r\nDate: 2021-11-15\r\nDesk: Asia\r\n\r\n"
    raw = only(write(tmp_path, "a.txt", "\ufeff" + head + REPORT))
    assert (raw.title, raw.url, raw.publisher, raw.published) == (
        "Iran summons envoy",
        "https://x.example/1",
        "The Wire",
        "2021-11-15",
    )
    assert raw.text == REPORT
    assert raw.extra == {"desk": "Asia"}


@pytest.mark.parametrize(
    "text",
    [
        "Ankara: the talks have failed.\n\nThe minister said so.\n",
        "Source: the ministry said that the talks had failed on Monday.\n\nNobody was hurt.\n",
        "Tehran: a city of nine million\nDate: unknown to all\nThe talks failed.\n\nNobody knew.\n",
        "Breaking: Iran recalls envoy\n\nIran recalled its envoy.\n",
    ],
)
def test_a_first_sentence_with_a_colon_is_no_header(tmp_path, text):
    raw = only(write(tmp_path, "a.txt", text))
    assert raw.text == text
    assert raw.title is None


def test_markdown_front_matter(tmp_path):
    raw = only(write(tmp_path, "a.md", f'---\ntitle: "Envoy summoned"\ndate: 2021-11-15\n---\n\n{REPORT}'))
    assert (raw.title, raw.published, raw.text) == ("Envoy summoned", "2021-11-15", REPORT)


def test_html_is_handed_on_as_it_is(tmp_path):
    raw = only(write(tmp_path, "a.html", "<p>Iran</p>"))
    assert (raw.kind, raw.text) == ("html", "<p>Iran</p>")


def test_html_in_the_encoding_that_it_names(tmp_path):
    page = '<html><head><meta charset="windows-1252"></head><body>Möller’s</body></html>'
    assert "Möller’s" in only(write(tmp_path, "a.html", page.encode("windows-1252"))).text


def test_utf16_with_a_mark(tmp_path):
    assert only(write(tmp_path, "a.txt", REPORT.encode("utf-16"))).text == REPORT


def test_jsonl(tmp_path):
    rows = [{"text": REPORT, "title": "A", "id": 7}, {"Content": REPORT, "Published_At": "2021-11-15"}]
    path = write(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows)))
    first, second = read(path)
    assert (first.source, first.title, first.extra) == (f"{path}#1", "A", {"id": 7})
    assert (second.source, second.text, second.published) == (f"{path}#2", REPORT, "2021-11-15")


def test_a_bad_json_line_leaves_the_others(tmp_path):
    path = write(tmp_path, "a.jsonl", b'{"text": "One."}\n{"text": \n\n[1]\n{"body2": "x"}\n{"text": "\xff"}\n{"text": "Six."}\n')
    items = read(path)
    assert [item.text for item in items if isinstance(item, RawArticle)] == ["One.", "Six."]
    errors = [item for item in items if isinstance(item, InputError)]
    assert_error(errors[0], InputUnreadable, "line 2", "not JSON")
    assert errors[0].input == f"{path}#2"
    assert_error(errors[1], InputUnreadable, "not a JSON object")
    assert_error(errors[2], InputUnreadable, "no text field", "body2")
    assert_error(errors[3], InputUnreadable, "line 6", "not valid UTF-8 at byte 10")


def test_deeply_nested_json_is_an_error(tmp_path):
    path = write(tmp_path, "a.jsonl", "[" * 100_000 + "\n" + json.dumps({"text": REPORT}))
    error, raw = read(path)
    assert_error(error, InputUnreadable, "line 1")
    assert raw.text == REPORT


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"status": "ok", "articles": rows}])
def test_json_lists(tmp_path, wrap):
    rows = [{"text": REPORT, "source": {"id": None, "name": "The Wire"}}, {"text": ""}]
    first, second = read(write(tmp_path, "a.json", json.dumps(wrap(rows))))
    assert first.publisher == "The Wire"
    assert_error(second, InputEmpty, "no text")


def test_a_json_object(tmp_path):
    path = write(tmp_path, "a.json", json.dumps({"text": REPORT}))
    assert only(path).source == str(path)
    assert_error(only(write(tmp_path, "b.json", "{")), InputUnreadable, "not JSON")
    assert_error(only(write(tmp_path, "c.json", '{"text":"a"}\n{"text":"b"}')), InputUnreadable, ".jsonl")
    assert_error(only(write(tmp_path, "d.json", "[]")), InputEmpty)


@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("b.csv", ";"), ("c.tsv", "\t")])
def test_tables(tmp_path, name, delimiter):
    out = io.StringIO()
    table = csv.writer(out, delimiter=delimiter)
    table.writerows([["Headline", "BODY", "Date"], ["A", 'Line one.\nLine "two", ' + "x" * 200_000, "2021-11-15"], ["B", "", ""]])
    path = write(tmp_path, name, "\ufeff" + out.getvalue())
    first, second = read(path)
    assert (first.title, first.published, first.source) == ("A", "2021-11-15", f"{path}#1")
    assert first.text.startswith('Line one.\nLine "two"')
    assert_error(second, InputEmpty, "#2")


def test_a_bad_row_leaves_the_others(tmp_path):
    path = write(tmp_path, "a.csv", b"title,text\nA,One.\nB,caf\xe9.\nC,too,many\nD,Four.\n")
    items = read(path)
    assert [item.text for item in items if isinstance(item, RawArticle)] == ["One.", "Four."]
    assert_error(items[1], InputUnreadable, "#2", "UTF-8")
    assert_error(items[2], InputUnreadable, "#3", "quotes")


def test_a_table_without_text_names_its_columns(tmp_path):
    assert_error(only(write(tmp_path, "a.csv", "id,Headline\n1,A\n")), InputUnreadable, "no text column", "id, Headline")


def test_a_table_without_rows(tmp_path):
    assert_error(only(write(tmp_path, "a.csv", "text\n")), InputEmpty, "no rows")


def test_parquet(tmp_path):
    pa = pytest.importorskip("pyarrow")
    import datetime

    import pyarrow.parquet as pq

    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"Text": [REPORT, None], "date": [datetime.date(2021, 11, 15), None]}), path)
    first, second = read(path)
    assert (first.text, first.published) == (REPORT, "2021-11-15")
    assert_error(second, InputEmpty, "#2")
    pq.write_table(pa.table({"words": ["x"]}), tmp_path / "b.parquet")
    assert_error(only(tmp_path / "b.parquet"), InputUnreadable, "no text column", "words")
    assert_error(only(write(tmp_path, "c.parquet", b"PAR1 no")), InputUnreadable, "Parquet")


def test_a_folder_is_read_in_order_of_names_without_hidden_files(tmp_path):
    for name in ["b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/d.txt", "README.md"]:
        write(tmp_path, name, REPORT)
    assert [os.path.relpath(item.source, tmp_path) for item in read(tmp_path)] == ["a.txt", "b.txt", "sub/c.txt"]


def test_a_bad_file_in_a_folder_leaves_the_others(tmp_path):
    write(tmp_path, "a.txt", REPORT)
    write(tmp_path, "b.xlsx", b"PK\x03\x04")
    write(tmp_path, "c.txt", b"")
    write(tmp_path, "d.txt", REPORT)
    items = read(tmp_path)
    assert [type(item) for item in items] == [RawArticle, InputUnreadable, InputEmpty, RawArticle]


def test_globs(tmp_path):
    write(tmp_path, "b.txt", REPORT)
    write(tmp_path, "a.txt", REPORT)
    assert len(read(tmp_path / "*.txt")) == 2
    assert_error(only(tmp_path / "*.json"), InputMissing, "pattern")
    write(tmp_path, "[x].txt", REPORT)
    assert isinstance(only(tmp_path / "[x].txt"), RawArticle)


@pytest.mark.parametrize("stream", [io.BytesIO, lambda data: io.StringIO(data.decode())])
def test_standard_input(stream):
    def given_in(text):
        return read("-", stdin=stream(text.encode()))

    (raw,) = given_in("Title: A\nDate: 2021-11-15\n\n" + REPORT)
    assert (raw.source, raw.title, raw.text) == ("-", "A", REPORT)
    assert [item.source for item in given_in('{"text": "One."}\n{"text": "Two."}\n')] == ["-#1", "-#2"]
    assert given_in("<!DOCTYPE html><p>x</p>")[0].kind == "html"
    assert given_in('[{"text": "One."},\n {"text": "Two."}]')[1].text == "Two."
    assert given_in("[AP] Iran summoned the envoy.")[0].text.startswith("[AP]")
    assert_error(given_in("")[0], InputEmpty)


def test_gzip(tmp_path):
    assert only(write(tmp_path, "a.txt.gz", gzip.compress(REPORT.encode()))).text == REPORT
    lines = b'{"text": "One."}\n{"text": "Two."}\n'
    assert len(read(write(tmp_path, "a.jsonl.gz", gzip.compress(lines)))) == 2
    assert_error(only(write(tmp_path, "b.txt.gz", b"no gzip")), InputUnreadable, ".gz")
    assert_error(only(write(tmp_path, "c.txt.gz", gzip.compress(lines * 50)[:-20])), InputUnreadable, "damaged")


def test_zip(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("b.txt", REPORT)
        archive.writestr("a.jsonl", '{"text": "One."}')
        archive.writestr("c.pdf", "x")
        archive.writestr("__MACOSX/b.txt", "x")
        archive.writestr("inner.zip", "x")
    items = read(path)
    assert [item.source for item in items if isinstance(item, RawArticle)] == [f"{path}!a.jsonl#1", f"{path}!b.txt"]
    assert_error(items[2], InputUnreadable, ".pdf")
    assert_error(items[3], InputUnreadable, "archive in an archive")
    assert_error(only(write(tmp_path, "b.zip", b"nothing")), InputUnreadable, "zip")


def test_archive_bombs_are_refused(tmp_path):
    small = Limits(text_bytes=1000, unpacked_bytes=5000)
    bomb = gzip.compress(b" " * 1_000_000)
    assert_error(only(write(tmp_path, "a.txt.gz", bomb), limits=small), InputUnreadable, "larger than")
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", " " * 1_000_000)
    assert_error(only(tmp_path / "a.zip", limits=small), InputUnreadable, "unpacks to more")
    rows = b'{"text": "One."}\n' * 1000
    items = read(write(tmp_path, "a.jsonl.gz", gzip.compress(rows)), limits=small)
    assert_error(items[-1], InputUnreadable, "unpacks to more")
    long = json.dumps({"text": "x" * 5000}) + '\n{"text": "One."}\n'
    error, raw = read(write(tmp_path, "b.jsonl", long), limits=small)
    assert_error(error, InputUnreadable, "line 1", "larger")
    assert raw.text == "One."


def test_warc(tmp_path):
    pytest.importorskip("fastwarc")
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><p>Iran</p></html>"
    image = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nxxx"
    data = b""
    for body in (page, image):
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2021-11-15T00:00:00Z\r\n"
            "WARC-Target-URI: https://x.example/1\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        data += gzip.compress(head.encode() + body + b"\r\n\r\n")
    raw = only(write(tmp_path, "a.warc.gz", data))
    assert (raw.kind, raw.url, raw.published) == ("html", "https://x.example/1", None)
    assert "Iran" in raw.text
    assert isinstance(only(write(tmp_path, "b.warc.gz", b"nothing at all")), InputError)


def test_feeds(tmp_path):
    pytest.importorskip("feedparser")
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>The Wire</title>'
        "<item><title>A</title><link>https://x.example/1</link><pubDate>Mon, 15 Nov 2021 12:00:00 GMT</pubDate>"
        "<description>Iran summoned the envoy.</description></item>"
        "<item><title>B</title></item></channel></rss>"
    )
    first, second = read(write(tmp_path, "a.xml", feed))
    assert (first.title, first.publisher, first.published) == ("A", "The Wire", "Mon, 15 Nov 2021 12:00:00 GMT")
    assert_error(second, InputEmpty, "#2")
    assert_error(only(write(tmp_path, "b.xml", "<x/>")), InputUnreadable, "feed")


def test_a_feed_that_is_a_path_opens_no_file(tmp_path):
    pytest.importorskip("feedparser")
    secret = write(tmp_path, "secret.txt", "<rss version='2.0'><channel><item><description>s</description></item></channel></rss>")
    assert_error(only(write(tmp_path, "a.xml", str(secret))), InputUnreadable, "feed")


def test_what_is_missing_says_what_to_install(tmp_path, monkeypatch):
    for module, name, data in [
        ("pyarrow", "a.parquet", b"PAR1"),
        ("fastwarc", "a.warc.gz", b"x"),
        ("feedparser", "a.xml", b"<x/>"),
    ]:
        monkeypatch.setitem(sys.modules, module, None)
        assert_error(only(write(tmp_path, name, data)), InputUnreadable, f"pip install {module}")


def test_missing(tmp_path):
    assert_error(only(tmp_path / "no.txt"), InputMissing, "no such file or folder", "check the path")
    assert_error(only("a\x00b"), InputMissing)
    assert_error(only(tmp_path), InputMissing, "no files")


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf\n"])
def test_empty(tmp_path, data):
    assert_error(only(write(tmp_path, "a.txt", data)), InputEmpty, "nothing to code")


def test_binary(tmp_path):
    assert_error(only(write(tmp_path, "a.txt", b"abc\x00def")), InputUnreadable, "binary")
    assert_error(only(write(tmp_path, "b.txt", bytes(range(1, 9)) * 20)), InputUnreadable, "binary")
    assert_error(only(write(tmp_path, "c.txt", b"%PDF-1.4 x")), InputUnreadable, "PDF", "pdftotext")


def test_not_utf8(tmp_path):
    item = only(write(tmp_path, "a.txt", "Der Präsident".encode("latin-1")))
    assert_error(item, InputUnreadable, "byte 6", "iconv")


@pytest.mark.parametrize("name", ["a.xlsx", "a.pdf", "a.docx", "a.exe", "a.tar.gz"])
def test_formats_that_are_not_read(tmp_path, name):
    assert_error(only(write(tmp_path, name, b"x")), InputUnreadable, "are not read", ".csv", ".parquet")


def test_defaults_fill_what_an_input_does_not_say(tmp_path):
    path = write(tmp_path, "a.jsonl", '{"text": "One.", "published": "2021-01-01"}\n{"text": "Two."}\n')
    first, second = read(path, defaults={"published": "2022-02-02", "publisher": "P", "url": None})
    assert (first.published, first.publisher) == ("2021-01-01", "P")
    assert second.published == "2022-02-02"
    with pytest.raises(TypeError, match="colour"):
        read(path, defaults={"colour": "red"})


def test_inputs_come_one_at_a_time(tmp_path):
    path = write(tmp_path, "a.txt", REPORT)
    items = read_inputs([str(path), str(tmp_path / "missing.txt"), str(path)])
    assert isinstance(next(items), RawArticle)
    assert isinstance(next(items), InputMissing)
    assert isinstance(next(items), RawArticle)


@settings(deadline=None)  # the first call may load a library
@given(
    st.binary(max_size=200),
    st.sampled_from([".txt", ".html", ".jsonl", ".json", ".csv", ".tsv", ".zip", ".txt.gz", ".md"]),
)
def test_any_bytes_give_reports_or_errors(tmp_path_factory, data, suffix):
    path = write(tmp_path_factory.getbasetemp(), f"fuzz{suffix}", data)
    items = read(path)
    assert items
    assert all(isinstance(item, RawArticle | InputError) for item in items)


@settings(deadline=None)  # the first call may load a library
@given(st.text(max_size=200))
def test_any_text_on_standard_input_gives_reports_or_errors(text):
    items = read("-", stdin=io.BytesIO(text.encode("utf-8", errors="surrogatepass")))
    assert items
    assert all(isinstance(item, RawArticle | InputError) for item in items)
