/** Checks the declared formats: encodings, signs, zones and currencies that exist and do not collide. */
import { isCurrency, isZone } from '#kernel'
import { formatFault } from '../values/date-format.js'
import { dialectOf, formatsOf } from './formats.js'
import { asList, type Formats, type Mapping } from './mapping.js'
import type { Path, Tell } from './read-mapping.js'

export function formatProblems(mapping: Mapping, tell: Tell): void {
  checkFormats(mapping.formats ?? {}, ['formats'], tell)
  for (const [name, file] of Object.entries(mapping.files)) {
    const path: Path = ['files', name]
    checkFormats({ pivot: mapping.formats?.pivot, ...file.formats }, [...path, 'formats'], tell)
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

function checkFormats({ encoding, dates, pivot, currency, zone, language }: Formats, path: Path, tell: Tell): void {
  if (encoding !== undefined && !isEncoding(encoding)) {
    tell(
      [...path, 'encoding'],
      `"${encoding}" is no encoding that can be read; usual are utf-8, utf-16le, windows-1252`,
    )
  }
  for (const format of asList(dates)) {
    const fault = formatFault(format, { pivot })
    if (fault) tell([...path, 'dates'], `the date format ${fault}`)
  }
  if (language !== undefined && !isLanguage(language)) tell([...path, 'language'], 'is no language, like fi')
  if (currency !== undefined && !isCurrency(currency)) tell([...path, 'currency'], 'is no ISO 4217 currency')
  if (zone !== undefined && !isZone(zone)) tell([...path, 'zone'], 'is no IANA time zone, like Europe/Helsinki')
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
  } catch {
    return false
  }
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label, { fatal: true }).fatal
  } catch {
    return false
  }
}
