/** The score of a customer in a real browser: walked, moved into the past, zoomed and compared, by keyboard alone. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { violationsIn } from './accessible.js'
import { openBrowser, type Visit, Visitor } from './browser.js'
import { DemoSite } from './demo-site.js'

let site: DemoSite
let browser: Browser
const visitors: Visitor[] = []

beforeAll(async () => {
  site = await DemoSite.start()
  browser = await openBrowser()
}, 180_000)

afterEach(async () => {
  for (const visitor of visitors.splice(0)) {
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  }
})

afterAll(async () => {
  await browser.close()
  await site.stop()
})

const visit = async (as: string, look: Omit<Visit, 'url' | 'as'> = {}): Promise<Visitor> => {
  const visitor = await Visitor.signedIn(browser, { url: site.url, as, language: 'en', ...look })
  visitors.push(visitor)
  return visitor
}

/** The id of the customer that is found by a name. */
async function idOf(visitor: Visitor, name: string): Promise<string> {
  const found = await visitor.context.request.get(
    `${site.url}/api/v1/customers?limit=1&search=${encodeURIComponent(name)}`,
  )
  const { rows } = (await found.json()) as { rows: { id: string }[] }
  return rows[0]?.id ?? ''
}

const customer = async (visitor: Visitor, search = ''): Promise<Page> =>
  visitor.open(`/customers/${await idOf(visitor, 'Revontulimaja Group')}${search}`)

const focused = (page: Page, attribute: string): Promise<string | null> =>
  page.evaluate(`document.activeElement.getAttribute('${attribute}')`)

describe('the score', () => {
  it.each(['light', 'dark'] as const)(
    'can be used by everybody, now and in the past, wide and on a phone (%s)',
    async (theme) => {
      for (const width of [1440, 390]) {
        const visitor = await visit('eero', { theme, width })
        for (const search of ['', '?asOf=2024-10-31&knownAt=2025-03-01']) {
          const page = await customer(visitor, search)
          await page.getByRole('slider', { name: 'As it was' }).waitFor()
          expect(await violationsIn(page)).toEqual([])
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
        }
        const id = await idOf(visitor, 'Revontulimaja Group')
        const page = await visitor.open(`/customers/${id}/compare?asOf=2025-03-01&knownAt=2025-03-01`)
        await page.getByRole('heading', { name: 'What changed' }).waitFor()
        expect(await violationsIn(page)).toEqual([])
      }
    },
    120_000,
  )

  it('steps from change to change, and back to today', async () => {
    const page = await customer(await visit('eero'))
    await page.getByRole('slider', { name: 'As it was' }).waitFor()
    await page.keyboard.press('[')
    await page.waitForURL(/asOf=\d{4}-\d{2}-\d{2}&knownAt=/)
    const first = new URL(page.url()).searchParams.get('asOf') ?? ''
    await page.keyboard.press('[')
    await page.waitForURL((url) => (url.searchParams.get('asOf') ?? first) < first)
    expect(await page.locator('body').getAttribute('data-ground')).toBe('past')
    await page.keyboard.press('Escape')
    await page.waitForURL((url) => url.search === '')
    expect(await page.locator('body').getAttribute('data-ground')).toBeNull()
  })

  it('asks nobody while a handle moves, and moves one handle alone with Alt', async () => {
    const visitor = await visit('eero')
    const page = await customer(visitor)
    const was = page.getByRole('slider', { name: 'As it was' })
    await was.focus()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    for (let n = 0; n < 12; n++) await page.keyboard.press('PageDown')
    expect(asked).toEqual([])
    await page.waitForURL(/asOf=.*knownAt=/)
    const both = new URL(page.url()).searchParams
    expect(both.get('asOf')).toBe(both.get('knownAt'))
    await visitor.settled()
    expect(asked.filter((url) => url.includes('/score'))).toEqual([])
    await page.keyboard.press('Alt+PageDown')
    await page.waitForURL((url) => url.searchParams.get('asOf') !== both.get('asOf'))
    expect(new URL(page.url()).searchParams.get('knownAt')).toBe(both.get('knownAt'))
  })

  it('has every mark in reach of the keyboard, and opens the event of one', async () => {
    const page = await customer(await visit('eero'))
    await page.getByRole('slider', { name: 'As it was' }).focus()
    await page.keyboard.press('Tab')
    expect(await focused(page, 'aria-label')).toMatch(/Target: integrated/)
    await page.keyboard.press('ArrowLeft')
    expect(await focused(page, 'aria-label')).toMatch(/The stage interdependent begins · Ammattikeittiöt/)
    await page.keyboard.press('ArrowDown')
    expect(await focused(page, 'aria-label')).toMatch(/Key account from here on/)
    const opened = await focused(page, 'href')
    await page.keyboard.press('Enter')
    await page.waitForURL(/event=/)
    expect(page.url()).toContain(opened ?? 'nothing')
  })

  it('is shown from near and whole again by keys, and as a table with the same events', async () => {
    const page = await customer(await visit('eero'))
    await page.getByRole('slider', { name: 'As it was' }).waitFor()
    await page.keyboard.press('+')
    await page.getByRole('button', { name: 'The whole' }).waitFor()
    await page.keyboard.press('0')
    expect(await page.getByRole('button', { name: 'The whole' }).count()).toBe(0)
    await page.getByRole('button', { name: 'As a table' }).focus()
    await page.keyboard.press('Enter')
    const table = page.getByRole('table', { name: 'As a table' })
    expect(Number(await table.getAttribute('aria-rowcount'))).toBeGreaterThan(300)
    expect(await table.getByRole('link').first().getAttribute('href')).toMatch(/event=/)
  })

  it('says that nothing has been written down where nothing has', async () => {
    const visitor = await visit('aino')
    const made = await visitor.context.request.post(`${site.url}/api/v1/customers`, {
      data: { name: 'Tyhjän Tarinan Kahvila' },
      headers: { Origin: site.url, 'Idempotency-Key': 'score-empty' },
    })
    const { id } = (await made.json()) as { id: string }
    const page = await visitor.open(`/customers/${id}`)
    await page.getByText('Nothing has been written down about this customer').waitFor()
  })
})

describe('the auditor', () => {
  it('answers what we knew on a day and what has come to light since, and hands out the link', async () => {
    const visitor = await visit('ulrika')
    const page = await customer(visitor, '?asOf=2025-03-01&knownAt=2025-03-01')
    await page.getByText('1 March 2025', { exact: true }).waitFor()
    await page.getByText('as we knew it on 1 Mar 2025').waitFor()
    await page.getByRole('link', { name: 'Compare with today' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/compare/)
    await page.getByText(/\d+ things happened/).waitFor()
    const link = page.url()
    const other = await (await visit('eero')).open(new URL(link).pathname + new URL(link).search)
    const count = await page.getByRole('table', { name: 'What changed' }).getAttribute('aria-rowcount')
    const others = other.getByRole('table', { name: 'What changed' })
    await others.waitFor()
    expect(await others.getAttribute('aria-rowcount')).toBe(count)
    expect(await other.locator('section[aria-label="The earlier moment"]').textContent()).toMatch(/passive in Norway/)
  })
})
