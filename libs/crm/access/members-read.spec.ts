/** Who works for the group is read by every role but a program's, without a reason; persons of customers are not. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Role } from '#kernel'
import { TestGroup } from '#test/harness/group.js'
import { readScopeOf } from './access.js'

let group: TestGroup
beforeEach(async () => {
  group = await (await TestGroup.open()).found()
})
afterEach(() => group.close())

describe('members’ names', () => {
  it('are open to an auditor without a reason, beside persons that are withheld', async () => {
    const customer = (await group.do('customer', 'register', { name: 'Hotelli' }, { as: 'aino' })).id
    const contact = (await group.do('contact', 'register', { name: 'Ilona' }, { as: 'aino' })).id
    const post = { customer, level: 'operational', since: '2025-01-01' }
    await group.do('contact', 'startPost', post, { id: contact, as: 'aino' })
    const { rows } = await group.ask<{ rows: { who: object }[] }>('timeline', { id: customer }, { as: 'audun' })
    expect(rows[0]?.who).toEqual({ id: 'aino', name: 'Name of aino' })
    expect((await group.ask('contact', { id: contact }, { as: 'audun' })).name).not.toBe('Ilona')
  })

  it('are everybody’s who has a person’s role, and a program reads its own alone', () => {
    const scopeOf = (...roles: Role[]) => {
      const viewer = { member: 'robot', grants: roles.map((role) => ({ role, unit: 'fi' })) }
      return [...readScopeOf(viewer, group.core.references()).members]
    }
    for (const role of ['member', 'manager', 'steward', 'group', 'auditor', 'admin'] as const)
      expect([role, scopeOf(role)]).toEqual([role, ['*']])
    expect([scopeOf('integration'), scopeOf(), scopeOf('integration', 'member')]).toEqual([['robot'], ['robot'], ['*']])
  })

  it('stay closed to a program where it is answered', async () => {
    await group.member('robot', 'fi', 'integration')
    const robot = group.viewer('robot')
    const { catalogue } = group.business.registry
    const [joined] = (await group.log.readStream('member-aino')).map((event) => catalogue.read(event))
    const names = [joined?.data.name]
    expect(await group.core.queryService.openFor(names, robot)).not.toEqual(['Name of aino'])
    expect(await group.core.queryService.openFor(names, group.viewer('audun'))).toEqual(['Name of aino'])
  })
})
