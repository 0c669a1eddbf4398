"""Scores from raw text: the text that a treebank's words make, and the counting."""

from __future__ import annotations

from corpora import read_conllu
from score_raw import measure_raw, text_of

CONLLU = """# newdoc id = d
# newpar
# sent_id = 1
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# sent_id = 2
1\tTroops\ttroops\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newpar
# sent_id = 3
1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\tfled\tflee\tVERB\tVBD\t_\t0\troot\t_\t_

"""


def documents(tmp_path):
    path = tmp_path / "d.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return read_conllu(path)


def test_text_of_words(tmp_path):
    text, spans = text_of(documents(tmp_path)[0])
    assert text == "Don't go. Troops left.\n\nThey fled"
    words = [[text[a:b] for a, b in sentence] for sentence in spans]
    assert words == [["Do", "n't", "go", "."], ["Troops", "left", "."], ["They", "fled"]]


def test_a_right_reading_has_all_points_and_a_wrong_head_costs_one(tmp_path):
    import spacy
    from spacy.tokens import Doc

    gold, vocab = documents(tmp_path), spacy.blank("en").vocab

    class Pipe:
        """Gives the gold back, with one word's head changed."""

        def __init__(self, wrong: bool):
            self.wrong = wrong

        def pipe(self, texts):
            for document, text in zip(gold, texts, strict=True):
                heads, deps, tags, words = [], [], [], []
                for s in document.sentences:
                    base = len(heads)
                    heads += [base + (h - 1 if h else i) for i, h in enumerate(s.heads)]
                    deps, tags, words = deps + s.rels, tags + s.tags, words + s.words
                if self.wrong:
                    heads[1] = 0
                # The break between paragraphs is a word of white space, as in any text; it hangs on the word before it.
                at = words.index("They")
                heads = [h + (h >= at) for h in heads]
                for column, value in ((words, "\n\n"), (deps, "dep"), (tags, "SPACE|_SP"), (heads, at - 1)):
                    column.insert(at, value)
                spaces, begin = [], 0
                for w in words:
                    begin = text.index(w, begin) + len(w)
                    spaces.append(text[begin : begin + 1] == " ")
                yield Doc(
                    vocab, words=words, spaces=spaces, heads=heads, deps=deps, tags=[t.partition("|")[2] for t in tags], pos=[t.partition("|")[0] for t in tags]
                )

    right, wrong = (measure_raw(Pipe(w), gold) for w in (False, True))
    assert right == {"words": 100, "sentences": 100, "tags": 100, "UAS": 100, "LAS": 100, "core": 100}
    assert wrong["UAS"] == wrong["LAS"] == round(100 * 6 / 7, 2)
    assert wrong["core"] == 100
