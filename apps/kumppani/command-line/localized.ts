/**
 * Answers in the words of whoever reads them: money and times as they are written in their language, names in place of
 * `{ id, name }`, and without the ids of events, unless these are asked for.
 */
import { type Money, minorDigits, spoken, type Texts } from '#kernel'

export interface AnswerReader {
  /** ISO 639-1. */
  language: string
  /** IANA. */
  timeZone: string
  /** Whether ids and positions of events are shown. */
  events: boolean
}

type Named = Readonly<Record<string, unknown>>

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/
const day = /^\d{4}-\d\d-\d\d$/
/** An amount, and that it is not valued where that is so. */
type ShownAmount = Money & { leftOut?: string }

const yes: Texts = { en: 'yes', fi: 'kyllä', sv: 'ja', de: 'ja', nb: 'ja' }
const no: Texts = { en: 'no', fi: 'ei', sv: 'nej', de: 'nein', nb: 'nei' }

/** Personal values that nobody may read any more, or not this reader. */
const erased: Texts = { en: '(erased)', fi: '(poistettu)', sv: '(raderat)', de: '(gelöscht)', nb: '(slettet)' }
const withheld: Texts = {
  en: '(withheld)',
  fi: '(piilotettu)',
  sv: '(undanhållet)',
  de: '(zurückgehalten)',
  nb: '(tilbakeholdt)',
}

/** What a name may have beside it without being more than a name. */
const ofNames: ReadonlySet<string> = new Set(['id', 'name', 'country', 'nameOfToday'])

export function localized(answer: unknown, reader: AnswerReader): unknown {
  return new Localized(reader).value(answer, 0)
}

class Localized {
  private readonly locale: string
  private readonly days: Intl.DateTimeFormat
  private readonly instants: Intl.DateTimeFormat

  constructor(private readonly reader: AnswerReader) {
    const { language, timeZone } = reader
    // With the month by name where numbers alone could be taken for another day.
    const locale = language === 'en' ? 'en-GB' : language
    this.locale = locale
    this.days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
    this.instants = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  }

  value(value: unknown, depth: number): unknown {
    if (Array.isArray(value)) return this.list(value, depth)
    if (typeof value === 'string') return this.text(value)
    if (typeof value === 'boolean') return (value ? yes : no)[spoken(this.reader.language)]
    if (typeof value === 'number') return Number.isInteger(value) ? value : this.number(value)
    return isRecord(value) ? this.structured(value, depth) : value
  }

  private structured(value: Named, depth: number): unknown {
    if (isMoney(value)) return this.money(value)
    if (isGone(value)) return ('erased' in value ? erased : withheld)[spoken(this.reader.language)]
    if (isShare(value)) return `${this.number(value.percent)} %`
    if (isMedian(value)) return `${this.value(value.value, depth)} (p90 ${this.value(value.p90, depth)})`
    // The answer itself is about whom it names.
    return depth > 0 && isName(value) ? (value.name ?? value.id) : this.record(value, depth)
  }

  /** A list of names is told by comma; flags that are set nowhere say nothing. */
  private list(list: readonly unknown[], depth: number): unknown {
    const shown = list.map((each) => this.value(each, depth + 1))
    if (!shown.every(isRecord)) return shown
    const raw = list as readonly Named[]
    const unset = (name: string) => raw.every((row) => row[name] === false || row[name] === undefined)
    return shown.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !unset(name))))
  }

  private record(record: Named, depth: number): Named {
    return Object.fromEntries(
      Object.entries(record)
        .filter(([name, member]) => this.isShown(name, member, record))
        .map(([name, member]) => [name, this.value(timeOf(name, member, record), depth + 1)]),
    )
  }

  private isShown(name: string, member: unknown, record: Named): boolean {
    if (statesTimeOf(name, record)) return false
    return this.reader.events || !isOfEvents(name, member, record)
  }

  private text(text: string): string {
    if (day.test(text)) return plain(this.days.format(new Date(text)))
    return instant.test(text) ? plain(this.instants.format(new Date(text))) : text
  }

  private number(value: number): string {
    const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
    return plain(new Intl.NumberFormat(this.locale, digits).format(value))
  }

  private money({ amountMinor, currency, leftOut }: ShownAmount): string {
    const digits = minorDigits(currency)
    const style = { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const
    const amount = plain(new Intl.NumberFormat(this.reader.language, style).format(amountMinor / 10 ** digits))
    return leftOut === undefined ? amount : `${amount} (${leftOut})`
  }
}

/** Spaces that do not break look like others in a terminal, and are not found there. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

/** A time as exactly as it is known: its day or month, where that is all. */
function timeOf(name: string, member: unknown, record: Named): unknown {
  const precision = name === 'at' ? record.precision : record[`${name}Precision`]
  if (precision === undefined || precision === 'instant') return member
  return (name === 'at' ? record.occurred : record[`${name}On`]) ?? member
}

/** Whether a field says no more than how exactly the time beside it is known. */
function statesTimeOf(name: string, record: Named): boolean {
  const [, of] = /^(.+?)(?:On|Precision)$/.exec(name) ?? []
  if (of !== undefined) return of in record && `${of}Precision` in record
  return (name === 'precision' || name === 'occurred') && 'at' in record
}

/** Where an answer leads to events: for whoever corrects them, or looks where they stand. */
function isOfEvents(name: string, member: unknown, record: Named): boolean {
  if (name === 'event') return typeof member === 'string'
  if (name === 'position') return 'event' in record
  const refers = (each: unknown): boolean => isRecord(each) && 'event' in each && 'position' in each
  return name === 'from' && Array.isArray(member) && member.every(refers)
}

const isRecord = (value: unknown): value is Named =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
/** A value in whose place this stands; a record may say besides that whom it is about is erased. */
const isGone = (value: Named): boolean =>
  (value.erased === true || value.withheld === true) && Object.keys(value).length === 1
const isMoney = (value: Named): value is Named & ShownAmount => 'amountMinor' in value && 'currency' in value
const isName = (value: Named): boolean => 'id' in value && Object.keys(value).every((key) => ofNames.has(key))
const isShare = (value: Named): value is { percent: number } =>
  typeof value.percent === 'number' && Object.keys(value).length === 1
/** A median with what nine of ten do not exceed. */
const isMedian = (value: Named): boolean =>
  'value' in value && typeof value.p90 === 'number' && Object.keys(value).length === 2
