/** A person of a customer's in a real browser: who, who of us knows them, and what an auditor sees without a reason. */
import { describe, expect, it } from '@jest/globals'
import { visits } from './visits.js'

const { visit, customer, ask } = visits()

async function somebody(): Promise<{ id: string; name: string }> {
  const id = await customer('Revontulimaja Group Oy')
  const { parts } = await ask<{ parts: { people: { contact: string; name: string }[] } }>('aino', `/customers/${id}`)
  const [first] = parts.people
  if (!first) throw new Error('nobody is known there')
  return { id: first.contact, name: first.name }
}

describe('a person', () => {
  it('is reached from the customer by keyboard, with where they work and who knows them', async () => {
    const { name } = await somebody()
    const visitor = await visit('aino', { language: 'en' })
    const page = await visitor.open(`/customers/${await customer('Revontulimaja Group Oy')}`)
    await page.getByRole('link', { name, exact: true }).first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await visitor.settled()
    const posts = page.getByRole('region', { name: 'Where they work' })
    expect(await posts.getByRole('link', { name: 'Revontulimaja Group Oy' }).count()).toBe(1)
    expect(
      await page.getByRole('region', { name: 'Who of us knows them' }).getByRole('listitem').count(),
    ).toBeGreaterThan(1)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('Happened').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('is withheld from an auditor until a reason is given', async () => {
    const { id, name } = await somebody()
    const visitor = await visit('ulrika', { language: 'en' })
    const page = await visitor.open(`/contacts/${id}`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('withheld')
    await page.getByRole('button', { name: 'Give a reason' }).press('Enter')
    await page.keyboard.type('Review of the first quarter')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name }).waitFor()
  })
})
