/** References as others hold them, and what a scratch log adds to them. */
import type { ScratchLog } from '#commands'
import { ReferenceHolder, type Rules } from '#kernel'
import type { HeldByCommands } from './held-references.js'

export class RehearsedReferences implements HeldByCommands {
  holder: ReferenceHolder
  private taken = 0

  constructor(
    private readonly of: HeldByCommands,
    private readonly log: ScratchLog,
    private readonly members: Pick<Rules['members'], 'viewerOf'>,
  ) {
    this.holder = copyOf(of.holder)
  }

  async load(): Promise<void> {
    const added = this.log.appendedFrom(this.taken)
    this.taken += added.length
    for (const event of added) this.holder.take(event)
  }

  references = () => this.holder.at()
  viewer = (member: string) => this.members.viewerOf(member, this.holder.at())

  /** Begins anew, with what the others hold by now. */
  restart(): void {
    this.holder = copyOf(this.of.holder)
    this.taken = 0
  }
}

function copyOf(holder: ReferenceHolder): ReferenceHolder {
  const copy = new ReferenceHolder(holder.references)
  for (const event of holder.between(0, holder.position)) copy.take(event)
  return copy
}
