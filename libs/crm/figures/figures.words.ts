/** What kinds and units of metrics are called in every language. */
import { defineVocabulary, type Metric, metricKinds, metricUnits, type Vocabulary } from '#kernel'

export const betterWays = ['higher', 'lower', 'neither'] as const satisfies readonly Metric['better'][]

export const figureWords: readonly Vocabulary[] = [
  defineVocabulary('metric-kind', metricKinds, {
    en: ['sum of a period', 'state of a day', 'share', 'duration', 'different ones'],
    fi: ['jakson summa', 'päivän tila', 'osuus', 'kesto', 'eri tapaukset'],
    sv: ['summa för en period', 'läge en dag', 'andel', 'varaktighet', 'olika'],
    de: ['Summe eines Zeitraums', 'Stand eines Tages', 'Anteil', 'Dauer', 'verschiedene'],
    nb: ['sum for en periode', 'stand en dag', 'andel', 'varighet', 'ulike'],
  }),
  defineVocabulary('metric-unit', metricUnits, {
    en: ['number', 'percent', 'money', 'days', 'hours'],
    fi: ['lukumäärä', 'prosenttia', 'raha', 'päivää', 'tuntia'],
    sv: ['antal', 'procent', 'pengar', 'dagar', 'timmar'],
    de: ['Anzahl', 'Prozent', 'Geld', 'Tage', 'Stunden'],
    nb: ['antall', 'prosent', 'penger', 'dager', 'timer'],
  }),
  defineVocabulary('metric-better', betterWays, {
    en: ['more', 'less', 'neither'],
    fi: ['enemmän', 'vähemmän', 'ei kumpikaan'],
    sv: ['mer', 'mindre', 'inget av dem'],
    de: ['mehr', 'weniger', 'keines von beiden'],
    nb: ['mer', 'mindre', 'ingen av delene'],
  }),
]
