/** Who opened whose personal values, when and why: for auditors. */
import {
  type AccessKind,
  type AccessPage,
  accessKinds,
  Choice,
  Code,
  Day,
  defineQuery,
  Flag,
  type Guarded,
  holds,
  Id,
  Instant,
  Integer,
  Label,
  ListOf,
  Optional,
  Partitions,
  Personal,
  type QueryContext,
  refuse,
  Text,
} from '#kernel'
import { customerNames } from '../customers/customers.queries.js'
import { groupOf, personOf } from '../merging/identity.reference.js'
import { memberNamed } from '../organization/names.queries.js'

export class AccessLogQuery {
  @Optional() @Id('customer') customer?: string
  @Optional() @Id('contact') contact?: string
  /** Who looked. */
  @Optional() @Code() member?: string
  /** First and last day; the last thirty days when both are left out. */
  @Optional() @Day() from?: string
  @Optional() @Day() until?: string
  @Optional() @Integer({ min: 1, max: 500 }) limit?: number
}

export class NamedPartition {
  @Label({ max: 80 }) partition!: string
  @Label() name!: string
}

export class AccessRow {
  @Instant() at!: string
  @Choice(accessKinds) kind!: AccessKind
  @Label() viewer!: string
  @Optional() @Personal({ subject: 'member' }) @Label() viewerName?: Guarded<string>
  @Code() page!: string
  /** `customer:<id>`, `contact:<id>`, `touchpoint:<id>`, `import:<id>`. */
  @Partitions({ max: 2000 }) partitions!: string[]
  /** What the customers among them are called, of the first fifty; persons stay under their ids. */
  @ListOf(NamedPartition, { max: 50 }) names!: NamedPartition[]
  @Optional() @Text({ max: 2000 }) reason?: Guarded<string>
  /** Position the answer stood for. */
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) position!: number
}

export class AccessLogAnswer {
  /** The newest first. */
  @ListOf(AccessRow, { max: 500 }) entries!: AccessRow[]
  /** Whether older ones were left out. */
  @Flag() more!: boolean
}

async function read(ask: QueryContext<AccessLogQuery>): Promise<AccessLogAnswer> {
  if (!holds(ask.viewer, ['auditor']) && !ask.viewer.member.startsWith('system:')) refuse('not-allowed')
  const { entries, more } = await accessesOf(ask)
  const customers = entries.flatMap(({ partitions }) => partitions.flatMap((key) => customerIn(key) ?? []))
  const named = await customerNames(customers, ask)
  const rows = entries.map((entry) => ({
    ...entry,
    viewerName: memberNamed(entry.viewer, ask).name,
    partitions: [...entry.partitions],
    names: entry.partitions
      .flatMap((partition) => {
        const name = named.get(customerIn(partition) ?? '')?.name
        return name === undefined ? [] : [{ partition, name }]
      })
      .slice(0, mostNames),
  }))
  return ask.open({ entries: rows, more })
}

/** Of whoever is asked about under any of their records, the newest first. */
async function accessesOf({ query, accesses, references }: QueryContext<AccessLogQuery>): Promise<AccessPage> {
  const { customer, contact, limit = usualLimit } = query
  const customers = customer === undefined ? [undefined] : groupOf(customer, references)
  const contacts = contact === undefined ? [undefined] : personOf(contact, references)
  const records = customers.flatMap((of) => contacts.map((person) => ({ customer: of, contact: person })))
  const pages = await Promise.all(records.map((record) => accesses({ ...query, ...record, limit })))
  const found = new Map(pages.flatMap(({ entries }) => entries.map((entry) => [JSON.stringify(entry), entry])))
  const inOrder = [...found.values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  return { entries: inOrder.slice(0, limit), more: inOrder.length > limit || pages.some(({ more }) => more) }
}

const usualLimit = 100
const mostNames = 50

const customerIn = (partition: string): string | undefined => /^customer:(.+)$/.exec(partition)?.[1]

export const accessLogQuery = defineQuery({
  name: 'access-log',
  about: 'Who opened whose personal values, when and why.',
  route: '/access-log',
  query: AccessLogQuery,
  answer: AccessLogAnswer,
  read,
})
