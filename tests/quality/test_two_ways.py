"""Cases that pull two ways: each rule of the PLOVER manual for them, with several sentences.

A case: the sentence, the events that must be among those found (as in `tests/coding/shown.py`), and types, or types with
a mode, that must not. Published 2021-11-15, a Monday.
"""

from __future__ import annotations

import pytest

from tests.coding.shown import fits, shown

RULES: dict[str, list[tuple[str, str, str]]] = {
    "a future meeting, visit, invitation or signature is AGREE": [
        ("Chinese President Xi Jinping will visit Vietnam next week.", "AGREE: Xi Jinping > Vietnam | planned", "CONSULT"),
        ("The foreign ministers of Greece and Turkey are to meet in Athens on Friday.", "AGREE", "CONSULT"),
        ("Kenya invited Somali President Mohamed Abdullahi Mohamed to Nairobi for talks.", "AGREE: Kenya > Mohamed Abdullahi Mohamed", "CONSULT"),
        ("Japan and Australia plan to sign a defence treaty in January.", "AGREE: Japan; Australia > | planned", "SUPPORT"),
        ("India's prime minister is due to hold talks with his Nepalese counterpart on Thursday.", "AGREE", "CONSULT"),
    ],
    "a future retreat that is announced is CONCEDE": [
        ("Germany said it would withdraw its troops from Mali.", "CONCEDE: Germany > Mali", "RETREAT"),
        ("The rebels announced that they will release 40 prisoners.", "CONCEDE: rebels > 40 prisoners", "RETREAT"),
        ("Colombia's ELN said it would lay down its arms.", "CONCEDE", "RETREAT"),
        ("The government will lift the state of emergency on Monday, the minister said.", "CONCEDE: government >", "RETREAT"),
    ],
    "a future CONCEDE stays CONCEDE": [
        ("The king will pardon 200 prisoners.", "CONCEDE: king > 200 prisoners | planned", "AGREE"),
        ("Myanmar's junta plans to grant an amnesty to rebels.", "CONCEDE: > rebels | planned", "AGREE"),
        ("Japan's prime minister will apologise to South Korea.", "CONCEDE: > South Korea | planned", "AGREE"),
    ],
    "a promise of aid or cooperation is AGREE, aid that is given AID": [
        ("Norway promised Moldova 20 million dollars in aid.", "AGREE: Norway > Moldova", "AID"),
        ("The European Union pledged aid to Lebanon.", "AGREE: European Union > Lebanon", "AID"),
        ("Canada will send medicines to Haiti.", "AGREE: Canada > Haiti | planned", "AID"),
        ("Norway gave Moldova 20 million dollars.", "AID: Norway > Moldova", "AGREE"),
        ("The Red Crescent delivered food to Yemen on Sunday.", "AID: > Yemen", "AGREE"),
    ],
    "where both sides gain it is COOPERATE, where mainly the recipient does AID": [
        ("France shared intelligence with Niger.", "COOPERATE: France > Niger", "AID"),
        ("Greek and Egyptian forces held joint exercises in the Mediterranean.", "COOPERATE", "AID"),
        ("Brazil exported soybeans to China.", "COOPERATE: Brazil > China", "AID"),
        ("The United States trained Ukrainian soldiers.", "AID: United States > Ukrainian soldiers", "COOPERATE"),
    ],
    "a pardon is CONCEDE, and the person who walks free RETREAT release": [
        ("Egyptian President Abdel Fattah el-Sisi pardoned two journalists.", "CONCEDE: Abdel Fattah el-Sisi > two journalists", "RETREAT"),
        ("The junta granted an amnesty to 5,000 prisoners.", "CONCEDE: junta > 5,000 prisoners", "RETREAT"),
        ("Two journalists were freed by Egypt on Monday.", "RETREAT/release: Egypt > Two journalists", "CONCEDE"),
        ("Belarus released ten opposition activists from prison.", "RETREAT/release: Belarus > ten opposition activists", "CONCEDE"),
    ],
    "a hostage rescued by force is AID": [
        ("Nigerian troops rescued 30 hostages from Boko Haram.", "AID: Nigerian troops > 30 hostages", "RETREAT"),
        ("French commandos freed two hostages in a raid in Burkina Faso.", "AID: French commandos > two hostages", "RETREAT"),
        ("Iraqi forces rescued the kidnapped engineer.", "AID: Iraqi forces >", "RETREAT"),
    ],
    "summoning the ambassador, and protests in words, are ACCUSE disapprove": [
        ("Turkey summoned the Swedish ambassador over the burning of a Koran.", "ACCUSE/disapprove: Turkey >", "CONSULT PROTEST"),
        ("Pakistan lodged a diplomatic protest with India.", "ACCUSE/disapprove: Pakistan > India", "CONSULT PROTEST"),
        ("Seoul protested to Tokyo over the textbooks.", "ACCUSE/disapprove: South Korea > Japan", "PROTEST"),
        ("The Danish envoy was called in by the Chinese foreign ministry.", "ACCUSE/disapprove", "CONSULT"),
    ],
    "a party's call for the end of its conflict is AGREE, anybody else's REQUEST yield": [
        ("Pope Francis called for an end to the war in Ukraine.", "REQUEST/yield", "AGREE"),
        ("The United Nations urged Ethiopia and the Tigrayan rebels to stop fighting.", "REQUEST/yield: United Nations >", "AGREE"),
        ("The African Union called for a ceasefire in Sudan.", "REQUEST/yield: African Union > Sudan", "AGREE"),
    ],
    "what a demonstration demands is only PROTEST": [
        ("Thousands of protesters in Bamako demanded the resignation of President Ibrahim Boubacar Keita.", "PROTEST", "REQUEST"),
        ("Demonstrators marched in Minsk to demand the release of prisoners.", "PROTEST/demo", "REQUEST"),
        ("Students rallied in Dhaka, calling for justice.", "PROTEST/demo: Students >", "REQUEST"),
    ],
    "a cancelled meeting is REJECT meet": [
        ("The president of Mexico cancelled a meeting with Donald Trump.", "REJECT/meet", "CONSULT AGREE"),
        ("Russia called off talks with Japan.", "REJECT/meet: Russia > Japan", "CONSULT AGREE"),
        ("Spain's king cancelled his visit to Morocco.", "REJECT/meet", "CONSULT AGREE"),
    ],
    "aid or observers withdrawn are SANCTION withdraw or discontinue": [
        ("The United Nations withdrew its observers from Syria.", "SANCTION/withdraw: United Nations > Syria", "RETREAT"),
        ("Britain cut off aid to Rwanda.", "SANCTION: United Kingdom > Rwanda", "RETREAT AID"),
        ("The European Union withdrew its election monitors from Kenya.", "SANCTION/withdraw: European Union > Kenya", "RETREAT"),
    ],
    "a resignation is RETREAT resign": [
        ("Lebanese Prime Minister Saad Hariri resigned on Tuesday.", "RETREAT/resign: Saad Hariri >", "CONCEDE SANCTION"),
        ("Bolivian President Evo Morales stepped down after protests.", "RETREAT/resign: Evo Morales >", "CONCEDE"),
        ("The defence minister tendered his resignation.", "RETREAT/resign: defence minister >", "CONCEDE"),
    ],
    "barring entry is REJECT, expelling a person COERCE deport, expelling diplomats or a body SANCTION expel": [
        ("Israel denied entry to two American lawmakers.", "REJECT: Israel > two American lawmakers", "SANCTION"),
        ("Egypt refused entry to a Qatari delegation.", "REJECT: Egypt >", "SANCTION"),
        ("Turkey deported eleven Iraqi migrants.", "COERCE/deport: Turkey > eleven Iraqi migrants", "SANCTION"),
        ("Tanzania expelled a Kenyan journalist.", "COERCE/deport: Tanzania > Kenyan journalist", "SANCTION"),
        ("Poland expelled three Russian diplomats.", "SANCTION/expel: Poland > three Russian diplomats", "COERCE"),
        ("Mali expelled the French ambassador.", "SANCTION/expel: Mali >", "COERCE"),
    ],
    "people made to flee are SANCTION expel by whoever made them flee": [
        ("Myanmar's army drove thousands of Rohingya from their villages.", "SANCTION/expel: > Rohingya", "RETREAT"),
        ("Serb forces forced Bosnian Muslims to flee their homes.", "SANCTION/expel", "RETREAT"),
        ("Boko Haram displaced two million people in Nigeria.", "SANCTION/expel: Boko Haram > two million people", "RETREAT"),
    ],
    "a conviction is SANCTION convict, a prison sentence COERCE arrest as well, the accusation is not coded": [
        ("A court in Paris convicted former president Nicolas Sarkozy of corruption.", "SANCTION/convict: > Nicolas Sarkozy", "ACCUSE"),
        ("The tribunal found the general guilty of war crimes.", "SANCTION/convict: tribunal > general", "ACCUSE"),
        ("A Belarusian court convicted the blogger and sentenced him to five years in prison.", "SANCTION/convict\nCOERCE/arrest", "ACCUSE"),
    ],
    "an arrest warrant in absentia is THREATEN arrest, any other is COERCE arrest": [
        ("A Spanish judge issued an arrest warrant in absentia for Carles Puigdemont.", "THREATEN/arrest", "COERCE"),
        ("An Iraqi court issued an arrest warrant for the former governor.", "COERCE/arrest: > former governor", "THREATEN"),
        ("Police in Lagos issued a warrant for the arrest of the senator.", "COERCE/arrest: > senator", "THREATEN"),
    ],
    "combatants who are captured are ASSAULT abduct": [
        ("Ukrainian forces captured ten Russian soldiers.", "ASSAULT/abduct: Ukrainian forces > ten Russian soldiers", "COERCE"),
        ("The rebels took twenty government soldiers prisoner.", "ASSAULT/abduct: rebels > twenty government soldiers", "COERCE"),
        ("Hamas captured an Israeli soldier near Gaza.", "ASSAULT/abduct: Hamas > Israeli soldier", "COERCE"),
    ],
    "a joint exercise is COOPERATE, one country's own MOBILIZE": [
        ("Russia and China held joint naval drills in the Baltic Sea.", "COOPERATE: Russia; China >", "MOBILIZE"),
        ("Indian troops took part in a joint exercise with American marines.", "COOPERATE", "MOBILIZE"),
        ("North Korea conducted a military exercise near the border.", "MOBILIZE: North Korea >", "COOPERATE"),
        ("Iran's navy began war games in the Strait of Hormuz.", "MOBILIZE", "COOPERATE"),
    ],
    "troops sent for disaster relief are AID": [
        ("Turkey sent troops to Pakistan to help earthquake victims.", "AID: Turkey > Pakistan", "MOBILIZE"),
        ("Australia deployed soldiers to Tonga for disaster relief.", "AID: Australia > Tonga", "MOBILIZE"),
        ("Ethiopia sent troops to the Sudanese border.", "MOBILIZE/troops: Ethiopia >", "AID"),
    ],
    "a payment that a court orders is SANCTION, voluntary reparation AID": [
        ("A court in Seoul ordered the Japanese company to pay compensation to the workers.", "SANCTION: court > Japanese company", "CONCEDE"),
        ("Germany paid reparations to Namibia.", "AID: Germany > Namibia", "SANCTION CONCEDE"),
        ("Germany paid 30 million euros in compensation to Namibia.", "AID: Germany > Namibia", "SANCTION"),
    ],
    "two-sided violence and meetings without host and guest have actors only": [
        ("Indian and Pakistani troops exchanged fire in Kashmir.", "ASSAULT/firearms: Indian troops; Pakistani troops >", ""),
        ("Clashes between the army and rebels killed 20 people in Idlib.", "ASSAULT: army; rebels >", ""),
        ("Joe Biden and Vladimir Putin met in Geneva.", "CONSULT: Joe Biden; Vladimir Putin >", ""),
        ("The talks between Serbia and Kosovo lasted six hours.", "CONSULT: Serbia; Kosovo >", ""),
    ],
    "the visitor is the actor, the host the recipient": [
        ("German Chancellor Angela Merkel visited Ukraine.", "CONSULT/visit: Angela Merkel > Ukraine", ""),
        ("Ukraine received German Chancellor Angela Merkel in Kyiv.", "CONSULT/visit: Angela Merkel > Ukraine", ""),
        ("King Abdullah hosted Egyptian President Abdel Fattah el-Sisi in Amman.", "CONSULT/visit: Abdel Fattah el-Sisi >", ""),
        ("The visit of the Iranian foreign minister to Damascus ended on Sunday.", "CONSULT/visit: > Syria", ""),
    ],
    "compound actors stay one event": [
        ("France, Germany and Italy condemned Iran.", "ACCUSE/disapprove: France; Germany; Italy > Iran", ""),
        ("Angola was condemned by Zambia and Malawi.", "ACCUSE/disapprove: Zambia; Malawi > Angola", ""),
        ("Kenya and Uganda sent aid to Somalia and South Sudan.", "AID: Kenya; Uganda > Somalia; South Sudan", ""),
    ],
    "what is past, to come, supposed or denied keeps its type": [
        ("In 1990 Iraq invaded Kuwait.", "ASSAULT: Iraq > Kuwait | 1990-01-01..1990-12-31", ""),
        ("Russia did not attack Georgia.", "ASSAULT: Russia > Georgia | denied", ""),
        ("If China attacks Taiwan, the United States will intervene.", "ASSAULT: China > Taiwan | hypothetical", ""),
        ("The police may arrest the opposition leader.", "COERCE/arrest: police > opposition leader | hypothetical", ""),
    ],
}
# Cases that are known to go wrong; one that comes right must leave the list.
WRONG: set[str] = set()


