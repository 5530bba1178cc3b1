/** The sources of a brief: each event has one number, in the order in which the lines name them. */

export interface Source {
  number: number
  position: string
}

/** Of one line, so many at most are shown: the latest; all stand in the record that it leads to. */
const mostShown = 2

type Line = { from: readonly { position: string }[] }

/**
 * @param sections each with its lines
 * @returns the sources of a line, in rising order of their numbers
 */
export function sourcesOf(sections: readonly { lines: readonly Line[] }[]): (line: Line) => Source[] {
  const numbers = new Map<string, number>()
  const shown = ({ from }: Line) => from.slice(-mostShown)
  for (const line of sections.flatMap(({ lines }) => lines))
    for (const { position } of shown(line)) if (!numbers.has(position)) numbers.set(position, numbers.size + 1)
  return (line) =>
    shown(line)
      .map(({ position }) => ({ position, number: numbers.get(position) ?? 0 }))
      .sort((a, b) => a.number - b.number)
}
