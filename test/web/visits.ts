/** Members at their browsers on the demo group, for one suite: begun before it, and looked after when it ends. */
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openBrowser, type Visit, Visitor } from './browser.js'
import { DemoSite } from './demo-site.js'

/** The first of a day fills the demo group, which takes minutes on a busy machine. */
const beginMs = 600_000

export interface Visits {
  /** `http://host:port` of the program; only within a test. */
  url(): string
  browser(): Browser
  /** A member at a browser of their own, whose console has to stay silent. */
  visit(as: string, look?: Omit<Visit, 'url' | 'as'>): Promise<Visitor>
  /** Asks the API as a member. */
  ask<T>(as: string, path: string): Promise<T>
  /** The id of the first customer that is called so. */
  customer(named: string): Promise<string>
}

export function visits(): Visits {
  let site: DemoSite | undefined
  let opened: Browser | undefined
  const visitors: Visitor[] = []

  beforeAll(async () => {
    site = await DemoSite.start()
    opened = await openBrowser()
  }, beginMs)

  afterEach(async () => {
    for (const visitor of visitors.splice(0)) {
      expect(visitor.complaints).toEqual([])
      await visitor.close()
    }
  })

  afterAll(async () => {
    await opened?.close()
    await site?.stop()
  })

  const there = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('nothing has begun yet')
    return one
  }
  const url = () => there(site).url
  const browser = () => there(opened)
  const visit: Visits['visit'] = async (as, look = {}) => {
    const visitor = await Visitor.signedIn(browser(), { url: url(), as, ...look })
    visitors.push(visitor)
    return visitor
  }
  const ask = async <T>(as: string, path: string): Promise<T> => {
    const visitor = await Visitor.signedIn(browser(), { url: url(), as })
    const answer = await visitor.context.request.get(`${url()}/api/v1${path}`)
    const body = (await answer.json()) as T
    await visitor.close()
    return body
  }
  const customer = async (named: string): Promise<string> => {
    const { rows } = await ask<{ rows: { id: string; name: string }[] }>(
      'aino',
      `/customers?search=${encodeURIComponent(named)}`,
    )
    return there(rows.find(({ name }) => name === named)?.id)
  }
  return { url, browser, visit, ask, customer }
}
