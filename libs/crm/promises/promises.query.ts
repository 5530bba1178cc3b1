/** What did I promise, and what did we promise a customer? */
import {
  countedRows,
  defineQuery,
  Id,
  ListAnswer,
  ListOf,
  ListQuery,
  type ListShape,
  Optional,
  type QueryContext,
} from '#kernel'
import { requireReader } from '../access/access.js'
import { customersView } from '../customers/customers.view.js'
import { findOf } from '../pages/shown/lists/asked-list.js'
import { promiseKinds } from './promise.events.js'
import { ShownPromise, shownPromises } from './promise-shown.js'
import { ownedBy, promisesOfferedTo, unownedPromisesOf } from './promises.queries.js'
import { type PromiseDocument, promiseStatuses, promises } from './promises.view.js'

/** Filter, order and pages are of the promises one answers for. */
export class MyPromisesQuery extends ListQuery {
  /** Whose; the reader's own when left out. */
  @Optional() @Id('member') owner?: string
}

const mine: ListShape<QueryContext> = {
  fields: {
    kind: { type: 'code', choices: promiseKinds },
    customer: {
      type: 'id',
      where: (id, { journals }) => ({ column: 'customer', eq: journals.partitionOf(id).ids[0] }),
    },
    unit: { type: 'id' },
    maker: { type: 'id' },
    due: { type: 'instant' },
    madeAt: { type: 'instant' },
  },
  sorts: { due: 'due', madeAt: 'madeAt', kind: 'kind', unit: 'unit' },
  usual: 'due',
}

const ofCustomer: ListShape<QueryContext> = {
  fields: {
    kind: { type: 'code', choices: promiseKinds },
    status: { type: 'code', choices: promiseStatuses },
    unit: { type: 'id' },
    owner: { type: 'id' },
    offeredTo: { type: 'id' },
    maker: { type: 'id' },
    due: { type: 'instant' },
    madeAt: { type: 'instant' },
  },
  sorts: { due: 'due', madeAt: 'madeAt', kind: 'kind', status: 'status', unit: 'unit' },
  usual: 'due',
}

export class MyPromisesAnswer extends ListAnswer {
  /** What the member answers for, the longest overdue first. */
  @ListOf(ShownPromise, { max: 200 }) rows!: ShownPromise[]
  /** What the member is asked to answer for. */
  @ListOf(ShownPromise, { max: 200 }) offered!: ShownPromise[]
  /** What the member said in others' names and nobody has accepted. */
  @ListOf(ShownPromise, { max: 200 }) unowned!: ShownPromise[]
}

export const myPromisesPage = defineQuery<MyPromisesQuery, MyPromisesAnswer>({
  name: 'my-promises',
  about: 'What do I answer for, what am I asked to answer for, and how long is there still?',
  route: '/my/promises',
  query: MyPromisesQuery,
  answer: MyPromisesAnswer,
  lists: [mine],
  read: async (ask) => {
    requireReader(ask)
    const { owner = ask.viewer.member } = ask.query
    const find = findOf(ask, mine, ownedBy(owner))
    const owned = await countedRows(ask.documents, { view: promises, find }, (found: readonly PromiseDocument[]) =>
      shownPromises(found, ask),
    )
    return ask.open({
      ...owned,
      offered: await shownPromises(await promisesOfferedTo(owner, ask.documents), ask),
      unowned: await shownPromises(await unownedPromisesOf(owner, ask.documents), ask),
    })
  },
})

export class CustomerPromisesAnswer extends ListAnswer {
  @ListOf(ShownPromise, { max: 200 }) rows!: ShownPromise[]
}

export const customerPromisesPage = defineQuery<ListQuery, CustomerPromisesAnswer>({
  name: 'customer-promises',
  about: 'What did we promise this customer, and did we keep it?',
  route: '/customers/:id/promises',
  query: ListQuery,
  answer: CustomerPromisesAnswer,
  lists: [ofCustomer],
  past: { param: 'id', of: customersView },
  read: async (ask) => {
    const find = findOf(ask, ofCustomer, { column: 'customer', eq: ask.subject.id })
    return ask.open(
      await countedRows(ask.documents, { view: promises, find }, (found: readonly PromiseDocument[]) =>
        shownPromises(found, ask),
      ),
    )
  },
})
