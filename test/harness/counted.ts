/** A store, a log or a vault that counts what is asked of it: each question is a round trip where it lies behind a network. */
import type { ReadStore } from '#kernel'

/** How often each method was called, by its name. */
export type Asked = Map<string, number>

/** Beside methods, what itself has some. */
const parts = ['filings', 'contributions']

/** The same; a moment counts as one question, since its end is told to the engine. */
export function counted<S extends object>(source: S, asked: Asked): S {
  return new Proxy(source, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (parts.includes(String(name))) return counted(member as object, asked)
      if (typeof member !== 'function') return member
      return (...given: unknown[]) => {
        asked.set(String(name), (asked.get(String(name)) ?? 0) + 1)
        if (name === 'moment')
          return momentOf(target as ReadStore, asked, given[0] as Parameters<ReadStore['moment']>[0])
        return Reflect.apply(member, target, given)
      }
    },
  })
}

const momentOf = (store: ReadStore, asked: Asked, work: Parameters<ReadStore['moment']>[0]) =>
  store.moment((reads) => work(counted(reads, asked)))

export const timesIn = (asked: Asked): number => [...asked.values()].reduce((sum, times) => sum + times, 0)
