/** What docs/how-to/extend.md adds does what the page says, in a scratch copy of the sources; nothing else is touched. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ScratchCopy } from './scratch-copy.js'

const root = resolve(import.meta.dirname, '../../..')
const patienceMs = 120_000
const kind = 'libs/crm/touchpoints/kinds/letter.kind.ts'

interface Line {
  text: string
  from: object[]
}
interface Timeline {
  rows: { kind: string; kindName?: string; summary?: string }[]
}
interface Figures {
  figures: object[]
}

/** Of a customer that bought twice, by orders. */
interface Ordered {
  status: object
  credited: object
  briefs: Record<string, { lines: Line[] }>
  orders: object
  rows: Timeline
  income: Figures
  placed: Figures
  channels: {
    each: Figures
    online: Figures
    events: { events: { day: string }[] }
    unknown: unknown
    elsewhere: unknown
    named: { sets: { set: string; words: object[] }[] }
  }
  deals: { rows: object[] }
  open: { shown: ShownOrders; off: SwitchedOff; again: ShownOrders }
}

/** What is offered, and what still answers, where orders are switched off. */
interface SwitchedOff {
  shown: ShownOrders
  refused: unknown
  group: object
  metrics: string[]
  me: { rights: { resource: { id: string } }[]; switchedOff: string[] }
  timeline: Timeline
  placed: Figures
}

/** By language, what stands of orders on the page of a customer and in the brief. */
type ShownOrders = Record<
  string,
  { section?: { title: string }; orders?: object[]; topic?: { heading: string; lines: (Line & { quote: string })[] } }
>

interface Added {
  ordered: Ordered
  imported: object
  paths: string[]
  refusals: string[]
  partsShown: string[]
  rights: { rights: object[] }
  notTaken: unknown
  figuresAsked: { filters: string[]; shown: string[]; metric: string }
  catalogue: string[]
  wrong: unknown
  timeline: Timeline
  share: Figures
  feelings: object
  feelingsThen: object
  wishes: { wishes: object[] }
  unknown: unknown
}

let copy: ScratchCopy
let added: Added

beforeAll(() => {
  copy = new ScratchCopy(root)
  copy.add(readFileSync(resolve(root, 'docs/how-to/extend.md'), 'utf8'))
  const built = copy.run('apps/kumppani/launch.mjs', 'build')
  if (built.code !== 0) throw new Error(built.output)
  const ran = copy.run('--disable-warning=ExperimentalWarning', 'dist/test/extend/main.js')
  if (ran.code !== 0) throw new Error(ran.output)
  added = JSON.parse(ran.output) as Added
}, patienceMs)
afterAll(() => copy.remove())

