"""The signs by which a line shows what it is: patterns and small measures, one unit of text at a time."""

from __future__ import annotations

import re

from .published import is_date_line

_I = re.IGNORECASE

_BYLINE = (
    re.compile(r"(?:(?:written|story|text|report|analysis)\s+)?by:?\s+[A-Z].{0,80}", _I),
    re.compile(r"(?:author|reporter|correspondent|publisher|source|agency|byline)s?:\s*\S.{0,80}", _I),
    re.compile(r"\d{1,3}\s*(?:min(?:ute)?s?\s+read|(?:minute|hour|day|week|month)s?\s+ago)\b.{0,40}", _I),
    re.compile(r"(?:reading time|time to read|est\. reading).{0,30}", _I),
    re.compile(r"(?:published|posted|updated|last updated|last modified)\b.{0,70}\d.{0,30}", _I),
    re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}"),
    re.compile(r"@\w{2,30}"),
    re.compile(r"(?:our|special|staff|foreign|news|diplomatic|defen[cs]e)\s+(?:correspondent|reporter|writer|desk)s?", _I),
    re.compile(r"[A-Z][A-Z .,'’-]{2,40}(?:,\s*[A-Z][a-z]{2,9}\.?\s+\d{1,2})?\s*(?:\([A-Z][\w ]{1,30}\))\s*[-–—]*"),
)
_AGENCIES = frozenset(
    "sputnik|reuters|ap|afp|associated press|the associated press|agence france-presse|tass|itar-tass|xinhua|anadolu|"
    "anadolu agency|aa|al jazeera|bbc|bbc news|cnn|fox news|rt|dw|deutsche welle|upi|dpa|irna|tasnim|mehr|press tv|"
    "yonhap|kyodo|ria novosti|interfax|france 24|euronews|voa|voice of america|rfe/rl|radio free europe|axios|"
    "politico|bloomberg|the guardian|guardian|haaretz|ani|pti|efe|ansa|belga|unian|ukrinform|wikinews|reuters staff|"
    "ap news|staff|news desk|web desk|newsroom".split("|")
)
_PUBLISHER_WORD = re.compile(
    r"\b(?:News|Times|Post|Agency|Press|Daily|Herald|Tribune|Gazette|Radio|TV|Broadcasting|Journal|Chronicle|Observer|"
    r"Telegraph|Standard|Mail|Monitor|Review|Today|Online|Media|Network|Staff|Correspondent|Reporter|Editor)\b"
    r"|\b\w+\.(?:com|org|net|co\.\w\w|news)\b"
)
_DESK = re.compile(r"\b(?:staff|correspondent|reporter|editor|desk|newsroom)\b", _I)

_CAPTION_START = re.compile(
    r"(?:(?:image|photo|photograph|picture|caption|video|audio|graphic|map|pictured|illustration)s?(?: credit)?\s*[:|]\s*\S"
    r"|file\s*(?:photo|picture|image|pic|footage)?\s*[-–—:]|file (?:photo|image|picture|pic)\b|\(?photo by\b|photo courtesy"
    r"|in this (?:\w+\.?,? ){0,5}(?:file )?(?:photo|image|picture|handout|frame|grab)\b"
    r"|this (?:undated |handout |satellite |combination ){0,2}(?:photo|image|picture|frame grab)\b"
    r"|(?:an? )?(?:handout|screen ?grab|screenshot|satellite image|general view|view of)\b"
    r"|pictured(?: above| below| here)?\b|(?:above|below|left|right|top|inset):\s)",
    _I,
)
_CAPTION_END = re.compile(
    r"(?:\b(?:Image|Photo|Photograph|Picture|Video|Audio|Graphic|Map|Illustration|[Pp]hoto [Cc]redit|[Ii]mage [Cc]redit|Credit|"
    r"[Pp]hoto courtesy(?: of)?)s?\s*:\s+[^.!?]{1,80}[.)\]]?"
    r"|[(\[][^()\[\]]{0,60}(?:AP Photo|Getty Images|Getty|Reuters|AFP|EPA|Shutterstock|iStock|Xinhua|TASS|Anadolu|"
    r"Handout|File(?: photo| image)?|File pic|Courtesy)[^()\[\]]{0,60}[)\]]\.?"
    r"|(?:©|\(c\))\s*[^.!?]{1,60}\.?"
    r"|[|/]\s*(?:AP|AFP|Reuters|EPA|Getty Images|Getty|Shutterstock|TASS|Xinhua)\b[^.!?]{0,40}\.?"
    r"|\b(?:AFP|AP|Reuters|EPA|Getty Images|REUTERS)/\S[^.!?]{0,40}\.?"
    r"|(?:;\s*|,\s*)?from file,? (?:\d{4}|photo)\.?|\bvia (?:REUTERS|AP|Getty Images|AFP)\.?|\bGetty Images\.?)$"
)
_PLACED = re.compile(r"\((?:left|right|cent(?:er|re)|middle|front|back|top|bottom|[LRC]|\d(?:nd|rd|th)? [LRlr](?:eft|ight)?)\)")
MOST_CAPTION_WORDS = 70

