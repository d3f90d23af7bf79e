"""The rule table: how written words that are no plain words are said. The first rule that matches and gives a reading wins.

Each pattern is matched against the whole of one written word without the marks around it. None of them can back-track further
than the word is long. Cases for every rule are in ``tests/script/spoken_cases.tsv``.
"""

from __future__ import annotations

import re

from segment.script.spoken import abbreviations, addresses, amounts, calendar, capitals, plain, short_forms
from segment.script.spoken.rule import Reading, Rule

_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_FIGURE_FR = r"\d+(?:,\d+)?"
_FRACTION = "[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]"
_EN = ("en",)
_FR = ("fr",)


def _rule(name: str, pattern: str, say: Reading, families: tuple[str, ...] = ()) -> Rule:
    return Rule(name=name, pattern=re.compile(pattern), say=say, families=families)


RULES: tuple[Rule, ...] = (
    _rule("reading", r"[^\W\d_].*", capitals.reading),
    _rule("e-mail", r"([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)", addresses.email),
    _rule("address", rf"(?:https?://\S+|www\.\S+|(?:[A-Za-z0-9-]+\.)+(?:{addresses.ENDINGS})(?:/\S*)?)", addresses.address),
    _rule("hashtag", r"#([\w-]+)", addresses.hashtag),
    _rule("handle", r"@([\w-]+)", addresses.handle),
    _rule("more than", rf"({_FIGURE})\+", short_forms.plus, _EN),
    _rule("shape", short_forms.SHAPES, short_forms.shape),
    _rule("a figure's", r"(\d{1,3})['’]s", short_forms.own, _EN),
    _rule("long ordinal", r"(\d{1,3}(?:,\d{3})+)(?:st|nd|rd|th)", short_forms.long_ordinal, _EN),
    _rule("seconds", r"(\d+\.\d+)s", short_forms.seconds, _EN),
    _rule("stone", r"(\d{0,2}(?:[02-9]|1\d))st", short_forms.stone, _EN),
    _rule("inches", r"(\d{1,2})in", short_forms.inches, _EN),
    _rule(
        "hours on",
        r"(?P<from>)(?P<half>(?i:[ap]\.?m))\.?[-–](?P<to>\d{1,2})(?P<last>(?i:[ap]\.?m))?",
        short_forms.hours_on,
        _EN,
    ),
    _rule("hours", r"(?P<from>\d{1,2})(?P<half>)[-–](?P<to>\d{1,2})(?P<last>(?i:[ap]\.?m))", short_forms.hours_on, _EN),
    _rule("days", r"([A-Z][a-z]{2,4})[-–]([A-Z][a-z]{2,4})", short_forms.days, _EN),
    _rule("hyphened", rf"(\d+)({_FRACTION})?-((?i:{short_forms.HYPHENED}))s?\.?(-old)?", short_forms.hyphened, _EN),
    _rule("two thousands", r"00['’]?s", short_forms.noughties, _EN),
    _rule("American day", r"(\d{1,2})/(\d{1,2})", short_forms.american_day, _EN),
    _rule("small Roman numeral", r"[ivx]+", short_forms.small_roman, _EN),
    _rule("scene", r"(?i:sc)", short_forms.scene, _EN),
    _rule("eighties", r"80", short_forms.french_eighties, _FR),
    _rule("stars", r"([★⭐🌟✭✮✯]+)(½?)([☆✩]*)", amounts.stars),
    _rule("money", rf"(?P<sign>(?:US|CA?|A)?\$|[£€¥])(?P<figure>{_FIGURE})(?P<scale>[a-zA-Z]{{1,2}})?", amounts.money, _EN),
    _rule("money hyphened", rf"((?:US|CA?|A)?\$|[£€¥])({_FIGURE})-((?i:million|billion))", amounts.money_hyphened, _EN),
    _rule(
        "range of money",
        rf"((?:US|CA?|A)?\$|[£€¥])({_FIGURE})[-–]((?:US|CA?|A)?\$|[£€¥])?({_FIGURE})([a-zA-Z]{{1,2}})?",
        amounts.money_range,
        _EN,
    ),
    _rule(
        "money in front", rf"(?P<sign>[$£€])(?P<figure>{_FIGURE}|{_FIGURE_FR})(?P<scale>k|mn?|bn?)?", amounts.money_in_front, _FR
    ),
    _rule("French magnitude", r"(?i:millions?|milliards?)", amounts.french_magnitude, _FR),
    _rule("millions", r"M(d)?€", amounts.french_millions, _FR),
    _rule("stars behind a half", r"étoiles?", amounts.french_stars, _FR),
    _rule("money behind", rf"({_FIGURE_FR})([€$£])", amounts.money_behind, _FR),
    _rule("magnitude", r"(?i:thousand|million|billion|trillion)", amounts.magnitude, _EN),
    _rule("currency", r"[€$£¥]", amounts.lone_currency),
    _rule("percentage", rf"({_FIGURE})%", amounts.percent, _EN),
    _rule("percentage", rf"({_FIGURE_FR})%", amounts.percent, _FR),
    _rule("range of percentages", r"(\d+(?:[.,]\d+)?)[-–](\d+(?:[.,]\d+)?)%", amounts.percent_range),
    _rule("mixed number with a hyphen", r"(\d+)-(\d/\d)", amounts.mixed_hyphened),
    _rule("height", r"([3-8])['’](\d{1,2})", amounts.height, _EN),
    _rule("by", r"(\d{1,4})[x×](\d{1,4})", amounts.by),
    _rule("ratio", r"(\d+(?:[.,]\d+)?):1", amounts.ratio),
    _rule("mixed number", rf"(\d+)({_FRACTION})", amounts.mixed),
    _rule("fraction", _FRACTION, amounts.lone_fraction),
    _rule("date", r"(\d{4})-(\d{2})-(\d{2})", calendar.iso_date),
    _rule("date with slashes", r"(\d{1,2})/(\d{1,2})/(\d{4})", calendar.slashed_date),
    _rule("out of", rf"(\d+(?:[.,]\d+)?)({_FRACTION})?/(\d+)", amounts.out_of),
    _rule("time of day with a stop", r"(\d{1,2})\.(\d{2})((?i:[ap]\.?m))", calendar.clock, _EN),
    _rule("time of day", r"(\d{1,2}):(\d{2})((?i:[ap]\.?m)?)", calendar.clock, _EN),
    _rule("time of day", r"(\d{1,2})\s?[h:](\d{2})()", calendar.clock, _FR),
    _rule("hour", r"(\d{1,2})((?i:[ap]\.?m))", calendar.hour, _EN),
    _rule("running time", r"(\d{1,2})h(?:r|rs)?(?:(\d{1,2})(?:m|min)?)?", calendar.running_time),
    _rule("first of a month", r"1(?:er)?", calendar.french_first, _FR),
    _rule("ordinal", r"(?i:(\d+)(?:st|nd|rd|th))", plain.ordinal_figure, _EN),
    _rule("ordinal", r"(\d+)(?:er|re|ère|e|ème|es|nd|nde)", plain.ordinal_figure, _FR),
    _rule("decade", r"(1[1-9]\d0|20\d0|[2-9]0)'?s", calendar.decade, _EN),
    _rule("range of years", r"(\d{4})[-–](\d{4}|\d{2})", calendar.year_range),
    _rule("range", r"(\d+)[-–](\d+)", plain.figure_range),
    _rule("short year", r"\d{2}", calendar.short_year, _EN),
    _rule("day", r"(\d{1,2})(?:st|nd|rd|th)?", calendar.day, _EN),
    _rule("year", r"\d{4}", calendar.lone_year),
    _rule("a year's", r"(\d{4})['’]s", calendar.years_own, _EN),
    _rule("thousands", r"\d{1,3}", plain.french_thousands, _FR),
    _rule("number", rf"(-?)({_FIGURE})", plain.figure, _EN),
    _rule("number", rf"(-?)({_FIGURE_FR})", plain.figure, _FR),
    _rule("measure", rf"-?({_FIGURE})([A-Za-z]{{1,4}}|°[CF]?|¢)", amounts.measure),
    _rule("month", r"[jfasondJFASOND][a-zéû]{2,4}", calendar.month_short_french, _FR),
    _rule("day of the week", r"[A-Z][a-z]{2,4}", calendar.day_short, _EN),
    _rule("month", r"[A-Z][a-z]{2,3}", calendar.month_short, _EN),
    _rule("saint or street", r"(?i:st|ave|rd|blvd|sq|ln|pl|hwy|dr)", abbreviations.saint_or_street, _EN),
    _rule("before a name", r"[A-Z][a-z]+|dir", abbreviations.before_name, _EN),
    _rule("before a figure", r"(?i:nos?|vols?|ch|pp?|[eé]p|fig|op|ca?|pt|sec)|n°", abbreviations.before_figure),
    _rule("unit", r"[A-Za-z]+|°[CF]?", amounts.lone_unit),
    _rule("abbreviation", r"\S+", abbreviations.always),
    _rule("and", r"[nN]", abbreviations.and_between, _EN),
    _rule("century", r"([IVX]+)(?:er|e|ème)", capitals.roman_century, _FR),
    _rule("Roman numeral", r"[IVXL]+", capitals.roman),
    _rule("Roman year", r"[MDCLXVI]{5,}", capitals.roman_year),
    _rule("initials", r"(?:[^\W\d_]\.)+[^\W\d_]", capitals.dotted),
    _rule("grade", r"[A-DF]", capitals.grade, _EN),
    _rule("initial", r"[A-Z]", capitals.initial),
    _rule("initialism", r"([^\W\d_]{2,}?)(s|['’]s|)", capitals.initialism),
    _rule("word", r"[^\W\d_](?:['’]?[^\W\d_])*['’]?", plain.word),
    _rule("symbol", r"\W", plain.symbol),
)
