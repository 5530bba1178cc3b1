/** The way into an empty group: a link like the one that the program prints, once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { LocalIssuer } from '#platform/identity/local-issuer.js'
import { RunningProgram } from '../e2e/running-program.js'
import { openBrowser, Visitor } from './browser.js'

let browser: Browser
let program: RunningProgram
const patienceMs = 60_000

beforeAll(async () => {
  browser = await openBrowser()
  program = await RunningProgram.start()
}, patienceMs)
afterAll(async () => {
  await browser.close()
  await program.discard()
})

describe('the way in', () => {
  it('asks nothing that is bound to be refused, on whichever page one arrives', async () => {
    for (const address of ['/', '/customers?unit=group', '/customers/acme', '/figures']) {
      const visitor = await Visitor.at(browser, { url: program.url, language: 'en' })
      const page = await visitor.context.newPage()
      const said: string[] = []
      page.on('console', (message) => said.push(message.text()))
      await page.goto(program.url + address)
      await page.getByText('Open the link that the program printed when it started.').waitFor()
      await page.waitForLoadState('networkidle')
      expect(said).toEqual([])
      await visitor.close()
    }
  }, 60_000)
})

describe('an empty group', () => {
  it(
    'lets its administrator in by the link, which leaves no trace in the address',
    async () => {
      const address = `${program.url}/#link=${await (await LocalIssuer.open(program.folder)).linkFor('admin')}`
      const page = await (await browser.newContext()).newPage()
      await page.goto(address)
      await page.getByRole('heading', { level: 1, name: 'Administrator' }).waitFor()
      expect(new URL(page.url()).hash).toBe('')
      const another = await (await browser.newContext()).newPage()
      await another.goto(address)
      await another.getByRole('alert').waitFor()
      expect(await another.getByRole('heading', { level: 1, name: 'Administrator' }).count()).toBe(0)
    },
    patienceMs,
  )
})
