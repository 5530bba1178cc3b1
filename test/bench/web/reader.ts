/** A reader of the bench's group at a real browser on a slow machine with a slow line. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { LocalIssuer } from '#platform/identity/local-issuer.js'

/** As the developer tools of browsers call Fast 3G: 1.44 Mbit/s down, 0.675 up, 562 ms there and back. */
const fast3g = { offline: false, downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5 }
const slowdown = 4

export interface Opened {
  context: BrowserContext
  page: Page
  devtools: CDPSession
}

/** Signed in by a link, as one of the group's members. */
export async function signedIn(
  browser: Browser,
  of: { url: string; folder: string; member: string },
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
  const link = await (await LocalIssuer.open(of.folder)).linkFor(of.member)
  const begun = await context.request.post(`${of.url}/api/v1/session`, { data: { link }, headers: { Origin: of.url } })
  if (!begun.ok()) throw new Error(`signing in answered ${begun.status()}: ${await begun.text()}`)
  return context
}

/** A page of its own; slow in both unless told. */
export async function pageOf(context: BrowserContext, { isLineSlow = true } = {}): Promise<Opened> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  if (isLineSlow) {
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', fast3g)
  }
  return { context, page, devtools }
}
