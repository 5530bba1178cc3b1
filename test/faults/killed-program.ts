/**
 * The whole program, killed without warning at random moments under load: while it serves, while it
 * derives its read models anew beside the load, and while it derives them at its start.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { LocalIssuer } from '#platform/identity/local-issuer.js'
import { type DataSet, dataSetIn, filesOf } from '../bench/data-set/data-set.js'
import { administrator } from '../bench/data-set/group.js'
import { memberId, unitId } from '../bench/data-set/places.js'
import { RunningProgram } from '../harness/running-program.js'
import { Client, type Target } from './client.js'
import { compareWithLog } from './in-the-log.js'
import type { Report } from './report.js'

const ways = ['serving', 'rebuilding', 'starting'] as const
type Way = (typeof ways)[number]

const eventsBefore = 5000
const callers = 8
const verifyEvery = 10
const longestMs: Readonly<Record<Way, number>> = { serving: 900, rebuilding: 1500, starting: 2500 }

export async function killProgram(folder: string, kills: number): Promise<Report[]> {
  const rounds = await Rounds.begin(folder)
  for (let round = 0; round < kills; round++) {
    // Every other one of two while nothing but the load is under way.
    const way = round % 2 === 0 ? 'serving' : (ways[1 + (((round - 1) / 2) % 2)] as Way)
    await rounds.round(way, (round + 1) % verifyEvery === 0 || round + 1 === kills)
    process.stderr.write(`faults: killed the program ${round + 1} of ${kills} times (${way})\n`)
  }
  await rounds.end()
  return rounds.reports()
}

class Rounds {
  private readonly client = new Client()
  private readonly reported = new Map<Way, Report>()

  private constructor(
    private readonly data: DataSet,
    private readonly tokens: readonly string[],
    private readonly adminToken: string,
    private program: RunningProgram,
  ) {}

  static async begin(folder: string): Promise<Rounds> {
    const data = await dataSetIn(join(folder, 'program'), eventsBefore)
    const issuer = await LocalIssuer.open(data.folder)
    const tokens = await Promise.all(Array.from({ length: callers }, (_, at) => issuer.tokenFor(memberId(at))))
    const { token } = await issuer.tokenFor(administrator)
    const program = await RunningProgram.start({ folder: data.folder })
    return new Rounds(
      data,
      tokens.map((issued) => issued.token),
      token,
      program,
    )
  }

  /** A death under load, then a start after which everything is looked at. */
  async round(way: Way, verifies: boolean): Promise<void> {
    const before = this.client.acknowledged.length
    if (way === 'starting') await this.killWhileStarting()
    else await this.killUnderLoad(way)
    this.program = await RunningProgram.start({ folder: this.data.folder })
    await this.client.repeat(this.target())
    const found = await compareWithLog(filesOf(this.data.folder).log, this.client.acknowledged)
    const report = this.reportOf(way)
    report.times++
    report.acknowledged += this.client.acknowledged.length - before
    report.lost = Math.max(report.lost, found.lost)
    report.twice = Math.max(report.twice, found.twice)
    report.outOfOrder = Math.max(report.outOfOrder, found.outOfOrder)
    if (this.client.refused.size > 0) report.wrong = `refused: ${[...this.client.refused].join(' × ')}`
    if (verifies) await this.verify(report)
  }

  end(): Promise<void> {
    return this.program.stop()
  }

  reports(): Report[] {
    return [...this.reported.values()]
  }

  private reportOf(way: Way): Report {
    const fault = {
      serving: 'killed while serving',
      rebuilding: 'killed during a rebuild',
      starting: 'killed at start, deriving',
    }
    const known = this.reported.get(way) ?? {
      fault: fault[way],
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
    // Breaks off with the program; what came of it shows in the read models.
    const rebuilding = way === 'rebuilding' ? this.operate('rebuild').catch(() => undefined) : undefined
    await delay(50 + Math.random() * longestMs[way])
    await this.program.kill()
    await Promise.all([writing, rebuilding])
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
    const verification = await this.operate<{ equal: boolean; differences: object[] }>('verify')
    if (!report.verified) return
    if (verification.equal) report.verified.equal++
    else {
      report.verified.different++
      report.wrong = JSON.stringify(verification.differences.slice(0, 3))
    }
  }

  private async operate<A>(operation: string): Promise<A> {
    const response = await fetch(`${this.program.url}/api/v1/operations/${operation}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.adminToken}`, 'Idempotency-Key': crypto.randomUUID() },
    })
    if (!response.ok) throw new Error(`${operation} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as A
  }
}
