"""English irregular verbs (base, past, participle) and nouns (plural, singular): facts of grammar, typed by hand."""

VERBS = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|befall befell befallen
begin began begun|behold beheld beheld|bend bent bent|beset beset beset|bet bet bet|bid bid bid|bind bound bound
bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought
broadcast broadcast broadcast|build built built|burn burnt burnt|burst burst burst|buy bought bought|cast cast cast
catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut
deal dealt dealt|dig dug dug|dive dove dived|do did done|draw drew drawn|dream dreamt dreamt|drink drank drunk
drive drove driven|dwell dwelt dwelt|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought
find found found|flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden|forecast forecast forecast
foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone
forsake forsook forsaken|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground
grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt
keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|lean leant leant|leap leapt leapt
learn learnt learnt|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost
make made made|mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken
misunderstand misunderstood misunderstood|offset offset offset|outdo outdid outdone|overcome overcame overcome
overhear overheard overheard|override overrode overridden|overrun overran overrun|oversee oversaw overseen
overtake overtook overtaken|overthrow overthrew overthrown|partake partook partaken|pay paid paid|plead pled pled
prove proved proven|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|redo redid redone
remake remade remade|repay repaid repaid|rerun reran rerun|resell resold resold|reset reset reset
rethink rethought rethought|retell retold retold|rewrite rewrote rewritten|rid rid rid|ride rode ridden|ring rang rung
rise rose risen|run ran run|saw sawed sawn|say said said|see saw seen|seek sought sought|sell sold sold
send sent sent|set set set|sew sewed sewn|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot
show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|slay slew slain
sleep slept slept|slide slid slid|sling slung slung|slit slit slit|smell smelt smelt|sow sowed sown
speak spoke spoken|speed sped sped|spell spelt spelt|spend spent spent|spill spilt spilt|spin spun spun
spit spat spat|split split split|spoil spoilt spoilt|spread spread spread|spring sprang sprung|stand stood stood
steal stole stolen|stick stuck stuck|sting stung stung|stink stank stunk|strew strewed strewn|stride strode stridden
strike struck struck|string strung strung|strive strove striven|swear swore sworn|sweep swept swept
swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn
tell told told|think thought thought|throw threw thrown|thrust thrust thrust|tread trod trodden
undercut undercut undercut|undergo underwent undergone|understand understood understood
undertake undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken
wear wore worn|weave wove woven|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn
withhold withheld withheld|withstand withstood withstood|wring wrung wrung|write wrote written
"""

NOUNS = """
men man|women woman|children child|people people|feet foot|teeth tooth|geese goose|mice mouse|lives life|wives wife
knives knife|thieves thief|halves half|leaves leaf|loaves loaf|shelves shelf|wolves wolf|calves calf|elves elf
selves self|crises crisis|analyses analysis|bases base|theses thesis|hypotheses hypothesis|diagnoses diagnosis
parentheses parenthesis|oases oasis|axes axe|criteria criterion|phenomena phenomenon|data datum|media media
bacteria bacterium|referenda referendum|memoranda memorandum|strata stratum|curricula curriculum|addenda addendum
nuclei nucleus|stimuli stimulus|alumni alumnus|fungi fungus|cacti cactus|indices index|matrices matrix
appendices appendix|vertices vertex|troops troop|headquarters headquarters|series series|species species
means means|news news|aircraft aircraft|hovercraft hovercraft|spacecraft spacecraft|sheep sheep|fish fish
gallows gallows|barracks barracks|crossroads crossroads|politics politics|economics economics|customs customs
police police|personnel personnel|militia militia|militias militia|servicemen serviceman|servicewomen servicewoman
policemen policeman|policewomen policewoman|gunmen gunman|congressmen congressman|congresswomen congresswoman
spokesmen spokesman|spokeswomen spokeswoman|spokespeople spokesperson|businessmen businessman|fishermen fisherman
tribesmen tribesman|clansmen clansman|clergymen clergyman|statesmen statesman|chairmen chairman|lawmen lawman
countrymen countryman|airmen airman|guardsmen guardsman|grandchildren grandchild|taliban taliban|mujahideen mujahideen
passers-by passer-by|coups coup|buses bus|viruses virus|gases gas|focuses focus|caucuses caucus|heroes hero
vetoes veto|embargoes embargo|potatoes potato|cargoes cargo|echoes echo|torpedoes torpedo|goods goods|arms arms
thanks thanks|outskirts outskirts|proceeds proceeds|clothes clothes|shoes shoe|movies movie|ties tie|lies lie
pies pie|zombies zombie|rookies rookie|calories calorie|cookies cookie|hippies hippie|houses house|causes cause
clauses clause|phrases phrase|responses response|licenses license|expenses expense|defenses defense|offenses offense
nurses nurse|horses horse|courses course|forces force|purchases purchase|axles axle|aches ache|caches cache
headaches headache|niches niche|avalanches avalanche|releases release|leases lease|increases increase
cases case|phases phase|databases database|purposes purpose|noses nose|roses rose|exercises exercise|promises promise
premises premise|enterprises enterprise|franchises franchise|uses use|ruses ruse|excuses excuse|abuses abuse
"""

# Regular verbs of the news that PropBank's frames do not have.
MORE = """
airdrop amnesty behead blacklist blindside bludgeon bombard bushwhack cajole carjack co-opt coalesce commandeer commiserate condole conscript
counterattack criminalize deescalate defund dehumanize delegitimize delist demilitarize demine demobilize denuclearize deradicalize
destabilize disinvite disembowel disinform doorstep encamp enthrone eulogize exfiltrate expropriate extradite filibuster firebomb
frogmarch gazump gerrymander greenlight grandstand handcuff hobnob hoodwink humiliate immiserate impound incarcerate indoctrinate infiltrate
internationalize jettison kettle kneecap lambast lambaste legitimize manhandle maraud marginalize militarize mothball nationalize
normalize occupy outgun outmanoeuvre outmaneuver overfly parley pepper-spray pillage politicize privatize proselytize radicalize
ransack rearm rebuke recapture refoul refuel reinstate relaunch repatriate resettle resupply retake sabotage sanction scuttle
securitize shanghai shell shutter stonewall strafe strongarm subjugate subpoena surveil tailgate tear-gas teargas terrorize torpedo traffic
unfreeze unseat upend vilify waterboard weaponize whitewash wiretap
"""


def verbs() -> dict[str, dict[str, str]]:
    """{tag: {form: lemma}} of the irregular verbs."""
    out: dict[str, dict[str, str]] = {"VBD": {}, "VBN": {}}
    for item in VERBS.replace("\n", "|").split("|"):
        if item.strip():
            base, past, participle = item.split()
            out["VBD"].setdefault(past, base)
            out["VBN"].setdefault(participle, base)
    # Where two verbs share a form, the commoner in the news.
    out["VBD"] |= {"got": "get", "lay": "lie", "saw": "see", "bound": "bind", "found": "find", "was": "be", "were": "be"}
    out["VBN"] |= {"got": "get", "been": "be", "bore": "bear", "born": "bear", "hewn": "hew", "found": "find"}
    return out


def more_verbs() -> set[str]:
    """Regular verbs of the news."""
    return {v for v in MORE.split() if v.isalpha()}


def british(verbs: set[str]) -> set[str]:
    """British spellings of American verbs: honour, organise, analyse, centre, defence is none."""
    out = set()
    for verb in verbs:
        if verb in _OUR:
            out.add(verb[:-2] + "our")
        elif verb.endswith(("ize", "yze")) and len(verb) > 5:
            out.add(verb[:-2] + "se")
    return out | {"centre", "programme", "licence", "practise", "cheque", "fulfil", "enrol", "instil", "skilful", "manoeuvre", "plough", "counsel"}


_OUR = frozenset("honor favor labor harbor color endeavor rumor savor neighbor armor vapor clamor humor parlor dishonor discolor disfavor".split())


def nouns() -> dict[str, str]:
    """{plural: singular}."""
    pairs = [item.split() for item in NOUNS.replace("\n", "|").split("|") if item.strip()]
    return dict(pairs)
