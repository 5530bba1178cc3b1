/**
 * A process to be killed: imports the files of a folder into the engines of another, and prints a
 * line for each checkpoint.
 *
 *     node import-child.js <folder> <start|resume>
 *     → <rows done> <state>
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { business } from '#crm/business.js'
import { importTargets } from '#crm/imports/import-targets.js'
import { FolderImportFiles } from '#engines/embedded/folder-import-files.js'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { openSqliteVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import { type ImportPorts, importsUnderWay, type Progress, resumeImport, runImport, startImport } from '#imports'
import { LocalCore } from '#operations/core/local-core.js'
import { tablesOf } from '#read-models/rows/tables.js'
import { customersToImport } from './many-customers.js'

const [folder = '', does] = process.argv.slice(2)
const log = openSqliteLog({ file: join(folder, 'log.db') })
const vault = openSqliteVault({ file: join(folder, 'keys.db'), erasuresFile: join(folder, 'erasures.log') })
const store = openSqliteReadStore({ file: join(folder, 'read.db'), locale: 'en', log })
await store.declare(tablesOf(business.registry))
const parts = { ...business, log, store, vault, clock: () => new Date(), locale: 'en', parked: async () => 0 }
const core = new LocalCore(parts)
await core.start()
const ports: ImportPorts = {
  core,
  vault,
  files: new FolderImportFiles(join(folder, 'imports')),
  rehearsing: () => core.rehearsing(),
  targets: importTargets,
}
const viewer = { member: 'system:test', grants: [] }

async function* resumed(): AsyncGenerator<Progress> {
  for (const id of await importsUnderWay(ports)) yield* resumeImport(id, ports) as AsyncGenerator<Progress>
}

const steps: AsyncIterable<Progress> =
  does === 'resume'
    ? resumed()
    : runImport(await startImport({ ...customersToImport(2000), viewer, key: 'killed' }, ports), viewer, ports)
for await (const { rows, recorded, events, state } of steps) writeSync(1, `${rows} ${recorded} ${events} ${state}\n`)
await core.stop()
await log.close()
await store.close()
await vault.close()
