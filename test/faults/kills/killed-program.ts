/**
 * The whole program, killed without warning at random moments under load: while it serves, while an
 * import runs, while it derives its read models anew beside the load, and while it derives them at its start.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { LocalIssuer } from '#platform/identity/local-issuer.js'
import { type DataSet, dataSetIn, filesOf } from '../../bench/data-set/data-set.js'
import { administrator } from '../../bench/data-set/group.js'
import { memberId, unitId } from '../../bench/data-set/places.js'
import { RunningProgram } from '../../harness/running-program.js'
import { Client, type Target } from '../client.js'
import { compareWithLog, importedCustomers } from '../in-the-log.js'
import { Operator } from '../operator.js'
import type { Report } from '../report.js'

/** Every other death comes while nothing but the load is under way. */
const turns = ['serving', 'rebuilding', 'serving', 'importing', 'serving', 'starting'] as const
type Way = (typeof turns)[number]

const faults: Readonly<Record<Way, string>> = {
  serving: 'killed while serving',
  rebuilding: 'killed during a rebuild',
  importing: 'killed during an import',
  starting: 'killed at start, deriving',
}

const eventsBefore = 5000
const callers = 8
const verifyEvery = 10
const longestMs: Readonly<Record<Way, number>> = { serving: 900, rebuilding: 1500, importing: 1500, starting: 2500 }

export async function killProgram(folder: string, kills: number): Promise<Report[]> {
  const rounds = await Rounds.begin(folder)
  for (let round = 0; round < kills; round++) {
    const way = turns[round % turns.length] as Way
    await rounds.round(way, (round + 1) % verifyEvery === 0 || round + 1 === kills)
    process.stderr.write(`faults: killed the program ${round + 1} of ${kills} times (${way})\n`)
  }
  return rounds.end()
}

class Rounds {
  private readonly client = new Client()
  private readonly reported = new Map<Way, Report>()
  private readonly operator: Operator
  private readonly tokens: readonly string[]

  private constructor(
    private readonly data: DataSet,
    tokens: { admin: string; callers: readonly string[] },
    private program: RunningProgram,
  ) {
    this.tokens = tokens.callers
    this.operator = new Operator(tokens.admin, () => this.program.url)
  }

  static async begin(folder: string): Promise<Rounds> {
    const data = await dataSetIn(join(folder, 'program'), eventsBefore)
    const issuer = await LocalIssuer.open(data.folder)
    const issued = await Promise.all(Array.from({ length: callers }, (_, at) => issuer.tokenFor(memberId(at))))
    const { token: admin } = await issuer.tokenFor(administrator)
    const program = await RunningProgram.start({ folder: data.folder })
    return new Rounds(data, { admin, callers: issued.map(({ token }) => token) }, program)
  }

  /** A death under load, then a start after which everything is looked at. */
  async round(way: Way, verifies: boolean): Promise<void> {
    const before = this.client.acknowledged.length
    if (way === 'starting') await this.killWhileStarting()
    else await this.killUnderLoad(way)
    this.program = await RunningProgram.start({ folder: this.data.folder })
    await this.client.repeat(this.target())
    await this.operator.processesDone()
    const report = this.reportOf(way)
    report.times++
    report.acknowledged += this.client.acknowledged.length - before
    await this.compare(report)
    if (verifies) await this.verify(report)
  }

  /** Stops the program once its imports are through: each row made one customer, whatever happened meanwhile. */
  async end(): Promise<Report[]> {
    const expected = await this.operator.importsDone()
    await this.program.stop()
    const found = await importedCustomers(filesOf(this.data.folder).log)
    const report = this.reported.get('importing')
    if (report && found !== expected) report.wrong = `${found} customers of ${expected} imported rows`
    if (report) report.said = `${found} of ${expected} imported rows are there once`
    return [...this.reported.values()]
  }

  private async compare(report: Report): Promise<void> {
    const found = await compareWithLog(filesOf(this.data.folder).log, this.client.acknowledged)
    report.lost = Math.max(report.lost, found.lost)
    report.twice = Math.max(report.twice, found.twice)
    report.outOfOrder = Math.max(report.outOfOrder, found.outOfOrder)
    if (this.client.refused.size > 0) report.wrong = `refused: ${[...this.client.refused].join(' × ')}`
  }

  private reportOf(way: Way): Report {
    const known = this.reported.get(way) ?? {
      fault: faults[way],
      ...{ times: 0, acknowledged: 0, lost: 0, twice: 0, outOfOrder: 0, verified: { equal: 0, different: 0 } },
    }
    this.reported.set(way, known)
    return known
  }

  private target(): Target {
    return { url: this.program.url, tokens: this.tokens, unitOf: unitId, customers: this.data.customers.slice(0, 50) }
  }

  private async killUnderLoad(way: Way): Promise<void> {
    const writing = this.client.write(this.target())
    const beside = this.besideTheLoad(way)
    if (way === 'importing') await beside
    await delay(50 + Math.random() * longestMs[way])
    await this.program.kill()
    await Promise.all([writing, beside])
  }

  private async besideTheLoad(way: Way): Promise<void> {
    try {
      if (way === 'rebuilding') await this.operator.rebuild()
      if (way === 'importing') await this.operator.beginImport()
    } catch (error) {
      // The connection broke because the program was killed, as it should be.
      if (!(error instanceof TypeError)) throw error
    }
  }

  private async killWhileStarting(): Promise<void> {
    await this.program.kill()
    rmSync(`${filesOf(this.data.folder).reads}.current`, { force: true })
    const { child, running } = RunningProgram.launch({ folder: this.data.folder })
    await Promise.race([running, delay(200 + Math.random() * longestMs.starting)])
    child.kill('SIGKILL')
    await running
  }

  private async verify(report: Report): Promise<void> {
    const { equal, differences } = await this.operator.verify()
    if (!report.verified) return
    if (equal) report.verified.equal++
    else {
      report.verified.different++
      report.wrong = JSON.stringify(differences.slice(0, 3))
    }
  }
}
