/** What every refusal of the interface looks like: RFC 9457, with a stable code beside the sentence. */
import { type RefusalDetails, type RefusalKind, type Sentence, said, say, type TextLanguage, type Texts } from '#kernel'
import { type InterfaceCode, interfaceProblems } from './interface-problems.js'

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

export interface FieldProblem {
  /** Dot path of the field; '' for the whole. */
  path: string
  code: string
  sentence: string
}

export interface Problem {
  /** Reference to where the code is explained. */
  type: string
  title: string
  status: number
  /** Stable; for programs. */
  code: string
  /** A sentence; for people. */
  detail: string
  errors?: FieldProblem[]
  [more: string]: unknown
}

/** Thrown inside the interface; the filter answers with its problem. */
export class Refused extends Error {
  constructor(
    readonly code: InterfaceCode,
    readonly options: {
      headers?: Record<string, string | string[]>
      details?: RefusalDetails
      /** For the operator's log alone. */
      cause?: unknown
    } = {},
  ) {
    super(interfaceProblems[code][1].en)
    this.name = 'Refused'
  }
}

export const statusOf: Readonly<Record<RefusalKind, number>> = {
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  rule: 422,
  unavailable: 503,
}

/** What a problem is called by its status. */
const titles: Readonly<Record<number, Texts>> = {
  400: {
    en: 'Bad request',
    fi: 'Virheellinen pyyntö',
    sv: 'Felaktig begäran',
    de: 'Fehlerhafte Anfrage',
    nb: 'Ugyldig forespørsel',
  },
  401: {
    en: 'Not signed in',
    fi: 'Ei kirjautunut',
    sv: 'Inte inloggad',
    de: 'Nicht angemeldet',
    nb: 'Ikke logget inn',
  },
  403: { en: 'Not allowed', fi: 'Ei sallittu', sv: 'Inte tillåtet', de: 'Nicht erlaubt', nb: 'Ikke tillatt' },
  404: { en: 'Not found', fi: 'Ei löytynyt', sv: 'Hittades inte', de: 'Nicht gefunden', nb: 'Ikke funnet' },
  409: { en: 'Conflict', fi: 'Ristiriita', sv: 'Konflikt', de: 'Konflikt', nb: 'Konflikt' },
  413: { en: 'Too large', fi: 'Liian suuri', sv: 'För stort', de: 'Zu groß', nb: 'For stort' },
  415: {
    en: 'Unsupported media type',
    fi: 'Mediatyyppi ei kelpaa',
    sv: 'Medietypen stöds inte',
    de: 'Medientyp wird nicht unterstützt',
    nb: 'Medietypen støttes ikke',
  },
  421: {
    en: 'Served elsewhere',
    fi: 'Palvellaan muualla',
    sv: 'Besvaras på annat håll',
    de: 'Wird anderswo bedient',
    nb: 'Besvares et annet sted',
  },
  422: {
    en: 'Against a rule',
    fi: 'Säännön vastainen',
    sv: 'Mot en regel',
    de: 'Gegen eine Regel',
    nb: 'Mot en regel',
  },
  429: {
    en: 'Too many requests',
    fi: 'Liian monta pyyntöä',
    sv: 'För många förfrågningar',
    de: 'Zu viele Anfragen',
    nb: 'For mange forespørsler',
  },
  500: { en: 'Internal error', fi: 'Sisäinen virhe', sv: 'Internt fel', de: 'Interner Fehler', nb: 'Intern feil' },
  503: {
    en: 'Not available now',
    fi: 'Ei käytettävissä nyt',
    sv: 'Inte tillgängligt nu',
    de: 'Zurzeit nicht verfügbar',
    nb: 'Ikke tilgjengelig nå',
  },
}

const refused: Texts = { en: 'Refused', fi: 'Hylätty', sv: 'Avvisad', de: 'Abgelehnt', nb: 'Avvist' }

/** What is refused, before it is said in a language. */
export interface RefusedWith {
  status: number
  code: string
  sentence: Sentence
  details?: RefusalDetails
}

/** Details stand beside the members of a problem and never replace one; what is to be said among them is said. */
export function problem({ status, code, sentence, details = {} }: RefusedWith, language: TextLanguage): Problem {
  const title = (titles[status] ?? refused)[language]
  return { ...said(details, language), type: `/api/docs#${code}`, title, status, code, detail: say(sentence, language) }
}
