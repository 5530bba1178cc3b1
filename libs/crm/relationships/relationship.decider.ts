/** What people may decide about a relationship. It exists without a decision: then it is identified. */
import {
  command,
  type Decide,
  type Deciding,
  dayIn,
  defineDecider,
  defineRefusals,
  type Fact,
  partsOfUnitKey,
} from '#kernel'
import { mayWrite } from '../access/access.js'
import { customerHistory } from '../customers/document/customers.resource.js'
import { rankOf, type Stage } from '../organization/events/group.events.js'
import { isOpenUnit, organization, viewerOf, zoneOf } from '../organization/organization.reference.js'
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
  target?: TargetSet
  carried?: OwnerSet
  keyAccount: boolean
}

export const relationshipRefusals = defineRefusals({
  'relationship-ended': ['rule', 'This relationship has ended; reopen it first.'],
  'relationship-not-ended': ['rule', 'Only a relationship that has ended can be reopened.'],
  'stage-moved-meanwhile': ['conflict', 'The stage is no longer the one you saw.'],
  'stage-unchanged': ['rule', 'The relationship is at this stage already.'],
  'end-by-ending': ['rule', 'Say by whom and why the relationship ends instead of setting its stage.'],
  'change-without-reason': ['rule', 'A stage that falls or skips a step needs a reason.'],
  'reopened-as-ended': ['rule', 'A relationship is reopened at a stage it can be at.'],
  'owner-unknown': ['rule', 'There is no such member, or they have left.'],
  'owner-of-other-unit': ['rule', 'Whoever leads a relationship may write for its selling unit.'],
  'target-not-a-stage': ['rule', 'A target is a stage to reach: not the end, and no day alone.'],
  'target-in-the-past': ['rule', 'A target lies ahead.'],
  'relationship-customer-unknown': ['rule', 'There is no such customer to have a relationship with.'],
  'relationship-unit-unknown': ['rule', 'There is no such selling unit, or it is closed.'],
  'relationship-malformed': ['not-found', 'A relationship is named by customer and selling unit: <customer>.<unit>.'],
})
const refuse = relationshipRefusals

type State = RelationshipState

function moved(c: StageChanged, { stage }: State): StageChanged {
  if (stage === 'ended') return refuse('relationship-ended')
  if (c.to === 'ended') return refuse('end-by-ending')
  if (c.from !== stage) return refuse('stage-moved-meanwhile', { stage })
  if (c.to === stage) return refuse('stage-unchanged')
  if (rankOf(c.to) - rankOf(stage) !== 1 && c.why === undefined) return refuse('change-without-reason')
  return c
}

const notEnded = (state: State): State => (state.stage === 'ended' ? refuse('relationship-ended') : state)

function reopenedAt(c: RelationshipReopened, { stage }: State): RelationshipReopened {
  if (stage !== 'ended') return refuse('relationship-not-ended')
  return c.at === 'ended' ? refuse('reopened-as-ended') : c
}

function aimed(c: TargetSet, state: State, by: Deciding): TargetSet {
  notEnded(state)
  if (c.stage === 'ended' || (c.stage === undefined && c.by !== undefined)) return refuse('target-not-a-stage')
  const today = dayIn(by.at, zoneOf(filedUnder(by.id).unit, by.present))
  return c.by !== undefined && c.by < today ? refuse('target-in-the-past') : c
}

function carried(c: OwnerSet, state: State, by: Deciding): OwnerSet {
  const { members } = by.present.get(organization)
  const unknown = [c.owner, ...(c.with ?? [])].filter((id) => members.get(id)?.left !== false)
  if (unknown.length > 0) return refuse('owner-unknown', { members: unknown })
  const owner = viewerOf(c.owner, by.present)
  const isOfUnit = owner !== undefined && mayWrite(owner, customerHistory, [filedUnder(by.id).unit])
  return notEnded(state) && isOfUnit ? c : refuse('owner-of-other-unit')
}

/** Whether the same member leads and the same ones help, in whatever order. */
const isSameCarrying = (a: OwnerSet | undefined, b: OwnerSet): boolean =>
  a?.owner === b.owner && String([...(a.with ?? [])].sort()) === String([...(b.with ?? [])].sort())

