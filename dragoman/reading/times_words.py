"""The words that time expressions are made of, and what each stands for. Keys are lower-case, without full stops."""

from __future__ import annotations

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
# Words that are also verbs, titles or names: a month only where the words around say so.
DOUBTFUL_MONTHS = frozenset({"may", "march", "mar", "jan", "august", "april", "june"})

WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday weds wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
# "Sun", "Sat", "Wed", "Mon" are newspapers, verbs and peoples: a weekday only in front of a date.
SHORT_WEEKDAYS = frozenset({"mon", "tue", "wed", "thur", "thu", "fri", "sat", "sun"})

# Season -> (TIMEX3 code, first month, last month), northern and meteorological. Winter runs into the next year.
SEASONS: dict[str, tuple[str, int, int]] = {
    "spring": ("SP", 3, 5),
    "summer": ("SU", 6, 8),
    "autumn": ("FA", 9, 11),
    "fall": ("FA", 9, 11),
    "winter": ("WI", 12, 2),
}

DAY_PARTS: dict[str, str] = {
    "morning": "TMO",
    "dawn": "TMO",
    "daybreak": "TMO",
    "midday": "TMI",
    "noon": "TMI",
    "lunchtime": "TMI",
    "afternoon": "TAF",
    "evening": "TEV",
    "dusk": "TEV",
    "sunset": "TEV",
    "night": "TNI",
    "midnight": "TNI",
}
ZONES = frozenset(
    "gmt utc est edt pst pdt cst cdt cet cest bst ist msk eet eest et pt ct jst aest local zulu".split()
)

# Unit -> (TIMEX3 letter, grain). Plurals are added below.
_UNITS = {
    "second": ("TS", "time"),
    "minute": ("TM", "time"),
    "hour": ("TH", "time"),
    "day": ("D", "day"),
    "night": ("N", "day"),
    "weekend": ("WE", "day"),
    "week": ("W", "week"),
    "fortnight": ("2W", "week"),
    "month": ("M", "month"),
    "quarter": ("Q", "quarter"),
    "year": ("Y", "year"),
    "decade": ("DE", "decade"),
    "century": ("CE", "century"),
}
UNITS: dict[str, tuple[str, str]] = {
    **_UNITS,
    **{unit + "s": code for unit, code in _UNITS.items()},
    "centuries": ("CE", "century"),
    "yr": ("Y", "year"),
    "yrs": ("Y", "year"),
    "hrs": ("TH", "time"),
    "mins": ("TM", "time"),
}
PLURAL_UNITS = frozenset(
    "seconds minutes hours days nights weeks months years decades centuries weekends fortnights".split()
)

NUMBERS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
TENS: dict[str, int] = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
NUMBERS.update(TENS)
VAGUE_NUMBERS = frozenset({"few", "several", "many", "some"})

ORDINALS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
ORDINALS["twenty-first"] = 21

DECADE_WORDS: dict[str, int] = {
    "twenties": 192,
    "thirties": 193,
    "forties": 194,
    "fifties": 195,
    "sixties": 196,
    "seventies": 197,
    "eighties": 198,
    "nineties": 199,
}

# Adverbs and adjectives of frequency -> the period that a SET repeats by.
FREQUENCY: dict[str, str] = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P3M",
    "annual": "P1Y",
    "annually": "P1Y",
    "yearly": "P1Y",
    "biannual": "P6M",
    "biennial": "P2Y",
}
LONG_WORDS: dict[str, str] = {
    "daylong": "P1D",
    "weeklong": "P1W",
    "monthlong": "P1M",
    "yearlong": "P1Y",
    "decadelong": "P1DE",
    "monthslong": "PXM",
    "yearslong": "PXY",
    "weekslong": "PXW",
    "decadeslong": "PXDE",
}

# What comes before a year that makes it a year, and what makes it something else.
YEAR_LEADS = frozenset(
    "in since by during until till before after from of to between and late early mid through throughout year "
    "around circa the a an his her its their our this that 's ’s ( , - – — / or for until as back end".split()
)
NOT_YEAR_LEADS = frozenset(
    "about some nearly almost over than least most approximately roughly up under only exactly another additional "
    "flight resolution agenda vision boeing airbus no number article section room route highway chapter act rule "
    "page $ £ € # at directive regulation order unit group level event model bus train convoy".split()
)
COUNTED = frozenset(
    "people persons men women children troops soldiers fighters militants police officers personnel civilians "
    "refugees prisoners migrants families homes houses houses villages deaths casualties victims cases members "
    "workers students protesters demonstrators killed wounded injured dead euros dollars pounds km kilometres "
    "kilometers miles metres meters tonnes tons kg barrels hectares acres feet ft mw percent % per hours days "
    "weeks months years year vehicles tanks aircraft missiles rockets companies schools jobs voters votes seats "
    "delegates inmates detainees settlers rebels gunmen insurgents others million billion".split()
)

FUNCTION_WORDS = frozenset(
    "a an the and or but nor so yet if when while as at by for from in into of off on onto out over to under until "
    "up with within without he she it they we you i who whom which that this these those his her its their is are "
    "was were be been being has have had do does did will would shall should can could may might must not after "
    "before since because although though where there than then also said says told according amid against between "
    "during through about across along among around despite following per via still already only just".split()
)

FUTURE_CUES = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "upcoming", "forthcoming", "gonna", "coming"})
PLAN_CUES = frozenset(
    "plan plans planned planning scheduled slated expected due set poised intend intends intended hopes hope aims "
    "aim vowed pledged agreed promised agrees preparing prepares prepare ready likely supposed".split()
)
# Common verbs whose past tense does not end in -ed: for docs that carry no tags.
PAST_VERBS = frozenset(
    "said told met held began came went took gave made became fell fought found got grew hit kept knew led left lost "
    "paid put ran rose sat saw sent shot shut sold spoke stood stole struck swore taught thought threw won wore wrote "
    "broke brought built burst bought caught chose cut dealt drew drove fed felt fled flew forbade forgot froze hid "
    "hurt laid lay lent let meant read rode sank set shook slew split spread sprang was were had did has".split()
)
