/** Folders are made with what is missing above them, or refused; never waited for. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { makeFolder } from './folders.js'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kumppani-folders-'))
})

afterEach(() => rmSync(root, { recursive: true }))

describe('makeFolder', () => {
  it('makes what is missing above, for this user alone, and leaves what is there', () => {
    const folder = join(root, 'a', 'b')
    makeFolder(folder)
    makeFolder(folder)
    for (const made of [folder, join(root, 'a')]) expect(statSync(made).mode & 0o777).toBe(0o700)
  })

  it('refuses where a file stands', () => {
    writeFileSync(join(root, 'file'), '')
    expect(() => makeFolder(join(root, 'file'))).toThrow('EEXIST')
    expect(() => makeFolder(join(root, 'file', 'a'))).toThrow('EEXIST')
  })

  it('refuses where nobody may make one', () => {
    expect(() => makeFolder('/proc/kumppani/a')).toThrow('ENOENT')
  })
})
