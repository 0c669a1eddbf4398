"""The Python door."""

from __future__ import annotations

import dataclasses
import subprocess
import sys

import pytest

import dragoman
from dragoman.coder import CodedResult, Coder
from dragoman.errors import ActorsError, DragomanError, InputEmpty
from dragoman.intake.raw import RawArticle
from dragoman.records import Article, Event, Statement
from dragoman.settings import RECORDS

TEXT = 'President Emmanuel Macron said on Monday: "Israel attacked a port in Syria." Turkey condemned Israel on Friday, Radio <b>Nord & Süd</b> reported.'


@pytest.fixture(scope="module")
def result(coder):
    return coder(TEXT, published="2021-11-15", publisher="The Post", title="A title", url="https://example.org/1")


def test_all_is_what_it_says() -> None:
    assert sorted(dragoman.__all__) == ["CodedResult", "Coder", "__version__", "load"]
    for name in dragoman.__all__:
        assert getattr(dragoman, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = dragoman.nonsense


def test_the_versions_agree() -> None:
    import tomllib
    from importlib.metadata import version
    from pathlib import Path

    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text())["project"]
    assert dragoman.__version__ == project["version"] == version("dragoman")


def test_importing_it_costs_nothing() -> None:
    code = "import sys, dragoman; print([m for m in ('spacy', 'onnxruntime', 'pandas', 'numpy', 'pyarrow') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_a_result_holds_records(result) -> None:
    assert isinstance(result, CodedResult) and isinstance(result.article, Article)
    assert {type(e) for e in result.events} == {Event} and {type(s) for s in result.statements} == {Statement}
    assert result.articles == (result.article,)
    a = result.article
    assert (a.text, a.title, a.url, a.publisher, a.published, a.language) == (TEXT, "A title", "https://example.org/1", "The Post", "2021-11-15", "en")
    event = result.events[-1]
    assert (event.title, event.url, event.publisher, event.published, event.article_id) == (a.title, a.url, a.publisher, a.published, a.article_id)
    with pytest.raises(dataclasses.FrozenInstanceError):
        event.type = "AID"


def test_records_are_those_asked_for(result) -> None:
    assert {r["record"] for r in result.records()} == {"event", "statement", "article"}
    assert {r["record"] for r in result.records(RECORDS)} == {"event", "statement", "article", "mention", "time", "place"}
    assert [r["event_id"] for r in result.records(("events",))] == [e.event_id for e in result.events]


def test_events_and_statements_come_in_text_order(coder) -> None:
    result = coder("Kenya attacked Somalia. Iran condemned Israel. Police said that gunmen had killed a monk. Turkey praised Qatar.", published="2021-11-15")
    starts = [e.predicate.start for e in result.events]
    assert len(starts) >= 4 and starts == sorted(starts)


def test_a_statement_and_the_event_in_it(result) -> None:
    statement = next(s for s in result.statements if s.cue and s.cue.text == "said")
    assert (statement.speaker.name, statement.form, statement.content.text) == ("Emmanuel Macron", "direct", "Israel attacked a port in Syria.")
    assault = next(e for e in result.events if e.type == "ASSAULT")
    assert [s.name for s in assault.sources] == ["Emmanuel Macron"] and assault.standing == "alleged"
    assert assault.sources[0].cue == statement.cue


def test_a_result_shows_itself_with_the_evidence_marked(result) -> None:
    html = result._repr_html_()
    assert "<b>" not in html and "&lt;b&gt;Nord &amp; Süd" in html, "the report's text is no mark-up"
    for word in ("condemned", "Turkey"):
        assert f">{word}</mark>" in html
    assert html.count("<tr>") == len(result.events) + 1
    text = html.split("</div>")[0].split(">", 1)[1]
    import html as h
    import re

    assert h.unescape(re.sub(r"<[^>]*>", "", text)) == TEXT, "marking loses and doubles nothing"


def test_many_articles_errors_in_their_place_and_doubles_once(coder) -> None:
    raws = [RawArticle(source=f"{n}", text=t) for n, t in enumerate(("Iran condemned Israel.", "", "Kenya attacked Somalia.", "Iran condemned Israel."))]
    out = [r for _, r in coder.code(raws, published="2021-11-15", publisher="The Post")]
    assert isinstance(out[1], InputEmpty)
    assert [len(r.events) for r in out if not isinstance(r, DragomanError)] == [1, 1, 0]
    assert out[3].article.duplicate_of == out[0].article.article_id and out[0].article.duplicate_of is None
    assert (out[0].article.published, out[0].article.publisher) == ("2021-11-15", "The Post")


def test_version_is_that_of_program_codebook_and_model(coder) -> None:
    assert coder.version["dragoman"] == dragoman.__version__
    assert coder.version["codebook"] == coder.codebook.label
    assert coder.nlp.meta["name"] in coder.version["model"] and coder.nlp.meta["version"] in coder.version["model"]


MINE = "name,names,kind,country,sectors\nOmega Peace Forum,OPF,ngo,Kenya,SOC\n"


def test_actors_of_ones_own(coder, tmp_path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(MINE)
    mine = dragoman.load(nlp=coder.nlp, actors=path)
    (event,) = mine("Turkey condemned the OPF.", published="2021-11-15").events
    assert [(a.id, a.name, a.country, a.sectors) for a in event.recipients] == [("own:omega-peace-forum", "Omega Peace Forum", "KEN", ("SOC",))]
    assert event.version == {**coder.version, "actors": mine.table.label} and mine.table.label.startswith("mine.csv ")
    assert "actors" not in coder.version and coder.table.get("own:omega-peace-forum") is None
    assert mine("Iran condemned Israel.").records(("events",)) == [{**e, "version": mine.version} for e in coder("Iran condemned Israel.").records(("events",))]
    again = dragoman.load(nlp=coder.nlp, actors=mine.table)
    assert again.version == mine.version


def test_a_wrong_row_is_a_warning_and_strict_an_error(coder, tmp_path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(MINE + "Beta,,groop,,\n")
    with pytest.warns(UserWarning, match="mine.csv, line 3, column kind"):
        assert dragoman.load(nlp=coder.nlp, actors=[path]).table.get("own:omega-peace-forum") is not None
    with pytest.raises(ActorsError, match="line 3"):
        dragoman.load(nlp=coder.nlp, actors=str(path), strict=True)


def test_a_pipeline_of_ones_own(coder) -> None:
    mine = dragoman.load(nlp=coder.nlp)
    assert isinstance(mine, Coder) and mine.nlp is coder.nlp
    assert mine("Iran condemned Israel.").records(("events",)) == coder("Iran condemned Israel.").records(("events",))
