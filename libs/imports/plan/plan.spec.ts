/** What becomes of rows: planned, set aside, refused with every problem at its cell, or stopped. */

import { describe, expect, it } from '@jest/globals'
import { say } from '#kernel'
import { fileOf, mappingOf, planOf } from '#test/import/testing.js'
import type { TargetCatalogue } from '../targets.js'
import { planRows } from './plan.js'
import type { PlannedRow } from './planned-row.js'
import { preview } from './preview.js'

const catalogue: TargetCatalogue = {
  customer: {
    fields: {
      name: { kind: 'label', required: true, max: 20 },
      mail: { kind: 'label', form: { name: 'an e-mail address', code: 'k-mail', fits: (text) => text.includes('@') } },
      size: { kind: 'integer', min: 0, max: 1000 },
      share: { kind: 'decimal', digits: 2 },
      worth: { kind: 'money' },
      since: { kind: 'day' },
      seen: { kind: 'instant' },
      status: { kind: 'choice', choices: ['active', 'passive'] },
      tags: { kind: 'list', of: { kind: 'label' } },
      site: { kind: 'reference', target: 'site' },
      note: { kind: 'text' },
    },
  },
  site: { fields: { name: { kind: 'label' } } },
}

interface Case {
  fields?: string
  record?: string
  rows?: string
  csv: string
  formats?: string
  side?: string
}

function request({ fields = 'name: name', record = '', rows = '', csv, formats = '', side }: Case) {
  const mapping = mappingOf(`kumppani-mapping: 1
source: old
formats: { dates: D.M.YYYY, currency: EUR${formats && `, ${formats}`} }
files: { main: { name: main.csv }, side: { name: side.csv } }
values: { states: { A: active, P: passive } }
rows:
  - file: main
    ${rows}
    records:
      - { target: customer, key: id, at: before, ${record} fields: { ${fields} } }
`)
  const files = { main: fileOf('main.csv', csv), ...(side && { side: fileOf('side.csv', side) }) }
  return { mapping, files, catalogue }
}

const plan = (given: Case) => planOf(request(given))

const fieldsOf = (row?: PlannedRow) => (row?.outcome === 'planned' ? row.records[0]?.fields : row)
const codes = (row?: PlannedRow) =>
  row && 'problems' in row && row.problems.length > 0 ? row.problems.map(({ code }) => code) : row?.outcome

/** The one field of the one row, or the codes of its problems. */
async function value(expression: string, cell: string, field = 'note', formats = '') {
  const csv = `id,name,a,b\n1,n,"${cell}",B\n`
  const [row] = await plan({ fields: `name: name, ${field}: ${expression}`, csv, formats })
  const isPlanned = row?.outcome === 'planned' && row.problems.length === 0
  return isPlanned ? row.records[0]?.fields[field] : codes(row)
}

describe('an expression', () => {
  it.each([
    ['a', ' x ', 'x'],
    ['{ constant: FI }', '', 'FI'],
    ['{ first: [a, b] }', '', 'B'],
    ['{ all: [a, b], with: "-" }', 'x', 'x-B'],
    ['{ all: [a, b] }', '', 'B'],
    ['{ column: a, split: ";", part: 2 }', 'x; y', 'y'],
    ['{ column: a, split: ";", part: 3 }', 'x; y', undefined],
    ['{ column: a, case: lower }', 'ÄX', 'äx'],
    ['{ column: a, strip: [" pcs", "~"] }', '~5 pcs', '5'],
    ['{ column: a, strip: x, default: none }', ' x ', 'none'],
    ['{ column: a, replace: { "$&": "", "-": "/" } }', '1-2$&', '1/2'],
    ['{ column: a, values: { x: y } }', 'x', 'y'],
    ['{ column: a, values: { x: y }, otherwise: keep }', 'z', 'z'],
    ['{ column: a, values: { x: y }, otherwise: empty, default: other }', 'z', 'other'],
    ['{ column: a, values: { x: y }, default: other }', '', 'other'],
    ['{ column: a, values: { x: y }, default: other }', 'z', ['not-in-table']],
    ['{ column: a, values: { toString: y }, otherwise: keep }', 'constructor', 'constructor'],
  ])('%s of "%s" is %s', async (expression, cell, expected) => {
    expect(await value(expression, cell)).toEqual(expected)
  })
})

