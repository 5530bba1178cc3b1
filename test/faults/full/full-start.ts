/**
 * A program that died and starts again while the disk of its data folder is full: it serves what can be read, or ends
 * with one line and a code; once there is room it starts, and its read models are what the log says.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LocalIssuer } from '#platform/identity/local-issuer.js'
import { dataSetIn } from '../../bench/data-set/data-set.js'
import { administrator } from '../../bench/data-set/group.js'
import { memberId, unitId } from '../../bench/data-set/places.js'
import { RunningProgram } from '../../harness/running-program.js'
import { Client } from '../client.js'
import { Operator } from '../operator.js'
import { leftOut, type Report } from '../report.js'

const fault = 'started on a full disk'
const diskMb = 64
const writtenForMs = 700

export async function startOnFull(folder: string): Promise<Report[]> {
  const disk = join(folder, 'disk-of-start')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMb}m`, 'tmpfs', disk], { stdio: 'pipe' })
  } catch {
    return [leftOut(fault, 'no disk can be mounted here; that takes root')]
  }
  try {
    const data = await dataSetIn(join(folder, 'to-start'), 1000)
    cpSync(data.folder, disk, { recursive: true })
    return [await startedOn(disk, data.customers.slice(0, 20))]
  } finally {
    execFileSync('umount', ['--lazy', disk])
  }
}

async function startedOn(disk: string, customers: readonly string[]): Promise<Report> {
  const issuer = await LocalIssuer.open(disk)
  const { token } = await issuer.tokenFor(memberId(0))
  const first = await RunningProgram.start({ folder: disk })
  const client = new Client()
  const writing = client.write({ url: first.url, tokens: [token], unitOf: unitId, customers })
  await new Promise((resolve) => setTimeout(resolve, writtenForMs))
  await first.kill()
  await writing
  const filler = join(disk, 'filler')
  fill(filler)
  const said = await saidOf(disk, token)
  rmSync(filler)
  const again = await RunningProgram.start({ folder: disk })
  const { token: admin } = await issuer.tokenFor(administrator)
  const operator = new Operator(admin, () => again.url)
  await operator.processesDone()
  const { equal } = await operator.verify()
  await again.stop()
  const verified = { equal: Number(equal), different: Number(!equal) }
  const wrong = /^(reads 200|exit 6: .*)$/.test(said) ? {} : { wrong: said }
  return { ...leftOut(fault, ''), times: 1, acknowledged: client.acknowledged.length, verified, said, ...wrong }
}

/** What a start comes to where there is no room. */
async function saidOf(folder: string, token: string): Promise<string> {
  const outcome = await RunningProgram.launch({ folder }).running
  if (!(outcome instanceof RunningProgram)) return `exit ${outcome.code}: ${outcome.said.trim()}`
  const headers = { authorization: `Bearer ${token}` }
  const { status } = await fetch(`${outcome.url}/api/v1/customers`, { headers })
  await outcome.kill()
  return `reads ${status}`
}

/** Takes what room there is, to the last page. */
function fill(file: string): void {
  for (let size = 65_536; size >= 1; size = Math.floor(size / 16))
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
}
