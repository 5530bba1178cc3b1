/** A whole Kumppani in the process of a test: embedded engines in a temporary folder, a clock of its own. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Business, business as ours } from '#crm/business.js'
import { HostileKeyVault } from '#engines/hostile/hostile-key-vault.js'
import { HostileLeases, SharedLeases } from '#engines/hostile/hostile-leases.js'
import { openMemoryLog, openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { openSqliteVault, type SqliteKeyVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import type { EventsBeside } from '#engines/sqlite/read-store/filings/filings.js'
import type { ClearStore, CommandRequest, EventLog, Leases, Position, ReadStore, Recorded, Role, Viewer } from '#kernel'
import { LocalCore } from '#operations/core/local-core.js'
import { type ClearFile, clearFilesBehind, holdClearFile } from '#operations/leases/clear-files.js'
import type { Exporting } from '#operations/persons/export-person.js'
import { openerOf } from '#privacy/held-keys.js'
import { ClearFollower } from '#projections/clear/clear-follower.js'
import { Projector } from '#projections/projector.js'
import { AuditedAccess } from '#queries/access-log/access-log.js'
import { stated } from '../grammar/stated.js'
import { beginDeclared } from './engines/declared-files.js'
import {
  accessEntriesOf,
  harshened,
  harshenedClear,
  harshenedStore,
  sqliteClearIn,
  sqliteStoreIn,
} from './engines/group-engines.js'

const system: Viewer = { member: 'system:test', grants: [] }

export interface CommandOptions {
  id?: string
  as?: string
  at?: string
  key?: string
  confirmed?: boolean
}

export interface AskOptions {
  as?: string
  query?: object
  asOf?: string
  knownAt?: string
  reason?: string
  language?: string
  /** Words in place of codes. */
  inWords?: boolean
  after?: Position
}

type Parts = Pick<
  TestGroup,
  | 'folder'
  | 'business'
  | 'log'
  | 'store'
  | 'clear'
  | 'vault'
  | 'leases'
  | 'file'
  | 'follower'
  | 'projector'
  | 'core'
  | 'accessLog'
>

export class TestGroup {
  private keys = 0
  private keepsFolder = false
  /** What the clock says; tests move it. */
  time = '2026-03-01T09:00:00.000Z'

  readonly folder!: string
  readonly business!: Business
  readonly log!: EventLog & EventsBeside
  readonly store!: ReadStore
  readonly clear!: ClearStore
  readonly vault!: SqliteKeyVault
  readonly leases!: Leases
  readonly file!: ClearFile
  readonly follower!: ClearFollower
  readonly projector!: Projector
  readonly core!: LocalCore
  readonly accessLog!: AuditedAccess

  private constructor(parts: Parts) {
    Object.assign(this, parts)
  }

