"""From sentence to events, with our model: types, actors, standing, time and place. Published 2021-11-15, a Monday."""

from __future__ import annotations

import pytest

from tests.coding.shown import check, shown

TYPES = {
    # verbal cooperation
    "Sudan and Egypt agreed to share the water of the Nile.": "AGREE: Sudan; Egypt > | reported",
    "Hungary promised to support Serbia.": "AGREE: Hungary > Serbia",
    "Norway pledged $20 million in aid to Malawi.": "AGREE: Norway > Malawi",
    "India invited the Taliban to talks.": "AGREE: India > Taliban",
    "President Joe Biden will meet President Vladimir Putin in Geneva.": "AGREE: Joe Biden; Vladimir Putin > | planned | undated | @Geneva",
    "Israel and Jordan held talks in Amman.": "CONSULT: Israel; Jordan > | reported | published 2021-11-15 | @Amman",
    "Chancellor Angela Merkel met President Emmanuel Macron in Berlin.": "CONSULT: Angela Merkel; Emmanuel Macron > | @Berlin",
    "Turkish Foreign Minister Mevlut Cavusoglu visited Tehran on Monday.": "CONSULT/visit: Mevlüt Çavuşoğlu > Iran | reported | 2021-11-15 | @Tehran",
    "President Vladimir Putin phoned Turkish President Recep Tayyip Erdogan on Tuesday.": "CONSULT/phone: Vladimir Putin > Recep Tayyip Erdoğan | 2021-11-09",
    "Qatar mediated between the Taliban and the United States.": "CONSULT/third-party: Qatar > Taliban; United States",
    "France praised Tunisia for its election.": "SUPPORT: France > Tunisia",
    "Japan recognised the new government of Bolivia.": "SUPPORT: Japan > Bolivia",
    "Russia and China signed a trade agreement.": "SUPPORT: Russia; China >",
    "The Colombian government apologised to the families of the victims.": "CONCEDE: Colombian government > families of the victims",
    "President Emmanuel Macron pardoned a jailed activist.": "CONCEDE: Emmanuel Macron > jailed activist",
    # material cooperation
    "India and Bangladesh held joint naval exercises.": "COOPERATE: India; Bangladesh >",
    "Greece extradited a Russian hacker to the United States.": "COOPERATE: Greece > United States",
    "Egypt sent ten tonnes of medicine to Gaza.": "AID: Egypt > Gaza Strip",
    "Canada gave Ukraine ten armoured vehicles.": "AID: Canada > Ukraine",
    "Germany granted asylum to forty Afghan journalists.": "AID: Germany > forty Afghan journalists",
    "Greek coast guards rescued sixty migrants near Lesbos.": "AID: Greek coast guards > sixty migrants | @Lesbos",
    "Russian troops withdrew from Kherson.": "RETREAT/withdraw: Russian troops >",
    "The Taliban released three Australian hostages.": "RETREAT/release: Taliban > three Australian hostages",
    "Prime Minister Saad Hariri resigned on Tuesday.": "RETREAT/resign: Saad Hariri > | reported | 2021-11-09",
    "The rebels handed over their weapons to United Nations peacekeepers.": "RETREAT/disarm: rebels > UN peacekeepers",
    # verbal conflict
    "Pakistan asked the International Monetary Fund for a loan.": "REQUEST/assist: Pakistan > International Monetary Fund",
    "Ukraine urged Germany to send tanks.": "REQUEST/assist: Ukraine > Germany",
    "The opposition demanded the resignation of President Ashraf Ghani.": "REQUEST/change: opposition > Ashraf Ghani",
    "The European Union condemned the Taliban on Monday.": "ACCUSE/disapprove: European Union > Taliban | reported | 2021-11-15",
    "Belgium sued Senegal at the International Court of Justice.": "ACCUSE/allege: Belgium > Senegal",
    "Amnesty International criticized the Egyptian government.": "ACCUSE/disapprove: Amnesty International > Egyptian government",
    "Iran rejected a French proposal.": "REJECT: Iran > France",
    "Saudi Arabia cancelled the visit of the Lebanese minister.": "REJECT/meet: Saudi Arabia > Lebanese minister",
    "Russia vetoed a resolution of the Security Council.": "REJECT/yield: Russia > United Nations Security Council",
    "The United States threatened Turkey with sanctions.": "THREATEN/restrict: United States > Turkey",
    # material conflict
    "Students protested in Yerevan against the Armenian government.": "PROTEST/demo: Students > Armenian government | @Yerevan",
    "Teachers in Kenya went on strike on Monday.": "PROTEST/strike: Teachers > | 2021-11-15",
    "Farmers blocked roads near Toulouse.": "PROTEST/obstruct: Farmers > | @Toulouse",
    "Prisoners began a hunger strike in Bahrain.": "PROTEST/hunger: Prisoners > | @Bahrain",
    "China expelled two Canadian diplomats.": "SANCTION/expel: China > two Canadian diplomats",
    "Kenya recalled its ambassador from Somalia.": "SANCTION/withdraw: Kenya > Somalia",
    "Morocco cut diplomatic ties with Iran.": "SANCTION/withdraw: Morocco > Iran",
    "Turkish Foreign Minister Mevlut Cavusoglu met his Iraqi counterpart, Fuad Hussein, in Ankara.": "CONSULT: Mevlüt Çavuşoğlu; Fuad Hussein > | @Ankara",
    "Canada suspended aid to Mali.": "SANCTION/withdraw: Canada > Mali",
    "Russia massed troops on the border with Ukraine.": "MOBILIZE/troops: Russia > Ukraine",
    "Poland deployed police at the Belarusian border.": "MOBILIZE/police: Poland > Belarus",
    "Algeria mobilised its army.": "MOBILIZE/troops: Algeria >",
    "Turkish police detained two journalists in Istanbul on Friday.": "COERCE/arrest: Turkish police > two journalists | reported | 2021-11-12 | @Istanbul",
    "Russia deported a Norwegian missionary.": "COERCE/deport: Russia > Norwegian missionary",
    "The Ethiopian government imposed a curfew in Addis Ababa.": "COERCE/curfew: Ethiopian government > | @Addis Ababa",
    "The United States imposed sanctions on Belarus.": "COERCE/restrict: United States > Belarus",
    "Myanmar's army seized two trucks belonging to aid workers.": "COERCE/seize: Tatmadaw >",
    "Gunmen abducted six students in Nigeria.": "ASSAULT/abduct: Gunmen > six students | @Nigeria",
    "Militants of Boko Haram killed twelve soldiers in Borno.": "ASSAULT: Boko Haram > twelve soldiers | @Borno State",
    "A suicide bomber attacked a mosque in Kunduz on Friday.": "ASSAULT/suicide-attack: suicide bomber > mosque | reported | 2021-11-12 | @Kunduz",
    "Israeli warplanes bombed targets in Gaza.": "ASSAULT/aerial: Israeli warplanes > | @Gaza",
    "A drone killed two fighters in Idlib.": "ASSAULT/drone: > two fighters | @Idlib",
    "Syrian forces used chlorine in Saraqib.": "ASSAULT/unconventional: Syrian forces > | @Saraqib",
    "Police beat protesters in Minsk.": "ASSAULT/beat: Police > protesters | @Minsk",
    "Police fired tear gas at demonstrators in Santiago.": "ASSAULT/crowd-control: Police > demonstrators | @Santiago",
    "Guards tortured detainees in Libya.": "ASSAULT/torture: Guards > detainees | @Libya",
    "Islamic State assassinated a judge in Mosul.": "ASSAULT/targeted: Islamic State > judge | @Mosul",
    "Armenian forces clashed with Azerbaijani troops.": "ASSAULT: Armenian forces; Azerbaijani troops >",
    # nothing
    "Heavy rain fell in northern Kenya on Tuesday.": "",
    "Turkey is a member of NATO.": "",
}

