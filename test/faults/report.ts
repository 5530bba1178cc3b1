/** What a fault did, counted, and the table of all of them. */
import { lined } from '../lanes/lined.js'

export interface Report {
  fault: string
  /** How often it was brought about. */
  times: number
  acknowledged: number
  /** Acknowledged, and not in the log. */
  lost: number
  /** In the log more than once. */
  twice: number
  /** Behind something that was acknowledged later to the same caller. */
  outOfOrder: number
  /** Comparisons with a clean fold: so many equal, so many different. */
  verified?: { equal: number; different: number }
  /** What the program said, or why the fault was left out. */
  said?: string
  /** What else must hold and does not. */
  wrong?: string
}

export const isGood = ({ lost, twice, outOfOrder, verified, wrong }: Report): boolean =>
  lost + twice + outOfOrder + (verified?.different ?? 0) === 0 && wrong === undefined

const headings = ['fault', 'times', 'acknowledged', 'lost', 'twice', 'out of order', 'verify', 'said']

export function asTable(reports: readonly Report[]): string {
  const rows = reports.map((report) => [
    report.fault,
    ...[report.times, report.acknowledged, report.lost, report.twice, report.outOfOrder].map(String),
    verifiedAs(report),
    report.wrong === undefined ? shortened(report.said ?? '') : `WRONG: ${report.wrong}`,
  ])
  return lined([headings, ...rows])
}

const mostSaid = 110
const shortened = (said: string): string => (said.length > mostSaid ? `${said.slice(0, mostSaid)}…` : said)

function verifiedAs({ verified }: Report): string {
  if (!verified) return ''
  return verified.different === 0 ? `${verified.equal} equal` : `${verified.different} DIFFERENT`
}

/** A fault that cannot be brought about here. */
export const leftOut = (fault: string, why: string): Report => ({
  fault,
  times: 0,
  acknowledged: 0,
  lost: 0,
  twice: 0,
  outOfOrder: 0,
  said: `left out: ${why}`,
})
