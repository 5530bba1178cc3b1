/** Folders that a program must not start on, or must not write to: each is refused in one line, and keeps what it holds. */
import { chmodSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { openSqliteVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import { LocalIssuer } from '#platform/identity/local-issuer.js'
import { dataSetIn, filesOf } from '../bench/data-set/data-set.js'
import { foundGroup } from '../bench/data-set/group.js'
import { memberId, unitId } from '../bench/data-set/places.js'
import { type ProgramOptions, RunningProgram } from '../harness/running-program.js'
import { leftOut, type Report } from './report.js'

const eventsBefore = 1000
const hourMs = 3_600_000
/** Owns nothing and may write nowhere. */
const nobody = 65_534

export async function refusedStarts(folder: string): Promise<Report[]> {
  const path = join(folder, 'refused')
  const data = await dataSetIn(path, eventsBefore)
  const before = await headOf(path)
  const reports = [
    await twoProcesses(path),
    await keysMissing(path),
    await readOnlyFolder(path),
    await clockBehind(join(folder, 'ahead'), data.customers),
  ]
  const lost = before - (await headOf(path))
  return lost === 0
    ? reports
    : [...reports, { ...leftOut('refused starts', 'see there'), lost, wrong: 'events are gone' }]
}

async function twoProcesses(folder: string): Promise<Report> {
  const first = await RunningProgram.start({ folder })
  const report = await refused('two processes on one folder', { folder }, /held by process/)
  const isAlive = (await fetch(`${first.url}/health`)).ok
  await first.stop()
  return isAlive ? report : { ...report, wrong: 'the first process stopped serving' }
}

async function keysMissing(folder: string): Promise<Report> {
  const { keys } = filesOf(folder)
  renameSync(keys, `${keys}.away`)
  const report = await refused('keys file missing', { folder }, /keys\.db is missing/)
  renameSync(`${keys}.away`, keys)
  return report
}

async function readOnlyFolder(folder: string): Promise<Report> {
  const fault = 'read-only folder'
  if (process.platform === 'win32') return leftOut(fault, 'permissions are others on this system')
  const isRoot = process.getuid?.() === 0
  const modes = [folder, ...readdirSync(folder).map((name) => join(folder, name))]
  for (const path of modes) chmodSync(path, path === folder ? 0o555 : 0o444)
  chmodSync(join(folder, '..'), 0o755)
  const report = await refused(fault, { folder, ...(isRoot && { uid: nobody }) }, /cannot be used|read-only|cannot be/)
  for (const path of modes) chmodSync(path, path === folder ? 0o700 : 0o600)
  return report
}

/** The log holds an event of an hour from now: recorded time never falls, so nothing is written until then. */
async function clockBehind(folder: string, customers: readonly string[]): Promise<Report> {
  const fault = 'clock behind the log'
  mkdirSync(folder)
  const files = filesOf(folder)
  const [log, vault] = [
    openSqliteLog({ file: files.log }),
    openSqliteVault({ file: files.keys, erasuresFile: files.erasures }),
  ]
  await foundGroup({ log, vault, at: new Date(Date.now() + hourMs) })
  await Promise.all([log.close(), vault.close()])
  const before = await headOf(folder)
  const program = await RunningProgram.start({ folder })
  const { token } = await (await LocalIssuer.open(folder)).tokenFor(memberId(0))
  const response = await fetch(`${program.url}/api/v1/touchpoints/note`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': 'clock' },
    body: JSON.stringify({ customers: customers.slice(0, 1), unit: unitId(0), note: 'Too early.' }),
  })
  const { detail = '', code } = (await response.json()) as { detail?: string; code?: string }
  await program.stop()
  const isRefused = !response.ok && code === 'clock-behind'
  return {
    ...leftOut(fault, ''),
    times: 1,
    lost: before - (await headOf(folder)),
    said: detail,
    ...(!isRefused && { wrong: `answered ${response.status} ${code}` }),
  }
}

/** A start that has to end by itself with one line that fits. */
async function refused(fault: string, options: ProgramOptions, line: RegExp): Promise<Report> {
  const outcome = await RunningProgram.launch(options).running
  if (outcome instanceof RunningProgram) {
    await outcome.stop()
    return { ...leftOut(fault, ''), times: 1, said: '', wrong: 'the program started' }
  }
  const said = outcome.said.trim().replaceAll(options.folder, '<folder>')
  const isClear = line.test(outcome.said) && !said.includes('\n') && outcome.code !== 0
  return {
    ...leftOut(fault, ''),
    times: 1,
    said: `exit ${outcome.code}: ${said}`,
    ...(!isClear && { wrong: `exit ${outcome.code}: ${said}` }),
  }
}

async function headOf(folder: string): Promise<number> {
  const log = openSqliteLog({ file: filesOf(folder).log })
  const head = await log.head()
  await log.close()
  return head
}
