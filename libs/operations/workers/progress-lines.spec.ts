/** How a rebuild tells of itself on the terminal. */
import { expect, it } from '@jest/globals'
import { progressLines } from './progress-lines.js'

it('tells of the whole way, and never falls back', () => {
  const lines: string[] = []
  const report = progressLines((line) => lines.push(line))
  for (const done of [5_000, 100_000, 105_000, 245_000]) report({ phase: 'journal', done })
  for (const done of [0, 5, 4, 10]) report({ phase: 'fold', done, total: 10 })
  expect(lines.map((line) => line.split(': ')[1])).toEqual([
    'filing, 100,000 events',
    'filing, 200,000 events',
    'folding, 0 %',
    'folding, 50 %',
    'folding, 100 %',
  ])
})
