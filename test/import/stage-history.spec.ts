/** The stage history of a thousand deals, in any order: as of right at every step, and no event when it comes again. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { opportunities } from '#crm/opportunities/opportunities.view.js'
import { ImportingGroup, textFile } from './importing-group.js'

const mapping = `kumppani-mapping: 1
source: old
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { customers: { name: customers.csv }, deals: { name: deals.csv }, history: { name: history.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: "no" } }]
  - file: deals
    records:
      - target: opportunity
        key: id
        at: { constant: 2024-01-01 }
        fields: { customer: customer, unit: { constant: fi }, name: id, profile: { constant: product-sale }, stage: { constant: prospecting } }
  - file: history
    records:
      - { target: opportunity-stage, key: step, at: day, fields: { opportunity: deal, to: stage } }
`
const stages = ['engaging', 'needs-agreed', 'offered', 'negotiating', 'engaging'] as const
const days = ['2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01', '2024-06-01'] as const
const many = 1000
const deals = Array.from({ length: many }, (_, at) => at)

/** Deal number n goes through three of the stages, from its own one on; some stand at the same twice. */
const stageOf = (deal: number, step: number): string =>
  stages[(deal * 3 + step * (1 + (deal % 2))) % stages.length] ?? ''
const steps = deals.flatMap((deal) => [0, 1, 2].map((step) => ({ deal, step })))
/** In an order that has nothing to do with time. */
const shuffled = steps
  .map((each, at) => ({ each, place: (at * 7919) % steps.length }))
  .sort((a, b) => a.place - b.place)

const files = {
  customers: textFile('customers.csv', `no\n${Array.from({ length: 20 }, (_, at) => at).join('\n')}\n`),
  deals: textFile('deals.csv', `id,customer\n${deals.map((deal) => `D${deal},${deal % 20}`).join('\n')}\n`),
  history: textFile(
    'history.csv',
    `step,deal,day,stage\n${shuffled
      .map(({ each: { deal, step } }) => `H${deal}-${step},D${deal},${days[step]},${stageOf(deal, step)}`)
      .join('\n')}\n`,
  ),
}

describe('the stage history of a thousand deals', () => {
  let importing: ImportingGroup

  beforeAll(async () => {
    importing = await ImportingGroup.open('EUR')
    await importing.unit('fi')
    expect(await importing.import({ mapping, files })).toMatchObject({ refused: 0, inPart: 0, saidAgain: 0 })
  }, 240_000)
  afterAll(() => importing.close())

  it('is as it was, as of every step', async () => {
    for (const step of [0, 1, 2]) {
      const known = await importing.documents(opportunities, { asOf: `${days[step]}T12:00:00.000Z` })
      const opened = await importing.group.core.ports.sealer.open(known)
      const wrong = opened.filter(({ name, stage }) => stage !== stageOf(Number(String(name).slice(1)), step))
      expect([opened.length, wrong.map(({ name, stage }) => `${name} at ${stage}`)]).toEqual([many, []])
    }
  }, 120_000)

  it('is no event when it comes again', async () => {
    expect(await importing.import({ mapping, files })).toMatchObject({ recorded: 0, changed: 0, events: 0, refused: 0 })
  }, 240_000)
})
