/** Lists whose rows hold other records. */
import { expect, it } from '@jest/globals'
import { localized } from './localized.js'
import { oneLineEach } from './one-line.js'
import { textOf } from './output.js'

const reader = { language: 'en', timeZone: 'UTC', events: false }
const shown = (answer: unknown) => textOf(oneLineEach(localized(answer, reader))).split('\n')

it('duplicates are a table, by the ids by which they are merged', () => {
  const one = { id: 'c1', name: 'Makumetsä Catering', sector: 'food', openOpportunities: 0 }
  const other = { id: 'c2', name: 'Makumetsä Catering Oy', units: [{ id: 'fi', name: 'Keittiöt' }] }
  expect(shown({ rows: [{ one, other, reasons: ['name', 'city'] }], total: 1 })).toEqual([
    'rows:',
    '  one                    other                     reasons',
    '  c1 Makumetsä Catering  c2 Makumetsä Catering Oy  name, city',
    'total: 1',
  ])
})

it('imports are a table, with their counts in a cell', () => {
  const counts = { rows: 2, recorded: 2, changed: 0 }
  expect(shown({ rows: [{ id: 'i1', source: 'erp', by: { id: 'satu', name: 'Satu' }, counts }] })).toEqual([
    'rows:',
    '  id  source  by    counts',
    '  i1  erp     Satu  rows: 2, recorded: 2',
  ])
})

it('several records of a row are told one after the other', () => {
  const byFunction = [
    { function: 'sales', touches: 7 },
    { function: 'service', last: { kind: 'Visit' } },
  ]
  const [, head, line] = shown({ rows: [{ id: 'r1', byFunction }] })
  expect([head, line]).toEqual([
    '  id  byFunction',
    '  r1  function: sales, touches: 7; function: service, last: (kind: Visit)',
  ])
})
