"""Where sentences of real news end: abbreviations, quotations, headlines, datelines, bylines, lists. Our own texts."""

from __future__ import annotations

import pytest

from dragoman.reading.model import load_language


@pytest.fixture(scope="module")
def nlp():
    return load_language(threads=1)


def sentences(nlp, text: str) -> list[str]:
    return [" ".join(s.text.split()) for s in nlp(text).sents]


# A bar is where a sentence ends; it is not in the text.
ABBREVIATIONS = [
    "The U.S. military struck the depot.| It was the third raid this week.",
    "Relations with the U.S. have soured.| Officials in Ankara declined to comment.",
    "He was flown to the U.S. on Friday.| His lawyer called it a kidnapping.",
    "Gen. Amir Hatami and Lt. Col. Sara Okafor signed the deal.| Neither spoke.",
    "Shelling began at 4 a.m. on Tuesday.| By noon it had stopped.",
    "The truce starts at 6 p.m. Moscow time.| Both armies have accepted it.",
    "Sen. J. R. Whitlock voted against it.| So did Rep. Ana Ruiz of Calif.| Others abstained.",
    "The firm, Orbital Sands Inc., lost its licence.| It will appeal.",
    "St. Petersburg was hit by drones.| No. 4 reactor was shut down.",
    "The budget rose by 3.5 percent to $1.2 billion.| Critics called it reckless.",
    "The clashes left e.g. bakers, drivers, etc. without work.| Aid is late.",
    "Prof. Mehmet Aydin of Ankara Univ. disagreed.| He cited past failures.",
    "The village lies about 5 km. from the border.| Nobody lives there now.",
]
QUOTATIONS = [
    "“We will not leave,” the mayor said.| “This is our home.”",
    '"We will not leave," the mayor said.| "This is our home."',
    "“Who ordered it?” she asked.| Nobody answered.",
    "He shouted “Stop!” and ran.| The guards fired.",
    "The minister said: “We have no choice.| Our people are hungry.”| He then left.",
    "“The attack was cowardly.| We shall answer it,” said the general.",
    "The group called the raid “a crime.”| It vowed revenge.",
    "‘They came at night,’ Mr. Kamara said.| ‘We hid in the church.’",
    "„We will stay“, the farmer said.| „Our fathers built this farm.“",
    "«We will stay,» the farmer said.| «Our fathers built this farm.»",
    "The president (who was on a visit to Lima) did not comment.| (His office was closed.)",
    "“It is over,” he said, “and we have lost.”| The crowd fell silent.",
]
LINES = [
    "IRAN REJECTS NUCLEAR OFFER|\n\nTEHRAN, Nov. 15 (IRNA) –| Iran turned down the offer on Monday.| It gave no reason.",
    "Five killed in market blast|\nBy Maria Soares in Dili|\n\nA bomb tore through a market on Sunday, killing five people.",
    "Ministers to meet in Geneva|\n\nGENEVA (Reuters) -| Foreign ministers will meet next week.",
    "The demands are:|\n• an end to the siege|\n• the release of prisoners|\n• free elections|\n\nNone has been met.",
    "The demands are:|\n- an end to the siege|\n- the release of prisoners|\n\nNone has been met.",
    "1. Ceasefire holds|\n2. Aid convoy arrives|\n3. Talks resume",
    "Troops withdrew from the town on Friday|\n\nResidents returned|\n\nShops opened again.",
    "Share this article|\n\nThe two sides exchanged fire.| Nobody was hurt.",
    "KHARTOUM, Sudan —| The army retook the bridge.| Fighting went on elsewhere.",
    "Photo: Ahmed Ali / AFP|\n\nProtesters marched to parliament.",
]
DASHES = [
    "The accord — signed in Doha — ended the war.| It did not last.",
    "Three countries – Chad, Niger and Mali – closed their borders.| Traders protested.",
    "The army said it was ready ... but nobody moved.| Night fell.",
    "Was it a coup?| The army says no; the opposition says yes.| Witnesses disagree.",
    "The rebels took Goma; the army fled.| A truce followed: it held for a week.",
]


@pytest.mark.parametrize("marked", ABBREVIATIONS + QUOTATIONS + LINES + DASHES)
def test_sentences_of_news(nlp, marked):
    expected = [" ".join(part.split()) for part in marked.split("|")]
    assert sentences(nlp, marked.replace("|", "")) == [e for e in expected if e]
