/** Figures by period as people read them: a line for each unit, member or stage, and the periods across. */

type ShownFigure = Readonly<Record<string, unknown>>

interface Period {
  name: string
}

/** Of what a figure is made; anything else says what it is of. */
const numbers = new Set(['value', 'part', 'whole', 'p90', 'count', 'amounts', 'unvalued', 'leftOut', 'period'])

/** Whether figures are by period and nothing stands beside them that a cell could not hold. */
export const isByPeriod = (figures: readonly ShownFigure[]): boolean =>
  figures.length > 0 && figures.every(({ period, compared }) => period !== undefined && compared === undefined)

/**
 * One row for all that is of the same, under the names of the periods.
 * What a number leaves out is said in a last column.
 */
export function figureTable(figures: readonly ShownFigure[]): ShownFigure[] {
  const groups = Map.groupBy(figures, (figure) => JSON.stringify(ofWhat(figure)))
  const periods = [...new Set(figures.map(({ period }) => (period as Period).name))].sort()
  const saysLess = figures.some(({ leftOut }) => leftOut !== undefined)
  return [...groups].map(([of, group]) => {
    const cells = new Map(group.map((figure) => [(figure.period as Period).name, cellOf(figure)]))
    return {
      ...(JSON.parse(of) as object),
      ...Object.fromEntries(periods.map((name) => [name, cells.get(name)])),
      ...(saysLess && { 'left out': leftOutOf(group) }),
    }
  })
}

const ofWhat = (figure: ShownFigure) =>
  Object.fromEntries(Object.entries(figure).filter(([field]) => !numbers.has(field)))

const cellOf = ({ value, p90 }: ShownFigure): unknown => (p90 === undefined ? value : { value, p90 })

const leftOutOf = (group: readonly ShownFigure[]): string =>
  group
    .filter(({ leftOut }) => leftOut !== undefined)
    .map(({ period, leftOut }) => `${(period as Period).name}: ${leftOut}`)
    .join('; ')
