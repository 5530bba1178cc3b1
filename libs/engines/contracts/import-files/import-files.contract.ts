/** What files of imports promise, wherever they are kept. */
import { beforeEach, describe, expect, it } from '@jest/globals'
import type { ImportFiles } from '#kernel'

/** Clocks of engines differ from that of the process, by this at most. */
const apartMs = 1_000

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

async function* cutOff(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
  throw new Error('the connection broke')
}

type Opened = () => ImportFiles

export function describeImportFiles(name: string, open: () => Promise<ImportFiles>): void {
  describe(name, () => {
    let files: ImportFiles
    beforeEach(async () => {
      files = await open()
    })
    const opened = () => files
    readingTests(opened)
    wholenessTests(opened)
    removalTests(opened)
  })
}

async function textOf(files: ImportFiles, owner: string, name: string): Promise<string> {
  const read: Uint8Array[] = []
  for await (const piece of files.read(owner, name)) read.push(piece)
  return Buffer.concat(read).toString()
}

function readingTests(opened: Opened): void {
  it('are none to begin with', async () => {
    expect([await opened().owners(), await opened().names('i1'), await opened().touchedAt('i1')]).toEqual([[], [], 0])
    await opened().remove('i1')
    await opened().removeOnly('i1', ['a'])
    await expect(textOf(opened(), 'i1', 'a')).rejects.toThrow()
  })

  it('are read as they were written, each time from the start', async () => {
    const long = 'Merituuli,äö\n'.repeat(30_000)
    await opened().write('i1', 'b~f%C3%B6r.csv', pieces(long, '', 'end'))
    await opened().write('i1', 'a', pieces())
    await opened().write('i2', 'a', pieces('other'))
    const both = await Promise.all([0, 1].map(() => textOf(opened(), 'i1', 'b~f%C3%B6r.csv')))
    expect(both.every((text) => text === `${long}end`)).toBe(true)
    expect([await textOf(opened(), 'i1', 'a'), await textOf(opened(), 'i2', 'a')]).toEqual(['', 'other'])
    expect(await opened().names('i1')).toEqual(['a', 'b~f%C3%B6r.csv'])
    expect((await opened().owners()).sort()).toEqual(['i1', 'i2'])
  })

  it('are kept as they were when they were handed over', async () => {
    const piece = Buffer.from('clear')
    async function* reused() {
      yield piece
      piece.fill(0x2e)
      yield piece
    }
    await opened().write('i1', 'a', reused())
    piece.fill(0x21)
    expect(await textOf(opened(), 'i1', 'a')).toBe('clear.....')
  })

  it('say when the last of an owner was put there', async () => {
    const before = Date.now()
    await opened().write('i1', 'a', pieces('one'))
    const first = await opened().touchedAt('i1')
    expect(first).toBeGreaterThanOrEqual(before - apartMs)
    expect(first).toBeLessThanOrEqual(Date.now() + apartMs)
    await opened().write('i1', 'b', pieces('two'))
    expect(await opened().touchedAt('i1')).toBeGreaterThanOrEqual(first)
  })
}

function wholenessTests(opened: Opened): void {
  it('take the place of those of their name', async () => {
    await opened().write('i1', 'a', pieces('a longer first one'))
    await opened().write('i1', 'a', pieces('second'))
    expect([await textOf(opened(), 'i1', 'a'), await opened().names('i1')]).toEqual(['second', ['a']])
  })

  it('are whole or not there, and one cut off leaves what stood there', async () => {
    await expect(opened().write('i1', 'a', cutOff('half'))).rejects.toThrow('the connection broke')
    expect(await opened().names('i1')).toEqual([])
    await opened().write('i1', 'a', pieces('first'))
    await expect(opened().write('i1', 'a', cutOff('half'))).rejects.toThrow('the connection broke')
    expect(await textOf(opened(), 'i1', 'a')).toBe('first')
  })

  it('are not seen while they are written', async () => {
    let seen: string[] = []
    async function* looking() {
      yield Buffer.from('half')
      seen = await opened().names('i1')
      yield Buffer.from('half')
    }
    await opened().write('i1', 'a', looking())
    expect([seen, await textOf(opened(), 'i1', 'a')]).toEqual([[], 'halfhalf'])
  })

  it('of one name written at once leave one of them, whole', async () => {
    const texts = Array.from({ length: 8 }, (_, index) => `${index}`.repeat(5_000))
    await Promise.all(texts.map((text) => opened().write('i1', 'a', pieces(text, text))))
    expect(texts.map((text) => text + text)).toContain(await textOf(opened(), 'i1', 'a'))
    expect(await opened().names('i1')).toEqual(['a'])
  })
}

function removalTests(opened: Opened): void {
  it('are removed by owner, or some of them, and no others', async () => {
    for (const [owner, file] of [
      ['i1', 'a'],
      ['i1', 'b'],
      ['i1', 'c'],
      ['i2', 'a'],
    ] as const)
      await opened().write(owner, file, pieces(`${owner}${file}`))
    await opened().removeOnly('i1', ['a', 'none', 'c'])
    expect([await opened().names('i1'), await opened().names('i2')]).toEqual([['b'], ['a']])
    await opened().remove('i1')
    expect([await opened().names('i1'), await opened().owners()]).toEqual([[], ['i2']])
    await expect(textOf(opened(), 'i1', 'b')).rejects.toThrow()
    expect(await textOf(opened(), 'i2', 'a')).toBe('i2a')
  })

  it('of others stay while one is being written', async () => {
    async function* removing() {
      yield Buffer.from('wh')
      await opened().write('i1', 'b', pieces('gone'))
      await opened().removeOnly('i1', ['b'])
      yield Buffer.from('ole')
    }
    await opened().write('i1', 'a', removing())
    expect([await opened().names('i1'), await textOf(opened(), 'i1', 'a')]).toEqual([['a'], 'whole'])
  })
}
