/**
 * Generations of read models: each a file of its own, so that a new one is derived beside the one
 * that serves. A small file names the current one and the shape it was derived in.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { writeWhole } from '#files'
import type { CurrentGeneration, Generation, Generations } from '#kernel'
import { formatVersion } from '../read-store/store-file.js'
import { isThisStart, machineStart } from './machine-start.js'

/** What the small file says. */
interface Pointer {
  number: number
  shape: string
  /** Of its file: one that this program does not write serves nobody. */
  format?: number
  /** The start of the machine during which it is written; absent once all of it is on disk. */
  writtenSince?: string
}

const stemOf = (path: string): string => basename(path, '.db')

/** Whether a file is one of the read models at a path: of a generation, of work aside, or what names the current one. */
export function isReadModelFile(path: string, file: string): boolean {
  if (dirname(file) !== dirname(path)) return false
  const [name, stem] = [basename(file), stemOf(path)]
  if (name === `${basename(path)}.current` || name === `${basename(path)}.current.new`) return true
  return (
    name.startsWith(`${stem}-`) &&
    /^(\d{4,}|aside)\.db(-share\d+)?(-wal|-shm|-journal)?$/.test(name.slice(stem.length + 1))
  )
}

/** Removes the read models at a path, but for those that are kept. */
export function removeReadModels(path: string, isKept: (file: string) => boolean = () => false): void {
  for (const name of readdirSync(dirname(path))) {
    const file = join(dirname(path), name)
    if (isReadModelFile(path, file) && !isKept(file)) rmSync(file, { force: true })
  }
}

/** The generations beside a path like `<data>/read.db`; the place of each is the absolute path of its file. */
export class SqliteGenerations implements Generations {
  private readonly pointer: string

  constructor(private readonly path: string) {
    this.pointer = `${path}.current`
  }

  async current(): Promise<CurrentGeneration | undefined> {
    const pointed = this.pointed()
    if (!pointed) return undefined
    const { number, shape, format, writtenSince } = pointed
    const place = this.fileOf(number)
    const intact = writtenSince === undefined || isThisStart(writtenSince)
    return format === formatVersion && existsSync(place) ? { number, shape, place, intact } : undefined
  }

  async next(shape: string): Promise<Generation> {
    const number = (this.pointed()?.number ?? 0) + 1
    const place = this.fileOf(number)
    remove(place)
    return { number, shape, place }
  }

  async switchTo({ number, shape }: Generation): Promise<void> {
    this.point({ number, shape, writtenSince: machineStart() })
  }

  async settle({ number, shape }: Pick<Generation, 'number' | 'shape'>): Promise<void> {
    if (this.pointed()?.number === number) this.point({ number, shape })
  }

  async aside<T>(work: (place: string) => Promise<T>): Promise<T> {
    const file = this.named('aside')
    remove(file)
    try {
      return await work(file)
    } finally {
      remove(file)
    }
  }

  async close(): Promise<void> {
    // Files are open no longer than a question takes.
  }

  async clean(): Promise<void> {
    const current = (await this.current())?.place
    removeReadModels(this.path, (file) => file.startsWith(this.pointer) || file.replace(/-(wal|shm)$/, '') === current)
  }

  /** What cannot be read names nothing. */
  private pointed(): Pointer | undefined {
    if (!existsSync(this.pointer)) return undefined
    try {
      const pointer = JSON.parse(readFileSync(this.pointer, 'utf8')) as Pointer
      return Number.isSafeInteger(pointer.number) ? pointer : undefined
    } catch {
      return undefined
    }
  }

  private point(to: Pointer): void {
    writeWhole(this.pointer, JSON.stringify({ ...to, format: formatVersion }))
  }

  private fileOf(number: number): string {
    return this.named(String(number).padStart(4, '0'))
  }

  private named(name: string): string {
    return join(dirname(this.path), `${stemOf(this.path)}-${name}.db`)
  }
}

function remove(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
}