describe('what the page adds', () => {
  it('compiles, and a kind without one of its languages does not', () => {
    const typeCheck = () => copy.run('node_modules/typescript/bin/tsc', '-p', '.')
    expect(typeCheck()).toEqual({ code: 0, output: '' })
    const whole = copy.read(kind)
    copy.write(kind, whole.replace(", nb: 'Brev'", ''))
    const { code, output } = typeCheck()
    copy.write(kind, whole)
    expect(code).not.toBe(0)
    expect(output).toMatch(/letter\.kind\.ts.*'nb' is missing/s)
  }, 120_000)

  it('is served and documented', () => {
    expect(added.paths).toEqual(
      expect.arrayContaining([
        '/api/v1/touchpoints/letter',
        '/api/v1/customers/{id}/feelings',
        '/api/v1/customers/{id}/wishes',
        '/api/v1/wishes',
        '/api/v1/wishes/{id}/fulfilment',
      ]),
    )
    expect(added.refusals).toEqual(expect.arrayContaining(['wish-exists', 'wish-unknown', 'wish-fulfilled']))
    expect(added.catalogue).toEqual(
      expect.arrayContaining(['### touchpoint.letter', '### wish.heard', '### wish.fulfilled']),
    )
  })

  it('checks what is sent', () => {
    expect(added.wrong).toEqual([{ path: 'reference', code: 'not-a-text' }])
  })

  it('stands on the timeline under its name', () => {
    const shown = added.timeline.rows.map(({ kind: of, kindName, summary }) => [of, kindName, summary])
    expect(shown).toContainEqual(['letter', 'Kirje', 'Warranty terms.'])
    expect(shown).toContainEqual(['wish-heard', 'Toive kuultu', 'Wheels.'])
    expect(shown).toContainEqual(['wish-fulfilled', 'Toive toteutettu', undefined])
  })

  it('is measured', () => {
    expect(added.share.figures).toEqual([{ unit: 'fi', value: 50, part: 1, whole: 2 }])
  })

  it('answers now and for the past', () => {
    const good = { feeling: 'good', times: 1 }
    const poor = { feeling: 'poor', times: 1 }
    expect(added.feelings).toMatchObject({ feelings: [poor, good], last: 'poor' })
    expect(added.feelingsThen).toMatchObject({ feelings: [good], last: 'good' })
    expect(added.wishes.wishes).toEqual([expect.objectContaining({ what: 'Wheels.', fulfilled: true })])
  })

  it('is asked of nobody who is not there', () => {
    expect(added.unknown).toBe('not-found')
  })

  it('counts as income, in everything that others show of it', () => {
    const { status, deals, income, placed, credited } = added.ordered
    const bought = { status: 'continuing', purchases: 2, boughtGroupMinor: 150, lastPurchase: '2026-01-10' }
    expect(status).toMatchObject(bought)
    expect(deals.rows).toContainEqual(expect.objectContaining(bought))
    expect(income.figures).toEqual([{ unit: 'fi', value: 150 }])
    expect(placed.figures).toEqual([{ unit: 'fi', value: 2 }])
    expect(credited).toMatchObject({ status: 'one-off', purchases: 1, boughtGroupMinor: 100 })
  })

  it.each([
    ['en', 'In Finland: bought twice, €2 in all, last on 10 January 2026'],
    ['fi', 'Suomi: ostanut kahdesti, yhteensä 2\u00a0€, viimeksi 10. tammikuuta 2026'],
    ['sv', 'I Finland: köpt 2 gånger, sammanlagt 2\u00a0€, senast den 10 januari 2026'],
    ['de', 'Finnland: zweimal gekauft, zusammen 2\u00a0€, zuletzt am 10. Januar 2026'],
    ['nb', 'I Finland: kjøpt 2 ganger, til sammen 2\u00a0€, sist 10. januar 2026'],
  ])('stands in the brief in %s, with its events', (language, text) => {
    const [line, ...others] = added.ordered.briefs[language]?.lines ?? []
    expect([line?.text, line?.from.length, others]).toEqual([text, 2, []])
  })

  it('stands on the timeline and in its own query', () => {
    const rows = added.ordered.rows.rows.map(({ kind: of, kindName, summary }) => [of, kindName, summary])
    expect(rows).toContainEqual(['order-placed', 'Tilaus tehty', 'A line.'])
    expect(rows).toContainEqual(['order-invoiced', 'Tilaus laskutettu', undefined])
    const row = { status: 'invoiced', unit: { id: 'fi' }, placedAtPrecision: 'day' }
    expect(added.ordered.orders).toMatchObject({ rows: [row, row], total: 2 })
  })

  it.each([
    ['en', 'Orders', 'On order', 'Finland, 1 February 2026'],
    ['fi', 'Tilaukset', 'Tilauksessa', 'Suomi, 1. helmikuuta 2026'],
    ['sv', 'Order', 'Beställt', 'Finland, 1 februari 2026'],
    ['de', 'Aufträge', 'Bestellt', 'Finnland, 1. Februar 2026'],
    ['nb', 'Ordrer', 'Bestilt', 'Finland, 1. februar 2026'],
  ])('stands as a section of the customer and a topic of the brief in %s', (language, title, heading, text) => {
    const { section, orders, topic } = added.ordered.open.shown[language] ?? {}
    expect(section).toEqual({ name: 'orders', title, parts: ['orders'] })
    const placed = { placedAtOn: '2026-02-01', placedAtPrecision: 'day' }
    expect(orders).toMatchObject([{ what: 'A lamp.', unit: { id: 'fi' }, ...placed }])
    expect(topic).toMatchObject({ heading, lines: [{ text, quote: 'A lamp.', from: [{}] }] })
  })

  it('is neither taken nor shown while it is switched off', () => {
    const { shown, off, again } = added.ordered.open
    expect(off.refused).toBe('switched-off')
    expect(off.group).toMatchObject({ switchedOff: [{ unit: { id: 'fi' }, parts: ['orders'] }] })
    expect(off.shown).toEqual(Object.fromEntries(Object.keys(shown).map((language) => [language, {}])))
    expect(again).toEqual(shown)
    expect([off.metrics.includes('orders-placed'), off.metrics.includes('income')]).toEqual([false, true])
    expect(off.me.switchedOff).toEqual(['orders'])
    expect(off.me.rights.map(({ resource }) => resource.id)).not.toContain('orders')
    expect(off.timeline.rows.map(({ kind: of }) => of)).toContain('order-placed')
    expect(off.placed.figures).toEqual([{ value: 3 }])
  })

  it('shows its schema in the API document', () => {
    expect(added.partsShown).toEqual(expect.arrayContaining(['orders', 'promises', 'standings']))
  })

  it('is written by whom it grants that, and by nobody else', () => {
    const orders = { resource: { id: 'orders', name: 'Tilaukset' }, units: [expect.objectContaining({ id: 'fi' })] }
    expect(added.rights.rights).toContainEqual(orders)
    expect(added.notTaken).toBe('not-allowed')
  })

  it('tells figures apart by a dimension of its own, asks by it, and opens to the events behind', () => {
    const { each, online, events, unknown, elsewhere, named } = added.ordered.channels
    expect(each.figures).toEqual([
      { channel: 'phone', value: 1 },
      { channel: 'online', value: 1 },
    ])
    expect(online.figures).toEqual([{ value: 1 }])
    expect(events.events.map(({ day }) => day)).toEqual(['2026-01-10'])
    expect(unknown).toEqual([{ path: 'channel', code: 'not-a-choice', limit: 'online, phone, visit' }])
    expect(elsewhere).toMatchObject([{ path: 'channel', code: 'not-a-choice' }])
    expect(named.sets.find(({ set }) => set === 'dimension')?.words).toContainEqual({ code: 'channel', word: 'Kanava' })
    const words = named.sets.find(({ set }) => set === 'order-channel')?.words
    expect(words).toContainEqual({ code: 'phone', word: 'puhelin' })
    const { filters, shown, metric } = added.figuresAsked
    expect([filters.includes('channel'), shown.includes('channel'), metric.includes('"channel"')]).toEqual([
      true,
      true,
      true,
    ])
  })

  it('is taken by an import', () => {
    expect(added.imported).toEqual({ status: 'continuing', incomes: 2 })
  })

  it('passes its own spec', () => {
    const jest = [
      '--experimental-vm-modules',
      'node_modules/jest/bin/jest.js',
      '--rootDir=dist',
      '--testMatch=**/*.spec.js',
    ]
    expect(copy.run(...jest, '--config={"transform":{}}', 'libs/crm/wishes')).toMatchObject({ code: 0 })
  }, 60_000)
})
