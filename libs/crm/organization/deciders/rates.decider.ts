/** Publishing exchange rates. */
import { command, type Deciding, defineDecider, defineRefusals } from '#kernel'
import { RatesPublished, ratesEvents } from '../events/catalogues.events.js'
import { organization } from '../organization.reference.js'
import { catalogue } from './organization.resource.js'

export const publishingRefusals = defineRefusals({
  'rate-not-positive': ['rule', 'A rate is above zero.'],
  'rate-repeated': ['rule', 'Each currency stands once among the rates of a day.'],
  'rate-of-own-currency': ['rule', "The group's own currency has no rate."],
})
const refuse = publishingRefusals

function checked(c: RatesPublished, by: Deciding): RatesPublished {
  const currencies = c.rates.map(({ currency }) => currency)
  if (c.rates.some(({ toGroup }) => Number(toGroup) <= 0)) refuse('rate-not-positive')
  if (new Set(currencies).size < currencies.length) refuse('rate-repeated')
  const own = by.present.get(organization).group?.currency
  return own !== undefined && currencies.includes(own) ? refuse('rate-of-own-currency') : c
}

export const rates = defineDecider<{ last?: string }>()(ratesEvents, {
  name: 'rates',
  resource: catalogue,
  initial: {},
  evolve: { published: (_, { data }) => ({ last: JSON.stringify(data) }) },
  filedIn: () => ({ customers: [], contacts: [] }),
  restates: { published: (data, _, by) => checked(data, by) },
  commands: {
    publish: command(
      RatesPublished,
      { route: 'POST /rates/:id', about: 'Publish exchange rates of a day; :id names their source.' },
      (c, state: { last?: string }, by) =>
        state.last === JSON.stringify(c) ? [] : [ratesEvents.published(checked(c, by))],
    ),
  },
})
