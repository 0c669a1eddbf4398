"""Our own news treebank: that it can be read, is well formed, and that its test part is not trained on."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from corpora import read_news
from treebank import Tree, amend, name_of, read, set_name, write, wrong

NEWS = Path(__file__).resolve().parents[2] / "training/news"
PARTS = {part: [t for path in sorted(NEWS.glob(f"{part}-*.conllu")) for t in read(path)] for part in ("train", "test")}


def text(tree: Tree) -> str:
    return next(c for c in tree.comments if c.startswith("# text")).partition("=")[2].strip()


def test_enough_sentences():
    assert len(PARTS["train"]) >= 900
    assert len(PARTS["test"]) >= 200


@pytest.mark.parametrize("part", PARTS)
def test_every_tree_is_well_formed(part):
    assert {t.ident: found for t in PARTS[part] if (found := wrong(t))} == {}


def test_no_test_sentence_is_trained_on():
    trained = {text(t).lower() for t in PARTS["train"]}
    assert [text(t) for t in PARTS["test"] if text(t).lower() in trained] == []
    assert len({t.ident for part in PARTS.values() for t in part}) == sum(map(len, PARTS.values()))


@pytest.mark.parametrize("part", PARTS)
def test_the_recipe_reads_it(part):
    sentences = [s for d in read_news(part) for s in d.sentences]
    assert len(sentences) == len(PARTS[part])
    assert all(len(s.words) == len(s.names) == len(s.heads) for s in sentences)
    assert any("B-ARMED_GROUP" in s.names for s in sentences)


def changed(**fields) -> list[str]:
    """What `wrong` says of a right tree with the field of one word changed: (word, column) = value."""
    tree = copy.deepcopy(next(t for t in PARTS["test"] if len(t.rows) > 8))
    for key, value in fields.items():
        word, column = key.removeprefix("w").split("_")
        tree.rows[int(word) - 1][int(column)] = value
    return wrong(tree)


def test_wrong_trees_are_found():
    assert changed() == []
    assert any("no such label" in x for x in changed(w2_7="subject"))
    assert any("outside" in x for x in changed(w2_6="99"))
    assert any("is never" in x for x in changed(w2_4="XYZ"))
    assert any("do not make the text" in x for x in changed(w2_1="other"))
    assert any("roots" in x for x in changed(w1_6="0", w2_6="0", w1_7="root", w2_7="root"))


def test_circles_are_found():
    tree = copy.deepcopy(next(t for t in PARTS["test"] if len(t.rows) > 8))
    a, b = [r for r in tree.rows if r[6] != "0"][:2]
    a[6], b[6] = b[0], a[0]
    assert any("circle" in x for x in wrong(tree))


def test_amend_changes_what_is_named_and_refuses_the_rest(tmp_path, capsys):
    path, changes = tmp_path / "a.conllu", tmp_path / "changes.txt"
    tree = copy.deepcopy(PARTS["test"][0])
    write(path, [tree])
    changes.write_text(f"{tree.ident} 1 name=B-GPE tag=PROPN|NNP lemma=Sudan\n{tree.ident} 99 head=1\nnobody 1 head=2\n# a remark\n")
    assert amend(path, changes) == 1
    found = read(path)[0]
    assert (name_of(found.rows[0]), found.rows[0][2:5]) == ("B-GPE", ["Sudan", "PROPN", "NNP"])
    assert found.rows[1:] == tree.rows[1:]
    said = capsys.readouterr().out
    assert "99" in said
    assert "nobody" in said


def test_names_beside_other_notes():
    row = ["1", "x", "x", "X", "FW", "_", "0", "root", "_", "SpaceAfter=No"]
    set_name(row, "B-ORG")
    assert row[9] == "SpaceAfter=No|Name=B-ORG"
    set_name(row, "O")
    assert row[9] == "SpaceAfter=No"
    assert name_of(row) == "O"
