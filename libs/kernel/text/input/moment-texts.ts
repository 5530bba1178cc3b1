/** What can be wrong with a moment, a day or a position that is asked about or stated, in words that follow its name. */
import type { Texts } from '../languages.js'

export const momentTexts = {
  'k-instant': {
    en: 'is not a moment with its zone like 2026-03-01T09:30:00Z between 1900 and 2100',
    fi: 'ei ole hetki aikavyöhykkeineen, kuten 2026-03-01T09:30:00Z, vuosien 1900 ja 2100 väliltä',
    sv: 'är ingen tidpunkt med tidszon, som 2026-03-01T09:30:00Z, mellan 1900 och 2100',
    de: 'ist kein Zeitpunkt mit Zeitzone wie 2026-03-01T09:30:00Z zwischen 1900 und 2100',
    nb: 'er ikke et tidspunkt med tidssone, som 2026-03-01T09:30:00Z, mellom 1900 og 2100',
  },
  'k-moment': {
    en: 'is neither a day like 2026-03-01 nor a moment with its zone like 2026-03-01T09:30:00Z between 1900 and 2100',
    fi: 'ei ole päivä, kuten 2026-03-01, eikä hetki aikavyöhykkeineen, kuten 2026-03-01T09:30:00Z, vuosien 1900 ja 2100 väliltä',
    sv: 'är varken en dag, som 2026-03-01, eller en tidpunkt med tidszon, som 2026-03-01T09:30:00Z, mellan 1900 och 2100',
    de: 'ist weder ein Tag wie 2026-03-01 noch ein Zeitpunkt mit Zeitzone wie 2026-03-01T09:30:00Z zwischen 1900 und 2100',
    nb: 'er verken en dag, som 2026-03-01, eller et tidspunkt med tidssone, som 2026-03-01T09:30:00Z, mellom 1900 og 2100',
  },
  'k-when': {
    en: 'is neither a moment with its zone like 2026-03-01T09:30:00Z, nor a day like 2026-03-01, nor a month like 2026-03, between 1900 and 2100',
    fi: 'ei ole hetki aikavyöhykkeineen, kuten 2026-03-01T09:30:00Z, päivä, kuten 2026-03-01, eikä kuukausi, kuten 2026-03, vuosien 1900 ja 2100 väliltä',
    sv: 'är varken en tidpunkt med tidszon, som 2026-03-01T09:30:00Z, en dag, som 2026-03-01, eller en månad, som 2026-03, mellan 1900 och 2100',
    de: 'ist weder ein Zeitpunkt mit Zeitzone wie 2026-03-01T09:30:00Z noch ein Tag wie 2026-03-01 noch ein Monat wie 2026-03 zwischen 1900 und 2100',
    nb: 'er verken et tidspunkt med tidssone, som 2026-03-01T09:30:00Z, en dag, som 2026-03-01, eller en måned, som 2026-03, mellom 1900 og 2100',
  },
  'k-known': {
    en: 'is neither a day like 2026-03-01, nor a moment with its zone like 2026-03-01T09:30:00Z, nor a position that an answer gave',
    fi: 'ei ole päivä, kuten 2026-03-01, hetki aikavyöhykkeineen, kuten 2026-03-01T09:30:00Z, eikä kohta, jonka jokin vastaus on antanut',
    sv: 'är varken en dag, som 2026-03-01, en tidpunkt med tidszon, som 2026-03-01T09:30:00Z, eller en position som ett svar har gett',
    de: 'ist weder ein Tag wie 2026-03-01 noch ein Zeitpunkt mit Zeitzone wie 2026-03-01T09:30:00Z noch eine Position, die eine Antwort genannt hat',
    nb: 'er verken en dag, som 2026-03-01, et tidspunkt med tidssone, som 2026-03-01T09:30:00Z, eller en posisjon som et svar har gitt',
  },
  'k-since': {
    en: 'is neither a moment with its zone like 2026-03-01T09:30:00Z nor a position that an answer gave',
    fi: 'ei ole hetki aikavyöhykkeineen, kuten 2026-03-01T09:30:00Z, eikä kohta, jonka jokin vastaus on antanut',
    sv: 'är varken en tidpunkt med tidszon, som 2026-03-01T09:30:00Z, eller en position som ett svar har gett',
    de: 'ist weder ein Zeitpunkt mit Zeitzone wie 2026-03-01T09:30:00Z noch eine Position, die eine Antwort genannt hat',
    nb: 'er verken et tidspunkt med tidssone, som 2026-03-01T09:30:00Z, eller en posisjon som et svar har gitt',
  },
  'k-day': {
    en: 'is not a day like 2026-03-01 between 1900 and 2100',
    fi: 'ei ole päivä, kuten 2026-03-01, vuosien 1900 ja 2100 väliltä',
    sv: 'är ingen dag, som 2026-03-01, mellan 1900 och 2100',
    de: 'ist kein Tag wie 2026-03-01 zwischen 1900 und 2100',
    nb: 'er ikke en dag, som 2026-03-01, mellom 1900 og 2100',
  },
  'k-month': {
    en: 'is not a month like 2026-03 between 1900 and 2100',
    fi: 'ei ole kuukausi, kuten 2026-03, vuosien 1900 ja 2100 väliltä',
    sv: 'är ingen månad, som 2026-03, mellan 1900 och 2100',
    de: 'ist kein Monat wie 2026-03 zwischen 1900 und 2100',
    nb: 'er ikke en måned, som 2026-03, mellom 1900 og 2100',
  },
  'ahead-of-now': {
    en: 'lies ahead of us; ask about today at the latest',
    fi: 'on vasta edessä; kysy enintään tästä päivästä',
    sv: 'ligger framför oss; fråga senast om i dag',
    de: 'liegt in der Zukunft; fragen Sie höchstens nach heute',
    nb: 'ligger foran oss; spør senest om i dag',
  },
  'beyond-head': {
    en: 'is a position that this log has not reached',
    fi: 'on kohta, johon tämä loki ei ole vielä edennyt',
    sv: 'är en position som loggen inte har nått',
    de: 'ist eine Position, die dieses Protokoll noch nicht erreicht hat',
    nb: 'er en posisjon som loggen ikke har nådd',
  },
  'no-such-position': {
    en: 'is no position that this log has given; take one from an answer or an event',
    fi: 'ei ole tämän lokin antama kohta; ota kohta vastauksesta tai tapahtumasta',
    sv: 'är ingen position som loggen har gett; ta en från ett svar eller en händelse',
    de: 'ist keine Position, die dieses Protokoll vergeben hat; nehmen Sie eine aus einer Antwort oder einem Ereignis',
    nb: 'er ikke en posisjon som loggen har gitt; ta en fra et svar eller en hendelse',
  },
} as const satisfies Record<string, Texts>
