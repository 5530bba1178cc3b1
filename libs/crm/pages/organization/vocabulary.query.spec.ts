/** Words for codes, in the language asked for. */
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import { languages } from '../../texts/languages.js'
import type { VocabularyAnswer } from './vocabulary.query.js'

let group: TestGroup

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
})
afterEach(() => group.close())

const wordsOf = (answer: VocabularyAnswer, set: string) =>
  Object.fromEntries(answer.sets.find((one) => one.set === set)?.words.map(({ code, word }) => [code, word]) ?? [])

it('are the reader’s own', async () => {
  const finnish = await group.ask<VocabularyAnswer>('vocabulary', {}, { as: 'aino' })
  expect(finnish.language).toBe('fi')
  expect(wordsOf(finnish, 'sector').marine).toBe('meriala')
  expect(wordsOf(finnish, 'promise-status')['kept-late']).toBe('pidetty myöhässä')
  expect(wordsOf(finnish, 'opportunity-status').won).toBe('voitettu')
  expect(wordsOf(finnish, 'customer-project-status').dropped).toBe('rauennut')
  expect(wordsOf(finnish, 'touchpoint-kind').note).toBe('Muistiinpano')
  expect(wordsOf(finnish, 'dimension')).toMatchObject({ unit: 'Yksikkö', stage: 'Vaihe' })
  const swedish = await group.ask<VocabularyAnswer>('vocabulary', {}, { as: 'bengt' })
  expect(wordsOf(swedish, 'role').steward).toBe('registervårdare')
  expect(wordsOf(swedish, 'metric')['won-revenue']).toBe('Vunnen försäljning')
})

it('are there for every code and metric in every language', async () => {
  for (const metric of group.business.registry.metrics.values())
    expect([metric.name, Object.keys(metric.label ?? {}).sort()]).toEqual([metric.name, [...languages].sort()])
  const { sets } = await group.ask<VocabularyAnswer>('vocabulary', {}, { as: 'aino' })
  expect(new Set(sets.map(({ set }) => set)).size).toBe(sets.length)
  for (const { words } of sets) for (const { word } of words) expect(word).not.toBe('')
})
