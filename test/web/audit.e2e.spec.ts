/** The audit in a real browser, each test a person's task by keyboard alone. */
import { describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { Visitor } from './browser.js'
import { press, tabTo } from './keyboard.js'
import { soon } from './soon.js'
import { visits } from './visits.js'

const { url, visit, ask } = visits()

const reason = 'Complaint 17: a guest asks who has seen her note'
const hotel = 'Hotelli Kuohuranta Oy'

/** Gives the reason on the page one is on. */
async function giveReason(visitor: Visitor): Promise<void> {
  const { page } = visitor
  await press(page, 'Give a reason')
  await page.keyboard.type(reason)
  await page.keyboard.press('Enter')
  await page.getByText(`with the reason “${reason}”`).waitFor()
  await visitor.settled()
}

async function goToAudit(page: Page): Promise<void> {
  await page.evaluate('document.activeElement.blur()')
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor()
}

describe('an auditor', () => {
  it('gives a reason, reads with it, and finds it in the access log', async () => {
    const visitor = await visit('ulrika', { language: 'en' })
    const page = await visitor.open('/audit/contradictions')
    expect(await page.getByText('Personal values are withheld').count()).toBe(1)
    expect(await page.getByRole('cell', { name: 'withheld' }).count()).toBeGreaterThan(0)
    await giveReason(visitor)
    await page.getByRole('cell', { name: 'Kaivopiha Bistro & Baari Oy' }).waitFor()
    expect(await page.getByRole('cell', { name: 'withheld' }).count()).toBe(0)
    await goToAudit(page)
    await press(page, 'Access log')
    const entry = page.getByRole('row').filter({ hasText: 'Ulrika Tingvall' }).filter({ hasText: reason })
    await entry.first().waitFor()
    expect(await entry.filter({ hasText: 'contradictions' }).count()).toBe(1)
    await page.keyboard.press('j')
    await page.getByRole('complementary').getByText(`Reason: ${reason}`).waitFor()
  })

  it('has read of nobody where only numbers are shown', async () => {
    const visitor = await visit('ulrika', { language: 'en' })
    const read = async () =>
      (await ask<{ rows: { id: string }[] }>('ulrika', '/access-log?member=ulrika&limit=200')).rows.map(({ id }) => id)
    const page = await visitor.open('/audit')
    const before = await read()
    await giveReason(visitor)
    const numbers = page.getByRole('main').getByRole('link').filter({ hasText: /\d$/ })
    expect(await soon(true, async () => (await numbers.count()) > 5)).toBe(true)
    await visitor.settled()
    expect(await read()).toEqual(before)
  })

  it('reads without a reason again, and nothing that was opened stays', async () => {
    const visitor = await visit('ulrika', { language: 'en' })
    const page = await visitor.open('/audit/contradictions')
    await giveReason(visitor)
    await page.getByRole('cell', { name: 'Kaivopiha Bistro & Baari Oy' }).waitFor()
    await press(page, 'Change')
    await press(page, 'Read without')
    await page.getByRole('cell', { name: 'withheld' }).first().waitFor()
    expect(await page.getByRole('cell', { name: 'Kaivopiha Bistro & Baari Oy' }).count()).toBe(0)
  })

  it('is not told that there is none of what only personal values can tell', async () => {
    const visitor = await visit('ulrika', { language: 'en' })
    const page = await visitor.open('/audit')
    const offer = page.getByRole('link', { name: /People twice/ })
    expect(await offer.textContent()).not.toMatch(/\d/)
    await press(page, /People twice/)
    const main = page.getByRole('main')
    await main.getByText('Not shown until you give a reason').waitFor()
    expect(await main.getByText(/none/i).count()).toBe(0)
    await main.getByLabel('Reason').focus()
    await page.keyboard.type(reason)
    await page.keyboard.press('Enter')
    await page.getByRole('row').nth(1).waitFor()
  })

  it.each([
    ['deals by their names', '/opportunities?view=table&status=all&search={deal}'],
    ['what was written', `/customers/{hotel}?text=kitchen`],
  ])('gives a reason before %s are searched', async (_, address) => {
    const { rows } = await ask<{ rows: { id: string }[] }>('ulrika', '/customers?search=Kuohuranta&limit=1')
    const deals = await ask<{ rows: { name: string }[] }>('aino', '/opportunities?limit=1')
    const deal = encodeURIComponent(deals.rows[0]?.name ?? '')
    const place = address.replace('{hotel}', rows[0]?.id ?? '').replace('{deal}', deal)
    const page = await (await visit('ulrika', { language: 'en' })).open(place)
    const main = page.getByRole('main')
    await main.getByText('Not shown until you give a reason').waitFor()
    await main.getByLabel('Reason', { exact: true }).last().fill(reason)
    await page.keyboard.press('Enter')
    await main.getByText('Not shown until you give a reason').waitFor({ state: 'detached' })
    await main.locator('tbody tr, article, li').first().waitFor()
  })

  it('sees of a person what is known, and who looked', async () => {
    const { rows } = await ask<{ rows: { id: string; name: string }[] }>('aino', '/contacts?search=Kaisa&limit=1')
    const [person] = rows
    const visitor = await visit('ulrika', { language: 'en' })
    const page = await visitor.open(`/audit/person/${person?.id}`)
    await giveReason(visitor)
    await page.getByRole('heading', { level: 1, name: person?.name ?? '' }).waitFor()
    const looked = page.getByRole('region', { name: 'Who looked' })
    await looked.getByText('Aino Lehtoranta').first().waitFor()
    await press(page, /all of it in the access log/)
    await page.waitForURL(/audit\/log\?contact=/)
    await page.getByText(`Only ${person?.name}`).waitFor()
    await page.getByRole('row').filter({ hasText: 'Aino Lehtoranta' }).first().waitFor()
  })
})

describe('a replay', () => {
  it('is found by the name of the customer, walked by brackets, and handed on by its address', async () => {
    const visitor = await visit('elina', { language: 'en' })
    const page = await visitor.open('/audit')
    await tabTo(page, /^Customer$/)
    await page.keyboard.type('Kuohuranta')
    await page.getByRole('link', { name: hotel }).waitFor()
    await press(page, hotel)
    await page.getByRole('heading', { level: 2, name: 'Customer registered' }).waitFor()
    const changed = page.getByRole('article').getByRole('row', { name: /^City/ })
    expect(await changed.last().textContent()).toContain('Imatra')
    // Codes are words, and what has no name stands apart as it is kept.
    expect(
      await page
        .getByRole('article')
        .getByRole('row', { name: /^Sector/ })
        .last()
        .textContent(),
    ).toContain('Hospitality')
    expect(
      await page
        .getByRole('article')
        .getByText(/more fields?, as (it is|they are) kept/)
        .count(),
    ).toBeGreaterThan(0)
    await page.evaluate('document.activeElement.blur()')
    for (const step of [2, 3, 4]) {
      await page.keyboard.press(']')
      await page.getByText(`Step ${step}`, { exact: true }).waitFor()
    }
    await page.keyboard.press('[')
    await page.getByRole('heading', { level: 2, name: 'Linked to another system' }).waitFor()
    const other = await (await visit('eero', { language: 'fi' })).open(page.url().slice(url().length))
    await other.getByRole('heading', { level: 2, name: 'Yhdistetty toiseen järjestelmään' }).waitFor()
    expect(await other.getByText('Askel 3', { exact: true }).count()).toBe(1)
  })
})

describe('a list of the audit', () => {
  it('keeps what is asked of it in its address', async () => {
    const visitor = await visit('noora', { language: 'en' })
    const page = await visitor.open('/audit/members?filter=roles%20has%20auditor&sort=-name')
    expect(await page.getByRole('row').count()).toBe(2)
    expect(await page.getByRole('row', { name: /Ulrika/ }).count()).toBe(1)
    await press(page, 'Show everything')
    await page.getByText('16 rows').waitFor()
    expect(await page.getByRole('row').nth(1).textContent()).toContain('Ulrika')
    await press(page, 'Function')
    await page.waitForURL(/sort=function/)
  })
})

describe('a row of a list of the audit', () => {
  it('is chosen by j, and opened by Enter', async () => {
    const page = await (await visit('elina', { language: 'en' })).open('/audit/contradictions')
    await page.keyboard.press('j')
    const chosen = page.locator('tr[aria-current]')
    const name = (await chosen.getByRole('link').first().textContent()) ?? ''
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name }).waitFor()
  })
})

