/** The launcher: what it takes for installed, and what it says when it is stopped early. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { launch, newFolder } from './running-program.js'

const install = new URL('../../../apps/kumppani/launch/install.mjs', import.meta.url)
const patienceMs = 90_000

describe('packages', () => {
  const wanted = {
    '': { version: '' },
    'node_modules/a': { version: '1' },
    'node_modules/b': { version: '2', optional: true },
  }
  const all = () => true

  it('are complete when what npm wrote down is what is wanted, and stands there', async () => {
    const { isComplete } = (await import(install.href)) as {
      isComplete(wanted: object, installed: object, isThere: (path: string) => boolean): boolean
    }
    expect(isComplete(wanted, { 'node_modules/a': { version: '1' } }, all)).toBe(true)
    expect(isComplete(wanted, { 'node_modules/a': { version: '2' } }, all)).toBe(false)
    expect(isComplete(wanted, {}, all)).toBe(false)
    expect(isComplete(wanted, { 'node_modules/a': { version: '1' } }, (path) => path !== 'node_modules/a')).toBe(false)
  })
})

it(
  'a first start that is stopped says that the next one does it again',
  async () => {
    const folder = newFolder()
    const { child, ended, said } = launch(folder, { KUMPPANI_DEMO: 'on' })
    while (!said.out.includes('filling')) await pause(20)
    child.kill('SIGINT')
    const { code, out } = await ended
    rmSync(folder, { recursive: true })
    expect([code, out]).toEqual([130, expect.stringMatching(/kumppani: Ctrl-C before the start was done; .*again\n$/)])
  },
  patienceMs,
)

it(
  'a program that is stopped the moment it says that it runs, ends',
  async () => {
    const folder = newFolder()
    for (let time = 0; time < 3; time++) {
      const { child, ended, said } = launch(folder)
      child.stdout?.on('data', () => /runs at(?!.*stopping)/s.test(said.out) && child.kill('SIGINT'))
      const { code, out } = await ended
      expect([code, out]).toEqual([0, expect.stringContaining('stopping')])
    }
    rmSync(folder, { recursive: true })
  },
  patienceMs,
)

it(
  'a program that is stopped in two ways at once, stops once and well',
  async () => {
    const folder = newFolder()
    const { child, ended, said } = launch(folder)
    while (!said.out.includes('runs at')) await pause(20)
    child.kill('SIGINT')
    child.kill('SIGTERM')
    const { code, out } = await ended
    expect([code, out.match(/stopping/g)]).toEqual([0, ['stopping']])
    expect(existsSync(join(folder, 'running.json'))).toBe(false)
    rmSync(folder, { recursive: true })
  },
  patienceMs,
)
