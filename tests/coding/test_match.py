"""Frames against patterns, on parses written by hand and a small codebook: roles, conditions, the most special pattern, misses."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dragoman.actors.resolver import Resolver
from dragoman.actors.table import load_table
from dragoman.coding.codebook import load_codebook
from dragoman.coding.match import Matcher, Miss
from dragoman.coding.participants import Participants
from dragoman.reading.factuality import factuality
from dragoman.reading.statements import find_statements
from tests.coding.books import HEAD, write
from tests.reading.parses import frames_of, token


@pytest.fixture
def matcher(tmp_path):
    def make(patterns: list[dict], rows: str, scheme: str = "ud", entities: dict[str, str] | None = None) -> Matcher:
        frames = frames_of(rows, scheme, entities)
        resolver = Resolver(frames.g, load_table(), find_statements(frames), "2021-11-15")
        book = load_codebook(write(tmp_path / f"book{len(list(tmp_path.iterdir()))}", patterns))
        return Matcher(frames, Participants(frames, resolver), book, lambda frame: factuality(frames, frame))

    return make


def pattern(**more) -> dict:
    return {"id": "p", "type": "HARM", "verb": ["hit"], "recipient": "object", **more}


HIT = """
    Kenya      Kenya      PROPN NNP 2 nsubj
    hit        hit        VERB  VBD 0 root
    a          a          DET   DT  5 det
    Somali     somali     ADJ   JJ  5 amod
    convoy     convoy     NOUN  NN  2 obj
    near       near       ADP   IN  7 case       2 prep
    Uganda     Uganda     PROPN NNP 2 obl        6 pobj
    with       with       ADP   IN  9 case       2 prep
    drones     drone      NOUN  NNS 2 obl        8 pobj
    .          .          PUNCT .   2 punct
"""


def sides(match) -> tuple[list[str], list[str]]:
    return [a.country or a.text for a in match.actors], [a.country or a.text for a in match.recipients]


@pytest.mark.parametrize("scheme", ["ud", "clear"])
def test_actor_and_recipient(matcher, scheme: str) -> None:
    m = matcher([pattern()], HIT, scheme).match(1)
    assert sides(m) == (["KEN"], ["SOM"]), "a convoy is nobody; the one that it belongs to is"
    assert (m.modality, m.polarity, m.pattern.id) == ("actual", "+", "p")


@pytest.mark.parametrize(
    ("conditions", "holds"),
    [
        ({"object": ["convoy"]}, True),
        ({"object": ["ship", "convoy"]}, True),
        ({"object": ["ship"]}, False),
        ({"object": ["*"]}, True),
        ({"object": []}, False),
        ({"indirect": []}, True),
        ({"indirect": ["*"]}, False),
        ({"with": ["drone"]}, True),
        ({"with": ["@weapon"]}, True),
        ({"with": ["knife"]}, False),
        ({"object": ["somali convoy"]}, True),
        ({"object.of": ["somali"]}, True),
        ({"except_object": ["convoy"]}, False),
        ({"except_object": ["ship"]}, True),
        ({"except_with": ["*"]}, False),
        ({"except_indirect": ["*"]}, True),
        ({"near": ["drone"]}, True),
        ({"near": ["knife"]}, False),
        ({"except_near": ["knife"]}, True),
        ({"modality": "actual"}, True),
        ({"modality": ["planned"]}, False),
        ({"form": ["active"]}, True),
        ({"form": ["passive"]}, False),
        ({"complement": ["*"]}, False),
        ({"object": ["convoy"], "with": ["knife"]}, False),
    ],
)
def test_conditions(matcher, conditions: dict, holds: bool) -> None:
    assert (matcher([pattern(**conditions)], HIT).match(1) is not None) is holds


def test_the_most_special_pattern_that_holds_is_taken(matcher) -> None:
    patterns = [pattern(), pattern(id="any", object=["*"]), pattern(id="convoy", object=["convoy"]), pattern(id="both", object=["convoy"], **{"with": ["drone"]}), pattern(id="not", object=["ship"], near=["drone"], **{"with": ["drone"]})]
    for order in (patterns, patterns[::-1]):
        assert matcher(order, HIT).match(1).pattern.id == "both"
    assert matcher(patterns[:3], HIT).match(1).pattern.id == "convoy"
    assert matcher(patterns[:2], HIT).match(1).pattern.id == "any"


def test_the_first_role_that_names_an_actor_is_taken(matcher) -> None:
    assert sides(matcher([pattern(recipient=["to", "near", "object"])], HIT).match(1))[1] == ["UGA"]
    assert sides(matcher([pattern(recipient=[])], HIT).match(1))[1] == []
    assert sides(matcher([pattern(actor=["near"], recipient=["subject"])], HIT).match(1)) == (["UGA"], ["KEN"])


def test_needs(matcher) -> None:
    assert matcher([pattern(recipient=["with"], needs=["actor"])], HIT).match(1) is not None
    assert matcher([pattern(recipient=["with"], needs=["actor", "recipient"])], HIT).match(1) is None
    assert matcher([pattern(actor=["with"], recipient=["with"], needs=[])], HIT).match(1) is None, "nobody at all"


def test_misses_say_why(matcher) -> None:
    misses: list[Miss] = []
    found = matcher([pattern(id="a", object=["ship"]), pattern(id="b", recipient=["with"], needs=["recipient"]), pattern(id="c", except_object=["convoy"])], HIT).match(1, misses)
    assert found is None
    why = {m.pattern.id: m.reason for m in misses}
    assert "ship" in why["a"] and "convoy" in why["a"]
    assert "no recipient in with" in why["b"]
    assert why["c"].startswith("except_object") and "convoy" in why["c"]


def test_nothing_for_words_that_no_pattern_knows(matcher) -> None:
    m = matcher([pattern(verb=["kick"])], HIT)
    assert [m.match(i) for i in range(m.g.n)] == [None] * m.g.n


MET = """
    Kenya      Kenya      PROPN NNP 4 nsubj
    and        and        CCONJ CC  3 cc         1 cc
    Uganda     Uganda     PROPN NNP 1 conj
    met        meet       VERB  VBD 0 root
    with       with       ADP   IN  6 case       4 prep
    Somalia    Somalia    PROPN NNP 4 obl        5 pobj
