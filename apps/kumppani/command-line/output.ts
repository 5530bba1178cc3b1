/** What the command line prints: JSON for programs, tables and indented lines for people. */
import { type Money, minorDigits, type TextLanguage, type Texts } from '#kernel'

export interface OutputOptions {
  json?: boolean
  /** Of whoever reads it. */
  language?: TextLanguage
}

const nothing: Texts = { en: '(none)', fi: '(ei mitään)', sv: '(inget)', de: '(nichts)', nb: '(ingenting)' }

export function print(value: unknown, { json = false, language = 'en' }: OutputOptions): void {
  process.stdout.write(`${json ? JSON.stringify(value, null, 2) : textOf(value) || nothing[language]}\n`)
}

/** A value for people: lists of records as tables, records as `name: value` lines. */
export function textOf(value: unknown, indent = ''): string {
  if (Array.isArray(value)) return listText(value, indent)
  if (value === null || typeof value !== 'object') return `${indent}${cellText(value)}`
  const lines = Object.entries(value).flatMap(([name, member]) => {
    if (member === undefined || (Array.isArray(member) && member.length === 0)) return []
    if (isFlat(member)) return [`${indent}${name}: ${cellText(member)}`]
    return [`${indent}${name}:`, textOf(member, `${indent}  `)]
  })
  return lines.join('\n')
}

function listText(list: readonly unknown[], indent: string): string {
  const records = list.filter(
    (item): item is Record<string, unknown> => item !== null && typeof item === 'object' && !Array.isArray(item),
  )
  if (records.length < list.length) return list.map((item) => textOf(item, indent)).join('\n')
  const isTable = records.every((record) => Object.values(record).every(isFlat))
  return isTable
    ? tableText(records, indent)
    : records.map((record) => `${indent}-\n${textOf(record, `${indent}  `)}`).join('\n')
}

const widest = 60

function tableText(records: readonly Record<string, unknown>[], indent: string): string {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))]
  const rows = [columns, ...records.map((record) => columns.map((column) => cellText(record[column])))]
  // The last column runs as far as it says something.
  const most = (i: number) => (i === columns.length - 1 ? Number.POSITIVE_INFINITY : widest)
  const widths = columns.map((_, i) => Math.min(most(i), Math.max(...rows.map((row) => (row[i] ?? '').length))))
  const line = (row: readonly string[]) =>
    `${indent}${row.map((cell, i) => clipped(cell, widths[i] ?? 0)).join('  ')}`.trimEnd()
  return rows.map(line).join('\n')
}

const clipped = (cell: string, width: number): string =>
  cell.length > width ? `${cell.slice(0, width - 1)}…` : cell.padEnd(width)

function isFlat(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return true
  return (
    isGone(value) ||
    isMoney(value) ||
    (Array.isArray(value) && value.every((item) => item === null || typeof item !== 'object'))
  )
}

const isGone = (value: object): boolean => 'erased' in value || 'withheld' in value
const isMoney = (value: object): value is Money => 'amountMinor' in value && 'currency' in value

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(cellText).join(', ')
  if (typeof value !== 'object') return String(value)
  if (isGone(value)) return 'erased' in value ? '(erased)' : '(withheld)'
  return isMoney(value) ? moneyText(value) : JSON.stringify(value)
}

/** An amount without the words of any language: `18400.00 EUR`; nothing where the value is none. */
export const amountText = (value: object): string | undefined => (isMoney(value) ? moneyText(value) : undefined)

function moneyText({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency)
  return `${(amountMinor / 10 ** digits).toFixed(digits)} ${currency}`
}
