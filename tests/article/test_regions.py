"""Regions on reports of many makes. Each sample line is written `kind|line`; a line with no mark is blank."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import find_paragraphs, find_regions
from dragoman.article.normalise import normalise

KINDS = {
    "H": "headline",
    "L": "lead",
    "Y": "byline",
    "B": "body",
    "R": "related",
    "G": "heading",
    "C": "caption",
    "F": "footer",
}

SCRAPED = """
H|Ruritania Recalls Ambassador, Accuses Graustark of Arming Rebels
L|The two neighbours have traded charges for months, and the latest step brings them closer to a break.
Y|Reuters
B|Ruritania recalled its ambassador from Graustark on Monday and accused the government there of arming rebels.

B|“We will not wait until the weapons reach our streets,” Foreign Minister Anton Berg said.
R|Graustark Denies Sending Weapons Across Border as Talks Collapse
B|Graustark rejected the charge. Its spokesman called it a fairy tale.
B|He agreed.

G|A Long Quarrel

B|The countries fought a short war in 1998. Neither side won it.
World
R|Ruritania's Parliament Approves New Defence Budget After Long Debate
B|Talks are due to resume on Friday.
F|* A movement banned in Ruritania.
F|Discuss
"""

AGENCY = """
H|Protesters storm parliament in Ruritania
Y|By Jane Miller and Omar Said
Y|Published 12:30 GMT, 15 November 2021
C|Demonstrators in front of the parliament in Strelsau [Getty Images]
B|STRELSAU (Wire) - Thousands of protesters stormed the parliament of Ruritania on Monday.
B|Police fired tear gas and arrested at least 40 people, the interior ministry said.
F|Advertisement
B|"We want the president to go," said Maria Lenz, a teacher.
R|Read more: Why Ruritania is angry
B|President Karl Weiss called the protest a coup attempt.
R|Related stories
R|Weiss wins a second term
R|Strelsau police chief resigns over shootings
F|(Reporting by Jane Miller; Editing by Tom Hall)
F|Our Standards: The Trust Principles.
F|© 2021 The Wire. All rights reserved.
"""

SENTENCE_CASE_LINKS = """
H|Turkish court frees opposition mayor

Y|Nov. 15, 2021

B|A court in Ankara on Monday ordered the release of an opposition mayor, his lawyer said.

R|Turkish prosecutors seek ten years for opposition mayor

B|The mayor had spent 14 months in prison on charges that he called political. He denied all of them.

B|"Justice was late," he told reporters at the prison gate.

F|Sign up for our morning newsletter
"""

PROSE = """
B|Iran summoned the Turkish ambassador on Friday over a poem.
B|Turkey rejected the protest. It said the poem had been misread.

B|The two sides later agreed to talk. "Soon," an official said.
"""

LIST = """
B|The ministers agreed on three steps:

B|- Turkey will reopen the border crossing
B|- Iran will release the detained drivers
B|- Both will meet again in March

B|The agreement was signed in Tehran on Sunday.
"""

UNMARKED_LIST = """
B|The ministry listed the units that had crossed the border on Sunday:
B|the 4th Armoured Brigade
B|the 12th Infantry Regiment
B|It said that they had been ordered to return.
"""

TRANSCRIPT = """
B|QUESTION: Did the secretary raise the sanctions?
B|MR KARIM: He did. We are not going to read out the talks.
B|QUESTION: And the answer?
B|MR KARIM: They said no.
"""

WIKI = """
H|Two killed as bridge falls in Strelsau

Y|Friday, July 21, 2017

C|The bridge in 2009. Image: Karl Lenz.

B|A bridge fell in Strelsau on Thursday, killing two people, police said.

G|Rescue effort

B|Firefighters pulled eleven people from the river. "It was dark and cold," one of them said.

F|Sources

F|Karl Lenz. "Bridge falls in Strelsau" — The Strelsau Times, July 20, 2017

