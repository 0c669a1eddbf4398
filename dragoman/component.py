"""dragoman as a spaCy component: `nlp.add_pipe("dragoman")`, then `doc._.events`.

Works on our own model and on any English pipeline with tagger, parser, lemmatizer and names (`en_core_web_*`).
A report has a date: set `doc._.published` on `nlp.make_doc(text)` and call `nlp(doc)`, or give one for all in the config.
"""

from __future__ import annotations

import warnings

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.actors.user import with_own
from dragoman.article.identity import article_id
from dragoman.article.regions import find_regions
from dragoman.coding.codebook import load_codebook
from dragoman.pipeline import read_doc, result_of, version_of
from dragoman.records import Article

for _name in ("events", "statements", "dragoman"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=() if _name != "dragoman" else None)
for _name in ("published", "regions"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


class DragomanComponent:
    """Codes a parsed Doc. Sets `doc._.events`, `doc._.statements` (tuples of records) and `doc._.dragoman` (the Result)."""

    def __init__(self, nlp: Language, codebook: str, published: str | None, actors: list[str]):
        self.codebook = load_codebook(codebook)
        self.published = published
        self.table, problems, _ = with_own(actors)
        for problem in problems:
            warnings.warn(str(problem), stacklevel=2)
        self.version = version_of(nlp, self.codebook, self.table)

    def __call__(self, doc: Doc) -> Doc:
        text = doc.text
        regions = tuple(doc._.regions) if doc._.regions is not None else find_regions(text, None)
        article = Article(article_id(text), None, None, None, doc._.published or self.published, "en", text, regions)
        result = result_of(read_doc(doc, article, self.codebook, self.version, self.table))
        doc._.events, doc._.statements, doc._.dragoman = result.events, result.statements, result
        return doc


@Language.factory("dragoman", default_config={"codebook": "plover", "published": None, "actors": []}, requires=["token.dep", "token.tag", "token.lemma"])
def make_component(nlp: Language, name: str, codebook: str, published: str | None, actors: list[str]) -> DragomanComponent:
    """The component for `nlp`. `published`: date of all texts that have no `doc._.published` of their own. `actors`: paths of
    tables of one's own actors."""
    return DragomanComponent(nlp, codebook, published, actors)
