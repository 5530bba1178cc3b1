/** What a brief says of what a customer bought: all that is income, of whichever slice. */
import { incomesBehind } from '../../relationships/standings.section.js'
import { defineTopic, line } from '../../shown/topic.js'
import { eachStanding } from './each-standing.js'

export const purchasesTopic = defineTopic({
  name: 'purchases',
  order: 40,
  heading: { en: 'Purchases', fi: 'Ostot', sv: 'Köp', de: 'Käufe', nb: 'Kjøp' },
  nothing: {
    en: 'No purchase is known.',
    fi: 'Ostoja ei tunneta.',
    sv: 'Inga köp är kända.',
    de: 'Kein Kauf ist bekannt.',
    nb: 'Ingen kjøp er kjent.',
  },
  lines: (brief) =>
    eachStanding(brief, async (one, place, { wording, currency, part }) => {
      if (one.purchases === 0) return []
      const sum = one.boughtGroupMinor > 0 ? wording.money({ amountMinor: one.boughtGroupMinor, currency }) : undefined
      const last = one.lastPurchase && wording.day(one.lastPurchase)
      const bought = wording.phrases.bought({ place, times: one.purchases, last, sum })
      const incomesOf = await part(incomesBehind)
      return [line(bought, { record: one.id, from: incomesOf(one.id) })]
    }),
})
