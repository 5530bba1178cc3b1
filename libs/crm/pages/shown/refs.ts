/** How an answer leads back to the events that it rests on. */
import { type Fact, Label, type Partition, type QueryContext } from '#kernel'

export class EventRef {
  /** Id of the first event. */
  @Label({ max: 64 }) event!: string
  /** Its position in the log. */
  @Label({ max: 20 }) position!: string
}

export type RefsById = ReadonlyMap<string, Pick<Fact, 'id' | 'position'>>

export const refOf = ({ id, position }: Pick<Fact, 'id' | 'position'>): EventRef => ({
  event: id,
  position: String(position),
})

/** First events by their ids, fetched at once. */
export async function refsById(
  { journals }: QueryContext<object>,
  partition: Partition,
  ids: readonly (string | undefined)[],
): Promise<RefsById> {
  const known = ids.filter((id) => id !== undefined)
  const positions = await journals.positions(partition, known)
  return new Map([...positions].map(([id, position]) => [id, { id, position }]))
}

/** Facts by the ids of their first events, fetched at once. */
export async function factsById(
  ask: QueryContext<object>,
  partition: Partition,
  ids: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, Fact>> {
  const facts = await ask.journals.named(
    partition,
    ids.filter((id) => id !== undefined),
  )
  return new Map(facts.map((fact) => [fact.id, fact]))
}

/** The references of those ids that are known. */
export const refsOf = (known: RefsById, ...ids: (string | undefined)[]): EventRef[] =>
  ids.flatMap((id) => {
    const fact = id === undefined ? undefined : known.get(id)
    return fact ? [refOf(fact)] : []
  })
