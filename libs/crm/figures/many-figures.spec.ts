/** Several metrics in one answer say what each says by itself. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import type { FiguresAnswer, ManyFiguresAnswer } from './figures.query.js'

let group: TestGroup
beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  const hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  await group.do('touchpoint', 'record-note', { customers: [hotel], unit: 'fi', note: 'Noted.' }, { as: 'aino' })
  const deal = { customer: hotel, unit: 'fi', name: 'Rooms', profile: 'product-sale', stage: 'engaging' }
  const value = { amountMinor: 1_000, currency: 'EUR' }
  const { id } = await group.do('opportunity', 'open', { ...deal, value }, { as: 'aino' })
  await group.do('opportunity', 'win', {}, { as: 'aino', id })
})
afterEach(() => group.close())

const metrics = ['won-revenue', 'touchpoints', 'win-rate']
const query = { from: '2026-01-01', to: '2026-12-31', by: ['unit', 'month'], compare: 'previous' }
const many = (more: object = {}, as = 'aino') =>
  group.ask<ManyFiguresAnswer>('many-figures', {}, { as, query: { ...query, metrics, ...more } })

describe('figures of several metrics', () => {
  it('are those of each metric, in the order asked for, with all names once', async () => {
    const answer = await many()
    expect(answer).toMatchObject({ from: '2026-01-01', to: '2026-12-31', names: [{ id: 'fi', name: 'FI' }] })
    for (const [place, metric] of metrics.entries()) {
      const {
        metric: shown,
        figures,
        complete,
      } = await group.ask<FiguresAnswer>('figures', { metric }, { as: 'aino', query })
      expect(answer.metrics[place]).toEqual({ metric: shown, figures, complete })
      expect(figures.length).toBeGreaterThan(0)
    }
  })

  it('say a metric once that is asked for twice', async () => {
    const { metrics: shown } = await many({ metrics: ['won-revenue', 'win-rate', 'won-revenue'] })
    expect(shown.map(({ metric }) => metric.name)).toEqual(['won-revenue', 'win-rate'])
  })

  it('are refused where one is not there, or not to be asked so', async () => {
    await expect(many({ metrics: ['won-revenue', 'nosuch'] })).rejects.toMatchObject({ code: 'not-found' })
    await expect(many({ metrics: [] })).rejects.toMatchObject({ name: 'InvalidInput' })
    await expect(many({ metrics: undefined })).rejects.toMatchObject({ name: 'InvalidInput' })
    await expect(many({ by: ['profile'] })).rejects.toMatchObject({ name: 'InvalidInput' })
    await expect(many({}, 'adam')).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
