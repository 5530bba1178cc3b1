/**
 * Every difference between two imports of a source is recorded, or refused with its reason: for each target, each field and
 * the moment. The same rows once more are no event.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { importTargets } from '#crm/imports/import-targets.js'
import { compileTargets, type Progress, type TargetField } from '#imports'
import { ImportingGroup, textFile } from './importing-group.js'

const { catalogue } = compileTargets(importTargets, business.registry)
const targets = Object.keys(catalogue)

/** What stands before, by number; no target makes a project of a customer. */
const support = `kumppani-mapping: 1
source: old
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { support: { name: support.csv } }
rows:
  - file: support
    records:
      - { target: customer, key: "no", at: before, fields: { name: "no" } }
      - { target: contact, key: "no", at: before, fields: { name: "no" } }
      - { target: product, key: "no", at: before, fields: { code: "no", name: "no", line: "no", kind: { constant: product } } }
      - target: member
        key: { all: [{ constant: m }, "no"], with: "" }
        at: before
        fields: { name: "no", function: { constant: sales }, language: { constant: fi }, unit: { constant: fi } }
      - target: opportunity
        key: "no"
        at: before
        fields: { customer: "no", unit: { constant: fi }, name: "no", profile: { constant: product-sale }, stage: { constant: engaging }, value: { constant: "5" } }
`
const many = 120
const numbers = Array.from({ length: many }, (_, at) => at + 1)

/** Of each target the values that its rules ask for, the first and the second. */
const asked: Record<string, Record<string, readonly [string, string]>> = {
  opportunity: { profile: ['product-sale', 'project-sale'], stage: ['engaging', 'negotiating'] },
  'opportunity-stage': { to: ['offered', 'negotiating'] },
  'relationship-stage': { to: ['exploratory', 'basic'] },
  rate: { currency: ['SEK', 'NOK'], toGroup: ['0.09', '0.1'] },
  subsidiary: {
    'businessHours.opensMinute': ['480', '500'],
    'businessHours.closesMinute': ['960', '980'],
    fiscalYearStartsMonth: ['1', '4'],
  },
  member: { role: ['member', 'manager'], identity: ['s-N', 't-N'] },
  unit: { subsidiary: ['fi', 'se'] },
}

const ofForm: Record<string, readonly [string, string]> = {
  'a mail address': ['aN@group.example', 'bN@group.example'],
  'a time zone': ['Europe/Helsinki', 'Europe/Stockholm'],
  'a phone number': ['+358401234567', '+358409876543'],
  'a country code like FI': ['FI', 'SE'],
  'a currency code like EUR': ['EUR', 'SEK'],
  'a language code like fi': ['fi', 'sv'],
}

const ofReference: Record<string, readonly [string, string]> = {
  unit: ['fi', 'se'],
  subsidiary: ['fi', 'se'],
  member: ['mN', 'mM'],
}

/** What a field says in row N, at first and then; M is another number. */
function pairOf(target: string, name: string, field: TargetField): readonly [string, string] {
  const own = asked[target]?.[name]
  if (own) return own
  switch (field.kind) {
    case 'label':
      return field.form ? (ofForm[field.form.name] ?? ['aN', 'bN']) : ['A N', 'B N']
    case 'integer':
      return [String(Math.max(field.min ?? 1, 1)), String(Math.max(field.min ?? 1, 1) + 1)]
    case 'decimal':
    case 'money':
      return ['15', '25']
    case 'day':
      return ['2025-03-01', '2025-03-02']
    case 'instant':
      return ['2025-03-01', '2025-03-02']
    case 'choice':
      return [field.choices[0] ?? '', field.choices[1] ?? '']
    case 'reference':
      return ofReference[field.target] ?? ['N', 'M']
    case 'list':
      return pairOf(target, name, { ...field.of })
    default:
      return ['A N', 'B N']
  }
}

const moment: readonly [string, string] = ['2025-01-10', '2025-01-12']

interface Plan {
  mapping: string
  /** Each field, and the moment, has a row in which it is to change. */
  names: string[]
  optional: string[]
  rows(change: (row: number, name: string) => 'first' | 'then' | 'empty'): string
}

