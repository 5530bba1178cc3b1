/**
 * Moments of a file: each on a connection of its own, in a read transaction while it goes on. `node:sqlite` works on
 * the calling thread, so that those that only read never meet; one that folds or scans for long lets others have a
 * turn meanwhile, who must not wait for its end. A connection holds pages: there are as many as are needed at once, up
 * to a bound. One that is apart, which may be long, has one that is closed behind it.
 */
import type { Lasting } from '#kernel'
import { StoreFile } from './store-file.js'
import { TableCatalogue } from './tables/catalogue.js'

/** One that folds, one that scans, as whoever asks lets them go one by one, and one for all that is short. */
const mostAtOnce = 3

interface Connection<Reads> {
  file: StoreFile
  catalogue: TableCatalogue
  reads: Reads
}

export class Moments<Reads> {
  private readonly opened: Connection<Reads>[] = []
  /** Those used last are taken first: their pages are there. */
  private readonly idle: Connection<Reads>[] = []
  private readonly waiting: ((connection: Connection<Reads>) => void)[] = []
  private readonly atWork = new Set<Promise<unknown>>()

  /** @param readsOf what is read over a connection to the file */
  constructor(
    private readonly like: StoreFile,
    private readonly readsOf: (file: StoreFile, catalogue: TableCatalogue) => Reads,
  ) {}

  /** @throws ReadStoreRefused when the file cannot be opened once more */
  async take<T>(work: (reads: Reads) => Promise<T>, { apart = false }: Lasting = {}): Promise<T> {
    const done = apart ? this.onItsOwn(work) : this.onOneOf(work)
    this.atWork.add(done)
    try {
      return await done
    } finally {
      this.atWork.delete(done)
    }
  }

  /** Once all that was asked for is answered. */
  async close(): Promise<void> {
    await Promise.allSettled(this.atWork)
    for (const { file } of this.opened) file.close()
  }

  private async onItsOwn<T>(work: (reads: Reads) => Promise<T>): Promise<T> {
    const connection = this.open()
    try {
      return await inMoment(connection, work)
    } finally {
      connection.file.close()
    }
  }

  private async onOneOf<T>(work: (reads: Reads) => Promise<T>): Promise<T> {
    const connection = await this.connection()
    try {
      return await inMoment(connection, work)
    } finally {
      const next = this.waiting.shift()
      if (next) next(connection)
      else this.idle.push(connection)
    }
  }

  private async connection(): Promise<Connection<Reads>> {
    const idle = this.idle.pop()
    if (idle) return idle
    if (this.opened.length >= mostAtOnce) return new Promise((resolve) => this.waiting.push(resolve))
    const opened = this.open()
    this.opened.push(opened)
    return opened
  }

  private open(): Connection<Reads> {
    const { path, kind } = this.like
    // Two connections to memory would be two stores.
    if (path === ':memory:') throw new Error('a store in memory has no moments: give it a file')
    const file = new StoreFile(path, { readOnly: true, kind })
    const catalogue = file.guard(() => new TableCatalogue(file, { readOnly: true, locale: undefined }))
    return { file, catalogue, reads: file.guard(() => this.readsOf(file, catalogue)) }
  }
}

async function inMoment<Reads, T>(
  { file, catalogue, reads }: Connection<Reads>,
  work: (reads: Reads) => Promise<T>,
): Promise<T> {
  try {
    file.guard(() => file.beginMoment())
    catalogue.refresh()
    return await work(reads)
  } finally {
    file.endMoment()
  }
}
