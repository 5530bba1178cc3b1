/** What stands of a promise after every fact, and when. */
import { describe, it } from '@jest/globals'
import { given, happened, nothing } from '#test/grammar/given.js'
import { promiseEvents } from './promise.events.js'
import { promises } from './promises.view.js'

const { made, accepted, declined, handedOver, rescheduled, kept, withdrawn } = promiseEvents

const said = { customer: 'c1', unit: 'fi', what: 'Send the drawings.', kind: 'promise', clock: 'calendar' } as const
const due = '2026-03-10T12:00:00.000Z'
const promised = (owner: string) =>
  happened(made({ ...said, owner, due }))
    .by('aino')
    .occurred('2026-03-01')
const onDay = (draft: Parameters<typeof happened>[0], day: string, by = 'aino') => happened(draft).by(by).occurred(day)

describe('promises', () => {
  it('are open at once when made by their owner', () => {
    given(promises, promised('aino')).shows({
      status: 'open',
      owner: 'aino',
      offeredTo: undefined,
      maker: 'aino',
      overdueAt: due,
      madeAt: '2026-03-01T00:00:00.000Z',
    })
  })

  it('are offered until accepted', () => {
    given(promises, promised('bengt'), onDay(accepted({}), '2026-03-03', 'bengt'))
      .shows({ status: 'open', owner: 'bengt', offeredTo: undefined })
      .asOf('2026-03-02')
      .shows({ status: 'offered', owner: undefined, offeredTo: 'bengt', overdueAt: due })
  })

  it('belong to nobody once declined, and are still due', () => {
    given(promises, promised('bengt'), onDay(declined({ why: 'On leave.' }), '2026-03-03', 'bengt')).shows({
      status: 'declined',
      owner: undefined,
      offeredTo: undefined,
      said: 'On leave.',
      overdueAt: due,
    })
  })

  it('show who was asked to take them over', () => {
    given(promises, promised('aino'), onDay(handedOver({ to: 'bengt' }), '2026-03-03')).shows({
      status: 'open',
      owner: 'aino',
      offeredTo: 'bengt',
    })
    const asked = onDay(handedOver({ to: 'bengt' }), '2026-03-03')
    given(promises, promised('aino'), asked, onDay(handedOver({ to: 'aino' }), '2026-03-04')).shows({
      owner: 'aino',
      offeredTo: undefined,
    })
    given(promises, promised('aino'), onDay(handedOver({ to: 'eero' }), '2026-03-03', 'eero')).shows({
      owner: 'eero',
      offeredTo: undefined,
    })
  })

  it('are kept in time up to the moment they are due', () => {
    given(promises, promised('aino'), happened(kept({ how: 'Sent.' })).occurred(due)).shows({
      status: 'kept',
      settledAt: due,
      overdueAt: undefined,
      said: 'Sent.',
    })
    given(promises, promised('aino'), happened(kept({})).occurred('2026-03-10T12:00:00.001Z')).shows({
      status: 'kept-late',
    })
  })

  it('that nobody answered for are answered for by whoever kept them', () => {
    given(promises, promised('bengt'), onDay(kept({}), '2026-03-05', 'eero')).shows({ status: 'kept', owner: 'eero' })
    given(promises, promised('aino'), onDay(kept({}), '2026-03-05', 'eero')).shows({ status: 'kept', owner: 'aino' })
  })

  it('are due when the customer agreed', () => {
    const moved = onDay(rescheduled({ due: '2026-03-20T12:00:00.000Z', agreed: 'Fine.' }), '2026-03-05')
    given(promises, promised('aino'), moved, onDay(kept({}), '2026-03-15'))
      .shows({ status: 'kept', due: '2026-03-20T12:00:00.000Z', moves: 1 })
      .asOf('2026-03-06')
      .shows({ overdueAt: '2026-03-20T12:00:00.000Z' })
  })

  it('are withdrawn with a reason', () => {
    given(promises, promised('aino'), onDay(withdrawn({ why: 'The site closed.' }), '2026-03-05')).shows({
      status: 'withdrawn',
      said: 'The site closed.',
      overdueAt: undefined,
    })
  })

  it('show a note that came late where it belongs', () => {
    given(promises, promised('aino'), onDay(kept({}), '2026-03-09').recorded('2026-04-01'))
      .asOf('2026-03-09')
      .knownAt('2026-03-31')
      .shows({ status: 'open' })
      .knownAt('2026-04-01')
      .shows({ status: 'kept' })
  })

  it('end as they ended, whatever is said of them afterwards', () => {
    const afterwards = [
      onDay(accepted({}), '2026-03-10', 'eero'),
      onDay(declined({}), '2026-03-10'),
      onDay(handedOver({ to: 'bengt' }), '2026-03-10'),
      onDay(rescheduled({ due: '2027-01-01T00:00:00.000Z' }), '2026-03-10'),
    ]
    given(promises, promised('aino'), onDay(kept({}), '2026-03-09'), ...afterwards).shows({
      status: 'kept',
      owner: 'aino',
      offeredTo: undefined,
      due,
    })
  })

  it('are not there while their making is unknown', () => {
    given(promises, accepted({}), kept({}), withdrawn({ why: 'x' })).shows(nothing)
    given(promises, promised('aino').retracted({ recorded: '2026-03-02' }), kept({})).shows(nothing)
  })
})
