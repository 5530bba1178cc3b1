/** Hears from the server when a checkpoint is written, whoever writes it, so that those who follow one need not look for themselves. */
import type { ChangeStream, Db } from 'mongodb'
import type { Arrivals } from '../../../embedded/arrivals.js'
import type { Patience } from '../../patience.js'

/** After so long a server answers that there is nothing new. */
const maxAwaitTimeMS = 10_000
/** Where it does not tell, it is asked again after so long. */
const againMs = 1_000

export class ServerNews {
  private stream: ChangeStream | undefined
  private heard: Promise<void> | undefined
  private isOpen = true
  /** Whether it would be heard of a change now. */
  isHeard = false

  constructor(
    private readonly db: Db,
    private readonly of: { arrivals: Arrivals; patience: Patience },
  ) {}

  /** From the first who follows on. */
  begin(): void {
    if (this.isOpen) this.heard ??= this.hear()
  }

  async close(): Promise<void> {
    this.isOpen = false
    await this.stream?.close()
    await this.heard
  }

  private async hear(): Promise<void> {
    while (this.isOpen) {
      this.stream = this.db.collection('~checkpoints').watch([{ $project: { _id: 1 } }], { maxAwaitTimeMS })
      this.stream.on('resumeTokenChanged', () => this.isSaid())
      try {
        while (this.isOpen && !this.stream.closed) if (await this.stream.tryNext()) this.of.arrivals.announce()
      } catch {
        // The server is away, or tells nobody: until it does, whoever follows looks by itself.
      }
      this.isHeard = false
      await this.stream.close()
      if (this.isOpen) await this.of.patience.pause(againMs)
    }
  }

  /** From the first word on; what came before that is looked at once more. */
  private isSaid(): void {
    if (!this.isHeard) this.of.arrivals.announce()
    this.isHeard = true
  }
}
