/** Which read models a program serves from: the current ones where they can, else new ones that are to be derived. */
import type { CurrentGeneration, Generation, Generations, Position, ReadStore } from '#kernel'
import { CHECKPOINT } from '#read-models'

interface Wanted {
  shape: string
  /** Of the log they are derived from. */
  head: Position
  /** Opens the store of a generation for reading. @throws where it is none, or another group's */
  open(generation: Generation): Promise<ReadStore>
}

export interface GenerationToServe {
  generation: Generation
  /** Why it is to be derived first; absent where it can serve. */
  anew?: string
}

export async function generationToServe(generations: Generations, wanted: Wanted): Promise<GenerationToServe> {
  const current = await generations.current()
  if (current === undefined) return { generation: await generations.next(wanted.shape), anew: 'there are none' }
  const anew = await whyAnew(current, wanted)
  if (anew === undefined) return { generation: current }
  return { generation: await generations.next(wanted.shape), anew }
}

async function whyAnew(current: CurrentGeneration, { shape, head, open }: Wanted): Promise<string | undefined> {
  if (!current.intact) return 'the machine stopped while they were written'
  if (current.shape !== shape) return 'this version has others'
  try {
    const store = await open(current)
    const position = await store.checkpoint(CHECKPOINT).finally(() => store.close())
    return position > head ? 'they know more than the log' : undefined
  } catch (error) {
    // They can be derived again, whatever is wrong with them.
    return (error as Error).message
  }
}
