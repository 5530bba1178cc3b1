/** Rounds of faults under load: each is brought about, taken back, waited out, and then everything is looked at. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Report } from '../report.js'
import type { Fault, World } from './faults.js'
import type { Load } from './load.js'
import type { Looked, Oracle } from './oracle/oracle.js'

/** Load before the first fault of a round, and after the last. */
const aroundMs = 400
const verifyEvery = 5

export interface RoundsOn {
  world: World
  load: Load
  oracle: Oracle
  say: (line: string) => void
}

export class Rounds {
  private readonly reported = new Map<string, Report>()
  private readonly slowestMs = new Map<string, number>()
  private done = 0

  constructor(private readonly o: RoundsOn) {}

  /**
   * @param faults brought about beside each other
   * @returns whether more can be brought about: something that does not come back ends the run, and is reported
   */
  async round(faults: readonly Fault[]): Promise<boolean> {
    try {
      await this.broughtAbout(faults)
      return true
    } catch (error) {
      const { message } = error as Error
      this.o.say(`${faults.map(({ name }) => name).join(', ')}: ${message}`)
      for (const { name } of faults) this.reportOf(name).wrong ??= message
      return false
    }
  }

  private async broughtAbout(faults: readonly Fault[]): Promise<void> {
    const { world, load, oracle, say } = this.o
    const before = load.acknowledged.length
    const refusedBefore = load.refused.length
    const beganMs = performance.now()
    load.begin()
    await delay(aroundMs)
    await Promise.all(faults.map((fault) => fault.bring(world)))
    await world.fleet.allServe()
    await delay(aroundMs)
    await load.end()
    const looked = await oracle.look()
    this.done++
    const different = this.done % verifyEvery === 0 ? await oracle.differences() : null
    const refused = load.refused.slice(refusedBefore).map((said) => `refused: ${said}`)
    const of = { acknowledged: load.acknowledged.length - before, looked, different, refused }
    for (const { name } of faults) this.book(name, of)
    const names = faults.map(({ name }) => name).join(', ')
    const took = `${((performance.now() - beganMs) / 1000).toFixed(1)} s, of which ${seconds(looked.caughtUpMs)} to catch up`
    say(`${this.done}: ${names} (${of.acknowledged} notes; ${took})`)
  }

  /** Held against a clean fold at the end, unless that was just done. */
  async end(): Promise<Report[]> {
    const last = [...this.reported.values()].at(-1)
    if (last && this.done % verifyEvery !== 0) verified(last, await this.o.oracle.differences())
    return this.sofar()
  }

  sofar(): Report[] {
    const reports = [...this.reported.values()]
    for (const report of reports) report.said ??= `caught up within ${seconds(this.slowestMs.get(report.fault) ?? 0)}`
    return reports
  }

  private book(
    fault: string,
    of: { acknowledged: number; looked: Looked; different: string | undefined | null; refused: readonly string[] },
  ): void {
    const { looked, different } = of
    const report = this.reportOf(fault)
    report.times++
    report.acknowledged += of.acknowledged
    report.lost = Math.max(report.lost, looked.lost)
    report.twice = Math.max(report.twice, looked.twice)
    report.outOfOrder = Math.max(report.outOfOrder, looked.outOfOrder)
    if (different !== null) verified(report, different)
    const [wrong] = [...looked.wrong, ...of.refused]
    if (wrong !== undefined) report.wrong ??= wrong
    this.slowestMs.set(fault, Math.max(this.slowestMs.get(fault) ?? 0, looked.caughtUpMs))
  }

  private reportOf(fault: string): Report {
    const known = this.reported.get(fault) ?? {
      ...{ fault, times: 0, acknowledged: 0, lost: 0, twice: 0, outOfOrder: 0, verified: { equal: 0, different: 0 } },
    }
    this.reported.set(fault, known)
    return known
  }
}

function verified(report: Report, different: string | undefined): void {
  report.verified ??= { equal: 0, different: 0 }
  if (different === undefined) {
    report.verified.equal++
    return
  }
  report.verified.different++
  report.wrong ??= different
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
