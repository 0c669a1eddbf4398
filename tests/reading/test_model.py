"""The model through spaCy: what it sets, that it is the same each time, and what it must get right."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from dragoman.reading.model import load_language, model_meta, shared_reader
from dragoman.reading.windows import MOST_WORDS, cut_windows, is_hard_wrapped
from dragoman.records import Region

REPORT = (
    "Border Guards Detain Nine Smugglers Near Tirana\n\n"
    "Albanian border guards detained nine men on Tuesday, the interior ministry said. The men, who were unarmed, "
    "had been followed by Greek police since Sunday.\n\n"
    "“We did not expect so many,” said Arben Hoxha, a spokesman for the ministry. He thanked Greece’s government."
)


@pytest.fixture(scope="module")
def nlp():
    return load_language()


def facts(doc: Doc) -> list[tuple]:
    return [(t.text, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_, t.is_sent_start, str(t.morph)) for t in doc]


def head_of(doc: Doc, word: str) -> tuple[str, str]:
    token = next(t for t in doc if t.text == word)
    return token.dep_, token.head.text


def test_everything_is_set(nlp):
    doc = nlp(REPORT)
    assert doc.text == REPORT
    for kind in ("TAG", "POS", "MORPH", "LEMMA", "DEP", "SENT_START", "ENT_IOB"):
        assert doc.has_annotation(kind), kind
    for sentence in doc.sents:
        assert len({sentence.root}) == 1
        assert sentence.root.dep_ == "root"
        assert all(t.head in sentence for t in sentence)
        assert sum(t.head.i == t.i for t in sentence) == 1


def test_events_are_read(nlp):
    doc = nlp(REPORT)
    assert head_of(doc, "guards") == ("nsubj", "detained")
    assert head_of(doc, "men") == ("obj", "detained")
    assert head_of(doc, "ministry") == ("nsubj", "said")
    detained = next(t for t in doc if t.text == "detained")
    assert (detained.tag_, detained.lemma_, detained.morph.get("Tense")) == ("VBD", "detain", ["Past"])
    followed = next(t for t in doc if t.text == "followed")
    assert followed.morph.get("Voice") == ["Pass"]
    assert ("Arben Hoxha", "PERSON") in {(e.text, e.label_) for e in doc.ents}
    assert {("Greece", "GPE"), ("Greek", "NORP")} <= {(e.text, e.label_) for e in doc.ents}


@pytest.mark.parametrize(
    ("text", "verb", "subject", "object_"),
    [
        ("Turkish police arrested the editor.", "arrested", "police", "editor"),
        ("Rebels shelled the town overnight.", "shelled", "Rebels", "town"),
        ("Kenyan troops killed two gunmen.", "killed", "troops", "gunmen"),
        ("Oslo expelled the attaché.", "expelled", "Oslo", "attaché"),
        ("The militia freed its hostages.", "freed", "militia", "hostages"),
    ],
)
def test_a_main_verb_is_no_participle(nlp, text, verb, subject, object_):
    doc = nlp(text)
    token = next(t for t in doc if t.text == verb)
    assert (token.tag_, token.dep_) == ("VBD", "root")
    assert head_of(doc, subject) == ("nsubj", verb)
    assert head_of(doc, object_) == ("obj", verb)


def test_passive_and_agent(nlp):
    doc = nlp("Two aid workers were abducted by armed men in Gao.")
    assert head_of(doc, "workers") == ("nsubj:pass", "abducted")
    assert head_of(doc, "men") == ("obl:agent", "abducted")


def test_a_known_place_is_no_person(nlp):
    assert [(e.text, e.label_) for e in nlp("Rebels attacked Goma and killed six farmers.").ents] == [("Goma", "GPE")]


def test_a_short_has_is_have(nlp):
    doc = nlp("She’s been elected and he's in Oslo.")
    assert [t.lemma_ for t in doc if t.text in ("’s", "'s")] == ["have", "be"]


def test_no_sentence_crosses_a_paragraph_or_region(nlp):
    text = "Ministers Meet In Riga And The Talks Go On And On\nThe talks went well"
    doc = nlp(text)
    assert [s.text.strip() for s in doc.sents] == text.split("\n")
    doc = nlp.make_doc("Read more about the strike The army left the town .")
    doc._.regions = [Region("related", 0, 26), Region("body", 27, 51)]
    doc = nlp(doc)
    assert next(t for t in doc if t.text == "The").is_sent_start


def test_white_space_hangs_on_the_word_before_it(nlp):
    doc = nlp("\n\n  The envoy left.  \n\nHe was ill.\n")
    spaces = [t for t in doc if t.is_space]
    assert spaces
    for token in spaces:
        assert (token.tag_, token.pos_, token.dep_, token.ent_type_) == ("_SP", "SPACE", "dep", "")
        before = [t for t in doc[: token.i] if not t.is_space]
        assert token.head == (before[-1] if before else next(t for t in doc if not t.is_space))


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "”", "a", "…\n…", "🙂 🙂", "\u2028", "x" * 3000, "word " * 700, "(" * 450])
def test_odd_texts(nlp, text):
    doc = nlp(text)
    assert doc.text == text


def test_the_same_each_time_and_in_any_company(nlp):
    texts = [REPORT, "Rain fell.", "Police said nothing. " * 30, REPORT.upper(), "Kofi Annan met them\nin Accra."]
    alone = [facts(nlp(t)) for t in texts]
    together = [facts(d) for d in nlp.pipe(texts * 3, batch_size=5)]
    assert together == alone * 3
    single = load_language(threads=1)
    assert [facts(d) for d in single.pipe(reversed(texts))] == alone[::-1]


def test_memory_zones(nlp):
    once = facts(nlp(REPORT))
    for _ in range(3):
        with nlp.memory_zone():
            assert facts(nlp(REPORT)) == once


def test_worker_processes(nlp):
    texts = [REPORT, "Rain fell."]
    assert [facts(d) for d in nlp.pipe(texts * 2, n_process=2, batch_size=1)] == [facts(nlp(t)) for t in texts * 2]


def test_the_component_can_be_sent_to_another_process(nlp):
    copied = pickle.loads(pickle.dumps(nlp.get_pipe("dragoman_reader")))
    assert facts(copied(nlp.make_doc(REPORT))) == facts(nlp(REPORT))


PARTS = st.sampled_from(
    ["The army ", "left Goma. ", "\n", "\n\n", "“No,” ", "he said", ". ", "al-Assad ", "U.S.-led ", "’s ", "\t", "– ", "(AP) ", "Why? ", "\u00a0", "9/11 "]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PARTS, max_size=25).map("".join))
def test_offsets_and_trees_hold_for_any_text(nlp, text):
    doc = nlp(text)
    assert doc.text == text
    for token in doc:
        assert text[token.idx : token.idx + len(token)] == token.text
    for sentence in doc.sents:
        assert sum(t.head.i == t.i for t in sentence) == 1
    assert all(not t.is_space for e in doc.ents for t in (e[0], e[-1]))


def test_windows_cover_every_word_once(nlp):
    text = "\n".join(["One short line here."] * 5 + ["A much longer line of words, " * 90 + "ends."] + ["Heading"] + ["x" * 50] * 3)
    doc = nlp.make_doc(text)
    windows = cut_windows(doc, shared_reader().pieces, None)
    assert [i for w in windows for i in w.tokens] == [t.i for t in doc if not t.is_space]
    assert all(len(w.tokens) <= MOST_WORDS for w in windows)
    assert all(0 in w.forced for w in windows)


def test_hard_wrapped_text(nlp):
    text = (
        "The defence ministry of Latvia said on Wednesday that two of its\nsoldiers had been hurt in an exercise near the town of Ogre and that\n"
        "both of them had been taken to a hospital in the capital, where they\nwere said to be in a stable condition."
    )
    assert is_hard_wrapped(text)
    assert len(list(nlp(text).sents)) == 1
    assert not is_hard_wrapped(REPORT)


def test_meta_names_the_model_and_its_files():
    meta = model_meta()
    assert meta["license"] == "CC BY-SA 4.0"
    assert {"name", "version", "files", "scores"} <= set(meta)


def test_torch_is_not_needed():
    code = "import sys; sys.modules['torch'] = None; from dragoman.reading.model import load_language; print(len(load_language()('It rained.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "3", done.stderr
