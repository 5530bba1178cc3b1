/** One process holds a data folder; the next one is told who, and a dead holder holds nothing. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { findRunning, openDataFolder } from './data-folder.js'
import { exitCodes, StartRefused } from './exit-codes.js'

let folder: string
let holder: ChildProcess | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kumppani-folder-'))
})
afterEach(() => {
  holder?.kill('SIGKILL')
  holder = undefined
  rmSync(folder, { recursive: true, force: true })
})

function refusalOf(path: string): StartRefused {
  try {
    openDataFolder(path).release()
  } catch (error) {
    if (error instanceof StartRefused) return error
    throw error
  }
  throw new Error('the folder was opened')
}

/** Another process that opens the folder, announces an address and waits. */
async function startHolder() {
  const program = `
    import { openDataFolder } from ${JSON.stringify(new URL('./data-folder.js', import.meta.url).href)}
    openDataFolder(${JSON.stringify(folder)}).announce('http://127.0.0.1:4711')
    process.stdout.write('held')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

describe('data folder', () => {
  it('is created, held, announced and given up', () => {
    const path = join(folder, 'new', 'place')
    const held = openDataFolder(path)
    expect(findRunning(path)).toEqual({ pid: process.pid, address: null })
    held.announce('http://127.0.0.1:3000')
    expect(JSON.parse(readFileSync(held.file('running.json'), 'utf8'))).toEqual({
      pid: process.pid,
      address: 'http://127.0.0.1:3000',
    })
    held.release()
    held.release()
    expect(existsSync(held.file('running.json'))).toBe(false)
    openDataFolder(path).release()
  })

  it('holds files that nobody else may read, also where others made the folder', () => {
    chmodSync(folder, 0o755)
    const before = process.umask(0o022)
    const held = openDataFolder(folder)
    const database = new DatabaseSync(held.file('read.db'))
    database.exec('CREATE TABLE one (id INTEGER)')
    database.close()
    process.umask(before)
    expect(statSync(held.file('read.db')).mode & 0o777).toBe(0o600)
    held.release()
  })

  it('refuses a second holder in the same process', () => {
    const held = openDataFolder(folder)
    expect(refusalOf(folder).message).toBe(
      `the data folder ${folder} is held by process ${process.pid} which does not listen yet`,
    )
    held.release()
  })

  it('refuses a second process naming the first, until that one dies', async () => {
    holder = await startHolder()
    expect(refusalOf(folder)).toMatchObject({
      message: `the data folder ${folder} is held by process ${holder.pid} at http://127.0.0.1:4711`,
      exitCode: exitCodes.dataFolderHeld,
    })
    expect(findRunning(folder)).toEqual({ pid: holder.pid, address: 'http://127.0.0.1:4711' })
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    expect(findRunning(folder)).toBeNull()
    openDataFolder(folder).release()
  })

  it('takes over a running.json whose process is gone, even if its number lives again', () => {
    writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: process.ppid, address: 'http://127.0.0.1:1' }))
    const held = openDataFolder(folder)
    expect(findRunning(folder)).toEqual({ pid: process.pid, address: null })
    held.release()
  })

  it('refuses a path that is no folder', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const refusal = refusalOf(file)
    expect(refusal.exitCode).toBe(exitCodes.dataFolderUnusable)
    expect(refusal.message).toMatch(`the data folder ${file} cannot be used: EEXIST`)
  })

  it('knows nobody where there is no folder', () => {
    expect(findRunning(join(folder, 'nowhere'))).toBeNull()
  })
})
