/** Undoes facts of an import by corrections, each as its plan says. */
import { DomainError, type NamedRecords, type Recorded } from '#kernel'
import { firstEventOf, type OwnFact } from './footprint.js'
import { PuttingBack } from './put-back.js'
import type { UndoCorrections } from './undo-corrections.js'
import { undoEdit } from './undo-edit.js'
import { keptFact, type UndoTold, undoneLine } from './undo-lists.js'
import type { Planned } from './undo-plan.js'

/** Refusals that another attempt need not meet. */
const passing: ReadonlySet<string> = new Set(['try-again', 'clock-behind', 'clock-ahead'])

export class FactUndoer {
  private readonly puttingBack: PuttingBack

  constructor(
    private readonly corrections: UndoCorrections,
    references: NamedRecords,
  ) {
    this.puttingBack = new PuttingBack(corrections, references)
  }

  /** Of facts that have nothing to do with each other; what is retracted goes together. */
  async undoAll(planned: readonly Planned[]): Promise<UndoTold[]> {
    const retracted = planned.flatMap(({ fact, does }) => (does === 'retract' ? [fact] : []))
    const others = planned.filter(({ does }) => does !== 'retract')
    const [told, ...further] = await Promise.all([this.retractAll(retracted), ...others.map((each) => this.undo(each))])
    return [...told, ...further]
  }

  private async retractAll(facts: readonly OwnFact[]): Promise<UndoTold[]> {
    if (facts.length === 0) return []
    const answers = await this.corrections.sendAll(
      facts.map((fact) => ({ stream: fact.stream, eventId: firstEventOf(fact), mode: 'retract' })),
    )
    return facts.map((fact, at) => {
      const answer = answers[at] as PromiseSettledResult<Recorded>
      return answer.status === 'fulfilled' ? { retracted: [undoneLine(fact)] } : refused(fact, answer.reason)
    })
  }

  private async undo(planned: Planned): Promise<UndoTold> {
    const { fact } = planned
    if (planned.does === 'keep') return keptFact(fact, planned)
    try {
      return await (planned.does === 'edit' ? undoEdit(fact, this.corrections) : this.puttingBack.of(fact))
    } catch (error) {
      return refused(fact, error)
    }
  }
}

/** @throws what says nothing about the fact: it stops the undo, which goes on when it is asked for again */
function refused(fact: OwnFact, error: unknown): UndoTold {
  if (!(error instanceof DomainError) || passing.has(error.code)) throw error
  if (error.code === 'already-retracted') return {}
  return keptFact(fact, { why: error.kind === 'forbidden' ? 'not-allowed' : 'used-since' })
}
