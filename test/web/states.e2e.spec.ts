/** What stands where no answer stands: it is late, it did not come, there is nothing, or it is not for this reader. */
import { describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { visits } from './visits.js'

const { visit, url, customer } = visits()

/** Asked by every page, before anything of its own is. */
const ofShell = /\/api\/v1\/(me|vocabulary|units|group)(\?|$)/
const ofPages = (address: URL): boolean => address.pathname.startsWith('/api/') && !ofShell.test(address.href)

/** A page of a member that nobody listens to: a browser complains of what does not arrive. */
async function pageOf(as: string): Promise<Page> {
  const { context } = await visit(as, { language: 'en' })
  return context.newPage()
}

const unanswered = 'The server did not answer. Nothing is lost; try again.'

describe('where the server does not answer', () => {
  it.each([
    ['aino', '/customers?unit=group', 'Customers'],
    ['eero', '/relationships?view=passive&unit=group', 'Relationships'],
    ['eero', '/opportunities?view=table&unit=group', 'Opportunities'],
    ['ulrika', '/audit/contradictions', 'Contradictions'],
    ['ulrika', '/audit/log', 'Access log'],
  ])('%s is told so at %s, and sees the rows once they are asked for again', async (as, address, heading) => {
    const page = await pageOf(as)
    await page.route(ofPages, (route) => route.abort())
    await page.goto(url() + address)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await page.getByRole('alert').filter({ hasText: unanswered }).first().waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    await page.unroute(ofPages)
    await page.getByRole('button', { name: 'Try again' }).first().press('Enter')
    await page.getByRole('table').waitFor()
    await page.close()
  })
})

describe('what was answered to another question', () => {
  it.each([
    ['aino', '/customers?unit=group', 'search=hotel', 'Customers'],
    ['eero', '/opportunities?view=table&unit=group', 'search=a', 'Opportunities'],
    ['ulrika', '/audit/contradictions', 'filter=status eq open', 'Contradictions'],
  ])('is taken away where %s asks at %s for something else and nothing comes', async (as, address, more) => {
    const page = await pageOf(as)
    await page.goto(url() + address)
    await page.getByRole('row').nth(1).waitFor()
    await page.route(ofPages, (route) => route.abort())
    const link = `${address}${address.includes('?') ? '&' : '?'}${more}`
    await page.evaluate(
      `history.pushState(null, '', ${JSON.stringify(encodeURI(link))}); dispatchEvent(new PopStateEvent('popstate'))`,
    )
    await page.getByRole('alert').filter({ hasText: unanswered }).first().waitFor()
    expect(await page.getByRole('row').count()).toBe(0)
    await page.close()
  })

  it('is not offered where somebody goes on writing what they look for', async () => {
    const page = await pageOf('aino')
    await page.goto(`${url()}/customers?unit=group`)
    await page.getByRole('row').nth(1).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Find' }).waitFor()
    await page.keyboard.type('hotel')
    const found = page.getByRole('dialog').getByRole('group', { name: /^Customers/ })
    await found.waitFor()
    await page.route(ofPages, (route) => route.abort())
    await page.keyboard.type('xyz')
    await page.getByRole('dialog').getByRole('alert').filter({ hasText: unanswered }).waitFor()
    await found.waitFor({ state: 'detached' })
    await page.close()
  })
})

/** Notes whenever there are rows beside, or in place of, what is said of the server. */
const watchRows = (page: Page, rows: string) =>
  page.evaluate(`(() => {
    globalThis.flickered = 0
    const look = () => {
      if (document.querySelector(${JSON.stringify(rows)}) || !document.querySelector('[role=alert]')) flickered++
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
  })()`)

describe('what was answered before the server was gone', () => {
  it.each([
    ['aino', '/customers?unit=group', 'hotel', 'dialog [role=group] [id^=found-] span + span:not(:empty)'],
    ['ulrika', '/audit', 'hotel', 'main li a[href^="/audit/replay/"]'],
  ])('does not come back for a moment with each letter that %s writes at %s', async (as, address, text, rows) => {
    const page = await pageOf(as)
    await page.goto(url() + address)
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (as === 'aino') {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog', { name: 'Find' }).waitFor()
    } else await page.getByRole('searchbox').focus()
    await page.keyboard.type(text)
    await page.locator(rows).first().waitFor({ state: 'attached' })
    await page.route(ofPages, (route) => route.abort())
    await page.keyboard.type(' ')
    await page.keyboard.type('x')
    await page.getByRole('alert').filter({ hasText: unanswered }).waitFor()
    // Until it has been tried again, and given up.
    await page.waitForTimeout(4_000)
    await watchRows(page, rows)
    await page.keyboard.type('y')
    await page.waitForTimeout(1_500)
    await page.keyboard.type('z')
    await page.waitForTimeout(1_500)
    expect(await page.evaluate('flickered')).toBe(0)
    await page.unroute(ofPages)
    for (let n = 0; n < 4; n++) await page.keyboard.press('Backspace')
    await page.locator(rows).first().waitFor({ state: 'attached' })
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.close()
  })
})

describe('where an answer is late', () => {
  it('is said that it is on its way', async () => {
    const page = await pageOf('aino')
    const { promise: late, resolve: answer } = Promise.withResolvers<void>()
    await page.route(ofPages, async (route) => {
      await late
      await route.continue()
    })
    await page.goto(`${url()}/customers?unit=group`)
    await page.getByText('Loading…').waitFor()
    answer()
    await page.getByRole('table').waitFor()
    expect(await page.getByText('Loading…').count()).toBe(0)
    await page.close()
  })
})

describe('where there is nothing', () => {
  it.each([
    ['aino', '/customers?unit=group&search=zzzz', 'No customer is like that. Take a condition away to see more.'],
    ['eero', '/opportunities?view=table&search=zzzz', 'No deal is like that. Take a condition away to see more.'],
    ['eero', '/opportunities?view=moved&since=2099-01-01', 'Nothing has moved since then.'],
    ['noora', '/audit/imports', 'There is none.'],
  ])('%s reads at %s what would be here', async (as, address, said) => {
    const page = await (await visit(as, { language: 'en' })).open(address)
    await page.getByRole('main').getByText(said).waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
  })
})

describe('what is not for its reader', () => {
  it.each([
    ['noora', '/audit/log'],
    ['elina', '/audit/operations'],
  ])('%s is told so at %s', async (as, address) => {
    const page = await (await visit(as, { language: 'en' })).open(address)
    await page.getByRole('main').getByText('Your roles do not show this.').waitFor()
  })

  it('is told so too where the server refuses what the address asks for ahead', async () => {
    const page = await pageOf('noora')
    await page.goto(`${url()}/customers`)
    await page.getByRole('main').getByText('Your roles do not show this.').waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    await page.close()
  })
})

describe('an address that holds what nobody understands', () => {
  it.each(['/%E0%A4%A', '/nowhere', '/nowhere/%E0%A4%A?asOf=%E0%A4%A'])(
    'is said to be no page: %s',
    async (address) => {
      const page = await (await visit('aino', { language: 'en' })).open(address)
      await page.getByRole('heading', { level: 1, name: 'There is nothing at this address.' }).waitFor()
      await page.getByRole('link', { name: 'To the beginning' }).press('Enter')
      await page.waitForURL((at) => at.pathname === '/')
    },
  )

  it.each(['/customers?search=%E0%A4%A', '/opportunities?view=table&search=%E0%A4%A'])(
    'shows the page without it: %s',
    async (address) => {
      const page = await (await visit('aino', { language: 'en' })).open(address)
      await page.getByRole('navigation', { name: 'Main' }).waitFor()
    },
  )

  it('is none of a customer either', async () => {
    const page = await pageOf('aino')
    await page.goto(`${url()}/customers/%E0%A4%A`)
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.close()
  })

  it.each(['/customers?filter=[]', '/customers?columns=[1]', '/relationships?filter={}', '/opportunities?filter=[]'])(
    'shows the page as it is: %s',
    async (address) => {
      const page = await (await visit('aino', { language: 'en' })).open(address)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await page.getByRole('alert').count()).toBe(0)
    },
  )

  it.each([
    'asOf=',
    'asOf=2025',
    'asOf=2025-02-30',
    'asOf=2025-13-45&knownAt=x',
    'asOf=2999-01-01',
    'knownAt=2099-01-01',
  ])('is no moment of the past: %s', async (moment) => {
    const id = await customer('Hotelli Kuohuranta Oy')
    const page = await (await visit('aino', { language: 'en' })).open(`/customers/${id}?${moment}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('region', { name: 'You are in the past' }).count()).toBe(0)
  })

  it.each([
    ['eero', '/figures?metric=nonsense', 'Not found'],
    ['eero', '/figures/nonsense/events', 'nonsense'],
    ['eero', '/opportunities/nonsense', 'Not found'],
    ['eero', '/customers/nonsense', 'Not found'],
    ['eero', '/contacts/nonsense', 'Not found'],
    ['ulrika', '/audit/person/nonsense', 'Not found'],
    ['ulrika', '/audit/imports/nonsense', 'Not found'],
    ['ulrika', '/audit/replay/nonsense', 'Not found'],
  ])('has a heading and says what is not there: %s at %s', async (as, address, heading) => {
    const page = await pageOf(as)
    await page.goto(url() + address)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    expect(await page.getByRole('alert').count()).toBe(1)
    await page.close()
  })

  it.each(['/customers', '/relationships', '/opportunities'])(
    'names a unit that there is not, beside the whole group: %s',
    async (address) => {
      const page = await pageOf('eero')
      await page.goto(`${url()}${address}?unit=nonsense`)
      await page
        .getByRole('alert')
        .filter({ hasText: 'There is no unit “nonsense”. This is the whole group.' })
        .waitFor()
      await page.getByRole('main').getByRole('link').nth(8).waitFor()
      expect(await page.getByRole('alert').count()).toBe(1)
      await page.close()
    },
  )

  it('is said once, though a page asks for several answers by it', async () => {
    const page = await pageOf('eero')
    await page.goto(`${url()}/figures?from=2026-05-01&to=2020-01-01`)
    const alert = page.getByRole('alert')
    await alert.filter({ hasText: 'to lies before 1 May 2026' }).waitFor()
    expect(await alert.textContent()).not.toContain('to to')
    expect(await alert.count()).toBe(1)
    await page.close()
  })

  it('is said to be wrong where, with a way on', async () => {
    const page = await pageOf('aino')
    await page.goto(`${url()}/customers?sort=nonsense`)
    await page.getByRole('alert').getByText('sort', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Open the page without it' }).press('Enter')
    await page.getByRole('table').waitFor()
    await page.close()
  })
})

describe('a moment of the past that cannot be asked for', () => {
  it('shows nothing of another moment', async () => {
    const id = await customer('Hotelli Kuohuranta Oy')
    const page = await pageOf('aino')
    await page.goto(`${url()}/customers/${id}`)
    await page.getByRole('region', { name: 'Timeline' }).waitFor()
    await page.getByRole('slider').first().waitFor()
    await page.route(ofPages, (route) => route.abort())
    await page.keyboard.press('[')
    await page.getByRole('region', { name: 'You are in the past' }).waitFor()
    await page.getByRole('alert').filter({ hasText: unanswered }).first().waitFor()
    expect(await page.getByRole('region', { name: 'Timeline' }).count()).toBe(0)
    await page.close()
  })
})