GRAMMAR = {
    "Two aid workers were abducted by armed men in Gao.": "ASSAULT/abduct: armed men > Two aid workers | @Gao",
    "The arrest of two nuns by Turkish police angered Berlin.": "COERCE/arrest: Turkish police > two nuns\nACCUSE/disapprove: Germany > Turkish police",
    "The Islamic State group claimed the attack on Friday.": "ASSAULT: Islamic State > | alleged | by Islamic State",
    "Police beat supporters of Bobi Wine.": "ASSAULT/beat: Police > supporters of Bobi Wine | reported",
    "The Senate passed a resolution condemning Iran.": "ACCUSE/disapprove: United States Senate > Iran | reported",
    "Hungary has no plans to withdraw its troops from Chad.": "REJECT/yield: Hungary > Chad | reported",
    "The European Union urged Serbia to recognise Kosovo.": "REQUEST/assist: European Union > Serbia\nSUPPORT: Serbia > Kosovo | hypothetical",
    "Rebels attacked the city of Goma and killed six farmers.": "ASSAULT: Rebels > | @Goma\nASSAULT: Rebels > six farmers",
    "President Joe Biden and Chancellor Angela Merkel condemned the junta.": "ACCUSE/disapprove: Joe Biden; Angela Merkel > junta",
    "Hezbollah launched an attack on Israel.": "ASSAULT: Hezbollah > Israel",
}

