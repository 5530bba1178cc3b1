/** When a record may be offered to another member, and who answers: the same rules for whatever is handed over. */
import { command, type Deciding, type Draft, defineRefusals, holds } from '#kernel'
import { mayWrite } from '../access/access.js'
import { customerHistory } from '../customers/document/customers.resource.js'
import { viewerOf } from '../organization/organization.reference.js'
import { HandoverAccepted, HandoverDeclined, HandoverOffered } from './handover.js'

export const handoverRefusals = defineRefusals({
  'handover-to-unknown': ['rule', 'There is no such member who may write for this selling unit, or they have left.'],
  'handover-to-whoever-leads': ['rule', 'This member leads it already.'],
  'handover-from-another': ['rule', 'This member does not lead it.'],
  'handover-not-offered': ['rule', 'Nobody is asked to take this over.'],
  'handover-not-offered-to-you': ['forbidden', 'Only the member it is offered to accepts or declines it.'],
  'handover-not-yours': ['forbidden', 'Only whoever leads it, or a manager of the unit, hands it over.'],
})
const refuse = handoverRefusals

/** What somebody is asked to lead. */
export interface Offer {
  to: string
  from?: string
}

/** Where a record stands that may be handed over. */
export interface Handed {
  unit: string | undefined
  /** Whoever leads it, or takes part in it. */
  leads: readonly string[]
  offer?: Offer
}

/** The offer as it is recorded; nothing where it stands already. @throws DomainError */
function offering(
  { from: stated, ...c }: HandoverOffered,
  { unit, leads, offer }: Handed,
  by: Deciding,
): HandoverOffered | undefined {
  const { member } = by.viewer
  const isTheirs = leads.includes(member) || member.startsWith('system:') || holds(by.viewer, ['manager'], unit)
  if (!isTheirs) return refuse('handover-not-yours')
  const from = stated ?? leads[0]
  if (stated !== undefined && !leads.includes(stated)) return refuse('handover-from-another', { field: 'from' })
  if (leads.includes(c.to)) return refuse('handover-to-whoever-leads', { field: 'to' })
  const taker = viewerOf(c.to, by.present)
  if (!taker || !mayWrite(taker, customerHistory, unit === undefined ? [] : [unit]))
    return refuse('handover-to-unknown', { member: c.to, field: 'to' })
  return offer?.to === c.to && offer.from === from ? undefined : { ...c, from }
}

/** @throws DomainError unless the viewer is asked to take it over */
function requireOffered(offer: Offer | undefined, { viewer }: Deciding): void {
  if (!offer) refuse('handover-not-offered')
  else if (offer.to !== viewer.member) refuse('handover-not-offered-to-you')
}

interface Handing<S> {
  /** Of the record under the API's root: `relationships`. */
  path: string
  /** What it is, as sentences name it. */
  what: string
  /** Where it stands. @throws DomainError where it may not be handed over any more */
  handed(state: S, by: Deciding): Handed | Promise<Handed>
}

interface HandoverMakers {
  handoverOffered(data: HandoverOffered): Draft
  handoverAccepted(data: HandoverAccepted): Draft
  handoverDeclined(data: HandoverDeclined): Draft
}

/** What may be decided about handing over a record: to offer it, and to answer. */
export function handoverCommands<S extends { offer?: Offer }>(
  recordEvents: HandoverMakers,
  { path, what, handed }: Handing<S>,
) {
  const addressee = ({ offer }: S) => offer?.to
  return {
    handOver: command<HandoverOffered, S>(
      HandoverOffered,
      { route: `POST /${path}/:id/handover`, about: `Ask another member to take over ${what}.` },
      async (c, state: S, by) => {
        const offer = offering(c, await handed(state, by), by)
        return offer ? [recordEvents.handoverOffered(offer)] : []
      },
    ),
    acceptHandover: command<HandoverAccepted, S>(
      HandoverAccepted,
      { route: `POST /${path}/:id/handover/accept`, about: `Take over ${what} from now on.`, addressee },
      async (c, state: S, by) => {
        requireOffered((await handed(state, by)).offer, by)
        return [recordEvents.handoverAccepted(c)]
      },
    ),
    declineHandover: command<HandoverDeclined, S>(
      HandoverDeclined,
      { route: `POST /${path}/:id/handover/decline`, about: `Decline to take over ${what}, and say why.`, addressee },
      async (c, state: S, by) => {
        requireOffered((await handed(state, by)).offer, by)
        return [recordEvents.handoverDeclined(c)]
      },
    ),
  }
}
