/** Opens what facts say, with private notes for those alone who may read them. */
import type { Fact, QueryContext } from '#kernel'
import { opensPrivate } from '../../../touchpoints/notes/private-notes.queries.js'
import { isPrivate } from '../../../touchpoints/touchpoints.queries.js'

type Named = Pick<Fact, 'type' | 'entity'>

export class PrivateNotes {
  private constructor(
    private readonly ask: QueryContext<object>,
    private readonly open: ReadonlySet<string>,
  ) {}

  /** Finds out which of the private notes among the facts the reader may open. */
  static async among(ask: QueryContext<object>, facts: readonly Named[]): Promise<PrivateNotes> {
    const notes = [...new Set(facts.filter(isPrivate).map(({ entity }) => entity))]
    // Asked for in one turn, so that all are read together.
    const opens = await Promise.all(notes.map((note) => opensPrivate(note, ask)))
    return new PrivateNotes(ask, new Set(notes.filter((_, at) => opens[at])))
  }

  /** Those among the facts of both. */
  and({ open }: PrivateNotes): PrivateNotes {
    return new PrivateNotes(this.ask, new Set([...this.open, ...open]))
  }

  /** Whether the reader sees only that the fact exists. */
  hides(fact: Named): boolean {
    return isPrivate(fact) && !this.open.has(fact.entity)
  }

  /** What a fact says, opened as far as the reader may see it. */
  opened(fact: Named & Pick<Fact, 'data'>): Fact['data'] {
    return this.ask.open(fact.data, isPrivate(fact) && this.open.has(fact.entity))
  }
}
