/** `npm run pictures`: every screen of the web application over the demo group, into docs/pictures. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, Visitor } from '../web/browser.js'
import { DemoSite } from '../web/demo-site.js'
import { seedScores } from '../web/seeded.js'
import { allLooks, type PictureLook, pastLooks, plainLooks, type Screen, screens } from './screens.js'

const folder = 'docs/pictures'
const quality = 0.86
const onlyMatching = new RegExp(process.argv[2] ?? '')
const settleMs = 400

const site = await DemoSite.start()
const browser = await openBrowser()
const complaints: string[] = []
try {
  const wanted = screens.filter(({ name }) => onlyMatching.test(name))
  if (process.argv[2] === undefined) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const [seeded = [], told = []] = [true, undefined].map((is) => wanted.filter(({ isSeeded }) => isSeeded === is))
  for (const screen of told) await takeAll(screen)
  // Last, so that no other picture has them in its lists.
  if (seeded.length > 0) await seed()
  for (const screen of seeded) await takeAll(screen)
} finally {
  await browser.close()
  await site.stop()
}
for (const complaint of complaints) process.stderr.write(`pictures: ${complaint}\n`)
process.exitCode = complaints.length > 0 ? 1 : 0

async function seed(): Promise<void> {
  const visitors: Visitor[] = []
  const visit = async (as: string) => {
    const visitor = await Visitor.signedIn(browser, { url: site.url, as })
    visitors.push(visitor)
    return visitor
  }
  await seedScores({ url: site.url, visit })
  for (const visitor of visitors) await visitor.close()
}

async function takeAll(screen: Screen): Promise<void> {
  const looks = screen.inAll ? [...allLooks, ...(screen.hasPast ? pastLooks : [])] : plainLooks
  for (const look of looks) {
    const name = `${screen.name}-${look.suffix}.webp`
    const bytes = await picture(screen, look)
    writeFileSync(join(folder, name), bytes)
    process.stdout.write(`${name.padEnd(40)} ${Math.round(bytes.length / 1024)} kB\n`)
  }
}

async function picture(screen: Screen, { asOf, ...look }: PictureLook): Promise<Buffer> {
  const { as, address, keys = [], presses = [], isPrinted } = screen
  const visitor = await Visitor.at(browser, { url: site.url, as, ...look })
  try {
    const page = await visitor.open(dated(await resolved(address, visitor), asOf))
    for (const key of keys) await page.keyboard.press(key)
    for (const name of presses)
      await page
        .locator('button, a')
        .and(page.getByLabel(name).or(page.getByText(name)))
        .first()
        .click()
    if (isPrinted) await page.emulateMedia({ media: 'print' })
    await visitor.settled()
    await page.waitForTimeout(settleMs)
    complaints.push(...visitor.complaints.map((complaint) => `${address}: ${complaint}`))
    return asWebp(browser, await page.screenshot())
  } finally {
    await visitor.close()
  }
}

function dated(address: string, asOf: string | undefined): string {
  if (asOf === undefined) return address
  return `${address}${address.includes('?') ? '&' : '?'}asOf=${asOf}`
}

/** With ids in place of the words by which they are found. */
async function resolved(address: string, { context }: Visitor): Promise<string> {
  const [placeholder = '', kind = '', words = ''] = /\{(\w+):(.+?)\}/.exec(address) ?? []
  if (placeholder === '') return address
  const asked = `${site.url}/api/v1/search?text=${encodeURIComponent(words)}`
  const found = (await (await context.request.get(asked)).json()) as Record<
    string,
    { rows: { id: string }[] } | undefined
  >
  const [row] = found[kind]?.rows ?? []
  if (!row) throw new Error(`the demo group has no ${words} among ${kind}`)
  return address.replace(placeholder, row.id)
}

/** The browser itself makes them small. */
async function asWebp(of: Browser, png: Buffer): Promise<Buffer> {
  const page: Page = await of.newPage()
  try {
    const encoded = await page.evaluate(
      `(async () => {
        const image = new Image()
        image.src = 'data:image/png;base64,${png.toString('base64')}'
        await image.decode()
        const canvas = document.createElement('canvas')
        canvas.width = image.width
        canvas.height = image.height
        canvas.getContext('2d').drawImage(image, 0, 0)
        return canvas.toDataURL('image/webp', ${quality})
      })()`,
    )
    return Buffer.from(String(encoded).replace(/^.*,/, ''), 'base64')
  } finally {
    await page.close()
  }
}