/** Stream ids are `<customer>.<unit>`. */
function filedUnder(id: string) {
  const { customer, unit } = partsOfUnitKey(id) ?? refuse('relationship-malformed')
  return { customers: [customer], contacts: [], unit }
}

/** Decides between a customer and a selling unit that are there. */
const between =
  <C>(decide: Decide<C, State>): Decide<C, State> =>
  async (c, state, by) => {
    const { customers, unit } = filedUnder(by.id)
    if (!(await by.exists(`customer-${customers[0]}`))) return refuse('relationship-customer-unknown')
    return isOpenUnit(unit, by.present) ? decide(c, state, by) : refuse('relationship-unit-unknown')
  }

/** What a relationship is, is over once it ends. */
const over: RelationshipState = { stage: 'ended', keyAccount: false }

export const relationship = defineDecider<RelationshipState>()(relationshipEvents, {
  name: 'relationship',
  resource: customerHistory,
  initial: { stage: 'identified', keyAccount: false },
  evolve: {
    stageChanged: (state, { data }) => ({ ...state, stage: data.to }),
    ended: ({ carried }) => ({ ...over, carried }),
    reopened: (state, { data }) => ({ ...state, stage: data.at }),
    targetSet: (state, { data }) => ({ ...state, target: data }),
    ownerSet: (state, { data }) => ({ ...state, carried: data }),
    statusCorrected: (state) => state,
    keyAccountSet: (state, { data }) => ({ ...state, keyAccount: data.keyAccount }),
  },
  filedIn: (_, id) => filedUnder(id),
  emptyState: filedUnder,
  allows: ({ stage, keyAccount }, { type, data }: Fact) => {
    if (type === 'relationship.status-corrected') return true
    if (type === 'relationship.reopened') return stage === 'ended'
    if (type === 'relationship.key-account-set' && keyAccount === data.keyAccount) return true
    return stage !== 'ended' && (type !== 'relationship.stage-changed' || data.from === stage)
  },
  restates: {
    stageChanged: moved,
    ended: (c, state) => notEnded(state) && c,
    reopened: reopenedAt,
    targetSet: aimed,
    ownerSet: carried,
    keyAccountSet: (c, state) => notEnded(state) && c,
  },
  commands: {
    changeStage: command(
      StageChanged,
      { route: 'POST /relationships/:id/stage', about: 'Move a relationship to another stage, with its evidence.' },
      between((c, state) => [relationshipEvents.stageChanged(moved(c, state))]),
    ),
    end: command(
      RelationshipEnded,
      { route: 'POST /relationships/:id/end', about: 'End a relationship: by whom and why.' },
      between((c, state) => (notEnded(state) ? [relationshipEvents.ended(c)] : [])),
    ),
    reopen: command(
      RelationshipReopened,
      { route: 'POST /relationships/:id/reopen', about: 'Take up a relationship that had ended.' },
      between((c, state) => [relationshipEvents.reopened(reopenedAt(c, state))]),
    ),
    setTarget: command(
      TargetSet,
      { route: 'PUT /relationships/:id/target', about: 'Set which stage is wanted, and by when.' },
      between((c, state, by) => {
        const { stage, by: day } = state.target ?? {}
        const isSame = aimed(c, state, by).stage === stage && c.by === day
        return isSame ? [] : [relationshipEvents.targetSet(c)]
      }),
    ),
    setOwner: command(
      OwnerSet,
      { route: 'PUT /relationships/:id/owner', about: 'Say who leads the relationship and who carries it out.' },
      between((c, state, by) =>
        isSameCarrying(state.carried, carried(c, state, by)) ? [] : [relationshipEvents.ownerSet(c)],
      ),
    ),
    correctStatus: command(
      StatusCorrected,
      {
        route: 'POST /relationships/:id/status',
        about: 'Correct the life-cycle status by hand, until the next income.',
      },
      between((c) => [relationshipEvents.statusCorrected(c)]),
    ),
    setKeyAccount: command(
      KeyAccountSet,
      { route: 'PUT /relationships/:id/key-account', about: 'Nominate a key account, or end the nomination.' },
      between((c, state) => {
        if (state.keyAccount === c.keyAccount) return []
        return notEnded(state) ? [relationshipEvents.keyAccountSet(c)] : []
      }),
    ),
  },
})