  /** With a folder of the caller's, the logs are files in it too, and it stays when the group is closed. */
  static async open(
    options: { log?: EventLog & EventsBeside; store?: ReadStore; business?: Business; folder?: string } = {},
  ): Promise<TestGroup> {
    const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'kumppani-test-'))
    const business = options.business ?? ours
    const logOf = (name: string) => (options.folder ? openSqliteLog({ file: join(folder, name) }) : openMemoryLog())
    const log = options.log ?? (options.folder ? logOf('log.db') : harshened(openMemoryLog()))
    const storeOf = options.folder ? sqliteStoreIn : harshenedStore
    if (!options.folder && !options.store) await beginDeclared(folder, business)
    const store = options.store ?? (await storeOf(folder, log))
    const vault = openSqliteVault({ file: join(folder, 'keys.db'), erasuresFile: join(folder, 'erasures.log') })
    // Whatever would only work with keys at hand fails here.
    const keys = new HostileKeyVault(vault)
    let group: TestGroup | undefined
    const clear = (options.folder ? sqliteClearIn : harshenedClear)(folder)
    const leases = new HostileLeases(new SharedLeases(), 9)
    const lost = (reason: unknown): never => {
      throw reason
    }
    const file = await holdClearFile(leases, 'clear.db', lost)
    const follower = new ClearFollower({
      ...{ ...business, log, store, clear, openerOf: openerOf(keys) },
      forgotten: (position) => file.forgottenUpTo(position),
    })
    const projector = new Projector({ log, store, ...business, listener: follower })
    await projector.open()
    await follower.open()
    const clock = () => new Date(group?.time ?? 0)
    const parked = async () => projector.parking.list().length
    const accessLog = new AuditedAccess({ entries: accessEntriesOf(options.folder), vault: keys, clock })
    const core = new LocalCore({ ...business, log, store, clear, vault: keys, clock, locale: 'fi', parked, accessLog })
    group = new TestGroup({
      folder,
      business,
      log,
      store,
      clear,
      vault,
      leases,
      file,
      follower,
      projector,
      core,
      accessLog,
    })
    group.keepsFolder = options.folder !== undefined
    await core.start()
    await projector.catchUp()
    return group
  }

  async close(): Promise<void> {
    await this.core.stop()
    await this.follower.close()
    await this.file.release()
    await this.log.close()
    await this.store.close()
    await this.clear.close()
    await this.vault.close()
    await this.accessLog.close()
    if (!this.keepsFolder) rmSync(this.folder, { recursive: true, force: true })
  }

  /** Dispatches a command, by default as the system, and projects it. */
  async do(category: string, command: string, body: object, options: CommandOptions = {}): Promise<Recorded> {
    const recorded = await this.send(category, command, body, options)
    await this.projector.catchUp()
    return recorded
  }

  /** Dispatches a command without projecting it. */
  send(category: string, command: string, body: object, options: CommandOptions = {}): Promise<Recorded> {
    const viewer = options.as === undefined ? system : this.viewer(options.as)
    const key = options.key ?? `key-${this.keys++}`
    const request: CommandRequest = { category, command, id: options.id, body, confirmed: options.confirmed }
    if (options.at !== undefined) request.occurred = stated(options.at)
    return this.core.dispatch(request, {
      viewer,
      commandId: this.core.commandId(viewer.member, category, command, key),
    })
  }

  async correct(
    stream: string,
    eventId: string,
    correction: { as?: string; body?: object; because?: string; at?: string; confirmed?: boolean },
  ): Promise<Recorded> {
    const viewer = correction.as === undefined ? system : this.viewer(correction.as)
    const recorded = await this.core.correct(
      {
        stream,
        eventId,
        mode: correction.body ? 'restate' : 'retract',
        body: correction.body,
        because: correction.because ?? 'It was a slip.',
        occurred: correction.at === undefined ? undefined : stated(correction.at),
        confirmed: correction.confirmed,
      },
      { viewer, commandId: this.core.commandId(viewer.member, 'correct', `key-${this.keys++}`) },
    )
    await this.projector.catchUp()
    return recorded
  }

  /** Asks a query. */
  async ask<A = Record<string, unknown>>(
    page: string,
    params: Record<string, string> = {},
    options: AskOptions = {},
  ): Promise<A> {
    const { asOf, knownAt } = options
    const moment = asOf === undefined && knownAt === undefined ? undefined : { asOf, knownAt }
    const viewer = options.as === undefined ? system : this.viewer(options.as)
    const answer = await this.core.ask({
      page,
      params,
      viewer,
      query: options.query ?? {},
      moment,
      reason: options.reason,
      language: options.language,
      inWords: options.inWords,
      after: options.after,
    })
    return answer.body as A
  }

  /** What erasures, exports and decisions about withheld writing work on. */
  rights(): Exporting {
    return {
      core: this.core,
      log: this.log,
      vault: new HostileKeyVault(this.vault),
      store: this.store,
      withholding: this.business.withholding,
      identitySets: this.business.identitySets,
      catalogue: this.business.registry.catalogue,
      accessLog: this.accessLog,
      clock: () => new Date(this.time),
      projected: async () => void (await this.projector.catchUp()),
      notForgottenBy: (position) => clearFilesBehind(this.leases, { position, patienceMs: 2000 }),
      openShown: (value, viewer) => this.core.queryService.openFor(value, viewer),
    }
  }

  viewer(member: string): Viewer {
    const viewer = this.core.viewer(member)
    if (!viewer) throw new Error(`the test group has no member ${member}`)
    return viewer
  }

  /** Founds a small group: FI and SE with a member each, a manager, a steward, an auditor and an admin. */
  async found(): Promise<this> {
    await this.do(
      'group',
      'found',
      { name: 'Test Group', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' },
      { id: 'group' },
    )
    await this.country('fi', { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' })
    await this.country('se', { country: 'SE', currency: 'SEK', timeZone: 'Europe/Stockholm', language: 'sv' })
    await this.member('aino', 'fi', 'member')
    await this.member('bengt', 'se', 'member')
    await this.member('eero', 'fi', 'manager')
    await this.member('stella', 'fi', 'steward')
    await this.member('greta', 'se', 'group')
    await this.member('audun', 'se', 'auditor')
    await this.member('adam', 'fi', 'admin')
    return this
  }

  private async country(code: string, subsidiary: object): Promise<void> {
    await this.do('subsidiary', 'open', { name: code.toUpperCase(), ...subsidiary }, { id: code })
    await this.do('unit', 'open', { subsidiary: code, name: code.toUpperCase() }, { id: code })
  }

  async member(id: string, unit: string, role: Role): Promise<void> {
    const ofUnit = role === 'member' || role === 'manager' || role === 'integration'
    await this.do(
      'member',
      'join',
      { name: `Name of ${id}`, function: 'sales', unit, language: unit === 'se' ? 'sv' : 'fi' },
      { id },
    )
    await this.do('member', 'grant', ofUnit ? { role, unit } : { role }, { id })
  }
}
