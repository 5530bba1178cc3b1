/** Notes in a real browser: written by keyboard from anywhere, and never lost nor recorded twice. */
import { describe, expect, it } from '@jest/globals'
import { violationsIn } from './accessible.js'
import { Visitor } from './browser.js'
import { press, tabTo } from './keyboard.js'
import { visits } from './visits.js'

const { url, browser, visit, ask, customer } = visits()

const hotel = 'Hotelli Kuohuranta Oy'

interface Row {
  kind: string
  summary: string
  occurred: string
  contacts?: string[]
}

/** What stands on a customer's timeline with these words. */
async function recordedAs(summary: string, id: string): Promise<Row[]> {
  const { rows } = await ask<{ rows: Row[] }>('aino', `/customers/${id}/timeline?limit=50`)
  return rows.filter((row) => row.summary === summary)
}

describe('a note', () => {
  it('is written where one is, and stands there at once', async () => {
    const id = await customer(hotel)
    const visitor = await visit('aino', { language: 'en' })
    const page = await visitor.open(`/customers/${id}`)
    const asked: string[] = []
    page.on('request', (request) => request.method() === 'GET' && asked.push(request.url()))
    await page.keyboard.press('n')
    await page.keyboard.type('Koskela will renew the breakfast kitchen in spring.')
    await page.keyboard.press('Alt+2')
    await page.getByText(`${hotel}guessed`).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('link', { name: `Recorded with ${hotel}.` }).waitFor()
    // The page itself shows it, since it waits for what was recorded.
    await page.getByText('Koskela will renew the breakfast kitchen in spring.').first().waitFor()
    expect(asked.some((address) => /\/customers\/\w+\/timeline\?.*after=\d/.test(address))).toBe(true)
    const rows = await recordedAs('Koskela will renew the breakfast kitchen in spring.', id)
    expect(rows.map(({ kind }) => kind)).toEqual(['phone-call'])
  })

  it('guesses customer and people from what is typed, and is corrected by typing', async () => {
    const id = await customer(hotel)
    const { rows: people } = await ask<{ rows: { id: string; name: string }[] }>('aino', `/contacts?customer=${id}`)
    const words = people.flatMap(({ name }) => name.split(' '))
    const person = people.find(({ name }) =>
      name.split(' ').every((word) => words.filter((w) => w === word).length < 2),
    )
    const surname = person?.name.split(' ').at(-1) ?? ''
    const visitor = await visit('aino', { language: 'en' })
    const page = await visitor.open('/')
    await page.keyboard.press('n')
    const text = `Kävin Kuohurannan keittiössä, tapasin: ${surname}`
    await page.keyboard.type(text)
    await page.getByText(`${hotel}guessed`).waitFor()
    await page.getByText(`${person?.name}guessed`).waitFor()
    await press(page, `Not ${person?.name}`)
    await press(page, `Not ${hotel}`)
    await page.keyboard.type('Revontulimaja Gr')
    await page.getByRole('option', { name: 'Revontulimaja Group Oy' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Not Revontulimaja Group Oy' }).and(page.locator(':focus')).waitFor()
    await tabTo(page, 'When')
    await page.keyboard.type('yesterday 14:00')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('link', { name: 'Recorded with Revontulimaja Group Oy.' }).waitFor()
    expect(await recordedAs(text, id)).toEqual([])
    const [row] = await recordedAs(text, await customer('Revontulimaja Group Oy'))
    expect(row).toMatchObject({ kind: 'note', occurred: expect.stringMatching(/T12:00:00/) })
    expect(row?.contacts).toBeUndefined()
  })

  it('is sent again by the same keys once the line is back', async () => {
    const id = await customer(hotel)
    // A browser complains of what does not arrive, so nobody listens to this page.
    const { context } = await visit('aino', { language: 'en' })
    const page = await context.newPage()
    await page.goto(`${url()}/customers/${id}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const text = 'The line was cut while this was sent.'
    await page.keyboard.press('n')
    await page.getByLabel('What happened').waitFor()
    await page.keyboard.type(text)
    await page.getByText(`${hotel}guessed`).waitFor()
    await page.route('**/touchpoints/note', (route) => route.abort('connectionrefused'))
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: /^Send again/ }).waitFor()
    await page.unroute('**/touchpoints/note')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('link', { name: `Recorded with ${hotel}.` }).waitFor()
    expect(await recordedAs(text, id)).toHaveLength(1)
    await page.close()
  })

  it('is kept where the session has ended, and before its writer again after the sign-in', async () => {
    const id = await customer(hotel)
    // A browser complains of what does not arrive, so nobody listens to this page.
    const { context } = await visit('aino', { language: 'en' })
    const page = await context.newPage()
    await page.goto(`${url()}/customers/${id}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const text = 'Written while the session ended.'
    await page.keyboard.press('n')
    await page.getByLabel('What happened').waitFor()
    await page.keyboard.type(text)
    await page.getByText(`${hotel}guessed`).waitFor()
    await context.clearCookies()
    await page.keyboard.press('Control+Enter')
    await page.getByText('What you were writing is kept').waitFor()
    await page.getByRole('button', { name: /Aino Lehtoranta/ }).press('Enter')
    const words = page.getByLabel('What happened')
    await words.waitFor()
    expect(await words.inputValue()).toBe(text)
    await page.getByText(`${hotel}guessed`).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('link', { name: `Recorded with ${hotel}.` }).waitFor()
    expect(await recordedAs(text, id)).toHaveLength(1)
    await page.close()
  })

  it('says who began it where the writer does, by one key, and nothing where they do not', async () => {
    const id = await customer(hotel)
    const visitor = await visit('aino', { language: 'en' })
    const page = await visitor.open(`/customers/${id}`)
    const record = async (text: string, keys: readonly string[]) => {
      await page.keyboard.press('n')
      await page.keyboard.type(text)
      for (const key of keys) await page.keyboard.press(key)
      await page.getByText(`${hotel}guessed`).waitFor()
      await page.keyboard.press('Control+Enter')
      await page.getByRole('link', { name: `Recorded with ${hotel}.` }).waitFor()
      await press(page, 'Dismiss')
    }
    await record('They rang about the ice machine.', ['Alt+2', 'Alt+0'])
    await record('Parked outside, the old oven is gone.', [])
    const { rows } = await ask<{ rows: { summary: string; position: string }[] }>('aino', `/customers/${id}/timeline`)
    const said = async (summary: string) => {
      const position = rows.find((row) => row.summary === summary)?.position
      const { payload } = await ask<{ payload: { startedBy?: string } }>('aino', `/events/${position}`)
      return payload.startedBy
    }
    expect(await said('They rang about the ice machine.')).toBe('they')
    expect(await said('Parked outside, the old oven is gone.')).toBeUndefined()
    await page.locator('svg path[class*=unstated]').first().waitFor({ state: 'attached' })
  })

  it('is recorded once though the answer was lost, and kept until then', async () => {
    const id = await customer(hotel)
    const visitor = await Visitor.signedIn(browser(), { url: url(), as: 'aino', language: 'en' })
    const page = await visitor.open(`/customers/${id}`)
    const keys: string[] = []
    await page.route('**/api/v1/touchpoints/**', async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '')
      const answer = await route.fetch()
      if (keys.length === 1) await route.abort()
      else await route.fulfill({ response: answer })
    })
    await page.keyboard.press('n')
    await page.keyboard.type('They want one supplier for it.')
    await page.getByText(`${hotel}guessed`).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('link', { name: `Recorded with ${hotel}.` }).waitFor()
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
    expect(await recordedAs('They want one supplier for it.', id)).toHaveLength(1)
    expect(await page.evaluate('sessionStorage.length')).toBe(0)
    await visitor.close()
  })

  it('is refused in words beside the field, and what was typed stays, also when the page is loaded anew', async () => {
    const id = await customer(hotel)
    const visitor = await Visitor.signedIn(browser(), { url: url(), as: 'aino', language: 'en' })
    const page = await visitor.open(`/customers/${id}`)
    await page.keyboard.press('n')
    await page.keyboard.type('Something that has not happened yet.')
    await tabTo(page, 'When')
    await page.keyboard.type('2031-05-01')
    await page.getByText(`${hotel}guessed`).waitFor()
    await page.keyboard.press('Control+Enter')
    const refusal = page.getByRole('dialog').getByRole('alert')
    await refusal.waitFor()
    expect((await refusal.textContent())?.length).toBeGreaterThan(10)
    await page.reload()
    await visitor.settled()
    expect(await page.getByLabel('What happened').inputValue()).toBe('Something that has not happened yet.')
    expect(await recordedAs('Something that has not happened yet.', id)).toEqual([])
    await visitor.close()
  })

  it('is not offered in the past, nor to whoever records for no unit', async () => {
    const id = await customer(hotel)
    for (const [as, address] of [
      ['aino', `/customers/${id}?asOf=2025-03-01`],
      ['ulrika', `/customers/${id}`],
    ] as const) {
      const page = await (await visit(as, { language: 'en' })).open(address)
      expect(await page.getByRole('button', { name: 'Record', exact: false }).count()).toBe(0)
      await page.keyboard.press('n')
      expect(await page.getByRole('dialog').count()).toBe(0)
    }
  })

  it('can be written by everybody on a phone, of the customer whose page it is', async () => {
    const visitor = await visit('aino', { theme: 'dark', width: 390 })
    const page = await visitor.open(`/customers/${await customer(hotel)}`)
    await page.keyboard.press('n')
    await page.getByRole('dialog').waitFor()
    expect(await violationsIn(page)).toEqual([])
  })
})
