/**
 * The work of whoever runs imports and undoes them, so that recording and asking never wait for them: files are
 * read, rows planned, decided and sealed here; what comes of it is appended by the one that writes.
 */
import type { TargetDeclaration } from '#imports'
import {
  type FollowedKeys,
  type FollowedLog,
  type FollowedStore,
  type ImportFiles,
  type Leases,
  refuse,
  type WriteAccess,
} from '#kernel'
import { lettingGo } from '#privacy'
import { type AnsweringRules, QueryService } from '#queries'
import { type HeldParts, HeldReferences } from '../core/held-references.js'
import { LocalCommands } from '../core/local-commands.js'
import { holdKeys } from '../leases/key-holders.js'
import { ImportService } from './import-service.js'
import type { ImportCalls } from './imports.js'

export interface Importing extends AnsweringRules, Pick<HeldParts, 'members'> {
  writeAccess: WriteAccess
  /** Appends by way of the one that writes. */
  log: FollowedLog
  vault: FollowedKeys
  /** Read models, as far as they follow: who deals with a customer, and what names a record. */
  store: FollowedStore
  clock: () => Date
  /** BCP 47; how the group sorts. */
  locale: string
  files: ImportFiles
  /** By which one process at a time has an import in hand. */
  leases: Leases
  targets: readonly TargetDeclaration[]
  /** Whether others append to the log as well, by themselves. */
  sharesLog?: boolean
  /** Told when an import cannot go on. */
  onStopped: (error: Error) => void
  /** Told when references can no longer be followed. */
  onFailure: (error: Error) => void
}

/** What may be asked of it, by name: also by another thread. */
export interface ImportingCalls extends ImportCalls {
  /** Takes up what was under way. */
  resume(): void
  /** Lets go of files whose time has come. */
  expire(): void
  isIdle(): boolean
  notify(): void
  /** Resolves once nothing is sealed any more under keys that are gone. */
  keysDestroyed(keyIds: string[]): Promise<void>
  /** Asks other read models from now on. */
  serveFrom(store: FollowedStore): Promise<void>
  /** Stops after the chunk that is under way, and closes what it works on. */
  stop(): Promise<void>
}

/** Loads what is held in memory and follows the log from there. */
export async function importing(o: Importing): Promise<ImportingCalls> {
  const { log, vault, files, leases, targets } = o
  const held = new HeldReferences({ ...o, failed: o.onFailure, taken: lettingGo(vault, o.withholding) })
  // Nobody asks for the past here.
  const waitFor = async () => refuse('not-yet-visible')
  const askedOf = (store: FollowedStore) => new QueryService({ ...o, store, references: held.holder, waitFor })
  let asked = { store: o.store, queryService: askedOf(o.store) }
  const commands = new LocalCommands({ ...o, processFailed: o.onStopped }, held, () => asked.queryService)
  const holding = await holdKeys({ ...o, settled: () => commands.settled(), failed: o.onFailure })
  await held.start()
  await commands.start()
  const core = {
    dispatch: commands.dispatch.bind(commands),
    dispatchAll: commands.dispatchAll.bind(commands),
    correct: commands.correct.bind(commands),
    viewer: held.viewer.bind(held),
    ports: commands.ports,
  }
  const service = new ImportService(core, vault, {
    ...{ files, targets, leases, onFailure: o.onStopped },
    rehearsing: () => commands.rehearsing(),
  })
  return {
    preview: (request, gone) => service.preview(request, gone),
    start: (request) => service.start(request),
    undo: (request) => service.undo(request),
    errorFiles: (...of) => service.errorFiles(...of),
    resume: () => service.resume(),
    expire: () => service.expire(),
    isIdle: () => service.isIdle,
    notify: () => log.notify(),
    keysDestroyed: async (keyIds) => {
      vault.forgetKeys(keyIds)
      await commands.settled()
    },
    serveFrom: async (store) => {
      const before = asked.store
      asked = { store, queryService: askedOf(store) }
      await commands.settled()
      await before.close()
    },
    stop: async () => {
      await service.stop()
      await commands.stop()
      await held.stop()
      await holding.release()
      for (const each of [asked.store, files, leases, log, vault]) await each.close()
    },
  }
}
