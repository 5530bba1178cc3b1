/** The program of the guide for BI teams, run on what is published of a group. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { type StreamedGroup, writeStreamFiles } from './stream-files.js'

const run = promisify(execFile)
const program = resolve(import.meta.dirname, '../../../docs/how-to/bi/rebuild_figures.py')

/** As it prints them. */
export interface RebuiltFigures {
  winRate: { part: number; whole: number }
  wonRevenueMinor: Record<string, number>
  unvalued: number
  relationshipsByStage: Record<string, number>
}

/** @param range days, both included */
export async function rebuiltFigures(
  group: StreamedGroup,
  { from, to }: { from: string; to: string },
): Promise<RebuiltFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'kumppani-bi-'))
  try {
    await writeStreamFiles(group, folder)
    const { stdout } = await run('python3', [program, folder, '--from', from, '--to', to])
    return JSON.parse(stdout) as RebuiltFigures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
