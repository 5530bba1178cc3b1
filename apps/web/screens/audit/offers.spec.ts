/** What is not theirs is not offered. */
import { describe, expect, it } from '@jest/globals'
import type { Me } from '../../api/questions.js'
import { isOffered, type Offer, offerGroups, offers } from './offers.js'

const holding = (...roles: string[]) => ({ roles: [{ roles }] }) as unknown as Me
const offeredTo = (...roles: string[]) =>
  (Object.keys(offers) as Offer[]).filter((offer) => isOffered(offer, holding(...roles)))

describe('the audit', () => {
  it('offers an auditor all but the operations', () => {
    expect(offeredTo('auditor')).toEqual((Object.keys(offers) as Offer[]).filter((offer) => offer !== 'operations'))
  })

  it('offers an administrator nothing of customers', () => {
    expect(offeredTo('admin')).toEqual(['members', 'imports', 'operations'])
  })

  it('offers the log to auditors alone, and imports and withheld writing not to the management of the group', () => {
    expect(offeredTo('group', 'steward')).not.toContain('log')
    expect(offeredTo('group')).not.toContain('imports')
    expect(offeredTo('group')).not.toContain('withheld')
  })

  it('offers members and managers nothing', () => {
    expect(offeredTo('member', 'manager', 'integration')).toEqual([])
  })

  it('has a place for each offer', () => {
    expect(Object.values(offerGroups).flat().sort()).toEqual(Object.keys(offers).sort())
  })
})