_RELATED_START = re.compile(
    r"\W{0,3}(?:read (?:more|also|next|on|the (?:full|whole|rest|original|latest)|our|this)\b|(?:also|must) read\b|readmore"
    r"|related(?: (?:stor(?:y|ies)|articles?|news|topics?|posts?|content|links?|coverage|reading))?\s*(?::|$)"
    r"|more (?:on (?:this|that|the)|from|about this|news|stories|in this|coverage)\b.{0,40}$|see also\b|also on\b|also in\b.{0,30}:"
    r"|recommended\b.{0,40}(?::|$)|you (?:may|might) (?:also )?(?:like|be interested)|(?:most|popular) (?:read|popular|viewed)\b"
    r"|trending\b.{0,20}(?::|$)|trending now|editor['’]?s['’]? (?:picks?|choice)|don['’]t miss\b.{0,3}(?::|$)|watch(?: now| live| more)?\s*:"
    r"|listen(?: now)?\s*:|in pictures\s*:|explainer\s*:|analysis\s*:|opinion\s*:|live updates?\s*:|up next\b|next (?:article|story)"
    r"|previous (?:article|story)|latest (?:news|stories|updates|headlines)\b.{0,10}$|top stories\b|what to read next|further reading"
    r"|keep reading\b.{0,10}$|list \d+ of \d+$|end of list$|click here\b|>>|»|→|➤|▶|►)",
    _I,
)
_RELATED_LABEL = re.compile(
    r"\W{0,3}(?:read (?:more|also|next)|also read|related(?: \w+)?|more (?:on|from|news|stories|about)\b.*|see also|also on\b.*|"
    r"recommended\b.*|you (?:may|might).*|most (?:read|popular|viewed).*|popular\b.*|trending\b.*|editor.{0,4} (?:picks?|choice)|"
    r"latest \w+|keep reading|list \d+ of \d+|top stories|what to read next|further reading|up next|don['’]t miss)\W{0,3}",
    _I,
)
SECTION_LABELS = frozenset(
    "world|politics|business|economy|opinion|sport|sports|middle east|africa|asia|europe|americas|us|u.s.|uk|"
    "russia|china|india|military|military & intelligence|analysis|culture|technology|tech|science|science & tech|health|"
    "environment|energy|society|viral|news|international|national|local|region|features|feature|in depth|in-depth|"
    "multimedia|video|videos|photos|gallery|latin america|asia pacific|asia & pacific|asia-pacific|africa & middle east|"
    "israel-palestine|ukraine|syria|iran|turkey|iraq|top story|breaking|exclusive|defense|defence|security|markets|finance|"
    "law|crime|education|travel|style|entertainment|lifestyle|life|home".split("|")
)

