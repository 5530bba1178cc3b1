/** Publishing exchange rates. */
import { addDays, command, type Deciding, defineDecider, defineRefusals } from '#kernel'
import { RatesPublished, ratesEvents } from '../events/catalogues.events.js'
import { latestDayIn, organization } from '../organization.reference.js'
import { catalogue } from './organization.resource.js'

export const publishingRefusals = defineRefusals({
  'rate-not-positive': [
    'rule',
    {
      en: 'A rate is above zero.',
      fi: 'Kurssi on suurempi kuin nolla.',
      sv: 'En kurs är större än noll.',
      de: 'Ein Kurs ist größer als null.',
      nb: 'En kurs er større enn null.',
    },
  ],
  'rate-repeated': [
    'rule',
    {
      en: 'Each currency stands once among the rates of a day.',
      fi: 'Kukin valuutta on päivän kursseissa kerran.',
      sv: 'Varje valuta finns en gång bland en dags kurser.',
      de: 'Jede Währung steht einmal unter den Kursen eines Tages.',
      nb: 'Hver valuta står én gang blant kursene for en dag.',
    },
  ],
  'rate-too-far-ahead': [
    'rule',
    {
      en: 'Rates are published for a day of at most a month from today.',
      fi: 'Kurssit julkaistaan päivälle, joka on enintään kuukauden päässä.',
      sv: 'Kurser publiceras för en dag högst en månad framåt.',
      de: 'Kurse werden für einen Tag veröffentlicht, der höchstens einen Monat voraus liegt.',
      nb: 'Kurser publiseres for en dag høyst en måned fram i tid.',
    },
  ],
  'rate-of-own-currency': [
    'rule',
    {
      en: "The group's own currency has no rate.",
      fi: 'Konsernin omalla valuutalla ei ole kurssia.',
      sv: 'Koncernens egen valuta har ingen kurs.',
      de: 'Die eigene Währung des Konzerns hat keinen Kurs.',
      nb: 'Konsernets egen valuta har ingen kurs.',
    },
  ],
})
const refuse = publishingRefusals

/** Some groups fix the rates of a month before it begins. */
const mostDaysAhead = 31

function checked(c: RatesPublished, by: Deciding): RatesPublished {
  if (c.day > addDays(latestDayIn(by.now, by.present), mostDaysAhead)) refuse('rate-too-far-ahead')
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
