/**
 * Drafts answers before anybody asks, and drops them: code is compiled then, statements are prepared and pages read,
 * for which the first readers would wait. Nobody is given anything, so nobody has seen anything.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Query, ReadStore, Registry, Viewer } from '#kernel'
import type { Question } from '#queries'
import { tableOf } from '#read-models'

/** About as long as a program takes from opening its files until it serves. */
const longestMs = 300
const mostCustomers = 300

const nobody: Viewer = { member: 'system:warming-up', grants: [] }

interface WarmedUp {
  registry: Registry
  store: Pick<ReadStore, 'find'>
  draft(question: Question): Promise<unknown>
}

/** @param isOver asked before each draft: whoever asks in earnest goes first */
export async function warmUp(
  { registry, store, draft }: WarmedUp,
  isOver: () => boolean,
  forMs = longestMs,
): Promise<void> {
  const endMs = performance.now() + forMs
  const pages = [...registry.queries.values()].filter(isOfWholeCustomer)
  try {
    for (const id of await someCustomers(registry, store))
      for (const { name } of pages) {
        if (isOver() || performance.now() > endMs) return
        await draft({ page: name, viewer: nobody, params: { id }, query: {} })
        await nextTurn()
      }
  } catch {
    // Whoever asks the same is told why it cannot be answered.
  }
}

/** What stands at the address of the customer itself. */
const isOfWholeCustomer = ({ route, past }: Query): boolean =>
  past?.of.partition === 'customer' && past.of.keyedBy === 'partition' && route.endsWith(`/:${past.param}`)

async function someCustomers(registry: Registry, store: WarmedUp['store']): Promise<string[]> {
  const view = [...registry.views.values()].find(
    ({ partition, keyedBy }) => partition === 'customer' && keyedBy === 'partition',
  )
  if (!view) return []
  const { rows } = await store.find(tableOf(view), { limit: mostCustomers, columns: [] })
  return rows.map(({ key }) => key)
}
