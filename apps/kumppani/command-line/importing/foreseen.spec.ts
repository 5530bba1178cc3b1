/** A preview as people read it. */
import { expect, it } from '@jest/globals'
import { textOf } from '../output.js'
import { foreseenText } from './foreseen.js'

const source = (line: number) => ({ head: { file: 'deals.csv' }, line })
const none = { planned: [], setAside: [], refused: [], inPart: [] }

it('shows what the first rows would make, and which of them to look at', () => {
  const record = {
    target: 'opportunity',
    key: ['D-1'],
    fields: { name: 'D-1', value: { amountMinor: 1840000, currency: 'EUR' } },
  }
  const planned = [
    { source: source(2), records: [record] },
    { source: source(3), records: [] },
  ]
  const setAside = [{ source: source(4), rule: 'no-customer', because: 'A deal without a customer cannot be filed' }]
  const warned = [{ file: 'deals.csv', line: 3, column: 'City', code: 'kept-as-contradiction' }]
  expect(textOf(foreseenText({ rows: 3, warned, samples: { ...none, planned, setAside } })).split('\n')).toEqual([
    'rows: 3',
    'samples:',
    '  file       line  target       key  says',
    '  deals.csv  2     opportunity  D-1  name: D-1, value: 18400.00 EUR',
    'warned:',
    '  file       line  column  code',
    '  deals.csv  3     City    kept-as-contradiction',
    'left:',
    '  file       line  rule         because',
    '  deals.csv  4     no-customer  A deal without a customer cannot be filed',
  ])
})

it('shows the first five rows alone, and every place that is to be mended', () => {
  const record = { target: 'customer', key: ['1'], fields: {} }
  const planned = Array.from({ length: 8 }, (_, at) => ({ source: source(at + 2), records: [record] }))
  const problem = { file: 'deals.csv', line: 9, column: 'Value', code: 'not-a-number', sentence: 'This is no number.' }
  const shown = foreseenText({ warned: [], samples: { ...none, planned, refused: [{ problems: [problem] }] } })
  expect(shown).toMatchObject({ samples: { length: 5 }, refused: [problem] })
})
