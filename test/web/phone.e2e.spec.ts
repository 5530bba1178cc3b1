/** Lists on a phone: rows of two lines with all that matters in sight, and what is chosen over the list. */
import { describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { visits } from './visits.js'

const { visit, ask } = visits()

const phone = { width: 390, height: 844, language: 'en' } as const

/** Whether a text of a row stands within the window, and is not cut. */
async function isInSight(page: Page, text: string | RegExp): Promise<boolean> {
  const shown = page.getByRole('row').getByText(text).first()
  await shown.waitFor()
  const box = await shown.boundingBox()
  const isCut = await shown.evaluate((of) => of.scrollWidth > of.clientWidth + 1)
  return box !== null && box.x >= 0 && box.x + box.width <= phone.width && !isCut
}

describe('a list on a phone', () => {
  it.each([
    ['elina', '/audit/contradictions', ['Kaivopiha Bistro Oy', 'Kaivopiha Bistro & Baari Oy']],
    ['noora', '/audit/members', ['Aino Lehtoranta', 'sales']],
  ])('shows %s at %s what each row is about', async (as, address, texts) => {
    const page = await (await visit(as, phone)).open(address)
    for (const text of texts) expect([text, await isInSight(page, text)]).toEqual([text, true])
  })

  it('shows whom suspected duplicates are about', async () => {
    type Pairs = { rows: { one: { name: string }; other: { name: string } }[] }
    const [first] = (await ask<Pairs>('elina', '/duplicates/contacts?limit=1')).rows
    const page = await (await visit('elina', phone)).open('/audit/contact-duplicates')
    for (const text of [first?.one.name ?? '', first?.other.name ?? ''])
      expect([text, await isInSight(page, text)]).toEqual([text, true])
  })

  it.each([
    ['eero', '/opportunities?view=table&unit=group&sort=customer', '/opportunities?sort=customer'],
    ['karin', '/relationships?view=passive&unit=group', '/relationships?filter=status eq passive'],
  ])('shows %s at %s whom the first row is about, and how much', async (as, address, asked) => {
    const { rows } = await ask<{ rows: { name?: string; customer: { name: string } }[] }>(as, asked)
    const page = await (await visit(as, phone)).open(address)
    const names = rows.map(({ name, customer }) => name ?? customer.name)
    const isShown = await Promise.all(names.map(async (name) => (await page.getByText(name).count()) > 0))
    const [first = ''] = names.filter((_, at) => isShown[at])
    for (const text of [first, /^€\d/]) expect([text, await isInSight(page, text)]).toEqual([text, true])
  })

  it('is sorted without columns to press', async () => {
    const visitor = await visit('aino', phone)
    const page = await visitor.open('/customers?unit=group')
    await page.getByLabel('Order').selectOption('name')
    await page.waitForURL(/sort=name/)
    await visitor.settled()
    const { rows } = await ask<{ rows: { name: string }[] }>('aino', '/customers?sort=name&limit=8')
    const names = await page.getByRole('row').getByRole('link').allTextContents()
    expect(names.slice(0, rows.length)).toEqual(rows.map(({ name }) => name))
  })

  it('shows a customer over the list, and goes back to the list', async () => {
    const page = await (await visit('aino', phone)).open('/customers?unit=group')
    const row = page.getByRole('row').nth(2)
    const name = (await row.getByRole('link').textContent()) ?? ''
    await row.locator('svg').click()
    const sheet = page.getByRole('dialog', { name: 'The customer chosen' })
    await sheet.getByRole('heading', { level: 2, name }).waitFor()
    await sheet.getByRole('button', { name: 'Close' }).click()
    await sheet.waitFor({ state: 'detached' })
    expect(page.url()).not.toContain('at=')
  })

  it('shows of a chosen row also what its two lines leave out', async () => {
    const page = await (await visit('elina', phone)).open('/audit/contradictions')
    await page.getByRole('row').getByText('Kaivopiha Bistro & Baari Oy').click()
    await page.getByRole('dialog').getByText('System').waitFor()
  })
})

describe('a phone', () => {
  it('shows every room of the reader in its head', async () => {
    for (const language of ['en', 'fi', 'de']) {
      const page = await (await visit('eero', { ...phone, language })).open('/')
      const rooms = page.getByRole('navigation').first().getByRole('link')
      for (const room of await rooms.all()) {
        const box = await room.boundingBox()
        expect([language, box !== null && box.x + box.width <= phone.width]).toEqual([language, true])
      }
    }
  })

  it('asks for figures by two choices, the chart at once under them', async () => {
    const page = await (await visit('eero', phone)).open('/figures?metric=win-rate')
    expect(await page.getByLabel('As known on').first().isVisible()).toBe(false)
    const chart = await page.getByRole('figure').boundingBox()
    expect(chart?.y).toBeLessThan(phone.height / 2)
    await page.getByText('Days, and as known when').click()
    expect(await page.getByLabel('As known on').first().isVisible()).toBe(true)
  })
})
