"""dragoman as a spaCy component: on our pipeline, and on a Doc with the labels of `en_core_web_*`."""

from __future__ import annotations

import multiprocessing

import pytest
import spacy
from spacy.util import get_lang_class

from dragoman.errors import CodebookError
from dragoman.reading.model import load_language
from tests.coding.books import write
from tests.coding.test_codebook import TEXT
from tests.reading.parses import doc_of

CLAIM = """
    Iran       Iran       PROPN NNP 2 nsubj
    said       say        VERB  VBD 0 root
    Turkish    turkish    ADJ   JJ  4 amod
    troops     troops     NOUN  NNS 6 nsubj
    had        have       AUX   VBD 6 aux
    attacked   attack     VERB  VBN 2 ccomp
    Kurdish    kurdish    ADJ   JJ  8 amod
    rebels     rebel      NOUN  NNS 6 obj
    in         in         ADP   IN  10 case      6 prep
    Syria      Syria      PROPN NNP 6 obl        9 pobj
    .          .          PUNCT .   2 punct
    ---
    Two        two        NUM   CD  2 nummod
    journalists journalist NOUN NNS 4 nsubj:pass
    were       be         AUX   VBD 4 aux:pass
    arrested   arrest     VERB  VBN 0 root
    by         by         ADP   IN  7 case       4 agent
    Turkish    turkish    ADJ   JJ  7 amod
    police     police     NOUN  NNS 4 obl:agent  5 pobj
    on         on         ADP   IN  9 case       4 prep
    Friday     Friday     PROPN NNP 4 obl        8 pobj
    .          .          PUNCT .   4 punct
"""


@pytest.fixture(scope="module")
def nlp():
    nlp = load_language()
    nlp.add_pipe("dragoman", config={"published": "2021-11-15"})
    return nlp


def facts(events) -> list[tuple]:
    return [(e.type, e.mode, e.predicate, e.evidence, e.actors, e.recipients, e.standing, e.time, e.place, e.sources, e.event_id) for e in events]


def test_on_our_pipeline_it_gives_what_the_coder_gives(nlp, coder) -> None:
    doc = nlp(TEXT)
    wanted = coder(TEXT, published="2021-11-15")
    assert facts(doc._.events) == facts(wanted.events) and len(doc._.events) > 5
    assert doc._.dragoman.events == doc._.events
    assert [(s.content, s.cue) for s in doc._.statements] == [(s.content, s.cue) for s in wanted.statements]


def test_spans_are_those_of_the_doc(nlp) -> None:
    doc = nlp(TEXT)
    for event in doc._.events:
        for span in (event.predicate, event.evidence, *event.actors, *event.recipients):
            assert doc.text[span.start : span.end] == span.text
            assert doc.char_span(span.start, span.end) is not None, "a span of whole tokens"


def test_the_date_of_a_doc_goes_before_that_of_the_component(nlp) -> None:
    doc = nlp.make_doc("Kenya attacked Somalia on Friday.")
    doc._.published = "2020-01-01"
    (event,) = nlp(doc)._.events
    assert event.time.from_ == "2019-12-27"
    (event,) = nlp("Kenya attacked Somalia on Friday.")._.events
    assert event.time.from_ == "2021-11-12"


def test_many_texts(nlp) -> None:
    docs = list(nlp.pipe(["Kenya attacked Somalia.", "Rain fell.", "Iran condemned Israel."]))
    assert [[e.type for e in d._.events] for d in docs] == [["ASSAULT"], [], ["ACCUSE"]]


@pytest.mark.parametrize("scheme", ["ud", "clear"])
def test_on_a_doc_of_another_model(scheme: str) -> None:
    blank = spacy.blank("en")
    component = blank.add_pipe("dragoman", config={"published": "2021-11-15"})
    doc = component(doc_of(CLAIM, scheme))
    assault, arrest = doc._.events
    assert (assault.type, [a.country for a in assault.actors], assault.standing, [s.name for s in assault.sources]) == ("ASSAULT", ["TUR"], "alleged", ["Iran"])
    assert [(a.text, a.sectors) for a in assault.recipients] == [("Kurdish rebels", ("REB",))]
    assert (assault.place.name, assault.time.basis) == ("Syria", "none")
    assert (arrest.type, arrest.mode, [a.text for a in arrest.actors], [a.text for a in arrest.recipients]) == ("COERCE", "arrest", ["Turkish police"], ["Two journalists"])
    assert (arrest.time.from_, arrest.standing) == ("2021-11-12", "reported") and "Friday" in arrest.time.text
    (statement,) = doc._.statements
    assert (statement.speaker.name, statement.content.text) == ("Iran", "Turkish troops had attacked Kurdish rebels in Syria")


def test_both_label_schemes_give_the_same_records() -> None:
    blank = spacy.blank("en")
    component = blank.add_pipe("dragoman", config={"published": "2021-11-15"})
    one, two = component(doc_of(CLAIM)), component(doc_of(CLAIM, "clear"))
    assert one._.events == two._.events and one._.statements == two._.statements


def test_a_doc_without_a_parse_gives_no_events() -> None:
    nlp = get_lang_class("en")()
    component = nlp.add_pipe("dragoman")
    doc = component(nlp.make_doc(""))
    assert doc._.events == () and doc._.statements == ()


def _ids(table, name: str) -> tuple[str, list[str]]:
    return table.label, [e.id for e in table.candidates(name)]


def test_actors_of_ones_own_reach_other_processes(tmp_path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("name,names,kind,country,sectors\nOmega Peace Forum,OPF,ngo,Kenya,SOC\n")
    nlp = load_language()
    component = nlp.add_pipe("dragoman", config={"actors": [str(path)], "published": "2021-11-15"})
    texts = ["Turkey condemned the OPF.", "The Omega Peace Forum met Israel."]

    def found(docs):
        return [[(e.version["actors"], [a.id for a in (*e.actors, *e.recipients)]) for e in doc._.events] for doc in docs]

    one = found(nlp.pipe(texts))
    assert [ids for ((_, ids),) in one] == [["TUR", "own:omega-peace-forum"], ["own:omega-peace-forum", "ISR"]]
    # what a component carries to a process that shares nothing with this one
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(_ids, (component.table, "OPF")) == (component.version["actors"], ["own:omega-peace-forum"])


def test_a_codebook_of_ones_own(tmp_path, nlp) -> None:
    other = load_language()
    other.add_pipe("dragoman", config={"codebook": str(write(tmp_path / "toy"))})
    assert {e.type for e in other(TEXT)._.events} == {"QUARREL", "TALK", "HELP", "HARM"}
    with pytest.raises(CodebookError):
        load_language().add_pipe("dragoman", config={"codebook": "nosuch"})
