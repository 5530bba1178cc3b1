/** The public dataset imported, looked at now and in the past, imported again, and undone. */
import { createReadStream } from 'node:fs'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { customersView } from '#crm/customers/customers.view.js'
import { type OpportunityDocument, opportunities } from '#crm/opportunities/opportunities.view.js'
import { organization } from '#crm/organization/organization.reference.js'
import { relationships } from '#crm/relationships/relationships.view.js'
import type { Progress } from '#imports'
import { endOf, type Position } from '#kernel'
import { rebuiltFigures } from '../docs/rebuilt-figures.js'
import { hasPython } from '../engines/python.js'
import { describeWhen } from '../lanes/describe-when.js'
import { ImportingGroup } from './importing-group.js'
import {
  addTurnover,
  datasetFile,
  datasetFiles,
  datasetMapping,
  hasDataset,
  type Turnover,
  turnoverOfFiles,
} from './public-dataset.js'

const onDisk = (name: string) => ({ name, open: () => createReadStream(datasetFile(name)) })
const mapping = datasetMapping()
const files = Object.fromEntries(Object.entries(datasetFiles).map(([name, file]) => [name, onDisk(file)]))
const zone = 'America/Chicago'
const years = { from: '2016-01-01', to: '2018-12-31' }
const endOfJune = new Date(Date.parse(endOf('2017-06-30', zone)) - 1).toISOString()

/** By office and quarter, from documents. */
function turnoverOf(documents: OpportunityDocument[]): Map<string, Turnover> {
  const sums = new Map<string, Turnover>()
  for (const { unit, status, wonAt, lostAt, value } of documents) {
    const at = wonAt ?? lostAt
    if (at === undefined) continue
    const [year, month] = at.split('-')
    addTurnover(
      sums,
      `${unit} ${year}-${Math.ceil(Number(month) / 3)}`,
      status === 'won' ? (value?.groupMinor ?? 0) / 100 : undefined,
    )
  }
  return sums
}

const sorted = (sums: Map<string, unknown>) => [...sums].sort(([a], [b]) => (a < b ? -1 : 1))
const wonIn = (documents: OpportunityDocument[]) => documents.filter(({ status }) => status === 'won')
const dollars = (documents: OpportunityDocument[]) =>
  documents.reduce((sum, { value }) => sum + (value?.groupMinor ?? 0), 0) / 100

describeWhen(hasDataset, 'the public sales dataset, imported', () => {
  let importing: ImportingGroup
  let done: Progress
  let before: Position = 0
  const deals = (moment = {}) => importing.documents(opportunities, moment)

  beforeAll(async () => {
    importing = await ImportingGroup.open('USD')
    before = await importing.group.log.head()
    done = await importing.import({ mapping, files })
    // What an import left is told as far as the read models are.
    await importing.group.projector.catchUp()
  }, 300_000)
  afterAll(() => importing.close())

  it('refuses no row, and sets 1,425 aside and lists them', async () => {
    expect(done).toMatchObject({ rows: 8_927, refused: 0, setAside: 1_425, unchanged: 0, state: 'completed' })
    const listed: unknown[] = []
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const query = cursor === '' ? {} : { cursor }
      const page: { setAside: unknown[]; next?: string } = await importing.group.ask(
        'import',
        { id: done.import },
        { query },
      )
      listed.push(...page.setAside)
      cursor = page.next
    }
    expect(listed).toHaveLength(1_425)
    expect(listed[0]).toEqual({ file: 'sales_pipeline.csv', line: expect.any(Number), why: 'no-account' })
  })

  it('knows 85 customers, 15 of them with a parent that is one of them', async () => {
    const documents = await importing.documents(customersView)
    const ids = new Set(documents.map(({ id }) => id))
    const parents = documents.flatMap(({ parent }) => parent ?? [])
    expect([ids.size, parents.length, parents.every((id) => ids.has(id))]).toEqual([85, 15, true])
  })

  it('knows 7,375 opportunities: won, lost, engaging and prospecting', async () => {
    const documents = await deals()
    const open = (stage: string) => documents.filter((one) => one.status === 'open' && one.stage === stage).length
    const lost = documents.filter(({ status }) => status === 'lost').length
    expect([documents.length, wonIn(documents).length, dollars(wonIn(documents))]).toEqual([7_375, 4_238, 10_005_534])
    expect([lost, open('engaging'), open('prospecting')]).toEqual([2_473, 501, 163])
  })

  it('knows 241 relationships', async () => {
    expect(await importing.documents(relationships)).toHaveLength(241)
  })

  it('has revenue, wins and losses of every office and quarter as the files say', async () => {
    expect(sorted(turnoverOf(await deals()))).toEqual(sorted(turnoverOfFiles()))
  })

  describeWhen(hasPython, 'as others read it', () => {
    it('comes to the same', async () => {
      const { winRate, wonRevenueMinor, unvalued, relationshipsByStage } = await rebuiltFigures(importing.group, years)
      expect([winRate, unvalued]).toEqual([{ part: 4_238, whole: 4_238 + 2_473 }, 0])
      const ofFiles = new Map<string, number>()
      for (const [key, [revenue]] of turnoverOfFiles()) {
        const quarter = key.slice(key.indexOf(' ') + 1).replace('-', '-Q')
        ofFiles.set(quarter, (ofFiles.get(quarter) ?? 0) + revenue * 100)
      }
      expect(wonRevenueMinor).toEqual(Object.fromEntries(ofFiles))
      expect(Object.values(relationshipsByStage).reduce((sum, count) => sum + count, 0)).toBe(241)
    })
  })

  it('shows how it was on 30 June 2017', async () => {
    const documents = await deals({ asOf: endOfJune })
    const lost = documents.filter(({ status }) => status === 'lost').length
    expect([wonIn(documents).length, dollars(wonIn(documents)), lost]).toEqual([1_785, 4_220_783, 894])
  })

  it('was not known before the import', async () => {
    expect(await deals({ knownAt: before })).toEqual([])
    expect(await importing.documents(customersView, { knownAt: before })).toEqual([])
  })

  it('changes nothing when it is imported again', async () => {
    const again = await importing.import({ mapping, files })
    expect(again).toMatchObject({ recorded: 0, changed: 0, unchanged: 7_502, events: 0, refused: 0 })
  }, 300_000)

  it('is gone after an undo, while what was known before it stays to be seen', async () => {
    const known = await importing.group.log.head()
    const undone = await importing.undo(done.import)
    expect(undone).toMatchObject({
      facts: done.events,
      retracted: done.events,
      restored: 0,
      kept: 0,
      state: 'undone',
    })
    const { units, members, products } = importing.group.core.references().get(organization)
    expect([units.size, members.size, products.size]).toEqual([0, 0, 0])
    expect([await deals(), await importing.documents(customersView)]).toEqual([[], []])
    expect(await importing.documents(relationships)).toEqual([])
    expect(dollars(wonIn(await deals({ knownAt: known })))).toBe(10_005_534)
  }, 300_000)

  it('can be imported once more after it was undone', async () => {
    const once = await importing.import({ mapping, files })
    expect(once).toMatchObject({ recorded: 7_502, refused: 0, events: done.events })
    expect(dollars(wonIn(await deals()))).toBe(10_005_534)
  }, 300_000)
})
