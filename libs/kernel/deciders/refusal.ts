/** What is refused has a name: a stable code and a sentence a person understands. */

import type { Texts } from '../text/languages.js'

/** How a refusal is answered: 403, 404, 409, 422, or 503 where waiting a moment helps. */
export type RefusalKind = 'forbidden' | 'not-found' | 'conflict' | 'rule' | 'unavailable'

export interface RefusalDetails {
  [name: string]: unknown
}

/** A rule, a right or a conflict that stands against a command. Codes are stable; sentences are for people. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly sentence: string,
    readonly kind: RefusalKind = 'rule',
    readonly details: RefusalDetails = {},
  ) {
    super(sentence)
    this.name = 'DomainError'
  }
}

/** The sentence in the languages besides English. */
export type RefusalWords = Omit<Texts, 'en'>

/** Code → kind and sentence, as one slice states its refusals; without words it is said in English alone. */
export type RefusalTexts = Readonly<Record<string, readonly [RefusalKind, string, RefusalWords?]>>

/** What a `refuse` function may say; slices list theirs, so that documents know every code. */
export interface Refusals {
  readonly texts: RefusalTexts
}

/** Makes the `refuse` function of a slice: only its own codes compile. */
export function defineRefusals<const R extends RefusalTexts>(texts: R) {
  const refuse = (code: keyof R & string, details: RefusalDetails = {}): never => {
    const [kind, sentence] = texts[code] as RefusalTexts[string]
    throw new DomainError(code, sentence, kind, details)
  }
  return Object.assign(refuse, { texts: texts as RefusalTexts })
}

