/** How a page begins: what it shows is asked for while the application is on its way, once, and by whoever may ask. */
import { describe, expect, it } from '@jest/globals'
import type { Page, Request } from 'playwright-core'
import { soon } from './soon.js'
import { visits } from './visits.js'

const { visit, browser, url } = visits()

/** Holds back what a page is made of. */
async function hold(page: Page, part: string): Promise<() => void> {
  const held = Promise.withResolvers<void>()
  await page.route(`**/assets/${part}-*.js`, async (route) => {
    await held.promise
    await route.continue()
  })
  return held.resolve
}

/** What a page asks the interface for from now on. */
function askedBy(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) asked.push(pathname)
  })
  return asked
}

/** Nothing is fetched ahead on a page that always has something to do. */
const neverRests = `(() => {
  const rested = requestIdleCallback.bind(window)
  window.requestIdleCallback = (work, options) => (options ? rested(work, options) : 0)
})()`

const asks = (path: string) => (request: Request) => new URL(request.url()).pathname === path

/** Whether the browser remembers what its reader may see; undefined while the page goes elsewhere. */
const knowsRooms = (page: Page): Promise<boolean | undefined> =>
  page.evaluate<boolean>("(localStorage.getItem('kumppani') ?? '').includes('rooms')").catch(() => undefined)

describe('a page', () => {
  it('asks for what it shows before the application has come, and once', async () => {
    const { page } = await visit('aino')
    const release = await hold(page, 'application')
    const asked = askedBy(page)
    const list = page.waitForRequest(asks('/api/v1/customers'))
    await page.goto(`${url()}/customers?unit=group`, { waitUntil: 'commit' })
    await list
    expect(await page.locator('h1').count()).toBe(0)
    release()
    await page.getByRole('row').nth(1).waitFor()
    await page.waitForLoadState('networkidle')
    for (const path of ['me', 'customers', 'group', 'units', 'vocabulary'])
      expect(asked.filter((one) => one === `/api/v1/${path}`)).toHaveLength(1)
  })

  it('asks at once for what the member who read here last might see', async () => {
    const { context } = await visit('aino')
    const state = await context.storageState()
    const page = await (await browser().newContext({ storageState: state })).newPage()
    await page.goto(`${url()}/customers?unit=group`)
    expect(await soon(true, () => knowsRooms(page))).toBe(true)
    const held = Promise.withResolvers<void>()
    await page.route('**/api/v1/me', async (route) => {
      await held.promise
      await route.continue()
    })
    const list = page.waitForRequest(asks('/api/v1/customers'))
    await page.reload({ waitUntil: 'commit' })
    await list
    held.resolve()
    await page.getByRole('row').nth(1).waitFor()
    await page.context().close()
  })

  it('asks for no customers where somebody may see none', async () => {
    const { page } = await visit('noora', { language: 'en' })
    const asked = askedBy(page)
    await page.goto(`${url()}/customers`)
    await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(asked.filter((path) => path !== '/api/v1/me')).toEqual([])
  })

  it('asks for none either where somebody who sees them has read and signed out', async () => {
    const { context } = await visit('aino')
    const page = await (await browser().newContext({ storageState: await context.storageState() })).newPage()
    const refused: string[] = []
    page.on('response', (response) => response.status() === 403 && refused.push(response.url()))
    await page.goto(`${url()}/customers`)
    expect(await soon(true, () => knowsRooms(page))).toBe(true)
    await page.getByRole('row').nth(1).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('header').getByRole('button').last().click()
    await page.locator('[popover]:popover-open').getByRole('button').last().click()
    expect(await soon(false, () => knowsRooms(page))).toBe(false)
    const begun = await page.request.post(`${url()}/api/v1/session`, {
      data: { member: 'noora' },
      headers: { Origin: url() },
    })
    expect(begun.status()).toBeLessThan(300)
    const asked = askedBy(page)
    await page.goto(`${url()}/customers`)
    await page.getByRole('alert').waitFor()
    await page.waitForLoadState('networkidle')
    expect(asked.filter((path) => path !== '/api/v1/me')).toEqual([])
    expect(refused).toEqual([])
    await page.context().close()
  })

  it.each([
    ['?', 'sheets', 'Keys'],
    ['Control+k', 'sheets', 'Find'],
    ['n', 'recording', 'Record'],
  ])('opens by %s what was not there yet', async (key, part, title) => {
    const visitor = await visit('aino', { language: 'en' })
    await visitor.page.addInitScript(neverRests)
    const release = await hold(visitor.page, part)
    const page = await visitor.open('/')
    const asked = page.waitForRequest(`**/assets/${part}-*.js`)
    await page.keyboard.press(key)
    await asked
    expect(await page.getByRole('dialog').count()).toBe(0)
    release()
    await page.getByRole('dialog', { name: title }).waitFor()
  })
})
