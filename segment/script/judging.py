"""What a sentence does in a review: it judges, it gives a reason, it says what the work is, it turns against the one before."""

from __future__ import annotations

import re
from functools import lru_cache

from segment.script.phrases import any_of, either

_MOST = 3
"""Words of judgement beyond which another adds nothing."""

_JUDGES = any_of(r"""
    (?:best|finest|greatest|worst|funniest|strongest|weakest|most \w+|least \w+|more \w+ than|better than|worse than)
    (?:one|some|among) of the (?:best|finest|great\w*|most)
    must-(?:see|read|hear|play|have|buy)|worth(?:while|y)?|well-worth|(?:not |don't |never )miss
    skip it|see it|go and see|recommend\w*
    deserv\w+|demands? to be|leave you|wonder(?:ful|fully)?|marvel\w*|triumph\w*|masterpiece|masterful\w*|masterly|gem|joy\w*
    brilliant\w*|superb\w*|excellent\w*|excels?|outstanding\w*|stunning\w*|beautiful\w*|gorgeous\w*|lovely|delight\w*|charm\w*
    (?<!that )(?<!which )inspired(?! by)
    great|good(?! measure)|fine|perfect\w*|incredibl[ey]|impressive\w*|impeccabl[ey]|phenomenal\w*
    remarkabl[ey]|memorabl[ey]|magnetic
    gripping|compelling|thrilling|exciting|moving|affecting|heart-?\w+ing|touching|powerful\w*|intense|intelligent\w*|clever\w*
    funny|hilarious\w*|witty|warm\w*|tender\w*|honest\w*|fresh|genuine\w*|convincing\w*|effective\w*|rich\w*
    accomplish\w+|gifted|talented|assured|confident\w*|mastery|shines?|steals?|carries|pulls? (?:it )?off|succeeds?|works|feat
    fascinating\w*|thought-provoking|enjoy\w*|entertain\w*|satisfying\w*|delicious\w*|catchy|iconic|fun|favou?rite|love[ds]?
    engag\w+|absorb(?:s|ing)|riveting|immersive|haunting\w*|harrowing|chilling|poignan\w+|visceral|vivid\w*|unforgettable
    nuanced|subtle|subtly|elegan\w+|gracefu\w+|sumptuous\w*|lush|crisp|solid|sturdy|stellar|terrific|fantastic|amazing|refreshing
    inventive\w*|original(?!ly| (?:production|cast|novel|book|film|score|version|graphic|series))|ambitious|daring|brave|sincer\w+
    stand-?out|mesmeri[sz]\w+|unnerving|exhilarating|hypnotic|uncanny|unflinching|refus\w+ to|gut-?punch\w*|invested
    uneven|patchy|hollow|bland|stale|lazy|lazily|clunky|dated|shallow|muddled|confus(?:ed|ing)|frustrat\w+|irritat\w+|repetitive
    generic|derivative|uninspired|lacklust\w+|underwhelm\w+|overrated|stumbl\w+|rigid|drags?|disjointed
    bad\w*|poor\w*|dull\w*|boring|bored|tedious\w*|predictable|clumsy|clumsily|awkward\w*|weak\w*|flat|thin|messy|mess|sloppy
    disappoint\w*|fails?|failing|flaws?|flawed|problem|trouble with|lacks?|lacking|misses|wasted?|unconvincing|forgettable
    (?:not|isn't|never) (?:really )?(?:my thing|for me|enough)|(?:not|n't) (?:very |really |that )?fond of|prefer|hate[ds]?
    tiresome|overlong|too (?:long|much|many|short|[\w-]+ for)|over-?\w+ed|rut|cliché\w*|pretentious|self-indulgent
    annoying\w*|wooden
    chef-d'œuvre|réussi\w*|réussite|magnifique\w*|superbe\w*|remarquable\w*|excellent\w*|formidable\w*|bouleversant\w*|émouvant\w*
    drôle\w*|juste\w*|beau|belle\w*|beauté|brillant\w*|parfait\w*|meilleur\w*|grande?s?|forte?s?|sublime\w*|touchant\w*|délic\w+
    convain\w+|intelligen\w+|subtil\w*|précis\w*|à (?:voir|lire|écouter|ne pas manquer)|mérite\w*|réjouissant\w*|savoureu\w+
    saisissant\w*|poignant\w*|prenant\w*|captivant\w*|splendide\w*|épatant\w*|jubilatoire\w*|hilarant\w*|inoubliable\w*|soigné\w*
    élégant\w*|audacieu\w+|généreu\w+|tendre\w*|sensible\w*|envoûtant\w*|inégale?\w*|convenu\w*|bâclé\w*|poussi\w+|interminable\w*
    bancale?\w*|fades?|creuse?s?|lourde?s?|brouillon\w*|laborieu\w+
    plaisir|émotion|raté\w*|décevant\w*|déçoit|ennuyeu\w+|ennui|faible\w*|trop long\w*|un peu long\w*
    prévisible\w*|maladroit\w*|dommage|manque\w*
    on (?:sort|rit|pleure|aime)
""")
_REASONS = re.compile(
    r"\b(?:because|thanks to|the way|by (?:\w+ing)|watch (?:how|her|him)|in (?:his|her|its|their)|with (?:a|his|her|its)|"
    r"parce que|grâce à|car|la façon)\b|: ",
    re.IGNORECASE,
)
_WHAT_IT_IS = any_of(r"""
    revolves? around|cent(?:re|er)s? (?:on|around)|tells? (?:the (?:story|tale)|of)|(?:story|tale|portrait|account|chronicle) of
    is (?:set|based) (?:in|on)|set in (?:a|an|the)|follows|is (?:a|an|the) (?:[\w-]+ ){0,4}(?:about|in which|who|where)|is about
    the (?:story|film|novel|play|game|book|action|plot) (?:begins|opens|starts|takes place) (?:with|in|on|as|when)
    stars? as|plays (?:a|an) (?:[\w-]+ ){1,3}(?:who|whose|with|in)
    (?:an?|the) (?:[\w'-]+ ){0,3}(?:drama|comedy|thriller|musical|documentary|memoir|epic|tragicomedy)
    finds? (?:him|her|them)sel(?:f|ves)|(?:raconte|suit|met en scène)|(?:l'histoire|le portrait|le récit) d
    il s'agit|se (?:passe|déroule)
""")
_HAPPENS = any_of(r"""
    accidents?|dies|died|dead|death|dying|killed|kills|killing|murder\w*|suicide|drown\w*|crash\w*|collapses?|funeral
    loses?|lost|disappear\w*|vanish\w*|missing|kidnap\w*|stolen|steals? (?:a|the|his|her)|robs?|robbery|arrest\w*|prison|jailed?
    (?:leaves|left|abandons?) (?:him|her|them|his|home)|moves? (?:in|back|away)|returns? home|comes home|runs? (?:away|off)
    (?:falls?|fell) (?:in love|ill|pregnant)|pregnant|affair|divorc\w+|marri(?:es|ed)|inherits?|diagnos\w+|cancer|stroke|illness
    fired|sacked|discovers?|finds? out|learns? that|betray\w*|blackmail\w*|war breaks out|invad\w+|(?:is|are|gets?|be) sent to
    un accident|meurt|mort[es]?|décès|tué\w*|assassin\w+|meurtre|suicide|noyade|se noie|disparaît|disparition|disparu\w*
    perd(?:u\w*)?|quitte|abandonne|rentre (?:au|à la|chez)|revient|s'enfuit|tombe (?:amoureu\w+|malade|enceinte)|enceinte
    divorce|hérite|licenci\w+|découvre|apprend qu\w+|arrêtée?s?|prison|enlève|enlèvement|vol[eé]
""")
"""What sets a story going: something is lost or found, and nothing is as it was."""
_TURNS = re.compile(
    either(r"""
        ["“(]?(?:but|yet|however|still|nevertheless|nonetheless|that said|even so|instead|otherwise|though|here|now|then again)\b
        ["“(]?(?:mais|pourtant|cependant|toutefois|or|néanmoins|en revanche|reste que|sauf que)\b
        \S+ (?:\S+ ){0,3}?(?:however|though),
    """),
    re.IGNORECASE,
)
_GATHERS = re.compile(r"(?:all (?:of )?(?:this|these|that|those)|it all|tout (?:cela|ça)|toutes? ces)\b", re.IGNORECASE)
_CONNECTIVE = re.compile(
    r"(?:But|And|Yet|So|Mais|Et|Or)(?!,) "
    r"|(?:But|And|Yet|However|Still|Otherwise|Pourtant|Cependant|Toutefois), "
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|am|has|have|had|do|does|did|can|could|will|would|may|might|must|should|'s|'re|'ve|'ll|"
    r"est|sont|ont|était|fut|sera|peut|doit|fait)\b|\w+(?:n't|'s|'re|'ve|'ll|'m)\b|\b\w{3,}(?:ed|es|s)\b",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"^(?:an?|the|some|no|more|une?|des|du) (?:\w+ed\b)?", re.IGNORECASE)
