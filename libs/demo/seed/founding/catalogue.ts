/** Products, and exchange rates that follow an invented but plausible walk: no central bank published them. */
import { demoProducts } from '../../products.js'
import { calendarInstantOf, daysFrom, weekdayOf, yearsBefore } from '../plan/calendar.js'
import { systemAccount, type World } from '../plan/world.js'
import { type Act, onDay } from '../run/act.js'

const admin = 'noora'
/** Where the walk starts, and the value it is drawn back to. */
const startingRates = { SEK: 0.089, NOK: 0.0862, DKK: 0.1341 }
const mondayMinute = 5 * 60

export const productId = (code: string): string => code.toLowerCase()

export function listProducts({ agenda, first }: World): void {
  let minute = 5 * 60
  for (const { code, names, line, brand, kind, listPriceMinor } of demoProducts) {
    agenda.say({
      at: calendarInstantOf(first, minute++),
      occurred: onDay(yearsBefore(first, 10)),
      as: systemAccount,
      category: 'product',
      command: 'list',
      id: productId(code),
      body: {
        code,
        name: names.en,
        names,
        line,
        brand,
        kind,
        listPrice: { amountMinor: listPriceMinor, currency: 'EUR' },
      },
    })
  }
}

/** Leaves the catalogue a year before the end; nothing sells it. */
export const withdrawnProduct = 'HA-BM04'

const lasting = demoProducts.filter(({ code }) => code !== withdrawnProduct)

/** Each January some prices rise, from that of ten years ago to the list's; one product leaves the catalogue. */
export function tendProducts({ agenda, first, end, random }: World): void {
  const byAdmin = (day: string, code: string, { command, body }: Pick<Act, 'command' | 'body'>) =>
    agenda.say({ at: agenda.momentOf(day), as: admin, category: 'product', command, id: productId(code), body })
  byAdmin(yearsBefore(end, 1), withdrawnProduct, { command: 'withdraw', body: {} })
  for (const day of daysFrom(first, end)) {
    if (!day.endsWith('-01-15')) continue
    const years = Number(day.slice(0, 4)) - Number(first.slice(0, 4))
    for (const { code, listPriceMinor } of random.shuffle(lasting).slice(0, 9)) {
      const amountMinor = Math.round((listPriceMinor * 1.03 ** years) / 100) * 100
      byAdmin(day, code, { command: 'change', body: { listPrice: { amountMinor, currency: 'EUR' } } })
    }
  }
}

/** What one unit of each currency is worth in euros: each Monday, once a month before the roll-out. */
export function publishRates({ agenda, first, rollOut, end, random }: World): void {
  const rates = { ...startingRates }
  const days = daysFrom(first, end)
  for (const [index, day] of days.entries()) {
    if (index > 0 && weekdayOf(day) !== 1) continue
    if (index > 0 && day < rollOut && Number(day.slice(8)) > 7) continue
    for (const currency of ['SEK', 'NOK'] as const) {
      const pull = 0.05 * (startingRates[currency] - rates[currency])
      rates[currency] += pull + startingRates[currency] * 0.012 * (random.next() - 0.5)
    }
    const published = Object.entries(rates).map(([currency, toGroup]) => ({ currency, toGroup: toGroup.toFixed(5) }))
    agenda.say({
      at: calendarInstantOf(day, index === 0 ? mondayMinute + 50 : mondayMinute),
      as: index === 0 ? systemAccount : admin,
      category: 'rates',
      command: 'publish',
      id: 'invented-walk',
      body: { day, rates: published },
    })
  }
}
