/** The past in a real browser, by keyboard alone: to a day that one writes, and two moments side by side. */
import { describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { violationsIn } from './accessible.js'
import { press, tabTo } from './keyboard.js'
import { soon } from './soon.js'
import { visits } from './visits.js'

const { visit, customer } = visits()
const group = 'Revontulimaja Group Oy'

const shown = (page: Page) => page.getByRole('slider', { name: 'As it was' }).waitFor()
const changes = (page: Page) => page.getByRole('table', { name: 'What changed' })
/** Where there is none, no table stands there. */
const count = async (page: Page): Promise<number> =>
  (await changes(page).count()) === 0 ? 0 : Number(await changes(page).getAttribute('aria-rowcount')) - 1

describe('a day of the past', () => {
  it('is gone to as one writes it, and from there to another, as it was known on a third', async () => {
    const page = await (await visit('ulrika', { language: 'en' })).open(`/customers/${await customer(group)}`)
    await shown(page)
    await page.keyboard.press('d')
    await page.keyboard.type('1 March 2025')
    expect(await violationsIn(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL(/asOf=2025-03-01&knownAt=2025-03-01/)
    await page.getByText('as we knew it on 1 Mar 2025').waitFor()
    await tabTo(page, '1 March 2025: another day', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.type('31.10.2024')
    await page.keyboard.press('Tab')
    await page.keyboard.type('1/3/2025')
    await page.keyboard.press('Enter')
    await page.waitForURL(/asOf=2024-10-31&knownAt=2025-03-01/)
    await page.getByText('31 October 2024', { exact: true }).waitFor()
  })

  it('is one that has been, and can be read: else the sheet says so, and stays', async () => {
    const page = await (await visit('ulrika', { language: 'fi' })).open(`/customers/${await customer(group)}`)
    await page.getByRole('slider').first().waitFor()
    await press(page, 'Siirry päivään')
    const unread = 'Tätä ei voi lukea päiväksi.'
    const said = { joskus: unread, '31.2.2025': unread, '1.1.2099': '1. tammikuuta 2099 ei ole vielä ollut.' }
    for (const [typed, words] of Object.entries(said)) {
      await page.keyboard.press('Control+a')
      await page.keyboard.type(typed)
      await page.getByText(words).first().waitFor()
      await page.keyboard.press('Enter')
      expect(new URL(page.url()).search).toBe('')
    }
    await page.keyboard.press('Control+a')
    await page.keyboard.type('1. maaliskuuta 2025')
    await page.keyboard.press('Enter')
    await page.waitForURL(/asOf=2025-03-01/)
  })

  it('says of the tree of companies, which has no past, that it is that of today', async () => {
    const visitor = await visit('eero', { language: 'en' })
    const tree = (page: Page) => page.getByRole('region', { name: 'Group of companies' })
    const now = await visitor.open(`/customers/${await customer(group)}`)
    await tree(now).getByRole('link').first().waitFor()
    expect(await tree(now).getByText('As it is today.').count()).toBe(0)
    const then = await visitor.open(`/customers/${await customer(group)}?asOf=2025-03-01`)
    await tree(then).getByText('As it is today.').waitFor()
  })

  it('is gone to from the page of a person as well', async () => {
    const visitor = await visit('aino', { language: 'en' })
    const page = await visitor.open(`/customers/${await customer(group)}?asOf=2025-03-01`)
    await page
      .getByRole('region', { name: /^People and ties/ })
      .getByRole('link')
      .first()
      .press('Enter')
    await page.waitForURL(/contacts/)
    await press(page, '1 March 2025: another day')
    await page.keyboard.type('yesterday')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname.includes('contacts') && !url.search.includes('2025-03-01'))
  })
})

describe('two moments', () => {
  it('say what we knew on a day and what has come to light since, and are handed out as a link', async () => {
    const visitor = await visit('ulrika', { language: 'en' })
    const page = await visitor.open(`/customers/${await customer(group)}`)
    await shown(page)
    await page.keyboard.press('d')
    await page.keyboard.type('1.3.2025')
    await page.keyboard.press('Enter')
    await page.getByText('as we knew it on 1 Mar 2025').waitFor()
    await tabTo(page, 'Compare with today', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/compare/)
    await page.getByText(/\d+ things happened/).waitFor()
    const { pathname, search } = new URL(page.url())
    const other = await (await visit('eero', { language: 'en' })).open(pathname + search)
    await changes(other).waitFor()
    expect(await count(other)).toBe(await count(page))
    expect(await count(page)).toBeGreaterThan(10)
    const rows = changes(other).locator('tbody tr').filter({ hasText: /\S/ })
    expect(await rows.filter({ hasNot: other.getByRole('link') }).count()).toBe(0)
    expect(await other.locator('section[aria-label="The earlier moment"]').textContent()).toMatch(/passive in Norway/)
    expect(await other.locator('section[aria-label="The later moment"]').textContent()).toMatch(/lost in Norway/)
    await changes(other)
      .getByRole('row')
      .filter({ hasText: 'Lost from here on' })
      .filter({ hasText: 'Norge' })
      .waitFor()
  })

  it('are both drawn: nothing after the later one, and a ring around all that changed', async () => {
    const visitor = await visit('eero', { language: 'en' })
    const page = await visitor.open(`/customers/${await customer(group)}/compare?asOf=2025-03-01&toAsOf=2026-03-01`)
    await shown(page)
    await changes(page).waitFor()
    expect(await page.locator('body').getAttribute('data-ground')).toBe('past')
    const later = page.locator('svg [class*=laterLine] line')
    const end = Number(await later.getAttribute('x1'))
    const rings = await page
      .locator('svg [class*=pointedOut] circle')
      .evaluateAll((circles) =>
        circles.map((circle) => [circle.getAttribute('cx'), circle.getAttribute('r')].map(Number)),
      )
    // What was planned before it may lie ahead of it; encounters do not.
    for (const [x = 0, r = 0] of rings) if (r < 5) expect(x).toBeLessThanOrEqual(end)
    // What has no mark has no ring: a plan whose day has come, or who leads from the beginning.
    expect(rings.length).toBeGreaterThan((await count(page)) * 0.6)
    expect(await page.getByText(/^\d+ \w+ 2026$/).count()).toBeGreaterThan(0)
  })

  it('stand in the order of time, however one moves them', async () => {
    const visitor = await visit('ulrika', { language: 'en' })
    const page = await visitor.open(`/customers/${await customer(group)}/compare?asOf=2025-03-01&toAsOf=2025-09-01`)
    await shown(page)
    await press(page, '1 September 2025: another day')
    await page.keyboard.type('1 Sep 2024')
    await page.keyboard.press('Enter')
    await page.waitForURL(/asOf=2024-09-01&toAsOf=2025-03-01/)
    const earlier = page.getByRole('region', { name: 'The earlier moment' })
    await earlier.getByText('1 September 2024', { exact: true }).waitFor()
  })

  it('are looked at from near, narrowed to a period, and lead to an event and back, by keyboard', async () => {
    const visitor = await visit('eero', { language: 'en' })
    const page = await visitor.open(`/customers/${await customer(group)}/compare?asOf=2025-03-01`)
    await shown(page)
    await page.keyboard.press('+')
    await page.getByRole('button', { name: 'The whole' }).waitFor()
    await page.keyboard.press('0')
    await changes(page).waitFor()
    const all = await count(page)
    // Whichever mark comes first.
    await tabTo(page, / · \d{1,2} \w{3} \d{4}$/)
    const letGo = page.getByRole('button', { name: 'Let go of the period' })
    // In the first lane that has several marks.
    for (let lane = 0; lane < 8 && (await letGo.count()) === 0; lane++) {
      if (lane > 0) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('End')
      for (let n = 0; n < 4; n++) await page.keyboard.press('Shift+ArrowLeft')
      await visitor.settled()
    }
    await letGo.waitFor()
    expect(await soon(true, async () => (await count(page)) < all)).toBe(true)
    await press(page, 'Let go of the period')
    expect(await soon(all, () => count(page))).toBe(all)
    const first = changes(page).getByRole('link').first()
    const words = (await first.textContent()) ?? ''
    await press(page, words)
    await page.getByRole('dialog').getByText('Recorded', { exact: true }).waitFor()
    expect(page.url()).toMatch(/\/compare\?.*event=/)
    expect(await violationsIn(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.waitForURL((url) => !url.search.includes('event='))
    await page.keyboard.press('Escape')
    await page.waitForURL(/customers\/\w+\?asOf=2025-03-01/)
    expect(new URL(page.url()).pathname).not.toContain('compare')
  })
})
