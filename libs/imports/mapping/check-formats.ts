/** Checks the declared formats: encodings, signs, zones and currencies that exist and do not collide. */
import { isCurrency, isZone } from '#kernel'
import { formatFault } from '../values/date-format.js'
import { dialectOf, formatsOf } from './formats.js'
import type { Formats, Mapping } from './mapping.js'
import type { Path, Tell } from './read-mapping.js'

export function formatProblems(mapping: Mapping, tell: Tell): void {
  checkFormats(mapping.formats ?? {}, ['formats'], tell)
  for (const [name, file] of Object.entries(mapping.files)) {
    const path: Path = ['files', name]
    checkFormats(file.formats ?? {}, [...path, 'formats'], tell)
    const { decimal = '.', thousands = '' } = formatsOf(mapping, name)
    if (decimal === thousands) tell(path, 'the decimal sign and the thousands sign are the same')
    const { delimiter, quote } = dialectOf(mapping, name)
    if (delimiter === quote || /[\r\n]/.test(delimiter + quote)) {
      tell(path, 'the delimiter and the quote must differ, and neither may be a line break')
    }
    if (file.format !== 'xlsx' && (file.sheet !== undefined || file.formulas !== undefined)) {
      tell(path, '"sheet" and "formulas" are for workbooks: add "format: xlsx"')
    }
  }
}

function checkFormats({ encoding, dates, currency, zone }: Formats, path: Path, tell: Tell): void {
  if (encoding !== undefined && !isEncoding(encoding)) {
    tell(
      [...path, 'encoding'],
      `"${encoding}" is no encoding that can be read; usual are utf-8, utf-16le, windows-1252`,
    )
  }
  const fault = dates === undefined ? undefined : formatFault(dates)
  if (fault) tell([...path, 'dates'], `the date format ${fault}`)
  if (currency !== undefined && !isCurrency(currency)) tell([...path, 'currency'], 'is no ISO 4217 currency')
  if (zone !== undefined && !isZone(zone)) tell([...path, 'zone'], 'is no IANA time zone, like Europe/Helsinki')
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label, { fatal: true }).fatal
  } catch {
    return false
  }
}
