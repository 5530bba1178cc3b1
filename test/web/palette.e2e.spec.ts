/** The palette in a real browser: it tells kinds apart, keeps what is chosen in sight, and does things. */
import { describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { soon } from './soon.js'
import { visits } from './visits.js'

const { visit, customer } = visits()

async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(text)
  await page.locator('[role=listbox][aria-busy=false]').waitFor()
}

describe('the palette', () => {
  it('tells the kinds of what it found apart', async () => {
    const page = await (await visit('aino', { language: 'en' })).open('/')
    await find(page, 'hotel')
    const customers = page.getByRole('group', { name: 'Customers' })
    await customers.getByRole('option', { name: /^Hotelli Kuohuranta Oy/ }).waitFor()
    expect(await customers.getByText('Imatra, Finland').count()).toBe(1)
    await page.getByRole('group', { name: 'People' }).getByRole('option').first().waitFor()
  })

  it('keeps what is chosen in sight, wherever the arrows lead', async () => {
    const page = await (await visit('aino', { language: 'en', height: 600 })).open('/')
    await find(page, 'hotel')
    await page.getByRole('group', { name: 'People' }).getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowUp')
    const isSeen = () =>
      page.evaluate(`(() => {
        const list = document.querySelector('[role=listbox]').getBoundingClientRect()
        const at = document.querySelector('[aria-selected=true]').getBoundingClientRect()
        return at.top >= list.top && at.bottom <= list.bottom + 1
      })()`)
    expect(await soon(true, isSeen as () => Promise<boolean>)).toBe(true)
    const last = page.getByRole('option').last()
    expect(await last.getAttribute('aria-selected')).toBe('true')
  })

  it.each([
    ['lost', /view=lost/],
    ['what mov', /view=moved/],
  ])('opens a view by its name: %s', async (text, address) => {
    const page = await (await visit('aino', { language: 'en' })).open('/')
    await find(page, text)
    await page.getByRole('group', { name: 'Do' }).getByRole('option').first().click()
    await page.waitForURL(address)
  })

  it('changes theme, language and unit, and records', async () => {
    const page = await (await visit('aino', { language: 'en' })).open('/customers')
    const command = async (text: string) => {
      await find(page, text)
      await page.getByRole('group', { name: 'Do' }).getByRole('option').first().click()
    }
    await command('theme dark')
    expect(await soon('dark', () => page.locator('html').getAttribute('data-theme'))).toBe('dark')
    await command('look sver')
    await page.getByRole('heading', { level: 1, name: 'Customers of Sverige' }).waitFor()
    await command('record')
    await page.getByRole('dialog', { name: 'Record' }).waitFor()
    await page.keyboard.press('Escape')
    await command('suomi')
    await page.getByRole('heading', { level: 1, name: 'Asiakkaat: Sverige' }).waitFor()
  })

  it('leads to a day of a customer, by keyboard alone', async () => {
    const id = await customer('Hotelli Kuohuranta Oy')
    const page = await (await visit('aino', { language: 'en' })).open(`/customers/${id}`)
    await find(page, '1/3/2025')
    await page.getByRole('option', { name: 'To 1 March 2025', selected: true }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/asOf=2025-03-01/)
    await page.getByRole('region', { name: 'You are in the past' }).getByText('1 March 2025').waitFor()
  })
})
