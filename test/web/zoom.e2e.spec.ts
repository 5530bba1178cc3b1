/** A stretch of time that is looked at from near: it says its year, goes with the handle that leaves it, and stands in the address. */
import { describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { soon } from './soon.js'
import { visits } from './visits.js'

const site = visits()
const visit = () => site.visit('eero', { language: 'en' })
const revontulimaja = () => site.customer('Revontulimaja Group Oy')

const wasHandle = (page: Page) => page.getByRole('slider', { name: 'As it was' })
const picture = (page: Page) => page.getByRole('img', { name: /The relationship over time/ })
const asked = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name)
const isZoomed = (address: URL): boolean => address.searchParams.has('zoom')

/** The years that the axis says, from the left. */
const years = (page: Page): Promise<string[]> => picture(page).locator('g[class*=year] text').allTextContents()

/** Of a month of 2019, at a moment of it. */
const month = '?asOf=2019-03-20&knownAt=2019-03-20&zoom=2019-03-04..2019-04-03'

describe('a stretch that is looked at from near', () => {
  it.each([month, '?asOf=2019-03-20&zoom=2019-03-18..2019-03-24'])('says its year: %s', async (search) => {
    const page = await (await visit()).open(`/customers/${await revontulimaja()}${search}`)
    await wasHandle(page).waitFor()
    expect(await years(page)).toEqual(['2019'])
  })

  it('stands in the address: read again, handed out, gone away from and come back to, and let go of', async () => {
    const visitor = await visit()
    const page = await visitor.open(`/customers/${await revontulimaja()}`)
    await wasHandle(page).waitFor()
    for (let n = 0; n < 4; n++) await page.keyboard.press('+')
    await page.waitForURL(isZoomed)
    const zoom = asked(page, 'zoom')
    const shown = await picture(page).textContent()
    const again = await visitor.open(new URL(page.url()).pathname + new URL(page.url()).search)
    await wasHandle(again).waitFor()
    expect([asked(again, 'zoom'), await again.getByRole('button', { name: 'The whole' }).count()]).toEqual([zoom, 1])
    expect((await years(again)).every((year) => shown?.includes(year))).toBe(true)
    await page.getByRole('list').getByRole('link').first().waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.waitForURL(/\/customers$/)
    await page.goBack()
    await page.getByRole('button', { name: 'The whole' }).waitFor()
    expect(asked(page, 'zoom')).toBe(zoom)
    await page.keyboard.press('0')
    await page.waitForURL((address) => !isZoomed(address))
    expect(await page.getByRole('button', { name: 'The whole' }).count()).toBe(0)
  })

  it('is let go of, and come back to, where one goes through the addresses', async () => {
    const page = await (await visit()).open(`/customers/${await revontulimaja()}${month}`)
    await wasHandle(page).waitFor()
    await page.evaluate(`history.pushState(null, '', location.pathname)`)
    await page.evaluate(`dispatchEvent(new PopStateEvent('popstate'))`)
    expect(await soon(0, () => page.getByRole('button', { name: 'The whole' }).count())).toBe(0)
    await page.goBack()
    await page.getByRole('button', { name: 'The whole' }).waitFor()
    expect(await years(page)).toEqual(['2019'])
  })

  it('stands in the address of two moments that are compared as well', async () => {
    const page = await (await visit()).open(`/customers/${await revontulimaja()}/compare${month}`)
    await wasHandle(page).waitFor()
    expect(await years(page)).toEqual(['2019'])
    await page.keyboard.press('-')
    await page.waitForURL((address) => (asked(page, 'zoom') ?? month) !== '2019-03-04..2019-04-03' && isZoomed(address))
    await page.keyboard.press('[')
    await page.waitForURL((address) => address.searchParams.get('asOf') !== '2019-03-20')
    expect(asked(page, 'zoom')).not.toBeNull()
  })

  it('goes with the handle that is moved out of it, which keeps the focus', async () => {
    const page = await (await visit()).open(`/customers/${await revontulimaja()}${month}`)
    await wasHandle(page).focus()
    for (let n = 0; n < 4; n++) {
      await page.keyboard.press('PageDown')
      expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('slider')
    }
    await page.waitForURL((address) => (address.searchParams.get('asOf') ?? '') < '2018-12-01')
    await page.waitForURL((address) => (address.searchParams.get('zoom') ?? '') < '2018-12')
    expect(await wasHandle(page).count()).toBe(1)
    expect(await years(page)).toContain('2018')
  })

  it('goes with a moment that is chosen elsewhere', async () => {
    const page = await (await visit()).open(`/customers/${await revontulimaja()}${month}`)
    await wasHandle(page).waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL((address) => !address.searchParams.has('asOf'))
    expect(await soon(1, () => wasHandle(page).count())).toBe(1)
    expect((await years(page)).length).toBeGreaterThan(0)
    expect(await years(page)).not.toContain('2019')
  })

  it.each(['2999-01-01..2999-02-01', '1900-01-01..2999-01-01', 'never', '2019-03-05..2019-03-05'])(
    'shows something wherever an address leads: %s',
    async (zoom) => {
      const page = await (await visit()).open(`/customers/${await revontulimaja()}?zoom=${zoom}`)
      await picture(page).waitFor()
      expect((await years(page)).length).toBeGreaterThan(0)
    },
  )
})
