/** Every number opens to what caused it: its contributions with their events, as far as the reader may read them. */
import {
  type CausedFigure,
  comparePositions,
  type FigureEvents,
  type FigureQuestion,
  type Position,
  parsedPosition,
  type ReadScope,
  readCursor,
  type StoredEvent,
  storedPosition,
  writeCursor,
  type Yields,
} from '#kernel'
import {
  amountColumns,
  type ContributionReader,
  dayOfNumber,
  type Entries,
  numberAt,
  type ReadPart,
} from '#read-models'
import { LeftOut } from './amounts/left-out.js'
import { Valuing } from './amounts/valuing.js'
import type { Places } from './places.js'
import type { Asked } from './question.js'
import { Scan } from './scan/scan.js'
import { FIRST_DAY, Periods } from './scan/scan-periods.js'
import type { Range } from './spans.js'

export type DrilledQuestion = Omit<FigureQuestion, 'by' | 'compare'>

interface DrillParts {
  reader: ContributionReader
  valuing: Valuing
  yields: Yields
  reading: ReadScope
  places: Places
  eventOf(position: Position): Promise<StoredEvent | undefined>
  /** The day on which the group came to know of an event. */
  dayKnown(event: StoredEvent): Promise<string>
}

interface Found {
  day: number
  cause: Position
  place: number
  part: ReadPart
  at: number
}

/** Day and cause of the last one shown, and how many of just those were shown. */
interface Shown {
  day: number
  cause: Position
  times: number
}

type Standing = 'unasked' | 'readable' | 'hidden'
/** Tells whether a contribution is asked for and may be read. */
type StandingOf = (place: number, day: number) => Standing

const usualLimit = 50

/** A state opens to everything up to its day. */
export async function drill(
  p: DrillParts,
  { asked, range }: { asked: Asked; range: Range },
  { cursor, limit = usualLimit }: { cursor?: string; limit?: number },
): Promise<FigureEvents> {
  const from = asked.metric.kind === 'stock' ? FIRST_DAY : range.from
  const { metric, where, derived, knownAt } = asked
  const told = derived.map(([{ name }, values]) => [name, values])
  const query = JSON.stringify([metric.name, where, told, asked.known, from, range.to, [...p.reading.units].sort()])
  const whose = metric.stored.stated.includes('member') ? (['unit', 'member'] as const) : (['unit'] as const)
  const dims = [...new Set([...whose, ...derived.map(([{ column }]) => column)])]
  const periods = new Periods({ from, to: range.to }, 'all')
  const scan = new Scan(p.reader, { metric: metric.name, dims, where, periods, knownAt })
  const amounts = metric.unit === 'money' ? ['amount', ...amountColumns] : []
  const parts = await scan.parts(['cause', 'value', 'whole', 'length', ...amounts])
  const standingOf = standings(p, { asked, scan })
  const { perDay, hidden } = await counted(scan, parts, { standingOf, yields: p.yields })
  const leftOut = leftOutOf(scan, parts, { standingOf, valuing: p.valuing })
  const shown = cursor === undefined ? undefined : shownBy(query, cursor)
  const days = daysOfPage(perDay, shown, limit)
  const found = foundOn(days, { scan, parts, standingOf })
  const left = after(found, shown)
  const page = left.slice(0, limit)
  const { rows, withheld } = await withEvents(p, page, scan)
  const next = left.length > limit ? writeCursor(query, Object.values(lastShown(page, shown))) : undefined
  return { rows, hidden: hidden + withheld, ...leftOut, ...(next !== undefined && { next }) }
}

/** Conditions on what is derived hold on the day counted; they are looked up once for each place and day. */
function standings({ places, reading }: DrillParts, { asked, scan }: { asked: Asked; scan: Scan }): StandingOf {
  const { derived } = asked
  const known = new Map<string, Standing>()
  const tell = (at: number, day: number): Standing => {
    const place = scan.places[at] ?? {}
    const fits = derived.every(([dimension, values]) =>
      values.includes(places.valueOf(dimension, place, dayOfNumber(day))),
    )
    if (!fits) return 'unasked'
    const { units } = reading
    return typeof place.unit !== 'string' || units.has('*') || units.has(place.unit) ? 'readable' : 'hidden'
  }
  return (at, day) => {
    const key = derived.length === 0 ? String(at) : `${at} ${day}`
    const standing = known.get(key) ?? tell(at, day)
    known.set(key, standing)
    return standing
  }
}

function* asking(scan: Scan, part: ReadPart): Generator<{ at: number; place: number; day: number }> {
  const cells = scan.cellsOf(part)
  const day = part.coded.get('day')
  for (const [at, place] of cells.entries())
    if (place >= 0) yield { at, place, day: day?.entries[day.codes?.[at] ?? 0] ?? 0 }
}

async function counted(
  scan: Scan,
  parts: readonly ReadPart[],
  { standingOf, yields }: { standingOf: StandingOf; yields: Yields },
) {
  const perDay = new Map<number, number>()
  let hidden = 0
  for (const part of parts) {
    await yields.next()
    for (const { place, day } of asking(scan, part)) {
      const standing = standingOf(place, day)
      if (standing === 'readable') perDay.set(day, (perDay.get(day) ?? 0) + 1)
      else if (standing === 'hidden') hidden++
    }
  }
  return { perDay, hidden }
}

