"""Places in reports: our own sentences, without and with names in doc.ents."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Span

from dragoman.reading.places import find_places
from tests.counting import calls

NLP = spacy.blank("en")

# sentence, then (text, name, kind, country, admin1) of every place in it
PLAIN = (
    ("Shelling hit the northern province of Idlib.", ("Idlib", "Idlib", "admin1", "SYR", "Idlib")),
    (
        "Shelling hit Idlib province and the city of Idlib.",
        ("Idlib", "Idlib", "admin1", "SYR", "Idlib"),
        ("Idlib", "Idlib", "city", "SYR", "Idlib"),
    ),
    ("He grew up in Paris, Texas.", ("Paris", "Paris", "city", "USA", "Texas"), ("Texas", "Texas", "admin1", "USA", "Texas")),
    ("He grew up in Paris.", ("Paris", "Paris", "city", "FRA", "Île-de-France")),
    (
        "Clashes broke out in Aleppo, Syria, and in Ninewa Province, Iraq.",
        ("Aleppo", "Aleppo", "city", "SYR", "Aleppo"),
        ("Syria", "Syria", "country", "SYR", None),
        ("Ninewa Province", "Nineveh", "admin1", "IRQ", "Nineveh"),
        ("Iraq", "Iraq", "country", "IRQ", None),
    ),
    ("Pirates struck off the coast of Somalia.", ("Somalia", "Somalia", "country", "SOM", None)),
    ("The Turkish-Syrian border was shut.", ("Turkish-Syrian border", "Turkish-Syrian border", "region", None, None)),
    ("The Turkey–Syria border was shut.", ("Turkey–Syria border", "Turkey–Syria border", "region", None, None)),
    ("Jets took off from Incirlik Air Base.", ("Incirlik Air Base", "Incirlik Air Base", "base", "TUR", None)),
    (
        "Ships crossed the Strait of Hormuz into the Persian Gulf.",
        ("Strait of Hormuz", "Strait of Hormuz", "strait", None, None),
        ("Persian Gulf", "Persian Gulf", "sea", None, None),
    ),
    (
        "Fighting spread to al-Raqqa and Deir ez-Zor.",
        ("al-Raqqa", "Ar Raqqah", "city", "SYR", "Ar-Raqqah"),
        ("Deir ez-Zor", "Deir ez-Zor", "city", "SYR", "Deir ez-Zor"),
    ),
    (
        "Dockers in Tripoli struck, as did others across northern Lebanon.",
        ("Tripoli", "Tripoli", "city", "LBN", "Liban-Nord"),
        ("Lebanon", "Lebanon", "country", "LBN", None),
    ),
    (
        "Militias fought in Tripoli and in Benghazi.",
        ("Tripoli", "Tripoli", "city", "LBY", "Tripoli"),
        ("Benghazi", "Benghazi", "city", "LBY", "Banghāzī"),
    ),
    (
        "Voters in Atlanta waited while Georgia counted.",
        ("Atlanta", "Atlanta", "city", "USA", "Georgia"),
        ("Georgia", "Georgia", "admin1", "USA", "Georgia"),
    ),
    (
        "Georgia signed the deal in Tbilisi.",
        ("Georgia", "Georgia", "country", "GEO", None),
        ("Tbilisi", "Tbilisi", "city", "GEO", "Tbilisi"),
    ),
    (
        "Police in Victoria, British Columbia, made an arrest.",
        ("Victoria", "Victoria", "city", "CAN", "British Columbia"),
        ("British Columbia", "British Columbia", "admin1", "CAN", "British Columbia"),
    ),
    (
        "She lives in Birmingham, Alabama.",
        ("Birmingham", "Birmingham", "city", "USA", "Alabama"),
        ("Alabama", "Alabama", "admin1", "USA", "Alabama"),
    ),
    ("The Syrian town of Tel Abyad fell.", ("Tel Abyad", "Tall Abyaḑ", "city", "SYR", "Ar-Raqqah")),
    ("A mine blew up in Kandahar province.", ("Kandahar", "Kandahar", "admin1", "AFG", "Kandahar")),
    (
        "They rowed from Port-au-Prince towards Trinidad and Tobago.",
        ("Port-au-Prince", "Port-au-Prince", "city", "HTI", "Ouest"),
        ("Trinidad and Tobago", "Trinidad and Tobago", "country", "TTO", None),
    ),
    ("He settled in Côte d'Ivoire.", ("Côte d'Ivoire", "Ivory Coast", "country", "CIV", None)),
    ("Floods hit the People's Republic of China.", ("People's Republic of China", "China", "country", "CHN", None)),
    ("They met in Washington, D.C., again.", ("Washington, D.C.", "Washington", "city", "USA", "District of Columbia")),
    ("The US and the UK objected.", ("US", "United States", "country", "USA", None), ("UK", "United Kingdom", "country", "GBR", None)),
    ("Hezbollah fired at the Golan Heights.", ("Golan Heights", "Golan Heights", "region", "SYR", None)),
    (
        "Ohio, Indiana and Wyoming voted.",
        ("Ohio", "Ohio", "admin1", "USA", "Ohio"),
        ("Indiana", "Indiana", "admin1", "USA", "Indiana"),
        ("Wyoming", "Wyoming", "admin1", "USA", "Wyoming"),
    ),
    ("Iran's parliament met in Tehran.", ("Iran", "Iran", "country", "IRN", None), ("Tehran", "Tehran", "city", "IRN", "Tehran")),
    # none
    ("The Iranian president spoke to Iraqi reporters.",),
    ("Mr Jordan said nothing.",),
    ("Michael Jordan spoke.",),
    ("Voice of America reported it.",),
    ("they told us to march on.",),
    ("We paid US$ 20 for it.",),
    ("The HIV ward was full.",),
    ("March and May were wet.",),
)


def seen(doc, **more):
    return [(p.text, p.name, p.kind, p.country, p.admin1) for p in (m.place for m in find_places(doc, **more))]


def named(text: str, *names: tuple[str, str]):
    """A doc with names in doc.ents."""
    doc = NLP(text)
    spans = []
    for name, label in names:
        at = text.index(name)
        span = doc.char_span(at, at + len(name), label=label)
        assert isinstance(span, Span), name
        spans.append(span)
    doc.ents = spans
    return doc


@pytest.mark.parametrize("case", PLAIN, ids=lambda case: case[0])
def test_without_a_model(case):
    assert seen(NLP(case[0])) == list(case[1:])


def test_names_of_people_and_organisations_are_left_alone():
    doc = named("Jordan Henderson of Paris Club met Chad in Lyon.", ("Jordan Henderson", "PERSON"), ("Paris Club", "ORG"), ("Lyon", "GPE"))
    assert [s[0] for s in seen(doc)] == ["Chad", "Lyon"]


def test_a_place_that_is_not_in_the_gazetteer_keeps_its_text():
    doc = named("Shells fell on Qwxzzy again.", ("Qwxzzy", "LOC"))
    assert seen(doc) == [("Qwxzzy", None, None, None, None)]
    place = find_places(doc)[0].place
    assert place.lat is None and place.geonames_id is None


def test_labels_of_other_models():
    for label in ("LOC", "GPE", "FAC"):
        assert seen(named("Shells fell on Kherson again.", ("Kherson", label)))[0][3] == "UKR"


def test_kind_words_in_the_label():
    doc = named("A mine blew up in Kandahar province.", ("Kandahar province", "LOC"))
    assert seen(doc) == [("Kandahar", "Kandahar", "admin1", "AFG", "Kandahar")]
    doc = named("It rained in the State of Texas.", ("State of Texas", "LOC"))
    assert seen(doc) == [("State of Texas", "Texas", "admin1", "USA", "Texas")]
    doc = named("It rained in Eastern China.", ("Eastern China", "LOC"))
    assert seen(doc) == [("Eastern China", "China", "country", "CHN", None)]


def test_a_building_lies_in_its_town():
    doc = named("Jets hit Kharkiv International Airport.", ("Kharkiv International Airport", "FAC"))
    place = find_places(doc)[0].place
    assert (place.name, place.kind, place.country) == ("Kharkiv International Airport", "facility", "UKR")
    assert place.lat == pytest.approx(49.98, abs=0.1) and place.geonames_id is None


def test_a_well_known_place_that_the_model_calls_a_person():
    doc = named("Troops entered Deir ez-Zor with Omar.", ("Deir ez-Zor", "PERSON"), ("Omar", "PERSON"))
    assert [s[0] for s in seen(doc)] == ["Deir ez-Zor"]


def test_directions_and_peoples_are_no_places():
    doc = named("The West and the South African team.", ("West", "LOC"), ("South African", "LOC"))
    assert seen(doc) == []


def test_country_hint():
    assert seen(NLP("A fire broke out in Guadalupe."), country_hint="MEX")[0][3] == "MEX"


def test_one_sense_in_a_report():
    doc = NLP("He came to Paris, Texas, in May. Paris is small. Dallas and Houston are not.")
    assert {s[3] for s in seen(doc)} == {"USA"}


def test_coordinates_and_ids():
    place = find_places(NLP("The ministers met in Tehran."))[0].place
    assert (place.lat, place.lon) == (pytest.approx(35.69, abs=0.05), pytest.approx(51.42, abs=0.05))
    assert place.geonames_id == 112931
    place = find_places(NLP("The war in Syria goes on."))[0].place
    assert place.geonames_id == 163843 and place.lat == pytest.approx(35, abs=1)


def test_offsets_and_heads():
    doc = NLP("Line one\n\nin  Ninewa Province, Iraq.")
    for m in find_places(doc):
        assert doc.text[m.place.start : m.place.end] == m.place.text
        assert m.start <= m.head < m.end


def test_linear():
    def work(n: int) -> int:
        doc = NLP("Troops of New York and Port of Spain marched from Aleppo to the Gulf of Aden, Iraq. " * n)
        return calls(lambda: find_places(doc))

    work(5)  # fills the gazetteer's cache
    assert work(400) < 11 * work(40)


WORDS = st.sampled_from(
    "Paris Texas Syria Iraq al - Raqqa Deir ez Zor U.S. US$ of the province Province city New York , . ' 's ( ) and in "
    "Gulf Aden Turkish Syrian border Mr Jordan Port au Prince d'Ivoire Côte St. \n \n\n Air Base İ ß ﬁ 'Ayn State Lake".split(" ")
)


def sound(doc) -> None:
    text, before = doc.text, 0
    for m in find_places(doc):
        assert 0 <= m.start <= m.head < m.end <= len(doc)
        assert before <= m.place.start < m.place.end <= len(text)
        assert text[m.place.start : m.place.end] == m.place.text
        before = m.place.end


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=14), st.lists(st.tuples(st.integers(0, 20), st.integers(1, 4), st.sampled_from(["LOC", "PERSON", "ORG", "FAC"])), max_size=3))
def test_any_words(words, names):
    doc = NLP(" ".join(words))
    spans = [Span(doc, a, min(a + n, len(doc)), label=label) for a, n, label in names if a < len(doc)]
    doc.ents = spacy.util.filter_spans(spans)
    sound(doc)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_any_text(text):
    sound(NLP(text))
