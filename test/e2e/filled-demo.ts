/**
 * Data folders that hold the demo group. Filling one takes half a minute, so that the first of a day is filled by the
 * program itself, and all others of the same build begin with a copy.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { launch } from './running-program.js'

const lookAgainMs = 50
/** What filling takes where other suites are under way, on a slow machine. */
const patienceMs = 400_000

/** A history ends on its day. */
const filledFolder = (): string =>
  fileURLToPath(new URL(`./filled/${new Date().toISOString().slice(0, 10)}`, import.meta.url))

/** Puts the demo group into a folder that is empty. */
export async function fillDemo(folder: string): Promise<void> {
  const filled = filledFolder()
  while (!existsSync(filled)) {
    if (isOursToFill(filled)) await filledByUs(filled)
    else await pause(lookAgainMs)
  }
  cpSync(filled, folder, { recursive: true })
}

/** Whether it is ours to fill: whoever makes the folder beside it first does, and others wait for them. */
function isOursToFill(filled: string): boolean {
  const claim = `${filled}.begun`
  mkdirSync(dirname(filled), { recursive: true })
  try {
    mkdirSync(claim)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    // Whoever began it may have died over it.
    const begun = statSync(claim, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    return Date.now() - begun > patienceMs
  }
}

async function filledByUs(filled: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kumppani-filling-'))
  const beside = `${filled}.${process.pid}`
  try {
    const { child, ended } = await demoIn(folder)
    child.kill('SIGTERM')
    await ended
    cpSync(folder, beside, { recursive: true })
    if (!existsSync(filled)) renameSync(beside, filled)
  } finally {
    for (const own of [folder, beside, `${filled}.begun`]) rmSync(own, { recursive: true, force: true })
  }
}

/** The program with the demo group, once it runs. @throws Error when it does not */
export async function demoIn(folder: string): Promise<ReturnType<typeof launch> & { url: string }> {
  const running = launch(folder, { KUMPPANI_DEMO: 'on' })
  const until = Date.now() + patienceMs
  for (;;) {
    const url = /runs at (http\S+)/.exec(running.said.out)?.[1]
    if (url !== undefined) return { ...running, url }
    if (running.child.exitCode !== null || Date.now() > until) {
      throw new Error(`the demo did not start: ${running.said.out} ${running.said.err}`)
    }
    await pause(lookAgainMs)
  }
}
