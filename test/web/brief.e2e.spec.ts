/** The brief in a real browser: prepared on a phone, read on paper, each line led back to its event. */
import { describe, expect, it } from '@jest/globals'
import { violationsIn } from './accessible.js'
import { press } from './keyboard.js'
import { visits } from './visits.js'

const { visit, customer } = visits()

/** Of a document as it would be printed. */
const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

/** Of the number of a source: paper is narrow, but no phone. */
const sourceSize = "getComputedStyle(document.querySelector('sup a')).fontSize"

describe('the brief', () => {
  it('is prepared by a Swedish member on a phone, and printed on one sheet', async () => {
    const visitor = await visit('karin', { width: 390, height: 844 })
    const page = await visitor.open(`/customers/${await customer('Lunchlådan Matglädje AB')}`)
    await page.getByRole('link', { name: 'Sammandrag' }).waitFor()
    await press(page, 'Sammandrag')
    await page.waitForURL(/brief/)
    await visitor.settled()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Lunchlådan Matglädje AB')
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe('Var relationen står')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    // The dialog of the browser is nobody's to press keys in.
    await page.evaluate('window.print = () => { window.printed = true }')
    await press(page, 'Skriv ut')
    expect(await page.evaluate('window.printed')).toBe(true)
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
  })

  it.each(['Revontulimaja Group Oy', 'Hotelli Kuohuranta Oy', 'Matbua Lyngheia AS'])(
    'prints %s on one sheet in every language, without what is not paper',
    async (name) => {
      const id = await customer(name)
      for (const language of ['en', 'fi', 'sv', 'de', 'nb']) {
        const page = await (await visit('aino', { language })).open(`/customers/${id}/brief`)
        await page.emulateMedia({ media: 'print' })
        expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
        await page.setViewportSize({ width: 696, height: 1040 })
        expect(await page.evaluate(sourceSize)).toBe('9px')
        expect(await page.getByRole('banner').first().isVisible()).toBe(false)
        expect(await page.getByRole('button').first().isVisible()).toBe(false)
      }
    },
  )

  it('is black on white in the dark and in the past as well', async () => {
    const id = await customer('Revontulimaja Group Oy')
    const page = await (await visit('aino', { theme: 'dark', language: 'en' })).open(
      `/customers/${id}/brief?asOf=2025-03-01`,
    )
    const [ground, ink] = (await page.evaluate(`(() => {
      const { backgroundColor, color } = getComputedStyle(document.querySelector('article'))
      return [backgroundColor, color]
    })()`)) as [string, string]
    expect([ground, ink]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
    expect(await violationsIn(page)).toEqual([])
  })

  it('leads from the number of a source to its event', async () => {
    const visitor = await visit('aino', { language: 'en' })
    const page = await visitor.open(`/customers/${await customer('Revontulimaja Group Oy')}/brief`)
    await page.getByRole('link', { name: 'Source 1', exact: true }).waitFor()
    await press(page, 'Source 1')
    await page.getByRole('dialog').getByRole('heading', { name: 'Stage changed' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await page.waitForURL(/customers\/[a-z0-9]+$/)
  })
})
