/**
 * Where documents, facts and references leave what holds them for an answer: whatever is sealed in them has its
 * key fetched there, so that queries open it without waiting, and without knowing of keys.
 */
import type { KeyVault, Moment, ReferenceHolder } from '#kernel'
import { HeldKeys, keyIdsIn } from './held-keys.js'

/**
 * The same source; what it promises comes once the keys of it are held.
 * @param only what promises anything sealed; everything unless told
 */
export function withKeysMet<S extends object>(source: S, keys: HeldKeys, only?: readonly (keyof S)[]): S {
  return new Proxy(source, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown
      if (typeof member !== 'function' || only?.includes(name as keyof S) === false) return member
      return (...given: unknown[]) => {
        const answer = Reflect.apply(member, target, given) as unknown
        return answer instanceof Promise ? met(answer, keys) : answer
      }
    },
  })
}

async function met(answer: Promise<unknown>, keys: HeldKeys): Promise<unknown> {
  const value = await answer
  await keys.meet(value)
  return value
}

/** Begins the keys of answers with those of what references hold: a query may show anybody's name beside what it reads. */
export class AnswerKeys {
  /** A state never changes, so that each is looked through once. */
  private readonly byState = new WeakMap<object, ReadonlySet<string>>()

  constructor(
    private readonly vault: Pick<KeyVault, 'fetch'>,
    private readonly holder: ReferenceHolder,
  ) {}

  /** @param moments of the references that the answer may show */
  async at(...moments: Moment[]): Promise<HeldKeys> {
    const keys = new HeldKeys(this.vault)
    const states = moments.flatMap((moment) => {
      const references = this.holder.at(moment)
      return this.holder.references.map((reference) => references.get(reference))
    })
    await keys.fetch([...new Set(states)].flatMap((state) => [...this.idsIn(state)]))
    return keys
  }

  private idsIn(state: unknown): ReadonlySet<string> {
    if (state === null || typeof state !== 'object') return new Set()
    const known = this.byState.get(state) ?? keyIdsIn(state)
    this.byState.set(state, known)
    return known
  }
}
