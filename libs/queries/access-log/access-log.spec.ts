/** Whoever opens personal values is on record before the answer is given: once in ten minutes, and with nothing of the values. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { AccessLogAnswer } from '#crm/privacy/access-log.query.js'
import { HostileAccessEntries, SharedEntries } from '#engines/hostile/hostile-access-entries.js'
import { BadCursor, LogRefused, storedPosition } from '#kernel'
import { TestGroup } from '#test/harness/group.js'
import { pagesOf } from '#test/harness/pages-of.js'
import { AuditedAccess } from './access-log.js'

let group: TestGroup
let customer: string
let ilona: string

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  ilona = (await group.do('contact', 'register', { name: 'Ilona Meritähti' }, { as: 'aino' })).id
  const post = { customer, title: 'Chef', level: 'operational', since: '2024-08-01' }
  await group.do('contact', 'startPost', post, { id: ilona, as: 'aino' })
})
afterEach(() => group.close())

const entries = (filter = {}) => group.accessLog.find(filter)
const look = (as: string, reason?: string) => group.ask('contact', { id: ilona }, { as, reason })

describe('an answer that opens personal values', () => {
  it('is recorded with who, what, whose and as of where', async () => {
    await look('aino')
    const position = expect.any(Number)
    expect(await entries()).toEqual([
      {
        kind: 'read',
        viewer: 'aino',
        page: 'contact',
        partitions: [`contact:${ilona}`],
        position,
        at: group.time,
        id: expect.any(String),
      },
    ])
  })

  it('names everybody whose values a list shows', async () => {
    const sture = (await group.do('contact', 'register', { name: 'Sture Fjällsten' }, { as: 'aino' })).id
    await group.ask('contacts', {}, { as: 'aino' })
    expect(await entries()).toMatchObject([
      { page: 'contacts', partitions: [`contact:${ilona}`, `contact:${sture}`].sort() },
    ])
  })

  it('is recorded once in ten minutes for the same reader, page and person', async () => {
    await look('aino')
    group.time = '2026-03-01T09:09:59.000Z'
    await look('aino')
    await look('bengt')
    group.time = '2026-03-01T09:10:00.000Z'
    await look('aino')
    expect((await entries()).map(({ viewer, at }) => [viewer, at.slice(11, 19)])).toEqual([
      ['aino', '09:10:00'],
      ['bengt', '09:09:59'],
      ['aino', '09:00:00'],
    ])
  })

  it('is read with the names of readers and customers', async () => {
    const deal = { customer, unit: 'fi', name: 'Cold rooms', profile: 'product-sale', stage: 'engaging' }
    const { id } = await group.do('opportunity', 'open', deal, { as: 'aino' })
    await group.ask('opportunity', { id }, { as: 'bengt' })
    const log = await group.ask<{ rows: object[] }>('access-log', {}, { as: 'audun' })
    expect(log.rows[0]).toMatchObject({
      viewer: { id: 'bengt', name: 'Name of bengt' },
      customers: [{ id: customer, name: 'Hotelli Merituuli' }],
    })
    await look('aino')
    const whose = async (reason?: string) => {
      const query = { contact: ilona, limit: 1 }
      return (await group.ask<{ rows: object[] }>('access-log', {}, { as: 'audun', query, reason })).rows[0]
    }
    expect(await whose()).toMatchObject({ contacts: [{ id: ilona, name: { withheld: true } }] })
    expect(await whose('Complaint 17')).toMatchObject({ contacts: [{ id: ilona, name: 'Ilona Meritähti' }] })
  })

  it('carries the reason', async () => {
    await look('audun', 'Complaint 17 of Ilona')
    expect(await entries({ member: 'audun' })).toMatchObject([{ reason: 'Complaint 17 of Ilona' }])
  })

  it('is stored with its reason sealed', async () => {
    const entries = new HostileAccessEntries(new SharedEntries(), 1)
    const accesses = new AuditedAccess({ entries, vault: group.vault, clock: () => new Date(group.time) })
    for (const partitions of [[`contact:${ilona}`], ['contact:one', 'contact:another']])
      await accesses.note({
        kind: 'read',
        viewer: 'audun',
        page: 'contact',
        partitions,
        position: storedPosition(1),
        reason: 'Complaint 17',
      })
    const stored = await entries.find({ from: '2026-03-01', until: '2026-03-01', partitions: [], limit: 10 })
    expect(stored).toHaveLength(2)
    expect(JSON.stringify(stored)).not.toContain('Complaint')
    await accesses.close()
  })

  it('carries no reason any more once the person is erased, and goes on', async () => {
    await look('audun', 'Complaint 17 of Ilona')
    await group.vault.destroy(`contact:${ilona}`)
    group.time = '2026-03-01T10:00:00.000Z'
    const note = {
      kind: 'read',
      viewer: 'audun',
      page: 'contact',
      partitions: [`contact:${ilona}`],
      position: storedPosition(1),
    } as const
    await group.accessLog.note({ ...note, reason: 'Was it done?' })
    const reasons = (await entries({ member: 'audun' })).map(({ reason }) => reason)
    expect(reasons).toEqual(['Was it done?', { erased: true }])
  })

  it('is not given when it cannot be recorded', async () => {
    await group.accessLog.close()
    await expect(look('aino')).rejects.toThrow(LogRefused)
  })
})

describe('an answer that opens none', () => {
  it('is not recorded', async () => {
    await look('audun')
    await group.ask('access-log', {}, { as: 'audun' })
    expect(await entries()).toEqual([])
  })
})

describe('the access log of auditors', () => {
  const ask = (query: object, as = 'audun') => group.ask<AccessLogAnswer>('access-log', {}, { as, query })

  it('is found by contact, member and day', async () => {
    await look('aino')
    group.time = '2026-03-04T09:00:00.000Z'
    await look('bengt')
    const viewers = async (query: object) => (await ask(query)).rows.map(({ viewer }) => viewer.id)
    expect(await viewers({})).toEqual(['bengt', 'aino'])
    expect(await viewers({ contact: ilona, member: 'aino' })).toEqual(['aino'])
    expect(await viewers({ from: '2026-03-02', until: '2026-03-04' })).toEqual(['bengt'])
    expect(await ask({ limit: 1 })).toMatchObject({ rows: [{ viewer: { id: 'bengt' } }], next: expect.any(String) })
    expect(await ask({})).toMatchObject({ total: 2 })
  })

  it.each(['customer', 'contact', 'member'])('is refused of a %s that never was', async (path) => {
    await expect(ask({ [path]: 'nobody' })).rejects.toMatchObject({ problems: [{ path, code: 'not-known' }] })
  })

  it('is walked to its end, each entry once, also while others look and where several are of one instant', async () => {
    const note = (page: string) =>
      group.accessLog.note({ kind: 'export', viewer: 'aino', page, partitions: [], position: storedPosition(1) })
    for (let turn = 0; turn < 9; turn++) {
      if (turn % 4 === 0) group.time = `2026-03-01T1${turn}:00:00.000Z`
      await note(`page-${turn}`)
    }
    const walked: string[] = []
    for await (const { rows } of pagesOf((on) => ask({ limit: 2, ...on }))) {
      walked.push(...rows.map(({ page }) => page))
      await note('meanwhile')
    }
    const first = Array.from({ length: 9 }, (_, turn) => `page-${turn}`)
    expect(walked.filter((page) => page !== 'meanwhile').sort()).toEqual(first)
    await expect(ask({ cursor: 'bm9uZQ' })).rejects.toThrow(BadCursor)
  })

  it('is for auditors alone', async () => {
    for (const as of ['aino', 'eero', 'stella', 'adam'])
      await expect(ask({}, as)).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('entries noted at the same time', () => {
  it('are all recorded, in order', async () => {
    const entries = new HostileAccessEntries(new SharedEntries(), 2)
    const log = new AuditedAccess({ entries, vault: group.vault, clock: () => new Date(group.time) })
    const note = (n: number) =>
      log.note({
        kind: 'read',
        viewer: `m${n}`,
        page: 'contact',
        partitions: [`contact:c${n}`],
        position: storedPosition(n),
      })
    await Promise.all(Array.from({ length: 20 }, (_, n) => note(n)))
    const noted = await log.find({})
    expect(noted.map(({ position }) => position)).toEqual(Array.from({ length: 20 }, (_, n) => 19 - n))
    await log.close()
  })
  it('are all told when what they share cannot be recorded', async () => {
    const entries = new HostileAccessEntries(new SharedEntries(), 3)
    await entries.close()
    const accesses = new AuditedAccess({ entries, vault: group.vault, clock: () => new Date(group.time) })
    const opened = {
      kind: 'read',
      viewer: 'aino',
      page: 'contact',
      partitions: ['contact:c1'],
      position: storedPosition(1),
    } as const
    const ended = await Promise.allSettled([accesses.note(opened), accesses.note(opened)])
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
