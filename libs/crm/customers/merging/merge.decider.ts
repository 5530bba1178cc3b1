/** Merging: saying that one record always was the same organisation as another. Un-merging retracts it. */
import { command, defineDecider, defineRefusals } from '#kernel'
import { groupOf } from './identity.reference.js'
import { MergeMade, mergeEvents } from './merge.events.js'

interface MergeState {
  into?: string
}

export const mergeRefusals = defineRefusals({
  'merge-with-itself': [
    'rule',
    {
      en: 'These are one customer already.',
      fi: 'Nämä ovat jo yksi ja sama asiakas.',
      sv: 'De här är redan en och samma kund.',
      de: 'Das ist schon ein und derselbe Kunde.',
      nb: 'Disse er allerede én og samme kunde.',
    },
  ],
  'merged-already': [
    'conflict',
    {
      en: 'This customer has been merged into another one already.',
      fi: 'Tämä asiakas on jo yhdistetty toiseen.',
      sv: 'Kunden är redan sammanslagen med en annan.',
      de: 'Dieser Kunde ist schon mit einem anderen zusammengeführt.',
      nb: 'Kunden er allerede slått sammen med en annen.',
    },
  ],
  'customer-to-merge-unknown': [
    'not-found',
    {
      en: 'There is no such customer, or it is not yours to see.',
      fi: 'Tällaista asiakasta ei ole, tai se ei kuulu sinun nähtäviisi.',
      sv: 'Kunden finns inte, eller så har du inte behörighet att se den.',
      de: 'Diesen Kunden gibt es nicht, oder Sie dürfen ihn nicht sehen.',
      nb: 'Kunden finnes ikke, eller du har ikke tilgang til den.',
    },
  ],
})

export const merge = defineDecider<MergeState>()(mergeEvents, {
  name: 'merge',
  resource: 'stewardship',
  initial: {},
  evolve: { made: (_, { data }) => ({ into: data.into }) },
  filedIn: ({ into }, id) => ({ customers: into === undefined ? [id] : [into, id], contacts: [] }),
  commands: {
    merge: command(
      MergeMade,
      {
        route: 'POST /customers/:id/merge',
        about: 'Say that this customer always was the same organisation as another.',
      },
      async (c, state: MergeState, by) => {
        if (state.into === c.into) return []
        if (state.into !== undefined) return mergeRefusals('merged-already')
        const group = groupOf(c.into, by.present)
        if (c.into === by.id || group[0] === by.id || group.includes(by.id)) return mergeRefusals('merge-with-itself')
        const known = (await by.exists(`customer-${by.id}`)) && (await by.exists(`customer-${c.into}`))
        return known ? [mergeEvents.made(c)] : mergeRefusals('customer-to-merge-unknown')
      },
    ),
  },
})
