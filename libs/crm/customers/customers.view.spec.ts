/** What the register shows of a customer, and of records that are one with it. */
import { describe, it } from '@jest/globals'
import { given, happened } from '#test/grammar/given.js'
import { customerEvents } from './customer.events.js'
import { type CustomerDocument, customersView } from './customers.view.js'

const { registered, profileChanged, parentSet, siteOpened, siteClosed } = customerEvents

type Event = Parameters<typeof happened>[0]
/** What is said of the customer's own record, and of two that are merged into it. */
const said = (id: string) => (event: Event) =>
  happened(event)
    .of(id)
    .filed({ customers: [id], unit: undefined })
const [own, twin, third] = [said('c1'), said('c2'), said('c3')]

const view = (...facts: ReturnType<typeof own>[]) => given(customersView, ...facts).in('c1', 'c2', 'c3')

describe('fields of merged records', () => {
  it('fill gaps with what was said last', () => {
    view(
      own(registered({ name: 'Hotelli' })),
      twin(registered({ name: 'Hotel', city: 'Turku', website: 'hotelli.fi', employees: 20 })),
      twin(profileChanged({ city: 'Naantali', cleared: ['website'] })),
      third(registered({ name: 'Motelli', employees: 30 })),
    ).shows({ name: 'Hotelli', city: 'Naantali', website: undefined, employees: 30 })
  })

  it('give way to the customer’s own, also where they are older or younger', () => {
    const shown: Partial<CustomerDocument> = { city: 'Turku', sector: 'marine', name: 'Hotelli' }
    const first = own(registered({ name: 'Hotelli', city: 'Turku', sector: 'marine' }))
    const other = twin(registered({ name: 'Hotel', city: 'Rauma', sector: 'retail' }))
    view(first, other).shows(shown)
    view(other, first).shows(shown)
  })

  it('do not come back where the customer’s own were emptied', () => {
    view(
      twin(registered({ name: 'Hotel', city: 'Turku' })),
      own(registered({ name: 'Hotelli' })),
      own(profileChanged({ cleared: ['city'] })),
    ).shows({ city: undefined })
  })

  it('keep the event that set each, whichever record is older', () => {
    view(
      twin(registered({ name: 'Hotel', city: 'Turku' })),
      own(registered({ name: 'Hotelli', sector: 'marine' })),
      own(profileChanged({ employees: 3, cleared: ['sector'] })),
    ).shows({ from: { name: 'e1', city: 'e0', sector: 'e2', employees: 'e2' } })
  })

  it('are as they were at any moment', () => {
    const facts = view(
      own(registered({ name: 'Hotelli' })).occurred('2026-01-01'),
      twin(registered({ name: 'Hotel', city: 'Turku' })).occurred('2026-02-01'),
      twin(profileChanged({ city: 'Naantali' }))
        .occurred('2026-03-01')
        .recorded('2026-04-01')
        .restated({ city: 'Raisio' }, { recorded: '2026-05-01' })
        .retracted({ recorded: '2026-06-01' }),
    )
    facts.asOf('2026-01-15').shows({ city: undefined })
    facts.asOf('2026-03-15').knownAt('2026-03-20').shows({ city: 'Turku' })
    facts.asOf('2026-03-15').knownAt('2026-04-20').shows({ city: 'Naantali' })
    facts.asOf('2026-03-15').knownAt('2026-05-20').shows({ city: 'Raisio' })
    facts.asOf('2026-03-15').shows({ city: 'Turku' })
  })

  it('are not the customer’s where it stands alone', () => {
    given(
      customersView,
      own(registered({ name: 'Hotelli', city: 'Turku' })),
      twin(registered({ name: 'Hotel', sector: 'marine' })),
      own(profileChanged({ cleared: ['city'] })),
    )
      .in('c1')
      .shows({ name: 'Hotelli', city: undefined, sector: undefined, said: undefined, mergedFrom: [] })
  })
})

describe('merged records', () => {
  it('are named as they name themselves', () => {
    view(
      own(registered({ name: 'Hotelli' })),
      twin(registered({ name: 'Hotel' })),
      third(registered({ name: 'Motelli' })),
      twin(profileChanged({ name: 'Grand Hotel' })),
    ).shows({
      mergedFrom: [
        { id: 'c2', name: 'Grand Hotel' },
        { id: 'c3', name: 'Motelli' },
      ],
    })
  })

  it('are nobody’s parent among themselves', () => {
    const both = [own(registered({ name: 'Hotelli' })), twin(registered({ name: 'Hotel' }))]
    view(...both, twin(parentSet({ parent: 'c1' }))).shows({ parent: undefined })
    view(...both, own(parentSet({ parent: 'c2' })), twin(parentSet({ parent: 'c9' }))).shows({ parent: 'c9' })
    given(customersView, ...both, own(parentSet({ parent: 'c2' })))
      .in('c1')
      .shows({ parent: 'c2' })
  })

  it('keep their sites beside those of the same code', () => {
    const kitchen = { site: 'kitchen', name: 'Kitchen' }
    const sites = [own(siteOpened(kitchen)), twin(siteOpened(kitchen))]
    view(...sites).shows({
      sites: [
        { ...kitchen, record: 'c1' },
        { ...kitchen, record: 'c2' },
      ],
    })
    view(...sites, own(siteClosed({ site: 'kitchen', record: 'c2' }))).shows({ sites: [{ ...kitchen, record: 'c1' }] })
    view(...sites, own(siteClosed({ site: 'kitchen' }))).shows({ sites: [{ ...kitchen, record: 'c2' }] })
  })
})
