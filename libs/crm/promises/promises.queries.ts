/** Promises as queries ask for them: of a customer, and of a member. */
import { all, type Documents, type Where } from '#kernel'
import { type PromiseDocument, promises } from './promises.view.js'

const pending = ['offered', 'open', 'declined']

/** Whether time alone has broken it by then. */
export const isOverdue = ({ overdueAt }: Pick<PromiseDocument, 'overdueAt'>, now: string): boolean =>
  overdueAt !== undefined && overdueAt <= now

/** What is still promised to a customer, whoever answers for it, the longest overdue first. */
export async function openPromisesOf(customer: string, docs: Documents): Promise<PromiseDocument[]> {
  const found = await docs.find(promises, {
    where: all({ column: 'customer', eq: customer }, { column: 'status', in: pending }),
    sort: [{ column: 'due' }],
    limit: 500,
  })
  return found.documents
}

export const ownedBy = (member: string): Where => all({ column: 'owner', eq: member }, { column: 'status', eq: 'open' })

/** What a member answers for and must be done by an instant, the longest overdue first. */
export async function promisesDueBy(by: string, member: string, docs: Documents): Promise<PromiseDocument[]> {
  const found = await docs.find(promises, {
    where: all({ column: 'owner', eq: member }, { column: 'status', eq: 'open' }, { column: 'due', to: by }),
    sort: [{ column: 'due' }],
    limit: 200,
  })
  return found.documents
}

/** What a member is asked to answer for. */
export async function promisesOfferedTo(member: string, docs: Documents): Promise<PromiseDocument[]> {
  const found = await docs.find(promises, {
    where: { column: 'offeredTo', eq: member },
    sort: [{ column: 'due' }],
    limit: 200,
  })
  return found.documents
}

/** What a member said and nobody answers for: offered and not accepted, or declined. */
export async function unownedPromisesOf(maker: string, docs: Documents): Promise<PromiseDocument[]> {
  const found = await docs.find(promises, {
    where: all({ column: 'maker', eq: maker }, { column: 'status', in: ['offered', 'declined'] }),
    sort: [{ column: 'due' }],
    limit: 200,
  })
  return found.documents
}
