/** By what records are alike, and which of them may be one. */
import { BadCursor, holds, nationalDigits, plainLetters, type QueryContext, refuse, type Trait } from '#kernel'

/** What alone makes two records suspected of being one; a name does together with one of the others. */
const telling: ReadonlySet<string> = new Set(['said', 'identifier', 'mail'])
const named = 'name'

/** Names of companies tell nothing by their legal form. */
const forms = new Set(
  'oy oyj ab abp ky tmi ry as asa ans da aps gmbh mbh ag kg ohg se ev ltd limited plc llc inc corp co sa sarl sas bv nv ou osauhing uab sia spa srl sp zoo'.split(
    ' ',
  ),
)

const wordsIn = (name: string): string[] => plainLetters(name).match(/[\p{L}\p{N}]+/gu) ?? []

export const personName = (name: string): string => wordsIn(name).sort().join(' ')

export function companyName(name: string): string {
  const words = wordsIn(name.replace(/\ba\/s\b/gi, 'as'))
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

/** What business id and VAT id of one organisation share: its digits, without those that a country adds. */
export function identifierDigits(value: string): string | undefined {
  const digits = value.replace(/\D/g, '')
  const core = /^\s*SE/i.test(value) && digits.length === 12 ? digits.slice(0, 10) : digits
  return core.length >= 6 ? core : undefined
}

export const traitOf = (trait: string, value: unknown, form: (text: string) => string): Trait[] =>
  typeof value === 'string' && form(value) !== '' ? [{ trait, value: form(value) }] : []

export const phoneTrait = (phone: unknown): Trait[] => traitOf('phone', phone, nationalDigits)

/** Two records, and by what they are alike. */
export interface Alike {
  ids: readonly [string, string]
  reasons: string[]
}

/** More records of one value say little of any two of them: a switchboard, a name that is everybody's. */
const mostOfOne = 12

/** @param traits of each record, by its id */
export function suspectedPairs(
  traits: ReadonlyMap<string, readonly { trait: string; value: string | number }[]>,
  isApart: (one: string, other: string) => boolean,
): Alike[] {
  const pairs = new Map<string, Alike>()
  for (const [said, ids] of byTrait(traits)) {
    const [trait = ''] = JSON.parse(said) as [string]
    for (const pair of ids.length > mostOfOne ? [] : pairsIn(ids)) {
      const known = pairs.get(pair.join(' ')) ?? { ids: pair, reasons: [] }
      if (!known.reasons.includes(trait)) known.reasons.push(trait)
      pairs.set(pair.join(' '), known)
    }
  }
  return [...pairs.values()].filter(({ ids, reasons }) => isSuspected(reasons) && !isApart(...ids)).sort(mostAlike)
}

function byTrait(traits: Parameters<typeof suspectedPairs>[0]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [id, all] of traits)
    for (const { trait, value } of all) {
      const said = JSON.stringify([trait, value])
      found.set(said, [...(found.get(said) ?? []), id])
    }
  return found
}

const pairsIn = (ids: readonly string[]): [string, string][] => {
  const inOrder = [...new Set(ids)].sort()
  return inOrder.flatMap((one, at) => inOrder.slice(at + 1).map((other): [string, string] => [one, other]))
}

const isSuspected = (reasons: readonly string[]): boolean =>
  reasons.some((reason) => telling.has(reason)) || (reasons.includes(named) && reasons.length > 1)

/** @throws BadCursor when the pair that the page before ended with is none any more */
export function pageOf(pairs: readonly Alike[], { limit = 20, cursor }: { limit?: number; cursor?: string }) {
  const from = cursor === undefined ? 0 : pairs.findIndex((pair) => cursorOf(pair) === cursor) + 1
  if (cursor !== undefined && from === 0) throw new BadCursor()
  const shown = pairs.slice(from, from + limit)
  const last = shown.at(-1)
  return { shown, next: last && from + limit < pairs.length ? cursorOf(last) : undefined }
}

const cursorOf = ({ ids }: Alike): string => ids.join(' ')

const mostAlike = (one: Alike, other: Alike): number =>
  other.reasons.length - one.reasons.length || (one.ids.join(' ') < other.ids.join(' ') ? -1 : 1)

/** @throws DomainError `not-allowed` for whoever does not look after the register, or reads all of it */
export function requireDuplicateReader({ viewer }: QueryContext<object>): void {
  if (!holds(viewer, ['steward', 'group', 'auditor']) && !viewer.member.startsWith('system:')) refuse('not-allowed')
}
