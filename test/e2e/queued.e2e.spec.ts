/** Requests that were queued without a connection name each other’s records by their keys, and are recorded once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { HttpGroup } from './http-group.js'

let http: HttpGroup
beforeAll(async () => {
  http = await HttpGroup.open()
})
afterAll(() => http.close())

const of = (key: string) => ({ of: key })
const customer = { name: 'Hotelli Merituuli' }

describe('a record that is named by a key', () => {
  it('is the one that the request with this key has begun, in lists, parts and paths', async () => {
    const { id } = await http.write('/customers', customer, { key: 'q-customer' })
    const person = await http.write('/contacts', { name: 'Ilona' }, { key: 'q-contact' })
    const body = {
      customers: [of('q-customer')],
      unit: 'fi',
      contacts: [of('q-contact')],
      note: 'They want drawings.',
      promises: [{ what: 'Send the drawings', withinHours: 24, contact: of('q-contact') }],
    }
    const note = await http.write('/touchpoints/note', body, { key: 'q-note' })
    const timeline = await http.ask(`/customers/${id}/timeline`)
    expect(JSON.stringify(timeline.body)).toContain(String(person.id))
    const deal = { customer: of('q-customer'), unit: 'fi', name: 'Rooms', profile: 'product-sale', stage: 'engaging' }
    const { id: opportunity } = await http.write('/opportunities', deal, { key: 'q-deal' })
    const won = await http.write('/opportunities/of:q-deal/win', {}, { key: 'q-won' })
    expect(won.id).toBe(opportunity)
    const promise = { customer: of('q-customer'), unit: 'fi', what: 'More', kind: 'promise', clock: 'calendar' }
    const made = await http.write('/promises', { ...promise, withinHours: 5, madeIn: of('q-note') })
    const { body: promises } = await http.ask(`/customers/${id}/promises`)
    expect(promises.rows).toContainEqual(expect.objectContaining({ id: made.id, madeIn: note.id }))
  })

  it('is the same request when it is sent again, by key or by id', async () => {
    const { id } = await http.write('/customers', customer, { key: 'r-customer' })
    const note = (named: unknown) => ({ customers: [named], unit: 'fi', note: 'Once.' })
    const first = await http.write('/touchpoints/note', note(of('r-customer')), { key: 'r-note' })
    for (const named of [of('r-customer'), id])
      expect(await http.write('/touchpoints/note', note(named), { key: 'r-note' })).toEqual({
        ...first,
        repeated: true,
      })
  })

  it('is refused where nothing is recorded under the key, nothing of this member, or nothing of this kind', async () => {
    await http.write('/customers', customer, { key: 's-customer' })
    const note = { unit: 'fi', note: 'Lost.' }
    const refused = { status: 409, body: { code: 'key-not-recorded', of: 's-customer' } }
    const asked = (customers: unknown[], as = 'aino') =>
      http.ask('/touchpoints/note', { as, body: { ...note, customers } })
    expect(await asked([of('nosuch')])).toMatchObject({ status: 409, body: { code: 'key-not-recorded', of: 'nosuch' } })
    expect(await asked([of('s-customer')], 'eero')).toMatchObject(refused)
    const member = { customer: of('s-customer'), unit: 'fi', contact: of('s-customer') }
    const promise = { ...member, what: 'More', kind: 'promise', clock: 'calendar', withinHours: 5 }
    expect(await http.ask('/promises', { body: promise })).toMatchObject(refused)
    expect(await http.ask('/opportunities/of:nosuch/win', { body: {} })).toMatchObject({ status: 409 })
    for (const wrong of [{ of: 5 }, { of: 's-customer', more: 1 }, { key: 's-customer' }])
      expect(await asked([wrong])).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
  })
})