"""An article and what is said of the noun behind it: ``A gifted``."""
_SUBJECTS = "i you he she it we they this that nobody everyone il elle on ils elles".split()
_SHORT = 8
"""Words from which a sentence is a sentence, whatever its verb."""


@lru_cache(maxsize=4096)
def judgement(sentence: str) -> float:
    """How much a sentence judges: 0 for a fact, up to 3 for one that is all praise or blame; a reason given counts a little."""
    found = min(_MOST, len(_JUDGES.findall(sentence)))
    return found + (0.5 if found and _REASONS.search(sentence) else 0.0)


def says_what_it_is(sentence: str) -> bool:
    """Whether a sentence tells somebody who knows nothing of the work what it is about: ``the tale of a priest``."""
    return bool(_WHAT_IT_IS.search(sentence))


def happens(sentence: str) -> bool:
    """Whether a sentence tells of something that changes the lives in a story: an accident, a death, a discovery."""
    return bool(_HAPPENS.search(sentence))


def turns(sentence: str) -> bool:
    """Whether a sentence takes back or answers what was said before it, so that the one before is misleading without it."""
    return bool(_TURNS.match(sentence))


def gathers(sentence: str) -> bool:
    """Whether a sentence gathers up those before it, which hang in the air without it: ``All these are captured …``."""
    return bool(_GATHERS.match(sentence))


