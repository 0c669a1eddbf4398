"""Scores -> structure: sentence starts, one tree a sentence, names. Plain numpy, no randomness, ties go to the left."""

from __future__ import annotations

import numpy as np

_NEVER = -1e9


_OPENERS = frozenset("“‘«([{\"'") | {"``", "-", "–", "—", "*", "•"}
_CLOSERS = frozenset("”’»)]}") | {"''"}
# Behind these a name goes on; no sentence begins.
TITLES = frozenset(
    "Gen. Lt. Col. Maj. Capt. Cpl. Sgt. Cmdr. Adm. Brig. Pvt. Spc. Gov. Sen. Rep. Reps. Sens. Pres. Prof. Dr. Mr. Mrs. Ms. Messrs. "
    "Rev. Fr. St. Ste. Mt. Ft. Hon. Supt. Insp. Det. Amb. Msgr. vs. e.g. i.e.".split()
)


def sentence_starts(scores: np.ndarray, forced: set[int], words: list[str], threshold: float = 0.0) -> list[int]:
    """Indices of the words that begin a sentence: where the network says so, and at `forced` (paragraphs, regions).
    An opening mark stays with the word behind it, a closing one with the word before it."""
    said = {int(i) for i in np.nonzero(scores > threshold)[0]}
    starts = {0, *forced}
    for i in sorted(said - starts):
        if words[i - 1] == "," or words[i - 1] in TITLES or (len(words[i - 1]) == 2 and words[i - 1][1] == "." and words[i - 1][0].isupper()):
            continue
        if words[i] in _CLOSERS:
            if i + 1 < len(words) and i + 1 not in said:
                starts.add(i + 1)
            continue
        k = i
        while k > 0 and k not in starts and words[k - 1] in _OPENERS and k - 1 in said | starts:
            k -= 1
        starts.add(k)
    return sorted(i for i in starts if i < len(scores))


def log_softmax(scores: np.ndarray) -> np.ndarray:
    """Scores as log probabilities, row by row."""
    scores = scores - scores.max(axis=1, keepdims=True)
    return scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))


def tree(scores: np.ndarray) -> list[int]:
    """The heads of one sentence of n words: a tree with one root. `scores` is [n, n + 1], column 0 the root.
    Returns for each word 0 (root) or the head's index + 1."""
    n = len(scores)
    if n == 1:
        return [0]
    scores = scores.astype(np.float64)
    scores[np.arange(n), np.arange(1, n + 1)] = _NEVER
    # Log probabilities, so that the fallback trades words against each other fairly.
    scores = log_softmax(scores)
    best = [int(h) for h in scores.argmax(axis=1)]
    if is_tree(best):
        return best
    square = np.full((n + 1, n + 1), _NEVER)
    square[1:] = scores
    free = spanning_tree(square)
    roots = [i for i, h in enumerate(free) if h == 0]
    if len(roots) == 1:
        return free
    candidates = []
    for root in roots:
        only = square.copy()
        only[1:, 0] = _NEVER
        only[root + 1] = _NEVER
        only[root + 1, 0] = 0.0
        heads = spanning_tree(only)
        total = sum(square[i + 1, h] for i, h in enumerate(heads))
        candidates.append((-total, root, heads))
    return min(candidates)[2]


def is_tree(heads: list[int]) -> bool:
    """Whether these heads make one tree with one root."""
    if heads.count(0) != 1:
        return False
    seen = [0] * len(heads)  # 0 new, 1 on the path, 2 reaches the root
    for i in range(len(heads)):
        path = []
        while seen[i] == 0:
            seen[i] = 1
            path.append(i)
            if heads[i] == 0:
                break
            i = heads[i] - 1
            if seen[i] == 1:
                return False
        for k in path:
            seen[k] = 2
    return True


def spanning_tree(scores: np.ndarray) -> list[int]:
    """Chu-Liu and Edmonds: the best tree over nodes 1..n hanging on node 0. `scores[i, j]` is that of j as i's head.
    Returns the heads of nodes 1..n; more than one may be 0."""
    heads = _edmonds(scores)
    return [int(h) for h in heads[1:]]


def _edmonds(scores: np.ndarray) -> np.ndarray:
    n = len(scores)
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    members = np.array(cycle)
    inside = np.zeros(n, dtype=bool)
    inside[members] = True
    outside = np.nonzero(~inside)[0]
    # The cycle becomes one node, the last of the smaller graph.
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    loss = scores[members, heads[members]]
    entering = scores[np.ix_(members, outside)] - loss[:, None]
    small[-1, :-1] = entering.max(axis=0)
    enter_at = members[entering.argmax(axis=0)]
    leaving = scores[np.ix_(outside, members)]
    small[:-1, -1] = leaving.max(axis=1)
    leave_from = members[leaving.argmax(axis=1)]
    solved = _edmonds(small)
    result = heads.copy()
    for k, node in enumerate(outside):
        if node:
            result[node] = leave_from[k] if solved[k] == len(outside) else outside[solved[k]]
    into = solved[-1]
    result[enter_at[into]] = outside[into]
    return result


