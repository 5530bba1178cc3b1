/** Long lists: opened anywhere at once, holding what is in sight, and asked anew only where somebody did something. */
import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { daysFrom, importCustomers, importStory } from './seeded.js'
import { soon } from './soon.js'
import { visits } from './visits.js'

const { visit, url, ask, customer } = visits()

const many = 350
const seedMs = 400_000
const old = 'Vanha Kahvila'
const told = 'Monesti Tavattu Oy'

beforeAll(async () => {
  const sending = { url: url(), visit }
  await importCustomers(sending, old, many)
  const met = daysFrom('2015-01-15', many, 10)
  await importStory(sending, 'old-cards', { customer: told, as: 'satu', unit: 'fi-foodservice', stages: [], met })
}, seedMs)

const address = '/figures/touchpoints/events'
const aMinuteMs = 60_000

/** Scrolls until so many pages have been asked for. */
async function scrolled(page: Page, asked: readonly string[], pages: number): Promise<void> {
  const isThere = async () => {
    await page.evaluate(`document.querySelector('main section[tabindex]').scrollBy(0, 1e6)`)
    return asked.length >= pages
  }
  expect(await soon(true, isThere)).toBe(true)
}

describe('a list that is looked at again', () => {
  it.each([
    [7, false],
    [2, true],
  ])('of %d pages is asked for anew: %p', async (pages, isAnew) => {
    const visitor = await visit('eero', { language: 'en' })
    const asked: string[] = []
    visitor.page.on('request', (request) => {
      if (/events\?.*limit=/.test(request.url())) asked.push(request.url())
    })
    const page = await visitor.open(`${address}?from=2024-01-01`)
    await scrolled(page, asked, pages)
    await visitor.settled()
    const before = asked.length
    await page.clock.setFixedTime(Date.now() + aMinuteMs)
    await page.evaluate(`dispatchEvent(new Event('visibilitychange'))`)
    await visitor.settled()
    expect(asked.length - before).toBe(isAnew ? before : 0)
  })
})

interface Listed {
  rows: { id: string; name: string }[]
  total: number
}

const inOrder = `search=${encodeURIComponent(old)}&sort=-name`

/** Drags the scroll bar of the list to a row, counted from 0. */
const drag = (page: Page, row: number) =>
  page.evaluate(`document.querySelector('main section[tabindex]').scrollTop = ${row * 35}`)

/** The list of old customers, and which of its rows have been asked for. */
async function opened() {
  const visitor = await visit('aino', { language: 'en' })
  const skipped: number[] = []
  visitor.page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/api/v1/customers') skipped.push(Number(searchParams.get('skip') ?? 0))
  })
  await visitor.page.clock.install()
  const page = await visitor.open(`/customers?unit=group&${inOrder}`)
  await page.getByText(`${many} customers`).waitFor()
  return { visitor, page, skipped }
}

const rowCalled = (page: Page, n: number) => page.getByRole('link', { name: `${old} ${`${n}`.padStart(3, '0')}` })

describe('a list of many customers', () => {
  it('shows the rows where its scroll bar is dragged to, and asks for no others', async () => {
    const { page, skipped } = await opened()
    await drag(page, 330)
    await rowCalled(page, many - 330).waitFor()
    expect([...skipped].sort((a, b) => a - b)).toEqual([0, 200, 300])
    const { rows } = await ask<Listed>('aino', `/customers?${inOrder}&skip=330&limit=1`)
    expect(rows.map(({ name }) => name)).toEqual([`${old} 020`])
    expect(await page.getByRole('row').nth(1).getAttribute('aria-rowindex')).not.toBe('2')
  })

  it('lets go of what is out of sight, and asks for it again', async () => {
    const { visitor, page, skipped } = await opened()
    await drag(page, 330)
    await rowCalled(page, many - 330).waitFor()
    await drag(page, 0)
    await rowCalled(page, many).waitFor()
    await visitor.settled()
    await page.clock.fastForward(10_000)
    await drag(page, 330)
    await rowCalled(page, many - 330).waitFor()
    expect(await soon(2, async () => skipped.filter((skip) => skip === 300).length)).toBe(2)
  })

  it('keeps the row that is chosen at hand, wherever one looks', async () => {
    const { page } = await opened()
    await drag(page, 330)
    const chosen = page.getByRole('row').filter({ has: rowCalled(page, many - 330) })
    await chosen.click({ position: { x: 700, y: 10 } })
    await page.getByRole('complementary').waitFor()
    await drag(page, 0)
    await rowCalled(page, many).waitFor()
    await page.evaluate('document.activeElement.blur()')
    await page.keyboard.press('j')
    await page
      .getByRole('complementary')
      .getByRole('heading', { name: `${old} 019` })
      .waitFor()
    await rowCalled(page, many - 331)
      .first()
      .waitFor()
  })

  it('begins anew where it is sorted otherwise', async () => {
    const { page } = await opened()
    await drag(page, 330)
    await rowCalled(page, many - 330).waitFor()
    await page.getByRole('button', { name: 'Name' }).click()
    await rowCalled(page, 1).waitFor()
    expect(await page.evaluate(`document.querySelector('main section[tabindex]').scrollTop`)).toBe(0)
  })
})

describe('a timeline of many pages', () => {
  it('shows the note that was recorded while one read it', async () => {
    const visitor = await visit('aino', { language: 'en' })
    const page = await visitor.open(`/customers/${await customer(told)}`)
    const pages: string[] = []
    page.on('request', (request) => /timeline\?/.test(request.url()) && pages.push(request.url()))
    const isRead = async () => {
      await page.evaluate('scrollTo(0, document.body.scrollHeight)')
      return pages.length >= 6
    }
    expect(await soon(true, isRead)).toBe(true)
    await visitor.settled()
    await page.keyboard.press('n')
    await page.keyboard.type('They opened a second house.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('link', { name: `Recorded with ${told}.` }).waitFor()
    await page.getByText('They opened a second house.').first().waitFor()
  })
})
