"""Texts to resolvers with our model, and the outcome of each marked mention, pair and chain."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from documents import PUBLISHED, Chains, Pair, Report, outcome

from dragoman.actors.resolver import Resolver
from dragoman.actors.table import load_table
from dragoman.article.regions import find_regions
from dragoman.reading.frames import Frames
from dragoman.reading.mentions import is_head
from dragoman.reading.model import load_language
from dragoman.reading.repairs import parsed
from dragoman.reading.statements import find_statements

THIRD = frozenset("he him his himself she her hers herself it its itself they them their theirs themselves".split())


class Reader:
    """A text -> its resolver."""

    def __init__(self, threads: int = 0) -> None:
        self.nlp = load_language(threads)

    def parse(self, text: str):
        """The parsed Doc of a text."""
        doc = self.nlp.make_doc(text)
        doc._.regions = list(find_regions(text, None, publisher=None))
        return self.nlp(doc)

    def __call__(self, text: str, published: str | None = PUBLISHED) -> Resolver:
        frames = Frames(parsed(self.parse(text)))
        return Resolver(frames.g, load_table(), find_statements(frames), published)


def token_at(r: Resolver, at: int) -> int | None:
    """The token that begins at a character."""
    return next((t.i for t in r.g.doc if t.idx == at), None)


def head_of(r: Resolver, at: int, end: int) -> int | None:
    """The head of the phrase that covers the characters."""
    g = r.g
    inside = [t.i for t in g.doc if at <= t.idx < end]
    heads = [i for i in inside if not (inside[0] <= g.head[i] <= inside[-1])]
    return next((i for i in heads if is_head(g, i)), heads[-1] if heads else None)


class Outcome(NamedTuple):
    report: str
    words: str
    pronoun: bool
    result: str
    wanted: str
    found: str


def case_outcomes(r: Resolver, report: Report) -> list[Outcome]:
    """What became of each marked mention of one of our reports."""
    out = []
    for m in report.marked:
        head = token_at(r, m.start) if m.pronoun else head_of(r, m.start, m.start + len(m.words))
        found = r.actors(head) if head is not None else ()
        wanted = "/".join(";".join(sorted(c)) or "-" for c in m.right)
        out.append(Outcome(report.name, m.words, m.pronoun, outcome(found, m.right), wanted, ";".join(a.id and f"{a.name} ({a.id})" or a.name or a.text for a in found) or "-"))
    return out


def name_tokens(r: Resolver, head: int) -> set[int]:
    """The tokens of the name that a mention's head carries."""
    g = r.g
    return {head, *(k for k in g.kids[head] if g.base(k) in ("flat", "compound", "nmod") and g.pos[k] == "PROPN" and (k > head or g.base(k) == "compound") and g.case(k) is None)}


def pair_answers(r: Resolver, pair: Pair) -> tuple[bool, bool]:
    """Whether the resolver ties the pronoun of a GAP example to each of the two names."""
    i = token_at(r, pair.at)
    if i is None:
        return False, False
    tokens = set()
    for head in r.coreference.chain(i):
        tokens |= name_tokens(r, head)
    places = {r.g.doc[t].idx for t in tokens}
    return tuple(any(a <= p < b for p in places) for a, b in pair.names)


def pair_scores(pairs: list[Pair], answers: list[tuple[bool, bool]]) -> dict[str, float]:
    """GAP's figures, in per cent: F1 overall, masculine and feminine, precision and recall, and the bias F / M."""
    counts: dict[str, Counter] = {k: Counter() for k in ("O", "M", "F")}
    for pair, answer in zip(pairs, answers):
        sex = "F" if pair.pronoun.lower() in ("she", "her", "hers") else "M"
        for said, true in zip(answer, pair.right):
            for k in ("O", sex):
                counts[k][("tp" if true else "fp") if said else ("fn" if true else "tn")] += 1
    f = {k: 200 * c["tp"] / max(2 * c["tp"] + c["fp"] + c["fn"], 1) for k, c in counts.items()}
    c = counts["O"]
    return {
        "overall": f["O"], "masculine": f["M"], "feminine": f["F"], "bias": f["F"] / max(f["M"], 1e-9),
        "precision": 100 * c["tp"] / max(c["tp"] + c["fp"], 1), "recall": 100 * c["tp"] / max(c["tp"] + c["fn"], 1),
    }  # fmt: skip


def gold_at(r: Resolver, head: int, gold_of: dict[int, int]) -> int | None:
    """The chain of the gold mention with our head, or with another word of the same name or apposition as its head."""
    g = r.g
    near = [head, *(k for k in g.kids[head] if g.base(k) in ("flat", "compound", "appos")), *([g.head[head]] if g.base(head) in ("flat", "compound", "appos") else [])]
    return next((gold_of[at] for k in near if (at := g.doc[k].idx) in gold_of), None)


def chain_counts(r: Resolver, doc: Chains) -> Counter:
    """Pronouns of a document of OntoGUM tied rightly, and the sums of B cubed over the mentions that both sides make."""
    g = r.g
    count: Counter = Counter()
    gold_of = {head: n for n, chain in enumerate(doc.chains) for _, _, head in chain}
    at = {t.idx: t.i for t in g.doc}
    for chain in doc.chains:
        others = [head for _, _, head in chain if at.get(head) is not None and g.tag[at[head]] not in ("PRP", "PRP$")]
        for _, _, head in chain:
            i = at.get(head)
            if i is None or g.lower[i] not in THIRD or not others:
                continue
            count["pronouns"] += 1
            found = r.coreference.antecedent(i)
            count["answered"] += bool(found)
            gold = gold_of[head]
            count["right"] += any(gold_at(r, h, gold_of) == gold for h in found)
    mine = {g.doc[h].idx: n for n, heads in enumerate(r.coreference.chains()) for h in heads}
    both = [h for h in gold_of if h in mine]
    for h in both:
        key = {x for x in both if gold_of[x] == gold_of[h]}
        response = {x for x in both if mine[x] == mine[h]}
        count["b_p"] += len(key & response) / len(response)
        count["b_r"] += len(key & response) / len(key)
    count["b_n"] += len(both)
    return count
