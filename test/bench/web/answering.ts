/** How soon the page shows what a key or a finger did, while much is on it. */
import type { Page } from 'playwright-core'
import { below, type Measured } from '../figure.js'
import type { Site } from './loading.js'
import { pageOf, signedIn } from './reader.js'

const presses = 60
const betweenMs = 60
/** px of a row, and how many of them pass. */
const rowHeight = 35
const rowsPassed = 10_000

/** Begins to note how long each input took until the next paint: ms. */
const observing = `
  window.inputs = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.inputs.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16, buffered: false })
`

/** The slowest but one in fifty, as interaction to next paint is counted; what took no frame is not listed. */
async function slowest(page: Page): Promise<number> {
  const inputs = ((await page.evaluate('window.inputs')) as number[]).sort((a, b) => b - a)
  return inputs[Math.floor(inputs.length / 50)] ?? 0
}

export async function measureAnswering(site: Site): Promise<Measured[]> {
  const context = await signedIn(site.browser, site)
  const { page } = await pageOf(context, { isLineSlow: false })
  await page.goto(`${site.url}/customers?columns=name,stage,score,sector,lastTouch`)
  await page.locator('tbody tr').first().waitFor()
  const total = Number(await page.getByRole('table').getAttribute('aria-rowcount')) - 1
  await page.evaluate(observing)
  for (let n = 0; n < presses; n++) {
    await page.keyboard.press('j')
    await page.waitForTimeout(betweenMs)
  }
  const byKeys = await slowest(page)
  await page.keyboard.press('Escape')
  await page.mouse.move(600, 500)
  const frame = (await page.evaluate(slowFrame(Math.min(total, rowsPassed)))) as number
  await context.close()
  const list = `web: a list of ${total.toLocaleString('en-US')}, processor 4 × slower`
  return [
    below(`${list}: from a key to its paint`, { unit: 'ms', value: byKeys, target: 100 }),
    below(`${list}: 49 of 50 frames while ${Math.min(total, rowsPassed).toLocaleString('en-US')} rows pass`, {
      unit: 'ms',
      value: frame,
      target: 100,
    }),
  ]
}

/** Scrolls a quarter of a page at each frame, waiting for rows that are still on their way; one frame in fifty is longer. */
const slowFrame = (rows: number): string => `(async () => {
  const scroller = document.querySelector('main section[tabindex]')
  const frames = []
  let before = performance.now()
  while (scroller.scrollTop + scroller.clientHeight < ${rows * rowHeight}) {
    scroller.scrollTop += scroller.clientHeight / 4
    await new Promise(requestAnimationFrame)
    const now = performance.now()
    frames.push(now - before)
    before = now
  }
  frames.sort((a, b) => b - a)
  return frames[Math.floor(frames.length / 50)]
})()`
