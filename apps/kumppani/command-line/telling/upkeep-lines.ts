/** What the commands that keep an installation say by themselves. */
import type { Sentence, Texts, Values } from '#kernel'

const lines = {
  'derived-next': {
    en: 'the read models are derived anew at the next start',
    fi: 'lukumallit johdetaan uudelleen seuraavassa käynnistyksessä',
    sv: 'läsmodellerna härleds på nytt vid nästa start',
    de: 'die Lesemodelle werden beim nächsten Start neu abgeleitet',
    nb: 'lesemodellene utledes på nytt ved neste start',
  },
  'erasures-unknown': {
    en: 'there is no erasures.log here: whoever was erased after this backup is back; put the one of the old folder here before the next start',
    fi: 'tässä ei ole tiedostoa erasures.log: varmuuskopion jälkeen poistetut henkilöt ovat palanneet; pane vanhan kansion tiedosto tähän ennen seuraavaa käynnistystä',
    sv: 'här finns ingen erasures.log: de som raderats efter säkerhetskopian är tillbaka; lägg den gamla mappens fil här före nästa start',
    de: 'hier ist keine erasures.log: Wer nach dieser Sicherung gelöscht wurde, ist wieder da; legen Sie vor dem nächsten Start die des alten Ordners hierher',
    nb: 'her er det ingen erasures.log: de som ble slettet etter denne sikkerhetskopien, er tilbake; legg den gamle mappens fil her før neste start',
  },
  'not-empty': {
    en: '{folder} is not empty; the demo group fills an empty data folder only',
    fi: '{folder} ei ole tyhjä; esimerkkikonserni täyttää vain tyhjän datakansion',
    sv: '{folder} är inte tom; exempelkoncernen fyller bara en tom datamapp',
    de: '{folder} ist nicht leer; die Beispielgruppe füllt nur einen leeren Datenordner',
    nb: '{folder} er ikke tom; eksempelkonsernet fyller bare en tom datamappe',
  },
} satisfies Readonly<Record<string, Texts>>

/** A line of these, to be said in the language of whoever reads it. */
export const upkeepLine = (name: keyof typeof lines, values?: Values): Sentence => ({ texts: lines[name], values })
