"""Words whose speaker no cue names: a quotation that goes on, a name behind a dash, a name before a colon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.reading.contents import Contents
from dragoman.reading.quotations import Quotation, paragraphs
from dragoman.reading.saying import SAYS_SO, Saying

DASHES = {"—", "–", "-", "--", "―"}
LABEL = 6  # words that a name before a colon may have
TELLING = {"report", "study", "survey", "poll", "source", "sources"}


def uncued(at: Contents, said: list[Saying]) -> list[Saying]:
    """The statements that the found ones, `said`, leave out."""
    out = list(_labelled(at, said))
    out += _signed(at, said)
    out += _announced(at, said + out)
    out += _spelled_out(at, said + out)
    out += _carried_on(at, said + out)
    return out


def _taken(q: Quotation, said: Iterable[Saying]) -> bool:
    return any(
        s.content[0] <= q.start + 1 and s.content[1] >= q.end - 1 or (not (s.cue is not None and q.start < s.cue < q.end) and q.start <= s.content[0] and s.content[1] <= q.end + 1 and s.kind in ("clause", "according", "quote", "label"))
        for s in said
    )


def _carried_on(at: Contents, found: list[Saying]) -> Iterator[Saying]:
    """Give to a quotation that no cue introduces the speaker of the words before it in its paragraph, or after; a
    paragraph that opens with quotation marks goes on with the speaker of the paragraph before."""
    # who speaks within a quotation does not go on after it
    said = [s for s in found if s.kind in ("clause", "according", "quote", "label") and s.speakers and not any(s.cue is not None and q.start < s.cue < q.end for q in at.quotations)]
    new: list[Saying] = []
    for q in at.quotations:
        if q.words < 2 or not q.clausal or q.outer or _taken(q, found) or any(s.holds(q.start + 1) for s in said):
            continue
        near = [s for s in said + new if s.form in ("direct", "mixed") and q.paragraph[0] <= _place(s) < q.paragraph[1]]
        before = [s for s in near if _place(s) < q.start]
        source = before[-1] if before else (near[0] if near else None)
        if source is None and q.opens_paragraph and q.previous:
            earlier = [s for s in said + new if s.form in ("direct", "mixed") and q.previous[0] <= _place(s) < q.previous[1]]
            source = max(earlier, key=_place) if earlier else None
        if source is not None:
            made = replace(source, cue=None, cue_span=None, content=at.trim(q.start + 1, q.end), form="direct", kind="quote", commits=SAYS_SO)
            new.append(made)
            yield made


def _place(s: Saying) -> int:
    return s.cue if s.cue is not None else s.content[0]


def _signed(at: Contents, said: list[Saying]) -> Iterator[Saying]:
    """ “...” — The Canadian Press: a quotation signed with the name behind a dash that ends its paragraph."""
    g = at.g
    for q in at.quotations:
        if q.words < 3 or q.outer or _taken(q, said):
            continue
        tail = [t for t in range(q.end + 1, q.paragraph[1]) if g.pos[t] != "SPACE"]
        if not 2 <= len(tail) <= LABEL + 4 or g.text[tail[0]] not in DASHES:
            continue
        name = next((t for t in tail[1:] if g.pos[t] == "PROPN"), None)
        if name is not None and name <= tail[0] + 3:
            while g.head[name] in tail and g.pos[g.head[name]] == "PROPN":
                name = g.head[name]
            yield Saying((name,), (), None, None, at.trim(q.start + 1, q.end), "direct", "label", None, SAYS_SO)


def _announced(at: Contents, said: list[Saying]) -> Iterator[Saying]:
    """ "The mayor was clear: “...”", "His message was short: “...”", and the headline “...”: villagers defy order."""
    g = at.g
    for q in at.quotations:
        if q.words < 2 or q.outer or _taken(q, said):
            continue
        before = next((t for t in range(q.start - 1, q.paragraph[0] - 1, -1) if g.pos[t] != "SPACE"), None)
        after = next((t for t in range(q.end + 1, q.paragraph[1]) if g.pos[t] != "SPACE"), None)
        cue, speaker = None, None
        if before is None and q.previous:
            before = next((t for t in range(q.previous[1] - 1, q.previous[0], -1) if g.pos[t] != "SPACE"), None)
        if before is not None and (g.text[before] == ":" or (before < q.paragraph[0] and g.text[before] == ",")):
            start = max((q.previous or q.paragraph)[0] if before < q.paragraph[0] else q.paragraph[0], g.bounds[g.sent[before]][0])
            cue, speaker = _announcer(at, start, before)
            if g.text[before] == "," and cue is None:
                continue
        elif q.opens_paragraph and after is not None and g.text[after] == ":":
            subjects = [t for t in range(after + 1, q.paragraph[1]) if g.base(t) == "nsubj" and at.speaks(t)]
            speaker = subjects[0] if subjects else None
        if speaker is not None:
            span = (cue, cue + 1) if cue is not None else None
            yield Saying((speaker,), (), cue, span, at.trim(q.start + 1, q.end), "direct", "label", None, SAYS_SO)


def _spelled_out(at: Contents, said: list[Saying]) -> Iterator[Saying]:
    """ "The minister said:" with the paragraphs below it, which no marks set off, as press releases have it: up to a
    paragraph with words of others, or one that is no sentence."""
    g = at.g
    speaker, span, cue = None, None, None
    for begin, end in paragraphs(g):
        words = [t for t in range(begin, end) if g.pos[t] != "SPACE"]
        quoted = any(begin <= q.start + 1 < end for q in at.quotations)
        if speaker is not None:
            others = any(s.cue is not None and begin <= s.cue < end and s.kind in ("clause", "quote") and s.speakers and g.pos[s.speakers[0]] != "PRON" for s in said)
            # a paragraph about the speaker is not the speaker's
            others = others or any(g.text[t] == g.text[speaker] or (g.lower[t] in ("he", "she") and t == words[0]) for t in words)
            others = others or not any(g.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in words)
            if quoted or others or len(words) < 6 or g.text[words[-1]] not in ".?!…":
                speaker = None
            else:
                yield Saying((speaker,), (), cue, span, at.trim(begin, end), "direct", "clause" if cue is not None else "quote", cue, SAYS_SO)
                cue, span = None, None
        if words and g.text[words[-1]] == ":" and len(words) > 2 and not quoted:
            found, who = _announcer(at, g.bounds[g.sent[words[-1]]][0], words[-1])
            if found is not None and who is not None and g.pos[found] == "VERB" and words[-1] - found <= 8 and not any(s.cue == found for s in said):
                speaker, cue, span = who, found, (found, found + 1)


def _announcer(at: Contents, start: int, colon: int) -> tuple[int | None, int | None]:
    """(the noun that announces words after a colon, who utters them), each or None."""
    g = at.g
    subjects = [t for t in range(start, colon) if g.base(t) == "nsubj" and not start <= g.head[g.head[t]] < g.head[t] - 12]
    for t in subjects[-1:]:
        owners = [k for k in g.kids[t] if g.rel[k] == "nmod:poss" or (g.base(k) == "nmod" and g.case(k) in ("of", "from", "by"))]
        if g.lemma[t] in at.cues.words["noun"] or g.lemma[t] in at.cues.words["document"]:
            return (t, owners[0]) if owners else (None, t if g.lemma[t] in at.cues.words["document"] else None)
        verb = g.head[t]
        uttered = g.pos[verb] == "VERB" and g.lemma[verb] in at.cues.words["clause"]
        return verb if uttered else None, t if at.speaks(t) else None
    last = next((t for t in range(colon - 1, start - 1, -1) if g.pos[t] in ("NOUN", "PROPN")), None)
    if last is not None and colon - start <= LABEL and not any(g.pos[t] == "VERB" for t in range(start, colon)) and (g.lemma[last] in at.cues.words["document"] or g.pos[last] == "PROPN"):
        return None, last
    return None, None


def _labelled(at: Contents, said: list[Saying]) -> Iterator[Saying]:
    """ "Kyiv: Russian jets struck Odesa": a name that opens a paragraph, a colon, and a sentence."""
    g = at.g
    for begin, end in paragraphs(g):
        colon = next((t for t in range(begin + 1, min(begin + LABEL + 1, end)) if g.text[t] == ":"), None)
        if colon is None or colon + 4 > end or g.text[begin] in "\"“‘'":
            continue
        names = [t for t in range(begin, colon) if g.pos[t] in ("PROPN", "NOUN")]
        if not names or any(g.pos[t] in ("VERB", "AUX", "NUM", "ADP") for t in range(begin, colon)) or any(g.text[t] in "([" for t in range(begin, colon)) or (g.doc[names[-1]].ent_type_ == "" and not (colon - begin <= 3 and (g.lemma[names[-1]].lower() in at.cues.words["speaker"] or g.lower[names[-1]] in TELLING))):
            continue
        content = at.trim(colon + 1, end)
        finite = any(g.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(*content))
        if not finite or any(s.cue is not None and s.cue < colon for s in said if begin <= s.content[0] < end):
            continue
        form, content = at.form(content)
        yield Saying((names[-1],), (), None, None, content, form, "label", None, SAYS_SO)
