"""A hand for the makers of our own treebank: `python treebank.py draft|show|amend|check FILE...`

draft SENTENCES OUT.conllu ID  parse a text file (one sentence a line, a blank line between texts) as a first draft
show FILE [FROM TO]            print it compactly, one word a line: number form UPOS|XPOS head label name lemma
amend FILE CHANGES             apply corrections, a line each: `SENTENCE WORD field=value ...` with the fields form, lemma, tag
                               (UPOS|XPOS), head, rel, name (B-GPE, I-ORG, O ...)
check FILE...                  what cannot be right (exit status 1), and what is seldom right

Sentences are our own; `news/GUIDE.md` says how they are annotated.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scheme import KINDS, name_in

FIELDS = {"form": 1, "lemma": 2, "head": 6, "rel": 7}
RELS = frozenset(
    "acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj cop csubj csubj:pass "
    "csubj:outer dep det det:predet discourse dislocated expl fixed flat goeswith iobj list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj "
    "nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked orphan parataxis punct reparandum root vocative xcomp".split()
)
XPOS = {
    "ADJ": "JJ JJR JJS VBN VBG NN NNP AFX IN", "ADP": "IN RP TO VBG VBN", "ADV": "RB RBR RBS WRB IN NN JJ CC", "AUX": "MD VB VBD VBG VBN VBP VBZ",
    "CCONJ": "CC", "DET": "DT PDT WDT PRP$ CC", "INTJ": "UH", "NOUN": "NN NNS CD JJ VBG", "NUM": "CD NNP", "PART": "TO RB POS",
    "PRON": "PRP PRP$ WP WP$ WDT DT EX NN RB WRB", "PROPN": "NNP NNPS", "PUNCT": ". , : `` '' -LRB- -RRB- HYPH NFP", "SCONJ": "IN WRB",
    "SYM": "$ SYM NN NFP CC IN", "VERB": "VB VBD VBG VBN VBP VBZ", "X": "FW LS GW NNP",
}


@dataclass
class Tree:
    """A sentence: its comment lines and its rows of ten columns."""

    comments: list[str]
    rows: list[list[str]]

    @property
    def ident(self) -> str:
        """The sentence's id."""
        return next(c.partition("=")[2].strip() for c in self.comments if c.startswith("# sent_id"))


def name_of(row: list[str]) -> str:
    """The row's name label, "O" without one."""
    return name_in(row[9])


def set_name(row: list[str], label: str) -> None:
    """Give the row a name label."""
    rest = [m for m in row[9].split("|") if m != "_" and not m.startswith("Name=")]
    row[9] = "|".join(rest + ([] if label == "O" else [f"Name={label}"])) or "_"


def read(path: Path) -> list[Tree]:
    """The trees of a CoNLL-U file."""
    out, comments, rows = [], [], []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("#"):
            comments.append(line)
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            out.append(Tree(comments, rows))
            comments, rows = [], []
    return out


def write(path: Path, trees: list[Tree]) -> None:
    """The trees as CoNLL-U."""
    path.write_text("".join("\n".join([*t.comments, *("\t".join(r) for r in t.rows)]) + "\n\n" for t in trees), encoding="utf-8")


def draft(source: Path, target: Path, ident: str) -> None:
    """Parse own sentences with the shipped model, each line one sentence, and write the draft."""
    from spacy.tokens import Doc

    from dragoman.reading.model import load_language

    nlp = load_language(1)
    reader = nlp.get_pipe("dragoman_reader").reader
    trees: list[Tree] = []
    for n, text in enumerate(source.read_text(encoding="utf-8").strip().split("\n\n"), 1):
        for k, line in enumerate(text.strip().split("\n"), 1):
            line = " ".join(line.split())
            doc: Doc = nlp.tokenizer(line)
            words = [t.text for t in doc]
            scores = reader.encoder(words)
            found = reader.structure(words, scores, [0])
            comments = ([f"# newdoc id = {ident}-{n}"] if k == 1 else []) + [f"# sent_id = {ident}-{n}-{k}", f"# text = {line}"]
            rows = []
            for i, token in enumerate(doc):
                upos, _, xpos = found.tags[i].partition("|")
                head = 0 if found.heads[i] == i else found.heads[i] + 1
                lemma = reader.lemmas(token.text, xpos, i == 0)
                space = "_" if token.whitespace_ or i == len(doc) - 1 else "SpaceAfter=No"
                rows.append([str(i + 1), token.text, lemma, upos, xpos, "_", str(head), found.rels[i], "_", space])
            for begin, end, kind in found.names:
                for i in range(begin, end):
                    set_name(rows[i], ("I-" if i > begin else "B-") + kind)
            trees.append(Tree(comments, rows))
    write(target, trees)


