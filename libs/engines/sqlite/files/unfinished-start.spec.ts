/** A first start that was cut short is done again from nothing; whatever it did not fill stays. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { markFinished, markUnfinished, startOver } from './unfinished-start.js'

let root: string
let folder: string
const standing = (where: string): string[] => readdirSync(where).sort()

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kumppani-first-'))
  folder = join(root, 'data')
  for (const made of ['data', 'logs']) mkdirSync(join(root, made))
  for (const name of ['log.db', 'log.db-wal', 'log.db.lock', 'keys.db', 'access.db', 'erasures.log', 'lock']) {
    writeFileSync(join(folder, name), '')
  }
  for (const name of ['ours.db', 'ours.db-wal', 'others.db']) writeFileSync(join(root, 'logs', name), '')
})

afterEach(() => rmSync(root, { recursive: true }))

describe('starting over', () => {
  it('removes the log that was being filled, its keys and the mark, and nothing else', () => {
    markUnfinished(folder, join(folder, 'log.db'))
    startOver(folder)
    expect(standing(folder)).toEqual(['erasures.log', 'lock', 'log.db.lock'])
    expect(standing(join(root, 'logs'))).toEqual(['others.db', 'ours.db', 'ours.db-wal'])
  })

  it('removes a log that stands elsewhere, so that its keys are not removed again at every start', () => {
    markUnfinished(folder, join(root, 'logs', 'ours.db'))
    startOver(folder)
    expect(standing(join(root, 'logs'))).toEqual(['others.db'])
    writeFileSync(join(folder, 'keys.db'), '')
    startOver(folder)
    expect(standing(folder)).toContain('keys.db')
  })

  it('removes nothing once the first start is finished', () => {
    const before = standing(folder)
    markUnfinished(folder, join(folder, 'log.db'))
    markFinished(folder)
    startOver(folder)
    expect(standing(folder)).toEqual(before)
  })

  it('goes on when the place of the log is gone', () => {
    markUnfinished(folder, join(root, 'gone', 'log.db'))
    startOver(folder)
    expect(standing(folder)).not.toContain('first-start.unfinished')
  })
})