_BUTTONS = (
    r"discuss|print|e-?mail|tweet|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|x|copy link|save|share|"
    r"bookmark|back to top|skip to content|menu|search|home|load more|show more|view comments?|continue reading|"
    r"report an error|loading"
)
_FOOTER = (
    re.compile(r"(?:copyright\b.{0,20}(?:©|\(c\)|\d{4}|by|all rights)|(?:©|\(c\)|ⓒ)\s*(?:copyright\s*)?\d{4}).{0,300}", _I),
    re.compile(r".{0,200}\ball rights reserved\b.{0,200}", _I),
    re.compile(r"subscribe(?:$|\W*$|\s+(?:to|now|today|for|here|and|or|via)\b).{0,200}", _I),
    re.compile(r"(?:sign|log) (?:up|in)(?:$|\W*$|\s+(?:to|for|here|now|with|today)\b).{0,200}", _I),
    re.compile(r"(?:please )?(?:follow|like|join|find) (?:us|our|[A-Z]\w+(?: \w+){0,2}) on [A-Z].{0,150}"),
    re.compile(r"follow us\b.{0,150}", _I),
    re.compile(r"share(?:$|\W*$|\s+(?:this|on|via|the (?:article|story)|with|article|story)\b.{0,80})", _I),
    re.compile(r"(?:we|this (?:web)?site|our (?:web)?site|our partners)\b.{0,60}\buses? cookies\b.{0,400}", _I),
    re.compile(r"(?:by (?:continuing|using|clicking)\b.{0,150}|.{0,40}(?:accept|manage|reject) (?:all )?)cookies?\b.{0,200}", _I),
    re.compile(r"(?:cookie|privacy) (?:policy|notice|settings|preferences)\b.{0,120}", _I),
    re.compile(r"\W?(?:additional |with )?(?:reporting|writing|editing|edited|compiled|translated|production) by:? [A-Z].{0,250}", _I),
    re.compile(r"\W*advertisements?\W*(?:continue reading|scroll to continue|article continues).{0,60}|\W*advertisements?\W*", _I),
    re.compile(r"(?:sponsored|promoted|paid)(?: content| post| stories| links)?\W*", _I),
    re.compile(r"(?:\d+\s+)?comments?(?:\s*\(?\d+\)?)?\W*|(?:leave|post|add|write) a (?:comment|reply).{0,80}|join the (?:discussion|conversation).{0,80}", _I),
    re.compile(rf"(?:{_BUTTONS})(?:\W+(?:{_BUTTONS}))*\W*", _I),
    re.compile(r"this (?:article|story|piece|report|post|content)\b.{0,40}\b(?:was|is|has been|appeared)?\s*(?:originally|first|also)?\s*(?:published|appeared|produced|posted|republished|updated|syndicated)\b.{0,250}", _I),
    re.compile(r"(?:the )?(?:views|opinions) (?:and opinions )?expressed\b.{0,300}", _I),
    re.compile(r"(?:our standards|terms (?:of (?:use|service)|and conditions|& conditions)|contact us|about us|advertise with us)\b.{0,150}", _I),
    re.compile(r"(?:tags?|topics?|categor(?:y|ies)|filed under|keywords?|labels?|key ?words)\s*:.{0,400}", _I),
    re.compile(r"(?:download|get) (?:our|the) (?:\w+ )?app\b.{0,120}|enter your e-?mail\b.{0,120}|get (?:the )?latest\b.{0,120}", _I),
    re.compile(r"(?:for (?:more|further) information|for (?:media|press) (?:inquiries|enquiries)|media contacts?|press contacts?)\b.{0,40}(?::|contact|call|visit|e-?mail).{0,200}", _I),
    re.compile(r"coordinates:\s*\d.{0,200}", _I),
    re.compile(r"\[\d{1,3}\]\s*\S.{0,300}|↑.{0,300}"),
    re.compile(r".{0,160}\bcontributed to this (?:report|story|article)\b.{0,40}", _I),
    re.compile(r"sources?:\s*\S.{0,80}", _I),
    re.compile(r"(?:https?://|www\.)\S+\W*"),
    re.compile(r"-{3,}|_{3,}|\*{3,}|={3,}|(?:\W\s*){1,12}|#{2,4}|-?30-?|ends?"),
)  # fmt: skip
MOST_FOOTER_WORDS = 60

TAIL_SECTION = re.compile(
    r"\W{0,3}(?:sources?|references|external links?|notes|footnotes|bibliography|sister links?|related news|see also|"
    r"further reading|about the author|comments|share this|related (?:stories|articles|links|topics))\W{0,3}",
    _I,
)
_CITATION = re.compile(r"""[“"][^“”"]{5,200}[”"]\s*[—–-]|https?://|\b(?:19|20)\d\d\W*$|[—–-]\s+[A-Z][^.]{2,60},\s+[A-Z]""")
GLUED = re.compile(r"(?<=[a-z.!?…”’\"')\]*])(?:Discuss|Share|Comments?|Advertisement|Subscribe|Tweet|Print|Read [Mm]ore|Sign up)$")
_FOOTNOTE = re.compile(r"[*†‡]{1,3}\s*(?=[A-Za-z(])\S")

_SMALL_WORDS = frozenset(
    "a an the and but or nor for so yet as at by in of on to up via vs vs. with from into over after amid before during "
    "against off out than that is are if its it near per about between under until without through toward towards".split()
)
_HEADLINE_VERBS = frozenset(
    "say agree call slam vow warn seize accuse summon urge back reject condemn deny denounce hail welcome blast strike "
    "launch kill arrest detain jail sentence free release sign ban sanction expel recall meet visit threaten demand "
    "offer propose extend expand cut raise end halt suspend resume begin start stop close open send deploy withdraw "
    "pull push seek want plan consider mull eye pledge promise give take win lose lead join leave quit resign appoint "
    "elect fire shoot bomb attack raid capture retake hit target intercept down test unveil report find show reveal "
    "confirm claim admit defend criticise criticize blame praise mark hold host get make keep face fear rule rise fall "
    "surge drop grow pass approve adopt block delay cancel restore reopen declare announce order tell ask dismiss "
    "discuss arrive return flee protest rally march clash gather evacuate rescue die injure wound leave near set".split()
)


