/** Commands that ask: find, search, view, timeline, replay, metric, event. */
import type { Command } from 'commander'
import { StartRefused } from '#platform/config'
import { inSession, type SharedOptions, segment, withSharedOptions } from '../acting.js'
import { RefusedRequest } from '../refused.js'
import type { Session } from '../session.js'
import { ownLine } from '../telling/lines.js'

interface PastOptions extends SharedOptions {
  asOf?: string
  knownAt?: string
  reason?: string
}

const past = (command: Command): Command =>
  command
    .option('--as-of <moment>', 'as it was: a day or an instant')
    .option('--known-at <moment>', 'as it was known: a day, an instant or a position')
    .option('--reason <text>', 'why an auditor opens personal data')

/** What is said; what is not leaves a parameter of that name as it is. */
const momentOf = ({ asOf, knownAt, reason }: PastOptions) => ({
  ...(asOf !== undefined && { asOf }),
  ...(knownAt !== undefined && { knownAt }),
  ...(reason !== undefined && { reason }),
})

/** `--where name=value` pairs as a query. */
function queryOf(pairs: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) throw new StartRefused('usage', ownLine('not-a-pair', { pair }))
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}

/** The address of a query with its parameters filled in, in the order of its route. */
async function pathOf(name: string, ids: readonly string[]): Promise<string> {
  // Only this command needs to know what queries there are.
  const { business } = await import('#crm')
  const page = business.registry.queries.get(name)
  if (!page)
    throw new StartRefused(
      'usage',
      ownLine('no-page', { page: name, pages: [...business.registry.queries.keys()].sort().join(', ') }),
    )
  const left = [...ids]
  const path = page.route.replace(/:([A-Za-z]+)/g, (_, param: string) => {
    const id = left.shift()
    if (id === undefined) throw new StartRefused('usage', ownLine('page-needs', { page: name, id: param }))
    return segment(id)
  })
  if (left.length > 0) throw new StartRefused('usage', ownLine('page-takes-no', { page: name, id: left[0] }))
  return path
}

interface FoundRecords {
  rows: { source: string; target: string; stream: string; name?: unknown; customer?: { name?: unknown } }[]
}

const recordText = ({ source, target, stream, name, customer }: FoundRecords['rows'][number]) => ({
  ...{ source, target, id: stream.slice(stream.indexOf('-') + 1), name },
  of: customer?.name ?? '',
})

interface SearchOptions {
  kind?: string
  limit?: string
  next?: string
}

function addFindingCommands(program: Command): void {
  withSharedOptions(program.command('find <text>'))
    .description('find customers by name or identifier, and any record by its id in the system it comes from')
    .option('--limit <rows>', 'so many at once')
    .option('--next <cursor>', 'go on where the answer before ended: its next')
    .action((text: string, { limit, next, ...options }: SharedOptions & { limit?: string; next?: string }) =>
      inSession(options, async (session) => {
        const customers = (await session.read('/customers', { search: text, limit, cursor: next })).body as object
        if (next !== undefined) return customers
        const asked = { text, kind: 'records', limit: '10' }
        const { records } = (await session.read('/search', asked)).body as { records: FoundRecords }
        return records.rows.length === 0 ? customers : { ...customers, records: records.rows.map(recordText) }
      }),
    )
  withSharedOptions(program.command('search <text>'))
    .description('search customers, people, deals and all that was written')
    .option('--kind <kind>', 'customers, contacts, opportunities, notes or records alone')
    .option('--limit <rows>', 'so many of each')
    .option('--next <cursor>', 'go on with one kind where the answer before ended: its next')
    .action((text: string, { kind, limit, next, ...options }: SharedOptions & SearchOptions) =>
      inSession(options, async (session) => (await session.read('/search', { text, kind, limit, cursor: next })).body),
    )
}

export function addReadingCommands(program: Command): void {
  addFindingCommands(program)
  past(withSharedOptions(program.command('view <page> [ids...]')))
    .description('ask any page: kumppani view customer <id>')
    .option('--where <name=value...>', 'parameters of the page')
    .action((page: string, ids: string[], options: PastOptions & { where?: string[] }) => {
      const query = { ...queryOf(options.where), ...momentOf(options) }
      return inSession({ language: queryOf(options.where).language, ...options }, async (session) => {
        return (await session.read(await pathOf(page, ids), query)).body
      })
    })
  past(withSharedOptions(program.command('timeline <customer>')))
    .description('what happened with a customer, newest first')
    .option('--where <name=value...>', 'kind, function, unit, member, contact, text, from, to, limit, cursor')
    .action((customer: string, options: PastOptions & { where?: string[] }) =>
      inSession(options, async (session) => {
        const query = { ...queryOf(options.where), ...momentOf(options) }
        return (await session.read(`/customers/${segment(customer)}/timeline`, query)).body
      }),
    )
  past(withSharedOptions(program.command('replay <customer>')))
    .description('step through a customer, event by event, with what each changed')
    .option('--from <position>', 'begin after this position')
    .option('--limit <steps>', 'so many steps')
    .action((customer: string, options: PastOptions & { from?: string; limit?: string }) =>
      inSession(options, async (session) => {
        const query = { from: options.from, limit: options.limit, ...momentOf(options) }
        return (await session.read(`/customers/${segment(customer)}/replay`, query)).body
      }),
    )
  withSharedOptions(program.command('metric [name]'))
    .description('a figure by dimensions and periods; without a name, the catalogue of metrics')
    .option('--by <dimensions>', 'comma list: unit,quarter')
    .option('--from <day>')
    .option('--to <day>')
    .option('--known-at <day>', 'as known at the end of this day')
    .option('--as-of <day>', 'up to this day: the same as --to')
    .option('--compare <with>', 'previous or last-year')
    .option('--where <name=value...>', 'filters')
    .action(
      (
        name: string | undefined,
        o: PastOptions & { by?: string; from?: string; to?: string; compare?: string; where?: string[] },
      ) =>
        inSession(o, async (session) => {
          const query = {
            by: o.by,
            from: o.from,
            to: o.to ?? o.asOf,
            known: o.knownAt,
            compare: o.compare,
            ...queryOf(o.where),
          }
          return name === undefined ? (await session.read('/metrics')).body : figures(session, name, query)
        }),
    )
  withSharedOptions(program.command('event <position>'))
    .description('one event as recorded')
    .option('--reason <text>', 'why an auditor opens personal data')
    .action((position: string, options: PastOptions) =>
      inSession(
        options,
        async (session) => (await session.get(`/events/${segment(position)}`, { reason: options.reason })).body,
      ),
    )
}

/** @throws StartRefused naming the metrics there are when it is none of them */
async function figures(session: Session, metric: string, query: Record<string, string | undefined>): Promise<unknown> {
  try {
    return (await session.read(`/figures/${segment(metric)}`, query)).body
  } catch (error) {
    if (!(error instanceof RefusedRequest && error.status === 404)) throw error
    const { rows: metrics } = (await session.get('/metrics')).body as { rows: { name: string }[] }
    const names = metrics.map(({ name }) => name).sort()
    if (names.includes(metric)) throw error
    throw new StartRefused('usage', ownLine('no-metric', { metric, metrics: names.join(', ') }))
  }
}
