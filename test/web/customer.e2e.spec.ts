/** A customer in full in a real browser: read, filtered and opened down to the event by keyboard alone. */
import { describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { violationsIn } from './accessible.js'
import { Visitor } from './browser.js'
import { soon } from './soon.js'
import { visits } from './visits.js'

const { visit, customer, ask, browser, url } = visits()
const group = 'Revontulimaja Group Oy'

const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.innerText')
const dialog = (page: Page) => page.getByRole('dialog')

/** Until what is shown is what was asked for. */
const found = (page: Page) => page.locator('section[aria-labelledby=timeline][aria-busy=false]').waitFor()

/** When the relationship with a unit last changed its stage. */
async function fellIn(id: string, unit: string): Promise<Date> {
  const { history } = await ask<{ history: { decision: string; at: string }[] }>(
    'ulrika',
    `/relationships/${id}.${unit}`,
  )
  const [last] = history.filter(({ decision }) => decision === 'stage-changed')
  return new Date(last?.at ?? '')
}

describe('a customer in full', () => {
  it('can be used by everybody over an event of the past', async () => {
    const id = await customer(group)
    const visitor = await visit('aino', { theme: 'dark', language: 'en' })
    await visitor.open(`/customers/${id}?asOf=2025-03-01`)
    await visitor.page.keyboard.press('j')
    await visitor.page.keyboard.press('Enter')
    await dialog(visitor.page).getByText('Recorded', { exact: true }).waitFor()
    expect(await violationsIn(visitor.page)).toEqual([])
  })

  it('says in words how each unit stands, what is promised, and who is known', async () => {
    const page = await (await visit('aino', { language: 'en' })).open(`/customers/${await customer(group)}`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(group)
    const standings = page.getByRole('region', { name: 'Where we stand' })
    expect(await standings.getByRole('listitem').count()).toBe(3)
    expect(await standings.getByText('lost since').count()).toBe(1)
    expect(
      await page
        .getByRole('region', { name: /^Promises/ })
        .getByText('due')
        .count(),
    ).toBeGreaterThan(0)
    expect(
      await page
        .getByRole('region', { name: /^People and ties/ })
        .getByRole('listitem')
        .count(),
    ).toBeGreaterThan(3)
  })

  it('leads from an entry to its event, from that to what it belongs to, and back, by keyboard', async () => {
    const visitor = await visit('aino', { language: 'en' })
    const page = await visitor.open(`/customers/${await customer(group)}?kind=note&unit=no`)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    const entry = await focused(page)
    expect(entry).toContain('Tromsø vil gjerne se')
    await page.keyboard.press('Enter')
    await dialog(page).getByRole('heading', { name: 'Note' }).waitFor()
    await visitor.settled()
    expect(await dialog(page).locator('[lang=nb]').first().textContent()).toContain('Tromsø')
    await dialog(page)
      .getByRole('link', { name: /Gist added/ })
      .focus()
    await page.keyboard.press('Enter')
    await dialog(page).getByRole('heading', { name: 'Gist added' }).waitFor()
    expect(await violationsIn(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
    expect(page.url()).not.toContain('event=')
    expect(await focused(page)).toBe(entry)
  })

  it('opens an event by its address, with what it came of and the record as it is', async () => {
    const visitor = await visit('ulrika', { language: 'en' })
    const page = await visitor.open(`/customers/${await customer(group)}`)
    const fell = await fellIn(await customer(group), 'no')
    const day = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'Europe/Stockholm' } as const
    await page.getByRole('link', { name: fell.toLocaleDateString('en-GB', day) }).click()
    await dialog(page).getByRole('heading', { name: 'Stage changed' }).waitFor()
    await visitor.settled()
    const causes = dialog(page).getByRole('region', { name: 'It came of' })
    expect(await causes.getByRole('listitem').count()).toBe(3)
    await dialog(page).getByText('The record as it is').click()
    expect(await dialog(page).locator('pre').textContent()).toContain('relationship.stage-changed')
    await causes.getByRole('link').first().click()
    await dialog(page).getByRole('region', { name: 'What came of it' }).getByText('Stage changed').waitFor()
  })

  it('filters and searches its timeline, and keeps that in the address', async () => {
    const visitor = await visit('aino', { language: 'en' })
    const page = await visitor.open(`/customers/${await customer(group)}`)
    const entries = page.getByRole('region', { name: 'Timeline' }).getByRole('listitem')
    const all = await entries.count()
    await page.keyboard.press('/')
    await page.keyboard.type('leveringsdato')
    await page.waitForURL(/text=leveringsdato/)
    await found(page)
    const few = await entries.count()
    expect(few).toBeGreaterThan(0)
    expect(few).toBeLessThan(all)
    await page.reload()
    expect(await soon(few, () => entries.count())).toBe(few)
    await page.getByRole('button', { name: 'Show everything' }).press('Enter')
    await page.waitForURL((url) => !url.search.includes('text'))
    await page.getByLabel('Function', { exact: true }).selectOption('service')
    await page.waitForURL(/function=service/)
    await found(page)
    expect(await entries.count()).toBeGreaterThan(few)
  })

  it('goes on as long as one reads', async () => {
    const visitor = await visit('aino', { language: 'en' })
    const page = await visitor.open(`/customers/${await customer(group)}`)
    const entries = page.getByRole('region', { name: 'Timeline' }).getByRole('listitem')
    const first = await entries.count()
    await entries.last().scrollIntoViewIfNeeded()
    await entries.nth(first).waitFor({ state: 'attached' })
  })

  it('shows a moment of the past as it was known', async () => {
    const id = await customer(group)
    const before = new Date((await fellIn(id, 'no')).getTime() - 50 * 86_400_000)
    const asOf = before.toISOString().slice(0, 10)
    const page = await (await visit('ulrika', { language: 'en' })).open(`/customers/${id}?asOf=${asOf}&knownAt=${asOf}`)
    expect(await page.getByRole('region', { name: 'Where we stand' }).getByText('Cooperative').count()).toBe(1)
    const first = page.getByRole('region', { name: 'Timeline' }).getByRole('heading', { level: 3 }).first()
    const months = [0, 15, 30, 45].map((days) => new Date(before.getTime() - days * 86_400_000))
    const called = months.map((day) => day.toLocaleDateString('en-GB', { month: 'long', year: 'numeric' }))
    expect(called).toContain(await first.textContent())
    await page
      .getByRole('region', { name: /^People and ties/ })
      .getByRole('link')
      .first()
      .click()
    await page.waitForURL((url) => url.pathname.includes('/contacts/') && url.searchParams.get('asOf') === asOf)
  })

  it('shows on a phone one part at a time', async () => {
    const page = await (await visit('karin', { width: 390 })).open(`/customers/${await customer(group)}`)
    expect(await page.getByRole('region', { name: 'Var vi står' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Var vi står' }).click()
    await page.getByRole('region', { name: 'Var vi står' }).waitFor()
    expect(await page.getByRole('region', { name: 'Tidslinje' }).count()).toBe(0)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  })

  it('says why it is not shown', async () => {
    const id = await customer(group)
    const other = `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`
    const visitor = await Visitor.signedIn(browser(), { url: url(), as: 'eero', language: 'en' })
    const page = await visitor.open(`/customers/${other}`)
    const refused = page.getByRole('alert')
    expect(await refused.getByText('There is no such record, or it is not yours to see.').count()).toBe(1)
    expect(await violationsIn(page)).toEqual([])
    expect(visitor.complaints.filter((said) => !said.includes('404'))).toEqual([])
    await visitor.close()
  })

  it('shows whoever sees no customers no more than the refusal, and no keys for more', async () => {
    const id = await customer(group)
    const visitor = await Visitor.signedIn(browser(), { url: url(), as: 'noora', language: 'en' })
    for (const address of ['/customers', `/customers/${id}`, '/figures']) {
      const page = await visitor.open(address)
      const main = page.getByRole('main')
      expect(await main.getByRole('alert').getByText('Your roles do not show this.').count()).toBe(1)
      expect(await main.locator('input, button, select, table').count()).toBe(0)
      expect(await violationsIn(page)).toEqual([])
    }
    const page = await visitor.open('/')
    await page.keyboard.press('?')
    const keys = page.getByRole('dialog')
    await keys.getByText('Close, or back to today').waitFor()
    expect(await keys.getByText(/Search in this list|picture over time|Record/).count()).toBe(0)
    // Rows are asked for together with who reads them.
    expect(visitor.complaints.filter((said) => !said.includes('403'))).toEqual([])
    await visitor.close()
  })
})
