/** What one process has just recorded, asked of others that have not heard of it: by references of then, or waited for. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { EventStoreLog } from '#engines/eventstoredb/eventstore-log.js'
import { openEventStoreLog } from '#engines/eventstoredb/open.js'
import type { JsonObject } from '#kernel'
import { StandIn } from '../../engines/eventstoredb/stand-in.js'
import { hasMongodb } from '../../engines/mongodb-server.js'
import { describeWhen } from '../../lanes/describe-when.js'
import type { Answered, Asked } from '../running-program.js'
import { RunningServices } from './running-services.js'

const patienceMs = 120_000
/** Long enough for a request to have come in. */
const onTheWayMs = 200

describeWhen(hasMongodb, 'what others have just recorded', () => {
  let log: StandIn
  let read: EventStoreLog
  let services: RunningServices

  beforeAll(async () => {
    log = await StandIn.start()
    read = await openEventStoreLog(log.url)
    services = await RunningServices.start({}, { log })
    await services.begin('recorder', 'other')
    await services.country('fi', { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' })
    for (const id of ['eero', 'satu', 'onni']) await services.member(id, 'fi', 'member')
  }, patienceMs)
  afterAll(async () => {
    await read?.close()
    await services?.discard()
  }, patienceMs)

  /** Records while nobody who follows the log hears of it; they do once what is begun meanwhile has come in. */
  async function unheard<T>(path: string, body: object, begin: (after: string) => Promise<T>): Promise<T> {
    const before = await read.head()
    log.faults.stall = true
    const recording = services.ask(path, { body })
    let position = before
    while (position === before) position = await read.head()
    const begun = begin(String(position))
    await pause(onTheWayMs)
    log.faults.stall = false
    // Followers are told with whatever comes next.
    log.addSystemEvents(1)
    expect((await recording).status).toBeLessThan(300)
    return begun
  }

  /** Asked until what is waited for is there. */
  async function shown(path: string, asked: Asked): Promise<Answered> {
    for (;;) {
      const answered = await services.ask(path, asked)
      if (answered.body.code !== 'not-yet-visible') return answered
    }
  }

  it(
    'is shown by the rights that were given by it',
    async () => {
      expect((await services.ask('/imports', { as: 'eero' })).status).toBe(403)
      const asked = (after: string) => shown(`/imports?after=${after}`, { as: 'eero' })
      expect((await unheard('/members/eero/roles', { role: 'auditor' }, asked)).status).toBe(200)
    },
    patienceMs,
  )

  it(
    'is not shown by rights that were taken by it',
    async () => {
      const asked = (after: string) => shown(`/imports?after=${after}`, { as: 'eero' })
      expect((await unheard('/members/eero/withdrawn-roles', { role: 'auditor' }, asked)).status).toBe(403)
      const left = (after: string) => shown(`/units?after=${after}`, { as: 'onni' })
      expect((await unheard('/members/onni/leave', {}, left)).body.code).toBe('subject-unknown')
    },
    patienceMs,
  )

  it(
    'is shown by the names that it gave',
    async () => {
      const asked = (after: string) => shown(`/units?after=${after}`, { as: 'satu' })
      const { body } = await unheard('/units/fi/name', { name: 'Ammattikeittiöt' }, asked)
      expect((body.rows as JsonObject[]).map(({ name }) => name)).toContain('Ammattikeittiöt')
    },
    patienceMs,
  )

  it(
    'is known of members who joined, and of what they may do, wherever they ask',
    async () => {
      const joining = { name: 'Aino', function: 'sales', unit: 'fi', language: 'en' }
      const met = () => services.ask('/units', { as: 'aino' })
      // Somebody without a role, but not nobody.
      expect((await unheard('/members/aino', joining, met)).body.code).toBe('not-allowed')
      const writes = () => services.of('other').ask('/customers', { body: { name: 'Hotelli Merituuli' }, as: 'aino' })
      expect((await unheard('/members/aino/roles', { role: 'member', unit: 'fi' }, writes)).status).toBe(201)
      const parked = () => services.ask('/operations/parked', { as: 'satu' })
      expect((await parked()).status).toBe(403)
      expect((await unheard('/members/satu/roles', { role: 'admin' }, parked)).status).toBe(200)
    },
    patienceMs,
  )
})