STANDING = {
    "Iran attacked the tanker.": "ASSAULT: Iran > tanker | reported | actual +",
    "Iran did not attack the tanker.": "ASSAULT: Iran > tanker | denied | actual -",
    "Iran will attack the tanker.": "ASSAULT: Iran > tanker | planned | undated | planned +",
    "Iran could attack the tanker.": "ASSAULT: Iran > tanker | hypothetical | undated | possible +",
    "Did Iran attack the tanker?": "ASSAULT: Iran > tanker | hypothetical | possible +",
    "According to police, gunmen killed two farmers near Gao.": "ASSAULT: gunmen > two farmers | alleged | undated | @Gao | by police",
    "The army reportedly killed six rebels in Tigray.": "ASSAULT: army > six rebels | alleged | @Tigray | by reportedly",
    "Gunmen killed two farmers, a police spokesman said.": "ASSAULT: Gunmen > two farmers | alleged | by police spokesman",
    "The ministry said that rebels had killed two farmers.": "ASSAULT: rebels > two farmers | alleged | undated | by ministry",
    "Raisi, cited by Iranian media, said that American officials had admitted that they created Daesh.": "AID: American officials > Islamic State | alleged | undated | by Iranian media > Ebrahim Raisi > American officials",
    "Syria denied that its army had used chemical weapons.": "REJECT: Syria > | reported\nASSAULT/unconventional: its army > | denied | undated | by Syria",
    "Qatar denied any role in the transfer of fighters to Libya.": "REJECT: Qatar > | reported\nMOBILIZE/militia: Qatar > Libya | denied | by Qatar",
    "Iran will not negotiate with the United States.": "REJECT/meet: Iran > United States | reported",
    "Iran has not negotiated with the United States.": "CONSULT: Iran; United States > | denied | actual -",
    "Israel plans to release forty prisoners.": "CONCEDE: Israel > forty prisoners | planned | undated",
    "If Russia attacks Ukraine, the United States will impose sanctions on Moscow.": "ASSAULT: Russia > Ukraine | hypothetical | conditional +\nCOERCE/restrict: United States > Russia | planned",
    "Iran accused Washington of arming the rebels.": "ACCUSE/allege: Iran > United States | reported\nAID: United States > rebels | alleged | undated | by Iran",
}

WHEN_AND_WHERE = {
    "Kenya recalled its ambassador from Somalia on Friday.": "SANCTION/withdraw: Kenya > Somalia | 2021-11-12",
    "Syria attacked Turkey last year.": "ASSAULT: Syria > Turkey | 2020-01-01..2020-12-31",
    "In 2014 Russia annexed Crimea.": "COERCE/seize: Russia > Crimea | 2014-01-01..2014-12-31",
    "Between 2015 and 2018 Saudi Arabia bombed Yemen.": "ASSAULT/aerial: Saudi Arabia > Yemen | 2015-01-01..2018-12-31",
    "Boko Haram attacked a village near Maiduguri in June 2021.": "ASSAULT: Boko Haram > | 2021-06-01..2021-06-30 | @Maiduguri",
    "The Syrian army bombed the town on 4 March 2020.": "ASSAULT/aerial: Syrian Arab Army > | 2020-03-04",
    "Militants killed five policemen in the Sinai peninsula.": "ASSAULT: Militants > five policemen | published 2021-11-15 | @Sinai",
    "The rebels had attacked a convoy.": "ASSAULT: rebels > | undated",
    "Beijing condemned Washington.": "ACCUSE/disapprove: China > United States | @nowhere",
    "NATO deployed troops in Latvia.": "MOBILIZE/troops: NATO > | @Latvia",
}

