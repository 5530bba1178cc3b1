/** Every address on every ground: nothing stands beyond the edge at any width, and nothing breaks a rule for everybody. */
import { describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { violationsIn } from './accessible.js'
import { press } from './keyboard.js'
import { soon } from './soon.js'
import { visits } from './visits.js'

const { visit, ask, customer, browser, url } = visits()

const widths = [360, 390, 1440, 2560]
/** Of the widths, one of a phone and one of a desk, each in a theme: the others are laid out, and coloured, as these. */
const judged: Readonly<Record<number, 'light' | 'dark'>> = { 390: 'light', 1440: 'dark' }
const height = 1000
const patienceMs = 180_000

/** By how many px a page is wider than its window. */
const beyondEdge = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** What is wrong with what is shown, at which width and in which theme. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height })
    const theme = judged[width]
    if (theme) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      faults.push(...(await violationsIn(page)).map((fault) => `${width} ${theme}: ${fault}`))
    }
    // What is drawn to the width of its place is drawn anew once the window has another.
    const beyond = await soon(0, () => beyondEdge(page))
    if (beyond > 0) faults.push(`${width}: ${beyond} px beyond the edge`)
  }
  return faults
}

const mill = 'Revontulimaja Group Oy'
const past = '2026-06-30'

/** Addresses of a member; `{customer}`, `{contact}` and `{deal}` stand for ids. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  eero: [
    '/',
    '/customers?unit=group',
    '/customers?unit=group&filter=sector%20eq%20hospitality%20and%20lastTouch%20ge%202026-01-01',
    '/customers/{customer}',
    `/customers/{customer}?asOf=${past}`,
    '/customers/{customer}?asOf=2024-10-31&knownAt=2025-03-01',
    '/customers/{customer}/brief',
    `/customers/{customer}/brief?asOf=${past}`,
    `/customers/{customer}/compare?asOf=${past}`,
    '/contacts/{contact}',
    `/contacts/{contact}?asOf=${past}`,
    '/relationships?unit=group',
    '/relationships?view=pyramid',
    '/relationships?view=passive&unit=group',
    '/relationships?view=lost&unit=group',
    '/opportunities?unit=group',
    '/opportunities?view=table&unit=group',
    '/opportunities?view=moved&unit=group&since=2020-01-01',
    '/opportunities/{deal}',
    '/figures?metric=win-rate&by=member',
    `/figures?metric=won-revenue&each=month&known=${past}&from=2026-01-01&to=${past}`,
    '/figures/win-rate/events?country=SE',
    '/nowhere',
  ],
  ulrika: [
    '/audit',
    '/audit/log',
    '/audit/contradictions',
    '/audit/customer-duplicates',
    '/audit/contact-duplicates',
    '/audit/customer-merges',
    '/audit/contact-merges',
    '/audit/withheld',
    '/audit/imports',
    '/audit/left',
    '/audit/replay/{customer}',
    '/audit/person/{contact}',
  ],
  noora: ['/', '/audit/members', '/audit/operations', '/audit/log'],
}

type Ids = Readonly<Record<string, string>>
let found: Promise<Ids> | undefined

async function idsAsked(): Promise<Ids> {
  const [contacts, deals] = await Promise.all([
    ask<{ rows: { id: string }[] }>('aino', '/contacts?search=Kaisa&limit=1'),
    ask<{ rows: { id: string }[] }>('aino', '/opportunities?limit=1'),
  ])
  return {
    '{customer}': await customer(mill),
    '{contact}': contacts.rows[0]?.id ?? '',
    '{deal}': deals.rows[0]?.id ?? '',
  }
}

const all = Object.entries(addresses).flatMap(([as, of]) => of.map((address) => [as, address] as const))

describe('a page', () => {
  it.each(all)(
    'can be used by everybody at every width: %s at %s',
    async (as, address) => {
      found ??= idsAsked()
      const named = await found
      const visitor = await visit(as, { language: 'en' })
      const page = await visitor.open(address.replace(/\{\w+\}/, (name) => named[name] ?? name))
      expect(await faultsOf(page)).toEqual([])
    },
    patienceMs,
  )
})

/** What is shown over a page, and how a person brings it there. */
const overlays: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['the palette', (page) => page.keyboard.press('Control+k')],
  ['the keys', (page) => page.keyboard.press('?')],
  ['a note', (page) => page.keyboard.press('n')],
  ['the menu of the member', (page) => press(page, /You:/)],
  ['the columns', (page) => press(page, 'Columns')],
  ['the filter', (page) => press(page, 'Filter')],
  ['a customer beside the list', (page) => page.keyboard.press('j')],
]

describe('what stands over a page', () => {
  it.each(overlays)(
    'can be used by everybody at every width: %s',
    async (_name, bring) => {
      const visitor = await visit('aino', { language: 'en' })
      // Few rows: the list itself is judged at its address.
      const page = await visitor.open('/customers?unit=group&search=Revontuli')
      await bring(page)
      await visitor.settled()
      expect(await faultsOf(page)).toEqual([])
    },
    patienceMs,
  )

  it(
    'can be used by everybody where somebody signs in',
    async () => {
      const context = await browser().newContext({ locale: 'en-GB' })
      const page = await context.newPage()
      await page.goto(url())
      await page.getByRole('heading', { name: 'Who are you?' }).waitFor()
      expect(await faultsOf(page)).toEqual([])
      await context.close()
    },
    patienceMs,
  )
})
