/** What is said to be faulty is something that the customer has bought from those who say it. */
import { describe, expect, it } from '@jest/globals'
import type { Noun } from '../texts/grammar.js'
import { grammars } from '../texts/texts.js'
import type { InventedLanguage } from '../texts/vocabulary.js'
import { isAmendment } from './run/act.js'
import { planDemo } from './seed-demo.js'

interface Body {
  customer: string
  customers: string[]
  unit: string
  product: string
  lines: { product: string }[]
  language?: InventedLanguage
  note?: string
  goal?: string
  subject?: string
  into: string
}

const acts = planDemo('2026-09-14', 7).flatMap((step) =>
  isAmendment(step)
    ? []
    : [{ ...step, body: step.body as Body, day: (step.occurred?.occurredAt ?? step.at).slice(0, 10) }],
)
const mergedInto = new Map(
  acts.filter(({ command }) => command === 'merge').map(({ id, body }) => [String(id), body.into]),
)

/** By customer, unit and product, the first day on which it was won. */
function boughtOn(): Map<string, string> {
  const bought = new Map<string, string>()
  for (const deal of Map.groupBy(
    acts.filter(({ category }) => category === 'opportunity'),
    ({ id }) => id,
  ).values()) {
    const [opened, won] = [deal[0], deal.find(({ command }) => command === 'win')]
    if (!opened || !won) continue
    const lines = deal.flatMap(({ body }) => body.lines ?? []).map(({ product }) => product)
    for (const product of [opened.body.product, ...lines]) {
      const key = `${opened.body.customer} ${opened.body.unit} ${product}`
      if (won.day < (bought.get(key) ?? '9999')) bought.set(key, won.day)
    }
  }
  return bought
}

/** What a text says that something fails, as the codes of products that it may mean. */
function faultyIn(language: InventedLanguage, text: string): string[][] {
  const grammar = grammars[language]
  const coolers = ['cooler', 'cooler@laboratory', 'cooler@ship'].flatMap((list) => grammar[list] as readonly Noun[])
  return (grammar.fault as readonly string[]).flatMap((fault) => {
    const [before, after] = text.toLowerCase().split(` ${fault.toLowerCase()}`)
    if (after === undefined || before === undefined) return []
    const named = ({ nom = '', def = nom }: Noun) => new RegExp(`(?<!\\p{L})${def}$`, 'iu').test(before)
    return [coolers.filter(named).map(({ code = '' }) => code.toLowerCase())]
  })
}

describe('what fails in the notes of the demo', () => {
  const bought = boughtOn()
  const complaints = acts.flatMap(({ body, day }) => {
    const { language, customers: [customer = ''] = [], unit } = body
    if (!language) return []
    const texts = [body.note, body.goal, body.subject].filter((text) => text !== undefined)
    const faulty = texts.flatMap((text) => faultyIn(language, text).map((codes) => ({ codes, text })))
    return faulty.map((said) => ({ ...said, day, customer: mergedInto.get(customer) ?? customer, unit }))
  })

  it('was bought before', () => {
    expect(complaints.length).toBeGreaterThan(100)
    const wrong = complaints.filter(
      ({ codes, customer, unit, day }) =>
        !codes.some((code) => (bought.get(`${customer} ${unit} ${code}`) ?? day) < day),
    )
    expect(wrong.slice(0, 5)).toEqual([])
  })
})
