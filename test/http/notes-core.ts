/** A core for specs of the interface: the kernel's own dispatch over a log in memory, queries over its journals. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dispatch, GatheredCommands } from '#commands'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { openSqliteVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import {
  BadCursor,
  type Dispatching,
  type EventLog,
  type Position,
  type Query,
  ReferenceHolder,
  refuse,
  type StoredEvent,
  utc,
  type Viewer,
} from '#kernel'
import type { Core } from '#operations/core/core.js'
import { derivedIds } from '#privacy/derived-ids.js'
import { EventSealer } from '#privacy/event-sealer.js'
import { openSealed } from '#privacy/opening.js'
import { resolveMoment } from '#queries/moments/moments.js'
import type { Answer, AskedMoment, Change, Question } from '#queries/question.js'
import { notesRegistry } from './notes.slice.js'

export interface NotesCore extends Core {
  /** Members by id; what a spec takes out is gone at once. */
  members: Map<string, Viewer>
  /** Keeps reads from showing anything, until what it answers is called. */
  holdReads(): () => void
  close(): Promise<void>
}

const nothingStopped = { parked: 0, stuck: 0 }
const member = (id: string): Viewer => ({ member: id, grants: [{ role: 'member', unit: '*' }] })

/** The moment asked for; times by walking the log, which is short here. */
function resolved(asked: AskedMoment, log: EventLog) {
  const positionAt = async (instant: string) => {
    const events = await log.readAll({ after: 0, limit: 1000 })
    const later = events.findIndex(({ metadata }) => metadata.recordedAt > instant)
    return (later < 0 ? events : events.slice(0, later)).at(-1)?.position ?? 0
  }
  const head = () => log.head()
  const eventAt = (position: Position) => log.eventAt(position)
  return resolveMoment(asked, { head, eventAt, positionAt }, { zone: 'UTC', latest: utc(new Date()).slice(0, 10) })
}

const openToAll: Dispatching['access'] = {
  sees: async () => true,
  requireWrite: async () => undefined,
  requireMove: async () => undefined,
  requireSwitchedOn: () => undefined,
  requireCorrection: async () => undefined,
}

async function begun([category, commandId]: [string, string], { hash, log }: Pick<Dispatching, 'hash' | 'log'>) {
  const id = hash.shortId(category, commandId)
  return (await log.readStream(`${category}-${id}`)).length === 0 ? undefined : id
}

const knownMembers: Pick<NotesCore, 'member' | 'languageOf' | 'load'> = {
  member: (identity) => (identity === 'subject-of-aino' ? 'aino' : undefined),
  languageOf: (id) => (id === 'bengt' ? 'sv' : 'en'),
  load: async () => undefined,
}

export function openNotesCore(): NotesCore {
  const folder = mkdtempSync(join(tmpdir(), 'notes-'))
  const vault = openSqliteVault({ file: join(folder, 'keys.db'), erasuresFile: join(folder, 'erasures.log') })
  const log = openMemoryLog()
  const members = new Map(['aino', 'bengt'].map((id) => [id, member(id)]))
  const [{ catalogue, queries: pages }, references] = [notesRegistry, new ReferenceHolder([])]
  const ports: Dispatching = {
    log,
    registry: notesRegistry,
    sealer: new EventSealer(vault, catalogue),
    hash: derivedIds(vault.hashKey()),
    access: openToAll,
    clock: () => new Date(),
    references: (moment) => references.at(moment),
    follow: async () => undefined,
    zoneOf: () => 'UTC',
    aliases: (stream) => ({ stream, with: [] }),
    factsNaming: async () => [],
  }
  const gathering = new GatheredCommands((batch) => dispatch(batch, ports), 100)
  let held: Position | undefined
  // One process, whose vault is at hand.
  const open = <T>(value: T): T => openSealed(value, vault)

  async function ask({ page: name, viewer, params, query, moment: asked }: Question): Promise<Answer> {
    const page = (pages.get(name) ?? refuse('not-found')) as Query
    if ('cursor' in query) throw new BadCursor()
    const moment = asked && (await resolved(asked, log))
    const position = moment?.knownAt ?? (await log.head())
    const events = async (of: { ids: readonly string[] }) => {
      const all = await log.readAll({ after: 0, limit: 1000 })
      return all.filter((event) => of.ids.includes(event.metadata.customers[0] ?? '')).map((e) => catalogue.read(e))
    }
    const asking = { viewer, params, query, moment: moment ?? {}, position, journals: { events }, open }
    return { body: await page.read(asking as never), position, ...(moment && { moment }) }
  }

  async function event(position: Position): Promise<StoredEvent> {
    const found = await log.eventAt(position)
    return found ? open(catalogue.read(found)) : refuse('not-found')
  }

  async function* changes(_: Viewer, signal: AbortSignal, after?: Position): AsyncGenerator<Change> {
    const position = await log.head()
    if (after !== undefined && after !== position) yield { position, partitions: [] }
    for await (const { events } of log.subscribe({ after: position, signal })) {
      for (const { position, metadata } of events) {
        yield { position, partitions: metadata.customers.map((id) => `customer:${id}`) }
      }
    }
  }

  return {
    registry: notesRegistry,
    members,
    dispatch: (request, caller) => gathering.send({ request, caller }),
    correct: (request, caller) => gathering.send({ request, caller }),
    ask,
    event,
    commandId: (...parts) => ports.hash.uuid('command', ...parts),
    begun: (...named) => begun(named, ports),
    references: () => references.at(),
    viewer: (id) => members.get(id),
    ...knownMembers,
    waitFor: async (position) => position <= (held ?? (await log.head())),
    head: () => log.head(),
    changes,
    survivorOf: (customer) => customer,
    sees: async (_, customer) => customer !== 'nobody',
    lag: async () => {
      const head = await log.head()
      const projected = held ?? head
      const waiting = await log.readAll({ after: projected, limit: 10 })
      return { head, projected, waiting: waiting.length, ...nothingStopped }
    },
    holdReads: () => {
      held = 0
      return () => {
        held = undefined
      }
    },
    close: async () => {
      await log.close()
      await vault.close()
      rmSync(folder, { recursive: true })
    },
  }
}
