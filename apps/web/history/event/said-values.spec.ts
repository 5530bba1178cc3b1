/** What an event says, in words: codes, days, money, records and what may not be read. */
import { describe, expect, it } from '@jest/globals'
import { saidIn } from './said-values.js'

describe('what an event says', () => {
  it('are words of the set that its kind of event means', () => {
    const stage = (type: string) => saidIn(type, { to: 'engaging' })[0]?.said
    expect(stage('opportunity.stage-changed')).toEqual({ as: 'word', set: 'opportunity-stage', value: 'engaging' })
    expect(stage('relationship.stage-changed')).toEqual({ as: 'word', set: 'stage', value: 'engaging' })
    expect(stage('promise.handed-over')).toEqual({ as: 'id', value: 'engaging' })
  })

  it('are days, moments and money, and a day is no moment', () => {
    const value = { amountMinor: 12_300, currency: 'NOK' }
    expect(saidIn('opportunity.opened', { closesOn: '2026-03-01', due: '2026-03-01T10:00:00.000Z', value })).toEqual([
      { field: 'closesOn', said: { as: 'day', value: '2026-03-01' } },
      { field: 'due', said: { as: 'moment', value: '2026-03-01T10:00:00.000Z' } },
      { field: 'value', said: { as: 'money', minor: 12_300, currency: 'NOK' } },
    ])
  })

  it('are one amount where the currency stands beside it, a country, and a language', () => {
    const said = { revenueMinor: 500_000, revenueCurrency: 'EUR', country: 'FI', language: 'sv' }
    expect(saidIn('customer.registered', said)).toEqual([
      { field: 'revenueMinor', said: { as: 'money', minor: 500_000, currency: 'EUR' } },
      { field: 'country', said: { as: 'country', value: 'FI' } },
      { field: 'language', said: { as: 'language', value: 'sv' } },
    ])
    expect(saidIn('customer.registered', { revenueMinor: 1_250 })[0]?.said).toEqual({ as: 'number', value: 12.5 })
  })

  it('lead to the records that they name', () => {
    expect(saidIn('promise.made', { madeIn: 'c7k2m9q4x1z8w3v5' })[0]?.said).toMatchObject({
      as: 'record',
      stream: 'touchpoint-c7k2m9q4x1z8w3v5',
    })
  })

  it('are what stands for it where it is erased or withheld, however deep', () => {
    const notes = { goals: { withheld: true }, challenges: 'Ice.' }
    expect(saidIn('touchpoint.visit', { note: { erased: true }, notes })).toEqual([
      { field: 'note', said: { as: 'gone', value: { erased: true } } },
      {
        field: 'notes',
        said: {
          as: 'fields',
          fields: [
            { field: 'goals', said: { as: 'gone', value: { withheld: true } } },
            { field: 'challenges', said: { as: 'text', value: 'Ice.' } },
          ],
        },
      },
    ])
  })

  it('leave out what the head says, and what is empty', () => {
    expect(saidIn('touchpoint.note', { customers: ['a1'], unit: 'fi', contacts: [], members: [], note: '' })).toEqual(
      [],
    )
  })
})