describe('a field', () => {
  it.each([
    ['size', 'a', '12', 12],
    ['size', 'a', '1001', ['out-of-range']],
    ['size', 'a', '1.5', ['not-whole']],
    ['size', 'a', 'many', ['not-a-number']],
    ['size', '{ column: a, times: 1000 }', '0.5', 500],
    ['size', '{ column: a, times: "0.1", round: "0" }', '25', 3],
    ['size', '{ product: [a, { constant: "3" }], times: "2" }', '7', 42],
    ['size', '{ product: [a, { constant: "3" }] }', '', undefined],
    ['size', '{ product: [a, b] }', '7', ['not-a-number']],
    ['size', '{ sum: [a, { constant: "3" }], times: "2" }', '7', 20],
    ['size', '{ sum: [a, { constant: "3" }] }', '', 3],
    [
      'worth',
      '{ amount: { product: [a, { constant: "1.255" }], round: "2" }, currency: { constant: EUR } }',
      '1',
      {
        ...{ amountMinor: 126, currency: 'EUR' },
      },
    ],
    ['since', '{ column: a, date: [ISO, serial] }', '45123', '2023-07-16'],
    ['share', 'a', '0.25', '0.25'],
    ['share', 'a', '0.255', ['too-precise']],
    ['share', '{ column: a, decimal: "," }', '0,25', '0.25'],
    ['worth', 'a', '-10.5', { amountMinor: -1050, currency: 'EUR' }],
    ['worth', '{ amount: a, currency: { constant: JPY } }', '10', { amountMinor: 10, currency: 'JPY' }],
    ['worth', '{ amount: a, currency: { constant: JPY } }', '10.5', ['too-precise']],
    ['worth', '{ amount: a, currency: b }', '10', ['unknown-currency']],
    ['worth', 'a', '99999999999999999', ['out-of-range']],
    ['since', 'a', '29.2.2024', '2024-02-29'],
    ['since', 'a', '29.2.2023', ['not-a-date']],
    ['since', 'a', '1.1.0024', ['absurd-date']],
    ['since', '{ column: a, date: MM/YYYY }', '02/2024', ['not-a-date']],
    ['seen', '{ column: a, date: ISO }', '2024-02-29T10:00:00Z', '2024-02-29T10:00:00.000Z'],
    ['seen', 'a', '29.2.2024', ['no-time-of-day']],
    ['status', '{ column: a, values: states }', 'P', 'passive'],
    ['status', 'a', 'P', ['not-a-choice']],
    ['tags', '{ column: a, split: "," }', 'x, ,y', ['x', 'y']],
    ['tags', '{ each: [b, a] }', '', ['B']],
    ['site', 'a', 'S1', { target: 'site', key: ['S1'] }],
    ['site', '{ key: [b, a] }', 'S1', { target: 'site', key: ['B', 'S1'] }],
    ['site', '{ key: [b, a] }', '', ['key-missing']],
    ['mail', 'a', 'x@y', 'x@y'],
    ['mail', 'a', 'x', ['wrong-form']],
    ['mail', 'a', 'x\n@', ['line-break']],
    ['note', 'a', 'x\ny', 'x\ny'],
    ['note', 'a', '=1+1', '=1+1'],
    ['note', 'a', '', undefined],
  ])('%s: %s of "%s" is %j', async (field, expression, cell, expected) => {
    expect(await value(expression, cell, field)).toEqual(expected)
  })

  it('tells every problem of a row, each at its column, and no cell content in the sentences', async () => {
    const fields = 'name: name, size: size, since: since'
    const [row] = await plan({ fields, csv: 'id,name,size,since\n1,,secret,32.1.2024\n' })
    const problems = row?.outcome === 'refused' ? row.problems : []
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'name', 'required-missing'],
      [2, 'size', 'not-a-number'],
      [2, 'since', 'not-a-date'],
    ])
    expect(problems[1]?.value).toBe('secret')
    expect(problems.map(({ sentence }) => say(sentence, 'en')).join()).not.toContain('secret')
  })
})

