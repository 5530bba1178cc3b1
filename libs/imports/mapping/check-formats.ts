/** Checks the declared formats: encodings, signs, zones and currencies that exist and do not collide. */
import { isCurrency, isZone } from '#kernel'
import { formatFault } from '../values/date-format.js'
import { dialectOf, formatsOf } from './formats.js'
import { asList, type Formats, type Mapping } from './mapping.js'
import { ofMapping, type Path, type Tell } from './read-mapping.js'

export function formatProblems(mapping: Mapping, tell: Tell): void {
  checkFormats(mapping.formats ?? {}, ['formats'], tell)
  for (const [name, file] of Object.entries(mapping.files)) {
    const path: Path = ['files', name]
    checkFormats({ pivot: mapping.formats?.pivot, ...file.formats }, [...path, 'formats'], tell)
    const { decimal = '.', thousands = '' } = formatsOf(mapping, name)
    if (decimal === thousands) tell(path, ofMapping('same-signs'))
    const { delimiter, quote } = dialectOf(mapping, name)
    if (delimiter === quote || /[\r\n]/.test(delimiter + quote)) {
      tell(path, ofMapping('same-delimiters'))
    }
    if (file.format !== 'xlsx' && (file.sheet !== undefined || file.formulas !== undefined)) {
      tell(path, ofMapping('for-workbooks'))
    }
  }
}

function checkFormats({ encoding, dates, pivot, currency, zone, language }: Formats, path: Path, tell: Tell): void {
  if (encoding !== undefined && !isEncoding(encoding)) {
    tell([...path, 'encoding'], ofMapping('no-encoding', { name: encoding }))
  }
  for (const format of asList(dates)) {
    const fault = formatFault(format, { pivot })
    if (fault) tell([...path, 'dates'], fault)
  }
  if (language !== undefined && !isLanguage(language)) tell([...path, 'language'], ofMapping('no-language'))
  if (currency !== undefined && !isCurrency(currency)) tell([...path, 'currency'], ofMapping('no-currency'))
  if (zone !== undefined && !isZone(zone)) tell([...path, 'zone'], ofMapping('no-zone'))
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