_TOLD = re.compile(r"(?<=\s)(?:did|was|were|had|has|have|been|said|would|could)\b|\b\w+n['’]t\b")


def is_byline(text: str, words: int, publisher: str | None = None) -> bool:
    """An author, date, dateline or publisher alone on a line."""
    if words > 16 or len(text) > 120:
        return False
    text = text.strip("*_ ")  # Markdown emphasis
    bare = text.strip(" .,;:|-–—()[]").casefold()
    if publisher and bare == publisher.casefold():
        return True
    return bare in _AGENCIES or is_date_line(text) or any(pattern.fullmatch(text) for pattern in _BYLINE)


def names_publisher(text: str, words: int) -> bool:
    """A short line of capitalised words that reads like a publisher's or an author's desk."""
    return words <= 5 and title_share(text) >= 0.99 and bool(_PUBLISHER_WORD.search(text))


def publisher_name(text: str, words: int) -> str | None:
    """The publisher that a byline names, and nothing else; None for authors, dates and desks."""
    bare = text.strip(" .,;:|-–—()[]*_")
    if bare.casefold() in _AGENCIES:
        return None if _DESK.search(bare) else bare
    if is_date_line(text) or any(pattern.fullmatch(text) for pattern in _BYLINE):
        return None
    return bare if names_publisher(bare, words) and not _DESK.search(bare) else None


def is_caption(text: str, words: int, closed: bool) -> bool:
    """What stands under a picture, by its credit or by how it begins."""
    if words > MOST_CAPTION_WORDS:
        return False
    if _CAPTION_END.search(text[-200:]) or _CAPTION_START.match(text):
        return True
    return bool(_PLACED.search(text)) and (words <= 20 or not closed)


def is_related(text: str, words: int) -> bool:
    """A pointer to another story that says so itself ("Read more: ...")."""
    return words <= 40 and bool(_RELATED_START.match(text))


def is_related_label(text: str, words: int) -> bool:
    """A pointer without its link: the lines after it are the links."""
    return words <= 6 and bool(_RELATED_LABEL.fullmatch(text))


def is_footer(text: str, words: int) -> bool:
    """Rights, subscriptions, sharing, cookies, credits, comments."""
    return words <= MOST_FOOTER_WORDS and len(text) <= 600 and any(p.fullmatch(text) for p in _FOOTER)


def is_footnote(text: str, words: int) -> bool:
    """A note that begins with an asterisk."""
    return words <= MOST_FOOTER_WORDS and bool(_FOOTNOTE.match(text)) and text[-1] != "*"


def is_citation(text: str) -> bool:
    """A line of a list of sources."""
    return len(text) <= 400 and bool(_CITATION.search(text))


def title_share(text: str) -> float:
    """The share of content words that begin with a capital or a digit; 0.0 where there are none."""
    words = [word.strip("\"'“”‘’()[]#*:;,.!?-–—…") for word in text.split()]
    content = [word for word in words[1:] if word and word.casefold() not in _SMALL_WORDS]
    first = words[0] if words else ""
    if first and (first[0].isupper() or first[0].isdigit()):
        content.append(first)
    if not content:
        return 0.0
    return sum(word[0].isupper() or word[0].isdigit() for word in content) / len(content)


def has_headline_verb(text: str) -> bool:
    """A word, not the first, that headlines use as their verb ("slams", "agreed to")."""
    for word in text.split()[1:]:
        word = word.strip("\"'“”‘’(),:;").casefold()
        for stem in (word, word[:-1], word[:-2], word[:-3] + "y"):
            if stem in _HEADLINE_VERBS and (stem == word or word.endswith(("s", "d"))):
                return True
    return False


def is_told(text: str) -> bool:
    """Holds an auxiliary of the past or the perfect: somebody tells a story, which headings and links seldom do."""
    return bool(_TOLD.search(text))


def is_section_label(text: str) -> bool:
    """The name of a section of a site ("World", "WORLD NEWS")."""
    low = text.casefold().strip(" :|>")
    return low in SECTION_LABELS or low.removesuffix(" news") in SECTION_LABELS


def ends_in_abbreviation(text: str) -> bool:
    """The last full stop belongs to an abbreviation ("... Visits U.S.")."""
    return bool(re.search(r"\b(?:[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Co|Corp|Ltd)\.$", text))


def has_inner_stop(text: str) -> bool:
    """A sentence ends inside the line."""
    return bool(re.search(r"[a-z0-9]{2}[.!?][\"'”’)]*\s+[\"'“‘(]*[A-Z]", text))