def show(path: Path, first: int = 1, last: int = 10**9) -> None:
    """Print the trees compactly."""
    for n, tree in enumerate(read(path), 1):
        if first <= n <= last:
            print(f"\n[{tree.ident}]")
            for r in tree.rows:
                head = "ROOT" if r[6] == "0" else f"{r[6]}:{tree.rows[int(r[6]) - 1][1]}"
                name = name_of(r)
                print(r[0], r[1], f"{r[3]}|{r[4]}", head, r[7], "" if name == "O" else name, "" if r[2] == r[1] else f"({r[2]})")


def amend(path: Path, changes: Path) -> int:
    """Apply corrections; those that name no such word are reported and change nothing."""
    trees = {t.ident: t for t in read(path)}
    done = bad = 0
    for number, line in enumerate(changes.read_text(encoding="utf-8").split("\n"), 1):
        parts = line.split()
        if not parts or parts[0].startswith("#"):
            continue
        tree = trees.get(parts[0])
        if tree is None or len(parts) < 3 or not parts[1].isdigit() or not 0 < int(parts[1]) <= len(tree.rows):
            print(f"{changes}:{number}: no such word: {line}")
            bad += 1
            continue
        row = tree.rows[int(parts[1]) - 1]
        for part in parts[2:]:
            field, _, value = part.partition("=")
            if field == "name":
                set_name(row, value)
            elif field == "tag" and "|" in value:
                row[3], row[4] = value.split("|")
            elif field in FIELDS:
                row[FIELDS[field]] = value
            else:
                print(f"{changes}:{number}: unknown field {part}")
                bad += 1
        done += 1
    write(path, list(trees.values()))
    print(f"{done} words changed, {bad} lines refused")
    return 1 if bad else 0


def wrong(tree: Tree) -> list[str]:
    """What cannot be right in a tree."""
    out, rows = [], tree.rows
    heads = [int(r[6]) if r[6].isdigit() else -1 for r in rows]
    n = len(rows)
    if [r[0] for r in rows] != [str(i + 1) for i in range(n)]:
        return ["words are not numbered in order"]
    if any(h < 0 or h > n or h == i + 1 for i, h in enumerate(heads)):
        return ["a head is outside the sentence or the word itself"]
    if heads.count(0) != 1:
        out.append(f"{heads.count(0)} roots")
    for i in range(n):
        seen, at = set(), i + 1
        while at and at not in seen:
            seen.add(at)
            at = heads[at - 1]
        if at:
            out.append(f"{i + 1} {rows[i][1]}: in a circle")
            break
    text = next((c.partition("=")[2].strip() for c in tree.comments if c.startswith("# text")), "")
    if "".join(r[1] + ("" if "SpaceAfter=No" in r[9] else " ") for r in rows).strip() != text:
        out.append("the words do not make the text")
    before = "O"
    kids: dict[int, list[list[str]]] = {}
    for r, h in zip(rows, heads, strict=True):
        kids.setdefault(h, []).append(r)
    for i, (r, h) in enumerate(zip(rows, heads, strict=True)):
        at = f"{r[0]} {r[1]}"
        if (r[7] == "root") != (h == 0):
            out.append(f"{at}: root and head 0 go together")
        if r[7] not in RELS:
            out.append(f"{at}: no such label {r[7]}")
        if r[4] not in XPOS.get(r[3], "").split():
            out.append(f"{at}: {r[3]} is never {r[4]}")
        if (r[3] == "PUNCT") != (r[7] == "punct") and r[7] != "root":
            out.append(f"{at}: PUNCT and punct go together")
        name = name_of(r)
        if name != "O" and (name[:2] not in ("B-", "I-") or name[2:] not in KINDS):
            out.append(f"{at}: no such name {name}")
        if name.startswith("I-") and before[2:] != name[2:]:
            out.append(f"{at}: {name} behind {before}")
        before = name
        mine = [k[7] for k in kids.get(i + 1, [])]
        if r[7] in ("flat", "conj", "fixed", "appos", "goeswith") and int(r[0]) < h:
            out.append(f"{at}: {r[7]} goes from left to right")
        if r[7] in ("punct", "fixed", "aux", "aux:pass") and [m for m in mine if m not in ("punct", "fixed", "conj", "cc", "advmod", "goeswith")]:
            out.append(f"{at}: a {r[7]} with dependents {mine}")
        for label in ("nsubj", "obj", "cop"):
            if sum(m == label or (label == "nsubj" and m == "nsubj:pass") for m in mine) > 1:
                out.append(f"{at}: two dependents {label}")
        if "nsubj" in mine and "aux:pass" in mine:
            out.append(f"{at}: nsubj beside aux:pass")
        if r[7] == "obl:agent" and not any(k[7] == "case" and k[1].lower() == "by" for k in kids.get(i + 1, [])):
            out.append(f"{at}: obl:agent without by")
    return out


