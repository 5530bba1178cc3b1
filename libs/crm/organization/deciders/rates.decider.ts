/** Publishing exchange rates. */
import { command, defineDecider } from '#kernel'
import { RatesPublished, ratesEvents } from '../events/catalogues.events.js'

export const rates = defineDecider<{ last?: string }>()(ratesEvents, {
  name: 'rates',
  resource: 'catalogue',
  initial: {},
  evolve: { published: (_, { data }) => ({ last: JSON.stringify(data) }) },
  filed: () => ({ customers: [], contacts: [] }),
  commands: {
    publish: command(
      RatesPublished,
      { route: 'POST /rates/:id', about: 'Publish exchange rates of a day; :id names their source.' },
      (c, state: { last?: string }) => (state.last === JSON.stringify(c) ? [] : [ratesEvents.published(c)]),
    ),
  },
})
