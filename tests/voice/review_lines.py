"""Lines of reviews made up for tests, English and French: written by hand, and any number more put together from word lists."""

from __future__ import annotations

from random import Random

ENGLISH = """\
Yes.
Go.
See it.
Don't bother.
Not this time.
A small miracle.
Three stars out of five.
It runs for 112 minutes, and I felt all of them.
Released in 1974, it was banned in 3 countries by 1976.
"Nobody leaves this house," says the father, and nobody does.
Ingrid Halvorsen, Tomasz Wójcik and Adaeze Obi share the last scene.
What on earth was he thinking?
I laughed; I admit it.
Chapter one is called “The Well”, chapter two “The Other Well”.
Then, without any warning at all, the singing stops.
The sixth sister says she sees ships: six of them, sailing south.
My mother would have walked out, and my mother sat through a war.
Is it art? Is it even finished?
How low, how warm, how near and how lonely a real world may be.
Mr. Pym, the grocer, is played by a real grocer.
Tickets are $12.50, or $8 for students.
Bring a coat.
It is a film about grief (and, I think, about bread).
Half past nine on a Thursday, row F, seat 14: that is where I sat.
No.
Well, well, well.
Sssh.
Kubrick would have hated it, Chaplin would have stolen it.
Nothing happens, slowly, and then everything happens at once, in the rain, to people we have come to love.
The 21st century has not been kind to the western.
You may remember her from "Salt", from "Salt 2", and from nothing else.
Who knew?
Her twelve-year-old son — a wonder, by the way — does the rest.
The orchestra plays as if the roof were on fire.
"""

FRENCH = """\
Oui.
Allez-y.
C'est un petit film, mais ce n'est pas un film mineur.
Le phare du titre ne s'allume qu'une seule fois, à la toute fin.
Pourquoi s'intéresser à une lampe ?
Nora Vance joue la fille comme quelqu'un qui a appris à écouter.
Elle bouge à peine, puis elle rit, et toute la pièce change.
Tourné en dix-neuf jours, sur deux îles, avec une équipe de onze personnes.
Sorti en 1974, il fut interdit dans trois pays.
« Personne ne sortira d'ici », dit le père, et personne ne sort.
Tout ne fonctionne pas : le deuxième acte s'essouffle.
La musique tient en trois notes d'harmonium.
Apportez un manteau, et peut-être un mouchoir.
Ce soir, notre critique a passé la nuit dans un phare.
Le dernier plan, que je ne raconterai pas, vaut le prix du billet.
Est-ce de l'art ?
Non.
Six cents figurants, cinq chevaux, une seule caméra.
Chantal Őry et Benoît Lefèvre se partagent la dernière scène.
La caméra reste basse, comme le regard d'un enfant, et elle reste patiente.
"""

_WHO = """the director|her brother|the young widow|our narrator|Marion Cotillard|a retired judge|the village priest|Schoenaerts
the whole cast|his second wife|the cinematographer|a nameless soldier|Jacques Audiard|the oldest of the sisters
a chorus of fishermen|Wes Anderson|the composer|everyone in the room|the child at the centre of it|nobody"""
_DOES = """knows what silence is for|shoots the storm in one take|never raises a voice|walks away from the sea
reads the letter twice|seems to be waiting for a bus|hides more than is shown|sings an old song about herring
has seen this ending before|throws the keys into the harbour|turns a joke into a threat|learns to swim in winter
plays chess against a machine|leaves the window open|carries the picture on tired shoulders|sleeps through the second half
makes the familiar strange again|finds a photograph and burns it|looks straight into the lens|asks for nothing and gets less"""
_WHERE = """in the first act|for almost an hour|on a beach near Dieppe|under a low grey sky|with no music at all|in 35 millimetre
at three in the morning|as the credits roll|inside a broken lift|among the lemon trees|beyond the reach of any phone
during the long winter of 1947|in a kitchen the size of a stamp|while the rest of us look on"""
_LINK = """, and |, but |; |, although |, because |: |, so |, while |, yet |, just as """
_COMMENT = """It works|That is the point|I did not believe it|You will not forget it|This is less clever than it sounds
The effect is astonishing|It should not be moving, and it is|There are worse ways to spend an evening
Which is more than can be said for the sequel|The audience I sat with gasped"""

_QUI = """le réalisateur|sa sœur aînée|la jeune veuve|notre narrateur|Marion Cotillard|un juge à la retraite|le curé du village
toute la troupe|le chef opérateur|un soldat sans nom|Jacques Audiard|l'enfant du milieu|personne|la compositrice"""
_FAIT = """sait à quoi sert le silence|filme la tempête en un seul plan|ne hausse jamais le ton|tourne le dos à la mer
relit deux fois la lettre|chante une vieille chanson|a déjà vu cette fin|jette les clés dans le port
dort pendant la seconde moitié|joue aux échecs contre une machine
laisse la fenêtre ouverte|porte le film sur ses épaules|trouve une photographie et la brûle
regarde l'objectif sans ciller"""
_OU = """au premier acte|pendant près d'une heure|sur une plage près de Dieppe|sous un ciel bas et gris|sans aucune musique
à trois heures du matin|pendant le générique|parmi les citronniers|dans une cuisine minuscule|au cœur de l'hiver 1947"""
_LIEN = """, et |, mais |, parce que |, alors que |, puis |, comme si """
_AVIS = """Cela fonctionne|Je n'y ai pas cru|C'est moins malin qu'il n'y paraît|L'effet est saisissant
On s'en souviendra longtemps|Il y a pire façon de passer une soirée"""

_GRAMMARS = {"en": (_WHO, _DOES, _WHERE, _LINK, _COMMENT), "fr": (_QUI, _FAIT, _OU, _LIEN, _AVIS)}
_BY_HAND = {"en": ENGLISH, "fr": FRENCH}


def review_lines(language: str, count: int, seed: int = 1) -> list[str]:
    """``count`` different lines in ``en`` or ``fr``: those written by hand first, then made ones of 3 to about 30 words."""
    who, does, where, link, comment = (
        [entry for line in table.split("\n") for entry in line.split("|")] for table in _GRAMMARS[language]
    )
    chance = Random(seed)

    def clause() -> str:
        said = f"{chance.choice(who)} {chance.choice(does)}"
        return f"{said} {chance.choice(where)}" if chance.random() < 0.5 else said

    lines = dict.fromkeys(_BY_HAND[language].splitlines())
    while len(lines) < count:
        shape = chance.random()
        if shape < 0.1:
            text = chance.choice(comment)
        elif shape < 0.5:
            text = clause()
        elif shape < 0.85:
            text = clause() + chance.choice(link) + clause()
        else:
            text = f"{chance.choice(comment)}{chance.choice(link)}{clause()}"
        lines[text[0].upper() + text[1:] + chance.choice(("." * 8) + "!?")] = None
    return list(lines)[:count]