/** Refusals that any slice may meet. */
export const refuse = defineRefusals({
  'not-found': [
    'not-found',
    'There is no such record, or it is not yours to see.',
    {
      fi: 'Tällaista tietuetta ei ole, tai se ei kuulu sinun nähtäviisi.',
      sv: 'Posten finns inte, eller så har du inte behörighet att se den.',
      de: 'Diesen Eintrag gibt es nicht, oder Sie dürfen ihn nicht sehen.',
      nb: 'Oppføringen finnes ikke, eller du har ikke tilgang til den.',
    },
  ],
  'not-allowed': [
    'forbidden',
    'Your roles do not allow this.',
    {
      fi: 'Roolisi eivät salli tätä.',
      sv: 'Dina roller tillåter inte detta.',
      de: 'Ihre Rollen erlauben das nicht.',
      nb: 'Rollene dine tillater ikke dette.',
    },
  ],
  'switched-off': [
    'rule',
    'This part of the platform is switched off here. An administrator can switch it on.',
    {
      fi: 'Tämä osa ohjelmasta ei ole täällä käytössä. Järjestelmänvalvoja voi ottaa sen käyttöön.',
      sv: 'Den här delen av programmet är avstängd här. En administratör kan slå på den.',
      de: 'Dieser Teil des Programms ist hier abgeschaltet. Die Systemverwaltung kann ihn einschalten.',
      nb: 'Denne delen av programmet er slått av her. En administrator kan slå den på.',
    },
  ],
  'already-exists': [
    'conflict',
    'This record exists already.',
    {
      fi: 'Tämä tietue on jo olemassa.',
      sv: 'Posten finns redan.',
      de: 'Diesen Eintrag gibt es schon.',
      nb: 'Oppføringen finnes allerede.',
    },
  ],
  'changed-meanwhile': [
    'conflict',
    'Somebody else changed the same field after you had read it.',
    {
      fi: 'Joku muu muutti samaa kenttää sen jälkeen, kun olit lukenut sen.',
      sv: 'Någon annan har ändrat samma fält sedan du läste det.',
      de: 'Jemand anderes hat dasselbe Feld geändert, nachdem Sie es gelesen hatten.',
      nb: 'Noen andre har endret det samme feltet etter at du leste det.',
    },
  ],
  'later-facts-conflict': [
    'conflict',
    'Facts recorded for a later time would no longer be possible, or name what is no longer there. Confirm to record it all the same.',
  ],
  'idempotency-key-reused': [
    'rule',
    'This Idempotency-Key was used for another request. Use a new key for a new request.',
  ],
  'too-far-ahead': [
    'rule',
    'This would have happened in the future. Only plans may lie ahead.',
    {
      fi: 'Tämä olisi tapahtunut tulevaisuudessa. Vain suunnitelmat voivat olla edessäpäin.',
      sv: 'Detta skulle ha hänt i framtiden. Bara planer kan ligga framåt i tiden.',
      de: 'Das läge in der Zukunft. Nur Geplantes darf noch bevorstehen.',
      nb: 'Dette ville ha skjedd i framtiden. Bare planer kan ligge fram i tid.',
    },
  ],
  'person-erased': [
    'rule',
    'This person was erased; nothing more may be recorded about them.',
    {
      fi: 'Henkilön tiedot on poistettu; hänestä ei voi enää kirjata mitään.',
      sv: 'Personens uppgifter är raderade; inget mer får antecknas om personen.',
      de: 'Die Daten dieser Person sind gelöscht; über sie darf nichts mehr festgehalten werden.',
      nb: 'Personens opplysninger er slettet; ingenting mer kan registreres om personen.',
    },
  ],
  'clock-behind': [
    'conflict',
    'The clock of this machine is behind what was recorded already; set it right and try again.',
  ],
  'clock-ahead': [
    'conflict',
    'The clock of this machine is years ahead of what was recorded last; set it right, or say that it is (KUMPPANI_CLOCK_CHECKED).',
    {
      fi: 'Tämän koneen kello on vuosia edellä viimeisintä kirjausta. Korjaa kello, tai vahvista se (KUMPPANI_CLOCK_CHECKED).',
      sv: 'Datorns klocka går flera år före det som senast antecknades. Ställ klockan, eller bekräfta den (KUMPPANI_CLOCK_CHECKED).',
      de: 'Die Uhr dieses Rechners geht dem zuletzt Festgehaltenen um Jahre voraus. Stellen Sie sie richtig, oder bestätigen Sie sie (KUMPPANI_CLOCK_CHECKED).',
      nb: 'Klokken på denne maskinen går flere år foran det som sist ble registrert. Still den, eller bekreft den (KUMPPANI_CLOCK_CHECKED).',
    },
  ],
  'not-yet-visible': [
    'unavailable',
    'The read models have not caught up with this moment yet. Ask again shortly.',
    {
      fi: 'Tämä hetki ei vielä näy. Kysy hetken kuluttua uudelleen.',
      sv: 'Det här läget visas inte än. Fråga igen om en stund.',
      de: 'Dieser Stand ist noch nicht sichtbar. Fragen Sie gleich noch einmal.',
      nb: 'Dette tidspunktet vises ikke ennå. Spør igjen om litt.',
    },
  ],
  'not-recorded-yet': [
    'rule',
    'Nothing has been recorded at this position yet. Ask with a position that an answer has given.',
    {
      fi: 'Tähän kohtaan ei ole vielä kirjattu mitään. Kysy kohdalla, jonka jokin vastaus on antanut.',
      sv: 'Inget har antecknats på den här positionen än. Fråga med en position som ett svar har gett.',
      de: 'An dieser Position ist noch nichts festgehalten. Fragen Sie mit einer Position, die eine Antwort genannt hat.',
      nb: 'Ingenting er registrert på denne posisjonen ennå. Spør med en posisjon som et svar har gitt.',
    },
  ],
  'reading-stopped': [
    'conflict',
    'What was recorded at this position cannot be shown: this version of the program reads the record only up to an earlier event. An administrator finds it among what is parked.',
    {
      fi: 'Tähän kohtaan kirjattua ei voi näyttää: tämä ohjelmaversio pystyy lukemaan tietueen vain aiempaan tapahtumaan asti. Järjestelmänvalvoja löytää sen pysäytettyjen joukosta.',
      sv: 'Det som antecknades på den här positionen kan inte visas: denna version av programmet läser posten bara fram till en tidigare händelse. En administratör hittar den bland det som är parkerat.',
      de: 'Was an dieser Position festgehalten wurde, kann nicht gezeigt werden: Diese Version des Programms liest den Eintrag nur bis zu einem früheren Ereignis. Die Systemverwaltung findet es unter dem Angehaltenen.',
      nb: 'Det som ble registrert på denne posisjonen, kan ikke vises: denne versjonen av programmet leser oppføringen bare fram til en tidligere hendelse. En administrator finner den blant det som er parkert.',
    },
  ],
  'file-too-large': ['rule', 'A file to import may have 1 GB at most; cut it up and send the parts.'],
  'no-past': [
    'rule',
    'This page shows the present only; ask without asOf and knownAt. Figures are asked as known on a day by known.',
  ],
  'already-retracted': [
    'rule',
    'This fact has been retracted already.',
    {
      fi: 'Tämä tieto on jo peruttu.',
      sv: 'Uppgiften är redan återtagen.',
      de: 'Diese Angabe ist schon zurückgenommen.',
      nb: 'Opplysningen er allerede trukket tilbake.',
    },
  ],
  'too-much-to-move': [
    'rule',
    'More was said of this record than can move with it at once. Record it anew for the right customer and retract it here.',
  ],
  'too-much-at-once': [
    'rule',
    'This is more than can be recorded in one piece: at most 30 facts and 1 MB of writing. Record it in parts.',
  ],
  'not-yours-to-correct': [
    'forbidden',
    'Only its writer, a manager of the unit or a steward may correct this.',
    {
      fi: 'Vain kirjoittaja, yksikön esihenkilö tai rekisterin hoitaja voi korjata tämän.',
      sv: 'Bara den som skrev, en chef på enheten eller en registervårdare kan rätta detta.',
      de: 'Das berichtigen nur, wer es geschrieben hat, eine Leitung der Einheit oder die Stammdatenpflege.',
      nb: 'Bare den som skrev, en leder i enheten eller en registeransvarlig kan rette dette.',
    },
  ],
  'not-there-then': [
    'rule',
    'This record begins later than the time you state. State a later time, or restate its beginning first.',
  ],
  'not-correctable': ['rule', 'This is not corrected: record what holds instead.'],
  'because-missing': [
    'rule',
    'A correction needs a reason.',
    {
      fi: 'Korjaukselle on kerrottava syy.',
      sv: 'En rättelse behöver ett skäl.',
      de: 'Eine Berichtigung braucht einen Grund.',
      nb: 'En rettelse trenger en grunn.',
    },
  ],
  'event-unreadable': [
    'conflict',
    'This version of the program cannot read something in this record. An administrator finds it among what is parked.',
    {
      fi: 'Tämä ohjelmaversio ei pysty lukemaan jotakin tässä tietueessa. Järjestelmänvalvoja löytää sen pysäytettyjen joukosta.',
      sv: 'Denna version av programmet kan inte läsa något i posten. En administratör hittar det bland det som är parkerat.',
      de: 'Diese Version des Programms kann etwas in diesem Eintrag nicht lesen. Die Systemverwaltung findet es unter dem Angehaltenen.',
      nb: 'Denne versjonen av programmet kan ikke lese noe i oppføringen. En administrator finner det blant det som er parkert.',
    },
  ],
  'too-many-figures': ['rule', 'This would be more than 10,000 figures; ask for fewer periods or dimensions.'],
  'too-much-asked': [
    'unavailable',
    'Too many of your questions wait for their answers already. Ask again once some of them are answered.',
  ],
  'try-again': [
    'conflict',
    'Others kept changing this record at the same moment. Please try again.',
    {
      fi: 'Muut muuttivat tietuetta samaan aikaan. Yritä uudelleen.',
      sv: 'Andra ändrade posten i samma ögonblick. Försök igen.',
      de: 'Andere haben den Eintrag im selben Augenblick geändert. Bitte versuchen Sie es noch einmal.',
      nb: 'Andre endret oppføringen samtidig. Prøv igjen.',
    },
  ],
})

/** Some of the refusals of a list. @throws Error for a code that is not in it */
export function refusalsAmong({ texts }: Refusals, ...codes: string[]): RefusalTexts {
  return Object.fromEntries(
    codes.map((code) => {
      const text = texts[code]
      if (!text) throw new Error(`no refusal is called ${code}`)
      return [code, text]
    }),
  )
}
