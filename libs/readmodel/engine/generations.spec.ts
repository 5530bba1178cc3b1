/** Which read models serve, and whether what stands in their file can be relied on. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Generations } from './generations.js'
import { isThisStart, machineStart } from './machine-start.js'

let folder: string
let generations: Generations
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'generations-'))
  generations = new Generations(join(folder, 'read.db'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const pointer = () => join(folder, 'read.db.current')
function begun() {
  const generation = generations.next('shape')
  writeFileSync(generation.file, '')
  generations.switchTo(generation)
  return generation
}

describe('a generation', () => {
  it('is intact while it is written and after, as long as the machine runs', () => {
    const generation = begun()
    const { number, shape, file } = generation
    expect(generations.current()).toEqual({ number, shape, file, intact: true })
    generations.settle(generation)
    expect(generations.current()).toEqual({ number, shape, file, intact: true })
  })

  it('is not intact when the machine stopped while it was written', () => {
    begun()
    const told = readFileSync(pointer(), 'utf8')
    expect(told).toContain(machineStart())
    writeFileSync(pointer(), told.replace(machineStart(), 'an-earlier-start'))
    expect(generations.current()).toMatchObject({ number: 1, intact: false })
    expect(generations.next('shape').number).toBe(2)
  })

  it('that was settled is intact after any start', () => {
    generations.settle(begun())
    expect(readFileSync(pointer(), 'utf8')).not.toContain(machineStart())
    expect(generations.current()?.intact).toBe(true)
  })
})

describe('a generation that was followed by another', () => {
  it('does not settle that one', () => {
    const first = begun()
    begun()
    generations.settle(first)
    expect(readFileSync(pointer(), 'utf8')).toContain(machineStart())
  })
})

describe('work aside', () => {
  const filled = async (file: string) => writeFileSync(file, 'plain')

  it('leaves nothing, also when it fails', async () => {
    const { file } = begun()
    await generations.aside(filled)
    const failing = generations.aside(async (aside) => {
      await filled(aside)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(readdirSync(folder).sort()).toEqual([basename(file), 'read.db.current'])
  })

  it('that died is removed with the generations that were left', async () => {
    const { file } = begun()
    let left = ''
    await generations.aside(async (aside) => (left = aside))
    writeFileSync(left, 'plain')
    generations.clean()
    expect(readdirSync(folder).sort()).toEqual([basename(file), 'read.db.current'])
  })

  it('and every generation have names of their own, however the store is called', () => {
    const others = new Generations(join(folder, 'models'))
    const first = others.next('shape')
    writeFileSync(first.file, '')
    others.switchTo(first)
    expect(others.next('shape').file).not.toBe(first.file)
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
