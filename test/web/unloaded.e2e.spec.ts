/** What a page is made of does not come: it says so in the reader's words, and comes by itself when the line is back. */
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { Visit } from './browser.js'
import { soon } from './soon.js'
import { visits } from './visits.js'

const { visit, url, browser } = visits()
const pages: Page[] = []

afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
})

/** A page of a member that nobody listens to: a browser complains of what does not arrive. */
async function pageOf(as: string, look: Omit<Visit, 'url' | 'as'> = { language: 'en' }): Promise<Page> {
  const page = await (await visit(as, look)).context.newPage()
  pages.push(page)
  return page
}

const parts = (kind: string) => new RegExp(`/assets/[^/]+\\.${kind}$`)
const title = 'This page could not be loaded'
/** Of a page that has come. */
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).filter({ hasNotText: title })
const link = (page: Page, name: string) => page.locator('header nav').getByRole('link', { name })

/** The page has its styles: the head of a list is no plain text. */
const isStyled = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>("[...document.querySelectorAll('link[rel=stylesheet]')].every(({ sheet }) => sheet !== null)")

describe('a screen whose code does not come', () => {
  it.each(['css', 'js'])('says so and no more, and comes by itself when the line is back (%s)', async (kind) => {
    const page = await pageOf('aino')
    await page.goto(`${url()}/customers?unit=group`)
    await page.getByRole('row').nth(1).waitFor()
    await page.route(parts(kind), (route) => route.abort())
    await page.route('**/icon.svg', (route) => route.abort())
    await link(page, 'Figures').press('Enter')
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await page.getByRole('alert').textContent()).not.toMatch(/preload|import|assets|Error/i)
    await page.getByRole('button', { name: 'Try again' }).press('Enter')
    expect(await page.getByRole('heading', { level: 1, name: title }).count()).toBe(1)
    await page.unrouteAll()
    await heading(page).waitFor()
    expect(new URL(page.url()).pathname).toBe('/figures')
    expect(await isStyled(page)).toBe(true)
  })

  it('has its styles when it comes a second time', async () => {
    const page = await pageOf('aino')
    await page.goto(`${url()}/customers?unit=group`)
    await page.getByRole('row').nth(1).waitFor()
    const list = (await heading(page).textContent()) ?? ''
    await page.route(parts('css'), (route) => route.abort())
    const failed = page.waitForEvent('requestfailed')
    await link(page, 'Figures').hover()
    await failed
    await page.unrouteAll()
    await page.mouse.move(0, 400)
    const before = await page.evaluate('performance.timeOrigin')
    await link(page, 'Figures').press('Enter')
    await heading(page).filter({ hasNotText: list }).waitFor()
    expect(await page.evaluate('performance.timeOrigin')).toBe(before)
    expect(await page.locator('link[rel=stylesheet][href*=figures]').count()).toBe(1)
    expect(await isStyled(page)).toBe(true)
  })

  it.each([
    ['fi', 'Sivua ei voitu ladata'],
    ['de', 'Diese Seite konnte nicht geladen werden'],
  ] as const)('speaks the language of its reader, also where no application has come (%s)', async (language, said) => {
    const page = await pageOf('aino', { language })
    await page.route(/\/assets\/application-[^/]+\.js$/, (route) => route.abort())
    await page.route('**/icon.svg', (route) => route.abort())
    await page.goto(url())
    await page.getByRole('heading', { level: 1, name: said }).waitFor()
    await page.unrouteAll()
    await page.locator('header nav').waitFor()
  })

  it('is the way in as well, for whoever has not signed in', async () => {
    const page = await (await browser().newContext({ locale: 'en-GB' })).newPage()
    pages.push(page)
    await page.route(/\/assets\/sign-in-[^/]+\.js$|icon/, (route) => route.abort())
    await page.goto(url())
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.unrouteAll()
    await page.getByRole('heading', { level: 1, name: 'Who are you?' }).waitFor()
  })
})

describe('a page whose first script does not come', () => {
  it.each([
    ['its line is cut', /\/assets\/index-[^/]+\.js$/, 'abort'],
    ['it is there no longer', /\/assets\/index-[^/]+\.js$/, 'gone'],
    ['nothing comes at all', /\/assets\//, 'abort'],
  ] as const)('says so in every language: %s', async (_why, missing, how) => {
    const page = await (await browser().newContext({ locale: 'fi-FI' })).newPage()
    pages.push(page)
    await page.route(missing, (route) => (how === 'abort' ? route.abort() : route.fulfill({ status: 404 })))
    await page.goto(url())
    const again = page.getByRole('link', { name: 'Lataa sivu uudelleen' })
    await again.waitFor()
    const said = again.locator('span').evaluateAll((parts) => parts.map(({ lang }) => lang))
    expect(await said).toEqual(['en', 'fi', 'sv', 'de', 'nb'])
    await page.unrouteAll()
    await again.press('Enter')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await again.count()).toBe(0)
  })

  it('says nothing of it while it is on its way', async () => {
    const page = await (await browser().newContext({ locale: 'fi-FI' })).newPage()
    pages.push(page)
    const { promise: late, resolve: come } = Promise.withResolvers<void>()
    await page.route(/\/assets\/index-[^/]+\.js$/, async (route) => {
      await late
      await route.continue()
    })
    await page.goto(url(), { waitUntil: 'commit' })
    await page.locator('span[lang=fi]').waitFor({ state: 'attached' })
    expect(await page.locator('span[lang=fi]').isVisible()).toBe(false)
    come()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator('span[lang=fi]').count()).toBe(0)
  })
})

describe('a sheet whose code does not come', () => {
  it('is said to be missing over the page, which stays until it is loaded again', async () => {
    const page = await pageOf('aino')
    await page.route(/\/assets\/sheets-[^/]+\.js$|icon/, (route) => route.abort())
    await page.goto(`${url()}/customers?unit=group`)
    await page.getByRole('row').nth(1).waitFor()
    await page.keyboard.press('?')
    const alert = page.getByRole('alert').filter({ hasText: 'This did not arrive from the server.' })
    await alert.waitFor()
    await page.getByRole('button', { name: 'Load the page again' }).press('Enter')
    expect(await page.getByRole('row').count()).toBeGreaterThan(1)
    await page.getByRole('button', { name: 'Leave it' }).press('Enter')
    expect(await soon(0, () => alert.count())).toBe(0)
    await page.keyboard.press('?')
    await alert.waitFor()
    await page.unrouteAll()
    await page.getByRole('button', { name: 'Load the page again' }).press('Enter')
    expect(await soon(0, () => alert.count())).toBe(0)
    await page.getByRole('row').nth(1).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  })
})
