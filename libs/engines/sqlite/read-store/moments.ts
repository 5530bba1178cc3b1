/**
 * Moments of a file: a connection of their own, in a read transaction while one goes on. They take turns. Whoever
 * reads waits for nothing here, since `node:sqlite` works on the calling thread, so that several connections would
 * only hold their pages several times.
 */
import { SerialQueue } from '#kernel'
import { StoreFile } from './store-file.js'
import { TableCatalogue } from './tables/catalogue.js'

export class Moments<Reads> {
  private readonly turns = new SerialQueue()
  private opened: { file: StoreFile; catalogue: TableCatalogue; reads: Reads } | undefined

  /** @param readsOf what is read over a connection to the file */
  constructor(
    private readonly like: StoreFile,
    private readonly readsOf: (file: StoreFile, catalogue: TableCatalogue) => Reads,
  ) {}

  /** @throws ReadStoreRefused when the file cannot be opened once more */
  take<T>(work: (reads: Reads) => Promise<T>): Promise<T> {
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
    const { path, kind } = this.like
    // Two connections to memory would be two stores.
    if (path === ':memory:') throw new Error('a store in memory has no moments: give it a file')
    const file = new StoreFile(path, { readOnly: true, kind })
    const catalogue = file.guard(() => new TableCatalogue(file, { readOnly: true, locale: undefined }))
    return { file, catalogue, reads: file.guard(() => this.readsOf(file, catalogue)) }
  }
}
