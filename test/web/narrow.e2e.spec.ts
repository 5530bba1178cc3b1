/** Where room is scarce: long names on a phone, and boards of many columns on a small screen. */
import { describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { send } from './seeded.js'
import { visits } from './visits.js'

const { visit, url } = visits()

/** One word, longer than any box of a phone. */
const longWord = `Zz${'grossküchenausstattungsbeschaffungsgenossenschaft'.repeat(2)}`

describe('a name that is one long word', () => {
  it('stays in its box on every page that shows it', async () => {
    const visitor = await visit('aino', { width: 360, height: 800, language: 'de' })
    const { id } = (await send(url(), visitor, '/customers', { name: longWord })) as { id: string }
    const person = (await send(url(), visitor, '/contacts', { name: longWord })) as { id: string }
    const post = { customer: id, level: 'operational', title: longWord, since: '2025-01-01' }
    await send(url(), visitor, `/contacts/${person.id}/posts`, post)
    const note = { customers: [id], contacts: [person.id], unit: 'fi-foodservice', note: longWord, startedBy: 'they' }
    await send(url(), visitor, '/touchpoints/note', note)
    const of = `/customers/${id}`
    for (const address of [
      of,
      `${of}/brief`,
      `${of}/compare?asOf=2025-02-01`,
      `/contacts/${person.id}`,
      '/customers',
      '/',
    ]) {
      const page = await visitor.open(address)
      await visitor.settled()
      expect([address, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([address, 360])
      const cut = await page
        .locator('h1')
        .evaluateAll((heads) => heads.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length)
      expect([address, cut]).toEqual([address, 0])
    }
  })
})

/** Texts that are wider than their place, with it; nothing where none is. */
const widerThanPlace = (page: Page, of: string): Promise<string[]> =>
  page
    .locator(of)
    .evaluateAll((places) =>
      places.flatMap(({ scrollWidth, clientWidth, textContent }) =>
        scrollWidth > clientWidth ? [`${textContent}: ${scrollWidth - clientWidth} px`] : [],
      ),
    )

describe('the languages whose words are long', () => {
  it.each(['de', 'fi'])(
    'have their rooms, and the heads of their lanes, in their places at every width: %s',
    async (language) => {
      const visitor = await visit('eero', { language })
      const page = await visitor.open('/relationships?unit=group')
      for (const width of [360, 740, 1024, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        await page.getByRole('main').locator('h2').first().waitFor()
        expect([width, await widerThanPlace(page, 'main h2, header nav')]).toEqual([width, []])
      }
    },
  )
})

describe('the boards', () => {
  it.each(['/relationships?unit=group', '/opportunities?unit=group'])(
    'have all their columns in sight at 1280 px, in German too, each score in its card: %s',
    async (address) => {
      const page = await (await visit('aino', { width: 1280, language: 'de' })).open(address)
      const board = page.getByRole('region', { name: 'Tafel' })
      await board.getByRole('link').first().waitFor()
      expect(await board.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
      const outside = await board.locator('li svg').evaluateAll(
        (scores) =>
          scores.filter((score) => {
            const card = score.closest('li')?.getBoundingClientRect()
            return card && score.getBoundingClientRect().right > card.right
          }).length,
      )
      expect(outside).toBe(0)
    },
  )
})
