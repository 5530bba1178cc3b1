/**
 * One full disk for the whole data folder, mounted in memory, under load: who reads goes on reading, who writes is
 * answered 503, the program lives, and what was acknowledged is there. Then there is room again.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { LocalIssuer } from '#platform/identity/local-issuer.js'
import { dataSetIn, filesOf } from '../../bench/data-set/data-set.js'
import { memberId, unitId } from '../../bench/data-set/places.js'
import { RunningProgram } from '../../harness/running-program.js'
import { Client } from '../client.js'
import { compareWithLog } from '../in-the-log.js'
import { leftOut, type Report } from '../report.js'

const fault = 'one full disk for everything'
const eventsBefore = 1000
const diskMb = 48
const fullForMs = 4000
const patienceMs = 30_000
const blockBytes = 65_536

export async function fillFolder(folder: string): Promise<Report[]> {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMb}m`, 'tmpfs', disk], { stdio: 'pipe' })
  } catch {
    return [leftOut(fault, 'no disk can be mounted here; that takes root')]
  }
  try {
    const data = await dataSetIn(join(folder, 'to-fill'), eventsBefore)
    cpSync(data.folder, disk, { recursive: true })
    return [await new FullFolder(disk, data.customers.slice(0, 20)).run()]
  } finally {
    execFileSync('umount', ['--lazy', disk])
  }
}

class FullFolder {
  private readonly wrong: string[] = []
  private token = ''
  private readonly filler: string

  constructor(
    private readonly disk: string,
    private readonly customers: readonly string[],
  ) {
    this.filler = join(disk, 'filler')
  }

  async run(): Promise<Report> {
    this.token = (await (await LocalIssuer.open(this.disk)).tokenFor(memberId(0))).token
    const program = await RunningProgram.start({ folder: this.disk, environment: { LOG_LEVEL: 'debug' } })
    const client = new Client()
    const target = { url: program.url, tokens: [this.token], unitOf: unitId, customers: this.customers }
    const writing = client.write(target)
    await this.untilWritten(client, 20)
    const before = await this.reads(program)
    this.fill()
    await delay(fullForMs)
    const full = await this.reads(program)
    const refused = [...client.refused.keys()]
    if (program.child.exitCode !== null) this.wrong.push(`the program ended with ${program.child.exitCode}`)
    if (full !== before) this.wrong.push(`reads answered ${before} before, and ${full} on the full disk`)
    if (refused.length !== 1 || refused[0] !== 503) this.wrong.push(`writes were answered ${refused.join(', ')}`)
    rmSync(this.filler, { force: true })
    const atRoom = client.acknowledged.length
    await this.untilWritten(client, atRoom + 20)
    if (client.acknowledged.length < atRoom + 20) this.wrong.push('nothing is recorded once there is room')
    await program.kill()
    await writing
    const again = await RunningProgram.start({ folder: this.disk })
    // The one that the death cut off, and those that were told to come again.
    await client.repeat({ ...target, url: again.url })
    if (client.pending > 0) this.wrong.push(`${client.pending} notes are refused once there is room`)
    await again.stop()
    return {
      ...{ fault, times: 1, acknowledged: client.acknowledged.length },
      ...(await compareWithLog(filesOf(this.disk).log, client.acknowledged)),
      said: `writes 503, reads ${full}`,
      ...(this.wrong.length > 0 && { wrong: this.wrong.join('; ') }),
    }
  }

  /** Takes what room there is, to the last page. */
  private fill(): void {
    for (let size = blockBytes; size >= 1; size = Math.floor(size / 16))
      try {
        for (;;) writeFileSync(this.filler, Buffer.alloc(size), { flag: 'a' })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
  }

  /** The statuses of a page, a list and a figure. */
  private async reads({ url }: RunningProgram): Promise<string> {
    const paths = [`/customers/${this.customers[0]}`, '/customers', '/figures/touchpoints']
    const asked = paths.map(async (path) => {
      const headers = { Authorization: `Bearer ${this.token}` }
      const answer = await fetch(`${url}/api/v1${path}`, { headers, signal: AbortSignal.timeout(patienceMs) })
      await answer.arrayBuffer()
      return answer.status
    })
    return (await Promise.all(asked.map((one) => one.catch(() => 0)))).join(' ')
  }

  private async untilWritten(client: Client, count: number): Promise<void> {
    for (const until = performance.now() + patienceMs; performance.now() < until; await delay(20))
      if (client.acknowledged.length >= count) return
  }
}