describe('the administrator, who sees no customers', () => {
  it('finds the way to what is theirs', async () => {
    const visitor = await visit('noora', { language: 'en' })
    const page = await visitor.open('/')
    await page.getByText('not with its customers').waitFor()
    expect(await page.getByRole('link', { name: /Access log|Contradictions|Customers/ }).count()).toBe(0)
    await press(page, 'Operations')
    await page.getByText('Nothing has stopped.').waitFor()
    await goToAudit(page)
    await press(page, 'Imports')
    await page.getByText('There is none.').waitFor()
    await goToAudit(page)
    await press(page, 'Members')
    await page.getByRole('row', { name: /Noora Jokiaho/ }).waitFor()
  })

  it('is told of what is not theirs, and can record nothing', async () => {
    const page = await (await visit('noora', { language: 'en' })).open('/audit/log')
    expect(await page.getByText('Your roles do not show this.').count()).toBe(1)
    expect(await page.getByRole('button', { name: 'Record' }).count()).toBe(0)
    await page.keyboard.press('n')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
})

describe('an import', () => {
  it('shows what became of its rows, and why some were left', async () => {
    const mapping = [
      'kumppani-mapping: 1',
      'source: old-dealer',
      'formats: { encoding: utf-8, delimiter: ";", dates: D.M.YYYY, decimal: ",", currency: EUR }',
      'files: { customers: { name: customers.csv } }',
      'rows:',
      '  - file: customers',
      '    setAside: [{ rule: no-name, because: Nobody is called so, when: { column: Name, empty: true } }]',
      '    records:',
      '      - { target: customer, key: "No", at: before, fields: { name: Name } }',
    ].join('\n')
    const visitor = await visit('satu')
    const { request } = visitor.context
    const headers = { Origin: url() }
    const sent = await request.post(`${url()}/api/v1/uploads/dealer/customers/customers.csv`, {
      headers: { ...headers, 'Content-Type': 'application/octet-stream' },
      data: Buffer.from('No;Name\n1;Hotelli Aallokko\n2;\n'),
    })
    expect(sent.ok()).toBe(true)
    const begun = await request.post(`${url()}/api/v1/imports`, {
      headers,
      data: { upload: 'dealer', mappingName: 'old-dealer.mapping.yaml', mapping },
    })
    expect(await begun.json()).toMatchObject({ import: expect.any(String) })
    const page = await (await visit('elina', { language: 'en' })).open('/audit/imports')
    await press(page, 'old-dealer')
    await page.getByRole('heading', { level: 1, name: 'old-dealer' }).waitFor()
    await page.getByText('Set aside: no-name').waitFor()
    await tabTo(page, 'Set aside')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('row', { name: /customers\.csv 3/ }).count()).toBe(1)
  })
})