/** Of money, of how many amounts some cannot be valued, also where their events are not the reader's to see. */
function leftOutOf(
  scan: Scan,
  parts: readonly ReadPart[],
  { standingOf, valuing }: { standingOf: StandingOf; valuing: Valuing },
): Pick<FigureEvents, 'amounts' | 'unvalued'> {
  if (!parts.some(Valuing.isOfAmounts)) return {}
  const leftOut = new LeftOut()
  let amounts = 0
  for (const part of parts) {
    const { unvalued = [] } = Valuing.isOfAmounts(part) ? valuing.of(part) : {}
    const whole = part.numbers.get('whole') ?? { base: 0 }
    for (const { at, place, day } of asking(scan, part)) {
      if (standingOf(place, day) === 'unasked') continue
      amounts += numberAt(whole, at)
      const code = unvalued[at] ?? 0
      if (code > 0) leftOut.add(valuing.currencyOf(code), numberAt(whole, at))
    }
  }
  return leftOut.told(amounts)
}

/** The latest days that have enough for a page and for telling whether there is more. */
function daysOfPage(perDay: ReadonlyMap<number, number>, shown: Shown | undefined, limit: number): Set<number> {
  const days = new Set<number>()
  let enough = limit + 1
  for (const day of [...perDay.keys()].sort((a, b) => b - a)) {
    if (shown && day > shown.day) continue
    if (enough <= 0) break
    days.add(day)
    // Of the day where the last page ended some may have been shown.
    if (day !== shown?.day) enough -= perDay.get(day) ?? 0
  }
  return days
}

/** Newest first. */
function foundOn(
  days: ReadonlySet<number>,
  { scan, parts, standingOf }: { scan: Scan; parts: readonly ReadPart[]; standingOf: StandingOf },
): Found[] {
  const found: Found[] = []
  for (const part of parts) {
    const cause = part.numbers.get('cause') ?? { base: 0 }
    for (const { at, place, day } of asking(scan, part))
      if (days.has(day) && standingOf(place, day) === 'readable')
        found.push({ day, cause: storedPosition(numberAt(cause, at)), place, part, at })
  }
  return found.sort((a, b) => b.day - a.day || comparePositions(b.cause, a.cause))
}

function after(found: readonly Found[], shown: Shown | undefined): readonly Found[] {
  if (!shown) return found
  const isShown = ({ day, cause }: Found) => day > shown.day || (day === shown.day && cause > shown.cause)
  const first = found.findIndex((each) => !isShown(each))
  if (first < 0) return []
  const alike = found.filter(({ day, cause }) => day === shown.day && cause === shown.cause).length
  return found.slice(first + Math.min(shown.times, alike))
}

function lastShown(page: readonly Found[], before: Shown | undefined): Shown {
  const { day, cause } = page.at(-1) as Found
  const times = page.filter((each) => each.day === day && each.cause === cause).length
  return { day, cause, times: times + (before?.day === day && before.cause === cause ? before.times : 0) }
}

function shownBy(query: string, cursor: string): Shown {
  const [day, cause, times] = readCursor(query, cursor)
  return { day: Number(day ?? 0), cause: parsedPosition(String(cause)) ?? 0, times: Number(times ?? 0) }
}

async function withEvents(
  p: DrillParts,
  page: readonly Found[],
  scan: Scan,
): Promise<{ rows: CausedFigure[]; withheld: number }> {
  const rows: CausedFigure[] = []
  let withheld = 0
  const partitionOf = await partitionsOf(p.reader, page)
  for (const found of page) {
    const event = await p.eventOf(found.cause)
    if (!event || !mayRead(p.reading, event)) withheld++
    else {
      const of = { ...whoseOf(scan, found), partition: partitionOf(found) }
      rows.push({ ...causedOf(found, p.valuing), ...of, known: await p.dayKnown(event), event })
    }
  }
  return { rows, withheld }
}

/** Where contributions come from is read of the parts of a page alone. */
async function partitionsOf(reader: ContributionReader, page: readonly Found[]) {
  const entries = new Map<ReadPart, Entries | undefined>()
  for (const part of new Set(page.map((found) => found.part)))
    entries.set(part, (await reader.widened(part, ['partition']))?.coded.get('partition'))
  const dictionary = reader.dictionary('partition')
  return ({ part, at }: Found): string | undefined => {
    const { codes, entries: known } = entries.get(part) ?? {}
    return known && (dictionary.valueOf(known[codes?.[at] ?? 0] as number) ?? undefined)
  }
}

function whoseOf({ places }: Scan, { place }: Found): Pick<CausedFigure, 'unit' | 'member'> {
  const { unit, member } = places[place] ?? {}
  return { unit: unit ?? undefined, member: member ?? undefined }
}

function causedOf({ day, part, at }: Found, valuing: Valuing): Omit<CausedFigure, 'known' | 'event'> {
  const number = (name: string) => numberAt(part.numbers.get(name) ?? { base: 0 }, at)
  const length = number('length')
  const numbers = { day: dayOfNumber(day), value: number('value'), whole: number('whole') }
  if (!Number.isNaN(length)) return { ...numbers, length }
  return { ...numbers, ...valuing.shownAt(part, at) }
}

function mayRead({ units, outline }: ReadScope, { metadata }: StoredEvent): boolean {
  return metadata.unit === undefined ? outline : units.has('*') || units.has(metadata.unit)
}
