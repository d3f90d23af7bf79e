"""The rules a feed is held against: code, level, what is wrong, what to do."""

from __future__ import annotations

from msgspec import Struct

from segment.model.finding import Level


class Rule(Struct, frozen=True, kw_only=True):
    """One rule."""

    code: str
    level: Level
    wrong: str
    """What is said when it is broken; ``{}`` stands for what was found."""
    hint: str


def _rule(code: str, level: Level, wrong: str, hint: str) -> Rule:
    return Rule(code=code, level=level, wrong=wrong, hint=hint)


RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in (
        _rule("FD001", "error", "The file is not well-formed XML: {}.", "Every app refuses it; put this right first."),
        _rule("FD002", "error", "The root is not <rss version=\"2.0\">, but {}.", "Podcast apps read RSS 2.0 alone."),
        _rule("FD003", "error", "There is no channel.", "Put everything into one <channel>."),
        _rule("FD004", "error", "The encoding is {}, not UTF-8.", "Save it as UTF-8 and say so in the first line."),
        _rule("FD005", "error", "The namespace {} is not known to apps.", "Names of namespaces are compared byte by byte."),
        _rule("FD010", "error", "The show has no title.", "Give it one."),
        _rule("FD011", "error", "The show has no description.", "Give it one."),
        _rule("FD012", "error", "The description has {} bytes.", "4000 are the most."),
        _rule("FD013", "error", "The show has no itunes:image.", "Apps show no show without its art."),
        _rule("FD014", "error", "The language is {}.", "Give an ISO 639 code, such as en or en-ca."),
        _rule("FD015", "error", "The show has no itunes:category.", "Choose one of Apple's."),
        _rule("FD016", "error", "{} is no category of Apple's.", "Case and signs count, as in TV & Film > Film Reviews."),
        _rule("FD017", "error", "itunes:explicit is {}.", "It takes true or false."),
        _rule("FD018", "error", "The show has no itunes:author.", "Say who makes it."),
        _rule("FD019", "error", "The show's link is {}.", "Give the address of its page."),
        _rule("FD020", "warning", "The feed does not say where it is.", 'Put <atom:link rel="self" href="…"/> into the channel.'),
        _rule("FD021", "warning", "itunes:type is {}.", "It takes episodic or serial."),
        _rule("FD022", "info", "The owner's e-mail {} can be read by everybody.", "Leave it out once the directories know it."),
        _rule("FD023", "error", "The art {} is neither JPEG nor PNG.", "Square, 1400 to 3000 pixels, RGB, JPEG or PNG."),
        _rule("FD024", "warning", "The feed has no items.", "Directories take no empty show."),
        _rule("FD030", "error", "An item has no title.", "Give it one."),
        _rule("FD031", "error", "The title {} has markup in it.", "Titles are plain text."),
        _rule("FD032", "warning", "The title {} says the show's name or a number.", "itunes:episode takes the number."),
        _rule("FD033", "error", "The item {} has no enclosure.", "Without a sound file it is no episode."),
        _rule("FD034", "error", "The enclosure's length is {}.", "It takes the file's size in bytes."),
        _rule("FD035", "error", "The enclosure's type {} does not fit its name.", "An .mp3 is audio/mpeg, an .m4a audio/x-m4a."),
        _rule("FD036", "error", "Two items have the enclosure {}.", "Apps take them for one; give each file its own name."),
        _rule("FD037", "error", "The item {} has no guid.", "Give it one that never changes."),
        _rule("FD038", "error", "Two items have the guid {}.", "Apps show one of them; give each its own."),
        _rule("FD039", "error", "The guid {} is no address, and does not say so.", 'Write isPermaLink="false".'),
        _rule("FD040", "error", "The item {} has no pubDate.", "Say when it came out."),
        _rule("FD041", "error", "The date {} cannot be read.", "Dates look like Fri, 06 Mar 2026 06:00:00 +0000."),
        _rule("FD042", "error", "The date {} names another day of the week than it is.", "Correct the name or the date."),
        _rule("FD043", "warning", "itunes:duration is {}.", "It takes whole seconds."),
        _rule("FD044", "error", "The number {} is not one from 1 up.", "Episodes and seasons are counted from 1."),
        _rule("FD045", "error", "Two items are {}.", "Each number is given once in a season."),
        _rule("FD046", "error", "The description of {} has {} bytes.", "4000 are the most; content:encoded takes more."),
        _rule("FD047", "error", "The address {} has characters beyond ASCII, or a space.", "Escape them, or rename the file."),
        _rule("FD048", "error", "The address {} is not a whole one.", "Begin it with https://."),
        _rule("FD049", "error", "The description of {} has elements in it.", "Put HTML into CDATA."),
        _rule("FD050", "warning", "A title has {} characters.", "255 are the most that apps show."),
        _rule("FD051", "info", "The list of times in the description of {} {}.", "Apps take up three or more, from 00:00:00."),
        _rule("FD060", "warning", "podcast:guid is {}.", "It is a UUID that follows from the feed's address."),
        _rule("FD061", "error", "podcast:locked is {}.", "It takes yes or no."),
        _rule("FD062", "error", "A podcast:person is {}.", "It takes a name of at most 128 characters."),
        _rule("FD063", "error", "podcast:medium is {}.", "It takes podcast, music, video, film, audiobook, newsletter or blog."),
        _rule("FD064", "error", "A soundbite is {}.", "It lies within the episode and lasts 15 to 120 seconds."),
        _rule("FD065", "error", "podcast:updateFrequency has the rule {}.", "It is an RRULE, such as FREQ=WEEKLY."),
        _rule("FD066", "error", "podcast:license is {}.", "It takes an SPDX name, or another with its address in url."),
        _rule("FD067", "error", "A podcast:alternateEnclosure has {}.", "It needs a type, a podcast:source, and numbers."),
        _rule("FD068", "error", "A podcast:transcript has {}.", "It needs url and type; captions are VTT, SRT or JSON."),
        _rule("FD069", "error", "podcast:chapters has {}.", "It needs url and the type application/json+chapters."),
        _rule("FD070", "error", "podcast:txt ai-content is {}.", "It takes true or false."),
        _rule("FD071", "error", "podcast:integrity is {}.", "It takes type sri or pgp-signature, and a value such as sha256-…"),
        _rule("FD072", "info", "A podcast:person is {}.", "Apps know the roles of the podcast taxonomy, such as cast, host."),
        _rule("FD073", "warning", "itunes:{} says {}, and podcast:{} says {}.", "Give both the same number."),
        _rule("FD074", "warning", "The show says ai-content false, and {} says true.", "Say true of the show if an item does."),
        _rule("FD075", "warning", "Of the podcast:alternateEnclosure elements {} are the default.", "Only one may be."),
    )
}  # fmt: skip
