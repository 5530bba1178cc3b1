/** A customer on paper: white, with all there is to read, nothing to do, and nothing that is cut off at its edge. */
import { describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { soon } from './soon.js'
import { visits } from './visits.js'

const { visit, customer } = visits()

/** Of A4 within its margins, px. */
const paper = { width: 695, height: 1039 }

/** What somebody could do, and sees. */
const controls = (page: Page): Promise<number> =>
  page
    .locator('[role=toolbar], [role=slider], select, input, header nav, main button')
    .filter({ visible: true })
    .filter({ hasNotText: /\d{4}/ })
    .count()

/** From 0, which is black, to 255. */
const lightOf = (page: Page, of: string): Promise<number> =>
  page.evaluate(`(() => {
    const [r, g, b] = getComputedStyle(document.querySelector('${of}')).color.match(/[\\d.]+/g).map(Number)
    return (r + g + b) / 3
  })()`)

describe('a customer on paper', () => {
  it.each([
    ['light', ''],
    ['dark', ''],
    ['dark', '?asOf=2024-10-31&knownAt=2025-03-01'],
  ] as const)('is read in black on white, whatever the theme and the ground: %s %s', async (theme, search) => {
    const id = await customer('Revontulimaja Group Oy')
    const page = await (await visit('eero', { language: 'en', theme })).open(`/customers/${id}${search}`)
    await page.getByRole('img', { name: /The relationship over time/ }).waitFor()
    await page.emulateMedia({ media: 'print', colorScheme: theme })
    expect(await lightOf(page, 'h1')).toBeLessThan(60)
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgba(0, 0, 0, 0)')
    expect(await controls(page)).toBe(0)
    if (search) await page.getByText('31 October 2024').waitFor()
  })

  it.each([1440, 390])(
    'has all parts within its width, also where it is printed from a window of %d px',
    async (width) => {
      const id = await customer('Revontulimaja Group Oy')
      const visitor = await visit('eero', { language: 'en', width })
      // Paper is laid out at once: what hears of another width and draws anew comes too late.
      await visitor.context.addInitScript('ResizeObserver.prototype.observe = () => {}')
      const page = await visitor.open(`/customers/${id}`)
      await page.getByRole('img', { name: /The relationship over time/ }).waitFor()
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize(paper)
      for (const name of ['Promises', 'People', 'Timeline', 'Where we stand'])
        await page
          .getByRole('heading', { name: new RegExp(`^${name}`) })
          .first()
          .waitFor()
      expect(await soon(true, () => page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth'))).toBe(
        true,
      )
      const picture = await page.getByRole('img', { name: /The relationship over time/ }).boundingBox()
      expect((picture?.x ?? 0) + (picture?.width ?? 0)).toBeLessThanOrEqual(paper.width)
      expect(picture?.width ?? 0).toBeGreaterThan(600)
    },
  )
})
