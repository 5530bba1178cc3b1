/** Lists of an import that span pages, and how far along it is. */
import { describe, expect, it } from '@jest/globals'
import type { TextLanguage } from '#kernel'
import type { Answered } from '../session.js'
import { progressLine } from './progress.js'
import { listed } from './row-lists.js'

const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => ({ line: from + at }))

/** Two pages: 120 refused rows in all. */
const session = {
  language: async (): Promise<TextLanguage> => 'fi',
  read: async (_: string, { cursor }: { cursor?: string } = {}): Promise<Answered> => ({
    body: cursor === undefined ? { id: 'i', refused: lines(0, 80), next: '7' } : { id: 'i', refused: lines(80, 120) },
    headers: new Headers(),
  }),
}

describe('rows of an import', () => {
  it('are all there when asked for', async () => {
    const answer = await listed(session, '/imports/i', { names: ['refused'], all: true })
    expect(answer).toEqual({ id: 'i', refused: lines(0, 120) })
  })

  it('are otherwise the first of each list, with the totals', async () => {
    const answer = await listed(session, '/imports/i', { names: ['refused'], all: false })
    expect(answer).toEqual({ id: 'i', totals: { refused: 120 }, refused: lines(0, 100) })
  })
})

it('shows progress by rows alone', () => {
  const counts = { rows: 3000, recorded: 2900, refused: 100, events: 8000 }
  const half = `[${'#'.repeat(15)}${'.'.repeat(15)}]`
  expect(progressLine({ state: 'running', total: 6000, counts }, 'en')).toBe(`${half} 3000 of 6000 rows`)
  expect(progressLine({ state: 'running', total: 6000, counts }, 'fi')).toBe(`${half} 3000 riviä 6000 rivistä`)
  expect(progressLine({ state: 'undoing', total: 6000, counts }, 'sv')).toBe('tas tillbaka…')
})