EVERY = {**TYPES, **GRAMMAR, **STANDING, **WHEN_AND_WHERE}


@pytest.mark.parametrize("text", EVERY)
def test_events(code, text: str) -> None:
    check(code(text), EVERY[text])


def test_every_type_of_plover_is_tried() -> None:
    from dragoman.coding.codebook import load_codebook

    tried = {line.strip().split(":")[0].split("/")[0] for lines in TYPES.values() for line in lines.splitlines()}
    assert tried - {""} == set(load_codebook("plover").types)


def test_without_a_published_date_nothing_is_dated_from_it(code) -> None:
    (event,) = code("Kenya recalled its ambassador from Somalia on Friday.", published=None)
    assert (event["time"]["text"], event["time"]["from"], event["time"]["basis"]) == ("Friday", None, "none")
    (event,) = code("Kenya recalled its ambassador from Somalia.", published=None)
    assert event["time"]["basis"] == "none"


def test_the_same_sentence_on_two_days(code) -> None:
    (one,), (two,) = code("The German chancellor criticized Iran.", "2021-11-15"), code("The German chancellor criticized Iran.", "2023-05-02")
    assert (one["actors"][0]["name"], two["actors"][0]["name"]) == ("Angela Merkel", "Olaf Scholz")


def test_an_event_in_a_link_to_another_story_is_marked(code) -> None:
    text = (
        "Kenya recalls envoy\n\nKenya recalled its ambassador from Somalia on Friday, the foreign ministry said. The ministry gave no reason for its decision, and Somalia did not comment.\n\n"
        "Read more: Uganda expelled two Rwandan diplomats\n\nThe two countries have quarrelled over their sea border for years. Officials in Nairobi said that talks would go on.\n"
    )
    regions = {(e["type"], e["mode"]): e["region"] for e in code(text) if e["type"] == "SANCTION" and e["region"] != "headline"}
    assert regions[("SANCTION", "withdraw")] in ("lead", "body")
    assert regions.get(("SANCTION", "expel"), "related") == "related"


def test_an_event_under_another_names_it_as_its_parent(code) -> None:
    outer, inner = code("Iran accused Washington of arming the rebels.")
    assert inner["parent"] == outer["event_id"] and outer["parent"] is None


def test_scores_quads_cameo_and_contexts_come_along(code) -> None:
    (event,) = code("Turkish police detained two journalists in Istanbul.")
    assert (event["quad"], event["score"], event["cameo"]) == (4, -7.0, "173")
    assert event["rule"].startswith("plover:COERCE/arrest#")
    assert 0.3 <= event["confidence"] <= 0.98


def test_evidence_is_the_sentence_and_predicate_the_word(code) -> None:
    events = code("Snow fell in Tbilisi. Georgia called off the summit with Russia on Monday.")
    (event,) = events
    assert event["evidence"]["text"] == "Georgia called off the summit with Russia on Monday."
    assert event["predicate"]["text"] == "called off"
    assert event["type"] == "REJECT" and shown(event).startswith("REJECT/meet: Georgia > Russia")


def test_event_ids_depend_on_text_type_and_place_in_the_text_only(code) -> None:
    (one,) = code("Iran condemned Israel.")
    (same,) = code("Iran condemned Israel.", title="A title", published="2020-01-01")
    two = code("Iran condemned Israel. Iran condemned Israel.")
    assert one["event_id"] == same["event_id"]
    assert len({e["event_id"] for e in two}) == 2