def _cycle(heads: np.ndarray) -> list[int]:
    """The first cycle, or nothing."""
    state = [0] * len(heads)
    state[0] = 2
    for i in range(1, len(heads)):
        path = []
        while state[i] == 0:
            state[i] = 1
            path.append(i)
            i = int(heads[i])
        if state[i] == 1:
            return path[path.index(i) :]
        for k in path:
            state[k] = 2
    return []


def name_spans(scores: np.ndarray, labels: list[str], starts: list[int]) -> list[tuple[int, int, str]]:
    """(begin, end, kind) of each name: the best row of labels in which I-X only follows B-X or I-X, and no name runs
    over a sentence's end. `scores` is [n, labels]."""
    n, k = scores.shape
    if not n:
        return []
    inner = np.array([label.startswith("I-") for label in labels])
    follows = np.zeros((k, k))  # [before, after]
    for after, label in enumerate(labels):
        if label.startswith("I-"):
            for before, other in enumerate(labels):
                if other[2:] != label[2:] or other == "O":
                    follows[before, after] = _NEVER
    begins = np.zeros(n, dtype=bool)
    begins[starts] = True
    scores = log_softmax(scores)
    total = np.where(inner, _NEVER, scores[0])
    back = np.zeros((n, k), dtype=np.int64)
    for i in range(1, n):
        step = total[:, None] + follows
        if begins[i]:
            step[:, inner] = _NEVER * 2
        back[i] = step.argmax(axis=0)
        total = step.max(axis=0) + scores[i]
    row = [int(total.argmax())]
    for i in range(n - 1, 0, -1):
        row.append(int(back[i, row[-1]]))
    row.reverse()
    spans: list[tuple[int, int, str]] = []
    for i, label in enumerate(row):
        name = labels[label]
        if name.startswith("B-"):
            spans.append((i, i + 1, name[2:]))
        elif name.startswith("I-") and spans and spans[-1][1] == i:
            spans[-1] = (spans[-1][0], i + 1, spans[-1][2])
    return spans


def tidy_names(spans: list[tuple[int, int, str]], words: list[str], tags: list[str]) -> list[tuple[int, int, str]]:
    """The names without what is none: an adjective alone ("Iranian" as a place), a title alone ("Gen."), an "of" or a sign at an end.
    `tags` are UPOS|XPOS."""
    out = []
    for begin, end, kind in spans:
        while end > begin and tags[end - 1].startswith(_OUTER):
            end -= 1
        while end > begin and (tags[begin].startswith(_OUTER) and words[begin] != "'"):
            begin += 1
        if kind == "NORP" and end > begin:
            out.append((begin, end, kind))
            continue
        proper = [i for i in range(begin, end) if not tags[i].endswith(_PLAIN) and words[i] not in TITLES]
        if proper:
            out.append((begin, end, kind))
    return out


def whole_names(spans: list[tuple[int, int, str]], heads: list[int], rels: list[str], tags: list[str]) -> list[tuple[int, int, str]]:
    """The names with the words that the tree calls parts of them: "Scott" and "Neal" beside it, joined by `flat`, are one name.
    `heads` are indices."""
    out: list[tuple[int, int, str]] = []
    for n, (begin, end, kind) in enumerate(spans):
        joined = rels[begin] == "flat"
        if out and joined and out[-1][1] == begin and out[-1][2] == kind and out[-1][0] <= heads[begin] < begin:
            begin = out.pop()[0]
        following = spans[n + 1][0] if n + 1 < len(spans) else len(rels)
        while end < following and rels[end] == "flat" and begin <= heads[end] < end and tags[end].startswith("PROPN"):
            end += 1
        out.append((begin, end, kind))
    return out


_OUTER = ("ADP|IN", "DET|", "CCONJ|", "PART|", "PUNCT|", "SCONJ|", "AUX|")
_PLAIN = ("|JJ", "|IN", "|DT", "|CD", "|HYPH")


def best_labels(parts: np.ndarray, heads: np.ndarray, chosen: list[int], root: int) -> list[int]:
    """The best label of each word for its chosen head (0 = root), from the word's part [n, labels, r] and the heads'
    parts [n + 1, r]. `root` is the label that the root word has, and no other word."""
    # einsum and no matmul: a BLAS with threads of its own is slower on arrays as small as these.
    scores = np.einsum("nlr,nr->nl", parts, heads[chosen])
    scores[:, root] = _NEVER
    found = [int(x) for x in scores.argmax(axis=1)]
    return [root if h == 0 else label for h, label in zip(chosen, found, strict=True)]
