/** When a record may be offered to another member, and who answers: the same rules for whatever is handed over. */
import { command, type Deciding, type Draft, defineRefusals, holds } from '#kernel'
import { mayWrite } from '../access/access.js'
import { customerHistory } from '../customers/document/customers.resource.js'
import { viewerOf } from '../organization/organization.reference.js'
import { HandoverAccepted, HandoverDeclined, HandoverOffered } from './handover.js'

export const handoverRefusals = defineRefusals({
  'handover-to-unknown': [
    'rule',
    {
      en: 'There is no such member who may write for this selling unit, or they have left.',
      fi: 'Tällaista käyttäjää, joka saisi kirjata tämän myyntiyksikön puolesta, ei ole, tai hän on lähtenyt.',
      sv: 'Det finns ingen sådan medarbetare som får skriva för den här säljenheten, eller så har medarbetaren slutat.',
      de: 'Ein solches Mitglied, das für diese Vertriebseinheit schreiben darf, gibt es nicht, oder es ist ausgeschieden.',
      nb: 'Det finnes ingen slik medarbeider som kan skrive for denne salgsenheten, eller vedkommende har sluttet.',
    },
  ],
  'handover-to-whoever-leads': [
    'rule',
    {
      en: 'This member leads it already.',
      fi: 'Tämä käyttäjä vastaa siitä jo.',
      sv: 'Den här medarbetaren ansvarar redan för det.',
      de: 'Dieses Mitglied ist schon dafür verantwortlich.',
      nb: 'Denne medarbeideren har allerede ansvaret for det.',
    },
  ],
  'handover-from-another': [
    'rule',
    {
      en: 'This member does not lead it.',
      fi: 'Tämä käyttäjä ei vastaa siitä.',
      sv: 'Den här medarbetaren ansvarar inte för det.',
      de: 'Dieses Mitglied ist nicht dafür verantwortlich.',
      nb: 'Denne medarbeideren har ikke ansvaret for det.',
    },
  ],
  'handover-not-offered': [
    'rule',
    {
      en: 'Nobody is asked to take this over.',
      fi: 'Ketään ei ole pyydetty ottamaan tätä vastuulleen.',
      sv: 'Ingen har ombetts att ta över detta.',
      de: 'Niemand ist gebeten, dies zu übernehmen.',
      nb: 'Ingen er bedt om å ta over dette.',
    },
  ],
  'handover-not-offered-to-you': [
    'forbidden',
    {
      en: 'Only the member it is offered to accepts or declines it.',
      fi: 'Vain se käyttäjä, jolle tätä on tarjottu, hyväksyy tai hylkää sen.',
      sv: 'Bara den medarbetare som det erbjuds tackar ja eller nej.',
      de: 'Nur das Mitglied, dem es angeboten ist, nimmt es an oder lehnt es ab.',
      nb: 'Bare medarbeideren det er tilbudt, takker ja eller nei.',
    },
  ],
  'handover-not-yours': [
    'forbidden',
    {
      en: 'Only whoever leads it, or a manager of the unit, hands it over.',
      fi: 'Vain siitä vastaava tai yksikön esihenkilö siirtää sen toiselle.',
      sv: 'Bara den som ansvarar för det, eller en chef på enheten, lämnar över det.',
      de: 'Nur wer dafür verantwortlich ist oder eine Leitung der Einheit übergibt es.',
      nb: 'Bare den som har ansvaret, eller en leder i enheten, overlater det til andre.',
    },
  ],
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
