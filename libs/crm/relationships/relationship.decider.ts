/** What people may decide about a relationship. It exists without a decision: then it is identified. */
import { command, defineDecider, defineRefusals, type Fact, partsOfRelationship } from '#kernel'
import type { Stage } from '../organization/events/group.events.js'
import { organization } from '../organization/organization.reference.js'
import {
  KeyAccountSet,
  OwnerSet,
  RelationshipEnded,
  RelationshipReopened,
  relationshipEvents,
  StageChanged,
  StatusCorrected,
  TargetSet,
} from './relationship.events.js'

interface RelationshipState {
  stage: Stage
  owner?: string
  keyAccount: boolean
}

export const relationshipRefusals = defineRefusals({
  'relationship-ended': ['rule', 'This relationship has ended; reopen it first.'],
  'relationship-not-ended': ['rule', 'Only a relationship that has ended can be reopened.'],
  'stage-moved-meanwhile': ['conflict', 'The stage is no longer the one you saw.'],
  'stage-unchanged': ['rule', 'The relationship is at this stage already.'],
  'end-by-ending': ['rule', 'Say by whom and why the relationship ends instead of setting its stage.'],
  'change-without-reason': ['rule', 'A stage that falls or skips a step needs a reason.'],
  'owner-unknown': ['rule', 'There is no such member, or they have left.'],
  'relationship-malformed': ['not-found', 'A relationship is named by customer and selling unit: <customer>.<unit>.'],
})
const refuse = relationshipRefusals

const ladder: readonly Stage[] = ['identified', 'exploratory', 'basic', 'cooperative', 'interdependent', 'integrated']

function changeStage(c: StageChanged, { stage }: RelationshipState) {
  if (stage === 'ended') return refuse('relationship-ended')
  if (c.to === 'ended') return refuse('end-by-ending')
  if (c.from !== stage) return refuse('stage-moved-meanwhile', { stage })
  if (c.to === stage) return refuse('stage-unchanged')
  const steps = ladder.indexOf(c.to) - ladder.indexOf(stage)
  if (steps !== 1 && c.why === undefined) return refuse('change-without-reason')
  return [relationshipEvents.stageChanged(c)]
}

const notEnded = (state: RelationshipState): RelationshipState =>
  state.stage === 'ended' ? refuse('relationship-ended') : state

/** Stream ids are `<customer>.<unit>`. */
function filedUnder(id: string) {
  const { customer, unit } = partsOfRelationship(id) ?? refuse('relationship-malformed')
  return { customers: [customer], contacts: [], unit }
}

export const relationship = defineDecider<RelationshipState>()(relationshipEvents, {
  name: 'relationship',
  resource: 'history',
  initial: { stage: 'identified', keyAccount: false },
  evolve: {
    stageChanged: (state, { data }) => ({ ...state, stage: data.to }),
    ended: (state) => ({ ...state, stage: 'ended' }),
    reopened: (state, { data }) => ({ ...state, stage: data.at }),
    targetSet: (state) => state,
    ownerSet: (state, { data }) => ({ ...state, owner: data.owner }),
    statusCorrected: (state) => state,
    keyAccountSet: (state, { data }) => ({ ...state, keyAccount: data.keyAccount }),
  },
  filed: (_, id) => filedUnder(id),
  unwritten: filedUnder,
  possible: ({ stage }, fact: Fact) => {
    if (fact.type === 'relationship.reopened') return stage === 'ended'
    return fact.type === 'relationship.stage-changed'
      ? stage !== 'ended' && fact.data.from === stage
      : stage !== 'ended'
  },
  commands: {
    changeStage: command(
      StageChanged,
      { route: 'POST /relationships/:id/stage', about: 'Move a relationship to another stage, with its evidence.' },
      changeStage,
    ),
    end: command(
      RelationshipEnded,
      { route: 'POST /relationships/:id/end', about: 'End a relationship: by whom and why.' },
      (c, state: RelationshipState) => (notEnded(state) ? [relationshipEvents.ended(c)] : []),
    ),
    reopen: command(
      RelationshipReopened,
      { route: 'POST /relationships/:id/reopen', about: 'Take up a relationship that had ended.' },
      (c, state: RelationshipState) => {
        if (state.stage !== 'ended') return refuse('relationship-not-ended')
        return c.at === 'ended' ? refuse('end-by-ending') : [relationshipEvents.reopened(c)]
      },
    ),
    setTarget: command(
      TargetSet,
      { route: 'PUT /relationships/:id/target', about: 'Set which stage is wanted, and by when.' },
      (c, state: RelationshipState) => (notEnded(state) ? [relationshipEvents.targetSet(c)] : []),
    ),
    setOwner: command(
      OwnerSet,
      { route: 'PUT /relationships/:id/owner', about: 'Say who leads the relationship and who carries it out.' },
      (c, state: RelationshipState, by) => {
        const { members } = by.present.get(organization)
        const unknown = [c.owner, ...(c.with ?? [])].filter((id) => members.get(id)?.left !== false)
        if (unknown.length > 0) return refuse('owner-unknown', { members: unknown })
        return notEnded(state) ? [relationshipEvents.ownerSet(c)] : []
      },
    ),
    correctStatus: command(
      StatusCorrected,
      {
        route: 'POST /relationships/:id/status',
        about: 'Correct the life-cycle status by hand, until the next income.',
      },
      (c) => [relationshipEvents.statusCorrected(c)],
    ),
    setKeyAccount: command(
      KeyAccountSet,
      { route: 'PUT /relationships/:id/key-account', about: 'Nominate a key account, or end the nomination.' },
      (c, state: RelationshipState) => (state.keyAccount === c.keyAccount ? [] : [relationshipEvents.keyAccountSet(c)]),
    ),
  },
})