function planOf(target: string): Plan {
  const fields = catalogue[target]?.fields ?? {}
  const names = Object.keys(fields).filter((name) => name !== 'customerProject')
  const columns = ['key', 'at', ...names]
  const mapped = names.map((name) => {
    const field = fields[name] as TargetField
    if (field.kind === 'list') return `          "${name}": { each: ["${name}"] }`
    return `          "${name}": "${name}"`
  })
  const mapping = `kumppani-mapping: 1
source: old
formats: { dates: ISO, currency: EUR, zone: Europe/Helsinki }
files: { rows: { name: rows.csv } }
rows:
  - file: rows
    records:
      - target: ${target}
        key: key
        at: at
        fields:
${mapped.join('\n')}
`
  const said = (pair: readonly [string, string], how: 'first' | 'then' | 'empty', row: number) =>
    how === 'empty' ? '' : pair[how === 'first' ? 0 : 1].replace(/N/, String(row)).replace(/M/, String(row + many / 2))
  const rows = (change: (row: number, name: string) => 'first' | 'then' | 'empty') =>
    [
      columns.join(','),
      ...['at', ...names].map((_, at) => {
        const row = at + 1
        const cells = names.map((name) =>
          said(pairOf(target, name, fields[name] as TargetField), change(row, name), row),
        )
        return [`k${row}`, moment[change(row, 'at') === 'then' ? 1 : 0], ...cells].join(',')
      }),
    ].join('\n')
  const optional = names.filter((name) => !fields[name]?.required)
  return { mapping, names: ['at', ...names], optional, rows }
}

interface Told {
  counts: Progress
  refused: { line: number; why: string }[]
}

describe.each(targets.map((target) => [target] as const))('%s', (target) => {
  const plan = planOf(target)
  let importing: ImportingGroup

  beforeAll(async () => {
    importing = await ImportingGroup.open('EUR')
    for (const unit of ['fi', 'se']) await importing.unit(unit)
    const text = `no\n${numbers.join('\n')}\n`
    const done = await importing.import({ mapping: support, files: { support: textFile('support.csv', text) } })
    expect(done).toMatchObject({ refused: 0, inPart: 0 })
  }, 60_000)
  afterAll(() => importing.close())

  async function send(change: Parameters<Plan['rows']>[0]): Promise<Told> {
    const files = { rows: textFile('rows.csv', plan.rows(change)) }
    const counts = await importing.import({ mapping: plan.mapping, files })
    const { refused } = await importing.ask<Told>('import', { id: counts.import })
    return { counts, refused }
  }

  const parts = ['business-id', 'vat-id', 'duns', 'lei', 'role']

  /** Whose rows said something else, and of which neither an event nor a refusal tells. */
  async function lostIn(names: readonly string[], how: 'then' | 'empty'): Promise<string[]> {
    const { log, core } = importing.group
    const rowOf = (name: string) => plan.names.indexOf(name) + 1
    const changed = (row: number, name: string) => (names.includes(name) && rowOf(name) === row ? how : 'first')
    const before = await log.head()
    const { refused } = await send(changed)
    const marks = new Set(
      (await log.readAll({ after: before, limit: 10_000 })).map(({ metadata }) => metadata.source?.record),
    )
    const markOf = (row: number, ...part: string[]) =>
      core.ports.hash.shortId('record', 'old', target, `k${row}`, ...part)
    const isTold = (row: number) =>
      [markOf(row), ...parts.map((part) => markOf(row, part))].some((mark) => marks.has(mark)) ||
      refused.some(({ line }) => line === row + 1)
    const lost = names.filter((name) => !isTold(rowOf(name)))
    const known = await log.head()
    await send(changed)
    const repeated = await log.readAll({ after: known, limit: 10_000 })
    const own = repeated.filter(({ stream }) => !stream.startsWith('import-'))
    return [...lost, ...own.map(({ type, data }) => `${type} ${JSON.stringify(data)} once more`)]
  }

  it('loses no difference, and repeats nothing', async () => {
    await send(() => 'first')
    expect((await send(() => 'first')).counts.events).toBe(0)
    expect(await lostIn(plan.names, 'then')).toEqual([])
    await send(() => 'first')
    expect((await send(() => 'first')).counts.events).toBe(0)
    expect(await lostIn(plan.optional, 'empty')).toEqual([])
  }, 120_000)
})
