/**
 * The public dataset, or a cut of it where time is short (LONG=on takes all), imported, changed in every column and imported again: what stands is what an import of the changed
 * files alone would have made; the same once more is no event; undone newest first, nothing is left.
 */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { customersView } from '#crm/customers/customers.view.js'
import { type OpportunityDocument, opportunities } from '#crm/opportunities/opportunities.view.js'
import { organization } from '#crm/organization/organization.reference.js'
import type { Progress } from '#imports'
import { tableOf } from '#read-models/rows/tables.js'
import { verified } from '../harness/verified.js'
import { describeWhen } from '../lanes/describe-when.js'
import { ImportingGroup, textFile } from './importing-group.js'
import { datasetFile, datasetFiles, datasetMapping, hasDataset } from './public-dataset.js'

type Row = Record<string, string>
type Tables = Record<keyof typeof datasetFiles, Row[]>
const isWhole = process.env.LONG === 'on'
const deals = isWhole ? Number.POSITIVE_INFINITY : 240
const patienceMs = isWhole ? 3_600_000 : 240_000

function rowsOf(name: string, most: number): Row[] {
  const [header = '', ...lines] = readFileSync(datasetFile(name), 'utf8').trim().split(/\r?\n/)
  const names = header.split(',')
  const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])))
  return (isWhole ? rows : rows.filter(({ account }) => account !== '')).slice(0, most)
}

const filesOf = (tables: Tables) =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => {
      const names = Object.keys(rows[0] ?? {})
      const text = [names, ...rows.map((row) => names.map((column) => row[column]))].map((cells) => cells.join(','))
      return [name, textFile(`${name}.csv`, `${text.join('\n')}\n`)]
    }),
  )

const nextDay = (date = ''): string => {
  const [month, day, year] = date.split('/').map(Number)
  const next = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (day ?? 0) + 1))
  return `${next.getUTCMonth() + 1}/${next.getUTCDate()}/${next.getUTCFullYear()}`
}

/** The next of the values that stand in a column. */
const nextIn = (rows: readonly Row[], column: string, value = ''): string => {
  const all = [...new Set(rows.map((row) => row[column] ?? ''))].filter((one) => one !== '')
  return all[(all.indexOf(value) + 1) % all.length] ?? ''
}

const closed = (row: Row) => ({ close_date: row.close_date || '12/30/2017', close_value: row.close_value || '900' })
const stages: Record<string, (row: Row) => Row> = {
  Won: () => ({ deal_stage: 'Engaging', close_date: '', close_value: '' }),
  Lost: (row) => ({ ...closed(row), deal_stage: 'Won', close_value: '1234' }),
  Engaging: (row) => ({ ...closed(row), deal_stage: 'Lost', close_value: '0' }),
  Prospecting: (row) => ({ ...closed(row), deal_stage: 'Won', engage_date: '11/1/2017' }),
}

/** Each deal in one column, each column in many deals; each account, product and seller in all of them. */
function changed(tables: Tables): Tables {
  const { accounts, products, teams, pipeline } = tables
  const ofDeal: ((row: Row) => Partial<Row>)[] = [
    (row) => ({ sales_agent: nextIn(teams, 'sales_agent', row.sales_agent) }),
    (row) => ({ product: nextIn(products, 'product', row.product === 'GTXPro' ? 'GTX Pro' : row.product) }),
    // A row without an account is set aside, before and after.
    (row) => (row.account ? { account: nextIn(accounts, 'account', row.account) } : {}),
    (row) => stages[row.deal_stage ?? '']?.(row) ?? {},
    (row) => (row.engage_date && row.engage_date !== row.close_date ? { engage_date: nextDay(row.engage_date) } : {}),
    (row) => (row.close_date ? { close_date: nextDay(row.close_date) } : {}),
    (row) => (row.deal_stage === 'Won' ? { close_value: String(Number(row.close_value) + 10) } : {}),
  ]
  return {
    teams: teams.map((row) => ({
      ...row,
      manager: nextIn(teams, 'manager', row.manager),
      regional_office: nextIn(teams, 'regional_office', row.regional_office),
    })),
    accounts: accounts.map((row) => ({
      ...row,
      sector: nextIn(accounts, 'sector', row.sector),
      year_established: String(Number(row.year_established) + 1),
      revenue: String(Number(row.revenue) + 1),
      employees: String(Number(row.employees) + 1),
      office_location: nextIn(accounts, 'office_location', row.office_location),
      subsidiary_of: row.subsidiary_of ? '' : 'Acme Corporation' === row.account ? '' : 'Acme Corporation',
    })),
    products: products.map((row) => ({
      ...row,
      series: `${row.series}X`,
      sales_price: String(Number(row.sales_price) + 1),
    })),
    pipeline: pipeline.map((row, at) => ({ ...row, ...ofDeal[at % ofDeal.length]?.(row) }) as Row),
  }
}

