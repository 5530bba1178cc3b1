/** How a rebuild tells of itself on the terminal. */
import { expect, it } from '@jest/globals'
import { progressLines } from './threads.js'

it('tells of the whole way, and never falls back', () => {
  const lines: string[] = []
  const report = progressLines((line) => lines.push(line))
  for (const done of [0, 5, 10]) report({ phase: 'journal', done, total: 10 })
  for (const done of [0, 5, 4, 10]) report({ phase: 'fold', done, total: 10 })
  expect(lines.map((line) => line.split(': ')[1])).toEqual([
    'filing, 0 %',
    'filing, 10 %',
    'filing, 30 %',
    'folding, 60 %',
    'folding, 100 %',
  ])
})
