/** Which read models serve, and whether what stands in their file can be relied on. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import type { Registry } from '#kernel'
import { shapeOf } from '#read-models/shape.js'
import { isReadModelFile, SqliteGenerations } from './generations.js'
import { isThisStart, machineStart } from './machine-start.js'

let folder: string
let generations: SqliteGenerations
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'generations-'))
  generations = new SqliteGenerations(join(folder, 'read.db'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const pointer = () => join(folder, 'read.db.current')
async function begun() {
  const generation = await generations.next('shape')
  writeFileSync(generation.place, '')
  await generations.switchTo(generation)
  return generation
}

describe('a generation', () => {
  it('is intact while it is written and after, as long as the machine runs', async () => {
    const generation = await begun()
    const { number, shape, place } = generation
    expect(await generations.current()).toEqual({ number, shape, place, intact: true })
    await generations.settle(generation)
    expect(await generations.current()).toEqual({ number, shape, place, intact: true })
  })

  it('is not intact when the machine stopped while it was written', async () => {
    await begun()
    const told = readFileSync(pointer(), 'utf8')
    expect(told).toContain(machineStart())
    writeFileSync(pointer(), told.replace(machineStart(), 'an-earlier-start'))
    expect(await generations.current()).toMatchObject({ number: 1, intact: false })
    expect((await generations.next('shape')).number).toBe(2)
  })

  it('that was settled is intact after any start', async () => {
    await generations.settle(await begun())
    expect(readFileSync(pointer(), 'utf8')).not.toContain(machineStart())
    expect((await generations.current())?.intact).toBe(true)
  })
})

describe('a generation that was followed by another', () => {
  it('does not settle that one', async () => {
    const first = await begun()
    await begun()
    await generations.settle(first)
    expect(readFileSync(pointer(), 'utf8')).toContain(machineStart())
  })
})

describe('work aside', () => {
  const filled = async (file: string) => writeFileSync(file, 'plain')

  it('leaves nothing, also when it fails', async () => {
    const { place } = await begun()
    await generations.aside(filled)
    const failing = generations.aside(async (aside) => {
      await filled(aside)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(readdirSync(folder).sort()).toEqual([basename(place), 'read.db.current'])
  })

  it('that died is removed with the generations that were left', async () => {
    const { place } = await begun()
    let left = ''
    await generations.aside(async (aside) => (left = aside))
    writeFileSync(left, 'plain')
    await generations.clean()
    expect(readdirSync(folder).sort()).toEqual([basename(place), 'read.db.current'])
  })

  it('and every generation have names of their own, however the store is called', async () => {
    const others = new SqliteGenerations(join(folder, 'models'))
    const first = await others.next('shape')
    writeFileSync(first.place, '')
    await others.switchTo(first)
    expect((await others.next('shape')).place).not.toBe(first.place)
  })
})

describe('cleaning', () => {
  it('removes generations but the current one, and nothing that is only called alike', async () => {
    const foreign = [
      'read-log.db',
      'read-log.db-wal',
      'read-keys.db',
      'read-0001.db.bak',
      'read-12.db',
      'xread-0001.db',
    ]
    for (const name of foreign) writeFileSync(join(folder, name), 'foreign')
    const first = await begun()
    writeFileSync(`${first.place}-wal`, '')
    const second = await begun()
    writeFileSync(`${second.place}-wal`, '')
    await generations.clean()
    const kept = ['read-0002.db', 'read-0002.db-wal', 'read.db.current']
    expect(readdirSync(folder).sort()).toEqual([...foreign, ...kept].sort())
  })
})

describe('a path', () => {
  it.each(['read.sqlite', 'read', 're(ad'])(
    'that ends otherwise, like %s, has a file for each generation',
    async (name) => {
      generations = new SqliteGenerations(join(folder, name))
      const first = await begun()
      const second = await generations.next('shape')
      expect(second.place).not.toBe(first.place)
      expect(existsSync(first.place)).toBe(true)
      for (const { place } of [first, second]) expect(isReadModelFile(join(folder, name), place)).toBe(true)
    },
  )

  it('is apart from files elsewhere', () => {
    expect(isReadModelFile(join(folder, 'read.db'), join(folder, 'read-0001.db'))).toBe(true)
    expect(isReadModelFile(join(folder, 'read.db'), join(folder, 'other', 'read-0001.db'))).toBe(false)
  })
})

describe('the shape', () => {
  const { registry } = business
  const changed = (change: object): Registry => {
    const [[name, metric] = [], ...others] = [...registry.metrics]
    if (!name || !metric) throw new Error('the business has no metric')
    return { ...registry, metrics: new Map([[name, { ...metric, ...change }], ...others]) }
  }

  it('is that of another program when a metric counts otherwise, or texts are sorted otherwise', () => {
    const shapes = [
      shapeOf(registry, 'fi'),
      shapeOf(registry, 'sv'),
      shapeOf(changed({ version: 2 }), 'fi'),
      shapeOf(changed({ kind: 'distinct' }), 'fi'),
      shapeOf(changed({ stored: [] }), 'fi'),
    ]
    expect(new Set(shapes).size).toBe(shapes.length)
    expect(shapeOf(changed({ question: 'Why?' }), 'fi')).toBe(shapes[0])
  })
})

describe('the start of the machine', () => {
  it('is told by its time where the system gives it no id', () => {
    const started = machineStart(join(folder, 'none'))
    expect(started).toMatch(/^\d{10}$/)
    expect(isThisStart(String(Number(started) - 2), join(folder, 'none'))).toBe(true)
    expect(isThisStart(String(Number(started) - 20), join(folder, 'none'))).toBe(false)
    expect(isThisStart('an-earlier-start', join(folder, 'none'))).toBe(false)
  })
})
