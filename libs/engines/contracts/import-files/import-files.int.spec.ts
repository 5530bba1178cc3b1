/** The contract of import files on each engine. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { FolderImportFiles } from '#engines/embedded/folder-import-files.js'
import { HostileImportFiles } from '#engines/hostile/hostile-import-files.js'
import { describeImportFiles } from './import-files.contract.js'

const root = mkdtempSync(join(tmpdir(), 'kumppani-import-files-'))
afterAll(() => rmSync(root, { recursive: true }))

let opened = 0
describeImportFiles('import files in a folder', async () => new FolderImportFiles(join(root, `${opened++}`)))
describeImportFiles('hostile import files', async () => new HostileImportFiles(++opened, () => new Date()))