/** What stands, by names: ids are of each group alone. */
async function standing(importing: ImportingGroup): Promise<unknown> {
  const { core } = importing.group
  const customers = await importing.documents(customersView)
  const nameOf = new Map(customers.map(({ id, name }) => [id, name]))
  const { products, members } = core.references().get(organization)
  const memberOf = new Map(
    await core.ports.sealer.open([...members.values()].map(({ id, name }) => [id, name] as const)),
  )
  const register = customers.map(({ name, sector, country, employees, foundedYear, revenueMinor, parent }) => ({
    ...{ name, sector, country, employees, foundedYear, revenueMinor },
    parent: parent && nameOf.get(parent),
  }))
  // A deal that was moved to another customer is read there alone.
  await importing.group.projector.catchUp()
  const opened = (await importing.events()).filter(({ type }) => type === 'opportunity.opened')
  const ids = new Set(opened.map(({ stream }) => stream.slice('opportunity-'.length)))
  const rows = await Promise.all([...ids].map((id) => importing.group.store.get(tableOf(opportunities), id)))
  const deals = rows.flatMap((row) => (row ? [row.doc as unknown as OpportunityDocument] : []))
  const sold = (await core.ports.sealer.open(deals)).map(
    ({ name, customer, unit, owner = '', product, stage, status, value, openedAt, wonAt, lostAt }) => ({
      ...{ name, unit, product, stage, status, openedAt, wonAt, lostAt, minor: value?.amountMinor },
      ...{ customer: nameOf.get(customer), owner: memberOf.get(owner) },
    }),
  )
  const listed = [...products.values()].map(({ code, line }) => ({ code, line }))
  const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort()
  const staff = [...members.values()].map(({ id, unit, leads, grants, left }) => ({
    ...{ name: memberOf.get(id), unit, leads, left },
    grants: grants.map(({ role, unit: at }) => `${role} ${at}`),
  }))
  return { register: sorted(register), sold: sorted(sold), listed: sorted(listed), staff: sorted(staff) }
}

describeWhen(hasDataset, `${isWhole ? 'the' : 'a cut of the'} public dataset, changed in every column`, () => {
  const first: Tables = {
    accounts: hasDataset.holds ? rowsOf(datasetFiles.accounts, 100) : [],
    products: hasDataset.holds ? rowsOf(datasetFiles.products, 100) : [],
    teams: hasDataset.holds ? rowsOf(datasetFiles.teams, 100) : [],
    pipeline: hasDataset.holds ? rowsOf(datasetFiles.pipeline, deals) : [],
  }
  const then = changed(first)
  const bring = (into: ImportingGroup, tables: Tables): Promise<Progress> =>
    into.import({ mapping: datasetMapping(), files: filesOf(tables) })
  let importing: ImportingGroup
  const imports: string[] = []

  beforeAll(async () => {
    importing = await ImportingGroup.open('USD')
    imports.push((await bring(importing, first)).import)
  }, patienceMs)
  afterAll(() => importing.close())

  it(
    'is there as if the changed files had been imported alone, and the same once more is no event',
    async () => {
      const again = await bring(importing, then)
      imports.push(again.import)
      expect(again).toMatchObject({ refused: 0, inPart: 0, recorded: 0 })
      const alone = await ImportingGroup.open('USD')
      try {
        expect(await bring(alone, then)).toMatchObject({ refused: 0, inPart: 0 })
        expect(await standing(importing)).toEqual(await standing(alone))
      } finally {
        await alone.close()
      }
      const once = await bring(importing, then)
      imports.push(once.import)
      expect(once).toMatchObject({ events: 0, refused: 0, inPart: 0 })
    },
    patienceMs,
  )

  it(
    'leaves nothing when it is undone newest first',
    async () => {
      for (const id of imports.toReversed()) {
        expect(await importing.undo(id)).toMatchObject({ state: 'undone', kept: 0 })
      }
      const { units, members, products } = importing.group.core.references().get(organization)
      expect([units.size, members.size, products.size]).toEqual([0, 0, 0])
      expect([await importing.documents(opportunities), await importing.documents(customersView)]).toEqual([[], []])
      await importing.group.projector.catchUp()
      expect((await verified(importing.group)).differences).toEqual([])
    },
    patienceMs,
  )
})
