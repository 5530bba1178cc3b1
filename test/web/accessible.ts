/** Holds a page against the rules that make it usable for everybody. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What breaks a rule, each with where; none of a page that all can use. */
export async function violationsIn(page: Page): Promise<string[]> {
  // Evaluated by the browser's debugger, which the page's own policy does not bind.
  await page.evaluate(`window.axe || (() => { ${axe} })()`)
  const { violations } = (await page.evaluate(`axe.run({ resultTypes: ['violations'], iframes: false })`)) as AxeResults
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
