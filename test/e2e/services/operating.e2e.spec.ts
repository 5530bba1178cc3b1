/** What an operator does with processes of their own: commands, figures, and a process that does not come back. */
import { rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { hasMongodb } from '../../engines/mongodb-server.js'
import { describeWhen } from '../../lanes/describe-when.js'
import { command } from '../running-program.js'
import { RunningServices } from './running-services.js'

const patienceMs = 120_000

describeWhen(hasMongodb, 'an operator of several processes', () => {
  let services: RunningServices

  beforeAll(async () => {
    services = await RunningServices.start()
  }, patienceMs)
  afterAll(() => services?.discard(), patienceMs)

  /** As it is typed where that process runs. */
  const run = (as: string, ...args: string[]) => command(services.of(as).folder, args, services.environment)

  it(
    'is told by each process which one serves what it does not',
    async () => {
      const post = { method: 'POST', body: {} }
      const asked = [
        services.of('recorder').ask('/operations/verify', post),
        services.of('insights').ask('/operations/keys/rewrap', post),
        services.of('projector').ask('/units'),
        services.of('insights').ask('/customers', { body: { name: 'Kylpylä' } }),
      ]
      const told = (await Promise.all(asked)).map(({ status, body }) => [status, body.code, body.service])
      expect(told).toEqual([
        [421, 'served-elsewhere', 'projector'],
        [421, 'served-elsewhere', 'recorder'],
        [421, 'served-elsewhere', 'insights'],
        [421, 'served-elsewhere', 'recorder'],
      ])
      expect((await services.of('recorder').ask('/nowhere')).body.code).toBe('no-such-route')
    },
    patienceMs,
  )

  it(
    'acts as the first administrator, where the process runs that serves it',
    async () => {
      expect(JSON.parse((await run('projector', 'parked', '--json')).out)).toEqual({ parked: [] })
      expect(JSON.parse((await run('recorder', 'processes', '--json')).out)).toEqual({ processes: [] })
      const refused = await run('recorder', 'verify')
      expect([refused.code, refused.err]).toEqual([
        8,
        'kumppani: Another process of this installation serves this: `service` says which.\n  service: projector\n',
      ])
    },
    patienceMs,
  )

  it(
    'is told to copy log and keys by their servers',
    async () => {
      const { code, err } = await run('recorder', 'backup', services.of('recorder').folder)
      expect([code, err]).toEqual([8, expect.stringContaining('copy them by their means')])
    },
    patienceMs,
  )

  it(
    'reads figures of each process',
    async () => {
      const figures = async (as: string) => (await fetch(`${services.of(as).url}/metrics`)).text()
      for (const as of ['recorder', 'projector', 'insights'])
        expect(await figures(as)).toMatch(/^kumppani_ready\{work="answering"\} 1$/m)
      expect(await figures('projector')).toMatch(/^kumppani_lease_held\{work="[\w-]+"\} 1$/m)
      const head = /^kumppani_log_head_position (\d+)$/m.exec(await figures('insights'))?.[1]
      expect(Number(head)).toBeGreaterThan(0)
      expect(await figures('insights')).toContain(`\nkumppani_projection_position ${head}\n`)
    },
    patienceMs,
  )

  it(
    'retires the plaintext of a process that is gone, and of no other',
    async () => {
      const listed = async () =>
        JSON.parse((await run('recorder', 'plaintext', 'list', '--json')).out).files as { file: string }[]
      const mine = (folder: string) => ({ file: `${hostname()}:${join(folder, 'clear-0001.db')}` })
      const { folder } = await services.begin('insights', 'second')
      const stays = mine(services.of('insights').folder)
      expect((await listed()).map(({ file }) => ({ file }))).toEqual(expect.arrayContaining([stays, mine(folder)]))

      const kept = await run('recorder', 'plaintext', 'retire', mine(folder).file)
      expect([kept.code, kept.err]).toEqual([8, expect.stringContaining('stop it first')])

      await services.of('second').stop()
      rmSync(folder, { recursive: true })
      expect((await run('recorder', 'plaintext', 'retire', mine(folder).file)).code).toBe(0)
      expect((await listed()).map(({ file }) => ({ file }))).toEqual([stays])
      expect((await run('recorder', 'plaintext', 'retire', mine(folder).file)).code).toBe(8)
    },
    patienceMs,
  )
})
