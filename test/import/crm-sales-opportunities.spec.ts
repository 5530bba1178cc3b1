/** The public dataset through its mapping: real files, with their blemishes, come out with the known totals. */
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { importTargets } from '#crm/imports/import-targets.js'
import {
  compileTargets,
  type ImportFile,
  type PlannedRecord,
  type PlannedRow,
  type PlanRequest,
  planRows,
  preview,
  type RecordReference,
  readMapping,
} from '#imports'
import type { Money } from '#kernel'
import { describeWhen } from '../lanes/describe-when.js'

const root = resolve(import.meta.dirname, '../../..')
const shared = process.env.KUMPPANI_SHARED ?? resolve(root, '../shared')
const folder = join(shared, 'data/crm-sales-opportunities')

const { catalogue } = compileTargets(importTargets, business.registry)

const onDisk = (name: string): ImportFile => ({ name, open: () => createReadStream(join(folder, name)) })

function request(): PlanRequest {
  const path = join(root, 'test/import/crm-sales-opportunities.mapping.yaml')
  return {
    mapping: readMapping(readFileSync(path, 'utf8'), 'crm-sales-opportunities.mapping.yaml'),
    files: {
      accounts: onDisk('accounts.csv'),
      products: onDisk('products.csv'),
      teams: onDisk('sales_teams.csv'),
      pipeline: onDisk('sales_pipeline.csv'),
    },
    catalogue,
  }
}

const isPresent = { holds: existsSync(folder), otherwise: `${folder} is not there` }

describeWhen(isPresent, 'the public sales dataset', () => {
  const rows: PlannedRow[] = []
  let records: PlannedRecord[] = []
  const of = (target: string) => records.filter((record) => record.target === target)

  beforeAll(async () => {
    for await (const row of planRows(request())) rows.push(row)
    records = rows.flatMap((row) => (row.outcome === 'planned' ? row.records : []))
  })

  it('refuses no row and reads every file to its end', () => {
    expect(rows.filter(({ outcome }) => outcome === 'refused' || outcome === 'stopped')).toEqual([])
  })

  it('plans 85 customers, 15 of them with a parent that is itself planned', () => {
    const names = new Set(of('customer').map(({ key }) => key[0]))
    const parents = of('customer').flatMap(({ fields }) => (fields.parent ? [fields.parent as RecordReference] : []))
    expect(names.size).toBe(85)
    expect(parents).toHaveLength(15)
    expect(parents.every(({ key }) => names.has(key[0]))).toBe(true)
  })

  it('repairs sectors and countries by the value tables', () => {
    const countries = new Set(of('customer').map(({ fields }) => fields.country))
    const sectors = new Set(of('customer').map(({ fields }) => fields.sector))
    expect(countries.size).toBe(15)
    expect([countries.has('PH'), countries.has('KR')]).toEqual([true, true])
    expect([sectors.has('technology'), sectors.has('technolgy')]).toEqual([true, false])
  })

  it('takes revenue in millions of dollars to the cent', () => {
    const first = of('customer').find(({ key }) => key[0] === 'Acme Corporation')
    expect(first?.fields.revenue).toEqual({ amountMinor: 110_004_000_000, currency: 'USD' })
  })

  it('plans units, leaders and sellers once each', () => {
    expect(of('unit')).toHaveLength(3)
    expect(of('member').filter(({ fields }) => fields.role === 'manager')).toHaveLength(6)
    expect(of('member').filter(({ fields }) => fields.role === 'member')).toHaveLength(35)
  })

  it('sets 1,425 of 8,800 opportunities aside for want of an account', () => {
    const pipeline = rows.filter((row) => row.outcome !== 'stopped' && row.source.head.file === 'sales_pipeline.csv')
    const aside = pipeline.filter((row) => row.outcome === 'set-aside' && row.rule === 'no-account')
    expect([pipeline.length, aside.length, of('opportunity').length]).toEqual([8_800, 1_425, 7_375])
  })

  it('plans 4,238 won for 10,005,534 dollars, 2,473 lost, 501 engaging and 163 prospecting', () => {
    const closed = new Set([...of('opportunity-won'), ...of('opportunity-lost')].map(({ key }) => key[0]))
    const open = of('opportunity').filter(({ key }) => !closed.has(key[0]))
    const stages = (stage: string) => open.filter(({ fields }) => fields.stage === stage).length
    const won = of('opportunity-won').reduce((sum, { fields }) => sum + (fields.value as Money).amountMinor, 0)
    expect([of('opportunity-won').length, won / 100]).toEqual([4_238, 10_005_534])
    expect([of('opportunity-lost').length, stages('engaging'), stages('prospecting')]).toEqual([2_473, 501, 163])
  })

  it('dates prospects before everything else, and finds the product under its other name', () => {
    const prospects = of('opportunity').filter(({ fields }) => fields.stage === 'prospecting')
    const renamed = of('opportunity').find(({ key }) => key[0] === 'Z063OYW0')
    expect(new Set(prospects.map(({ at }) => at.precision))).toEqual(new Set(['before']))
    expect(renamed?.fields.product).toEqual({ target: 'product', key: ['GTX Pro'] })
    expect(renamed?.at).toEqual({ precision: 'day', at: '2016-10-25' })
  })

  it('previews the same totals', async () => {
    const shown = await preview(request(), 3)
    expect(shown.records).toEqual({
      customer: 85,
      product: 7,
      subsidiary: 1,
      unit: 3,
      member: 41,
      opportunity: 7_375,
      'opportunity-won': 4_238,
      'opportunity-lost': 2_473,
    })
    expect(shown.setAside).toEqual({ 'no-account': 1_425 })
    expect([shown.refusedRows, shown.samples.planned.length, shown.samples.setAside.length]).toEqual([0, 3, 3])
  })
})
