/** What a process has yet to record: read by nobody, and erased with whoever is in it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { LogRefused, RevisionConflict } from '#kernel'
import { openProcesses } from '#queries'
import { failingLog } from '#test/harness/failing-log.js'
import { TestGroup } from '#test/harness/group.js'
import { erasePerson } from '../persons/erase-person.js'
import { redactWriting } from '../persons/withheld-writing.js'

let group: TestGroup
let hotel: string
let sofia: string
let tove: string
let id: string
let told: ReturnType<typeof failingLog>['told']

const due = '2026-03-10T12:00:00.000Z'
const system = { viewer: { member: 'system:test', grants: [] }, commandId: 'operating' }
const bodies = async () => (await (await group.core.processes.load(id)).steps()).map(({ body }) => body)

/** A note about both, a promise to Tove and one to the house, of which nothing is recorded. */
beforeEach(async () => {
  const failing = failingLog()
  told = failing.told
  const { log } = failing
  group = await (await TestGroup.open({ log })).found()
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  sofia = (await group.do('contact', 'register', { name: 'Sofia Söderholm' }, { as: 'aino' })).id
  tove = (await group.do('contact', 'register', { name: 'Tove Tall' }, { as: 'aino' })).id
  told.full = 'touchpoint'
  const promises = [
    { what: 'Drawings for Tove.', due, contact: tove },
    { what: 'A key for the house.', due },
  ]
  const note = { customers: [hotel], contacts: [sofia, tove], unit: 'fi', note: 'Both were there.', promises }
  await expect(group.do('touchpoint', 'record-note', note, { as: 'aino' })).rejects.toBeInstanceOf(LogRefused)
  told.full = undefined
  await group.do('member', 'withdraw', { role: 'member', unit: 'fi' }, { id: 'aino' })
  await group.core.processes.resume()
  id = (await openProcesses(group))[0]?.id ?? ''
  await group.projector.catchUp()
})
afterEach(() => group.close())

describe('what a process has recorded', () => {
  it('is read no longer once its record was redacted', async () => {
    await group.do('member', 'grant', { role: 'member', unit: 'fi' }, { id: 'aino' })
    await group.core.processes.retry(id, system)
    const by = group.viewer('stella')
    const [stream = ''] = (await erasePerson(sofia, { by, grounds: 'asked' }, group.rights())).withheld
    expect(await bodies()).toMatchObject([{ note: 'Both were there.' }, {}, {}])
    await redactWriting(stream, { by, because: 'She asked.', restated: [] }, group.rights())
    expect(await bodies()).toMatchObject([{ erased: true }, { contact: tove }, { customer: hotel }])
  })
})

describe('what a process has yet to record', () => {
  it('is read by nobody', async () => {
    const stated = (await group.log.readStream(`process-${id}`)).filter(({ type }) => type === 'process.step-stated')
    expect(stated).toHaveLength(3)
    for (const { position } of stated) {
      const seen = await group.core.event(position, group.viewer('eero'))
      expect(seen.data).toMatchObject({ body: { withheld: true } })
    }
    expect(await bodies()).toMatchObject([{ note: 'Both were there.' }, { contact: tove }, { customer: hotel }])
  })

  it('is erased with any of those who are in it', async () => {
    await erasePerson(sofia, { by: group.viewer('stella'), grounds: 'asked' }, group.rights())
    expect(await bodies()).toMatchObject([{ erased: true }, { contact: tove }, { customer: hotel }])
    await erasePerson(tove, { by: group.viewer('stella'), grounds: 'asked' }, group.rights())
    expect(await bodies()).toMatchObject([{ erased: true }, { erased: true }, { customer: hotel }])
  })

  it('is refused by its name once it is erased', async () => {
    await erasePerson(sofia, { by: group.viewer('stella'), grounds: 'asked' }, group.rights())
    await group.do('member', 'grant', { role: 'member', unit: 'fi' }, { id: 'aino' })
    await group.core.processes.retry(id, system)
    const [shown] = await group.core.openProcesses()
    expect(shown).toMatchObject({ state: 'stuck', steps: [{ refused: { code: 'person-erased' } }, {}, {}] })
  })

  it('is erased where all of it is refused', async () => {
    await group.do('member', 'grant', { role: 'member', unit: 'fi' }, { id: 'aino' })
    told.before = async (stream) => {
      if (!stream.startsWith('process-')) return
      told.before = undefined
      await group.send('member', 'withdraw', { role: 'member', unit: 'fi' }, { id: 'aino' })
    }
    const note = {
      customers: [hotel],
      contacts: [sofia, tove],
      unit: 'fi',
      note: 'Both.',
      promises: [{ what: 'A.', due }],
    }
    const refused = group.do('touchpoint', 'record-note', note, { as: 'aino', key: 'other' })
    await expect(refused).rejects.toMatchObject({ code: 'not-allowed' })
    id = group.core.commandId('aino', 'touchpoint', 'record-note', 'other')
    expect(await bodies()).toMatchObject([{ erased: true }, { what: 'A.' }])
  })

  it('stays where giving up is refused, since somebody else has it in hand', async () => {
    const append = group.log.append.bind(group.log)
    group.log.append = async (stream, expected, events) => {
      if (events[0]?.type === 'process.given-up') throw new RevisionConflict(stream, expected, 'no-stream')
      return append(stream, expected, events)
    }
    await expect(group.core.processes.giveUp(id, 'They were told.', system)).rejects.toMatchObject({
      code: 'try-again',
    })
    group.log.append = append
    expect(await bodies()).not.toContainEqual({ erased: true })
  })

  it('is erased where it is given up and no record would lead to it', async () => {
    await group.core.processes.giveUp(id, 'They were told.', system)
    expect(await bodies()).toMatchObject([{ erased: true }, { contact: tove }, { customer: hotel }])
  })
})
