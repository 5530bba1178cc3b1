/** The score of a customer in a real browser: walked, moved into the past and zoomed, by keyboard alone. */
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'
import type { Visit, Visitor } from './browser.js'
import { press, tabTo } from './keyboard.js'
import { send } from './seeded.js'
import { soon } from './soon.js'
import { visits } from './visits.js'

const site = visits()
const revontulimaja = () => site.customer('Revontulimaja Group Oy')
const visit = (as: string, look: Omit<Visit, 'url' | 'as'> = {}) => site.visit(as, { language: 'en', ...look })

const customer = async (visitor: Visitor, search = ''): Promise<Page> =>
  visitor.open(`/customers/${await revontulimaja()}${search}`)

const focused = (page: Page, attribute: string): Promise<string | null> =>
  page.evaluate(`document.activeElement.getAttribute('${attribute}')`)

const wasHandle = (page: Page) => page.getByRole('slider', { name: 'As it was' })
const knownHandle = (page: Page) => page.getByRole('slider', { name: 'As we knew it' })

/** By the pointer, at the tip, which stands free however near the other is; px. */
async function drag(page: Page, handle: Locator, by: number): Promise<void> {
  const { x, y, width, height } = (await handle.locator('path').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const [middle, tip] = [x + width / 2, y + height - 3]
  await page.mouse.move(middle, tip)
  await page.mouse.down()
  await page.mouse.move(middle + by, tip, { steps: 6 })
  await page.mouse.up()
}

const asked = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name)

/** Longer than a hand has to rest until the page goes with it. */
const restMs = 500

/** Once the page is where the handles are. */
async function rested(page: Page): Promise<void> {
  for (let before = ''; before !== page.url(); await pause(restMs)) before = page.url()
}

/** Of the picture, px. */
async function boxOf(page: Page) {
  const box = await page.getByRole('img', { name: /The relationship over time/ }).boundingBox()
  const { x = 0, y = 0, width = 0 } = box ?? {}
  return { x, y, width }
}

/** Goes back along each lane, from mark to mark and from the first lane on, to the mark that is called so. */
async function goBackTo(page: Page, name: RegExp): Promise<void> {
  for (let marks = 0; marks < 80; marks++) {
    const before = await focused(page, 'aria-label')
    if (name.test(before ?? '')) return
    await page.keyboard.press('ArrowLeft')
    if ((await focused(page, 'aria-label')) === before) await page.keyboard.press('ArrowDown')
  }
  throw new Error(`no mark is called ${name}`)
}

