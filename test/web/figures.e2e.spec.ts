/** The figures in a real browser: a director compares countries and opens a number down to a deal, by keyboard alone. */
import { describe, expect, it } from '@jest/globals'
import { choose, press } from './keyboard.js'
import { soon } from './soon.js'
import { visits } from './visits.js'

const { visit, ask } = visits()

interface FiguresAsked {
  figures: { country?: string; value: number; part?: number; whole?: number }[]
}

const totalOfJanuary = async (known: string): Promise<string> => {
  const path = `/figures/touchpoints?from=2026-01-01&to=2026-01-31${known}`
  return String((await ask<FiguresAsked>('ulrika', path)).figures[0]?.value)
}

describe('a director', () => {
  it('compares the win rates of four countries, and opens one number down to a deal', async () => {
    const visitor = await visit('eero', { language: 'en' })
    const page = await visitor.open('/')
    await page.keyboard.press('g')
    await page.keyboard.press('f')
    await page.waitForURL(/figures/)
    await page.getByRole('link', { name: /^Win rate/ }).waitFor()
    await press(page, /^Win rate/)
    await page.waitForURL(/metric=win-rate/)
    await page.getByRole('heading', { level: 1, name: 'How many of the deals that were decided did we win?' }).waitFor()
    const { figures } = await ask<FiguresAsked>('eero', '/figures/win-rate?by=country&from=2025-01-01&to=2025-12-31')
    await choose(page, 'Which days', 'Last year')
    await page.waitForURL(/from=\d{4}-01-01/)
    const chart = page.getByRole('figure')
    expect(await soon(4, () => chart.getByRole('listitem').count())).toBe(4)
    const sweden = figures.find(({ country }) => country === 'SE')
    const bar = new RegExp(`^Sweden: .*${sweden?.part} of ${sweden?.whole}`)
    await page.getByRole('link', { name: bar }).waitFor()
    await press(page, bar)
    await page.waitForURL(/figures\/win-rate\/events.*country=SE/)
    expect(await soon((sweden?.whole ?? 0) + 1, () => page.getByRole('row').count())).toBe((sweden?.whole ?? 0) + 1)
    const deal = page.getByRole('row').nth(1).getByRole('link').first()
    const name = await deal.textContent()
    await press(page, name ?? '')
    await page.waitForURL(/opportunities\/[a-z0-9]+/)
    await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor()
  })

  it('opens a number to an event of a customer', async () => {
    const page = await (await visit('eero', { language: 'en' })).open('/figures/touchpoints/events?unit=fi-lab')
    await page.getByRole('heading', { level: 1, name: /· Laboratoriot$/ }).waitFor()
    await press(page, /^(Meeting|Site visit|Phone call|Email|Note)$/)
    await page.waitForURL(/customers\/[a-z0-9]+\?event=/)
    await page.getByRole('dialog').waitFor()
  })

  it('opens what is not stated, and asks about it further', async () => {
    const visitor = await visit('eero', { language: 'en' })
    const page = await visitor.open('/figures?metric=relationships-by-stage&by=member')
    await press(page, /^not stated: /)
    await page.waitForURL(/events.*unstated=member/)
    await page.getByRole('heading', { level: 1, name: /· Member: not stated$/ }).waitFor()
    expect(await soon(true, async () => (await page.getByRole('row').count()) > 1)).toBe(true)
    await press(page, /^← /)
    await page.waitForURL(/\/figures\?.*unstated=member/)
    await press(page, /Member: not stated/)
    await page.waitForURL((to) => !to.searchParams.has('unstated'))
  })

  it('looks into a country by its units, and takes that away again', async () => {
    const visitor = await visit('eero', { language: 'en' })
    const page = await visitor.open('/figures?metric=win-rate')
    await press(page, /^Finland$/)
    await page.waitForURL(/country=FI/)
    expect(await soon(2, () => page.getByRole('figure').getByRole('listitem').count())).toBe(2)
    await press(page, 'No longer only Finland')
    await page.waitForURL((url) => !url.search.includes('country=FI'))
  })
})

describe('a figure', () => {
  it('is set beside what was told first of each month, where later records moved it', async () => {
    const path = '/figures/touchpoints?from=2026-01-01&to=2026-01-31'
    const [today] = (await ask<FiguresAsked>('eero', path)).figures
    const [first] = (await ask<FiguresAsked>('eero', `${path}&known=2026-01-31`)).figures
    expect(first?.value).toBeLessThan(today?.value ?? 0)
    const search = 'metric=touchpoints&by=none&each=month&told=first&from=2026-01-01&to=2026-03-31'
    const page = await (await visit('eero', { language: 'en' })).open(`/figures?${search}`)
    const cell = page.getByRole('row').nth(1).getByRole('cell').first()
    const numbers = cell.getByRole('link')
    expect(await numbers.first().textContent()).toBe(String(today?.value))
    expect(await numbers.last().textContent()).toBe(String(first?.value))
    const marks = page.getByRole('figure').getByRole('link')
    expect(await soon(3, () => marks.count())).toBe(3)
    expect(await marks.first().getAttribute('aria-label')).toContain(`told first ${first?.value}`)
  })

  it('is asked as it was known on a past day, on other ground, from which Esc leads back', async () => {
    const address = '/figures?metric=touchpoints&from=2026-01-01&to=2026-01-31&known=2026-01-31'
    const visitor = await visit('ulrika', { language: 'en' })
    const page = await visitor.open(address)
    await page.getByRole('region', { name: 'You are in the past' }).getByText('31 January 2026').waitFor()
    expect(await page.evaluate('document.body.dataset.ground')).toBe('past')
    const total = page.getByRole('status').getByRole('link')
    const [then, today] = await Promise.all(['&known=2026-01-31', ''].map(totalOfJanuary))
    expect(await total.textContent()).toBe(then)
    await page.keyboard.press('Escape')
    await page.waitForURL((url) => !url.search.includes('known'))
    expect(await page.evaluate('document.body.dataset.ground')).toBeUndefined()
    expect(await soon(today, () => total.textContent())).toBe(today)
    expect(today).not.toBe(then)
  })

  it('opens also what it is held against: the year before, and what was told first', async () => {
    const search = 'metric=touchpoints&by=none&told=first&from=2026-01-01&to=2026-03-31'
    const page = await (await visit('eero', { language: 'en' })).open(`/figures?${search}`)
    const links = page.getByRole('row').nth(1).getByRole('link')
    expect(await soon(3, () => links.count())).toBe(3)
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    expect(hrefs[1]).toContain('from=2025-01-01&to=2025-03-31')
    expect(hrefs[2]).toContain('known=2026-03-31')
    const before = await links.nth(1).textContent()
    await links.nth(1).press('Enter')
    await page.getByRole('heading', { level: 1, name: before ?? '' }).waitFor()
  })

  it('shows a member the own ones and the team, and no other members', async () => {
    const page = await (await visit('aino', { language: 'en' })).open('/figures?metric=touchpoints&by=member')
    const named = await page.getByRole('figure').getByRole('listitem').allTextContents()
    expect(named.some((text) => text.startsWith('The team together'))).toBe(true)
    expect(named.some((text) => text.startsWith('Karin'))).toBe(false)
    await press(page, /^The team together: /)
    await page.waitForURL(/events.*whose=team/)
    await page.getByRole('heading', { level: 1, name: /· The team together$/ }).waitFor()
    expect(await soon(true, async () => (await page.getByRole('row').count()) > 1)).toBe(true)
  })
})
