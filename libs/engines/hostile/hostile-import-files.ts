/**
 * Files of imports for tests, kept in memory in the least convenient way: late, in pieces cut anew, and gone as soon
 * as somebody removes them, also from under those who read.
 */
import type { ImportFiles } from '#kernel'
import { Lateness } from './late.js'

interface Kept {
  bytes: Buffer
  /** Milliseconds since 1970. */
  at: number
}

const longestPiece = 100_000

export class HostileImportFiles implements ImportFiles {
  private readonly kept = new Map<string, Map<string, Kept>>()
  private readonly late: Lateness

  constructor(
    seed: number,
    private readonly clock: () => Date,
  ) {
    this.late = new Lateness(seed)
  }

  async write(owner: string, name: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    const pieces: Buffer[] = []
    for await (const piece of content) {
      // Whoever hands something over may do with it what they like.
      pieces.push(Buffer.from(piece))
      await this.late.pass()
    }
    await this.late.of(() => {
      const files = this.kept.get(owner) ?? new Map<string, Kept>()
      this.kept.set(owner, files.set(name, { bytes: Buffer.concat(pieces), at: this.clock().getTime() }))
    })
  }

  async *read(owner: string, name: string): AsyncGenerator<Uint8Array, void, undefined> {
    for (let from = 0; ; ) {
      await this.late.pass()
      const file = this.kept.get(owner)?.get(name)
      if (!file) throw new Error(`there is no file ${name} of ${owner}`)
      if (from >= file.bytes.length) return
      const to = from + 1 + Math.floor(this.late.chance() * longestPiece)
      yield Buffer.from(file.bytes.subarray(from, to))
      from = to
    }
  }

  names(owner: string): Promise<string[]> {
    return this.late.of(() => [...(this.kept.get(owner)?.keys() ?? [])].sort())
  }

  owners(): Promise<string[]> {
    return this.late.of(() => [...this.kept.keys()].reverse())
  }

  touchedAt(owner: string): Promise<number> {
    return this.late.of(() => Math.max(0, ...[...(this.kept.get(owner)?.values() ?? [])].map(({ at }) => at)))
  }

  remove(owner: string): Promise<void> {
    return this.late.of(() => void this.kept.delete(owner))
  }

  removeOnly(owner: string, names: readonly string[]): Promise<void> {
    const own = [...names]
    return this.late.of(() => {
      const files = this.kept.get(owner)
      for (const name of own) files?.delete(name)
      if (files?.size === 0) this.kept.delete(owner)
    })
  }

  close(): Promise<void> {
    return this.late.pass()
  }
}
