/** A group that imports, in a test's process: files given as text, runs to their end, folds of the log at any moment. */

import { importTargets } from '#crm/imports/import-targets.js'
import { HostileImportFiles } from '#engines/hostile/hostile-import-files.js'
import type { EventsBeside } from '#engines/sqlite/read-store/filings/filings.js'
import {
  type ImportFile,
  type ImportPorts,
  type Progress,
  runImport,
  startImport,
  type UndoProgress,
  undoImport,
} from '#imports'
import { type EventLog, historyOf, type Moment, type StoredEvent, type View, type Viewer } from '#kernel'
import { foldAll } from '#queries/documents/past/folding.js'
import { TestGroup } from '../harness/group.js'

const system: Viewer = { member: 'system:test', grants: [] }

export const textFile = (name: string, text: string): ImportFile => ({
  name,
  async *open() {
    yield Buffer.from(text)
  },
})

export interface Sending {
  mapping: string
  files: Record<string, ImportFile>
  only?: string[]
  as?: string
  key?: string
}

export class ImportingGroup {
  private sent = 0

  private constructor(
    readonly group: TestGroup,
    readonly ports: ImportPorts,
  ) {}

  /** Founded, with a subsidiary and a unit that always were. */
  static async open(currency: string, log?: EventLog & EventsBeside): Promise<ImportingGroup> {
    const group = await TestGroup.open(log ? { log } : {})
    const importing = new ImportingGroup(group, {
      core: group.core,
      rehearsing: () => group.core.rehearsing(),
      vault: group.vault,
      files: new HostileImportFiles(7, () => new Date(group.time)),
      targets: importTargets,
    })
    const founded = { name: 'Test Group', currency, timeZone: 'America/Chicago', language: 'en' }
    await group.send('group', 'found', founded, { id: 'group', at: '' })
    return importing
  }

  /** Opens a unit that always was, with its subsidiary. */
  async unit(id: string): Promise<void> {
    const subsidiary = { name: id, country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' }
    await this.group.send('subsidiary', 'open', subsidiary, { id, at: '' })
    await this.group.send('unit', 'open', { subsidiary: id, name: id }, { id, at: '' })
  }

  viewer(member?: string): Viewer {
    return member === undefined ? system : this.group.viewer(member)
  }

  async start(sending: Sending): Promise<string> {
    const { mapping, files, only } = sending
    const key = sending.key ?? `import-${this.sent++}`
    const viewer = this.viewer(sending.as)
    return startImport({ mapping: { name: 'test.yaml', text: mapping }, files, only, viewer, key }, this.ports)
  }

  /** Imports to the end. */
  async import(sending: Sending): Promise<Progress> {
    return last(runImport(await this.start(sending), this.viewer(sending.as), this.ports))
  }

  undo(importId: string, as?: string): Promise<UndoProgress> {
    return last(undoImport({ importId, viewer: this.viewer(as), because: 'The wrong file was sent.' }, this.ports))
  }

  /** Asks once all that is recorded is to be seen. */
  async ask<A = Record<string, unknown>>(
    page: string,
    params: Record<string, string>,
    options: { as?: string } = {},
  ): Promise<A> {
    const { log, projector, core } = this.group
    const newest = await log.head()
    await projector.catchUp()
    if (!(await core.waitFor(newest, 5000))) throw new Error(`position ${newest} is not to be seen`)
    return this.group.ask<A>(page, params, options)
  }

  async events(): Promise<StoredEvent[]> {
    const all: StoredEvent[] = []
    for (;;) {
      const page = await this.group.log.readAll({ after: all.at(-1)?.position ?? 0, limit: 10_000 })
      all.push(...page.map((event) => this.group.business.registry.catalogue.read(event)))
      if (page.length < 10_000) return all
    }
  }

  /** The documents of a view at a moment, folded from the log customer by customer. */
  async documents<D extends object>(view: View<D>, moment: Moment = {}): Promise<D[]> {
    const byCustomer = new Map<string, StoredEvent[]>()
    for (const event of await this.events()) {
      for (const id of [...event.metadata.customers, ...(event.metadata.formerly?.customers ?? [])]) {
        const events = byCustomer.get(id) ?? []
        byCustomer.set(id, events)
        events.push(event)
      }
    }
    return [...byCustomer].flatMap(([id, events]) => {
      const folded = foldAll(historyOf({ kind: 'customer', ids: [id] }, events, moment), view)
      return [...folded.values()].flatMap(({ document }) => (document ? [document as D] : []))
    })
  }

  close(): Promise<void> {
    return this.group.close()
  }
}

export async function last<T>(steps: AsyncIterable<T>): Promise<T> {
  let found: T | undefined
  for await (const step of steps) found = step
  if (found === undefined) throw new Error('there was no step at all')
  return found
}
