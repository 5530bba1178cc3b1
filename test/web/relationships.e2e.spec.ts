/** The relationships in a real browser: by stage, against targets, and those that are being lost; by keyboard alone. */
import { describe, expect, it } from '@jest/globals'
import { press } from './keyboard.js'
import { soon } from './soon.js'
import { visits } from './visits.js'

const { visit, ask } = visits()

interface BoardAsked {
  columns: { stage: string; total: number; rows: { customer: { name: string } }[] }[]
}

describe('the board of relationships', () => {
  it('shows each stage with its number, its target and what was bought, in the language of the reader', async () => {
    const page = await (await visit('eero')).open('/relationships?unit=group')
    const { columns } = await ask<BoardAsked>('eero', '/boards/relationships?limit=12')
    expect(await soon(columns.length, () => page.getByRole('heading', { level: 2 }).count())).toBe(columns.length)
    const deepest = columns.find(({ stage }) => stage === 'integrated')
    await page.getByRole('heading', { level: 2, name: `Integroitunut ${deepest?.total} / 3` }).waitFor()
    await page
      .getByRole('link', { name: deepest?.rows[0]?.customer.name ?? '' })
      .first()
      .waitFor()
  })

  it('shows further cards of a lane as they are asked for', async () => {
    const visitor = await visit('eero', { language: 'en' })
    const page = await visitor.open('/relationships?unit=group')
    const { columns } = await ask<BoardAsked>('eero', '/boards/relationships?limit=1')
    const most = Math.max(...columns.map(({ total }) => total))
    const heading = page.getByRole('heading', { name: `Exploratory ${most} of` })
    const lane = page.getByRole('region', { name: 'Board' }).locator('> div', { has: heading })
    expect(await soon(12, () => lane.getByRole('listitem').count())).toBe(12)
    await lane.getByRole('button', { name: `${most - 12} more` }).press('Enter')
    expect(await soon(24, () => lane.getByRole('listitem').count())).toBe(24)
  })

  it('is walked by the arrow keys, and opens a customer', async () => {
    const page = await (await visit('karin', { language: 'en' })).open('/relationships?unit=se')
    const cards = page.getByRole('region', { name: 'Board' }).locator('ul').nth(1).getByRole('link')
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('j')
    const name = await cards.nth(1).textContent()
    expect(await page.evaluate('document.activeElement.textContent')).toBe(name)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor()
  })

  it('opens one stage alone, and Esc leads back', async () => {
    const visitor = await visit('eero', { language: 'en' })
    const page = await visitor.open('/relationships?unit=group')
    await press(page, 'Basic')
    await page.waitForURL(/stage=basic/)
    expect(await soon(1, () => page.getByRole('heading', { level: 2 }).count())).toBe(1)
    await page.keyboard.press('Escape')
    await page.waitForURL((url) => !url.search.includes('stage'))
  })
})

describe('the pyramid', () => {
  it('holds the group against its targets beside each unit, and a step leads to its relationships', async () => {
    const visitor = await visit('eero', { language: 'en' })
    const page = await visitor.open('/relationships?view=pyramid')
    const group = page.getByRole('region', { name: 'The whole group' })
    await group.getByRole('link', { name: /Interdependent \d+ of 8/ }).waitFor()
    // Of units, those that have targets of their own.
    const laboratories = page.getByRole('region', { name: 'Laboratoriot' })
    await laboratories.getByRole('link', { name: /Interdependent \d+ of 1/ }).waitFor()
    expect(await laboratories.getByRole('link', { name: /Exploratory/ }).textContent()).not.toMatch(/ of /)
    const step = page.getByRole('region', { name: 'Norge' }).getByRole('link', { name: /Exploratory/ })
    const count = Number(/(\d+)$/.exec((await step.textContent()) ?? '')?.[1])
    await step.press('Enter')
    await page.waitForURL(/unit=no.*stage=exploratory|stage=exploratory.*unit=no/)
    expect(await soon(count, () => page.getByRole('region', { name: 'Board' }).getByRole('listitem').count())).toBe(
      count,
    )
  })
})

describe('whom we are losing', () => {
  it.each(['passive', 'lost'])('is a list of its own, with its number: %s', async (status) => {
    const visitor = await visit('eero', { language: 'en' })
    const page = await visitor.open('/relationships?unit=group')
    const { total } = await ask<{ total: number }>('eero', `/relationships?limit=1&filter=status eq ${status}`)
    await press(page, new RegExp(`^${status} ${total}$`, 'i'))
    await page.waitForURL(new RegExp(`view=${status}`))
    await page.getByRole('table').waitFor()
    expect(await soon(total + 1, () => page.getByRole('row').count())).toBe(total + 1)
  })
})
