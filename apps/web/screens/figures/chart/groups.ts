/** Figures as a chart and its table show them: a group for each value of the dimension, a cell for each period. */

export interface Period {
  name: string
  from: string
  to: string
}

/** What a figure says, as it is answered. */
export interface Numbers {
  value?: number
  part?: number
  whole?: number
  count?: number
  p90?: number
  compared?: number
  leftOut?: string
}

export interface Cell extends Numbers {
  /** Absent of the whole stretch of days. */
  period?: Period
  /** What was told first, at the end of its own period. */
  told?: number
}

export interface Group {
  /** Absent of what the events do not state; and of the whole, where nothing is asked by. */
  code?: string
  name: string
  cells: Cell[]
}

/** Figures as they are answered, each with the value of the dimension it is of. */
export type FigureAnswered = Numbers & { period?: Period } & { readonly [dimension: string]: unknown }

export interface Grouping {
  /** Absent where nothing is asked by. */
  by?: string
  nameOf(code: string | undefined): string
  /** What was told first, by `toldKey`. */
  told?: ReadonlyMap<string, number>
}

export const toldKey = (code: string | undefined, period: Period | undefined): string =>
  `${code ?? ''}|${period?.name ?? ''}`

export function groupsOf(figures: readonly FigureAnswered[], { by, nameOf, told }: Grouping): Group[] {
  const groups = new Map<string | undefined, Group>()
  for (const figure of figures) {
    const stated = by === undefined ? undefined : figure[by]
    const code = typeof stated === 'string' ? stated : undefined
    const group = groups.get(code) ?? { ...(code !== undefined && { code }), name: nameOf(code), cells: [] }
    groups.set(code, group)
    group.cells.push(cellOf(figure, told?.get(toldKey(code, figure.period))))
  }
  return [...groups.values()]
}

function cellOf(
  { period, value, part, whole, count, p90, compared, leftOut }: FigureAnswered,
  told: number | undefined,
): Cell {
  const cell = { period, value, part, whole, count, p90, compared, leftOut, told }
  return Object.fromEntries(Object.entries(cell).filter(([, each]) => each !== undefined)) as Cell
}

/**
 * The greatest first where each has one number; by name where each has several; by their own order where there is one.
 * @param order codes as they follow each other, as stages do
 */
export function sorted(
  groups: readonly Group[],
  order: readonly string[],
  compare: (a: string, b: string) => number,
): Group[] {
  const place = ({ code = '' }: Group) => (order.includes(code) ? order.indexOf(code) : order.length)
  const single = ({ cells }: Group) => (cells.length > 1 ? 0 : (cells[0]?.value ?? Number.NEGATIVE_INFINITY))
  return [...groups].sort(
    (a, b) => place(a) - place(b) || (single(a) === single(b) ? compare(a.name, b.name) : single(b) - single(a)),
  )
}
