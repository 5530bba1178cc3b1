/** The visit brief: every line with its events, what is not known said, in five languages. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import { languages } from '../../texts/languages.js'
import type { BriefAnswer } from './brief.query.js'

let group: TestGroup
let hotel: string

const ask = (options: Parameters<TestGroup['ask']>[2] = {}) =>
  group.ask<BriefAnswer>('brief', { id: hotel }, { as: 'aino', query: { language: 'en' }, ...options })
const section = ({ sections }: BriefAnswer, topic: string) => sections.find((one) => one.topic === topic)
const linesOf = (answer: BriefAnswer, topic: string) =>
  (section(answer, topic)?.lines ?? []).map(({ text, quote }) => (quote === undefined ? text : `${text}: ${quote}`))

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  group.time = '2026-03-02T09:00:00.000Z'
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  group.time = '2026-06-01T09:00:00.000Z'
})
afterEach(() => group.close())

describe('a visit brief', () => {
  it('says under every heading what is not known, in every language', async () => {
    for (const language of languages) {
      const { sections } = await ask({ query: { language } })
      expect(sections).toHaveLength(11)
      expect(sections.every(({ lines, nothing, heading }) => lines.length === 0 && nothing && heading)).toBe(true)
    }
  })

  it('tells what is known, each line with its event', async () => {
    const notes = { currentSituation: 'Two freezers ice up.', goals: 'One log for all sites.' }
    const visit = { customers: [hotel], unit: 'fi', notes }
    const { position } = await group.do('touchpoint', 'record-visit', visit, { as: 'aino', at: '2026-04-10T10:00:00Z' })
    await group.do(
      'relationship',
      'changeStage',
      { from: 'identified', to: 'exploratory', why: 'They asked for a quote.' },
      { id: `${hotel}.fi`, as: 'aino', at: '2026-04-12T10:00:00Z' },
    )
    await group.do('customer', 'edit', { whyBuys: { is: 'One supplier.' } }, { id: hotel, as: 'aino' })
    await group.do('relationship', 'setOwner', { owner: 'aino' }, { id: `${hotel}.fi`, as: 'aino' })
    const answer = await ask()
    expect(linesOf(answer, 'standing')).toEqual([
      'In Finland from identified to exploratory on 12 April 2026: They asked for a quote.',
      'In Finland: prospect',
      'Led in Finland by: Name of aino',
    ])
    expect(linesOf(answer, 'reasons')).toEqual(['Why they buy: One supplier.'])
    expect(linesOf(answer, 'said')).toEqual([
      'Goals, 10 April 2026: One log for all sites.',
      'Situation, 10 April 2026: Two freezers ice up.',
    ])
    expect(linesOf(answer, 'touches')).toEqual(['Sales in Finland: Site visit on 10 April 2026'])
    expect(section(answer, 'said')?.lines[0]?.from).toMatchObject([{ position: String(position) }])
    expect(section(answer, 'reasons')?.lines[0]?.from).toHaveLength(1)
    expect(section(answer, 'purchases')?.nothing).toBe('No purchase is known.')
  })

  it('tells that a relationship had ended once, and why', async () => {
    const decide = (command: string, body: object, at: string) =>
      group.do('relationship', command, body, { id: `${hotel}.fi`, as: 'aino', at })
    await group.do(
      'touchpoint',
      'record-note',
      { customers: [hotel], unit: 'fi', note: 'Met.' },
      { as: 'aino', at: '2026-04-01' },
    )
    const why = 'A frame agreement elsewhere.'
    await decide('end', { by: 'they', how: 'broken-off', why }, '2026-04-10')
    expect(linesOf(await ask(), 'standing')[0]).toBe(`In Finland from identified to ended on 10 April 2026: ${why}`)
    await decide('reopen', { at: 'exploratory', why: 'It is over.' }, '2026-05-12T10:00:00Z')
    await decide('changeStage', { from: 'exploratory', to: 'basic', why: 'They ordered.' }, '2026-05-20T10:00:00Z')
    const answer = await ask()
    expect(linesOf(answer, 'standing').slice(0, 2)).toEqual([
      'In Finland from exploratory to basic on 20 May 2026: They ordered.',
      `In Finland: ended on 10 April 2026, taken up again on 12 May 2026: ${why}`,
    ])
    expect(section(answer, 'standing')?.lines[1]?.from).toHaveLength(2)
    const known = await ask({ asOf: '2026-04-20' })
    expect(linesOf(known, 'standing').join()).not.toContain('taken up again')
  })

  it('has no line without the events behind it, whatever it speaks of', async () => {
    const as = 'aino'
    const at = '2026-04-10T10:00:00Z'
    const ours = { customer: hotel, unit: 'fi' }
    const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
    const { id: person } = await group.do('contact', 'register', { name: 'Kaisa Koe' }, { as, at })
    await group.do(
      'contact',
      'startPost',
      { customer: hotel, level: 'strategic', since: '2026-04-10' },
      { id: person, as },
    )
    await group.do('contact', 'setBuyingRoles', { customer: hotel, roles: ['decision-maker'] }, { id: person, as })
    const deal = {
      ...ours,
      name: 'Kylmähuone',
      profile: 'product-sale',
      stage: 'engaging',
      owner: 'aino',
      value: eur(5),
    }
    await group.do('opportunity', 'open', deal, { as, at })
    const { id: bought } = await group.do('opportunity', 'open', deal, { as, at })
    await group.do('opportunity', 'win', {}, { id: bought, as, at: '2026-04-20T10:00:00Z' })
    const owed = { ...ours, what: 'A quote.', clock: 'calendar' }
    await group.do('promise', 'make', { ...owed, kind: 'promise', withinHours: 4800 }, { as })
    await group.do('promise', 'make', { ...owed, kind: 'next-step', withinHours: 4900 }, { as })
    await group.do('customerproject', 'learn', { ...ours, name: 'Wing', kind: 'new-build', what: 'Rooms.' }, { as })
    const plan = { customers: [hotel], unit: 'fi', kind: 'visit', startsAt: '2026-07-01T09:00:00Z', goal: 'See it.' }
    await group.do('touchpoint', 'plan', plan, { as })
    const of = { id: `${hotel}.fi`, as }
    await group.do('relationship', 'setOwner', { owner: 'aino' }, of)
    await group.do('relationship', 'setTarget', { stage: 'cooperative', by: '2027-01-01' }, of)
    await group.do('relationship', 'setKeyAccount', { keyAccount: true }, of)
    await group.do('touchpoint', 'record-note', { customers: [hotel], unit: 'se', note: 'Met.' }, { as: 'bengt' })
    for (const moment of [{}, { asOf: '2026-06-01' }]) {
      const { sections } = await ask(moment)
      const without = sections.flatMap(({ topic, lines }) =>
        lines.filter(({ from }) => from.length === 0).map(({ text }) => `${topic}: ${text}`),
      )
      expect(without).toEqual([])
      expect(sections.filter(({ lines }) => lines.length === 0).map(({ topic }) => topic)).toEqual(['reasons', 'said'])
    }
    expect(linesOf(await ask(), 'people')).toEqual(['strategic, decision maker: Kaisa Koe'])
    expect(linesOf(await ask(), 'promises')).toEqual([
      expect.stringMatching(/^One promise open, .*: A quote\.$/),
      expect.stringMatching(/^Next step open, .*: A quote\.$/),
    ])
  })

  it('keeps what was said last of each topic, and nothing of private notes', async () => {
    for (const day of [1, 2, 3]) {
      const note = { customers: [hotel], unit: 'fi', notes: { goals: `Goal ${day}.` } }
      await group.do('touchpoint', 'record-note', note, { as: 'aino', at: `2026-04-0${day}T10:00:00Z` })
    }
    const kept = { customers: [hotel], unit: 'fi', notes: { goals: 'Quietly sell.' } }
    await group.do('touchpoint', 'record-private-note', kept, { as: 'aino' })
    expect(linesOf(await ask(), 'said')).toEqual(['Goals, 3 April 2026: Goal 3.', 'Goals, 2 April 2026: Goal 2.'])
  })

  it('says nothing of a touchpoint that is not there', async () => {
    const note = { customers: [hotel], unit: 'fi', note: 'Noted.' }
    const first = await group.do('touchpoint', 'record-note', note, { as: 'aino', at: '2026-04-10' })
    const { id, stream, events } = first
    await group.do('touchpoint', 'structure', { notes: { goals: 'A new wing.' } }, { id, as: 'aino' })
    await group.correct(stream, events[0]?.id ?? '', { as: 'aino', body: note, at: '2026-04-20', confirmed: true })
    expect(linesOf(await ask({ asOf: '2026-04-15' }), 'said')).toEqual([])
    expect(linesOf(await ask({ asOf: '2026-04-25' }), 'said')).toEqual(['Goals, 10 April 2026: A new wing.'])
  })

  it('of the past holds what had happened and was known', async () => {
    const note = { customers: [hotel], unit: 'fi', notes: { goals: 'A new wing.' } }
    const first = await group.do('touchpoint', 'record-note', note, { as: 'aino', at: '2026-04-10T10:00:00Z' })
    const restated = { ...note, notes: { goals: 'Two new wings.' } }
    await group.correct(first.stream, first.events[0]?.id ?? '', { as: 'aino', body: restated })
    const saidAt = async (moment: object) => linesOf(await ask(moment), 'said')
    expect(await saidAt({ asOf: '2026-05-01' })).toEqual(['Goals, 10 April 2026: Two new wings.'])
    expect(await saidAt({ knownAt: String(first.position) })).toEqual(['Goals, 10 April 2026: A new wing.'])
    expect(await saidAt({ asOf: '2026-04-01' })).toEqual([])
    expect((await ask({ asOf: '2026-01-01' })).sentence).toBe('Nothing was known of this customer yet.')
  })

  it('is not found by a unit that reads its own history only', async () => {
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    const note = { customers: [hotel], unit: 'fi', note: 'Ours.' }
    await group.do('touchpoint', 'record-note', note, { as: 'aino', at: '2026-04-10T10:00:00Z' })
    await expect(ask({ as: 'bengt' })).rejects.toMatchObject({ code: 'not-found' })
  })
})