describe('the score', () => {
  it('plays with the whole page, and stops where one stops it or goes back to today', async () => {
    const page = await customer(await visit('eero'))
    await page.getByRole('slider', { name: 'As it was' }).waitFor()
    const asOf = () => new URL(page.url()).searchParams.get('asOf')
    await page.keyboard.press(' ')
    await page.waitForURL(/asOf=/)
    const first = asOf()
    await page.waitForURL((address) => ![null, first].includes(address.searchParams.get('asOf')))
    await page.keyboard.press(' ')
    await page.getByRole('button', { name: 'Play' }).waitFor()
    await pause(1_000)
    const stopped = asOf()
    const place = page.getByRole('region', { name: /past/i })
    expect(await place.textContent()).toContain(stopped?.slice(0, 4))
    await pause(1_500)
    expect(asOf()).toBe(stopped)
    await page.keyboard.press(' ')
    await page.waitForURL((address) => address.searchParams.get('asOf') !== stopped)
    await page.keyboard.press('Escape')
    await page.waitForURL((address) => !address.searchParams.has('asOf'))
    await pause(1_500)
    expect(asOf()).toBeNull()
  })

  it('lost since a day says so beside its name', async () => {
    const page = await customer(await visit('eero'))
    await page
      .getByText(/^lost since/)
      .first()
      .waitFor()
    expect(
      await page
        .locator('svg')
        .getByText(/^lost since/)
        .count(),
    ).toBe(1)
  })

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
    await goBackTo(page, /The stage interdependent begins · Ammattikeittiöt/)
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

  it('filters the timeline by a period that is dragged, and lets go of it', async () => {
    const page = await customer(await visit('eero'))
    const box = await page.getByRole('img', { name: /The relationship over time/ }).boundingBox()
    const { x = 0, y = 0, width = 0 } = box ?? {}
    await page.mouse.move(x + width * 0.6, y + 60)
    await page.mouse.down()
    await page.mouse.move(x + width * 0.75, y + 60, { steps: 8 })
    await page.mouse.up()
    await page.waitForURL(/from=\d{4}-\d{2}-\d{2}&to=\d{4}-\d{2}-\d{2}/)
    await page.getByRole('button', { name: 'Let go of the period' }).click()
    await page.waitForURL((url) => !url.searchParams.has('from'))
  })

  it('filters the timeline by a period that is chosen from mark to mark, and draws it as long as it does', async () => {
    const page = await customer(await visit('eero'))
    await page.getByRole('slider', { name: 'As it was' }).focus()
    await page.keyboard.press('Tab')
    await goBackTo(page, /The stage interdependent begins/)
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Shift+ArrowLeft')
    const { history } = await site.ask<{ history: { after?: string; at: string }[] }>(
      'eero',
      `/relationships/${await revontulimaja()}.fi-foodservice`,
    )
    const begun = history.find(({ after }) => after === 'interdependent')?.at ?? ''
    await page.waitForURL(/from=\d{4}-\d{2}-\d{2}&to=\d{4}-\d{2}-\d{2}/)
    expect(Math.abs(Date.parse(asked(page, 'to') ?? '') - Date.parse(begun))).toBeLessThan(2 * 86_400_000)
    const brush = page.locator('svg rect[class*=period]')
    expect(await brush.count()).toBe(1)
    await page.reload()
    await brush.waitFor({ state: 'attached' })
    await press(page, 'All times')
    await page.waitForURL((url) => !url.searchParams.has('from'))
    expect(await soon(0, () => brush.count())).toBe(0)
  })

  it('draws what the filters of the timeline leave out aside, and no more where there are none', async () => {
    const page = await customer(await visit('eero'), '?function=service')
    await wasHandle(page).waitFor()
    const aside = page.locator('svg path[class*=aside]')
    expect(await aside.count()).toBeGreaterThan(0)
    await press(page, 'Show everything')
    expect(await soon(0, () => aside.count())).toBe(0)
  })

  it('moves what is shown from near by keys, by the axis that is dragged and by the wheel, and the cursor by none', async () => {
    const page = await customer(await visit('eero'))
    await wasHandle(page).waitFor()
    const isInSight = async () => (await wasHandle(page).count()) === 1
    await page.keyboard.press(',')
    expect(await isInSight()).toBe(true)
    for (const key of ['+', '+', '+', '+']) await page.keyboard.press(key)
    await page.keyboard.press(',')
    await page.keyboard.press(',')
    expect(await soon(false, isInSight)).toBe(false)
    await page.keyboard.press('.')
    await page.keyboard.press('.')
    expect(await soon(true, isInSight)).toBe(true)
    const { x, y, width } = await boxOf(page)
    await page.mouse.move(x + width * 0.3, y + 8)
    await page.mouse.down()
    await page.mouse.move(x + width * 0.9, y + 8, { steps: 6 })
    await page.mouse.up()
    expect(await soon(false, isInSight)).toBe(false)
    await page.mouse.wheel(width, 0)
    expect(await soon(true, isInSight)).toBe(true)
    expect(asked(page, 'asOf')).toBeNull()
  })

  it('parts both handles on a phone, by keyboard and by finger, where what we knew is held', async () => {
    const page = await customer(await visit('eero', { width: 390 }))
    await press(page, 'Hold what we knew')
    await tabTo(page, 'As it was')
    for (let n = 0; n < 8; n++) await page.keyboard.press('PageDown')
    await page.waitForURL(/asOf=/)
    await rested(page)
    expect(asked(page, 'knownAt')).toBeNull()
    const first = asked(page, 'asOf')
    const handle = await wasHandle(page).boundingBox()
    const { x = 0, y = 0 } = handle ?? {}
    await page.mouse.move(x + 12, y + 8)
    await page.mouse.down()
    await page.mouse.move(x - 60, y + 8, { steps: 6 })
    await page.mouse.up()
    await page.waitForURL((url) => (url.searchParams.get('asOf') ?? '') < (first ?? ''))
    expect(asked(page, 'knownAt')).toBeNull()
  })

  it.each([
    { of: 'apart', search: '?asOf=2024-10-31&knownAt=2025-03-01' },
    { of: 'together', search: '?asOf=2025-03-01&knownAt=2025-03-01' },
  ])(
    'moves what we knew by its own handle, with the other or with Alt alone, where both stand $of',
    async ({ search }) => {
      const page = await customer(await visit('eero'), search)
      await wasHandle(page).waitFor()
      const before = { asOf: asked(page, 'asOf') ?? '', knownAt: asked(page, 'knownAt') ?? '' }
      await page.keyboard.down('Alt')
      await drag(page, knownHandle(page), 90)
      await page.keyboard.up('Alt')
      await page.waitForURL((url) => (url.searchParams.get('knownAt') ?? '') > before.knownAt)
      expect(asked(page, 'asOf')).toBe(before.asOf)
      const alone = asked(page, 'knownAt') ?? ''
      await drag(page, knownHandle(page), -60)
      await page.waitForURL((url) => (url.searchParams.get('knownAt') ?? '') < alone)
      expect((asked(page, 'asOf') ?? '') < before.asOf).toBe(true)
    },
  )

  it('tells its keys', async () => {
    const page = await customer(await visit('eero'))
    await page.keyboard.press('?')
    for (const told of ['To a day, as one writes it', 'Alt ←', 'Shift →', 'earlier, later'])
      await page.getByRole('dialog').getByText(told).first().waitFor()
    const boxes = await page
      .getByRole('dialog')
      .locator('kbd')
      .evaluateAll((keys) =>
        keys.map((key) => ({
          height: key.getBoundingClientRect().height,
          lies: key.closest('dt')?.scrollWidth ?? 0,
          has: key.closest('dt')?.clientWidth ?? 0,
        })),
      )
    expect(new Set(boxes.map(({ height }) => height)).size).toBe(1)
    expect(boxes.filter(({ lies, has }) => lies > has)).toEqual([])
  })

  it('comes nearer by Ctrl and the wheel, around where the pointer is', async () => {
    const page = await customer(await visit('eero'))
    const box = await page.getByRole('img', { name: /The relationship over time/ }).boundingBox()
    const { x = 0, y = 0, width = 0 } = box ?? {}
    await page.mouse.move(x + width * 0.6, y + 60)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -800)
    await page.keyboard.up('Control')
    await page.getByRole('button', { name: 'The whole' }).waitFor()
    expect(await page.getByText('2018', { exact: true }).count()).toBe(0)
    expect(await page.getByText(String(new Date().getFullYear()), { exact: true }).count()).toBe(1)
  })

  it('counts encounters that are too many by week, and asks for their days when one comes near', async () => {
    const visitor = await visit('aino')
    const { id } = (await send(site.url(), visitor, '/customers', { name: 'Monen Käynnin Tukku' })) as { id: string }
    for (let batch = 0; batch < 16; batch++) {
      const notes = Array.from({ length: 100 }, (_, n) => {
        const occurredAt = new Date(Date.parse('2023-01-02T09:00:00Z') + (batch * 100 + n) * 20 * 3_600_000)
        const note = { customers: [id], unit: 'fi-foodservice', note: 'Asked for a price.', startedBy: 'they' }
        return send(site.url(), visitor, '/touchpoints/note', { ...note, occurredAt: occurredAt.toISOString() })
      })
      await Promise.all(notes)
    }
    const page = await visitor.open(`/customers/${id}`)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.getByRole('slider', { name: 'As it was' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page, 'aria-label')).toMatch(/^\d+ encounters in the week of|^\d+ encounters from/)
    await page.keyboard.press('Enter')
    const isNote = async () => (await focused(page, 'aria-label'))?.startsWith('Note · ') ?? false
    expect(await soon(true, isNote)).toBe(true)
    expect(asked.some((url) => /score\?from=\d{4}-\d{2}-01&to=\d{4}-\d{2}-01/.test(url))).toBe(true)
  }, 120_000)

  it('has in its table no column for what is said of none', async () => {
    const visitor = await visit('aino')
    const { id } = (await send(site.url(), visitor, '/customers', { name: 'Yhden Rivin Kahvila' })) as { id: string }
    const note = { customers: [id], unit: 'fi-foodservice', note: 'Asked for a price.', startedBy: 'they' }
    await send(site.url(), visitor, '/touchpoints/note', note)
    const page = await visitor.open(`/customers/${id}`)
    await page.getByRole('button', { name: 'As a table' }).press('Enter')
    const table = page.getByRole('table', { name: 'As a table' })
    const rows = await table.locator('tbody tr').count()
    expect(rows).toBeGreaterThan(0)
    const heads = (await table.getByRole('columnheader').allTextContents()).filter((head) => head !== '')
    expect(heads).toContain('What')
    expect(heads).not.toContain('Written down')
  })

  it('says that nothing has been written down where nothing has', async () => {
    const visitor = await visit('aino')
    const { id } = (await send(site.url(), visitor, '/customers', { name: 'Tyhjän Tarinan Kahvila' })) as { id: string }
    const page = await visitor.open(`/customers/${id}`)
    await page.getByText('Nothing has been written down about this customer').waitFor()
  })
})
