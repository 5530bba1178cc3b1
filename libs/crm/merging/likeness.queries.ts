/** By what records of organisations, and of people, are alike: the forms in which their names and addresses are compared. */
import { nationalDigits, plainLetters, type Trait } from '#kernel'

/** Names of companies tell nothing by their legal form. */
const forms = new Set(
  'oy oyj ab abp ky tmi ry as asa ans da aps gmbh mbh ag kg ohg se ev ltd limited plc llc inc corp co sa sarl sas bv nv ou osauhing uab sia spa srl sp zoo'.split(
    ' ',
  ),
)

const wordsIn = (name: string): string[] => plainLetters(name).match(/[\p{L}\p{N}]+/gu) ?? []

/** Of forms that are written letter by letter: `S.p.A.`, `B.V.` */
const betweenInitials = /(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))/gu

export const personName = (name: string): string => wordsIn(name).sort().join(' ')

export function companyName(name: string): string {
  const words = wordsIn(name.replace(/\ba\/s\b/gi, 'as').replace(betweenInitials, ''))
  const telling = words.filter((word) => !forms.has(word))
  return (telling.length > 0 ? telling : words).join(' ')
}

/** The same mailbox: without case, and without what a sender adds to it. */
export const mailbox = (mail: string): string =>
  mail
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*@/, '@')

export const website = (text: string): string => text.toLowerCase().replace(/^(https?:\/\/)?(www\.)?|\/.*$/g, '')

/** What business id and VAT id of one organisation share: its digits, without those that a country adds. */
export function identifierDigits(value: string): string | undefined {
  const digits = value.replace(/\D/g, '')
  const core = /^\s*SE/i.test(value) && digits.length === 12 ? digits.slice(0, 10) : digits
  return core.length >= 6 ? core : undefined
}

/** None where there is no text, or nothing is left of it. */
export const traitOf = (trait: string, value: unknown, form: (text: string) => string): Trait[] =>
  typeof value === 'string' && form(value) !== '' ? [{ trait, value: form(value) }] : []

export const phoneTrait = (phone: unknown): Trait[] => traitOf('phone', phone, nationalDigits)
