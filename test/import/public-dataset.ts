/** The public sales dataset, where it is at hand, and what its files say by the shortest way there is. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Condition } from '../lanes/describe-when.js'

const root = resolve(import.meta.dirname, '../../..')
const shared = process.env.KUMPPANI_SHARED ?? resolve(root, '../shared')
const folder = join(shared, 'data/crm-sales-opportunities')

export const hasDataset: Condition = { holds: existsSync(folder), otherwise: `${folder} is not there` }
export const datasetMapping = (): string =>
  readFileSync(join(root, 'test/import/crm-sales-opportunities.mapping.yaml'), 'utf8')
export const datasetFile = (name: string): string => join(folder, name)

/** By their names in the mapping. */
export const datasetFiles = {
  accounts: 'accounts.csv',
  products: 'products.csv',
  teams: 'sales_teams.csv',
  pipeline: 'sales_pipeline.csv',
} as const

/** Revenue in dollars, wins and losses. */
export type Turnover = [number, number, number]

/** No cell of the files is quoted. */
function rowsOf(name: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(datasetFile(name), 'utf8').trim().split(/\r?\n/)
  const names = header.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])))
}

/** By office and quarter, straight from the files. */
export function turnoverOfFiles(): Map<string, Turnover> {
  const offices = new Map(rowsOf('sales_teams.csv').map((row) => [row.sales_agent, row.regional_office?.toLowerCase()]))
  const sums = new Map<string, Turnover>()
  for (const row of rowsOf('sales_pipeline.csv')) {
    const [month = '', , year = ''] = (row.close_date ?? '').split('/')
    if (row.account === '' || (row.deal_stage !== 'Won' && row.deal_stage !== 'Lost')) continue
    const key = `${offices.get(row.sales_agent)} ${year}-${Math.ceil(Number(month) / 3)}`
    addTurnover(sums, key, row.deal_stage === 'Won' ? Number(row.close_value) : undefined)
  }
  return sums
}

/** @param revenue of a deal that was won; undefined for one that was lost */
export function addTurnover(sums: Map<string, Turnover>, key: string, revenue: number | undefined): void {
  const [sum, won, lost] = sums.get(key) ?? [0, 0, 0]
  sums.set(key, revenue === undefined ? [sum, won, lost + 1] : [sum + revenue, won + 1, lost])
}
