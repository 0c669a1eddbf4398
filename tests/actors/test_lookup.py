"""What a name standing alone resolves to. Cases are our own, written from general knowledge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.lookup import lookup
from dragoman.records import Actor

# name, date, then of the first answer: name, country, sectors, role, via
CASES = [
    ("Cavusoglu", "2021-11-15", "Mevlüt Çavuşoğlu", "TUR", "GOV", "foreign minister", "name"),
    ("Çavuşoğlu", "2021-11-15", "Mevlüt Çavuşoğlu", "TUR", "GOV", "foreign minister", "name"),
    ("Turkish Foreign Minister Mevlut Cavusoglu", "2021-11-15", "Mevlüt Çavuşoğlu", "TUR", "GOV", "foreign minister", "name"),
    ("Cavusoglu", "2024-01-01", "Mevlüt Çavuşoğlu", "TUR", "ELI", None, "name"),
    ("Cavusoglu", "2010-01-01", "Mevlüt Çavuşoğlu", "TUR", "", None, "name"),
    ("the Turkish foreign minister", "2015-09-15", "Feridun Sinirlioğlu", "TUR", "GOV", "foreign minister", "noun"),
    ("Erdogan", "2008-01-01", "Recep Tayyip Erdoğan", "TUR", "GOV", "prime minister", "name"),
    ("Erdogan", "2018-01-01", "Recep Tayyip Erdoğan", "TUR", "GOV", "president", "name"),
    ("Fidan", "2022-01-01", "Hakan Fidan", "TUR", "GOV,SPY", "head of the MIT", "name"),
    ("Fidan", "2024-01-01", "Hakan Fidan", "TUR", "GOV", "foreign minister", "name"),
    ("the Iranian president", "2021-11-15", "Ebrahim Raisi", "IRN", "GOV", "president", "noun"),
    ("the Iranian president", "2016-01-01", "Hassan Rouhani", "IRN", "GOV", "president", "noun"),
    ("Iranian President Ebrahim Raisi", "2021-11-15", "Ebrahim Raisi", "IRN", "GOV", "president", "name"),
    ("president of Iran Ebrahim Raisi", "2021-11-15", "Ebrahim Raisi", "IRN", "GOV", "president", "name"),
    ("President Raisi", "2021-11-15", "Ebrahim Raisi", "IRN", "GOV", "president", "name"),
    ("Iran's foreign minister", "2022-06-01", "Hossein Amir-Abdollahian", "IRN", "GOV", "foreign minister", "noun"),
    ("Amirabdollahian", "2022-06-01", "Hossein Amir-Abdollahian", "IRN", "GOV", "foreign minister", "name"),
    ("Abdollahian", "2022-06-01", "Hossein Amir-Abdollahian", "IRN", "GOV", "foreign minister", "name"),
    ("Javad Zarif", "2017-06-01", "Mohammad Javad Zarif", "IRN", "GOV", "foreign minister", "name"),
    ("Khatibzadeh", "2021-11-15", "Saeed Khatibzadeh", "IRN", "GOV", "foreign ministry spokesman", "name"),
    ("Iran's supreme leader", "2015-01-01", "Ali Khamenei", "IRN", "GOV", "supreme leader", "noun"),
    ("Ayatollah Khamenei", "2010-01-01", "Ali Khamenei", "IRN", "GOV", "supreme leader", "name"),
    ("Qassem Soleimani", "2019-01-01", "Qasem Soleimani", "IRN", "MIL", "Quds Force commander", "name"),
    ("Quds Force commander", "2019-01-01", "Qasem Soleimani", "IRN", "MIL", "Quds Force commander", "noun"),
    ("Assad", "2013-09-01", "Bashar al-Assad", "SYR", "GOV", "president", "name"),
    ("Bashar Assad", "2025-03-01", "Bashar al-Assad", "SYR", "ELI", None, "name"),
    ("al-Jolani", "2018-01-01", "Ahmed al-Sharaa", "SYR", "REB", "rebel leader", "name"),
    ("the Syrian president", "2025-06-01", "Ahmed al-Sharaa", "SYR", "GOV", "president", "noun"),
    ("Walid Muallem", "2012-01-01", "Walid al-Moallem", "SYR", "GOV", "foreign minister", "name"),
    ("Qaddafi", "2005-01-01", "Muammar Gaddafi", "LBY", "GOV", "leader", "name"),
    ("Kadhafi", "2011-03-01", "Muammar Gaddafi", "LBY", "GOV", "leader", "name"),
    ("Haftar", "2019-04-10", "Khalifa Haftar", "LBY", "REB", "rebel commander", "name"),
    ("Hemedti", "2023-05-01", "Mohamed Hamdan Dagalo", "SDN", "GOV,PRM", "deputy head of the Sovereign Council", "name"),
    ("General Burhan", "2023-05-01", "Abdel Fattah al-Burhan", "SDN", "GOV,MIL", "leader", "name"),
    ("Machar", "2014-06-01", "Riek Machar", "SSD", "REB", "rebel leader", "name"),
    ("Nasrallah", "2020-01-01", "Hassan Nasrallah", "LBN", "REB", "Hezbollah leader", "name"),
    ("Sinwar", "2023-11-01", "Yahya Sinwar", "PSE", "REB", "Hamas leader", "name"),
    ("Hamas leader", "2010-01-01", "Khaled Meshaal", "PSE", "REB", "Hamas leader", "noun"),
    ("Baghdadi", "2016-01-01", "Abu Bakr al-Baghdadi", "IMG", "REB", "Islamic State leader", "name"),
    ("Navalny", "2021-01-20", "Alexei Navalny", "RUS", "OPP", "opposition leader", "name"),
    ("Guaido", "2019-03-01", "Juan Guaidó", "VEN", "LEG,OPP", "parliament speaker", "name"),
    ("Venezuelan president", "2019-03-01", "Nicolás Maduro", "VEN", "GOV", "president", "noun"),
    ("Zelenskyy", "2022-03-01", "Volodymyr Zelensky", "UKR", "GOV", "president", "name"),
    ("Zelenskiy", "2022-03-01", "Volodymyr Zelensky", "UKR", "GOV", "president", "name"),
    ("Ukraine's defence minister", "2023-10-01", "Rustem Umerov", "UKR", "GOV,MIL", "defence minister", "noun"),
    ("Lavrov", "2022-02-24", "Sergei Lavrov", "RUS", "GOV", "foreign minister", "name"),
    ("Shoigu", "2022-02-24", "Sergei Shoigu", "RUS", "GOV,MIL", "defence minister", "name"),
    ("Kremlin spokesman", "2022-02-24", "Dmitry Peskov", "RUS", "GOV", "Kremlin spokesman", "noun"),
    ("Putin", "2010-01-01", "Vladimir Putin", "RUS", "GOV", "prime minister", "name"),
    ("the Russian president", "2010-01-01", "Dmitry Medvedev", "RUS", "GOV", "president", "noun"),
    ("Prigozhin", "2023-06-24", "Yevgeny Prigozhin", "RUS", "PRM,BUS", "mercenary commander", "name"),
    ("Soviet leader", "1987-01-01", "Mikhail Gorbachev", "RUS", "GOV", "leader", "noun"),
    ("Blinken", "2022-02-24", "Antony Blinken", "USA", "GOV", "secretary of state", "name"),
    ("US Secretary of State Antony Blinken", "2022-02-24", "Antony Blinken", "USA", "GOV", "secretary of state", "name"),
    ("the top US diplomat", "2014-01-01", "John Kerry", "USA", "GOV", "secretary of state", "noun"),
    ("Bush", "2003-03-20", "George W. Bush", "USA", "GOV", "president", "name"),
    ("Bush", "1990-08-02", "George H. W. Bush", "USA", "GOV", "president", "name"),
    ("Hillary Clinton", "2012-01-01", "Hillary Clinton", "USA", "GOV", "secretary of state", "name"),
    ("Obama", "2018-01-01", "Barack Obama", "USA", "ELI", None, "name"),
    ("the president of the United States", "2021-01-10", "Donald Trump", "USA", "GOV", "president", "noun"),
    ("Powell", "2003-02-05", "Colin Powell", "USA", "GOV", "secretary of state", "name"),
    ("Milley", "2021-09-01", "Mark Milley", "USA", "MIL", "chairman of the joint chiefs of staff", "name"),
    ("CIA director", "2012-01-01", "David Petraeus", "USA", "GOV,SPY", "CIA director", "noun"),
    ("May", "2018-01-01", "Theresa May", "GBR", "GOV", "prime minister", "name"),
    ("British prime minister", "2022-10-01", "Liz Truss", "GBR", "GOV", "prime minister", "noun"),
    ("Boris Johnson", "2017-01-01", "Boris Johnson", "GBR", "GOV", "foreign secretary", "name"),
    ("Queen Elizabeth II", "2010-01-01", "Elizabeth II", "GBR", "GOV", "queen", "name"),
    ("Merkel", "2015-09-01", "Angela Merkel", "DEU", "GOV", "chancellor", "name"),
    ("the German chancellor", "2000-01-01", "Gerhard Schröder", "DEU", "GOV", "chancellor", "noun"),
    ("Steinmeier", "2014-06-01", "Frank-Walter Steinmeier", "DEU", "GOV", "foreign minister", "name"),
    ("the French president", "2016-07-15", "François Hollande", "FRA", "GOV", "president", "noun"),
    ("Le Drian", "2019-01-01", "Jean-Yves Le Drian", "FRA", "GOV", "foreign minister", "name"),
    ("Netanyahu", "2022-01-01", "Benjamin Netanyahu", "ISR", "OPP", "opposition leader", "name"),
    ("Israel's prime minister", "2022-01-01", "Naftali Bennett", "ISR", "GOV", "prime minister", "noun"),
    ("Arafat", "2001-01-01", "Yasser Arafat", "PSE", "GOV", "president", "name"),
    ("Abbas", "2012-01-01", "Mahmoud Abbas", "PSE", "GOV", "president", "name"),
    ("Imran Khan", "2020-01-01", "Imran Khan", "PAK", "GOV", "prime minister", "name"),
    ("Pakistani army chief", "2017-01-01", "Qamar Javed Bajwa", "PAK", "MIL", "army chief", "noun"),
    ("Xi", "2020-01-01", "Xi Jinping", "CHN", "GOV", "president", "name"),
    ("Chinese Foreign Ministry spokesman Zhao Lijian", "2021-05-05", "Zhao Lijian", "CHN", "GOV", "foreign ministry spokesman", "name"),
    ("Kim Jong Un", "2018-06-12", "Kim Jong-un", "PRK", "GOV", "leader", "name"),
    ("Kim", "2018-06-12", "Kim Jong-un", "PRK", "GOV", "leader", "name"),
    ("South Korean President Moon Jae-in", "2018-06-12", "Moon Jae-in", "KOR", "GOV", "president", "name"),
    ("Suu Kyi", "2019-01-01", "Aung San Suu Kyi", "MMR", "GOV", "foreign minister", "name"),
    ("Hun Sen", "2010-01-01", "Hun Sen", "KHM", "GOV", "prime minister", "name"),
    ("Lula", "2005-01-01", "Luiz Inácio Lula da Silva", "BRA", "GOV", "president", "name"),
    ("Mugabe", "2008-06-01", "Robert Mugabe", "ZWE", "GOV", "president", "name"),
    ("Abiy", "2020-11-04", "Abiy Ahmed", "ETH", "GOV", "prime minister", "name"),
    ("Kagame", "2012-11-20", "Paul Kagame", "RWA", "GOV", "president", "name"),
    ("Mohammed bin Salman", "2018-10-02", "Mohammed bin Salman", "SAU", "GOV", "crown prince", "name"),
    ("the Saudi crown prince", "2018-10-02", "Mohammed bin Salman", "SAU", "GOV", "crown prince", "noun"),
    ("UN chief", "2022-01-01", "António Guterres", "UNO", "GOV", "UN secretary-general", "noun"),
    ("Guterres", "2010-01-01", "António Guterres", "UNO", "GOV", "UN high commissioner for refugees", "name"),
    ("UN special envoy Staffan de Mistura", "2016-01-01", "Staffan de Mistura", "UNO", "GOV", "UN envoy", "name"),
    ("Annan", "2012-04-01", "Kofi Annan", "UNO", "GOV", "UN envoy", "name"),
    ("Stoltenberg", "2022-01-01", "Jens Stoltenberg", "IGO", "GOV", "NATO secretary-general", "name"),
    ("Stoltenberg", "2010-01-01", "Jens Stoltenberg", "NOR", "GOV", "prime minister", "name"),
    ("EU foreign policy chief", "2021-01-01", "Josep Borrell", "EUR", "GOV", "EU foreign policy chief", "noun"),
    ("Abkhaz president", "2018-01-01", "Raul Khajimba", "GEO", "GOV,PRE", "president", "noun"),
    ("Hong Kong chief executive", "2020-01-01", "Carrie Lam", "HKG", "GOV", "chief executive", "noun"),
    # countries, peoples, capitals
    ("Iran", None, "Iran", "IRN", "GOV", None, "name"),
    ("the U.S.", None, "United States", "USA", "GOV", None, "name"),
    ("USA", None, "United States", "USA", "GOV", None, "name"),
    ("UK", None, "United Kingdom", "GBR", "GOV", None, "name"),
    ("DPRK", None, "North Korea", "PRK", "GOV", None, "name"),
    ("Türkiye", None, "Turkey", "TUR", "GOV", None, "name"),
    ("Ivory Coast", None, "Ivory Coast", "CIV", "GOV", None, "name"),
    ("Côte d'Ivoire", None, "Ivory Coast", "CIV", "GOV", None, "name"),
    ("Zaire", None, "Democratic Republic of the Congo", "COD", "GOV", None, "name"),
    ("Kosovo", None, "Kosovo", "KOS", "GOV", None, "name"),
    ("Greenland", None, "Greenland", "DNK", "GOV", None, "name"),
    ("Holy See", None, "Vatican City", "VAT", "GOV", None, "name"),
    ("Yugoslavia", "1995-01-01", "Yugoslavia", "SRB", "GOV", None, "name"),
    ("Somaliland", None, "Somaliland", "SOM", "GOV,PRE", None, "name"),
    ("Iranians", None, "Iran", "IRN", "", None, "demonym"),
    ("Turks", None, "Turkey", "TUR", "", None, "demonym"),
    ("Britons", None, "United Kingdom", "GBR", "", None, "demonym"),
    ("Ankara", None, "Turkey", "TUR", "GOV", None, "metonym"),
    ("Washington", None, "United States", "USA", "GOV", None, "metonym"),
    ("Kyiv", None, "Ukraine", "UKR", "GOV", None, "metonym"),
    ("Kremlin", None, "Russia", "RUS", "GOV", None, "metonym"),
    ("the Élysée", None, "France", "FRA", "GOV", None, "metonym"),
    ("Downing Street", None, "United Kingdom", "GBR", "GOV", None, "metonym"),
    ("Brussels", None, "European Union", "EUR", "GOV", None, "metonym"),
    ("the White House", None, "White House", "USA", "GOV", None, "metonym"),
    ("the Pentagon", None, "Pentagon", "USA", "MIL", None, "metonym"),
    ("Foggy Bottom", None, "State Department", "USA", "GOV", None, "metonym"),
    ("Capitol Hill", None, "United States Congress", "USA", "LEG", None, "metonym"),
    ("Rawalpindi", None, "Pakistan Army", "PAK", "MIL", None, "metonym"),
    # organs, groups and bodies
    ("State Department", None, "State Department", "USA", "GOV", None, "name"),
    ("Knesset", None, "Knesset", "ISR", "LEG", None, "name"),
    ("Bundestag", None, "Bundestag", "DEU", "LEG", None, "name"),
    ("IRGC", None, "Islamic Revolutionary Guard Corps", "IRN", "MIL", None, "name"),
    ("Revolutionary Guards", None, "Islamic Revolutionary Guard Corps", "IRN", "MIL", None, "name"),
    ("Basij", None, "Basij", "IRN", "PRM", None, "name"),
    ("Mossad", None, "Mossad", "ISR", "SPY", None, "name"),
    ("FBI", None, "Federal Bureau of Investigation", "USA", "COP", None, "name"),
    ("Wagner", "2022-06-01", "Wagner Group", "RUS", "PRM", None, "name"),
    ("Daesh", "2016-01-01", "Islamic State", "IMG", "REB", None, "name"),
    ("ISIS", None, "Islamic State", "IMG", "REB", None, "name"),
    ("IS", None, "Islamic State", "IMG", "REB", None, "name"),
    ("al Qaeda", None, "al-Qaeda", "IMG", "REB", None, "name"),
    ("Hizbullah", None, "Hezbollah", "LBN", "REB,PTY", None, "name"),
    ("Ansar Allah", None, "Houthis", "YEM", "REB", None, "name"),
    ("PKK", None, "Kurdistan Workers' Party", "TUR", "REB", None, "name"),
    ("YPG", None, "People's Protection Units", "SYR", "REB", None, "name"),
    ("FARC", None, "Revolutionary Armed Forces of Colombia", "COL", "REB", None, "name"),
    ("Tamil Tigers", None, "Liberation Tigers of Tamil Eelam", "LKA", "REB", None, "name"),
    ("M23 rebels", None, "March 23 Movement", "COD", "REB", None, "name"),
    ("Security Council", None, "United Nations Security Council", "UNO", "", None, "name"),
    ("UNHCR", None, "United Nations High Commissioner for Refugees", "UNO", "", None, "name"),
    ("WHO", None, "World Health Organization", "UNO", "MED", None, "name"),
    ("NATO", None, "NATO", "IGO", "MIL", None, "name"),
    ("Nato", None, "NATO", "IGO", "MIL", None, "name"),
    ("European Commission", None, "European Commission", "EUR", "GOV", None, "name"),
    ("Amnesty International", None, "Amnesty International", "NGO", "SOC", None, "name"),
    ("Syrian Observatory for Human Rights", None, "Syrian Observatory for Human Rights", "NGO", "SOC", None, "name"),
    ("Likud", None, "Likud", "ISR", "PTY", None, "name"),
    ("BJP", None, "Bharatiya Janata Party", "IND", "PTY", None, "name"),
    ("Uighurs", None, "Uyghurs", "CHN", "CVL", None, "name"),
    ("Kurds", None, "Kurds", None, "CVL", None, "name"),
    ("Reuters", None, "Reuters", "GBR", "JRN", None, "name"),
    ("Fars News Agency", None, "Fars News Agency", "IRN", "JRN", None, "name"),
    # a country and a noun, nouns alone
    ("Turkish police", None, "Turkish police", "TUR", "COP", None, "noun"),
    ("U.S. troops", None, "American troops", "USA", "MIL", None, "noun"),
    ("American officials", None, "American official", "USA", "GOV", None, "noun"),
    ("Iran's parliament", None, "Majlis", "IRN", "LEG", None, "noun"),
    ("Syrian refugees", None, "Syrian refugee", "SYR", "REF", None, "noun"),
    ("the Foreign Ministry of Egypt", None, "Egyptian foreign ministry", "EGY", "GOV", None, "name"),
    ("police", None, "police", None, "COP", None, "noun"),
    ("militants", None, "militant", None, "UAF", None, "noun"),
    ("the opposition", None, "opposition", None, "OPP", None, "noun"),
    ("villagers", None, "villager", None, "CVL", None, "noun"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "on", "name", "country", "sectors", "role", "via"), CASES)
def test_first_answer(text, on, name, country, sectors, role, via):
    found = lookup(text, on)
    assert found, text
    first = found[0]
    got = (first.name, first.country, ",".join(first.sectors), first.role, first.via)
    assert got == (name, country, sectors, role, via)
    assert (first.text, first.start, first.end) == (text, 0, len(text))


@pytest.mark.parametrize("text", ["us", "who", "is", "turkey", "chad", "", "   ", "the", "!?", "Xyzzy Plugh", "it"])
def test_nobody(text):
    assert lookup(text, "2020-01-01") == []


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Turkey", "TUR"), ("Washington", "USA"), ("the Pentagon", "USA:department-of-defense"), ("Putin", "Q7747"),
        ("Cavusoglu", "p:mevlut-cavusoglu"), ("Daesh", "g:islamic-state"), ("police", "n:police"),
        ("Turkish police", "TUR:police"), ("Merkel", "Q567"), ("NATO", "Q7184"),
    ],
)  # fmt: skip
def test_ids(text, id):
    assert lookup(text)[0].id == id


def test_state_media_are_marked():
    from dragoman.actors.table import load_table

    table = load_table()
    for name in ("TASS", "Xinhua", "IRNA", "SANA", "Sputnik", "Press TV", "Anadolu Agency"):
        assert any(entry.state_controlled for entry in table.candidates(name)), name
    for name in ("Reuters", "AFP", "BBC", "Haaretz"):
        assert not any(entry.state_controlled for entry in table.candidates(name)), name


def test_all_candidates_best_first():
    found = lookup("Bush", "2003-03-20")
    assert [actor.name for actor in found[:1]] == ["George W. Bush"]
    assert "George H. W. Bush" in [actor.name for actor in found]
    assert len({actor.id for actor in found}) == len(found)


def test_without_a_date_there_is_no_role():
    for name in ("Putin", "Merkel", "Cavusoglu"):
        assert lookup(name)[0].role is None


def test_title_without_a_known_holder_still_has_sectors():
    found = lookup("the Fijian ambassador", "2020-01-01")
    assert (found[0].id, found[0].country, found[0].sectors, found[0].role) == (None, "FJI", ("GOV",), "ambassador")


@given(st.text(max_size=30), st.sampled_from([None, "1995-06-01", "2020-06-01"]))
def test_any_text_is_answered_the_same_twice(text, on):
    first = lookup(text, on)
    assert first == lookup(text, on)
    assert all(isinstance(actor, Actor) and actor.text == text for actor in first)
