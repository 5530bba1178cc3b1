/** The opportunities in a real browser: what they are worth in which currency, and what moved; by keyboard alone. */
import { describe, expect, it } from '@jest/globals'
import { press } from './keyboard.js'
import { soon } from './soon.js'
import { visits } from './visits.js'

const { visit, ask } = visits()

interface BoardAsked {
  columns: { total: number; groupMinor: number; rows: { id: string; value?: { currency: string } }[] }[]
}

const euros = (minor: number) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(minor / 100)

const aWeekBefore = (day: string) => new Date(Date.parse(day) - 7 * 86_400_000).toISOString().slice(0, 10)

describe('the board of opportunities', () => {
  it('says what all open ones are worth, and in which currencies they were stated', async () => {
    const page = await (await visit('eero', { language: 'en' })).open('/opportunities?unit=group')
    const { columns } = await ask<BoardAsked>('eero', '/boards/opportunities?limit=50')
    const worth = columns.reduce((sum, { groupMinor }) => sum + groupMinor, 0)
    const said = (await page.getByRole('status').textContent()) ?? ''
    expect(said).toContain(euros(worth))
    const currencies = new Set(columns.flatMap(({ rows }) => rows.flatMap(({ value }) => value?.currency ?? [])))
    for (const currency of currencies) expect(said).toContain(currency === 'EUR' ? '€' : currency)
  })

  it('marks what moved since a day that is kept in the address', async () => {
    const visitor = await visit('eero', { language: 'en' })
    const page = await visitor.open('/opportunities?unit=group&since=2020-01-01')
    const { columns } = await ask<BoardAsked>('eero', '/boards/opportunities?limit=1')
    const open = columns.reduce((sum, { total }) => sum + total, 0)
    const said = page.getByText(/^(new|changed|from .+)$/)
    expect(await soon(open, () => said.count())).toBe(open)
    const since = page.getByLabel('Moved since', { exact: true })
    await since.fill('1/1/2099')
    await since.press('Enter')
    await page.waitForURL(/since=2099-01-01/)
    expect(await soon(0, () => said.count())).toBe(0)
  })
})

describe('a deal that is decided', () => {
  it.each(['won', 'lost'])('has no odds any more, nor a value by them (%s)', async (status) => {
    const { rows } = await ask<{ rows: { id: string }[] }>('eero', `/opportunities?filter=status eq ${status}&limit=1`)
    const page = await (await visit('eero', { language: 'en' })).open(`/opportunities/${rows[0]?.id}`)
    const facts = page.locator('dl').first()
    await facts.getByText('Worth', { exact: true }).waitFor()
    expect(await facts.getByText(/^(Odds|Weighted)$/).count()).toBe(0)
  })

  it('has them as long as it is open', async () => {
    const filter = 'status eq open and probability gt 0'
    const { rows } = await ask<{ rows: { id: string }[] }>('eero', `/opportunities?filter=${filter}&limit=1`)
    const page = await (await visit('eero', { language: 'en' })).open(`/opportunities/${rows[0]?.id}`)
    await page.getByText('Odds', { exact: true }).waitFor()
  })
})

describe('the lanes of the board', () => {
  it('have their cards at one height, and say whose way they are', async () => {
    const page = await (await visit('eero', { language: 'en' })).open('/opportunities?unit=group')
    const board = page.getByRole('region', { name: 'Board' })
    await board.getByText('Product sale').waitFor()
    const tops = (await board
      .locator('ul')
      .evaluateAll((lists) =>
        lists.filter((list) => list.children.length > 0).map((list) => list.getBoundingClientRect().top),
      )) as number[]
    expect(tops.length).toBeGreaterThan(3)
    expect(new Set(tops).size).toBe(1)
  })
})

describe('the table of opportunities', () => {
  it('is searched by its key', async () => {
    const open = '/opportunities?limit=1&filter=status eq open'
    const { rows } = await ask<{ rows: { name: string }[] }>('eero', open)
    const word = /^\p{L}+/u.exec(rows[0]?.name ?? '')?.[0] ?? ''
    const { total } = await ask<{ total: number }>('eero', `${open}&search=${word}`)
    expect(total).toBeGreaterThan(0)
    const page = await (await visit('eero', { language: 'en' })).open('/opportunities?unit=group&view=table')
    await page.keyboard.press('/')
    await page.keyboard.type(word)
    await page.waitForURL((address) => address.searchParams.get('search') === word)
    expect(await soon(total + 1, () => page.getByRole('row').count())).toBe(total + 1)
  })

  it('sorts by what they are worth, and shows those that were won', async () => {
    const visitor = await visit('eero', { language: 'en' })
    const page = await visitor.open('/opportunities?unit=group')
    await press(page, 'Table')
    await page.waitForURL(/view=table/)
    await page.getByRole('button', { name: 'Worth' }).press('Enter')
    await page.waitForURL(/sort=groupMinor/)
    const { rows: cheapest } = await ask<{ rows: { name: string }[] }>(
      'eero',
      '/opportunities?limit=1&sort=groupMinor&filter=status eq open',
    )
    const name = cheapest[0]?.name ?? ''
    const first = page.getByRole('row').nth(1).getByRole('link').first()
    expect(await soon(name, () => first.textContent())).toBe(name)
    await page.getByLabel('Status').selectOption('won')
    await page.waitForURL(/status=won/)
    const { total } = await ask<{ total: number }>('eero', '/opportunities?limit=1&filter=status eq won')
    const rowCount = String(total + 1)
    expect(await soon(rowCount, () => page.getByRole('table').getAttribute('aria-rowcount'))).toBe(rowCount)
  })

  it('lists what moved within a week, and opens a deal', async () => {
    const visitor = await visit('karin', { language: 'en' })
    const page = await visitor.open('/opportunities?unit=group&view=moved')
    // The day is the member's: near midnight another one than that of the clock.
    const { today } = await ask<{ today: { day: string } }>('karin', '/me')
    const { total, rows } = await ask<{ total: number; rows: { name: string; customer: { name: string } }[] }>(
      'karin',
      `/opportunities?sort=-movedAt&filter=movedAt ge ${aWeekBefore(today.day)}`,
    )
    expect(await soon(total + 1, () => page.getByRole('row').count())).toBe(total + 1)
    const [first] = rows
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: first?.name ?? '' }).waitFor()
    await page
      .getByRole('main')
      .getByRole('link', { name: first?.customer.name ?? '' })
      .waitFor()
  })
})

describe('a deal', () => {
  it('is found by its name from anywhere, and opens', async () => {
    const page = await (await visit('karin', { language: 'en' })).open('/')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Serviceavtal')
    const found = page.getByRole('option', { name: /^Serviceavtal\b/ }).first()
    await found.waitFor()
    await page.locator('[role=listbox][aria-busy=false]').waitFor()
    for (let step = 0; (await found.getAttribute('aria-selected')) !== 'true'; step++) {
      expect(step).toBeLessThan(30)
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(/opportunities\/[a-z0-9]+$/)
    await page.getByRole('heading', { level: 1, name: 'Serviceavtal' }).waitFor()
  })
})
