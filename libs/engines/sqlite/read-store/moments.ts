/**
 * Moments of a file of read models: a connection of their own, in a read transaction while one goes on.
 * They take turns. Whoever reads waits for nothing here, since `node:sqlite` works on the calling thread,
 * so that several connections would only hold their pages several times.
 */
import { SerialQueue, type StoreReads } from '#kernel'
import { SqliteContributions } from './contributions.js'
import { type EventsBeside, SqliteFilings } from './filings/filings.js'
import { SqliteReads } from './reads.js'
import { StoreFile } from './store-file.js'
import { TableCatalogue } from './tables/catalogue.js'

export class Moments {
  private readonly turns = new SerialQueue()
  private opened: { file: StoreFile; catalogue: TableCatalogue; reads: StoreReads } | undefined

  constructor(
    private readonly path: string,
    private readonly log: EventsBeside | undefined,
  ) {}

  /** @throws ReadStoreRefused when the file cannot be opened once more */
  take<T>(work: (reads: StoreReads) => Promise<T>): Promise<T> {
    return this.turns.take(async () => {
      this.opened ??= this.open()
      const { file, catalogue, reads } = this.opened
      file.guard(() => file.beginMoment())
      try {
        catalogue.refresh()
        return await work(reads)
      } finally {
        file.endMoment()
      }
    })
  }

  async close(): Promise<void> {
    await this.turns.idle()
    this.opened?.file.close()
  }

  private open() {
    // Two connections to memory would be two stores.
    if (this.path === ':memory:') throw new Error('a store in memory has no moments: give it a file')
    const file = new StoreFile(this.path, true)
    const options = { readOnly: true, locale: undefined }
    const catalogue = file.guard(() => new TableCatalogue(file, options))
    const [filings, contributions] = [new SqliteFilings(file, this.log), new SqliteContributions(file, options)]
    return { file, catalogue, reads: new SqliteReads({ file, catalogue, filings, contributions }) }
  }
}