describe('a record', () => {
  const at = async (expression: string, cell: string, formats = '') => {
    const given = request({ csv: `id,name,a\n1,n,${cell}\n`, formats })
    const record = given.mapping.mapping.rows[0]?.records[0]
    if (record)
      record.at =
        mappingOf(`kumppani-mapping: 1
source: s
files: { f: { name: f } }
rows: [{ file: f, records: [{ target: t, key: k, at: ${expression}, fields: {} }] }]`).mapping.rows[0]?.records[0]
          ?.at ?? ''
    const [row] = await planOf(given)
    return row?.outcome === 'planned' ? row.records[0]?.at : codes(row)
  }

  it('is dated as exactly as the file says', async () => {
    const iso = '{ column: a, date: ISO }'
    expect(await at('a', '1.3.2024')).toEqual({ precision: 'day', at: '2024-03-01' })
    expect(await at(iso, '2024-03')).toEqual({ precision: 'month', at: '2024-03' })
    expect(await at(iso, '2024-03-01T08:00Z')).toEqual({ precision: 'instant', at: '2024-03-01T08:00:00.000Z' })
    expect(await at(iso, '2024-03-01T08:00')).toEqual(['no-time-of-day'])
    expect(await at(iso, '2024-03-01T08:00', 'zone: Europe/Oslo')).toEqual({
      precision: 'instant',
      at: '2024-03-01T07:00:00.000Z',
    })
  })

  it('is dated before everything only where the mapping says so', async () => {
    expect(await at('a', '')).toEqual(['required-missing'])
    expect(await at('{ column: a, default: before }', '')).toEqual({ precision: 'before', at: '' })
  })

  it('needs its key', async () => {
    expect(codes((await plan({ csv: 'id,name\n,n\n' }))[0])).toEqual(['key-missing'])
  })

  it('is planned once, and refused where the second time says something else', async () => {
    const rows = await plan({ record: 'once: true,', csv: 'id,name\n1,n\n1,n\n1,m\n' })
    expect(rows.map((row) => (row.outcome === 'planned' ? row.records.length : codes(row)))).toEqual([
      1,
      0,
      ['conflicting-record'],
    ])
  })

  it('refuses a row of which nothing would be made', async () => {
    const rows = await plan({ record: 'when: { column: name, in: [n, m] },', csv: 'id,name\n1,n\n2,x\n' })
    expect(rows.map(codes)).toEqual(['planned', ['no-record']])
  })
})

