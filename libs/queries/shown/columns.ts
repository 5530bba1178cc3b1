/**
 * A row of an answer in words as the cells of a table: names for what is named, an amount as a number with its
 * currency beside it, times by the clock of whoever reads. What is nested stands in columns named by the way to it.
 */
import {
  fieldsOf,
  type Json,
  type JsonObject,
  minorDigits,
  type PayloadClass,
  type TextLanguage,
  type Texts,
} from '#kernel'
import { measured } from './in-words.js'
import { isMoney, isName, type ReadField, readFieldsOf } from './reading.js'

export type FileCell = string | number | boolean | null

export interface FileColumn {
  /** Dot path, `here.stage`. */
  name: string
  /** Only where it is asked for: it leads on, and says nothing to a reader. */
  isHidden: boolean
  /** Only where a row of the file says something in it. */
  isSpare: boolean
  cell(row: JsonObject, writer: CellWriter): FileCell
}

/** What would be an endless row ends here. */
const deepest = 4

/** @param row the class of a row */
export function tableColumnsOf(row: PayloadClass, path: readonly string[] = [], ofFigure = false): FileColumn[] {
  const isFigure = ofFigure || fieldsOf(row).some(({ name }) => name === 'value')
  return [...readFieldsOf(row).values()].flatMap((read) => fieldColumns(read, { path, isFigure }))
}

function fieldColumns(
  read: ReadField,
  { path, isFigure }: { path: readonly string[]; isFigure: boolean },
): FileColumn[] {
  const { nested, list } = read.field
  const here = [...path, read.name]
  const isAmount = read.minorIn !== undefined || (isFigure && measured.has(read.name))
  const plain = { name: here.join('.'), isHidden: isLead(read, path), isSpare: isFigure }
  const column: FileColumn = { ...plain, cell: (of, writer) => writer.cell(valueAt(of, here)) }
  if (isAmount || (nested && !list && isMoney(nested))) {
    const currency = { ...plain, name: `${plain.name}.currency`, isSpare: isFigure }
    return [column, { ...currency, cell: (of, writer) => writer.cell(valueAt(of, [...here, 'currency'])) }]
  }
  if (!nested || list || isName(nested) || here.length === deepest) return [column]
  return tableColumnsOf(nested, here, isFigure)
}

/** Ids lead on; of a row its own is told as well. */
function isLead({ name, field, isNamed }: ReadField, path: readonly string[]): boolean {
  if (name === 'id') return path.length > 0
  if (field.nested) return [...readFieldsOf(field.nested).values()].every((read) => isLead(read, [...path, name]))
  const items = field.schema.items as JsonObject | undefined
  return name === 'position' || items?.format === 'k-partition' || (field.refersTo !== undefined && !isNamed)
}

function valueAt(row: JsonObject, path: readonly string[]): Json | undefined {
  const at = (value: Json | undefined, name: string) => (isRecord(value) ? value[name] : undefined)
  return path.reduce<Json | undefined>(at, row)
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

const yes: Texts = { en: 'yes', fi: 'kyllä', sv: 'ja', de: 'ja', nb: 'ja' }
const no: Texts = { en: 'no', fi: 'ei', sv: 'nej', de: 'nein', nb: 'nei' }

const erased: Texts = { en: '(erased)', fi: '(poistettu)', sv: '(raderat)', de: '(gelöscht)', nb: '(slettet)' }
const withheld: Texts = {
  en: '(withheld)',
  fi: '(piilotettu)',
  sv: '(undanhållet)',
  de: '(zurückgehalten)',
  nb: '(holdt tilbake)',
}

/** Writes values of an answer in words into cells; what is erased or withheld is said to be. */
export class CellWriter {
  /** As spreadsheets of every country take it: `2026-03-02 10:00`. */
  private readonly times: Intl.DateTimeFormat

  constructor(
    private readonly language: TextLanguage,
    timeZone: string,
  ) {
    this.times = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone })
  }

  cell(value: Json | undefined): FileCell {
    if (value === undefined || value === null) return null
    if (typeof value === 'number') return value
    if (typeof value === 'boolean') return (value ? yes : no)[this.language]
    if (typeof value === 'string') return instant.test(value) ? this.times.format(new Date(value)) : value
    if (isRecord(value) && typeof value.amountMinor === 'number') return majorOf(value)
    if (isRecord(value) && typeof value.percent === 'number') return value.percent
    return this.text(value) || null
  }

  private text(value: Json): string {
    if (Array.isArray(value)) return this.list(value)
    if (!isRecord(value)) return String(this.cell(value) ?? '')
    if ('erased' in value) return erased[this.language]
    if ('withheld' in value) return withheld[this.language]
    if (typeof value.amountMinor === 'number') return `${majorOf(value)} ${value.currency}`
    if ('name' in value && 'id' in value) return this.text(value.name ?? '')
    const { id: _, ...said } = value
    const texts = Object.values(said).map((each) => this.text(each))
    // One who is known by no name is still somebody.
    return texts.filter((each) => each !== '').join(' ') || String(value.id ?? '')
  }

  private list(values: readonly Json[]): string {
    const texts = values.map((each) => this.text(each)).filter((each) => each !== '')
    return texts.join(texts.some((each) => each.includes(', ')) ? '; ' : ', ')
  }
}

const majorOf = ({ amountMinor, currency }: JsonObject): number => {
  const digits = minorDigits(String(currency))
  return Number((Number(amountMinor) / 10 ** digits).toFixed(digits))
}

const isRecord = (value: Json | undefined): value is JsonObject =>
  value !== undefined && value !== null && typeof value === 'object' && !Array.isArray(value)