"""


def test_symmetric_patterns_have_all_sides_as_actors(matcher) -> None:
    symmetric = {"id": "p", "type": "TALK", "verb": ["meet"], "actor": ["subject", "object", "with"], "symmetric": True}
    assert sides(matcher([symmetric], MET).match(3)) == (["KEN", "UGA", "SOM"], [])
    alone = MET.replace("Uganda     Uganda     PROPN NNP 1 conj", "cheerfully cheerfully ADV  RB  4 advmod").replace("and        and        CCONJ CC  3 cc         1 cc", "often      often      ADV   RB  4 advmod")
    assert sides(matcher([symmetric], alone).match(3)) == (["KEN", "SOM"], [])
    nobody = alone.replace("Somalia    Somalia    PROPN NNP", "gusto      gusto      NOUN  NN ")
    misses: list[Miss] = []
    assert matcher([symmetric], nobody).match(3, misses) is None
    assert misses[0].reason == "only one side"


def test_nobody_does_it_to_himself(matcher) -> None:
    rows = HIT.replace("Somali     somali     ADJ", "Kenyan     kenyan     ADJ")
    assert sides(matcher([pattern()], rows).match(1)) == (["KEN"], [])


def test_polarity_of_a_pattern_turns_that_of_the_frame(matcher) -> None:
    assert matcher([pattern(polarity="-")], HIT).match(1).polarity == "-"


@pytest.mark.parametrize("scheme", ["ud", "clear"])
def test_a_verb_with_a_particle(matcher, scheme: str) -> None:
    rows = """
        Kenya      Kenya      PROPN NNP 2 nsubj
        broke      break      VERB  VBD 0 root
        off        off        ADP   RP  2 compound:prt
        talks      talk       NOUN  NNS 2 obj
        with       with       ADP   IN  6 case       4 prep
        Somalia    Somalia    PROPN NNP 4 nmod       5 pobj
    """
    patterns = [pattern(id="break", verb=["break"]), pattern(id="break-off", verb=["break off"], recipient=["object.with"])]
    m = matcher(patterns, rows, scheme).match(1)
    assert m.pattern.id == "break-off" and sides(m) == (["KEN"], ["SOM"])


@pytest.mark.parametrize("scheme", ["ud", "clear"])
def test_nouns_and_adjectives(matcher, scheme: str) -> None:
    rows = """
        Kenya      Kenya      PROPN NNP 2 nsubj
        launched   launch     VERB  VBD 0 root
        raids      raid       NOUN  NNS 2 obj
        on         on         ADP   IN  5 case       3 prep
        Somalia    Somalia    PROPN NNP 3 nmod       4 pobj
    """
    noun = {"id": "raid", "type": "HARM", "noun": ["raid"], "recipient": ["on"]}
    m = matcher([noun], rows, scheme)
    assert m.match(1) is None
    assert sides(m.match(2)) == (["KEN"], ["SOM"])
    rows = """
        Kenya      Kenya      PROPN NNP 3 nsubj      2 nsubj
        is         be         AUX   VBZ 3 cop        0 ROOT
        critical   critical   ADJ   JJ  0 root       2 acomp
        of         of         ADP   IN  5 case       3 prep
        Somalia    Somalia    PROPN NNP 3 obl        4 pobj
    """
    adjective = {"id": "critical", "type": "QUARREL", "adjective": ["critical"], "recipient": ["of"]}
    assert sides(matcher([adjective], rows, scheme).match(2)) == (["KEN"], ["SOM"])


def test_conditions_on_the_clause_below(matcher) -> None:
    rows = """
        Kenya      Kenya      PROPN NNP 2 nsubj
        urged      urge       VERB  VBD 0 root
        Somalia    Somalia    PROPN NNP 2 obj
        to         to         PART  TO  5 mark       5 aux
        free       free       VERB  VB  2 xcomp
        Uganda     Uganda     PROPN NNP 5 obj
    """
    urge = {"id": "urge", "type": "QUARREL", "verb": ["urge"], "recipient": ["complement.object"], "complement": ["free"]}
    for scheme in ("ud", "clear"):
        assert sides(matcher([urge], rows, scheme).match(1)) == (["KEN"], ["UGA"])
    assert matcher([{**urge, "complement": ["jail"]}], rows).match(1) is None
    assert matcher([{**urge, "except_complement": ["free"], "complement": ["*"]}], rows).match(1) is None


def test_a_country_after_in_is_where_not_whom(matcher) -> None:
    rows = """
        Kenya      Kenya      PROPN NNP 2 nsubj
        hit        hit        VERB  VBD 0 root
        rebels     rebel      NOUN  NNS 2 obj
        in         in         ADP   IN  5 case
        Somalia    Somalia    PROPN NNP 2 obl
    """
    assert matcher([pattern(recipient=["on", "in"])], rows).match(1).recipients == ()
    assert [a.text for a in matcher([pattern(recipient=["on", "object", "in"])], rows).match(1).recipients] == ["rebels"]
    assert sides(matcher([pattern(recipient=["in"])], rows).match(1))[1] == ["SOM"], "a pattern that asks for nothing else means it"


def test_participants_below_a_noun() -> None:
    frames = frames_of(
        """
        Kenya      Kenya      PROPN NNP 2 nsubj
        condemned  condemn    VERB  VBD 0 root
        the        the        DET   DT  4 det
        decision   decision   NOUN  NN  2 obj
        of         of         ADP   IN  7 case
        the        the        DET   DT  7 det
        parliament parliament NOUN  NN  4 nmod
        of         of         ADP   IN  9 case
        Somalia    Somalia    PROPN NNP 7 nmod
        """
    )
    people = Participants(frames, Resolver(frames.g, load_table(), [], "2021-11-15"))
    decision = token(frames, "decision")
    assert people.itself(decision) == ()
    assert [(a.text, a.country, a.sectors) for a in people.of(decision)] == [("parliament of Somalia", "SOM", ("LEG",))]
    assert people.is_location(token(frames, "Somalia")) and not people.is_location(token(frames, "parliament"))


REFUSES = """
    Kenya      Kenya      PROPN NNP 4 nsubj
    will       will       AUX   MD  4 aux
    not        not        PART  RB  4 advmod     4 neg
    help       help       VERB  VB  0 root
    Somalia    Somalia    PROPN NNP 4 obj
