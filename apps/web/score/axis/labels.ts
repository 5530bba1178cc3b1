/** Lines and labels of the axis: years, months and days, each only where there is room for it. */
import { dayMs } from '../facts/facts.js'
import type { Stretch, TimeAxis } from './axis.js'

export interface AxisLine {
  x: number
  of: 'year' | 'month' | 'day'
  /** ISO day that it begins. */
  day: string
  /** Where there is room. */
  label?: string
  /** It began before the axis does, at whose edge it is named: there is no line of it. */
  isBegun?: true
}

/** Of a line, what may stand beside it; and how wide that is, px. */
export interface AxisWords {
  of(line: Pick<AxisLine, 'of' | 'day'>): string
  width(text: string): number
}

/** px from a line to its label. */
export const labelInset = 3
const apart = 4
/** px that a label needs at least. */
const labelRoom = { month: 26, day: 40 } as const
/** px that a month has where it has a line of its own, and where each has. */
const leastQuarter = 15 / 3
const leastMonth = 60
const monthDays = 30.4

interface Step {
  of: AxisLine['of']
  /** Months or days. */
  by: number
}

/** How finely a stretch is divided, by the px that a day has there. */
function stepFor(dayPx: number): Step {
  if (dayPx >= labelRoom.day) return { of: 'day', by: 1 }
  if (dayPx * 7 >= labelRoom.day + 10) return { of: 'day', by: 7 }
  if (dayPx * monthDays >= leastMonth) return { of: 'month', by: 1 }
  return dayPx * monthDays >= leastQuarter ? { of: 'month', by: 3 } : { of: 'year', by: 1 }
}

const monday = Date.UTC(1970, 0, 5)

function momentsOf({ from, to }: Stretch, { of, by }: Step): number[] {
  const moments: number[] = []
  if (of === 'day') {
    const first =
      by === 7 ? monday + Math.ceil((from - monday) / (7 * dayMs)) * 7 * dayMs : from - (from % dayMs) + dayMs
    for (let at = first; at < to; at += by * dayMs) moments.push(at)
    // A week has the first of each month besides.
    if (by === 1) return moments
  }
  const months = of === 'year' ? 12 : of === 'month' ? by : 1
  const begin = new Date(from)
  let month = Math.floor(begin.getUTCMonth() / months) * months
  for (;;) {
    const at = Date.UTC(begin.getUTCFullYear(), month, 1)
    if (at >= to) break
    if (at >= from) moments.push(at)
    month += months
  }
  return [...new Set(moments)].sort((a, b) => a - b)
}

function kindOf(at: number): AxisLine['of'] {
  const date = new Date(at)
  if (date.getUTCDate() !== 1) return 'day'
  return date.getUTCMonth() === 0 ? 'year' : 'month'
}

const importance = { year: 0, month: 1, day: 2 }

/** The year in which a stretch begins that is looked at from near: its days and months do not say it themselves. */
function begunYear(axis: TimeAxis): (Omit<AxisLine, 'label'> & { canBeLabelled: boolean })[] {
  if (axis.stretches.length > 1) return []
  const day = new Date(axis.from).toISOString().slice(0, 10)
  return [{ x: axis.left, of: 'year', day, isBegun: true, canBeLabelled: true }]
}

/** From the left to the right. Of labels that would touch, the greater unit has its own. */
export function axisLines(axis: TimeAxis, words: AxisWords): AxisLine[] {
  const lines: (AxisLine & { canBeLabelled: boolean })[] = axis.stretches.flatMap((stretch) => {
    const dayPx = ((stretch.right - stretch.left) * dayMs) / (stretch.to - stretch.from)
    return momentsOf(stretch, stepFor(dayPx)).map((at) => ({
      x: axis.x(at),
      of: kindOf(at),
      day: new Date(at).toISOString().slice(0, 10),
      canBeLabelled: kindOf(at) !== 'month' || dayPx * monthDays >= labelRoom.month,
    }))
  })
  lines.unshift(...begunYear(axis))
  const taken: { from: number; to: number }[] = []
  const byImportance = lines
    .filter(({ canBeLabelled }) => canBeLabelled)
    .sort((a, b) => importance[a.of] - importance[b.of] || b.x - a.x)
  for (const line of byImportance) {
    const label = words.of(line)
    const box = { from: line.x + labelInset, to: line.x + labelInset + words.width(label) }
    const isFree = taken.every(({ from, to }) => box.from >= to + apart || box.to + apart <= from)
    if (!isFree || box.to > axis.right + labelInset) continue
    line.label = label
    taken.push(box)
  }
  return lines.map(({ canBeLabelled: _, ...line }) => line)
}
