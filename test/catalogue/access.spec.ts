/** What slices grant to roles is what the domain's table says, which is written down by hand. */
import { describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { defineDecider, defineEvents, defineSlice, registryOf } from '#kernel'
import { type Row, roles, table } from '../e2e/rights/table.js'

const resources = [...business.registry.resources.values()]

describe('every resource', () => {
  it.each(resources.map((resource) => [resource.name, resource] as const))('%s is a row of the table', (name, of) => {
    const row = table[name as Row] ?? {}
    const granted = roles.map((role) => [role, of.writes[role] !== undefined])
    expect(granted).toEqual(roles.map((role) => [role, row[role]?.own.includes('W')]))
  })

  it('of what is filed with nobody is read by whom the table names', () => {
    for (const { name, reads } of resources.filter((resource) => resource.reads)) {
      const row = table[name as Row]
      const granted = roles.filter((role) => reads?.[role] !== undefined)
      // Group management reads what stewards decided where it is filed with customers.
      const unfiled = roles.filter(
        (role) => row[role].own.includes('R') && !(name === 'stewardship' && role === 'group'),
      )
      expect([name, granted]).toEqual([name, unfiled])
    }
  })

  it('is declared: a decider of another is no business', () => {
    const resource = { name: 'nobody’s', label: { en: '', fi: '', sv: '', de: '', nb: '' }, about: '', writes: {} }
    const events = defineEvents('lost', {})
    const none = { initial: {}, evolve: {}, filedIn: () => ({ customers: [], contacts: [] }), commands: {} }
    const lost = defineDecider<object>()(events, { name: 'lost', resource, ...none })
    const slice = defineSlice({ name: 'losts', about: 'Nothing.', events: [events], deciders: [lost] })
    expect(() => registryOf([slice])).toThrow(/lost is of nobody’s, a resource that no slice declares/)
    expect(() => registryOf([{ ...slice, resources: [resource] }])).not.toThrow()
  })
})