def meets(event: dict, line: str) -> bool:
    """As `fits`; the sides may be left out, or one of them begin with nothing (": > Syria": whoever did it)."""
    head, _, rest = line.partition(" | ")
    type_, _, sides = head.partition(":")
    if f"{event['type']}/{event['mode']}" != type_ and event["type"] != type_:
        return False
    full = f"{event['type']}{'/' + event['mode'] if event['mode'] else ''}"
    mine = shown(event).split(" | ")[0].removeprefix(full + ":")
    actors, _, recipients = (p.strip() for p in mine.partition(">"))
    wanted, _, to = (p.strip() for p in sides.partition(">"))
    if (wanted and wanted != actors) or (to and to != recipients):
        return False
    return not rest or fits(event, f"{full}:{mine} | {rest}".replace(":  >", ": >"))


def problems(events: list[dict], wanted: str, never: str) -> str:
    missing = [line for line in wanted.splitlines() if not any(meets(e, line) for e in events)]
    banned = [shown(e) for e in events if {e["type"], f"{e['type']}/{e['mode']}"} & set(never.split())]
    return "\n".join([*(f"missing: {m}" for m in missing), *(f"must not be: {b}" for b in banned), *(["found:", *map(shown, events)] if missing or banned else [])])


@pytest.fixture(scope="module")
def code(coder):
    return lambda text: coder(text, published="2021-11-15").records(("events",))


@pytest.mark.parametrize("rule", RULES)
def test_each_rule(code, rule: str) -> None:
    found = {text: problems(code(text), wanted, never) for text, wanted, never in RULES[rule]}
    assert {t: p for t, p in found.items() if p and t not in WRONG} == {}
    assert [t for t, p in found.items() if not p and t in WRONG] == [], "right now: take it out of WRONG"


def test_every_rule_has_several_sentences() -> None:
    assert all(len(cases) > 2 for cases in RULES.values())
    assert WRONG <= {text for cases in RULES.values() for text, _, _ in cases}
