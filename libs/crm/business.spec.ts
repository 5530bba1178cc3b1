/** What the plumbing asks of this business. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'

let group: TestGroup
const join = (id: string, identity?: string) =>
  group.do('member', 'join', { name: id, function: 'sales', unit: 'fi', language: 'fi', identity }, { id })

beforeEach(async () => {
  group = await TestGroup.open()
  await group.do('group', 'found', { name: 'G', currency: 'EUR', timeZone: 'UTC', language: 'en' }, { id: 'group' })
  const country = { name: 'FI', country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' }
  await group.do('subsidiary', 'open', country, { id: 'fi' })
  await group.do('unit', 'open', { subsidiary: 'fi', name: 'FI' }, { id: 'fi' })
})

afterEach(() => group.close())

describe('the member whom an identity provider’s subject means', () => {
  it('is the one with whom the subject is recorded', async () => {
    await join('aino', 'S-1')
    expect(group.core.member('S-1')).toBe('aino')
    expect(group.core.member('S-2')).toBeUndefined()
  })

  it('is the one of that id only as long as no identity is recorded with them', async () => {
    await join('aino', 'S-1')
    await join('bengt')
    expect([group.core.member('aino'), group.core.member('bengt')]).toEqual([undefined, 'bengt'])
    await group.do('member', 'change', { identity: 'S-2' }, { id: 'bengt' })
    expect([group.core.member('bengt'), group.core.member('S-2')]).toEqual([undefined, 'bengt'])
  })

  it('is none who has left', async () => {
    await join('aino', 'S-1')
    await group.do('member', 'leave', {}, { id: 'aino' })
    expect(group.core.member('S-1')).toBeUndefined()
  })
})
