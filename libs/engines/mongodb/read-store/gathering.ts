/** Questions of a moment that wait for each other: whichever is put first puts all of them together. */
import type { ClientSession } from 'mongodb'
import type { Questions } from './questions.js'

interface Waiting<A, F> {
  asked: A
  found?: Promise<F>
}

export class Gathering<A, F> {
  private waiting: Waiting<A, F>[] = []

  /** @param together what is found of each, in their order */
  constructor(
    private readonly questions: Questions,
    private readonly together: (session: ClientSession, all: readonly A[]) => Promise<readonly F[]>,
  ) {}

  ask(asked: A): Promise<F> {
    const { questions } = this
    const own: Waiting<A, F> = { asked }
    // Otherwise what another has asked might be of before this one asks.
    if (!questions.reached) return questions.put(async (session) => (await this.together(session, [asked]))[0] as F)
    this.waiting.push(own)
    return questions.put(async (session) => own.found ?? this.put(session, own), true)
  }

  private async put(session: ClientSession, own: Waiting<A, F>): Promise<F> {
    const all = this.waiting.splice(0)
    const read = this.together(
      session,
      all.map(({ asked }) => asked),
    )
    for (const [at, each] of all.entries()) {
      each.found = read.then((found) => found[at] as F)
      // Told when its turn comes.
      each.found.catch(() => undefined)
    }
    return (await read)[all.indexOf(own)] as F
  }
}
