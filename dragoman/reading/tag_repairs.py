"""Tags made to agree with the tree where grammar leaves no choice: a participle with a subject and no auxiliary is a past
tense ("Troops held the bridge"), a past tense behind "has" is a participle. Called before the Doc is made."""

from __future__ import annotations

from collections.abc import Callable

_HAVE = frozenset("have has had having 've ’ve 's ’s 'd ’d".split())
_BE = frozenset("be is are was were been being am 's ’s 're ’re 'm ’m".split())
_SUBJECTS = frozenset({"nsubj", "csubj"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_FINITE = frozenset({"root", "conj", "parataxis", "ccomp", "acl:relcl", "advcl"})
_PLURAL = ("|NNS", "|NNPS")


def repair_tags(words: list[str], tags: list[str], heads: list[int], rels: list[str], only_past: Callable[[str], bool]) -> list[str]:
    """The tags (UPOS|XPOS), repaired. `heads` are indices, a root's its own. `only_past`: whether a verb's form can be nothing
    but past."""
    kids: dict[int, list[int]] = {}
    for i, head in enumerate(heads):
        if head != i:
            kids.setdefault(head, []).append(i)
    out = list(tags)
    for i, tag in enumerate(tags):
        if tag not in _VERBS:
            continue
        mine = kids.get(i, ())
        subjects = [k for k in mine if rels[k] in _SUBJECTS]
        auxiliaries = [k for k in mine if rels[k] in _AUXILIARIES]
        if tag == "VERB|VBN" and subjects and not auxiliaries and rels[i] in _FINITE and not _bare(i, words, rels, mine):
            out[i] = "VERB|VBD"
        elif tag == "VERB|VBD" and auxiliaries:
            last = words[max(auxiliaries)].lower()
            if last in _HAVE or (last in _BE and rels[max(auxiliaries)] == "aux:pass"):
                out[i] = "VERB|VBN"
        elif tag in ("VERB|VBP", "VERB|VB") and only_past(words[i]) and not auxiliaries:
            out[i] = "VERB|VBD"  # "Rebels overran the town"
        elif tag == "VERB|VBP" and words[i].endswith("ed") and words[i].lower() not in _PRESENT_IN_ED:
            out[i] = "VERB|VBD"  # "Students protested"
        elif tag == "VERB|VB" and rels[i] in {"root", "parataxis"} and subjects and not auxiliaries:
            if any(rels[k] == "mark" for k in mine):
                continue
            subject = subjects[-1]
            small = words[subject].lower()
            plural = tags[subject].endswith(_PLURAL) or small in {"i", "you", "we", "they", "these", "those", "who", "which", "that"}
            plural = plural or any(rels[k] == "conj" for k in kids.get(subject, ()))
            # A singular subject takes "lets": a bare "let" is past.
            out[i] = "VERB|VBP" if plural else "VERB|VBD" if words[i].lower() in _SAME_PAST else tag
    return out


_VERBS = frozenset({"VERB|VBN", "VERB|VBD", "VERB|VB", "VERB|VBP"})
_PRESENT_IN_ED = frozenset("need feed speed proceed succeed exceed heed bleed breed seed weed embed shed wed bed shred sled intercede accede concede precede supersede".split())
_SAME_PAST = frozenset("let put set cut hit hurt shut cost quit split spread burst cast bet beset upset thrust shed rid broadcast".split())


def _bare(i: int, words: list[str], rels: list[str], kids) -> bool:
    """Whether a participle may have a subject without an auxiliary: "with two men killed", "its leader gone, the ..." """
    return rels[i] == "advcl" or any(rels[k] == "mark" and words[k].lower() in {"with", "without"} for k in kids)
