/**
 * Works that no request carries alone, killed without warning at moments spread over them: afterwards the program
 * starts, its read models are what the log says, the same asked again finishes, and nothing is half done.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { unitId } from '../../bench/data-set/places.js'
import type { Report } from '../report.js'
import { emptyReport, Started } from '../started.js'
import { RestoringChild } from './restoring-child.js'

/** Moments of death, in milliseconds after the work was asked for. */
const moments = [0, 15, 40, 90, 200, 500]
const undoneWithinMs = 60_000
const customersPerUndo = 300

export async function killWorks(folder: string): Promise<Report[]> {
  const started = await Started.on(folder, 'works')
  const works = new KilledWorks(started, folder)
  const reports = [
    await works.each('killed during a backup', (nth, ms) => works.backup(nth, ms)),
    await works.each('killed during an erasure', (nth, ms) => works.erasure(nth, ms)),
    await works.each('killed during an undo', (nth, ms) => works.undo(nth, ms)),
    await works.each('killed during a restore', (nth, ms) => works.restore(nth, ms)),
  ]
  await started.program.stop()
  return reports
}

class KilledWorks {
  private readonly said: string[] = []
  private readonly wrong: string[] = []
  private report: Report = emptyReport('')

  constructor(
    private readonly started: Started,
    private readonly folder: string,
  ) {}

  async each(fault: string, one: (nth: number, ms: number) => Promise<void>): Promise<Report> {
    this.report = emptyReport(fault)
    for (const [nth, ms] of moments.entries()) {
      await one(nth, ms)
      this.report.times++
    }
    await this.started.verify(this.report)
    const [said, wrong] = [this.said.splice(0).join(' '), this.wrong.splice(0).join('; ')]
    process.stderr.write(`faults: ${fault}: ${said} ${wrong}\n`)
    return { ...this.report, said, ...(wrong !== '' && { wrong }) }
  }

  /** Asks, and kills the program so much later; the status where the answer was faster. */
  private async killedAfter(ms: number, path: string, body: object): Promise<number | undefined> {
    const asked = this.post(path, body).then(
      ({ status }) => status,
      () => undefined,
    )
    await delay(ms)
    await this.started.program.kill()
    const status = await asked
    this.said.push(status === undefined ? 'cut' : String(status))
    await this.started.again(this.report)
    return status
  }

  async backup(nth: number, ms: number): Promise<void> {
    const into = join(this.folder, `backup-${nth}`)
    const status = await this.killedAfter(ms, '/operations/backup', { folder: into })
    if (status === 200) return
    const { status: again, text } = await this.post('/operations/backup', { folder: into })
    const isWhole = existsSync(join(into, 'data.db')) && existsSync(join(into, 'keys.db'))
    // What was whole when the program died stays, and says so.
    if (again !== 200 && !isWhole) this.wrong.push(`a backup cut off cannot be made again: ${text}`)
    const left = readdirSync(into).filter((name) => !['data.db', 'keys.db'].includes(name))
    if (left.length > 0) this.wrong.push(`a backup left ${left.join(', ')}`)
  }

  async erasure(nth: number, ms: number): Promise<void> {
    const name = `Erased Person ${crypto.randomUUID().slice(0, 8)}`
    const { id } = await this.written('/contacts', { name, mail: `${name.replaceAll(' ', '.')}@example.org` })
    const [customer] = this.started.data.customers
    const note = { customers: [customer], contacts: [id], unit: unitId(0), note: `Spoke with ${name}.` }
    await this.written('/touchpoints/note', note, this.started.tokens.callers[0])
    const path = `/contacts/${id}/erasure`
    const status = await this.killedAfter(ms, path, { grounds: 'asked' })
    if (status !== 200) {
      const { status: again, text } = await this.post(path, { grounds: 'asked' })
      if (again !== 200) this.wrong.push(`erasure ${nth} cannot be finished: ${text}`)
    }
    const { text } = await this.get(`/contacts/${id}`)
    if (text.includes(name)) this.wrong.push(`whom erasure ${nth} erased is shown`)
    const holding = filesWith(this.started.folder, name)
    if (holding.length > 0) this.wrong.push(`whom erasure ${nth} erased stands in ${holding.join(', ')}`)
  }

  async undo(nth: number, ms: number): Promise<void> {
    const id = await this.started.operator.importOf(customersPerUndo)
    const status = await this.killedAfter(ms, `/imports/${id}/undo`, { because: 'A fault.' })
    const isBegun = async () => /"state":"und(oing|one)"/.test((await this.get(`/imports/${id}`)).text)
    if (status === undefined && !(await isBegun())) await this.post(`/imports/${id}/undo`, { because: 'A fault.' })
    for (const until = performance.now() + undoneWithinMs; performance.now() < until; await delay(50))
      if ((await this.get(`/imports/${id}`)).text.includes('"state":"undone"')) return
    this.wrong.push(`undo ${nth} does not finish: ${(await this.get(`/imports/${id}`)).text.slice(0, 300)}`)
  }

  /** The program does not run meanwhile; it is refused in between, or has the old or the new. */
  async restore(nth: number, ms: number): Promise<void> {
    const { started } = this
    const from = join(this.folder, `to-restore-${nth}`)
    await this.post('/operations/backup', { folder: from })
    const events = await eventsIn(join(from, 'data.db'))
    await started.program.stop()
    const child = new RestoringChild(started.folder, from)
    const ended = await child.killedAfter(RestoringChild.loadsMs + ms)
    const between = await child.startBetween()
    this.said.push(`${ended === null ? 'cut' : ended}/${between}`)
    const again = await child.whole()
    if (again !== 0) this.wrong.push(`restore ${nth} cannot be finished: ${child.said}`)
    const found = await eventsIn(join(started.folder, 'log.db'))
    if (found < events) this.wrong.push(`restore ${nth} has ${found} events of ${events}`)
    await started.again(this.report)
  }

  private async written(path: string, body: object, as?: string): Promise<{ id: string }> {
    const { status, text } = await this.post(path, body, as)
    if (status >= 300) throw new Error(`${path} answered ${status}: ${text}`)
    const answer = JSON.parse(text) as { id: string; position: string }
    await this.get(`/units?after=${answer.position}`)
    return answer
  }

  private async post(path: string, body: object, as = this.started.tokens.admin) {
    const answer = await fetch(`${this.started.program.url}/api/v1${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${as}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify(body),
    })
    return { status: answer.status, text: await answer.text() }
  }

  private async get(path: string) {
    const headers = { authorization: `Bearer ${this.started.tokens.admin}` }
    const answer = await fetch(`${this.started.program.url}/api/v1${path}`, { headers })
    return { status: answer.status, text: await answer.text() }
  }
}

/** Files of a folder that hold a text as it is. */
function filesWith(folder: string, text: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return files.flatMap(({ parentPath, name }) => (readFileSync(join(parentPath, name)).includes(text) ? [name] : []))
}

async function eventsIn(file: string): Promise<number> {
  const log = openSqliteLog({ file, readOnly: true })
  try {
    return await log.head()
  } finally {
    await log.close()
  }
}
