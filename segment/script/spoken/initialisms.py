"""Capitals that are spelled letter by letter, capitals that are said as a word, and some with a reading of their own."""

from __future__ import annotations

SPELLED = frozenset(
    """AA AAA ABC ACLU AD ADHD AFI AI AKA AMC ATM BA BBC BC BCE BFF BFI BMW BSO CBC CBE CBS CCTV CD CEO CFO CG CGI CIA CNN CPU
    CTV DA DC DIY DJ DLC DM DNA DOA DP DVD EMI EP ESPN ET EU EV FA FAQ FBI FM FPS FX GDP GPS GQ GTA HBO HD HDMI HDR HIV HMV HP HQ
    HR ID IMDB IPA IQ IRA IRS IT ITV IV JFK KGB KKK LA LAPD LCD LED LGBT LGBTQ LP LSD LSO MA MC MCU MD MGM MI MIT MMA MMO MMORPG
    MP MPAA MRI MS MSG MTV MVP NBA NBC NDP NFB NFL NGO NHL NHS NPC NPR NRA NSA NSFW NY NYC NYPD NYU OBE OST PA PBS PC PG PHD PM
    PMQ POV PR PS PSP PTA PTSD PVC QA RAF RCA RCMP REM RHS RKO RIP RNC RPG RSC RSPCA RTS RV SF SNL SOS SPCA SRO SS SUV TBS TCM
    TFO TMZ TNT TV TVO UCLA UFO UHF UK UN US USA USB USSR VCR VFX VHF VHS VIP VP VR WB WI YA YMCA""".split()
)
"""Spelled out."""

SAID_AS_WORDS = frozenset(
    """AIDS AWOL BAFTA BAFTAS CODA EGOT FEMA FIFA FOMO GIF IMAX LAMDA LASER MASH MENSA MOMA NAFTA NASA NATO NASDAQ ONU OPEC OPUS
    OTAN PIN POTUS RADA RAM SAG SCUBA SIDA SIM SWAT TIFF UNESCO UNICEF WASP YOLO ZIP""".split()
)
"""Said as a word."""

READINGS = {
    "OK": "okay",
    "O.K": "okay",
    "WWI": "World War One",
    "WWII": "World War Two",
    "WW1": "World War One",
    "WW2": "World War Two",
    "AC/DC": "A-C-D-C",
    "LGBTQ+": "L-G-B-T-Q plus",
    "NAACP": "N double-A C-P",
    "NCAA": "N C double-A",
    "JPEG": "jay-peg",
    "DVDs": "D-V-Ds",
    "R&B": "R and B",
    "B&B": "B and B",
    "Q&A": "Q and A",
    "D&D": "D and D",
    "A&E": "A and E",
    "rpm": "revolutions per minute",
    "mph": "miles an hour",
    "PhD": "P-H-D",
    "Ph.D": "P-H-D",
    "AT&T": "A-T and T",
    "HIV/AIDS": "H-I-V, Aids",
    "MoMA": "Moma",
    "GoT": "G-O-T",
    "LoTR": "L-O-T-R",
}
"""Readings that neither rule gives."""


def spell(letters: str) -> str:
    """Letters to be said one by one: ``BFI`` becomes ``B-F-I``, which voices don't take for words or articles."""
    return "-".join(letters.upper())
