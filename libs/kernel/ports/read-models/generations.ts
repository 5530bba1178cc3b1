/**
 * The port to generations of read models: which of them serves. A new one is derived beside the one that serves
 * and then takes its place at once; where each is kept, in a file or a database, is its engine's affair.
 */
export interface Generation {
  /** Grows from one to the next. */
  number: number
  /** Hash of all tables and versions it holds. */
  shape: string
  /** By what its engine opens it; a plain value that means the same to every thread and process. */
  place: string
}

export interface CurrentGeneration extends Generation {
  /** False when the machine stopped while it was written: then anything may be missing in it. */
  intact: boolean
}

export interface Generations {
  /** The generation that serves; undefined when there is none, or none that this program can read. */
  current(): Promise<CurrentGeneration | undefined>
  /** A place for the next one, with nothing in it: what a rebuild that died has left there is removed. */
  next(shape: string): Promise<Generation>
  /** Makes a generation the one that serves and is written from now on; durable once it resolves. */
  switchTo(generation: Generation): Promise<void>
  /**
   * Says that all of a generation is kept safely: its store was closed. Nothing happens when another serves by
   * now.
   */
  settle(generation: Pick<Generation, 'number' | 'shape'>): Promise<void>
  /**
   * Works in a place that nobody serves from, with nothing in it. What was put there is gone afterwards, or with the
   * next `clean` when the process has died meanwhile. One such work goes on at a time.
   */
  aside<T>(work: (place: string) => Promise<T>): Promise<T>
  /** Removes everything but the current generation. */
  clean(): Promise<void>
  close(): Promise<void>
}
