/** Puts a load on a running program, from a process of its own. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { LocalIssuer } from '#platform/identity/local-issuer.js'
import type { RunningProgram } from '../../harness/running-program.js'
import type { DataSet } from '../data-set/data-set.js'
import { memberId, membersCount, unitId, unitsCount } from '../data-set/places.js'
import type { Job, Outcome } from './job.js'

const mostCustomers = 2000

/** @throws Error when an answer was no success: a figure of refusals would mean nothing */
export async function load(job: Job): Promise<Outcome> {
  const child = fork(fileURLToPath(new URL('./load-child.js', import.meta.url)), { execArgv: [] })
  const ended = once(child, 'exit')
  child.send(job)
  const told = once(child, 'message') as Promise<[Outcome]>
  const first = await Promise.race([told, ended.then(() => undefined)])
  if (first === undefined) throw new Error('the load generator ended without a result')
  const [outcome] = first
  await ended
  const refused = Object.entries(outcome.refused)
  if (refused.length > 0) throw new Error(`${refused.map(([status, count]) => `${count} × ${status}`).join(', ')}`)
  return outcome
}

/** Tokens of all members, so that none of them asks too often. */
export async function tokensOf({ folder }: DataSet): Promise<string[]> {
  const issuer = await LocalIssuer.open(folder)
  return Promise.all(Array.from({ length: membersCount }, async (_, at) => (await issuer.tokenFor(memberId(at))).token))
}

/** Notes of customers all over the data, each by a member of the unit that deals with the customer. */
export function notes({ customers }: DataSet): Job['requests'] {
  const rounds = Math.floor(mostCustomers / membersCount)
  const step = Math.max(unitsCount, Math.floor(customers.length / mostCustomers / unitsCount) * unitsCount)
  return Array.from({ length: rounds * membersCount }, (_, at) => {
    // Units are dealt out in turn to customers and to members: this customer's is that of the next token.
    const unit = (at % membersCount) % unitsCount
    const customer = customers[(at * step + unit) % (customers.length - (customers.length % unitsCount))]
    const body = JSON.stringify({ customers: [customer], unit: unitId(unit), note: noteText, language: 'en' })
    return { method: 'POST', path: '/api/v1/touchpoints/note', body }
  })
}

const noteText = 'They asked when the new cold rooms can be taken into use. '.repeat(4).slice(0, 199).concat('.')

/** Resolves once reads show a position. */
export async function caughtUp({ url }: RunningProgram, token: string, position: number): Promise<void> {
  for (;;) {
    const { status } = await fetch(`${url}/api/v1/customers?limit=1&after=${position}`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    if (status === 200) return
    if (status !== 503) throw new Error(`the list of customers answered ${status}`)
  }
}
