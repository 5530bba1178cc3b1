/** The contract of generations on each engine. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { HostileGenerations, SharedGenerations } from '#engines/hostile/hostile-generations.js'
import { SqliteGenerations } from '#engines/sqlite/generations/generations.js'
import { describeGenerations } from './generations.contract.js'

const root = mkdtempSync(join(tmpdir(), 'kumppani-generations-'))
afterAll(() => rmSync(root, { recursive: true }))

let opened = 0
describeGenerations('generations in files', async () => {
  const folder = mkdtempSync(join(root, 'in-'))
  const generations = () => new SqliteGenerations(join(folder, 'read.db'))
  return {
    generations: generations(),
    again: generations,
    fill: async (place) => writeFileSync(place, ''),
    isFilled: async (place) => existsSync(place),
  }
})
describeGenerations('hostile generations', async () => {
  const shared = new SharedGenerations()
  const generations = () => new HostileGenerations(shared, ++opened)
  return {
    generations: generations(),
    again: generations,
    fill: async (place) => void shared.filled.add(place),
    isFilled: async (place) => shared.filled.has(place),
  }
})
