/** One company or person in two spellings is suspected to be one, and others are not: forty of each. */
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { TestGroup } from '../harness/group.js'

jest.setTimeout(120_000)

let group: TestGroup
beforeEach(async () => {
  group = await (await TestGroup.open()).found()
})
afterEach(() => group.close())

const syllables = ['ka', 'lo', 'mi', 'ru', 'te', 'sä', 'pö', 'hei', 'vo', 'nu', 'ja', 'ry'] as const
const word = fc.array(fc.constantFrom(...syllables), { minLength: 3, maxLength: 5 }).map((all) => all.join(''))
const cased = (text: string) =>
  fc
    .constantFrom(
      (one: string) => one,
      (one: string) => one.toUpperCase(),
      (one: string) => one.charAt(0).toUpperCase() + one.slice(1),
    )
    .map((as) => as(text))
const form = fc.constantFrom('', ' Oy', ' OY', ' Oyj', ' Ab', ' oy', ' S.p.A.', ' G.m.b.H.', ' A/S')
const company = (name: string) => fc.tuple(cased(name), form).map((parts) => parts.join(''))

/** A Finnish mobile number: its seven last digits are told apart by whoever asks. */
const phone = (digits: string) => {
  const [one, two] = [digits.slice(0, 3), digits.slice(3)]
  return fc.constantFrom(
    `050 ${one} ${two}`,
    `+358 50 ${one}${two}`,
    `+358 (0)50 ${digits}`,
    `050-${one}-${two}`,
    `00358 50 ${digits}`,
    `050${digits}`,
  )
}
const mail = (name: string) => {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '')
  const box = fc.constantFrom(plain, `${plain}+crm`, plain.toUpperCase())
  return fc.tuple(box, fc.constantFrom('hotel.example', 'Hotel.Example')).map((parts) => parts.join('@'))
}

const names = fc.uniqueArray(word, { minLength: 80, maxLength: 80, size: 'max' })
const digitsOf = (at: number) => String(5_550_000 + at * 13)

/** Forty twice in two spellings, then forty once. */
const spelled = names.chain((all) =>
  fc.tuple(
    ...all.flatMap((name, at) => {
      const one = fc.record({ name: company(name), phone: phone(digitsOf(at)), mail: mail(name), of: fc.constant(at) })
      return at < 40 ? [one, one] : [one]
    }),
  ),
)
const seed = process.env.LAWS_SEED === undefined ? 12 : Number(process.env.LAWS_SEED)
const [spellings = []] = fc.sample(spelled, { numRuns: 1, seed })
const forty = Array.from({ length: 40 }, (_, at) => `${at} ${at}`)

interface Pairs {
  rows: { one: { id: string }; other: { id: string } }[]
  next?: string
}

/** All that is suspected, as who they were spelled for. */
async function suspected(page: string, whose: ReadonlyMap<string, number>): Promise<string[]> {
  const pairs: string[] = []
  let cursor: string | undefined
  do {
    const answer: Pairs = await group.ask<Pairs>(page, {}, { as: 'stella', query: { ...(cursor && { cursor }) } })
    pairs.push(...answer.rows.map(({ one, other }) => `${whose.get(one.id)} ${whose.get(other.id)}`))
    cursor = answer.next
  } while (cursor !== undefined)
  return pairs.sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10))
}

it.each([
  ['customer', 'customer-duplicates'],
  ['contact', 'contact-duplicates'],
] as const)('is told of the kind %s', async (category, page) => {
  const whose = new Map<string, number>()
  for (const spelling of spellings) {
    const { of, name } = spelling
    // People are told apart by their mail alone.
    const body =
      category === 'customer' ? { name, phone: spelling.phone } : { name: `Person ${whose.size}`, mail: spelling.mail }
    whose.set((await group.do(category, 'register', body, { as: 'aino' })).id, of)
  }
  expect(await suspected(page, whose)).toEqual(forty)
})
