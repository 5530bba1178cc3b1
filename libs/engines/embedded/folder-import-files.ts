/** Files of imports in a folder: a folder for each owner, made with the first file. */
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportFiles } from '#kernel'

/** Of files that are not whole yet, or never will be. */
const unfinished = '.part'

export class FolderImportFiles implements ImportFiles {
  constructor(private readonly folder: string) {}

  async write(owner: string, name: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    await mkdir(join(this.folder, owner), { recursive: true })
    const path = join(this.folder, owner, name)
    // Two may write the same file at once: the last to end leaves a whole one.
    const part = `${path}.${randomUUID()}${unfinished}`
    const file = await open(part, 'wx', 0o600)
    try {
      for await (const piece of content) await file.write(piece)
      await file.sync()
      await rename(part, path)
    } catch (error) {
      await rm(part, { force: true })
      throw error
    } finally {
      await file.close()
    }
  }

  async *read(owner: string, name: string): AsyncGenerator<Uint8Array, void, undefined> {
    yield* createReadStream(join(this.folder, owner, name))
  }

  async names(owner: string): Promise<string[]> {
    const names = await readdir(join(this.folder, owner)).catch(nothingThere)
    return names.filter((name) => !name.endsWith(unfinished)).sort()
  }

  owners(): Promise<string[]> {
    return readdir(this.folder).catch(nothingThere)
  }

  async touchedAt(owner: string): Promise<number> {
    const found = await stat(join(this.folder, owner)).catch(() => undefined)
    return found?.mtimeMs ?? 0
  }

  async remove(owner: string): Promise<void> {
    await rm(join(this.folder, owner), { recursive: true, force: true })
  }

  /** The folder stays, since others may be writing to it. */
  async removeOnly(owner: string, names: readonly string[]): Promise<void> {
    for (const name of names) await rm(join(this.folder, owner, name), { force: true })
  }

  async close(): Promise<void> {
    // Files are open no longer than a question takes.
  }
}

function nothingThere(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
