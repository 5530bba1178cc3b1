/** A note with what follows from it over HTTP: answered with all of it, and whole after the program was killed between its parts. */
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { JsonObject } from '#kernel'
import { TestGroup } from '../harness/group.js'
import { command, RunningProgram } from './running-program.js'

const patienceMs = 60_000
const lookAgainMs = 20
const due = '2099-03-10T12:00:00.000Z'
const dyingLog = fileURLToPath(new URL('../harness/dying-log.js', import.meta.url))
const dying = (after: string) => ({ DIES_AFTER: after, NODE_OPTIONS: `--import ${dyingLog}` })

let program: RunningProgram
let customer: string

const note = (text: string) => ({
  customers: [customer],
  unit: 'fi',
  note: text,
  promises: [{ what: `Drawings: ${text}`, due }],
  nextSteps: [{ what: `Ask: ${text}`, due }],
  plans: [{ kind: 'visit', startsAt: '2099-03-20T08:00:00Z', goal: text }],
})
const send = (key: string, text: string) => program.ask('/touchpoints/note', { as: 'aino', key, body: note(text) })
const processes = async () => (await program.ask('/operations/processes')).body.processes as JsonObject[]

/** What a customer's pages hold of a note. */
async function shown(text: string, after: string): Promise<string[]> {
  const { body } = await program.ask(`/customers/${customer}/timeline?limit=200&after=${after}`, { as: 'aino' })
  const rows = body.rows as { kind: string; summary?: string }[]
  return rows.flatMap(({ kind, summary = '' }) => (summary.endsWith(text) ? [kind] : [])).sort()
}
const allOf = ['note', 'planned', 'promise-made', 'promise-made']

beforeAll(async () => {
  program = await RunningProgram.start()
  await program.country('fi', { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' })
  await program.member('aino', 'fi', 'member')
  customer = String((await program.write('/customers', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id)
}, patienceMs)
afterAll(() => program.discard())

describe('a note with what follows from it', () => {
  it('is answered with all of it, and so is its repeat', async () => {
    const first = await send('k-first', 'new kitchen')
    expect(first).toMatchObject({
      status: 201,
      body: {
        repeated: false,
        events: [{ type: 'touchpoint.note' }],
        process: {
          state: 'finished',
          parts: [{ place: 'promises.0' }, { place: 'nextSteps.0' }, { place: 'plans.0' }],
        },
      },
    })
    expect(await shown('new kitchen', String(first.body.position))).toEqual(allOf)
    expect(await send('k-first', 'new kitchen')).toEqual({ status: 200, body: { ...first.body, repeated: true } })
  })

  it('is refused with the place of the part', async () => {
    const late = { ...note('x'), promises: [{ what: 'Call.', due: '2001-01-01T00:00:00Z' }] }
    const sent = await program.ask('/touchpoints/note', { as: 'aino', body: late })
    expect(sent).toMatchObject({ status: 422, body: { code: 'promise-due-before-made', path: 'promises.0.due' } })
    const wrong = { ...note('x'), plans: [{ kind: 'visit', startsAt: 'soon' }] }
    const misfit = await program.ask('/touchpoints/note', { as: 'aino', body: wrong })
    expect(misfit).toMatchObject({ status: 400, body: { errors: [{ path: 'plans.0.startsAt' }] } })
  })
})

/** Sends a note to a program that dies on the way. */
async function cutOff(text: string, after: string): Promise<void> {
  await program.stop()
  program = await RunningProgram.start(program.folder, dying(after))
  await expect(send(`k-${text.replaceAll(' ', '-')}`, text)).rejects.toThrow()
  await program.kill()
}

describe('a program killed', () => {
  it(
    'between two promises records the rest at its next start',
    async () => {
      await cutOff('between', 'promise:1')
      program = await RunningProgram.start(program.folder)
      while ((await processes()).length > 0) await pause(lookAgainMs)
      const again = await send('k-between', 'between')
      expect(again).toMatchObject({ status: 200, body: { repeated: true, process: { state: 'finished' } } })
      expect(await shown('between', String(again.body.position))).toEqual(allOf)
    },
    patienceMs,
  )

  it(
    'and not allowed to go on is found by its administrator, and run again',
    async () => {
      await cutOff('not allowed', 'touchpoint:1')
      await asTheMachineIsDown((group) =>
        group.do('member', 'withdraw', { role: 'member', unit: 'fi' }, { id: 'aino' }),
      )
      program = await RunningProgram.start(program.folder)
      while ((await processes())[0]?.state !== 'stuck') await pause(lookAgainMs)
      const [stuck] = await processes()
      const refused = { code: 'not-allowed', sentence: 'Your roles do not allow this.' }
      expect(stuck).toMatchObject({
        process: 'follow-ups',
        by: 'aino',
        unit: 'fi',
        steps: [
          { place: 'promises.0', command: 'make', ...refused },
          { place: 'nextSteps.0', command: 'make', ...refused },
          { place: 'plans.0', command: 'plan', ...refused },
        ],
      })
      expect(await (await fetch(`${program.url}/metrics`)).text()).toContain('kumppani_processes_stuck 1')
      const listed = await command(program.folder, ['processes', '--language', 'sv'])
      expect(listed.out).toMatch(/state: avstannad\n[\s\S]*nextSteps\.0 .* Dina roller tillåter inte detta\./)
      const told = await command(program.folder, ['retry-process', String(stuck?.id), '--language', 'sv'])
      expect(told.out).toContain('state: avstannad\n')
      const retry = () => program.ask(`/operations/processes/${stuck?.id}/retry`, { body: {} })
      expect((await retry()).body).toMatchObject({ state: 'stuck' })
      await program.write('/members/aino/roles', { role: 'member', unit: 'fi' })
      expect((await retry()).body).toMatchObject({ state: 'finished' })
      expect((await retry()).body).toMatchObject({ code: 'process-not-stuck' })
      const again = await send('k-not-allowed', 'not allowed')
      expect(again.body).toMatchObject({ process: { state: 'finished' } })
      expect(await shown('not allowed', String(again.body.position))).toEqual(allOf)
      expect(await processes()).toEqual([])
    },
    patienceMs,
  )
})

/** Records something in the folder of a program that does not run, and takes up nothing. */
async function asTheMachineIsDown(work: (group: TestGroup) => Promise<unknown>): Promise<void> {
  const group = await TestGroup.open({ folder: program.folder })
  group.time = new Date().toISOString()
  await work(group)
  await group.close()
}
