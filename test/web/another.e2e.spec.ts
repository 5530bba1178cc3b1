/** Two members at one browser, one after the other: a page is of one of them, never of both. */
import { afterEach, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { soon } from './soon.js'
import { visits } from './visits.js'

const { visit, url, ask, customer } = visits()
const hotel = 'Hotelli Kuohuranta Oy'
const pages: Page[] = []

afterEach(async () => {
  for (const page of pages.splice(0)) await page.close()
})

/** A page of Aino's that nobody listens to: a browser complains of what is refused. */
async function pageOfAino(address: string): Promise<Page> {
  const page = await (await visit('aino', { language: 'en' })).context.newPage()
  pages.push(page)
  await page.goto(url() + address)
  await page.getByRole('button', { name: 'You: Aino Lehtoranta' }).waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

/** At another page of the same browser. */
async function signInBeside(page: Page, member: string): Promise<void> {
  const begun = await page.context().request.post(`${url()}/api/v1/session`, {
    data: { member },
    headers: { Origin: url() },
  })
  expect(begun.status()).toBe(201)
}

const nameOf = async (member: string) => (await ask<{ name: string }>(member, '/me')).name

const named = (page: Page, name: string) => page.getByRole('button', { name: `You: ${name}` })

/** All answers of the interface that come from now on, but those of who reads. */
function answersTo(page: Page): number[] {
  const statuses: number[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.startsWith('/api/v1/') && pathname !== '/api/v1/me') statuses.push(response.status())
  })
  return statuses
}

describe('a page beside which another member signs in', () => {
  it('is theirs as soon as it is looked at again', async () => {
    const page = await pageOfAino('/customers?unit=group')
    await signInBeside(page, 'noora')
    await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))")
    await named(page, await nameOf('noora')).waitFor()
    await page.getByText('Your roles do not show this.').waitFor()
    expect(await page.getByRole('row').count()).toBe(0)
  })

  it('takes no answer that was meant for somebody else, and is theirs from the next question on', async () => {
    const page = await pageOfAino(`/customers/${await customer(hotel)}`)
    await signInBeside(page, 'noora')
    const statuses = answersTo(page)
    await page.locator('header nav').getByRole('link', { name: 'Relationships' }).press('Enter')
    await named(page, await nameOf('noora')).waitFor()
    await page.getByText('Your roles do not show this.').waitFor()
    expect(statuses.length).toBeGreaterThan(0)
    expect([...new Set(statuses)]).toEqual([409])
  })

  it('records nothing in the name of the other, and keeps what was written for whom it is of', async () => {
    const id = await customer(hotel)
    const page = await pageOfAino(`/customers/${id}`)
    await page.keyboard.press('n')
    const text = 'Written by Aino while Satu signed in beside.'
    await page.keyboard.type(text)
    await page.getByText(`${hotel}guessed`).waitFor()
    await signInBeside(page, 'satu')
    await page.keyboard.press('Control+Enter')
    expect(await soon(0, () => named(page, 'Aino Lehtoranta').count())).toBe(0)
    const rows = async () => {
      const answer = await ask<{ rows: { summary?: string }[] }>('aino', `/customers/${id}/timeline?limit=50`)
      return answer.rows.filter(({ summary }) => summary === text).length
    }
    expect(await rows()).toBe(0)
    await signInBeside(page, 'aino')
    await page.reload()
    await page.getByRole('dialog').getByText(text).waitFor()
    await page.getByText(`${hotel}guessed`).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('link', { name: `Recorded with ${hotel}.` }).waitFor()
    expect(await rows()).toBe(1)
  })
})
