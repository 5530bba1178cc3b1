/** Who is told what stands here: of events that concern no customer, and of conflicts. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import { business } from '../business.js'

let group: TestGroup

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  await group.member('robot', 'fi', 'integration')
})
afterEach(() => group.close())

describe('an event that concerns no customer', () => {
  const everybody = ['aino', 'bengt', 'eero', 'stella', 'greta', 'audun', 'adam']

  it('of the organization is read by all but integrations', async () => {
    const { position } = await group.do('member', 'change', { function: 'service' }, { id: 'aino' })
    const read = (as: string) => group.core.event(position, group.viewer(as))
    for (const as of everybody) expect(await read(as)).toMatchObject({ type: 'member.changed' })
    await expect(read('robot')).rejects.toMatchObject({ code: 'not-found' })
  })

  it.each([
    ['import.started', ['eero', 'stella', 'audun', 'adam']],
    ['privacy.released', ['stella', 'audun']],
    ['touchpoint.note', []],
  ])('%s is read by those who read its like', async (type, readers) => {
    const events = await group.log.readAll({ after: 0, limit: 1 })
    const [event] = events.map((one) => ({ ...one, type, metadata: { ...one.metadata, actor: 'system:test' } }))
    const reads = (as: string) => event && business.readAccess.mayReadUnfiled(group.viewer(as), event)
    expect([...everybody, 'robot'].filter(reads)).toEqual(readers)
  })

  it('is read by managers of its unit, and by whoever wrote it', async () => {
    const events = await group.log.readAll({ after: 0, limit: 1 })
    const of = (metadata: object) =>
      events.map((one) => ({ ...one, type: 'import.started', metadata: { ...one.metadata, ...metadata } }))
    const reads = (as: string, metadata: object) =>
      of(metadata).some((event) => business.readAccess.mayReadUnfiled(group.viewer(as), event))
    expect([reads('eero', { unit: 'fi' }), reads('eero', { unit: 'se' }), reads('stella', { unit: 'se' })]).toEqual([
      true,
      false,
      true,
    ])
    expect([reads('bengt', { actor: 'bengt' }), reads('bengt', { actor: 'aino' })]).toEqual([true, false])
  })
})

describe('a conflict', () => {
  it('shows what the other wrote to those alone who may read it', async () => {
    const person = { name: 'Sofia Söderholm' }
    const { id } = await group.do('contact', 'register', person, { as: 'aino' })
    const refused = (as: string) =>
      group
        .do('contact', 'edit', { name: { was: 'S. Söder', is: 'S. S.' } }, { id, as })
        .catch((error) => error.details)
    expect(await refused('aino')).toEqual({
      ...{ field: 'name', was: 'S. Söder', now: 'Sofia Söderholm' },
      ...{ by: 'aino', at: group.time },
    })
    expect(await refused('robot')).toEqual({ field: 'name', was: 'S. Söder' })
  })
})

describe('whoever writes a resource everywhere', () => {
  it.each([
    ['register', ['stella']],
    ['history', []],
    ['catalogue', ['adam']],
  ] as const)('of the %s is nobody for single units', (resource, writers) => {
    const everybody = ['aino', 'bengt', 'eero', 'stella', 'greta', 'audun', 'adam', 'robot']
    const writes = (as: string) => business.writeAccess.mayWriteEverywhere(group.viewer(as), resource)
    expect(everybody.filter(writes)).toEqual(writers)
  })
})
