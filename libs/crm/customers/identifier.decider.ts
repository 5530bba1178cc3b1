/** One business id belongs to one customer: a stream per identifier makes that a hard rule. */
import { command, type Deciding, defineDecider, defineRefusals, refuse } from '#kernel'
import { isOneCustomer } from '../merging/identity.reference.js'
import { customerRegister } from './document/customers.resource.js'
import { IdentifierClaimed, IdentifierReleased, identifierEvents } from './merging/identifier.events.js'

interface IdentifierState {
  customer?: string
  last?: string
}

export const identifierRefusals = defineRefusals({
  'identifier-taken': [
    'conflict',
    {
      en: 'Another customer holds this identifier; they may be one organisation.',
      fi: 'Toisella asiakkaalla on tämä tunniste; ne voivat olla sama organisaatio.',
      sv: 'En annan kund har den här identifieraren; de kan vara samma organisation.',
      de: 'Ein anderer Kunde hat diese Kennung; vielleicht sind beide dieselbe Organisation.',
      nb: 'En annen kunde har denne identifikatoren; de kan være samme organisasjon.',
    },
  ],
  'identifier-customer-unknown': [
    'rule',
    {
      en: 'There is no such customer to hold an identifier.',
      fi: 'Tällaista asiakasta, jolle tunniste kuuluisi, ei ole.',
      sv: 'Det finns ingen sådan kund som kan ha en identifierare.',
      de: 'Den Kunden, der die Kennung hätte, gibt es nicht.',
      nb: 'Det finnes ingen slik kunde som kan ha en identifikator.',
    },
  ],
  'identifier-of-other-name': [
    'rule',
    {
      en: 'This would be another identifier; take this one back and claim the other.',
      fi: 'Tämä olisi toinen tunniste; poista tämä ja kirjaa toinen.',
      sv: 'Det här vore en annan identifierare; ta tillbaka den här och registrera den andra.',
      de: 'Das wäre eine andere Kennung; nehmen Sie diese zurück und erfassen Sie die andere.',
      nb: 'Dette ville være en annen identifikator; ta tilbake denne og registrer den andre.',
    },
  ],
  'identifier-not-held': [
    'rule',
    {
      en: 'This customer does not hold this identifier.',
      fi: 'Tällä asiakkaalla ei ole tätä tunnistetta.',
      sv: 'Kunden har inte den här identifieraren.',
      de: 'Dieser Kunde hat diese Kennung nicht.',
      nb: 'Kunden har ikke denne identifikatoren.',
    },
  ],
})

/** What identifiers are alike by: spaces, points, hyphens and case tell nothing. */
const spelled = ({ scheme, value }: IdentifierClaimed): string[] => [
  'identifier',
  scheme,
  value.toUpperCase().replace(/[\s.-]/g, ''),
]

/** Who holds it by all that is recorded, whatever moment is decided about: so no past claim comes between. */
async function holderIn(by: Deciding): Promise<string | undefined> {
  const last = (await by.facts(`identifier-${by.id}`)).at(-1)
  return last?.type === 'identifier.claimed' ? String(last.data.customer) : undefined
}

/** A claim of a customer that is there, of what no other holds. */
async function free(c: IdentifierClaimed, by: Deciding, ours: readonly string[]): Promise<IdentifierClaimed> {
  const holder = await holderIn(by)
  const isOurs = holder === undefined || ours.some((one) => isOneCustomer(one, holder, by.present))
  if (!isOurs) return identifierRefusals('identifier-taken', { customer: holder })
  return (await by.exists(`customer-${c.customer}`)) ? c : identifierRefusals('identifier-customer-unknown')
}

/** Whether the customer holds it, or a record that is one with it. */
const isHeldBy = (state: IdentifierState, customer: string, { present }: Deciding): boolean =>
  state.customer !== undefined && isOneCustomer(state.customer, customer, present)

export const identifier = defineDecider<IdentifierState>()(identifierEvents, {
  name: 'identifier',
  resource: customerRegister,
  initial: {},
  evolve: {
    claimed: (_, { data }) => ({ customer: data.customer, last: data.customer }),
    released: ({ last }) => ({ last }),
  },
  filedIn: ({ customer, last }) => ({ customers: [customer ?? last ?? ''].filter((id) => id !== ''), contacts: [] }),
  allows: ({ customer }, { type, data }) =>
    customer === data.customer || (customer === undefined && type === 'identifier.claimed'),
  restates: {
    claimed: async (c, { customer }, by, before) => {
      if (String(spelled(c)) !== String(spelled(before))) return identifierRefusals('identifier-of-other-name')
      const isOurs = customer === undefined || isOneCustomer(customer, c.customer, by.present)
      return isOurs ? free(c, by, [c.customer, before.customer]) : identifierRefusals('identifier-taken', { customer })
    },
  },
  commands: {
    claim: command(
      IdentifierClaimed,
      {
        route: 'POST /identifiers',
        about: 'Say that a business id, VAT id or the like is a customer’s.',
        identifiedBy: spelled,
      },
      async (c, state: IdentifierState, by) => {
        if (isHeldBy(state, c.customer, by)) return []
        if (state.customer !== undefined) return identifierRefusals('identifier-taken', { customer: state.customer })
        return [identifierEvents.claimed(await free(c, by, [c.customer]))]
      },
    ),
    release: command(
      IdentifierReleased,
      { route: 'POST /identifiers/:id/release', about: 'Say that a customer no longer holds an identifier.' },
      ({ customer }, state: IdentifierState, by) => {
        if (state.last === undefined) return refuse('not-found')
        return isHeldBy(state, customer, by)
          ? [identifierEvents.released({ customer: state.customer ?? customer })]
          : identifierRefusals('identifier-not-held')
      },
    ),
  },
})
