/** The score of every kind of customer there is: no words over others, none cut off, and nothing said that is not so. */
import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { unreadableIn } from './readable.js'
import { seededNames, seedScores } from './seeded.js'
import { visits } from './visits.js'

const { url, visit, customer } = visits()

/** What each is an example of, and who of us may see it. */
const stories = [
  'Revontulimaja Group Oy',
  'Hotelli Kuohuranta Oy',
  'Lunchlådan Matglädje AB',
  'Klinikverbund Eichenried gGmbH',
  'Kalatukku Selkämeri-Simppu Oy',
  'Matbua Lyngheia AS',
  ...Object.values(seededNames),
]

const seedMs = 300_000
const eachMs = 120_000
const shown = async (page: Page) => page.getByRole('slider', { name: 'As it was' }).waitFor()

beforeAll(async () => {
  const visitors = new Map<string, ReturnType<typeof visit>>()
  await seedScores({
    url: url(),
    visit: (as) => {
      const known = visitors.get(as) ?? visit(as)
      visitors.set(as, known)
      return known
    },
  })
}, seedMs)

describe('the score of each kind of customer', () => {
  it.each(stories)(
    'can be read, now, in the past, from near and beside another moment, wide and on a phone (%s)',
    async (name) => {
      const id = await customer(name)
      for (const width of [1440, 390]) {
        const visitor = await visit('eero', { width, language: 'en' })
        for (const search of ['', '?asOf=2024-10-31&knownAt=2025-03-01']) {
          const page = await visitor.open(`/customers/${id}${search}`)
          await shown(page)
          expect([width, search, await unreadableIn(page)]).toEqual([width, search, []])
          for (const nearer of [1, 2, 3, 4, 5]) {
            await page.keyboard.press('+')
            expect([width, search, nearer, await unreadableIn(page)]).toEqual([width, search, nearer, []])
          }
        }
        const page = await visitor.open(`/customers/${id}/compare?asOf=2024-03-01&toAsOf=2025-03-01`)
        await shown(page)
        expect([width, await unreadableIn(page)]).toEqual([width, []])
      }
    },
    eachMs,
  )

  it.each(['fi', 'sv', 'de', 'nb'])(
    'can be read in every language, wide and on a phone (%s)',
    async (language) => {
      for (const width of [1440, 390]) {
        const visitor = await visit('eero', { width, language })
        for (const name of ['Revontulimaja Group Oy', seededNames.five]) {
          const page = await visitor.open(`/customers/${await customer(name)}?asOf=2025-03-01`)
          await page.getByRole('slider').first().waitFor()
          expect([name, await unreadableIn(page)]).toEqual([name, []])
          for (let n = 0; n < 8; n++) {
            await page.keyboard.press('+')
            expect([name, n, await unreadableIn(page)]).toEqual([name, n, []])
          }
        }
      }
    },
    eachMs,
  )

  it('says since when it is written down, where all was imported', async () => {
    const page = await (await visit('eero', { language: 'en' })).open(
      `/customers/${await customer(seededNames.imported)}`,
    )
    await shown(page)
    const month = new Intl.DateTimeFormat('en-GB', {
      ...{ month: 'short', year: 'numeric', timeZone: 'Europe/Helsinki' },
    }).format(new Date())
    await page.locator('svg').getByText(`written down since ${month}`).waitFor()
  })

  it('shows a promise that was broken as its strongest mark, with its thread', async () => {
    const id = await customer('Klinikverbund Eichenried gGmbH')
    const page = await (await visit('eero', { language: 'en' })).open(`/customers/${id}`)
    await shown(page)
    expect(await page.locator('svg [class*=broken] [class*=cross]').count()).toBeGreaterThan(0)
    expect(await page.locator('svg [class*=broken] [class*=thread]').count()).toBeGreaterThan(0)
  })

  it('has a row for each of five units, and counts ten thousand encounters by week', async () => {
    const visitor = await visit('eero', { language: 'en' })
    const five = await visitor.open(`/customers/${await customer(seededNames.five)}`)
    await shown(five)
    for (const unit of ['Ammattikeittiöt', 'Laboratoriot', 'Sverige', 'Deutschland und', 'Österreich', 'Norge'])
      expect([unit, await five.locator('svg').getByText(unit).count()]).toEqual([unit, 1])
    const many = await visitor.open(`/customers/${await customer(seededNames.many)}`)
    await shown(many)
    expect(await many.locator('svg [class*=bar]').count()).toBeGreaterThan(1)
    await many.getByText('10,000 touches').waitFor()
  })
})
