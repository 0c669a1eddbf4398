"""RawArticle -> Article as a whole: text, title, date, publisher, language, id."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import article_id, build_article
from dragoman.article.normalise import normalise
from dragoman.errors import DateInvalid, InputEmpty, InputError, InputUnreadable, LanguageUnsupported
from dragoman.intake import RawArticle, read_inputs

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAGE = """<html><head><title>Envoy summoned | The Wire</title>
<meta property="og:title" content="Iran summons Turkish envoy over poem">
<meta property="og:site_name" content="The Wire">
<meta property="article:published_time" content="2020-12-11T09:00:00Z"></head>
<body><nav><a href="/">Home</a><a href="/w">World</a></nav>
<div class="cookie-banner"><p>We use cookies. <a href="#">Accept</a></p></div>
<article><h1>Iran summons Turkish envoy over poem</h1>
<p>Iran summoned the Turkish ambassador on Friday over a poem that was read at a parade in Baku, state media said.</p>
<p>Turkey rejected the protest and summoned the Iranian ambassador in turn. The two countries share a long border.</p>
<p>The foreign ministers of both countries spoke by telephone on Saturday, and each of them called the matter closed.</p>
</article><footer><p>Copyright 2020 The Wire</p></footer></body></html>"""


def raw(text, **fields):
    return RawArticle("x.txt", text, **fields)


def test_plain_text_keeps_its_offsets():
    text = "Iran  summoned\tthe envoy.\n\n\nTurkey “rejected” it. "
    assert build_article(raw(text)).text == text


def test_normalising():
    assert normalise("\ufeffa\r\nb\rc\u2028d\x0ce\x00f\u00a0g\u00adh\u200bi\ud800") == "a\nb\nc\nd e f ghi\ufffd"


@settings(deadline=None)  # the first call may load a library
@given(st.text())
def test_normalising_twice_changes_nothing_more(text):
    once = normalise(text)
    assert normalise(once) == once
    once.encode("utf-8")


def test_the_id_is_of_the_words():
    assert article_id("Cafe\u0301 talks\n fail") == article_id("Café talks fail")
    assert article_id("Talks fail") != article_id("talks fail")
    assert len(article_id("x")) == 16
    assert article_id("Iran summoned the envoy.") == "562d67d0a80ff3a7"


def test_title_from_the_headline():
    article = build_article(raw("Iran summons envoy\n\nIran summoned the envoy of Turkey on Friday.\n"))
    assert article.title == "Iran summons envoy"
    assert [region.region for region in article.regions] == ["headline", "body"]


def test_publisher_from_the_byline():
    text = "Iran Summons Turkish Envoy Over Poem\nSputnik\nIran summoned the envoy of Turkey on Friday.\nHe went.\n"
    assert build_article(raw(text)).publisher == "Sputnik"


def test_what_the_caller_says_wins():
    given_raw = raw("Iran summoned the envoy on Friday.", published="2020-01-01", publisher="A")
    article = build_article(given_raw, published="15 November 2021", publisher="B")
    assert (article.published, article.publisher) == ("2021-11-15", "B")
    article = build_article(given_raw)
    assert (article.published, article.publisher) == ("2020-01-01", "A")


def test_a_bad_published_date_names_the_input():
    with pytest.raises(DateInvalid, match=r"x\.txt.*YYYY-MM-DD"):
        build_article(raw("Iran summoned the envoy.", published="03/04/2021"))


def test_no_date_is_ever_made_up():
    assert build_article(raw("Iran summoned the envoy yesterday, on May 3, 2020.")).published is None


@pytest.mark.parametrize("text", ["", " \n", "...", "12 : 30"])
def test_no_words(text):
    with pytest.raises(InputEmpty):
        build_article(raw(text))


def test_another_language():
    with pytest.raises(LanguageUnsupported, match="German") as caught:
        build_article(raw("Der Außenminister traf am Montag den Botschafter und sprach mit ihm über die Lage."))
    assert caught.value.input == "x.txt"


def test_a_page():
    article = build_article(raw(PAGE, kind="html"))
    assert article.title == "Iran summons Turkish envoy over poem"
    assert (article.publisher, article.published) == ("The Wire", "2020-12-11")
    paragraphs = article.text.split("\n\n")
    assert len(paragraphs) == 4
    assert "cookies" not in article.text and "Copyright" not in article.text
    assert [region.region for region in article.regions] == ["headline", "body"]


def test_a_fragment_as_feeds_carry_it():
    article = build_article(raw("<p>Iran summoned the <b>envoy</b>.</p><p>Turkey protested.</p>", kind="html"))
    assert "Iran summoned the envoy." in article.text


@pytest.mark.parametrize("html", ["", "<html></html>", "<script>x()</script>", "<p></p>"])
def test_an_empty_page(html):
    with pytest.raises(InputEmpty):
        build_article(raw(html, kind="html"))


def test_trafilatura_missing_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputUnreadable, match="pip install trafilatura lxml_html_clean"):
        build_article(raw(PAGE, kind="html"))


@settings(deadline=None)  # the first call may load a library
@given(st.text(max_size=300), st.sampled_from(["text", "html"]))
def test_any_text_gives_an_article_or_a_declared_error(text, kind):
    try:
        article = build_article(raw(text, kind=kind))
    except (InputError, DateInvalid):
        return
    assert article.text == normalise(article.text)
    assert all(0 <= region.start < region.end <= len(article.text) for region in article.regions)


def test_the_same_input_gives_the_same_article():
    assert build_article(raw(PAGE, kind="html")) == build_article(raw(PAGE, kind="html"))


def test_every_example_is_an_article():
    items = list(read_inputs([str(EXAMPLES)]))
    assert len(items) >= 14
    articles = [build_article(item) for item in items]
    assert all(article.published and article.title and article.publisher for article in articles)
    assert len({article.article_id for article in articles}) == len(articles)
    scraped = next(article for article in articles if article.title.startswith("Baku Hosts"))
    kinds = {region.region for region in scraped.regions}
    assert kinds == {"headline", "lead", "byline", "caption", "body", "related", "heading", "footer"}
    body = " ".join(scraped.text[r.start : r.end] for r in scraped.regions if r.region == "body")
    assert "Uranium" not in body and "Dismisses" not in body and "control room" not in body


def test_the_shared_reports_are_all_english_articles():
    folder = Path(__file__).resolve().parents[3] / "shared" / "articles"
    if not folder.is_dir():
        pytest.skip("the shared articles are not beside this checkout")
    articles = [build_article(item) for item in read_inputs([str(folder)])]
    assert len(articles) == 115
    for article in articles:
        assert any(region.region == "body" for region in article.regions)
        body = sum(region.end - region.start for region in article.regions if region.region in ("body", "lead"))
        assert body > 0.5 * len(article.text)


def test_a_headline_that_differs_a_little_from_the_title_stands_once():
    page = PAGE.replace("<h1>Iran summons Turkish envoy over poem</h1>", "<h1>Iran summons envoy over poem</h1>")
    article = build_article(raw(page, kind="html"))
    assert [region.region for region in article.regions] == ["headline", "body"]
