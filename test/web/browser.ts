/** A real browser for the tests and pictures of the web application. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium as driver, type Page, type Request } from 'playwright-core'
import { browserProgram } from './browser-program.js'

/** Web security stays on, and processes stay apart: what a reader's browser has. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none']

export function openBrowser(): Promise<Browser> {
  return driver.launch({ executablePath: browserProgram(), args: flags, headless: true })
}

/** How a page is looked at. */
export interface Look {
  width?: number
  height?: number
  theme?: 'light' | 'dark'
  language?: string
}

/** Of members of the demo group. */
export interface Visit extends Look {
  /** `http://host:port` of the program. */
  url: string
  as: string
}

/** What a page said in its console that nobody expected. */
export type Complaints = readonly string[]

const quietMs = 150
const lookMs = 25

/** The requests of a page that have not been answered yet. */
function underWayOn(page: Page): ReadonlySet<Request> {
  const underWay = new Set<Request>()
  page.on('request', (request) => underWay.add(request))
  page.on('requestfinished', (request) => underWay.delete(request))
  page.on('requestfailed', (request) => underWay.delete(request))
  return underWay
}

async function signIn({ request }: BrowserContext, { url, as }: Pick<Visit, 'url' | 'as'>): Promise<void> {
  const begun = await request.post(`${url}/api/v1/session`, { data: { member: as }, headers: { Origin: url } })
  if (!begun.ok()) throw new Error(`signing in as ${as} answered ${begun.status()}: ${await begun.text()}`)
}

/** A member at their browser. */
export class Visitor {
  private readonly underWay: ReadonlySet<Request>

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
    private readonly said: string[],
  ) {
    this.underWay = underWayOn(page)
  }

  static signedIn(browser: Browser, visit: Visit): Promise<Visitor> {
    return Visitor.at(browser, visit)
  }

  /** At a browser of their own; signed in where it is told as whom. */
  static async at(browser: Browser, { url, as, ...look }: Omit<Visit, 'as'> & { as?: string }): Promise<Visitor> {
    const { width = 1440, height = 1000, theme = 'light', language } = look
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      reducedMotion: 'reduce',
      locale: 'en-GB',
    })
    if (as !== undefined) await signIn(context, { url, as })
    await context.addInitScript(
      (stored) => localStorage.setItem('kumppani', stored),
      JSON.stringify({ theme: 'system', ...(language && { language }) }),
    )
    const page = await context.newPage()
    const said: string[] = []
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => said.push(`error: ${error.message}`))
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) said.push(`asks elsewhere: ${request.url()}`)
    })
    return new Visitor(context, page, url, said)
  }

  /** Shows an address, and waits until all of it has come. */
  async open(address: string): Promise<Page> {
    await this.page.goto(`${this.url}${address}`)
    // The network may be quiet while the application is still being read.
    await this.page.locator('h1').first().waitFor()
    await this.settled()
    return this.page
  }

  /** Waits until nothing has been under way for a while, also after what the page asked for by itself. */
  async settled(): Promise<void> {
    await this.page.waitForLoadState('networkidle')
    for (let quiet = 0; quiet < quietMs; quiet += lookMs) {
      await pause(lookMs)
      // What a busy page is about to ask for has not been asked for yet.
      await this.page.evaluate('new Promise((done) => requestIdleCallback(done, { timeout: 1000 }))')
      if (this.underWay.size > 0) quiet = -lookMs
    }
  }

  get complaints(): Complaints {
    return this.said
  }

  async close(): Promise<void> {
    await this.context.close()
  }
}
