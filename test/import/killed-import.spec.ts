/** An import that is killed goes on where it was, and comes to the same end. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'

const program = new URL('./import-child.js', import.meta.url).pathname
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kumppani-killed-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The lines of the child, which is killed without warning after so many. */
async function runChild(does: 'start' | 'resume', killAfter = Number.POSITIVE_INFINITY): Promise<string[]> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, folder, does], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (lines.length === killAfter) child.kill('SIGKILL')
  }
  await exited
  return lines
}

/** How often each type of fact stands in the log. */
async function recorded(): Promise<Record<string, number>> {
  const log = openSqliteLog({ file: join(folder, 'log.db'), readOnly: true })
  const counts: Record<string, number> = {}
  for (const { type } of await log.readAll({ after: 0, limit: 10_000 })) counts[type] = (counts[type] ?? 0) + 1
  await log.close()
  return counts
}

const whole = { 'customer.registered': 2000, 'customer.parent-set': 200, 'import.completed': 1 }

it.each([1, 3, 6])(
  'resumes an import killed after %d checkpoints',
  async (killAfter) => {
    const before = await runChild('start', killAfter)
    expect(before.at(-1)).not.toContain('completed')
    const after = await runChild('resume')
    expect(after.at(-1)).toBe('2000 2000 2200 completed')
    expect(await recorded()).toMatchObject(whole)
    expect(await runChild('resume')).toEqual([])
  },
  120_000,
)
