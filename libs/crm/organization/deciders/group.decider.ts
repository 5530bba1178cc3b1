/** What headquarters decides: founding, ladder, life-cycle rule, shared history, switches. */
import { command, type Draft, defineDecider, defineRefusals, type PayloadClass } from '#kernel'
import {
  GroupFounded,
  groupEvents,
  HistorySet,
  LadderSet,
  LifeCycleSet,
  OwningSystemSet,
  SliceSwitched,
} from '../events/group.events.js'

interface GroupState {
  founded: boolean
}

export const groupRefusals = defineRefusals({
  'group-founded': ['conflict', 'The group has been founded already.'],
  'ladder-repeats-stage': ['rule', 'Each stage stands once on the ladder.'],
  'lost-before-passive': ['rule', 'A customer is passive before it is lost.'],
})

const same = (state: GroupState): GroupState => state

/** A rule that is set anew each time. */
const setting = <C extends object>(
  payload: PayloadClass<C>,
  of: { path: string; about: string; decide: (c: C) => Draft[] },
) => command(payload, { route: `PUT ${of.path as `/${string}`}`, about: of.about }, (c: C) => of.decide(c))

export const group = defineDecider<GroupState>()(groupEvents, {
  name: 'group',
  resource: 'catalogue',
  initial: { founded: false },
  evolve: {
    founded: () => ({ founded: true }),
    ladderSet: same,
    lifeCycleSet: same,
    historySet: same,
    owningSystemSet: same,
    sliceSwitched: same,
  },
  filed: () => ({ customers: [], contacts: [] }),
  commands: {
    found: command(
      GroupFounded,
      { route: 'POST /group/:id', about: 'Found the group; once.' },
      (c, state: GroupState) => (state.founded ? groupRefusals('group-founded') : [groupEvents.founded(c)]),
    ),
    setLadder: setting(LadderSet, {
      path: '/group/:id/ladder',
      about: 'Name the stages and set how many relationships are wanted at each.',
      decide: (c) =>
        new Set(c.steps.map(({ stage }) => stage)).size < c.steps.length
          ? groupRefusals('ladder-repeats-stage')
          : [groupEvents.ladderSet(c)],
    }),
    setLifeCycle: setting(LifeCycleSet, {
      path: '/group/:id/life-cycle',
      about: 'Set after how many months without income a customer is passive, and lost.',
      decide: (c) =>
        c.lostAfterMonths <= c.passiveAfterMonths
          ? groupRefusals('lost-before-passive')
          : [groupEvents.lifeCycleSet(c)],
    }),
    setHistory: setting(HistorySet, {
      path: '/group/:id/history',
      about: "Say whether units read each other's history.",
      decide: (c) => [groupEvents.historySet(c)],
    }),
    setOwningSystem: setting(OwningSystemSet, {
      path: '/group/:id/owning-systems',
      about: 'Say which system owns a group of customer fields.',
      decide: (c) => [groupEvents.owningSystemSet(c)],
    }),
    switchSlice: setting(SliceSwitched, {
      path: '/group/:id/switches',
      about: 'Switch a part of the platform on or off, for a unit or for all.',
      decide: (c) => [groupEvents.sliceSwitched(c)],
    }),
  },
})
