/** The EventStoreDB server that suites of whole processes run on where one is given, each in streams of its own. */
import { randomUUID } from 'node:crypto'

/** It may hold anything, and keeps what it is given; undefined where none is given. */
export function givenEventStore(): string | undefined {
  const given = process.env.EVENTSTORE_TEST_URL
  if (!given) return undefined
  return `${given}${given.includes('?') ? '&' : '?'}streamPrefix=run${randomUUID().slice(0, 8)}`
}