"""
HELP = {"id": "aid", "type": "HELP", "verb": ["help"], "recipient": "object", "cameo": "0712"}


def refusing(matcher, rows: str, refusals: str, scheme: str = "ud"):
    m = matcher([HELP], rows, scheme)
    return replace_refusals(m, refusals).match(token(m.frames, "help"))


def replace_refusals(m: Matcher, refusals: str, pattern: dict = HELP) -> Matcher:
    """The matcher with a codebook that has [[refusal]] or [[planned]] tables too."""
    with TemporaryDirectory() as folder:
        book = load_codebook(write(Path(folder) / "toy", [pattern], head=HEAD + refusals))
    return Matcher(m.frames, m.participants, book, m.factuality)


SULK = '[[refusal]]\nof = ["07"]\ntype = "QUARREL"\nmode = "loud"\ncameo = "122"\n'


@pytest.mark.parametrize("scheme", ["ud", "clear"])
def test_what_will_not_be_done_is_a_refusal(matcher, scheme: str) -> None:
    m = refusing(matcher, REFUSES, SULK, scheme)
    assert (m.pattern.type, m.pattern.mode, m.pattern.cameo, m.pattern.quad, m.pattern.score) == ("QUARREL", "loud", "122", 3, -4.0)
    assert (m.modality, m.polarity, sides(m)) == ("actual", "+", (["KEN"], ["SOM"]))
    assert m.pattern.rule == "toy:QUARREL/loud#refused:HELP.aid"


def test_the_longest_code_tells_what_it_becomes(matcher) -> None:
    more = '[[refusal]]\nof = ["0711", "0712"]\ntype = "HARM"\n'
    for refusals in (SULK + more, more + SULK):
        assert refusing(matcher, REFUSES, refusals).pattern.type == "HARM"


@pytest.mark.parametrize(
    ("rows", "refusals"),
    [
        (REFUSES, ""),
        (REFUSES, SULK.replace('"07"', '"08"')),
        (REFUSES.replace("not        not        PART  RB  4 advmod     4 neg", "now        now        ADV   RB  4 advmod"), SULK),
        (REFUSES.replace("will       will       AUX   MD ", "did        do         AUX   VBD"), SULK),
    ],
)
def test_elsewhere_it_stays_what_it_is(matcher, rows: str, refusals: str) -> None:
    assert refusing(matcher, rows, refusals).pattern.type == "HELP"


PLANS = REFUSES.replace("    not        not        PART  RB  4 advmod     4 neg\n", "").replace(" 4 ", " 3 ")
LATER = '[[planned]]\nof = ["HELP"]\ntype = "TALK"\ncameo = "033"\n'


@pytest.mark.parametrize(
    ("turns", "type_", "rule"),
    [
        (LATER, "TALK", "toy:TALK#planned:HELP.aid"),
        (LATER.replace('"HELP"', '"07"'), "TALK", "toy:TALK#planned:HELP.aid"),
        (LATER + LATER.replace('"HELP"', '"0712"').replace("TALK", "HARM"), "HARM", "toy:HARM#planned:HELP.aid"),  # a code says more than a type
        (LATER.replace('"HELP"', '"TALK"'), "HELP", "toy:HELP#aid"),
        ("", "HELP", "toy:HELP#aid"),
    ],
)
def test_what_lies_ahead_turns_into_what_the_codebook_says(matcher, turns: str, type_: str, rule: str) -> None:
    m = replace_refusals(matcher([HELP], PLANS), turns).match(2)
    assert (m.pattern.type, m.pattern.rule, m.modality, m.polarity) == (type_, rule, "planned", "+")


def test_a_pattern_for_what_is_planned_is_not_turned_again(matcher) -> None:
    help_later = {**HELP, "modality": "planned"}
    assert replace_refusals(matcher([help_later], PLANS), LATER, help_later).match(2).pattern.type == "HELP"


def test_a_refused_pattern_holds_only_where_it_is_refused(matcher) -> None:
    never = {**HELP, "id": "never", "type": "QUARREL", "refused": True}
    m = matcher([HELP, never], REFUSES).match(3)
    assert (m.pattern.id, m.modality, m.polarity) == ("never", "actual", "+")
    assert matcher([HELP, never], PLANS).match(2).pattern.id == "aid"


def test_of_equal_patterns_the_codebooks_order_of_types_decides(tmp_path) -> None:
    same = [{**HELP, "id": "a", "type": "HELP"}, {**HELP, "id": "b", "type": "HARM"}]
    for order, first in ((["HELP", "HARM"], "HELP"), (["HARM", "HELP"], "HARM"), (["HARM"], "HARM")):
        book = load_codebook(write(tmp_path / "".join(order), same, head=f"order = {order}\n" + HEAD))
        assert book.index["verb", "help"][0].type == first


AID_NOUN = """
    Kenya      Kenya      PROPN NNP 2 nsubj
    gave       give       VERB  VBD 0 root
    military   military   ADJ   JJ  4 amod
    aid        aid        NOUN  NN  2 obj
    to         to         ADP   IN  6 case
    Somalia    Somalia    PROPN NNP 2 obl
"""


def test_a_modifier_is_the_predicates_own(matcher) -> None:
    pattern = {"id": "arms", "type": "HELP", "noun": ["aid"], "recipient": ["to"], "modifier": ["military"]}
    assert matcher([pattern], AID_NOUN).match(3) is not None
    assert matcher([pattern], AID_NOUN.replace("JJ  4 amod", "JJ  6 amod")).match(3) is None
