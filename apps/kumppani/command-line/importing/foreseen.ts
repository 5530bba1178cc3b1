/** What a preview says to people: the totals, what the first rows would make, and where the files are to be mended. */
import { amountText } from '../output.js'

interface Problem {
  file: string
  line: number
  column?: string
  code: string
  sentence: string
}

interface Source {
  head: { file: string }
  line: number
}

interface Planned {
  source: Source
  records: { target: string; key: readonly string[]; fields: Readonly<Record<string, unknown>> }[]
}

export interface Foreseen {
  stopped?: Problem
  warned: readonly object[]
  samples: {
    planned: Planned[]
    setAside: { source: Source; rule: string; because: string }[]
    refused: { problems: Problem[] }[]
    inPart: { problems: Problem[] }[]
  }
  [total: string]: unknown
}

const mostSamples = 5

/** Of the rows themselves what the first would make; programs get all that is shown of them. */
export function foreseenText({ samples, stopped, warned, ...totals }: Foreseen): object {
  const [refused, inPart] = [samples.refused, samples.inPart].map((rows) =>
    rows.flatMap(({ problems }) => problems.map(placed)),
  )
  return {
    ...totals,
    stopped: stopped && placed(stopped),
    samples: samples.planned.slice(0, mostSamples).flatMap(recordsOf),
    warned,
    left: samples.setAside.map(({ source, rule, because }) => ({ ...lineOf(source), rule, because })),
    refused,
    inPart,
  }
}

const recordsOf = ({ source, records }: Planned): object[] =>
  records.map(({ target, key, fields }) => ({ ...lineOf(source), target, key: key.join(' '), says: saidIn(fields) }))

const lineOf = ({ head: { file }, line }: Source) => ({ file, line })

const saidIn = (fields: Readonly<Record<string, unknown>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}: ${saidBy(value)}`)
    .join(', ')

/** An amount as one reads it; of a reference what it names. */
function saidBy(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return amountText(value) ?? Object.values(value).join(' ')
}

/** The advice comes last, where it is not cut. */
const placed = ({ file, line, column, code, sentence }: Problem) => ({ file, line, column, code, sentence })
