/** What the customer itself does: people who came and went, and its projects as spans into the future, packed in lanes. */
import type { TimeAxis } from '../axis/axis.js'
import type { Fact } from '../facts/facts.js'
import type { Span } from '../facts/seen.js'
import { textWidth } from './stages.js'

export interface PersonMark {
  fact: Fact
  x: number
  came: boolean
}

const dayOfText = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : Number.NaN)

/** Those who came before what is shown are no arrivals. @param spans of posts, asOf of the end of what is looked at */
export function personMarks(spans: readonly Span[], axis: TimeAxis, asOf: number): PersonMark[] {
  const bySlot = Map.groupBy(spans, ({ fact }) => fact.slot)
  return [...bySlot.values()].flatMap((all) => {
    const first = all[0]
    const last = all.at(-1)
    if (!first || !last) return []
    const isSeen = (at: number) => at >= axis.from && at <= Math.min(axis.to, asOf)
    const since = dayOfText(first.fact.says.since)
    const came = Number.isNaN(since) ? first.from : since
    const went = dayOfText(last.fact.says.until)
    return [
      ...(isSeen(came) ? [{ fact: first.fact, x: axis.x(came), came: true }] : []),
      ...(isSeen(went) ? [{ fact: last.fact, x: axis.x(went), came: false }] : []),
    ]
  })
}

export interface ProjectSpan {
  fact: Fact
  name?: string
  /** px: known from here, decided there, and until when it lasts. */
  known: number
  decides: number
  ends: number
  state: 'open' | 'ours' | 'others' | 'dropped'
  lane: number
  label: { text: string; x: number; anchor: 'start' | 'end' } | undefined
}

export interface ProjectsShown {
  axis: TimeAxis
  /** Characters of a name. */
  most: number
}

const leastBar = 6
const apart = 10

function stateOf({ says }: Fact): ProjectSpan['state'] {
  if (says.status === 'dropped') return 'dropped'
  if (says.status !== 'decided') return 'open'
  return says.outcome === 'ours' ? 'ours' : 'others'
}

export const cutTo = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text

/** A name on one line where it has room there, else on two, of which each is cut where it is longer. */
export function onTwoLines(text: string, most: number): string[] {
  if (text.length <= most) return [text]
  const breaks = [...text.matchAll(/[ -]/g)].map(({ index }) => index + 1).filter((at) => at <= most + 1)
  const at = breaks.at(-1)
  if (at === undefined) return [cutTo(text, most)]
  return [text.slice(0, at).trimEnd(), cutTo(text.slice(at), most)]
}

function spanOf(all: readonly Span[], { axis, most }: ProjectsShown): Omit<ProjectSpan, 'lane'> | undefined {
  const first = all[0]
  const last = all.at(-1)
  if (!first || !last) return undefined
  const { fact } = last
  const state = stateOf(fact)
  const stated = dayOfText(fact.says.decidesOn)
  const decision = state === 'open' ? (Number.isNaN(stated) ? first.from : stated) : last.from
  const starts = dayOfText(fact.says.startsOn)
  const end = Math.max(decision, Number.isNaN(starts) ? decision : starts)
  if (end < axis.from || first.from > axis.to) return undefined
  const decides = axis.x(decision)
  const ends = Math.max(axis.x(end), decides + leastBar)
  const name = typeof fact.says.name === 'string' ? fact.says.name : undefined
  const known = axis.x(first.from)
  return {
    fact,
    ...(name !== undefined && { name }),
    known,
    decides,
    ends,
    state,
    label: labelOf(name, { known, ends }, { axis, most }),
  }
}

/** Beside its end, or before its beginning where that is nearer to the edge. */
function labelOf(
  name: string | undefined,
  { known, ends }: { known: number; ends: number },
  { axis, most }: ProjectsShown,
) {
  if (name === undefined) return undefined
  const text = cutTo(name, most)
  const width = textWidth(text)
  if (ends + 5 + width <= axis.right) return { text, x: ends + 5, anchor: 'start' as const }
  return known - 5 - width >= axis.left ? { text, x: known - 5, anchor: 'end' as const } : undefined
}

/** Each in the first lane in which it touches none. @param spans of projects, in the order in which they became known */
export function projectLanes(spans: readonly Span[], shown: ProjectsShown): ProjectSpan[] {
  const lanes: { from: number; to: number }[][] = []
  const bySlot = Map.groupBy(spans, ({ fact }) => fact.slot)
  return [...bySlot.values()].flatMap((all) => {
    const span = spanOf(all, shown)
    if (!span) return []
    const taken = takenBy(span)
    const free = lanes.findIndex((lane) => lane.every(({ from, to }) => taken.from > to || taken.to < from))
    const lane = free < 0 ? lanes.push([]) - 1 : free
    lanes[lane]?.push(taken)
    return [{ ...span, lane }]
  })
}

function takenBy({ known, ends, label }: Omit<ProjectSpan, 'lane'>): { from: number; to: number } {
  const width = label ? textWidth(label.text) + apart : apart
  if (label?.anchor === 'end') return { from: known - width, to: ends + apart }
  return { from: known, to: ends + width }
}
