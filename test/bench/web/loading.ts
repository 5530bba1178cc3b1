/** How much the first screen loads, and how long until it can be used. */
import type { Browser, Page } from 'playwright-core'
import { below, type Measured } from '../figure.js'
import { pageOf, signedIn } from './reader.js'

export interface Site {
  browser: Browser
  url: string
  /** Of its data. */
  folder: string
  member: string
}

const address = '/customers'
const usable = 'tbody tr'

interface Resource {
  name: string
  size: number
}

/** Compressed bytes of what a page has loaded, by the end of its names. */
async function kilobytesOf(page: Page, ending: string): Promise<number> {
  const resources = (await page.evaluate(
    `performance.getEntriesByType('resource').map(({ name, encodedBodySize }) => ({ name, size: encodedBodySize }))`,
  )) as Resource[]
  const ofKind = resources.filter(({ name }) => new URL(name).pathname.endsWith(ending))
  return ofKind.reduce((sum, { size }) => sum + size, 0) / 1024
}

async function secondsUntilUsable(page: Page, url: string): Promise<number> {
  const begun = performance.now()
  await page.goto(`${url}${address}`, { waitUntil: 'commit' })
  await page.locator(usable).first().waitFor()
  return (performance.now() - begun) / 1000
}

export async function measureLoading(site: Site): Promise<Measured[]> {
  const context = await signedIn(site.browser, site)
  const cold = await pageOf(context)
  const coldS = await secondsUntilUsable(cold.page, site.url)
  await cold.page.waitForLoadState('networkidle')
  const script = await kilobytesOf(cold.page, '.js')
  const style = await kilobytesOf(cold.page, '.css')
  await cold.page.close()
  const warm = await pageOf(context)
  const warmS = await secondsUntilUsable(warm.page, site.url)
  await context.close()
  return [
    below('web: script of the first screen', { unit: 'kB', value: script, target: 250 }),
    below('web: style of the first screen', { unit: 'kB', value: style, target: 30 }),
    below('web: usable, nothing cached, processor 4 × slower, fast 3G', { unit: 's', value: coldS, target: 3 }),
    below('web: usable, from the cache, as slow', { unit: 's', value: warmS, target: 1.2 }),
  ]
}
