/** Read models that nobody has written but a fold of the log, with their plaintext, and that are kept up with others. */
import type { ClearStore, EventLog, FollowedKeys, Position, ReadStore } from '#kernel'
import { lettingGo, openerOf } from '#privacy'
import { ClearFollower, type FoldingRules, Projector, Rebuild, type RebuildOptions } from '#projections'

export interface CleanFolding extends FoldingRules, Pick<RebuildOptions, 'inShares'> {
  log: EventLog
  vault: FollowedKeys
  /** Empty. */
  clean: { store: ReadStore; clear?: ClearStore }
  /** Where they are first folded to. */
  until: Position
}

const page = 500

export class CleanReadModels {
  private constructor(
    private readonly o: CleanFolding,
    private readonly projector: Projector,
    private readonly follower: ClearFollower | undefined,
    private reached: Position,
  ) {}

  static async fold({ clean, vault, ...o }: CleanFolding): Promise<CleanReadModels> {
    const { store, clear } = clean
    const opening = clear && { into: clear, openerOf: openerOf(vault) }
    await new Rebuild({ ...o, store, opening }).run()
    const letGo = lettingGo(vault, o.withholding)
    const follower = clear && new ClearFollower({ ...o, store, clear, openerOf: openerOf(vault), letGo })
    await follower?.open()
    const projector = new Projector({ ...o, store, listener: follower })
    return new CleanReadModels({ ...o, clean, vault }, projector, follower, await projector.open())
  }

  get store(): ReadStore {
    return this.o.clean.store
  }

  get clear(): ClearStore | undefined {
    return this.o.clean.clear
  }

  /** Folds on to where others are. @throws Error when they are not as far any more, since a fail-over took back what they had written */
  async bringTo(position: Position): Promise<void> {
    if (position < this.reached) throw new Error('the read models lost what they had written: verify them again')
    while (this.reached < position) {
      const events = await this.o.log.readAll({ after: this.reached, until: position, limit: page })
      const last = events.at(-1)
      if (!last) throw new Error(`the log has no event up to position ${position}, where the read models are`)
      await this.projector.project(events)
      this.reached = last.position
    }
  }

  async close(): Promise<void> {
    await this.follower?.close()
  }
}
