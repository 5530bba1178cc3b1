/** What did I promise, and what did we promise a customer? */
import { defineQuery, Id, Integer, Label, ListAnswer, ListOf, NoQuery, Optional, totalOf, wholeList } from '#kernel'
import { requireReader } from '../access/access.js'
import { customersView } from '../customers/customers.view.js'
import { ShownPromise, shownPromises } from './promise-shown.js'
import { ownedBy, promisesOf, promisesOfferedTo, promisesOwnedBy, unownedPromisesOf } from './promises.queries.js'
import { promises } from './promises.view.js'

export class MyPromisesQuery {
  /** Whose; the reader's own when left out. */
  @Optional() @Id('member') owner?: string
  @Optional() @Integer({ min: 1, max: 200 }) limit?: number
  /** As answered by the page before; of the promises one answers for. */
  @Optional() @Label({ max: 2000 }) cursor?: string
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
  read: async (ask) => {
    requireReader(ask)
    const { owner = ask.viewer.member, limit, cursor } = ask.query
    const owned = await promisesOwnedBy(owner, ask.documents, { limit, cursor })
    return ask.open({
      rows: await shownPromises(owned.documents, ask),
      offered: await shownPromises(await promisesOfferedTo(owner, ask.documents), ask),
      unowned: await shownPromises(await unownedPromisesOf(owner, ask.documents), ask),
      next: owned.next,
      total: await totalOf(owned, { cursor }, () => ask.documents.count(promises, ownedBy(owner))),
    })
  },
})

export class CustomerPromisesAnswer extends ListAnswer {
  @ListOf(ShownPromise, { max: 500 }) rows!: ShownPromise[]
}

export const customerPromisesPage = defineQuery<NoQuery, CustomerPromisesAnswer>({
  name: 'customer-promises',
  about: 'What did we promise this customer, and did we keep it?',
  route: '/customers/:id/promises',
  query: NoQuery,
  answer: CustomerPromisesAnswer,
  past: { param: 'id', of: customersView },
  read: async (ask) => {
    return ask.open(wholeList(await shownPromises(await promisesOf(ask.subject.id, ask.documents), ask)))
  },
})
