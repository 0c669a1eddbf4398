"""Loading a codebook: errors name the file and the pattern; order does not matter; names change the output and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.coding.codebook import load_codebook
from dragoman.errors import CodebookError
from tests.coding.books import HEAD, PATTERNS, WORDS, block, toml, write

HYPOTHESIS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_a_folder(tmp_path: Path) -> None:
    book = load_codebook(write(tmp_path / "toy"))
    assert book.label == "toy 7"
    assert len(book.patterns) == len(PATTERNS)
    by_id = {p.id: p for p in book.patterns}
    assert by_id["scold"].rule == "toy:QUARREL#scold"
    assert by_id["scold-law"].rule == "toy:QUARREL/loud#scold-law"
    assert (by_id["scold"].cameo, by_id["scold"].quad, by_id["scold"].score) == ("111", 3, -2.0)
    assert by_id["scold-law"].score == -4.0, "a mode's score replaces the type's"
    assert by_id["phone"].score == 1.5, "a mode without a score has the type's"
    assert by_id["shell"].contexts == ("military",)
    assert by_id["aid"].counter == ("The rain helped.",)


def test_one_file(tmp_path: Path) -> None:
    folder = write(tmp_path / "toy")
    whole = tmp_path / "whole.toml"
    whole.write_text(HEAD + WORDS + (folder / "patterns-0.toml").read_text())
    expected = tuple(replace(p, where=p.where.replace("patterns-0.toml", "whole.toml")) for p in load_codebook(folder).patterns)
    assert load_codebook(whole).patterns == expected


def test_defaults_of_needs(tmp_path: Path) -> None:
    by_id = {p.id: p for p in load_codebook(write(tmp_path / "toy")).patterns}
    assert by_id["scold"].needs == {"actor"}
    assert by_id["aid"].needs == {"actor", "recipient"}
    assert by_id["shell"].needs == frozenset()
    assert by_id["scold"].actor == ("subject",) and by_id["meet"].recipient == ()


def test_classes_are_spelled_out_in_lower_case(tmp_path: Path) -> None:
    fire = next(p for p in load_codebook(write(tmp_path / "toy")).patterns if p.id == "fire")
    assert [(c.role, c.words, c.any, c.negated) for c in fire.conditions] == [("object", {"rocket", "drone", "shell"}, False, False)]


def test_conditions(tmp_path: Path) -> None:
    pattern = {"id": "x", "type": "HARM", "verb": "strike", "object": ["*"], "with": [], "except_near": ["Union"], "complement": ["leave"]}
    (found,) = load_codebook(write(tmp_path / "toy", [pattern])).patterns
    assert {c.role: (set(c.words), c.any, c.negated) for c in found.conditions} == {
        "object": (set(), True, False), "with": (set(), False, False), "near": ({"union"}, False, True), "complement": ({"leave"}, False, False),
    }  # fmt: skip


@pytest.mark.parametrize("quoted", [True, False])
def test_a_path_of_roles_may_be_written_with_quotes_or_without(tmp_path: Path, quoted: bool) -> None:
    folder = write(tmp_path / "toy", [])
    (folder / "more.toml").write_text(block({"id": "x", "type": "HARM", "verb": ["strike"], "object.of": ["ship"], "except_with.of": ["rope"]}, quoted))
    (found,) = load_codebook(folder).patterns
    assert {(c.role, tuple(c.words), c.negated) for c in found.conditions} == {("object.of", ("ship",), False), ("with.of", ("rope",), True)}


def test_what_makes_a_pattern_special(tmp_path: Path) -> None:
    base = {"type": "HARM", "verb": "strike"}
    more = [{}, {"except_near": ["union"]}, {"object": ["*"]}, {"object": ["ship"]}, {"object": ["ship"], "with": ["*"]}, {"object": ["ship"], "with": ["rocket"]}]
    book = load_codebook(write(tmp_path / "toy", [{"id": f"p{n}", **base, **m} for n, m in enumerate(more)]))
    weights = [p.weight for p in sorted(book.patterns, key=lambda p: p.id)]
    assert weights[0] == weights[1] == 0, "what must not hold makes a pattern no more special"
    assert weights[1:] == sorted(set(weights)), "words weigh more than any word, two conditions more than one"
    assert [p.id for p in book.index[("verb", "strike")]] == ["p5", "p4", "p3", "p2", "p0", "p1"]


def broken(change: dict, drop: str | None = None) -> list[dict]:
    base = {"id": "odd", "type": "QUARREL", "verb": ["scold"], "recipient": "object", "example": ["[Iran] scolded {Israel}."], **change}
    if drop:
        del base[drop]
    return [PATTERNS[0], base]


@pytest.mark.parametrize(
    ("patterns", "says"),
    [
        (broken({}, "id"), ["without an id", "id ="]),
        (broken({"type": "SULK"}), ["odd", "SULK", "[types.SULK]"]),
        (broken({}, "type"), ["odd", "[types."]),
        (broken({"mode": "silent"}), ["odd", "silent", "loud"]),
        (broken({"noun": ["row"]}), ["odd", "exactly one of verb, noun, adjective"]),
        (broken({}, "verb"), ["odd", "exactly one of verb, noun, adjective"]),
        (broken({"object": ["@army"]}), ["odd", "@army", "words.toml"]),
        (broken({"object": 5}), ["odd", "object", "5"]),
        (broken({"verb": []}), ["odd", "verb", "at least one"]),
        (broken({"polarity": "minus"}), ["odd", "polarity", "minus"]),
        (broken({"recipent": "object"}), ["odd", "recipent", "recipient"]),
        (broken({"except_complements": ["leave"]}), ["odd", "except_complements", "complement"]),
        (broken({"score": "high"}), ["odd", "score", "high"]),
        (broken({"id": "scold"}), ["scold", "used twice", "patterns-0.toml"]),
    ],
)
def test_a_malformed_pattern_is_named_with_its_file(tmp_path: Path, patterns: list[dict], says: list[str]) -> None:
    with pytest.raises(CodebookError) as raised:
        load_codebook(write(tmp_path / "toy", patterns))
    message = str(raised.value)
    assert "patterns-0.toml" in message and "\n" not in message
    assert [w for w in says if w not in message] == []


@pytest.mark.parametrize("value", [3, True, ["x"], [["x"]], {"a": "b"}, [3], 1.5, ""])
@pytest.mark.parametrize("key", ["id", "type", "mode", "cameo", "verb", "actor", "recipient", "needs", "contexts", "polarity", "example", "not", "object", "score", "quad", "symmetric"])
def test_a_value_of_the_wrong_kind_is_an_error_of_ours_or_no_error(tmp_path: Path, key: str, value) -> None:
    text = "\n".join(f"{k} = {_toml(v)}" for k, v in {**PATTERNS[0], key: value}.items())
    folder = write(tmp_path / "toy", [])
    (folder / "odd.toml").write_text(f"[[pattern]]\n{text}\n")
    try:
        book = load_codebook(folder)
    except CodebookError as error:
        assert "odd.toml" in str(error)
    else:
        (pattern,) = book.patterns
        hash(pattern)
        assert isinstance(pattern.id, str) and isinstance(pattern.type, str) and isinstance(pattern.polarity, str)


def _toml(value) -> str:
    return "{a = 'b'}" if isinstance(value, dict) else toml(value)


@pytest.mark.parametrize("text", ["pattern = 3", "pattern = ['x']", "types = 3", "types = ['x']", "[types]\nA = 3", "classes = 3", "[classes]\na = 3", "name = ['x']", "extends = 3", "extends = 'nosuch'"])
def test_a_table_of_the_wrong_kind_is_an_error_of_ours_or_no_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.toml"
    path.write_text(text)
    try:
        load_codebook(path)
    except CodebookError as error:
        assert str(error)


@pytest.mark.parametrize(
    ("refusal", "says"),
    [('type = "HARM"', "of ="), ('of = ["03"]', "type"), ('of = []\ntype = "HARM"', "of ="), ('of = ["03"]\ntype = "SULK"', "SULK"), ('of = ["03"]\ntype = "QUARREL"\nmode = "quiet"', "quiet"), ('of = 3\ntype = "HARM"', "of"), ('of = ["03"]\ntype = 3', "type")],
)
def test_a_malformed_refusal(tmp_path: Path, refusal: str, says: str) -> None:
    with pytest.raises(CodebookError) as raised:
        load_codebook(write(tmp_path / "toy", head=f"{HEAD}\n[[refusal]]\n{refusal}\n"))
    assert "refusal" in str(raised.value) and says in str(raised.value)


def test_bad_toml_names_the_file_and_line(tmp_path: Path) -> None:
    folder = write(tmp_path / "toy")
    (folder / "more.toml").write_text('[[pattern]]\nid = "x\n')
    with pytest.raises(CodebookError, match=r"more\.toml.*line 2"):
        load_codebook(folder)


def test_an_unknown_name_says_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"no codebook named 'nosuch'.*plover"):
        load_codebook("nosuch")
    with pytest.raises(CodebookError, match=r"no \.toml file"):
        load_codebook(tmp_path)


def test_extends(tmp_path: Path) -> None:
    child = tmp_path / "mine.toml"
    child.write_text(
        'name = "mine"\nextends = "plover"\n[types.GOSSIP]\nquad = 1\n[[pattern]]\nid = "gossip"\ntype = "GOSSIP"\nverb = ["gossip"]\nexample = ["[Iran] gossiped."]\n'
        '[[pattern]]\nid = "frown"\ntype = "ACCUSE"\nmode = "disapprove"\nverb = ["frown"]\nobject = ["@weapon"]\nexample = ["[Iran] frowned."]\n[classes]\nweapon = ["pea-shooter"]\n'
    )
    plover, mine = load_codebook("plover"), load_codebook(child)
    assert len(mine.patterns) == len(plover.patterns) + 2
    assert set(plover.types) | {"GOSSIP"} == set(mine.types)
    assert mine.contexts == plover.contexts
    rules = {p.rule for p in mine.patterns}
    assert {"mine:GOSSIP#gossip", "mine:ACCUSE/disapprove#frown"} <= rules
    assert {p.rule for p in plover.patterns} <= rules


def test_extending_another_folder(tmp_path: Path) -> None:
    parent = write(tmp_path / "parent")
    child = tmp_path / "child.toml"
    child.write_text(f'name = "child"\nextends = "{parent}"\n[[pattern]]\nid = "zap"\ntype = "HARM"\nverb = ["zap"]\nwith = ["@weapon"]\nexample = ["[Iran] zapped."]\n')
    book = load_codebook(child)
    zap = next(p for p in book.patterns if p.id == "zap")
    assert zap.quad == 4 and zap.conditions[0].words == {"rocket", "drone", "shell"}
    assert len(book.patterns) == len(PATTERNS) + 1


def test_every_pattern_of_plover_has_an_example_and_a_described_type() -> None:
    book = load_codebook("plover")
    assert [p.rule for p in book.patterns if not p.examples] == []
    described = {(t, m) for t, d in book.types.items() for m in (None, *d.get("modes", {}))}
    assert {(p.type, p.mode) for p in book.patterns} <= described
    quads = {t: d["quad"] for t, d in book.types.items()}
    assert all(p.quad == quads[p.type] for p in book.patterns)


def test_plover_types_quads_and_scores() -> None:
    types = load_codebook("plover").types
    expected = {
        "AGREE": (1, 2.5), "CONSULT": (1, 2.5), "SUPPORT": (1, 5), "CONCEDE": (1, 4.5), "COOPERATE": (2, 9.5), "AID": (2, 10), "RETREAT": (2, 6.5),
        "REQUEST": (3, 0), "ACCUSE": (3, -2), "REJECT": (3, -2), "THREATEN": (3, -3.5), "PROTEST": (4, -5), "SANCTION": (4, -6), "MOBILIZE": (4, -5.5),
        "COERCE": (4, -7), "ASSAULT": (4, -9),
    }  # fmt: skip
    assert {t: (d["quad"], d["score"]) for t, d in types.items()} == expected


# properties --------------------------------------------------------------------------------------------------------

TEXT = (
    "Iran condemned a law of Israel on Monday. Turkey criticized France. Russian President Vladimir Putin met Chancellor Angela Merkel. Egypt held talks with Qatar. "
    "Canada helped Haiti. Syria fired rockets at Israel. Armenia attacked Azerbaijan. India phoned China."
)


def coded(coder, book) -> list[dict]:
    from dragoman.coder import Coder

    return Coder(coder.nlp, book)(TEXT, published="2021-11-15").records(("events",))


@pytest.fixture(scope="module")
def toy(coder, tmp_path_factory):
    book = load_codebook(write(tmp_path_factory.mktemp("books") / "toy"))
    return coded(coder, book)


def test_the_toy_codebook_codes(toy) -> None:
    assert [(e["type"], e["mode"]) for e in toy] == [
        ("QUARREL", "loud"), ("QUARREL", None), ("TALK", None), ("TALK", None), ("HELP", None), ("HARM", None), ("HARM", None), ("TALK", "phone"),
    ]  # fmt: skip
    assert toy[0]["rule"] == "toy:QUARREL/loud#scold-law" and toy[0]["version"]["codebook"] == "toy 7"


orders = st.permutations(range(len(PATTERNS)))


@HYPOTHESIS
@given(orders, st.integers(0, len(PATTERNS)), st.permutations(["a", "b"]), st.randoms(use_true_random=False))
def test_order_of_files_patterns_keys_and_words_does_not_matter(coder, toy, tmp_path_factory, order: list[int], cut: int, names: list[str], random) -> None:
    shuffled = []
    for pattern in PATTERNS:
        keys = list(pattern)
        random.shuffle(keys)
        shuffled.append({k: (random.sample(pattern[k], len(pattern[k])) if k in ("verb", "noun") else pattern[k]) for k in keys})
    book = load_codebook(write(tmp_path_factory.mktemp("books") / "toy", shuffled, files=[order[:cut], order[cut:]], names=names))
    assert coded(coder, book) == toy


TYPES = ["QUARREL", "TALK", "HELP", "HARM"]


@HYPOTHESIS
@given(st.dictionaries(st.sampled_from(TYPES), st.sampled_from(["ALPHA", "BETA", "GAMMA", "AID"]), min_size=1).filter(lambda d: len(set(d.values())) == len(d)))
def test_renaming_types_renames_exactly_those_outputs(coder, toy, tmp_path_factory, names: dict[str, str]) -> None:
    head = HEAD
    for old, new in names.items():
        head = head.replace(f"[types.{old}", f"[types.{new}")
    patterns = [{**p, "type": names.get(p["type"], p["type"])} for p in PATTERNS]
    got = coded(coder, load_codebook(write(tmp_path_factory.mktemp("books") / "toy", patterns, head=head)))
    assert len(got) == len(toy)
    for new, old in zip(got, toy):
        name = names.get(old["type"], old["type"])
        expected = {**old, "type": name, "rule": old["rule"].replace(f":{old['type']}", f":{name}")}
        changes = {"event_id"} if name != old["type"] else set()
        assert {k: v for k, v in new.items() if k not in changes} == {k: v for k, v in expected.items() if k not in changes}
        assert (new["event_id"] == old["event_id"]) is (not changes)


@HYPOTHESIS
@given(st.permutations(TYPES))
def test_swapping_definitions_swaps_the_outputs(coder, toy, tmp_path_factory, order: list[str]) -> None:
    # the modes go with the patterns, so that only what is swapped changes
    names = dict(zip(TYPES, order))
    head = HEAD
    for old, new in names.items():
        head = head.replace(f"[types.{old}", f"[types.@{new}")
    patterns = [{**p, "type": names[p["type"]]} for p in PATTERNS]
    got = coded(coder, load_codebook(write(tmp_path_factory.mktemp("books") / "toy", patterns, head=head.replace("@", ""))))
    assert [(e["type"], e["mode"], e["quad"], e["score"]) for e in got] == [(names[e["type"]], e["mode"], e["quad"], e["score"]) for e in toy]


def test_a_name_and_a_version_change_only_rule_id_and_version(coder, toy, tmp_path: Path) -> None:
    head = HEAD.replace('"toy"', '"toi"').replace('"7"', '"8"')
    got = coded(coder, load_codebook(write(tmp_path / "toy", head=head)))
    drop = ("event_id", "rule", "version")
    assert [{k: v for k, v in e.items() if k not in drop} for e in got] == [{k: v for k, v in e.items() if k not in drop} for e in toy]
    assert {e["version"]["codebook"] for e in got} == {"toi 8"} and all(e["rule"].startswith("toi:") for e in got)