F|"Two dead after bridge falls" — Ruritania Daily, July 21, 2017
"""

CAPITALS = """
H|IRAN AND TURKEY SIGN BORDER ACCORD
B|Iran and Turkey signed an accord on border trade on Tuesday.
B|The accord opens two crossings.
"""

PHOTO_LINES = """
H|Army retakes town in the north
C|FILE - In this Friday, Nov. 5, 2021 file photo, soldiers stand guard in Strelsau. (AP Photo/Karl Lenz, File)
B|Government troops retook the town of Zenda on Monday after two days of fighting.
C|Soldiers patrol a street in Zenda. Photo: Omar Said
B|At least 30 rebels were killed, the army said.
C|© Reuters / Omar Said
B|The rebels gave no figures.
"""

FOOTERS = """
H|Ruritania closes airspace
B|Ruritania closed its airspace to Graustark's airlines on Monday.
F|Share this article
F|We use cookies to make this site better. Read our policy.
F|Follow us on Twitter
F|Subscribe to our newsletter for daily updates.
F|This article was originally published by The Strelsau Times.
F|Tags: Ruritania, Graustark, aviation
F|12 comments
F|Copyright 2021 The Wire. All rights reserved.
"""


def unpack(sample: str) -> tuple[str, list[tuple[str, str]]]:
    """(text, [(kind, line)]) of a marked sample."""
    lines, expected = [], []
    for row in sample.strip("\n").split("\n"):
        mark, bar, line = row.partition("|")
        if not bar:
            line, mark = row, "R"
        lines.append(line)
        if line.strip():
            expected.append((KINDS[mark], line))
    return "\n".join(lines), expected


def kinds_by_line(text: str, title: str | None = None) -> list[tuple[str, str]]:
    regions = find_regions(text, title)
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            kind = next(region.region for region in regions if region.start <= start < region.end)
            found.append((kind, line))
        at += len(line) + 1
    return found


@pytest.mark.parametrize(
    "sample",
    [
        SCRAPED,
        AGENCY,
        SENTENCE_CASE_LINKS,
        PROSE,
        LIST,
        UNMARKED_LIST,
        TRANSCRIPT,
        WIKI,
        CAPITALS,
        PHOTO_LINES,
        FOOTERS,
    ],
    ids=[
        "scraped",
        "agency",
        "sentence-case",
        "prose",
        "list",
        "unmarked-list",
        "transcript",
        "wiki",
        "capitals",
        "photos",
        "footers",
    ],
)
def test_each_line_gets_its_kind(sample):
    text, expected = unpack(sample)
    assert kinds_by_line(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Iran accused Turkey of violating its airspace.",
        "Iran accuses Turkey",
        "Ankara denied that it had sent fighters abroad. Iran said it had proof.",
        'He agreed.\n"No," she said.\nNobody spoke.',
        "Israel struck a depot in Syria on Monday.\n\nSyria condemned the strike.\n\nNobody was hurt.",
        "Iran attacked Israel\nIsrael responded with strikes",
        "Comments by the minister angered Ankara. He took them back.",
        "Subscribers to the treaty met in Vienna. They agreed on a plan.",
        "Share prices fell after the coup.\nPrint media were closed.",
        "Sources in the ministry said that the talks had failed.\nThe minister denied it.",
        "Follow-up talks were held in Ankara on Sunday.\nThey failed.",
    ],
)
def test_plain_prose_is_all_body(text):
    assert {region.region for region in find_regions(text)} == {"body"}


def test_a_title_that_is_not_in_the_text_makes_no_headline():
    text = "The ministers met in Baku.\n\nThey signed a treaty on water."
    regions = find_regions(text, "Ministers sign water treaty")
    assert [region.region for region in regions] == ["body"]


def test_the_title_is_known_in_spite_of_a_suffix_and_a_full_stop():
    text = "Ministers sign a water treaty in Baku.\n\nThe ministers met on Monday."
    assert find_regions(text, "Ministers sign a water treaty in Baku")[0].region == "headline"
    text = "Ministers sign a water treaty in Baku\n\nThe ministers met on Monday."
    assert find_regions(text, "Ministers sign a water treaty in Baku - The Wire")[0].region == "headline"


def test_the_publisher_is_a_byline_when_known():
    text = "Ministers sign treaty\nObscure Gazetteer\nThe ministers met on Monday. They signed."
    kinds = [r.region for r in find_regions(text, publisher="Obscure Gazetteer")]
    assert kinds == ["headline", "byline", "body"]


def test_a_wrapped_paragraph_is_one_paragraph():
    text = (
        "Ministers sign a treaty in Baku\n\n"
        "The ministers of Iran and Azerbaijan met in Baku on Monday and signed\n"
        "a treaty on the waters of the Caspian Sea after eleven years of talks\n"
        "in Moscow, Baku and Tehran. Iran called the treaty historic.\n\n"
        "Russia and Kazakhstan said that they would study the text of the new\n"
        "Caspian treaty. Turkmenistan did not comment.\n"
    )
    assert [r.region for r in find_regions(text)] == ["headline", "body"]
    paragraphs = [text[start:end] for start, end in find_paragraphs(text)]
    assert len(paragraphs) == 3
    assert paragraphs[1].startswith("The ministers of") and paragraphs[1].endswith("treaty historic.")


def test_a_line_broken_by_a_link_is_joined_again():
    text = "The U.S.-led\ncoalition\n flew six sorties. They hit two depots.\nIraq thanked it."
    assert len(find_paragraphs(text)) == 2


def test_a_word_glued_to_the_last_paragraph_is_cut_off():
    text = "Talks failed in Baku\nThe ministers met on Monday.\nThey left without a word.Discuss"
    regions = find_regions(text)
    assert (regions[-1].region, text[regions[-1].start : regions[-1].end]) == ("footer", "Discuss")
    assert text[regions[-2].start : regions[-2].end].endswith("without a word.")


def test_the_report_this_project_began_from():
    path = Path(__file__).resolve().parents[3] / "shared" / "articles" / "raisi-cavusoglu.txt"
    if not path.exists():
        pytest.skip("the shared articles are not beside this checkout")
    text = normalise(path.read_text(encoding="utf-8"))
    found = [(r.region, text[r.start : r.end]) for r in find_regions(text)]
    first_words = [(kind, " ".join(words.split()[:2])) for kind, words in found]
    assert first_words == [
        ("headline", "Raisi Calls"),
        ("lead", "Iran played"),
        ("byline", "Sputnik"),
        ("body", "Iranian President"),
        ("related", "Biden, Erdogan"),
        ("body", "The Iranian"),
        ("heading", "Carefully Veiled"),
        ("body", "Despite cordial"),
        ("related", "Damascus Slams"),
        ("body", "Growing Turkish"),
        ("related", "World"),
        ("related", "Iran Summons"),
        ("footer", "* A"),
        ("footer", "Discuss"),
    ]


LINES = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        [
            "",
            "Talks Fail as Ministers Leave Baku",
            "Read more:",
            "Sources",
            "World",
            "Discuss",
            "The ministers met in Baku on Monday.",
            "By Jane Miller",
            "15 November 2021",
            "* A banned group.",
            "FILE - A soldier.",
            "and then they signed the treaty in the old town hall of Baku,",
            "They left.Discuss",
            "Image: X.",
        ]
    ),
)


@settings(deadline=None)
@given(st.lists(LINES, max_size=14).map("\n".join), st.one_of(st.none(), st.text(max_size=30)))
def test_regions_cover_the_text_in_order_without_overlaps(text, title):
    for given_text in (text, normalise(text)):
        covered, last = set(), 0
        for region in find_regions(given_text, title):
            assert last <= region.start < region.end <= len(given_text)
            assert region.region in KINDS.values()
            covered.update(range(region.start, region.end))
            last = region.end
        assert all(at in covered for at, char in enumerate(given_text) if not char.isspace())


@settings(deadline=None)
@given(st.text(max_size=300))
def test_paragraphs_cover_the_text_in_order(text):
    spans = find_paragraphs(text)
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
    inside = {at for start, end in spans for at in range(start, end)}
    assert all(at in inside for at, char in enumerate(text) if not char.isspace())