def doubtful(tree: Tree) -> list[str]:
    """What is seldom right in a tree."""
    out = []
    for r in tree.rows:
        h = int(r[6])
        if h == 0:
            continue
        head = tree.rows[h - 1]
        at = f"{r[0]} {r[1]} ({r[7]} of {head[1]})"
        verbal = head[3] in ("VERB", "AUX", "ADJ", "ADV") or any(k[6] == head[0] and k[7] in ("cop", "nsubj", "case") for k in tree.rows)
        if r[7] in ("nmod", "nmod:poss", "amod", "compound", "acl", "acl:relcl", "nmod:desc") and head[3] in ("VERB", "AUX"):
            out.append(f"{at}: on a verb")
        if r[7].startswith("obl") and not verbal:
            out.append(f"{at}: on a noun")
        if r[7] in ("obj", "iobj", "xcomp", "ccomp") and head[3] in ("NOUN", "PROPN"):
            out.append(f"{at}: on a noun")
        if r[7] in ("det", "nmod:poss") and int(r[0]) > h:
            out.append(f"{at}: behind its head")
        if r[7] == "flat" and r[3] not in ("PROPN", "NUM", "X", "NOUN"):
            out.append(f"{at}: flat {r[3]}")
        if r[7] == "case" and r[3] not in ("ADP", "PART", "VERB", "SCONJ", "ADV", "ADJ", "SYM", "CCONJ"):
            out.append(f"{at}: case {r[3]}")
        if r[7] == "mark" and r[3] not in ("SCONJ", "PART", "ADP", "VERB", "ADV"):
            out.append(f"{at}: mark {r[3]}")
    return out


def check(paths: list[Path]) -> int:
    """Print what is wrong and what is doubtful; 1 where something is wrong."""
    bad, words, count, seen = 0, 0, 0, Counter()
    for path in paths:
        for tree in read(path):
            count += 1
            words += len(tree.rows)
            seen[tree.ident] += 1
            for found in wrong(tree):
                print(f"WRONG {path.name} {tree.ident}: {found}")
                bad += 1
            for found in doubtful(tree):
                print(f"doubtful {path.name} {tree.ident}: {found}")
    for ident, n in seen.items():
        if n > 1:
            print(f"WRONG {ident}: {n} sentences of this id")
            bad += 1
    print(f"{count} sentences, {words} words, {bad} wrong")
    return 1 if bad else 0


def main() -> int:
    command, *rest = sys.argv[1:] or ["help"]
    if command == "draft" and len(rest) == 3:
        draft(Path(rest[0]), Path(rest[1]), rest[2])
    elif command == "show" and rest:
        show(Path(rest[0]), *map(int, rest[1:]))
    elif command == "amend" and len(rest) == 2:
        return amend(Path(rest[0]), Path(rest[1]))
    elif command == "check" and rest:
        return check([Path(p) for p in rest])
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