def loosened(sentence: str) -> str:
    """The sentence without the connective that ties it to the one before: ``But``, ``And``; as it was where it has none."""
    match = _CONNECTIVE.match(sentence)
    if match is None:
        return sentence
    rest = sentence[match.end() :]
    return rest[:1].upper() + rest[1:]


def fragment(sentence: str) -> bool:
    """Whether a sentence is a few words without a verb: ``A gifted director.``"""
    words = sentence.split()
    if len(words) >= _SHORT:
        return False
    # "Incredible leading roles." ends on a noun; "She steers." is two words.
    bare = _ATTRIBUTE.sub("", " ".join(words[:-1] if len(words) > 2 and words[0].lower() not in _SUBJECTS else words))
    return not _VERB.search(bare)


def asks(sentence: str) -> bool:
    """Whether a sentence is a question or announces the next one, and is nothing without it."""
    bare = sentence.rstrip("\"”'’)» ")
    return bare.endswith("?") or bool(_ANNOUNCES.fullmatch(sentence.rstrip(".!… ")))


_ANNOUNCES = re.compile(
    r"(?:(?:and|but) )?(?:(?:there (?:is|are)|there's) (?:only |just )?(?:one|two|three|a|another) (?:[\w-]+ ?){1,4}"
    r"|that's not all|that isn't all|not so fast|for one(?: thing)?|the (?:result|upshot|catch|trouble|problem|reason|answer)"
    r"|consider this|take this|think again|ce n'est pas tout|une chose est sûre)",
    re.IGNORECASE,
)
