"""Time expressions: one table of sentences, and what must hold for any text."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.reading.named_times import easter, named_times
from dragoman.reading.times import find_times
from tests.counting import calls

NLP = spacy.blank("en")
PUBLISHED = "2021-11-15"  # a Monday

# sentence, text, from, to, grain, timex, value: read on PUBLISHED
CASES = (
    ("Gunmen stormed the station on 15 November 2021.", "15 November 2021", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("The treaty was signed on November 15, 2021.", "November 15, 2021", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("A convoy was hit on Nov. 15.", "Nov. 15", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("Police released the report on Nov 15th, 2021.", "Nov 15th, 2021", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("The blast of the 15th of November, 2021, killed nine.", "the 15th of November, 2021", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("Rebels left the town on 15th November.", "15th November", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("He resigned in November 2021.", "November 2021", "2021-11-01", "2021-11-30", "month", "DATE", "2021-11"),
    ("He resigned in November, 2021.", "November, 2021", "2021-11-01", "2021-11-30", "month", "DATE", "2021-11"),
    ("The log is dated 2021-11-15.", "2021-11-15", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("The log is dated 2021/11/15.", "2021/11/15", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("It was sealed on 15/11/2021 in Vienna.", "15/11/2021", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("It was sealed on 11/15/2021 in Vienna.", "11/15/2021", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("It was sealed on 03/04/2021 in Vienna.", "03/04/2021", "2021-04-03", "2021-04-03", "day", "DATE", "2021-04-03"),
    ("It was sealed on 15.11.2021 in Vienna.", "15.11.2021", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("The order of 15-Nov-2021 stands.", "15-Nov-2021", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("On Monday, 15 November 2021, the border reopened.", "Monday, 15 November 2021", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("On Monday, Nov. 15, the border reopened.", "Monday, Nov. 15", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("On Monday (November 15) the border reopened.", "Monday (November 15)", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("The envoy left on Sunday 14 November.", "Sunday 14 November", "2021-11-14", "2021-11-14", "day", "DATE", "2021-11-14"),
    ("The envoy left Fri, 12 Nov 2021.", "Fri, 12 Nov 2021", "2021-11-12", "2021-11-12", "day", "DATE", "2021-11-12"),
    ("Clashes broke out in May.", "May", "2021-05-01", "2021-05-31", "month", "DATE", "2021-05"),
    ("Clashes broke out in March.", "March", "2021-03-01", "2021-03-31", "month", "DATE", "2021-03"),
    ("Clashes broke out in December.", "December", "2020-12-01", "2020-12-31", "month", "DATE", "2020-12"),
    ("Elections will be held in May.", "May", "2022-05-01", "2022-05-31", "month", "DATE", "2022-05"),
    ("Elections will be held in December.", "December", "2021-12-01", "2021-12-31", "month", "DATE", "2021-12"),
    ("Elections are scheduled for March.", "March", "2022-03-01", "2022-03-31", "month", "DATE", "2022-03"),
    ("Protests peaked in Sept. 2019.", "Sept. 2019", "2019-09-01", "2019-09-30", "month", "DATE", "2019-09"),
    ("The cabinet fell in November of last year.", "November of last year", "2020-11-01", "2020-11-30", "month", "DATE", "2020-11"),
    ("The cabinet fell in May last year.", "May last year", "2020-05-01", "2020-05-31", "month", "DATE", "2020-05"),
    ("The cabinet fell in June this year.", "June this year", "2021-06-01", "2021-06-30", "month", "DATE", "2021-06"),
    ("The deal will lapse in June next year.", "June next year", "2022-06-01", "2022-06-30", "month", "DATE", "2022-06"),
    ("The base was closed in 2019.", "2019", "2019-01-01", "2019-12-31", "year", "DATE", "2019"),
    ("The 2016 deal collapsed.", "2016", "2016-01-01", "2016-12-31", "year", "DATE", "2016"),
    ("Turkey's 2016 coup attempt failed.", "2016", "2016-01-01", "2016-12-31", "year", "DATE", "2016"),
    ("Fighting resumed in late 2016.", "late 2016", "2016-09-01", "2016-12-31", "year", "DATE", "2016"),
    ("Fighting resumed in early 2016.", "early 2016", "2016-01-01", "2016-04-30", "year", "DATE", "2016"),
    ("Fighting resumed in mid-2016.", "mid-2016", "2016-05-01", "2016-08-31", "year", "DATE", "2016"),
    ("Fighting resumed in early March.", "early March", "2021-03-01", "2021-03-10", "month", "DATE", "2021-03"),
    ("Fighting resumed in mid-June.", "mid-June", "2021-06-11", "2021-06-20", "month", "DATE", "2021-06"),
    ("Fighting resumed in late October.", "late October", "2021-10-21", "2021-10-31", "month", "DATE", "2021-10"),
    ("Fighting resumed in late March 2020.", "late March 2020", "2020-03-21", "2020-03-31", "month", "DATE", "2020-03"),
    ("Guerrillas ruled the hills in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31", "decade", "DATE", "199"),
    ("Guerrillas ruled the hills in the early 1990s.", "the early 1990s", "1990-01-01", "1993-12-31", "decade", "DATE", "199"),
    ("Guerrillas ruled the hills in the late 1980s.", "the late 1980s", "1987-01-01", "1989-12-31", "decade", "DATE", "198"),
    ("Guerrillas ruled the hills in the mid-1970s.", "the mid-1970s", "1974-01-01", "1976-12-31", "decade", "DATE", "197"),
    ("Guerrillas ruled the hills in the '80s.", "the '80s", "1980-01-01", "1989-12-31", "decade", "DATE", "198"),
    ("Guerrillas ruled the hills in the nineties.", "the nineties", "1990-01-01", "1999-12-31", "decade", "DATE", "199"),
    ("The line was drawn in the 19th century.", "the 19th century", "1801-01-01", "1900-12-31", "century", "DATE", "18"),
    ("The line was drawn in the twentieth century.", "the twentieth century", "1901-01-01", "2000-12-31", "century", "DATE", "19"),
    ("The line was drawn in the early 20th century.", "the early 20th century", "1901-01-01", "1934-05-02", "century", "DATE", "19"),
    ("The line was drawn in the 1800s.", "the 1800s", "1800-01-01", "1899-12-31", "century", "DATE", "18"),
    ("The vote is on the 20th.", "the 20th", "2021-10-20", "2021-10-20", "day", "DATE", "2021-10-20"),
    ("The vote took place on the 12th.", "the 12th", "2021-11-12", "2021-11-12", "day", "DATE", "2021-11-12"),
    ("The army entered the town today.", "today", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("The army entered the town yesterday.", "yesterday", "2021-11-14", "2021-11-14", "day", "DATE", "2021-11-14"),
    ("The army will enter the town tomorrow.", "tomorrow", "2021-11-16", "2021-11-16", "day", "DATE", "2021-11-16"),
    ("The army entered the town the day before yesterday.", "the day before yesterday", "2021-11-13", "2021-11-13", "day", "DATE", "2021-11-13"),
    ("The army will leave the day after tomorrow.", "the day after tomorrow", "2021-11-17", "2021-11-17", "day", "DATE", "2021-11-17"),
    ("The army left tonight.", "tonight", "2021-11-15", "2021-11-15", "time", "TIME", "2021-11-15TNI"),
    ("The army left last night.", "last night", "2021-11-14", "2021-11-14", "time", "TIME", "2021-11-14TNI"),
    ("Shells fell overnight.", "overnight", "2021-11-14", "2021-11-15", "time", "TIME", "2021-11-14TNI"),
    ("The minister arrived on Monday.", "Monday", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("The minister arrived on Tuesday.", "Tuesday", "2021-11-09", "2021-11-09", "day", "DATE", "2021-11-09"),
    ("The minister arrived on Sunday.", "Sunday", "2021-11-14", "2021-11-14", "day", "DATE", "2021-11-14"),
    ("The minister will arrive on Tuesday.", "Tuesday", "2021-11-16", "2021-11-16", "day", "DATE", "2021-11-16"),
    ("The minister will arrive on Monday.", "Monday", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("The minister plans to arrive on Friday.", "Friday", "2021-11-19", "2021-11-19", "day", "DATE", "2021-11-19"),
    ("The minister is to arrive on Friday.", "Friday", "2021-11-19", "2021-11-19", "day", "DATE", "2021-11-19"),
    ("The minister said on Friday that he will resign.", "Friday", "2021-11-12", "2021-11-12", "day", "DATE", "2021-11-12"),
    ("The minister was killed on Friday and will be buried at home.", "Friday", "2021-11-12", "2021-11-12", "day", "DATE", "2021-11-12"),
    ("The minister is expected to land on Thursday.", "Thursday", "2021-11-18", "2021-11-18", "day", "DATE", "2021-11-18"),
    ("Talks would resume on Thursday, he said.", "Thursday", "2021-11-18", "2021-11-18", "day", "DATE", "2021-11-18"),
    ("On Saturday, the talks collapsed.", "Saturday", "2021-11-13", "2021-11-13", "day", "DATE", "2021-11-13"),
    ("On Saturday, the talks will resume.", "Saturday", "2021-11-20", "2021-11-20", "day", "DATE", "2021-11-20"),
    ("Troops left last Monday.", "last Monday", "2021-11-08", "2021-11-08", "day", "DATE", "2021-11-08"),
    ("Troops left last Friday.", "last Friday", "2021-11-12", "2021-11-12", "day", "DATE", "2021-11-12"),
    ("Troops will leave next Tuesday.", "next Tuesday", "2021-11-16", "2021-11-16", "day", "DATE", "2021-11-16"),
    ("Troops will leave next Monday.", "next Monday", "2021-11-22", "2021-11-22", "day", "DATE", "2021-11-22"),
    ("Troops will leave this Friday.", "this Friday", "2021-11-19", "2021-11-19", "day", "DATE", "2021-11-19"),
    ("Troops left this past Thursday.", "this past Thursday", "2021-11-11", "2021-11-11", "day", "DATE", "2021-11-11"),
    ("Troops left on Monday last week.", "Monday last week", "2021-11-08", "2021-11-08", "day", "DATE", "2021-11-08"),
    ("Troops will leave on Monday of next week.", "Monday of next week", "2021-11-22", "2021-11-22", "day", "DATE", "2021-11-22"),
    ("The talks stalled this week.", "this week", "2021-11-15", "2021-11-21", "week", "DATE", "2021-W46"),
    ("The talks stalled last week.", "last week", "2021-11-08", "2021-11-14", "week", "DATE", "2021-W45"),
    ("The talks will resume next week.", "next week", "2021-11-22", "2021-11-28", "week", "DATE", "2021-W47"),
    ("The talks stalled this month.", "this month", "2021-11-01", "2021-11-30", "month", "DATE", "2021-11"),
    ("The talks stalled last month.", "last month", "2021-10-01", "2021-10-31", "month", "DATE", "2021-10"),
    ("The talks will resume next month.", "next month", "2021-12-01", "2021-12-31", "month", "DATE", "2021-12"),
    ("The talks stalled this year.", "this year", "2021-01-01", "2021-12-31", "year", "DATE", "2021"),
    ("The talks stalled last year.", "last year", "2020-01-01", "2020-12-31", "year", "DATE", "2020"),
    ("The talks will resume next year.", "next year", "2022-01-01", "2022-12-31", "year", "DATE", "2022"),
    ("The talks stalled last weekend.", "last weekend", "2021-11-13", "2021-11-14", "day", "DATE", "2021-W45-WE"),
    ("The talks stalled at the weekend.", "the weekend", "2021-11-13", "2021-11-14", "day", "DATE", "2021-W45-WE"),
    ("The talks will resume at the weekend.", "the weekend", "2021-11-20", "2021-11-21", "day", "DATE", "2021-W46-WE"),
    ("The talks will resume next weekend.", "next weekend", "2021-11-27", "2021-11-28", "day", "DATE", "2021-W47-WE"),
    ("Prices rose last quarter.", "last quarter", "2021-07-01", "2021-09-30", "quarter", "DATE", "2021-Q3"),
    ("Prices rose this quarter.", "this quarter", "2021-10-01", "2021-12-31", "quarter", "DATE", "2021-Q4"),
    ("The front was quiet last summer.", "last summer", "2021-06-01", "2021-08-31", "season", "DATE", "2021-SU"),
    ("The front was quiet last winter.", "last winter", "2020-12-01", "2021-02-28", "season", "DATE", "2020-WI"),
    ("The offensive is planned for next spring.", "next spring", "2022-03-01", "2022-05-31", "season", "DATE", "2022-SP"),
    ("The front was quiet last May.", "last May", "2021-05-01", "2021-05-31", "month", "DATE", "2021-05"),
    ("The front was quiet last December.", "last December", "2020-12-01", "2020-12-31", "month", "DATE", "2020-12"),
    ("The offensive is planned for next March.", "next March", "2022-03-01", "2022-03-31", "month", "DATE", "2022-03"),
    ("The pact was sealed two weeks ago.", "two weeks ago", "2021-11-01", "2021-11-07", "week", "DATE", "2021-W44"),
    ("The pact was sealed a week ago.", "a week ago", "2021-11-08", "2021-11-14", "week", "DATE", "2021-W45"),
    ("The pact was sealed three days ago.", "three days ago", "2021-11-12", "2021-11-12", "day", "DATE", "2021-11-12"),
    ("The pact was sealed six months ago.", "six months ago", "2021-05-01", "2021-05-31", "month", "DATE", "2021-05"),
    ("The pact was sealed two years ago.", "two years ago", "2019-01-01", "2019-12-31", "year", "DATE", "2019"),
    ("The pact was sealed a decade ago.", "a decade ago", "2011-01-01", "2011-12-31", "year", "DATE", "2011"),
    ("The pact was sealed twenty-five years ago.", "twenty-five years ago", "1996-01-01", "1996-12-31", "year", "DATE", "1996"),
    ("The pact was sealed several days ago.", "several days ago", None, None, "day", "DATE", "PAST_REF"),
    ("The pact was sealed three hours ago.", "three hours ago", "2021-11-15", "2021-11-15", "time", "TIME", "2021-11-15"),
    ("He arrived on November 10. Three days earlier, he had fled.", "Three days earlier", "2021-11-07", "2021-11-07", "day", "DATE", "2021-11-07"),
    ("He arrived on November 10. Two days later, he fled.", "Two days later", "2021-11-12", "2021-11-12", "day", "DATE", "2021-11-12"),
    ("He arrived on November 10. The previous day, he had been freed.", "The previous day", "2021-11-09", "2021-11-09", "day", "DATE", "2021-11-09"),
    ("He arrived on November 10. The next day he was freed.", "The next day", "2021-11-11", "2021-11-11", "day", "DATE", "2021-11-11"),
    ("He arrived on November 10. The following week he was freed.", "The following week", "2021-11-15", "2021-11-21", "week", "DATE", "2021-W46"),
    ("He arrived on November 10, 2018. A year later he was freed.", "A year later", "2019-01-01", "2019-12-31", "year", "DATE", "2019"),
    ("He arrived on November 10, 2018. The year before, he had been freed.", "The year before", "2017-01-01", "2017-12-31", "year", "DATE", "2017"),
    ("He arrived on November 10. The same day, he was freed.", "The same day", "2021-11-10", "2021-11-10", "day", "DATE", "2021-11-10"),
    ("Violence has grown in the past decade.", "the past decade", "2011-11-15", "2021-11-15", "decade", "DURATION", "P1DE"),
    ("Violence has grown in the past two weeks.", "the past two weeks", "2021-11-01", "2021-11-15", "week", "DURATION", "P2W"),
    ("Violence has grown over the last five years.", "the last five years", "2016-11-15", "2021-11-15", "year", "DURATION", "P5Y"),
    ("Violence has grown in the past week.", "the past week", "2021-11-08", "2021-11-15", "week", "DURATION", "P1W"),
    ("Violence has grown in the last 24 hours.", "the last 24 hours", "2021-11-14", "2021-11-15", "time", "DURATION", "PT24H"),
    ("Violence has grown in recent years.", "recent years", None, None, "year", "DATE", "PAST_REF"),
    ("Violence has grown in recent weeks.", "recent weeks", None, None, "week", "DATE", "PAST_REF"),
    ("Violence has grown over the past few months.", "the past few months", None, None, "month", "DURATION", "PXM"),
    ("Rain is expected in the next 48 hours.", "the next 48 hours", "2021-11-15", "2021-11-17", "time", "DURATION", "PT48H"),
    ("Rain is expected in the next two days.", "the next two days", "2021-11-15", "2021-11-17", "day", "DURATION", "P2D"),
    ("Rain is expected in the coming weeks.", "the coming weeks", None, None, "week", "DATE", "FUTURE_REF"),
    ("The council met earlier this month.", "earlier this month", "2021-11-01", "2021-11-15", "month", "DATE", "2021-11"),
    ("The council met earlier this year.", "earlier this year", "2021-01-01", "2021-11-15", "year", "DATE", "2021"),
    ("The council met earlier this week.", "earlier this week", "2021-11-15", "2021-11-15", "week", "DATE", "2021-W46"),
    ("The council will meet later this week.", "later this week", "2021-11-15", "2021-11-21", "week", "DATE", "2021-W46"),
    ("The council will meet later this month.", "later this month", "2021-11-15", "2021-11-30", "month", "DATE", "2021-11"),
    ("The council met earlier on Sunday.", "earlier on Sunday", "2021-11-14", "2021-11-14", "day", "DATE", "2021-11-14"),
    ("The council met earlier today.", "earlier today", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("The council met late on Friday.", "late on Friday", "2021-11-12", "2021-11-12", "day", "DATE", "2021-11-12"),
    ("The council met early Sunday.", "early Sunday", "2021-11-14", "2021-11-14", "day", "DATE", "2021-11-14"),
    ("The council met late last year.", "late last year", "2020-09-01", "2020-12-31", "year", "DATE", "2020"),
    ("The council will meet early next week.", "early next week", "2021-11-22", "2021-11-23", "week", "DATE", "2021-W47"),
    ("The council met at the end of last year.", "the end of last year", "2020-12-01", "2020-12-31", "year", "DATE", "2020"),
    ("The council met at the beginning of 2020.", "the beginning of 2020", "2020-01-01", "2020-01-31", "year", "DATE", "2020"),
    ("The council met in the middle of May.", "the middle of May", "2021-05-11", "2021-05-20", "month", "DATE", "2021-05"),
    ("The troops will leave by the end of the year.", "the end of the year", None, "2021-12-31", "year", "DATE", "2021"),
    ("The troops will leave before the end of the year.", "before the end of the year", None, "2021-12-31", "year", "DATE", "2021"),
    ("The troops will leave by the end of the month.", "the end of the month", None, "2021-11-30", "month", "DATE", "2021-11"),
    ("The troops stay until the end of 2022.", "until the end of 2022", None, "2022-12-31", "year", "DATE", "2022"),
    ("They have been at odds since 1979.", "1979", "1979-01-01", "2021-11-15", "year", "DATE", "1979"),
    ("They have been at odds since last year.", "last year", "2020-01-01", "2021-11-15", "year", "DATE", "2020"),
    ("They have been at odds since May 2014.", "May 2014", "2014-05-01", "2021-11-15", "month", "DATE", "2014-05"),
    ("They have been at odds since Monday.", "Monday", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("They have been at odds since at least 2011.", "2011", "2011-01-01", "2021-11-15", "year", "DATE", "2011"),
    ("They have been at odds since the 1990s.", "the 1990s", "1990-01-01", "2021-11-15", "decade", "DATE", "199"),
    ("They have been at odds since the early 2000s.", "the early 2000s", "2000-01-01", "2021-11-15", "decade", "DATE", "200"),
    ("The camp stood empty until 2014.", "until 2014", None, "2014-12-31", "year", "DATE", "2014"),
    ("The camp stood empty until May.", "until May", None, "2021-05-31", "month", "DATE", "2021-05"),
    ("The camp stood empty before 2014.", "before 2014", None, "2013-12-31", "year", "DATE", "2014"),
    ("The camp stood empty before May 2014.", "before May 2014", None, "2014-04-30", "month", "DATE", "2014-05"),
    ("The camp filled up after 2014.", "after 2014", "2015-01-01", None, "year", "DATE", "2014"),
    ("The camp filled up after May 2014.", "after May 2014", "2014-06-01", None, "month", "DATE", "2014-05"),
    ("The camp filled up after 3 May 2014.", "after 3 May 2014", "2014-05-03", None, "day", "DATE", "2014-05-03"),
    ("The camp will close by Friday.", "Friday", None, "2021-11-19", "day", "DATE", "2021-11-19"),
    ("The camp will close by 2025.", "2025", None, "2025-12-31", "year", "DATE", "2025"),
    ("The camp was hit before the 2019 elections.", "2019", "2019-01-01", "2019-12-31", "year", "DATE", "2019"),
    ("The camp was hit after Monday's attack.", "Monday", "2021-11-15", "2021-11-15", "day", "DATE", "2021-11-15"),
    ("Much has changed since the 2003 invasion.", "2003", "2003-01-01", "2003-12-31", "year", "DATE", "2003"),
    ("It held the city between 2014 and 2017.", "between 2014 and 2017", "2014-01-01", "2017-12-31", "year", "DATE", "2014/2017"),
    ("It held the city from 2014 to 2017.", "from 2014 to 2017", "2014-01-01", "2017-12-31", "year", "DATE", "2014/2017"),
    ("It held the city from 2014 until 2017.", "from 2014 until 2017", "2014-01-01", "2017-12-31", "year", "DATE", "2014/2017"),
    ("The 2014-2017 campaign was costly.", "2014-2017", "2014-01-01", "2017-12-31", "year", "DATE", "2014/2017"),
    ("The 2014–17 campaign was costly.", "2014–17", "2014-01-01", "2017-12-31", "year", "DATE", "2014/2017"),
    ("It held the city from May to July.", "from May to July", "2021-05-01", "2021-07-31", "month", "DATE", "2021-05/2021-07"),
    ("It held the city between May and July 2020.", "between May and July 2020", "2020-05-01", "2020-07-31", "month", "DATE", "2020-05/2020-07"),
    ("It held the city from November 2019 to March 2020.", "from November 2019 to March 2020", "2019-11-01", "2020-03-31", "month", "DATE", "2019-11/2020-03"),
    ("It held the city from 10 to 15 May 2020.", "from 10 to 15 May 2020", "2020-05-10", "2020-05-15", "day", "DATE", "2020-05-10/2020-05-15"),
    ("It held the city from May 10 to May 15, 2020.", "from May 10 to May 15, 2020", "2020-05-10", "2020-05-15", "day", "DATE", "2020-05-10/2020-05-15"),
    ("It held the city between 10 and 15 May 2020.", "between 10 and 15 May 2020", "2020-05-10", "2020-05-15", "day", "DATE", "2020-05-10/2020-05-15"),
    ("The summit of May 10-15, 2020 failed.", "May 10-15, 2020", "2020-05-10", "2020-05-15", "day", "DATE", "2020-05-10/2020-05-15"),
    ("The summit of 10-15 May 2020 failed.", "10-15 May 2020", "2020-05-10", "2020-05-15", "day", "DATE", "2020-05-10/2020-05-15"),
    ("Shelling lasted from Monday to Wednesday.", "from Monday to Wednesday", "2021-11-08", "2021-11-10", "day", "DATE", "2021-11-08/2021-11-10"),
    ("Shelling lasted from 2014 to the present.", "from 2014 to the present", "2014-01-01", "2021-11-15", "year", "DATE", "2014/"),
    ("It has been at war from 2003 onwards.", "from 2003 onwards", "2003-01-01", None, "year", "DATE", "2003"),
    ("Shelling peaked in May-July 2020.", "May-July 2020", "2020-05-01", "2020-07-31", "month", "DATE", "2020-05/2020-07"),
    ("Shelling peaked in May and June 2020.", "May", "2020-05-01", "2020-05-31", "month", "DATE", "2020-05"),
    ("He ruled for two decades.", "two decades", None, None, "decade", "DURATION", "P2DE"),
    ("He ruled for 20 years.", "20 years", None, None, "year", "DURATION", "P20Y"),
    ("He ruled for a year.", "a year", None, None, "year", "DURATION", "P1Y"),
    ("He ruled for two and a half years.", "two and a half years", None, None, "year", "DURATION", "P30M"),
    ("He ruled for half a century.", "half a century", None, None, "century", "DURATION", "P50Y"),
    ("He ruled for decades.", "decades", None, None, "decade", "DURATION", "PXDE"),
    ("The twenty-year presence ended.", "twenty-year", None, None, "year", "DURATION", "P20Y"),
    ("The two-decade war ended.", "two-decade", None, None, "decade", "DURATION", "P2DE"),
    ("The 18-month siege ended.", "18-month", None, None, "month", "DURATION", "P18M"),
    ("A three-day visit ended.", "three-day", None, None, "day", "DURATION", "P3D"),
    ("A week-long curfew ended.", "week-long", None, None, "week", "DURATION", "P1W"),
    ("The decades-long dispute ended.", "decades-long", None, None, "decade", "DURATION", "PXDE"),
    ("The truce lasted 48 hours.", "48 hours", None, None, "time", "DURATION", "PT48H"),
    ("The truce lasted one hundred days.", "one hundred days", None, None, "day", "DURATION", "P100D"),
    ("The blast came on Monday morning.", "Monday morning", "2021-11-15", "2021-11-15", "time", "TIME", "2021-11-15TMO"),
    ("The blast came on Sunday night.", "Sunday night", "2021-11-14", "2021-11-14", "time", "TIME", "2021-11-14TNI"),
    ("The blast came on Sunday at 9 a.m. in the market.", "Sunday at 9 a.m.", "2021-11-14", "2021-11-14", "time", "TIME", "2021-11-14T09:00"),
    ("The blast came at 9 a.m. on Sunday.", "9 a.m. on Sunday", "2021-11-14", "2021-11-14", "time", "TIME", "2021-11-14T09:00"),
    ("The blast came at 9:30 on Sunday.", "9:30 on Sunday", "2021-11-14", "2021-11-14", "time", "TIME", "2021-11-14T09:30"),
    ("The blast came at 21:00 GMT on 14 November.", "21:00 GMT on 14 November", "2021-11-14", "2021-11-14", "time", "TIME", "2021-11-14T21:00"),
    ("The blast came at 9 a.m. in the market.", "9 a.m.", None, None, "time", "TIME", "T09:00"),
    ("The blast came at noon on Sunday.", "noon on Sunday", "2021-11-14", "2021-11-14", "time", "TIME", "2021-11-14T12:00"),
    ("The blast came yesterday evening.", "yesterday evening", "2021-11-14", "2021-11-14", "time", "TIME", "2021-11-14TEV"),
    ("The blast came this morning.", "this morning", "2021-11-15", "2021-11-15", "time", "TIME", "2021-11-15TMO"),
    ("The blast came on the night of 14 November.", "the night of 14 November", "2021-11-14", "2021-11-14", "time", "TIME", "2021-11-14TNI"),
    ("The blast came in the early hours of Sunday.", "the early hours of Sunday", "2021-11-14", "2021-11-14", "time", "TIME", "2021-11-14TMO"),
    ("The blast came at 5pm on Sunday.", "5pm on Sunday", "2021-11-14", "2021-11-14", "time", "TIME", "2021-11-14T17:00"),
    ("Prices fell in the first half of 2020.", "the first half of 2020", "2020-01-01", "2020-06-30", "year", "DATE", "2020-H1"),
    ("Prices fell in the second half of 2020.", "the second half of 2020", "2020-07-01", "2020-12-31", "year", "DATE", "2020-H2"),
    ("Prices fell in the third quarter of 2020.", "the third quarter of 2020", "2020-07-01", "2020-09-30", "quarter", "DATE", "2020-Q3"),
    ("Prices fell in Q1 2020.", "Q1 2020", "2020-01-01", "2020-03-31", "quarter", "DATE", "2020-Q1"),
    ("Prices fell in the last week of May.", "the last week of May", "2021-05-25", "2021-05-31", "week", "DATE", "2021-05-25/2021-05-31"),
    ("Prices fell in the spring of 2019.", "spring of 2019", "2019-03-01", "2019-05-31", "season", "DATE", "2019-SP"),
    ("Prices fell in spring 2019.", "spring 2019", "2019-03-01", "2019-05-31", "season", "DATE", "2019-SP"),
    ("Prices fell in the winter of 2019.", "winter of 2019", "2019-12-01", "2020-02-29", "season", "DATE", "2019-WI"),
    ("Prices fell in the fall of 2019.", "fall of 2019", "2019-09-01", "2019-11-30", "season", "DATE", "2019-FA"),
    ("Prices fell in the summer.", "summer", "2021-06-01", "2021-08-31", "season", "DATE", "2021-SU"),
    ("Prices fell in fiscal year 2020.", "fiscal year 2020", "2020-01-01", "2020-12-31", "year", "DATE", "2020"),
    ("Prices fell in FY2020.", "FY2020", "2020-01-01", "2020-12-31", "year", "DATE", "2020"),
    ("They march every Friday.", "every Friday", None, None, None, "SET", "XXXX-WXX-5"),
    ("They march each year.", "each year", None, None, None, "SET", "P1Y"),
    ("They march every two weeks.", "every two weeks", None, None, None, "SET", "P2W"),
    ("They march every other day.", "every other day", None, None, None, "SET", "P2D"),
    ("They march on Fridays.", "Fridays", None, None, None, "SET", "XXXX-WXX-5"),
    ("They march twice a week.", "twice a week", None, None, None, "SET", "P1W"),
    ("The weekly march began.", "weekly", None, None, None, "SET", "P1W"),
    ("The annual summit began.", "annual", None, None, None, "SET", "P1Y"),
    ("They meet daily.", "daily", None, None, None, "SET", "P1D"),
    ("They shelled the town during Ramadan.", "Ramadan", "2021-04-13", "2021-05-12", "month", "DATE", "2021-04-13/2021-05-12"),
    ("They shelled the town during Ramadan 2019.", "Ramadan 2019", "2019-05-06", "2019-06-03", "month", "DATE", "2019-05-06/2019-06-03"),
    ("They will fast until Ramadan.", "until Ramadan", None, "2022-05-01", "month", "DATE", "2022-04-02/2022-05-01"),
    ("They shelled the town on Eid al-Adha.", "Eid al-Adha", "2021-07-20", "2021-07-23", "week", "DATE", "2021-07-20/2021-07-23"),
    ("They shelled the town on Christmas Day.", "Christmas Day", "2020-12-25", "2020-12-25", "day", "DATE", "2020-12-25"),
    ("They shelled the town on Good Friday.", "Good Friday", "2021-04-02", "2021-04-02", "day", "DATE", "2021-04-02"),
    ("They celebrated Nowruz.", "Nowruz", "2021-03-21", "2021-03-21", "day", "DATE", "2021-03-21"),
    ("They celebrated Easter 2018.", "Easter 2018", "2018-04-01", "2018-04-01", "day", "DATE", "2018-04-01"),
    ("They broke with Moscow during the Cold War.", "the Cold War", "1947-03-12", "1991-12-26", "decade", "DATE", "1947-03-12/1991-12-26"),
    ("They sold arms in the Iran-Iraq war.", "the Iran-Iraq war", "1980-09-22", "1988-08-20", "year", "DATE", "1980-09-22/1988-08-20"),
    ("They sold arms in the Iran–Iraq War.", "the Iran–Iraq War", "1980-09-22", "1988-08-20", "year", "DATE", "1980-09-22/1988-08-20"),
    ("They sold arms in World War II.", "World War II", "1939-09-01", "1945-09-02", "year", "DATE", "1939-09-01/1945-09-02"),
    ("They sold arms before World War I broke out.", "before World War I", None, "1914-07-27", "year", "DATE", "1914-07-28/1918-11-11"),
    ("They rose up in the Arab Spring.", "the Arab Spring", "2010-12-17", "2012-12-31", "year", "DATE", "2010-12-17/2012-12-31"),
    ("They rose up in the Second Intifada.", "the Second Intifada", "2000-09-28", "2005-02-08", "year", "DATE", "2000-09-28/2005-02-08"),
    ("They rose up in the First Intifada.", "the First Intifada", "1987-12-08", "1993-09-13", "year", "DATE", "1987-12-08/1993-09-13"),
    ("They sold arms during the Gulf War.", "the Gulf War", "1990-08-02", "1991-02-28", "year", "DATE", "1990-08-02/1991-02-28"),
    ("They sold arms in the 2020 Nagorno-Karabakh conflict.", "the 2020 Nagorno-Karabakh conflict", "2020-09-27", "2020-11-10", "month", "DATE", "2020-09-27/2020-11-10"),
    ("They took power in the Islamic Revolution of 1979.", "the Islamic Revolution of 1979", "1979-01-16", "1979-02-11", "month", "DATE", "1979-01-16/1979-02-11"),
    ("They have ruled since the Islamic Revolution of 1979.", "the Islamic Revolution of 1979", "1979-01-16", "2021-11-15", "month", "DATE", "1979-01-16/1979-02-11"),
    ("Relations froze after the end of the Cold War.", "after the end of the Cold War", "1991-12-26", None, "day", "DATE", "1947-03-12/1991-12-26"),
    ("They flew there after 9/11.", "after 9/11", "2001-09-11", None, "day", "DATE", "2001-09-11"),
    ("They flew there after the September 11 attacks in New York.", "after the September 11 attacks", "2001-09-11", None, "day", "DATE", "2001-09-11"),
    ("They fought in the Six-Day War.", "the Six-Day War", "1967-06-05", "1967-06-10", "week", "DATE", "1967-06-05/1967-06-10"),
    ("Relations froze after the Yom Kippur War.", "after the Yom Kippur War", "1973-10-26", None, "month", "DATE", "1973-10-06/1973-10-25"),
    ("The 1991 Gulf War is studied.", "The 1991 Gulf War", "1990-08-02", "1991-02-28", "year", "DATE", "1990-08-02/1991-02-28"),
    ("They fought in the Korean War.", "the Korean War", "1950-06-25", "1953-07-27", "year", "DATE", "1950-06-25/1953-07-27"),
    ("They signed the Oslo Accords.", "the Oslo Accords", "1993-09-13", "1995-09-28", "year", "DATE", "1993-09-13/1995-09-28"),
    ("Trade fell in the Great Depression.", "the Great Depression", "1929-10-24", "1939-12-31", "decade", "DATE", "1929-10-24/1939-12-31"),
    ("Trade fell in the global financial crisis and later.", "the global financial crisis", "2007-08-09", "2009-06-30", "year", "DATE", "2007-08-09/2009-06-30"),
    ("Trade fell in the Global Financial Crisis.", "the Global Financial Crisis", "2007-08-09", "2009-06-30", "year", "DATE", "2007-08-09/2009-06-30"),
    ("In the past the two were friends.", "the past", None, None, None, "DATE", "PAST_REF"),
    ("He has recently been freed.", "recently", None, None, None, "DATE", "PAST_REF"),
    ("The last vote was in 1848.", "1848", "1848-01-01", "1848-12-31", "year", "DATE", "1848"),
    ("He was born in 1989 in Basra.", "1989", "1989-01-01", "1989-12-31", "year", "DATE", "1989"),
    ("The protests of 1968 changed that.", "1968", "1968-01-01", "1968-12-31", "year", "DATE", "1968"),
    ("The report (2019) says so.", "2019", "2019-01-01", "2019-12-31", "year", "DATE", "2019"),
    ("In July, the court ruled on the case.", "July", "2021-07-01", "2021-07-31", "month", "DATE", "2021-07"),
    ("The March attack killed twelve.", "March", "2021-03-01", "2021-03-31", "month", "DATE", "2021-03"),
    ("The court ruled late on Monday night.", "late on Monday night", "2021-11-15", "2021-11-15", "time", "TIME", "2021-11-15TNI"),
    ("He said in a statement Sunday.", "Sunday", "2021-11-14", "2021-11-14", "day", "DATE", "2021-11-14"),
    ("The rule holds for the next five years.", "the next five years", "2021-11-15", "2026-11-15", "year", "DURATION", "P5Y"),
    ("The treaty of 1975 holds.", "1975", "1975-01-01", "1975-12-31", "year", "DATE", "1975"),
    ("The ceasefire took hold the following day.", "the following day", "2021-11-16", "2021-11-16", "day", "DATE", "2021-11-16"),
    ("By mid-2022, they will have left.", "mid-2022", None, "2022-08-31", "year", "DATE", "2022"),
    ("The 19th-century fort was hit.", "19th-century", "1801-01-01", "1900-12-31", "century", "DATE", "18"),
    ("It fell in the first week of May.", "the first week of May", "2021-05-01", "2021-05-07", "week", "DATE", "2021-05-01/2021-05-07"),
    ("The envoy leaves in two days.", "two days", None, None, "day", "DURATION", "P2D"),
    ("The envoy will leave in two days.", "two days", "2021-11-17", "2021-11-17", "day", "DATE", "2021-11-17"),
    ("The envoy will leave in three weeks.", "three weeks", "2021-12-06", "2021-12-12", "week", "DATE", "2021-W49"),
    ("It was hit a few days ago.", "a few days ago", None, None, "day", "DATE", "PAST_REF"),
    ("It was hit years ago.", "years ago", None, None, "year", "DATE", "PAST_REF"),
    ("It was hit just over a year ago.", "a year ago", "2020-01-01", "2020-12-31", "year", "DATE", "2020"),
    ("It was the worst in decades.", "decades", None, None, "decade", "DURATION", "PXDE"),
    ("It happened on 10 November, two days before the vote.", "10 November", "2021-11-10", "2021-11-10", "day", "DATE", "2021-11-10"),
    ("It happened on 29 February 2020.", "29 February 2020", "2020-02-29", "2020-02-29", "day", "DATE", "2020-02-29"),
    ("He was there starting Monday.", "Monday", "2021-11-15", None, "day", "DATE", "2021-11-15"),
    ("He leaves office starting 1 December 2021.", "1 December 2021", "2021-12-01", None, "day", "DATE", "2021-12-01"),
    ("Data run over 2000 - 2010.", "2000 - 2010", "2000-01-01", "2010-12-31", "year", "DATE", "2000/2010"),
    ("They met earlier in the year.", "earlier in the year", "2021-01-01", "2021-11-15", "year", "DATE", "2021"),
    ("The bank closed on New Year's Eve.", "New Year's Eve", "2020-12-31", "2020-12-31", "day", "DATE", "2020-12-31"),
    ("The factory was bombed in April.", "April", "2021-04-01", "2021-04-30", "month", "DATE", "2021-04"),
    ("Officials met Thursday in Geneva.", "Thursday", "2021-11-11", "2021-11-11", "day", "DATE", "2021-11-11"),
    ("The mission ends next week.", "next week", "2021-11-22", "2021-11-28", "week", "DATE", "2021-W47"),
    ("It was the deadliest day since the start of the Syrian civil war.", "the start of the Syrian civil war", "2011-03-15", "2021-11-15", "day", "DATE", "2011-03-15/"),
    ("They fled in the last days of May.", "the last days of May", "2021-05-21", "2021-05-31", "month", "DATE", "2021-05"),
    ("They fled after midnight on Sunday.", "after midnight on Sunday", "2021-11-14", None, "time", "TIME", "2021-11-14T24:00"),
    ("They fled on Black Friday.", "Black Friday", "2020-11-27", "2020-11-27", "day", "DATE", "2020-11-27"),
    ("The law of the 1930s and 1940s lasted.", "the 1930s", "1930-01-01", "1939-12-31", "decade", "DATE", "193"),
    ("The siege lasted 2,000 days.", "2,000 days", None, None, "day", "DURATION", "P2000D"),
)  # fmt: skip

NOT_TIMES = (
    "About 1,500 troops crossed the river.",
    "Some 2000 people fled the town.",
    "Flight 2020 was turned back.",
    "They may leave soon.",
    "It may march on the capital.",
    "The Sun said so.",
    "For the second time, he lost.",
    "A second man was held.",
    "The rebels spring traps.",
    "He had three quarters of the vote.",
    "UN Resolution 2231 was adopted.",
    "Resolution 1973 was adopted.",
    "A 10-year-old boy was killed.",
    "He is 35 years old.",
    "A man aged 40 was killed.",
    "Vision 2030 is a plan.",
    "Theresa May spoke to reporters.",
    "The March on Washington was peaceful.",
    "USA Today reported it.",
    "The Daily Telegraph reported it.",
    "The Weekly Standard closed.",
    "He walked 2019 km.",
    "Over 2,019 were held.",
    "Hundreds of soldiers marched.",
    "They sat on the bench.",
    "The wed couple fled.",
    "It was a minute detail.",
    "He pays $5 a day.",
    "One in 10 fled.",
    "The 15th Division withdrew.",
    "He sold 15 tanks.",
    "Sales fall in price.",
    "He won 7-5.",
    "The ratio is 3/4.",
    "The Boeing 747 landed.",
    "He sat in Room 1408.",
    "June Smith spoke first.",
    "August Wilson wrote it.",
)

# sentence, published, text, from, to, value
ANCHORED = (
    ("He fled on Sunday.", None, "Sunday", None, None, "XXXX-WXX-7"),
    ("He fled yesterday.", None, "yesterday", None, None, None),
    ("He fled last year.", None, "last year", None, None, None),
    ("He fled two weeks ago.", None, "two weeks ago", None, None, None),
    ("He fled in May.", None, "May", None, None, "XXXX-05"),
    ("He fled on 3 May.", None, "3 May", None, None, "XXXX-05-03"),
    ("He fled in May 2019.", None, "May 2019", "2019-05-01", "2019-05-31", "2019-05"),
    ("He has fled since 2019.", None, "2019", "2019-01-01", None, "2019"),
    ("He fled between 2014 and 2017.", None, "between 2014 and 2017", "2014-01-01", "2017-12-31", "2014/2017"),
    ("He fled from May to July.", None, "from May to July", None, None, "XXXX-05/XXXX-07"),
    ("He fled during World War II.", None, "World War II", "1939-09-01", "1945-09-02", "1939-09-01/1945-09-02"),
    ("He fled last month.", "2021-01-15", "last month", "2020-12-01", "2020-12-31", "2020-12"),
    ("He fled last week.", "2021-01-04", "last week", "2020-12-28", "2021-01-03", "2020-W53"),
    ("He fled on Wednesday.", "2021-11-17", "Wednesday", "2021-11-17", "2021-11-17", "2021-11-17"),
    ("He fled a month ago.", "2021-03-31", "a month ago", "2021-02-01", "2021-02-28", "2021-02"),
    ("He fled on 29 February.", "2021-11-15", "29 February", "2020-02-29", "2020-02-29", "2020-02-29"),
    ("He fled yesterday.", "2021-11-15T10:00:00Z", "yesterday", "2021-11-14", "2021-11-14", "2021-11-14"),
    ("He fled in the Karabakh war.", "2019-05-01", "the Karabakh war", "1988-02-20", "1994-05-12", "1988-02-20/1994-05-12"),
    ("He fled the Syrian civil war.", "2013-05-01", "the Syrian civil war", "2011-03-15", None, "2011-03-15/"),
    ("He fled the October 7 attack.", "2023-12-01", "the October 7 attack", "2023-10-07", "2023-10-07", "2023-10-07"),
    ("He fled at this weekend's fair.", "2021-11-19", "this weekend", "2021-11-20", "2021-11-21", "2021-W46-WE"),
)


def read(text: str, published: str | None = PUBLISHED):
    return [mention.time for mention in find_times(NLP(text), published)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[1]} / {case[0]}")
def test_table(case):
    sentence, text, first, last, grain, timex, value = case
    found = [t for t in read(sentence) if t.text == text]
    assert found, [t.text for t in read(sentence)]
    t = found[0]
    assert (t.from_, t.to, t.grain, t.timex, t.value) == (first, last, grain, timex, value)
    assert t.basis == ("stated" if first or last else "none")


@pytest.mark.parametrize("sentence", NOT_TIMES)
def test_not_a_time(sentence):
    assert read(sentence) == []


@pytest.mark.parametrize("case", ANCHORED, ids=lambda case: f"{case[2]} / {case[1]}")
def test_published(case):
    sentence, published, text, first, last, value = case
    found = [t for t in read(sentence, published) if t.text == text]
    assert found, [t.text for t in read(sentence, published)]
    assert (found[0].from_, found[0].to, found[0].value) == (first, last, value)


def test_there_are_many_cases():
    assert len(CASES) + len(ANCHORED) >= 250


def test_named_times_are_many_and_sound():
    names = [name for found in named_times().values() for name in found]
    assert len(names) >= 300
    for name in names:
        for first, last in name.spans:
            assert last is None or first <= last, name.words


def test_easter():
    assert [easter(y).isoformat() for y in (2000, 2019, 2024)] == ["2000-04-23", "2019-04-21", "2024-03-31"]


def test_mentions_in_order_with_heads_inside():
    doc = NLP("On Monday morning, he left; since 2014, and before the end of the year, nothing moved.")
    found = find_times(doc, PUBLISHED)
    assert [m.time.text for m in found] == ["Monday morning", "2014", "before the end of the year"]
    assert [doc[m.head].text for m in found] == ["morning", "2014", "year"]


def test_white_space_tokens_are_passed_over():
    found = read("Troops left on 15 \n November\n\n2021 began quietly.")
    assert found[0].text.startswith("15")


def test_linear():
    def work(n: int) -> int:
        doc = NLP("On Monday the early late end of the first May 2019 talks, he said, " * n)
        return calls(lambda: find_times(doc, PUBLISHED))

    work(5)
    assert work(800) < 11 * work(80)


WORDS = st.sampled_from(
    "the last next early late mid end of first half quarter Monday May March 15 2019 15th 1990s - , . / : at 9 a.m. "
    "two years ago since before until from to between and week year day every Ramadan World War II ( ) 's ' "
    "summer in fiscal Q1 99999999 0 00 31 February \n twenty hundred million centuries later now night 9999 1".split(" ")
)


def sound(text: str, published: str | None) -> None:
    doc = NLP(text)
    before = 0
    for m in find_times(doc, published):
        assert 0 <= m.start <= m.head < m.end <= len(doc)
        assert before <= m.time.start < m.time.end <= len(text)
        assert text[m.time.start : m.time.end] == m.time.text
        if m.time.from_ and m.time.to:
            assert m.time.from_ <= m.time.to
        before = m.time.end


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join), st.sampled_from([None, PUBLISHED, "0001-01-01", "9999-12-31", "x"]))
def test_any_words(text, published):
    sound(text, published)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
@example("²ST")
def test_any_text(text):
    sound(text, PUBLISHED)
