/** What faults of the whole program begin with: a folder with a group, who writes there, and who administers. */
import { join } from 'node:path'
import { LocalIssuer } from '#platform/identity/local-issuer.js'
import { type DataSet, dataSetIn, filesOf } from '../bench/data-set/data-set.js'
import { administrator } from '../bench/data-set/group.js'
import { memberId, unitId } from '../bench/data-set/places.js'
import { type ProgramOptions, RunningProgram } from '../harness/running-program.js'
import { Client, type Target } from './client.js'
import { compareWithLog } from './in-the-log.js'
import { Operator } from './operator.js'
import type { Report } from './report.js'

const callers = 4

export class Started {
  readonly client = new Client()
  readonly operator: Operator

  private constructor(
    readonly data: DataSet,
    readonly tokens: { admin: string; callers: readonly string[] },
    public program: RunningProgram,
    private readonly options: Omit<ProgramOptions, 'folder'>,
  ) {
    this.operator = new Operator(tokens.admin, () => this.program.url)
  }

  /** @param events how many there are to begin with */
  static async on(
    folder: string,
    name: string,
    options: Omit<ProgramOptions, 'folder'> = {},
    events = 3000,
  ): Promise<Started> {
    const data = await dataSetIn(join(folder, name), events)
    const issuer = await LocalIssuer.open(data.folder)
    const issued = await Promise.all(Array.from({ length: callers }, (_, at) => issuer.tokenFor(memberId(at))))
    const { token: admin } = await issuer.tokenFor(administrator)
    const program = await RunningProgram.start({ folder: data.folder, ...options })
    return new Started(data, { admin, callers: issued.map(({ token }) => token) }, program, options)
  }

  get folder(): string {
    return this.data.folder
  }

  get target(): Target {
    return {
      url: this.program.url,
      tokens: this.tokens.callers,
      unitOf: unitId,
      customers: this.data.customers.slice(0, 20),
    }
  }

  /** Starts it again, sends what was never answered, and holds what is there against what was acknowledged. */
  async again(report: Report): Promise<void> {
    this.program = await RunningProgram.start({ folder: this.folder, ...this.options })
    await this.client.repeat(this.target)
    await this.operator.processesDone()
    const found = await compareWithLog(filesOf(this.folder).log, this.client.acknowledged)
    report.lost = Math.max(report.lost, found.lost)
    report.twice = Math.max(report.twice, found.twice)
    report.outOfOrder = Math.max(report.outOfOrder, found.outOfOrder)
    report.acknowledged = this.client.acknowledged.length
  }

  async verify(report: Report): Promise<void> {
    const { equal, differences } = await this.operator.verify()
    report.verified ??= { equal: 0, different: 0 }
    report.verified[equal ? 'equal' : 'different']++
    if (!equal) report.wrong = JSON.stringify(differences.slice(0, 3))
  }
}

export const emptyReport = (fault: string): Report => ({
  ...{ fault, times: 0, acknowledged: 0, lost: 0, twice: 0, outOfOrder: 0 },
})
