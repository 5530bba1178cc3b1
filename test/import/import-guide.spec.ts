/** The worked example of the import guide does what the guide says: its files and mapping are taken from the page itself. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { importTargets } from '#crm/imports/import-targets.js'
import { compileTargets, type ImportFile, type PlannedRow, planRows, readMapping } from '#imports'

const page = resolve(import.meta.dirname, '../../../docs/how-to/import.md')

const { catalogue } = compileTargets(importTargets, business.registry)

/** The block of code that follows a file's name, in the encoding that the guide declares. */
function example(text: string, name: string): ImportFile & { text: string } {
  const block = new RegExp(`\`${name.replaceAll('.', '\\.')}\`\n\n\`\`\`\\w+\n(.*?)\`\`\``, 's').exec(text)?.[1]
  if (block === undefined) throw new Error(`the guide shows no ${name}`)
  return {
    name,
    text: block,
    async *open() {
      yield Buffer.from(block.replaceAll('€', '\u0080'), 'latin1')
    },
  }
}

describe('the import guide', () => {
  const rows: PlannedRow[] = []

  beforeAll(async () => {
    const text = readFileSync(page, 'utf8')
    const mapping = readMapping(example(text, 'old-dealer.mapping.yaml').text, 'old-dealer.mapping.yaml')
    const [customers, sellers, deals] = ['customers.csv', 'sellers.csv', 'deals.csv'].map((name) => example(text, name))
    const files = { customers, sellers, deals } as Record<string, ImportFile>
    for await (const row of planRows({ mapping, files, catalogue })) rows.push(row)
  })

  it('plans three customers, two opportunities and a win, and sets one deal aside', () => {
    const targets = rows.map((row) =>
      row.outcome === 'planned' ? row.records.map(({ target }) => target) : row.outcome,
    )
    expect(targets).toEqual([
      ['customer'],
      ['customer'],
      ['customer'],
      ['opportunity', 'opportunity-won'],
      ['opportunity'],
      'set-aside',
    ])
  })

  it('reads amounts, dates, joins and parents as it says', () => {
    const [hotel, catering, , won] = rows.map((row) => (row.outcome === 'planned' ? row.records : []))
    expect(hotel?.[0]?.fields).toMatchObject({
      sector: 'hospitality',
      country: 'FI',
      revenue: { amountMinor: 420_000_000 },
    })
    expect(catering?.[0]?.fields.parent).toEqual({ target: 'customer', key: ['1001'] })
    expect(won?.[0]?.fields.unit).toEqual({ target: 'unit', key: ['Turku'] })
    expect(won?.[1]).toMatchObject({
      at: { precision: 'day', at: '2025-03-03' },
      fields: { value: { amountMinor: 1_840_000, currency: 'EUR' } },
    })
  })
})
