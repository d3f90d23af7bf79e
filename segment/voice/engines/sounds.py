"""IPA taken apart into syllables, and each sound as English and as French write it and as festival's radio phone set names it."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from segment.voice.espeak import respelling as respellings

# IPA, English spelling, French spelling, radio phones (joined by +). Longer symbols are found first.
_VOWELS = """
    i ee i iy    iː ee i iy   ɪ ih i ih     e ay é ey    eː ay é ey   ɛ eh è eh    æ a a ae
    a ah a aa    aː ah a aa   ɑ ah a aa     ɑː ah a aa   ɒ o o aa     ɔ aw o ao    ɔː aw o ao
    o oh o ow    oː oh o ow   ʊ oo ou uh    u oo ou uw   uː oo ou uw  y oo u uw    yː oo u uw
    ʌ uh eu ah   ə uh e ax    ɐ uh a ax     ɜ ur eur er  ɜː ur eur er ɝ ur eur er  ɝː ur eur er   ɚ er eur er
    ø uh eu er   øː uh eu er  œ uh eu ah    ɛː eh è eh
    eɪ ay é ey   aɪ igh aï ay aʊ ow aou aw  ɔɪ oy oï oy  oʊ oh o ow   əʊ oh o ow
    ɪə eer ir ih+r  eə air èr eh+r  ʊə oor our uh+r
    ɑ̃ ahn an aa+n  ã ahn an aa+n  ɔ̃ ohn on ow+n  õ ohn on ow+n  ɛ̃ an in ae+n  ẽ an in ae+n  œ̃ uhn un ah+n
"""
_CONSONANTS = """
    p p p p  b b b b  t t t t  d d d d  k k k k  ɡ g g g  g g g g  f f f f  v v v v  s s ss s  z z z z
    m m m m  n n n n  l l l l  ɫ l l l  r r r r  ɹ r r r  ʁ r r r  ʀ r r r  ɾ r r r  h h - hh  x kh r k  χ kh r k  ç h ch hh
    ʃ sh ch sh  ʒ zh j zh  tʃ ch tch ch  ʧ ch tch ch  dʒ j dj jh  ʤ j dj jh  θ th s th  ð th z dh  ŋ ng ng ng  ɲ ny gn n+y
    j y y y  w w ou w  ʍ w ou w  ɥ w u w  ts ts ts t+s  ʔ - - -
"""


def _table(text: str) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    cells = [cell.replace("-", "") for cell in unicodedata.normalize("NFC", text).split()]
    rows = zip(*(cells[column::4] for column in range(4)), strict=True)
    return {ipa: (english, french, tuple(filter(None, radio.split("+")))) for ipa, english, french, radio in rows}


VOWELS = _table(_VOWELS)
CONSONANTS = _table(_CONSONANTS)

_IGNORED = frozenset("/[]ːˑ‿|()-.̩̯̃ʰʲ͡")
_STOPS, _LIQUIDS = frozenset("pbtdkɡgfvθ"), frozenset("lrɹʁwjɥ")
"""What begins a syllable together, as in ``tr``."""

# What segment.voice.espeak.respelling writes for a pronouncer, in IPA. Longer ones are found first.
_MNEMONICS = dict(
    pair.split("=")
    for pair in (
        "aI@=aɪɚ eI@=eɪɚ aU@=aʊɚ A@=ɑɹ e@=ɛɹ i@=ɪɹ O@=ɔɹ U@=ʊɹ 3:=ɝ 3=ɚ O:=ɔ eI=eɪ aI=aɪ oU=oʊ A:=ɑ i:=i u:=u aU=aʊ OI=ɔɪ "
        "@=ə a=æ E=ɛ I=ɪ V=ʌ U=ʊ 0=ɒ tS=tʃ dZ=dʒ S=ʃ Z=ʒ T=θ D=ð N=ŋ t2=t ,=ˌ '=ˈ"
    ).split()
)


class Syllable(Struct, frozen=True, kw_only=True):
    """One syllable."""

    sounds: tuple[str, ...]
    """IPA symbols, each a key of VOWELS or CONSONANTS."""
    stressed: bool = False
    ends_word: bool = False


def syllables(ipa: str) -> tuple[Syllable, ...]:
    """The syllables of a word in IPA, or of several. Raises ValueError with the first symbol that is not known."""
    words = [_divided(_symbols(word, ipa)) for word in unicodedata.normalize("NFC", ipa).split()]
    if not any(words):
        raise ValueError(f"not IPA: {ipa!r}")
    return tuple(syllable for word in words for syllable in word)


def respelt(respelling: str) -> tuple[Syllable, ...]:
    """The syllables of a pronouncer such as ``koh-tee-YAR``. Raises ValueError for what is not one."""
    rest, ipa = respellings.mnemonics(respelling), ""
    while rest:
        size = next((n for n in (3, 2, 1) if rest[:n] in _MNEMONICS), 0)
        ipa += _MNEMONICS[rest[:size]] if size else rest[0]
        rest = rest[size or 1 :]
    return syllables(ipa)


def _symbols(word: str, whole: str) -> list[str]:
    """Sounds, and ``ˈ`` and ``ˌ`` among them."""
    out: list[str] = []
    at = 0
    while at < len(word):
        symbol = next(
            (word[at : at + n] for n in (3, 2, 1) if word[at : at + n] in VOWELS or word[at : at + n] in CONSONANTS), ""
        )
        if symbol:
            out.append(symbol)
        elif word[at] in "ˈˌ'":
            out.append("ˌ" if word[at] == "ˌ" else "ˈ")
        elif word[at] not in _IGNORED:
            raise ValueError(f"not IPA: {word[at]!r} in {whole!r}")
        at += len(symbol) or 1
    return out


def _divided(symbols: list[str]) -> list[Syllable]:
    """One syllable for each vowel; of the consonants between two, those that can begin a syllable do."""
    groups: list[tuple[list[str], bool]] = []
    waiting: list[str] = []
    stressed = False
    for symbol in symbols:
        if symbol in "ˈˌ":
            stressed = symbol == "ˈ"
        elif symbol in CONSONANTS:
            waiting.append(symbol)
        else:
            if groups:
                cut = _onset(waiting)
                groups[-1][0].extend(waiting[:cut])
                waiting = waiting[cut:]
            groups.append(([*waiting, symbol], stressed))
            waiting, stressed = [], False
    if groups:
        groups[-1][0].extend(waiting)
    elif waiting:
        groups.append((waiting, False))
    last = len(groups) - 1
    return [Syllable(sounds=tuple(s), stressed=hard, ends_word=n == last) for n, (s, hard) in enumerate(groups)]


def _onset(between: list[str]) -> int:
    """Where the next syllable begins among the consonants between two vowels."""
    if len(between) > 1 and between[-1] in _LIQUIDS and between[-2] in _STOPS:
        return len(between) - 2
    return max(len(between) - 1, 0)
