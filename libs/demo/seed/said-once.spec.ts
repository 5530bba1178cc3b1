/** Hardly anybody reads the same sentence twice about a customer within three years. */
import { describe, expect, it } from '@jest/globals'
import { isAmendment } from './run/act.js'
import { planDemo } from './seed-demo.js'

interface Body {
  customers?: string[]
  note?: string
  line?: string
  notes?: Record<string, string>
}

const years = 3 * 365 * 86_400_000

/** Sentences about customers, in the order of the days on which they were said. */
function saidOf(textsOf: (body: Body) => (string | undefined)[]): { key: string; at: number }[] {
  const customers = new Map<unknown, string | undefined>()
  const said = planDemo('2026-09-14', 7).flatMap((step) => {
    if (isAmendment(step) || step.category !== 'touchpoint') return []
    const body = step.body as Body
    if (body.customers) customers.set(step.id, body.customers[0])
    const at = Date.parse(step.occurred?.occurredAt ?? step.at)
    const sentences = textsOf(body).flatMap((text) => text?.split(/(?<=[.!?]) /) ?? [])
    return sentences.map((sentence) => ({ key: `${customers.get(step.id)} ${sentence}`, at }))
  })
  return said.toSorted((a, b) => a.at - b.at)
}

/** Share of those that were said of the same customer within the three years before. */
function shareRepeated(said: readonly { key: string; at: number }[]): number {
  const latest = new Map<string, number>()
  const repeated = said.filter(({ key, at }) => {
    const before = latest.get(key)
    latest.set(key, at)
    return before !== undefined && at - before < years
  })
  return repeated.length / said.length
}

describe('what the demo says of a customer', () => {
  it('comes again in few notes', () => {
    expect(shareRepeated(saidOf(({ note }) => [note]))).toBeLessThan(0.2)
  })

  it('comes hardly ever again where it sums up a visit', () => {
    const summed = saidOf(({ line, notes }) => [line, ...Object.values(notes ?? {})])
    expect(summed.length).toBeGreaterThan(500)
    expect(shareRepeated(summed)).toBeLessThan(0.02)
  })
})