describe('rows', () => {
  const side = 'agent,office\nann,north\nbob,south\nbob,west\n,nowhere\n'
  const join = (unmatched: string) => `join: { team: { file: side, on: { agent: who }, unmatched: ${unmatched} } }`
  const fields = 'name: name, note: { column: office, of: team }'
  const csv = 'id,name,who\n1,n,ann\n2,n,eve\n3,n,\n'

  it('take columns of the rows they match, and the side file is checked for double keys', async () => {
    const rows = await plan({ fields, rows: join('error'), csv, side })
    expect(rows.map(codes)).toEqual([['duplicate-key'], 'planned', ['unmatched'], ['unmatched']])
    expect(fieldsOf(rows[1])).toEqual({ name: 'n', note: 'north' })
    expect(rows[0]).toMatchObject({ problems: [{ file: 'side.csv', line: 4 }] })
  })

  it('tell of a bad row of the side file once, also where that file is imported itself', async () => {
    const { files, catalogue } = request({ csv, side: 'agent,name\nann,north,west\n' })
    const readTwice = mappingOf(`kumppani-mapping: 1
source: old
formats: { dates: D.M.YYYY, currency: EUR }
files: { main: { name: main.csv }, side: { name: side.csv } }
rows:
  - file: main
    join: { team: { file: side, on: { agent: who }, unmatched: empty } }
    records: [{ target: customer, key: id, at: before, fields: { name: name } }]
  - file: side
    join: { other: { file: side, on: { agent: agent }, unmatched: empty } }
    records: [{ target: site, key: agent, at: before, fields: { name: name } }]
`)
    const rows = await planOf({ mapping: readTwice, files, catalogue })
    expect(rows.filter(({ outcome }) => outcome === 'refused')).toMatchObject([{ source: { line: 2 } }])
  })

  it('without a match stay empty or are set aside where the mapping says so', async () => {
    const empty = await plan({ fields, rows: join('empty'), csv, side })
    const aside = await plan({ fields, rows: join('set-aside'), csv, side })
    expect(fieldsOf(empty[2])).toEqual({ name: 'n' })
    expect(aside[2]).toMatchObject({ outcome: 'set-aside', rule: 'unmatched-team' })
  })

  it('are set aside by the first rule that holds, before anything is found wrong with them', async () => {
    const rule = (name: string, when: string) => `{ rule: ${name}, because: it is so, when: ${when} }`
    const rules = [
      rule('closed', '[{ column: name, isNot: n }, { column: who, notIn: [ann] }]'),
      rule('nobody', '{ any: [{ column: who, empty: true }, { all: [{ column: who, is: eve }] }] }'),
    ]
    const rows = `${join('error')}\n    setAside: [${rules.join(', ')}]`
    const planned = await plan({ rows, side, csv: 'id,name,who\n1,n,ann\n,m,eve\n3,n,\n4,n,eve\n' })
    const outcomes = planned.slice(1).map((row) => (row.outcome === 'set-aside' ? row.rule : row.outcome))
    expect(outcomes).toEqual(['planned', 'closed', 'nobody', 'nobody'])
  })

  it('are shown as so many, of as many rules as there is room for, however many rules and rows there are', async () => {
    const rules = Array.from(
      { length: 300 },
      (_, at) => `{ rule: r${at}, because: it is so, when: [{ column: who, is: w${at} }] }`,
    )
    const rows = `${join('error')}\n    setAside: [${rules.join(', ')}]`
    const shownOf = async (lines: string[], limit: number) => {
      const csv = ['id,name,who', ...lines, ''].join('\n')
      const { samples, setAside } = await preview(request({ rows, side, csv }), limit)
      return { rules: samples.setAside.map(({ rule }) => rule), counted: Object.keys(setAside).length }
    }
    const byRule = (of: number, times: number) => Array.from({ length: of * times }, (_, at) => `${at},n,w${at % of}`)
    const many = await shownOf(byRule(300, 3), 20)
    expect([many.rules.length, new Set(many.rules).size, many.counted]).toEqual([20, 20, 300])
    const [first, late] = [Array.from({ length: 50 }, (_, at) => `${at},n,w0`), ['90,n,w1', '91,n,w2']]
    expect((await shownOf([...first, ...late], 4)).rules).toEqual(['r0', 'r0', 'r1', 'r2'])
    // A row is shown shortened, however long its cells are.
    const long = await preview(request({ rows, side, csv: `id,name,who\n1,${'x'.repeat(5000)},w0\n` }), 4)
    expect(JSON.stringify(long.samples).length).toBeLessThan(2000)
  })

  it('are not read at all when a column or a file is missing', async () => {
    const column = await plan({ fields: 'name: title', csv: 'id,name\n1,n\n' })
    const file = await plan({ rows: join('error'), csv })
    expect(column).toMatchObject([{ outcome: 'stopped', problem: { code: 'column-missing', column: 'title' } }])
    expect(file).toMatchObject([{ outcome: 'stopped', problem: { code: 'file-missing', file: 'side.csv' } }])
  })

  it('end where the file is cut short', async () => {
    const rows = await plan({ csv: 'id,name\n1,n\n2,"n' })
    expect(rows.map(({ outcome }) => outcome)).toEqual(['planned', 'stopped'])
  })

  it('let go of their files when nobody wants more of them', async () => {
    let closed = 0
    const watched = {
      name: 'main.csv',
      async *open() {
        try {
          for (;;) yield Buffer.from('id,name\n1,n\n')
        } finally {
          closed++
        }
      },
    }
    const { mapping } = request({ csv: '' })
    for await (const row of planRows({ mapping, files: { main: watched }, catalogue })) {
      expect(row.outcome).toBe('planned')
      break
    }
    expect(closed).toBe(1)
  })
})

describe('a hundred thousand rows with one in twenty bad', () => {
  const bad = ['x,n,many', '5', ',n,1', '7,a\u202eb,1']
  const line = (index: number) => (index % 20 === 7 ? bad[((index / 20) % 4) | 0] : `${index},Company ${index},5`)
  const csv = `id,name,size\n${Array.from({ length: 100_000 }, (_, index) => line(index)).join('\n')}\n`

  it('are counted by what is wrong, and the good ones are planned, those with one bad cell without it', async () => {
    const seen = await preview(request({ fields: 'name: name, size: size', csv }), 5)
    expect(seen).toMatchObject({
      rows: 100_000,
      refusedRows: 3_750,
      records: { customer: 96_250 },
      problems: { 'not-a-number': 1_250, 'ragged-row': 1_250, 'key-missing': 1_250, 'direction-character': 1_250 },
      passedOver: { 'main.csv': { repeatedHeaders: 0, blankRows: 0 } },
    })
    expect([seen.samples.planned.length, seen.samples.refused.length, seen.stopped]).toEqual([5, 5, undefined])
  })
})
