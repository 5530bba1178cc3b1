/** What can be wrong with a format of dates that a mapping declares, in every language. */
import type { Texts } from '#kernel'

export const dateFormatTexts = {
  'unknown-letters': {
    en: 'the date format holds letters that are no token ({tokens}, or ISO, or serial)',
    fi: 'päivien muodossa on kirjaimia, jotka eivät ole merkintöjä ({tokens}, tai ISO, tai serial)',
    sv: 'datumformatet innehåller bokstäver som inte är beteckningar ({tokens}, eller ISO, eller serial)',
    de: 'das Datumsformat enthält Buchstaben, die kein Zeichen sind ({tokens}, oder ISO, oder serial)',
    nb: 'datoformatet inneholder bokstaver som ikke er betegnelser ({tokens}, eller ISO, eller serial)',
  },
  'part-twice': {
    en: 'the date format names a part twice',
    fi: 'päivien muodossa on sama osa kahdesti',
    sv: 'datumformatet nämner en del två gånger',
    de: 'das Datumsformat nennt einen Teil zweimal',
    nb: 'datoformatet nevner en del to ganger',
  },
  'year-and-month': {
    en: 'the date format needs at least YYYY and M',
    fi: 'päivien muodossa on oltava ainakin YYYY ja M',
    sv: 'datumformatet behöver minst YYYY och M',
    de: 'das Datumsformat braucht mindestens YYYY und M',
    nb: 'datoformatet trenger minst YYYY og M',
  },
  pivot: {
    en: 'the date format has years of two digits: declare the "pivot" beside it',
    fi: 'päivien muodossa on kaksinumeroiset vuodet: ilmoita sen rinnalla "pivot"',
    sv: 'datumformatet har år med två siffror: ange "pivot" bredvid',
    de: 'das Datumsformat hat zweistellige Jahre: geben Sie daneben "pivot" an',
    nb: 'datoformatet har år med to sifre: oppgi "pivot" ved siden av',
  },
  'half-day': {
    en: 'the date format names half a day but no hours',
    fi: 'päivien muodossa on vuorokauden puolikas mutta ei tunteja',
    sv: 'datumformatet nämner en halv dag men inga timmar',
    de: 'das Datumsformat nennt eine Tageshälfte, aber keine Stunden',
    nb: 'datoformatet nevner en halv dag, men ingen timer',
  },
  'hours-and-minutes': {
    en: 'the date format needs both hours and minutes, or neither',
    fi: 'päivien muodossa on oltava sekä tunnit että minuutit tai ei kumpaakaan',
    sv: 'datumformatet behöver både timmar och minuter, eller inget av dem',
    de: 'das Datumsformat braucht Stunden und Minuten, oder keins von beiden',
    nb: 'datoformatet trenger både timer og minutter, eller ingen av delene',
  },
  'time-without-day': {
    en: 'the date format names a time of day but no day',
    fi: 'päivien muodossa on kellonaika mutta ei päivää',
    sv: 'datumformatet nämner ett klockslag men ingen dag',
    de: 'das Datumsformat nennt eine Uhrzeit, aber keinen Tag',
    nb: 'datoformatet nevner et klokkeslett, men ingen dag',
  },
} as const satisfies Record<string, Texts>
