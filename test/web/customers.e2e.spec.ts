/** The list of customers in a real browser: found, filtered, looked at and opened by keyboard alone. */
import { describe, expect, it } from '@jest/globals'
import { soon } from './soon.js'
import { visits } from './visits.js'

const { visit, browser, url, ask, customer } = visits()

describe('the list of customers', () => {
  it('shows the customers of the group with their total, in the language of the reader', async () => {
    const page = await (await visit('karin')).open('/customers?unit=se')
    expect(await page.locator('h1').textContent()).toBe('Kunder: Sverige')
    expect(await page.getByRole('row').count()).toBeGreaterThan(10)
    expect(await page.locator('html').getAttribute('lang')).toBe('sv')
  })

  it('is searched, walked and opened by keyboard', async () => {
    const visitor = await visit('aino', { language: 'en' })
    const page = await visitor.open('/customers')
    await page.keyboard.press('/')
    await page.keyboard.type('Hotelli')
    await page.waitForURL(/search=Hotelli/)
    await visitor.settled()
    await page.evaluate('document.activeElement.blur()')
    await page.keyboard.press('j')
    await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor()
    const name = await page.getByRole('complementary').getByRole('heading', { level: 2 }).textContent()
    await page.keyboard.press('Enter')
    await page.waitForURL(/customers\/[a-z0-9]+/)
    await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor()
  })

  it('opens a customer by its name alone, and shows one beside by its row', async () => {
    const visitor = await visit('aino', { language: 'en' })
    const page = await visitor.open('/customers?unit=group')
    const row = page.getByRole('row').nth(1)
    await row.getByRole('cell').nth(1).click()
    await page.getByRole('complementary').waitFor()
    await row.getByRole('link').click()
    await page.waitForURL(/customers\/[a-z0-9]+/)
    await visitor.settled()
    expect(page.url()).toMatch(/customers\/[a-z0-9]+$/)
  })

  it('shows beside it how each unit stands over time, and what is promised', async () => {
    const visitor = await visit('aino', { language: 'en' })
    const id = await customer('Hotelli Kuohuranta Oy')
    const page = await visitor.open(`/customers?unit=group&at=${id}`)
    const beside = page.getByRole('complementary')
    const { parts } = await ask<{ parts: { standings: unknown[]; promises: { what: string }[] } }>(
      'aino',
      `/customers/${id}`,
    )
    expect(await soon(parts.standings.length, () => beside.locator('svg').count())).toBe(parts.standings.length)
    await beside.getByRole('link', { name: parts.promises[0]?.what ?? '' }).waitFor()
  })

  it('leaves one entry in the access log of who looked at one beside it', async () => {
    const id = await customer('Revontulimaja Group Oy')
    const before = new Date().toISOString()
    const visitor = await visit('geir', { language: 'en' })
    const page = await visitor.open(`/customers?unit=group&at=${id}`)
    await page.getByRole('complementary').locator('svg').first().waitFor()
    await visitor.settled()
    const { rows } = await ask<{ rows: { at: string; viewer: { id: string }; page: string }[] }>(
      'ulrika',
      `/access-log?customer=${id}&reason=test`,
    )
    const looks = rows.filter(({ at, viewer }) => at >= before && viewer.id === 'geir')
    expect(looks.map(({ page: looked }) => looked)).toEqual(['customer'])
  })

  it('names countries, and is filtered by their names', async () => {
    const page = await (await visit('aino', { language: 'fi' })).open('/customers?unit=group&columns=name,country')
    await page.getByRole('cell', { name: 'Ruotsi' }).first().waitFor()
    await page.getByRole('button', { name: 'Rajaa' }).click()
    await page.getByLabel('Kenttä').selectOption('country')
    await page.getByLabel('Arvo').selectOption({ label: 'Tanska' })
    await page.getByRole('button', { name: 'Näytä', exact: true }).click()
    await page.waitForURL(/country(\+|%20)eq(\+|%20)DK/)
    const { total } = await ask<{ total: number }>('aino', '/customers?limit=1&filter=country eq DK')
    await page.getByText(`${total} asiakas`).waitFor()
    expect(await soon(total, () => page.getByRole('cell', { name: 'Tanska' }).count())).toBe(total)
  })

  it('shows the customers of all units of a country', async () => {
    const page = await (await visit('eero', { language: 'en' })).open('/customers?unit=group')
    await page.getByLabel('Unit', { exact: true }).selectOption({ label: 'All of Finland' })
    await page.waitForURL(/units(\+|%20)has/)
    const { rows: units } = await ask<{ rows: { id: string; country: string }[] }>('eero', '/units')
    const filter = units.filter(({ country }) => country === 'FI').map(({ id }) => `units has ${id}`)
    const { total } = await ask<{ total: number }>('eero', `/customers?limit=1&filter=${filter.join(' or ')}`)
    await page.getByText(`${total} customers`).waitFor()
  })

  it('keeps what is filtered, sorted and chosen in its address', async () => {
    const visitor = await visit('aino', { language: 'en' })
    const page = await visitor.open('/customers?unit=group')
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.getByLabel('Field').selectOption('sector')
    await page.getByLabel('Value').selectOption('hospitality')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.waitForURL(/filter=sector/)
    await visitor.settled()
    await page.getByText('81 customers').waitFor({ state: 'detached' })
    const few = await page.getByRole('status').first().textContent()
    await page.reload()
    await page.getByText(few ?? '').waitFor()
    expect(await page.getByLabel('Value').inputValue()).toBe('hospitality')
  })

  it('changes its language without being loaded again', async () => {
    const visitor = await visit('aino', { language: 'en' })
    const page = await visitor.open('/customers?unit=group')
    await page.evaluate('window.stayed = true')
    await page.getByRole('button', { name: /You:/ }).click()
    await page.getByLabel('Language').selectOption('de')
    await page.getByRole('heading', { name: 'Kunden' }).waitFor()
    expect(await page.evaluate('window.stayed')).toBe(true)
  })

  it('is reached from home by what is due, offered and planned, each at its event', async () => {
    const { today } = await ask<{ today: Record<'promises' | 'visits', Record<string, number>> }>('aino', '/me')
    const { due = 0, overdue = 0, offered = 0 } = today.promises
    const page = await (await visit('aino', { language: 'en' })).open('/')
    const rows = page.getByRole('region', { name: 'Today' }).getByRole('listitem')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(due + overdue + offered + (today.visits.today ?? 0))
    await rows.first().getByRole('link').last().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/customers\/.+event=promise-/)
    await page.getByRole('dialog').waitFor()
  })

  it('is nobody’s own where somebody answers for none', async () => {
    const page = await (await visit('eero', { language: 'en' })).open('/')
    await page.getByRole('link', { name: /^Customers Who they are/ }).waitFor()
    expect(await page.getByText('your customers').count()).toBe(0)
  })

  it('is not offered to whoever sees no customers', async () => {
    const page = await (await visit('noora', { language: 'en' })).open('/')
    expect(await page.getByRole('link', { name: 'Customers' }).count()).toBe(0)
    expect(await page.getByText('not with its customers').count()).toBe(1)
  })
})

describe('the way in', () => {
  it('is by a member of the demo group, with the keyboard, and leads to where one was going', async () => {
    const context = await browser().newContext({ locale: 'sv-SE' })
    const page = await context.newPage()
    await page.goto(`${url()}/customers?unit=se`)
    await page.getByRole('heading', { name: 'Vem är du?' }).waitFor()
    await page.getByRole('button', { name: /Karin.*försäljning, Sverige: chef/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Kunder: Sverige' }).waitFor()
    await context.close()
  })
})
