/** How soon the score of a customer of 10,000 events is drawn, and how it follows the hand. */
import type { Page } from 'playwright-core'
import { below, type Context, type Measured } from '../figure.js'
import type { Site } from './loading.js'
import { pageOf, signedIn } from './reader.js'

const drawings = 7
const moves = 60

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Presses the button that shows the picture: ms until all of it is worked out and laid out, and until it is painted. */
const drawing = `(async () => {
  const begun = performance.now()
  document.querySelector('button[aria-label="As a picture"]').click()
  for (let n = 0; n < 4; n++) await null
  document.querySelector('svg[role=img]').getBoundingClientRect()
  const laidOut = performance.now() - begun
  await new Promise(requestAnimationFrame)
  await new Promise((painted) => setTimeout(painted))
  return { laidOut, painted: performance.now() - begun }
})()`

interface Drawing {
  laidOut: number
  painted: number
}

/** Away and back: what is drawn anew each time is the whole picture. */
async function drawn(page: Page): Promise<Drawing[]> {
  const all: Drawing[] = []
  for (let n = 0; n < drawings; n++) {
    await page.getByRole('button', { name: 'As a table' }).click()
    await page.getByRole('table', { name: 'As a table' }).waitFor()
    all.push((await page.evaluate(drawing)) as Drawing)
  }
  return all
}

/** Drags the handle a step at each frame; the longest of all frames but one in fifty, ms. */
const longestFrame = (steps: number): string => `(async () => {
  const handle = document.querySelector('[role=slider][aria-label="As it was"]')
  const { left, top } = handle.getBoundingClientRect()
  const press = (type, x) =>
    handle.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, isPrimary: true, clientX: x, clientY: top + 8 }))
  handle.setPointerCapture = () => undefined
  press('pointerdown', left)
  const frames = []
  let before = performance.now()
  for (let n = 1; n <= ${steps}; n++) {
    press('pointermove', left - n * 12)
    await new Promise(requestAnimationFrame)
    const now = performance.now()
    frames.push(now - before)
    before = now
  }
  press('pointerup', left - ${steps} * 12)
  return frames.sort((a, b) => b - a)[Math.floor(frames.length / 50)]
})()`

export async function measureDrawing(site: Site, { data }: Context): Promise<Measured[]> {
  const context = await signedIn(site.browser, site)
  const { page, devtools } = await pageOf(context, { isLineSlow: false })
  await page.goto(`${site.url}/customers/${data.largest}`)
  await page.getByRole('slider', { name: 'As it was' }).waitFor()
  await page.waitForLoadState('networkidle')
  const frame = (await page.evaluate(longestFrame(moves))) as number
  await page.keyboard.press('Escape')
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await page.waitForLoadState('networkidle')
  const all = await drawn(page)
  await context.close()
  const score = `web: the score of ${data.largestEvents.toLocaleString('en-US')} events`
  const laidOut = median(all.map((each) => each.laidOut))
  const painted = median(all.map((each) => each.painted))
  return [
    below(`${score}: worked out and laid out`, { unit: 'ms', value: laidOut, target: 50 }),
    below(`${score}: until it is painted`, { unit: 'ms', value: painted, target: 100 }),
    below(`${score}: longest frame while it is dragged, processor 4 × slower`, {
      unit: 'ms',
      value: frame,
      target: 100,
    }),
  ]
}
