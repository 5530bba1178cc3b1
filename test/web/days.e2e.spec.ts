/** Days are written and read as the reader's language writes them, whatever the language of the browser. */
import { describe, expect, it } from '@jest/globals'
import { tabTo } from './keyboard.js'
import { visits } from './visits.js'

const { visit } = visits()

describe('a day', () => {
  it.each([
    ['en', 'Moved since', '24/12/2025'],
    ['fi', 'Liikkunut alkaen', '24.12.2025'],
    ['sv', 'Rörde sig sedan', '2025-12-24'],
    ['de', 'Bewegt seit', '24.12.2025'],
    ['nb', 'Flyttet siden', '24.12.2025'],
  ])('is shown and typed in %s', async (language, label, day) => {
    const page = await (await visit('eero', { language })).open('/opportunities?unit=group&since=2025-12-24')
    const field = page.getByLabel(label, { exact: true })
    expect(await field.inputValue()).toBe(day)
    await tabTo(page, label)
    await page.keyboard.press('Control+a')
    await page.keyboard.type(day.replace('24', '31'))
    await page.keyboard.press('Enter')
    await page.waitForURL(/since=2025-12-31/)
  })

  it('is what words of the reader say, and none where it cannot be read', async () => {
    const page = await (await visit('ulrika', { language: 'fi' })).open('/audit/log')
    const field = page.getByLabel('Alkaen', { exact: true })
    await field.fill('joskus')
    await field.press('Enter')
    await page.getByRole('alert').getByText('Kirjoita päivä').waitFor()
    expect(page.url()).not.toContain('from=')
    await field.fill('eilen')
    await field.press('Tab')
    await page.waitForURL(/from=\d{4}-\d{2}-\d{2}/)
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('is not later than what is asked for allows', async () => {
    const page = await (await visit('eero', { language: 'en' })).open('/figures?metric=touchpoints')
    const field = page.getByLabel('As known on', { exact: true })
    await field.fill('1/1/2099')
    await field.press('Enter')
    await page.getByRole('alert').getByText('No later than').waitFor()
    expect(page.url()).not.toContain('known=')
  })

  it('is a condition of a filter as well', async () => {
    const page = await (await visit('aino', { language: 'de' })).open(
      '/customers?unit=group&filter=lastTouch%20ge%202026-11-01',
    )
    const field = page.getByLabel('Wert', { exact: true })
    expect(await field.inputValue()).toBe('01.11.2026')
    await field.fill('15.11.2026')
    await field.press('Enter')
    await page.waitForURL(/lastTouch(\+|%20)ge(\+|%20)2026-11-15/)
  })
})
