"""What part of the article each line is.

Scraped text has links to other stories, section labels, captions and footers between its paragraphs. Each line (or
paragraph wrapped by hand, see lines.py) gets one kind: headline, byline, lead, heading, body, caption, related or
footer. When in doubt a line is body: a link coded as body is one wrong event, a paragraph lost is many.
"""

from __future__ import annotations

import re

from ..records import Region
from . import signs
from .lines import Unit, split_units

_TOP = 8  # units in which headline, bylines and lead are looked for; more where a menu stands before the report
_FARTHEST_TOP = 80
_LONGEST_HEADLINE = 35  # words
_LONGEST_LINK = 25
_LONGEST_HEADING = 8
_LONGEST_LEAD = 90

_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S")


def find_paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each paragraph: a line, or the lines of a paragraph that was wrapped by hand. No sentence
    crosses one."""
    return tuple((unit.start, unit.end) for unit in split_units(text))


def find_regions(text: str, title: str | None = None, *, publisher: str | None = None) -> tuple[Region, ...]:
    """The regions of `text`, in order, without overlaps; they cover all that is not white space.

    `title` and `publisher`, where known, are recognised at the top of the text. Neighbouring body lines are one
    region; lines of other kinds stay apart. Plain prose comes out as body.
    """
    units = split_units(text)
    kinds = _Kinds(units, title, publisher).all()
    regions: list[Region] = []
    for unit, kind in zip(units, kinds, strict=True):
        end, glued = unit.end, None
        if kind == "body" and (found := signs.GLUED.search(text[max(unit.start, unit.end - 40) : unit.end])):
            glued = unit.end - len(found.group())
            end = glued
        if kind == "body" and regions and regions[-1].region == "body":
            regions[-1] = Region("body", regions[-1].start, end)
        else:
            regions.append(Region(kind, unit.start, end))
        if glued is not None:
            regions.append(Region("footer", glued, unit.end))
    return tuple(regions)


class _Kinds:
    """The decision for each unit, with its neighbours in sight."""

    def __init__(self, units: list[Unit], title: str | None, publisher: str | None):
        self.units = units
        self.title = title
        self.publisher = publisher
        self.kinds: list[str | None] = [None] * len(units)
        self.prose = [n for n, unit in enumerate(units) if unit.prose]

    def all(self) -> list[str]:
        """One kind a unit."""
        if not self.prose:  # headlines, a fragment, a list: nothing to tell them apart by
            self._alone()
        else:
            self._by_their_own_words()
            self.prose = [n for n in self.prose if self.kinds[n] is None] or self.prose
            self._top()
            self._tail_sections()
            self._links_and_headings()
            self._end()
        return [kind or "body" for kind in self.kinds]

    def _alone(self) -> None:
        for n, unit in enumerate(self.units):
            if n == 0 and len(self.units) > 1 and (self._is_title(unit) or _all_capitals(unit)):
                self.kinds[n] = "headline"
            elif len(self.units) > 1 and signs.is_footer(unit.text, unit.words):
                self.kinds[n] = "footer"

    def _by_their_own_words(self) -> None:
        """Lines that say what they are, wherever they stand."""
        if len(self.units) == 1:
            return
        for n, unit in enumerate(self.units):
            text, words = unit.text, unit.words
            if signs.is_footer(text, words):
                self.kinds[n] = "footer"
            elif signs.is_footnote(text, words) and not self._in_starred_list(n):
                self.kinds[n] = "footer"
            elif signs.is_related(text, words):
                self.kinds[n] = "related"
            elif signs.is_caption(text, words, unit.closed):
                self.kinds[n] = "caption"

    def _in_starred_list(self, n: int) -> bool:
        """An asterisk that is a bullet has neighbours with bullets, or follows a colon."""
        if n and self.units[n - 1].open:
            return True
        near = self.units[max(0, n - 1) : n] + self.units[n + 1 : n + 2]
        return any(unit.text.startswith("*") for unit in near)

    def _top(self) -> None:
        """Headline, bylines and lead: what comes before the report proper."""
        first_prose = self.prose[0]
        at = self._headline()
        if at is not None:
            self.kinds[at] = "headline"
        for n in range(self._top_end()):
            unit = self.units[n]
            if n == at:
                continue
            if signs.is_byline(unit.text, unit.words, self.publisher):
                self.kinds[n] = "byline"
            elif (
                at is not None
                and n > at
                and self.kinds[n] is None
                and not unit.closed
                and signs.names_publisher(unit.text, unit.words)
                and not (unit.blank_before and unit.blank_after and n > first_prose)
            ):
                self.kinds[n] = "byline"
        if at is not None:
            self._lead(at, first_prose)
            self._top_captions(at, first_prose)

    def _top_end(self) -> int:
        return min(max(_TOP, min(self.prose[0] + 2, _FARTHEST_TOP)), len(self.units))

    def _headline(self) -> int | None:
        candidates = [n for n in range(self._top_end()) if self.kinds[n] is None and n <= self.prose[0]]
        for n in candidates:
            if self._is_title(self.units[n]):
                return n
        for n in candidates:
            unit = self.units[n]
            if n + 1 == len(self.units) or unit.open or unit.bullet or unit.words > _LONGEST_HEADLINE:
                return None
            if signs.is_byline(unit.text, unit.words, self.publisher) or signs.is_section_label(unit.text):
                continue
            if _all_capitals(unit):
                return n
            titled = signs.title_share(unit.text) >= 0.8 and unit.words >= 3
            if self.title is not None:  # the text has another headline than its title, or none
                return n if titled and not _ends(unit) else None
            if not _ends(unit) or (titled and unit.text[-1] in "?!"):
                return n
        return None

    def _is_title(self, unit: Unit) -> bool:
        if not self.title or unit.words > _LONGEST_HEADLINE + 10:
            return False
        ours, theirs = _bag(unit.text), _bag(self.title)
        if not ours or not theirs:
            return False
        if ours == theirs:
            return True
        return not unit.closed and len(ours & theirs) >= 0.6 * max(len(ours), len(theirs))

    def _lead(self, headline: int, first_prose: int) -> None:
        """A standfirst: between the headline and a byline, or a long line without a full stop before the prose."""
        for n in range(headline + 1, min(headline + 4, len(self.units) - 1)):
            unit = self.units[n]
            if self.kinds[n] is not None:
                continue
            after = next((m for m in range(n + 1, len(self.units)) if self.kinds[m] != "caption"), None)
            if after is None or not any(m > n for m in self.prose):
                return
            if unit.words > _LONGEST_LEAD or unit.bullet or unit.open:
                return
            standfirst = not unit.closed and unit.words >= 9 and signs.title_share(unit.text) < 0.8 and n < first_prose
            if standfirst or (unit.prose and self.kinds[after] == "byline"):
                self.kinds[n] = "lead"
            return

    def _top_captions(self, headline: int, first_prose: int) -> None:
        """Between byline and first paragraph, a short line that is no sentence stands under a picture."""
        for n in range(headline + 1, first_prose):
            unit = self.units[n]
            after_byline = n > 0 and self.kinds[n - 1] in ("byline", "caption")
            if self.kinds[n] is None and after_byline and not unit.open and not unit.bullet and unit.words <= 25:
                self.kinds[n] = "caption"
        if first_prose + 1 < len(self.units) and self.kinds[first_prose] is None:
            unit = self.units[first_prose]
            if unit.text[0].islower() and unit.words <= 25 and self.kinds[first_prose - 1] == "byline":
                self.kinds[first_prose] = "caption"

    def _tail_sections(self) -> None:
        """ "Sources", "References", "See also": the heading and all after it, where that reads like a list."""
        total = len(self.units)
        sentences = [u.prose and not u.bullet and not signs.is_citation(u.text) for u in self.units]
        after = sum(sentences)
        for n in range(total):
            unit = self.units[n]
            after -= sentences[n]
            if n == 0 or unit.words > 4 or unit.closed or not signs.TAIL_SECTION.fullmatch(unit.text):
                continue
            if n + 1 < total and after * 2 > total - n - 1:
                continue
            kind = "related" if signs.is_related_label(unit.text, unit.words) else "footer"
            for m in range(n, len(self.units)):
                if kind == "footer" or self.kinds[m] is None:
                    self.kinds[m] = kind
            return

    def _links_and_headings(self) -> None:
        """Unfinished lines between paragraphs."""
        punctuated = self._is_punctuated()
        under_label = False
        for n, unit in enumerate(self.units):
            if self.kinds[n] is not None:
                under_label = self.kinds[n] == "related" and (signs.is_related_label(unit.text, unit.words) or (under_label and not unit.closed))
                continue
            if _ends(unit) or unit.open or unit.words > _LONGEST_LINK + 10:
                under_label = False
                continue
            if under_label and unit.words <= _LONGEST_LINK:
                self.kinds[n] = "related"
                continue
            under_label = False
            if _MARKDOWN_HEADING.match(unit.text):
                self.kinds[n] = "heading"
            elif not unit.bullet and not self._in_list(n):
                self.kinds[n] = self._link_or_heading(n, unit, punctuated)
        for n in range(len(self.units) - 1):
            unlabelled = self.kinds[n] in ("heading", "footer", None) and not signs.is_footer(self.units[n].text, 1)
            if unlabelled and self.kinds[n + 1] == "related" and self._is_label(n):
                self.kinds[n] = "related"

    def _link_or_heading(self, n: int, unit: Unit, punctuated: bool) -> str | None:
        if n == 0 or signs.has_inner_stop(unit.text):
            return "heading" if n == 0 and unit.words <= _LONGEST_HEADING and len(self.units) > 1 else None
        last = self.prose[-1]
        share = signs.title_share(unit.text)
        if share >= 0.8:
            if unit.words > _LONGEST_HEADING - 2 or (unit.words >= 4 and signs.has_headline_verb(unit.text)):
                return "related" if unit.words <= _LONGEST_LINK else None
            return "heading" if n < last else ("footer" if unit.words <= 2 else "related")
        if n > last or signs.is_told(unit.text):
            return None
        verb = unit.words >= 4 and signs.has_headline_verb(unit.text)
        if verb:
            return "related" if punctuated and unit.words <= 16 and self._between_paragraphs(n) else None
        if unit.words <= _LONGEST_HEADING and (unit.words <= 5 or self._between_paragraphs(n)):
            return "heading"
        return None

    def _is_punctuated(self) -> bool:
        """The author puts full stops, so that a line without one stands out."""
        long = [unit for unit in self.units if unit.words >= 8 and not unit.open]
        stops = sum(unit.closed for unit in long)
        return stops >= 2 and stops >= 1.5 * sum(signs.title_share(u.text) < 0.8 for u in long if not u.closed)

    def _between_paragraphs(self, n: int) -> bool:
        """Whole sentences stand before and after, with nothing but other unfinished lines between."""
        before = next((u for u in reversed(self.units[max(0, n - 4) : n]) if u.closed or u.open), None)
        after = self.units[n + 1] if n + 1 < len(self.units) else None
        return before is not None and before.closed and after is not None and (after.prose or self.kinds[n + 1] is not None or not after.open) and not after.text[0].islower()

    def _in_list(self, n: int) -> bool:
        """An item of a list that a colon opened, though it has no bullet."""
        for m in range(n - 1, max(-1, n - 20), -1):
            unit = self.units[m]
            if unit.open and unit.text.rstrip("\"'”’")[-1:] == ":":
                return True
            if unit.closed or self.kinds[m] is not None:
                return False
        return False

    def _is_label(self, n: int) -> bool:
        unit = self.units[n]
        return unit.words <= 3 and not unit.blank_after and not unit.closed and (unit.text.casefold() in signs.SECTION_LABELS or signs.title_share(unit.text) >= 0.99)

    def _end(self) -> None:
        """Scraps after the last paragraph."""
        last = self.prose[-1]
        footers = [n for n in range(last + 1, len(self.units)) if self.kinds[n] == "footer"]
        for n in range(last + 1, len(self.units)):
            unit = self.units[n]
            if self.kinds[n] == "caption" and unit.text[0] == "©":
                self.kinds[n] = "footer"
            elif self.kinds[n] is None and footers and n > footers[0] and not unit.closed and unit.words <= 8:
                self.kinds[n] = "footer"


def _all_capitals(unit: Unit) -> bool:
    letters = [char for char in unit.text if char.isalpha()]
    return len(letters) >= 8 and unit.words >= 2 and unit.text.isupper() and unit.words <= _LONGEST_HEADLINE


def _ends(unit: Unit) -> bool:
    """Ends as a sentence does. "Biden Visits U.K." and "What Next for Syria?" do not: they are headlines."""
    if not unit.closed:
        return False
    titled = unit.words >= 4 and signs.title_share(unit.text) >= 0.85 and not signs.has_inner_stop(unit.text)
    return not (titled and (signs.ends_in_abbreviation(unit.text) or unit.text[-1] == "?"))


def _bag(text: str) -> frozenset[str]:
    return frozenset(word for raw in text.casefold().split() if (word := "".join(filter(str.isalnum, raw.replace("'s", "").replace("’s", "")))))
