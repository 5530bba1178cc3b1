/**
 * The formats a value may have, each as one function that both validators use, so that they cannot
 * disagree.
 */

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/
const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const monthPattern = /^(\d{4})-(\d{2})$/
// Control characters except tab and line feed, and characters that turn the direction of writing.
const forbiddenInWriting = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u

// What shows: spaces, joiners, fillers and the empty pattern of Braille do not.
const visible = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u

/** Years outside this range are slips of the hand, not history. */
export const plausibleYears = { from: 1900, to: 2100 } as const

/** Most bytes any text may take, in UTF-8. */
export const maxTextBytes = 65_536

const inYears = (year: number) => year >= plausibleYears.from && year <= plausibleYears.to

export function isDay(value: string): boolean {
  const match = dayPattern.exec(value)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (!inYears(year)) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

export function isMonth(value: string): boolean {
  const match = monthPattern.exec(value)
  return match !== null && inYears(Number(match[1])) && Number(match[2]) >= 1 && Number(match[2]) <= 12
}

export function isInstant(value: string): boolean {
  return instantPattern.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value))
}

/** What people write: no control or direction-changing characters, not blank, at most 64 kB. */
export function isWriting(value: string): boolean {
  return (
    value.length <= maxTextBytes &&
    value.isWellFormed() &&
    !forbiddenInWriting.test(value) &&
    visible.test(value) &&
    Buffer.byteLength(value) <= maxTextBytes
  )
}

/** A name or code on one line. */
export function isLabel(value: string): boolean {
  return isWriting(value) && !/[\t\n]/.test(value)
}

/** None is called as what every object inherits: documents are told apart by ids in objects as well. */
export const isId = (value: string) => /^(?!constructor$)[a-z0-9][a-z0-9.-]{0,63}$/.test(value)
/** Whose history, or whose key: `customer:<id>`, `contact:<id>`, `touchpoint:<id>`, `import:<id>`. */
export const isPartition = (value: string) =>
  /^(customer|contact|touchpoint|import):[a-z0-9][a-z0-9.-]{0,63}$/.test(value)
/** The id of a key, as it stands in what the key seals. */
export const isKeyId = (value: string) => /^[A-Za-z0-9_-]{1,64}$/.test(value)
export const isCode = (value: string) => /^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,63}$/.test(value) && isLabel(value)

const currencies = new Set(Intl.supportedValuesOf('currency'))
/** Regions that Unicode names beside the countries of ISO 3166; `XK` is in use for Kosovo, and stays. */
const noCountries = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ'])
const letters = [...'abcdefghijklmnopqrstuvwxyz']
const pairs = letters.flatMap((first) => letters.map((second) => first + second))
const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
const countries = new Set(
  pairs
    .map((pair) => pair.toUpperCase())
    .filter((code) => regionNames.of(code) !== undefined && !noCountries.has(code))
    .filter((code) => new Intl.Locale(`und-${code}`).region === code),
)
const languages = new Set(pairs.filter((code) => languageNames.of(code) !== undefined))

/** ISO 4217. */
export const isCurrency = (value: string) => currencies.has(value)
/** ISO 3166, two capitals; `GB`, not `UK`. */
export const isCountry = (value: string) => countries.has(value)
/** ISO 639, two small letters. */
export const isLanguage = (value: string) => languages.has(value)
/** IANA; no offsets, which know no summer. */
export function isZone(value: string): boolean {
  try {
    return /^[A-Z]/i.test(value) && Boolean(new Intl.DateTimeFormat('en', { timeZone: value }))
  } catch {
    return false
  }
}

export const isDecimal = (value: string) => /^-?\d{1,15}(\.\d{1,9})?$/.test(value)
export const isMail = (value: string) =>
  isLabel(value) && value.length <= 254 && /^(mailto:)?[^\s@<>":]+@[^\s@<>"]+\.[^\s@<>".]+$/i.test(value)
export const isPhone = (value: string) => /^\+?[0-9 ()./-]{3,32}$/.test(value)

/** Name → test, as the schemas name them in `format`. */
export const formats = {
  'k-day': isDay,
  'k-month': isMonth,
  'k-instant': isInstant,
  'k-writing': isWriting,
  'k-label': isLabel,
  'k-id': isId,
  'k-partition': isPartition,
  'k-key': isKeyId,
  'k-code': isCode,
  'k-currency': isCurrency,
  'k-country': isCountry,
  'k-language': isLanguage,
  'k-zone': isZone,
  'k-decimal': isDecimal,
  'k-mail': isMail,
  'k-phone': isPhone,
} as const

export type Format = keyof typeof formats
