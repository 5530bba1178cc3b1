/** What a preview says to people: the totals, and where the files are to be mended. */

interface Problem {
  file: string
  line: number
  column?: string
  code: string
  sentence: string
}

export interface Foreseen {
  stopped?: Problem
  samples: { refused: { problems: Problem[] }[]; inPart: { problems: Problem[] }[] }
  [total: string]: unknown
}

/** Without the rows themselves, which programs get. */
export function foreseenText({ samples, stopped, ...totals }: Foreseen): object {
  const [refused, inPart] = [samples.refused, samples.inPart].map((rows) =>
    rows.flatMap(({ problems }) => problems.map(placed)),
  )
  return { ...totals, stopped: stopped && placed(stopped), refused, inPart }
}

/** The advice comes last, where it is not cut. */
const placed = ({ file, line, column, code, sentence }: Problem) => ({ file, line, column, code, sentence })
