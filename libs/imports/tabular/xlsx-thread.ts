/** A thread that reads one workbook and hands out its rows, a batch each time it is asked for more. */
import { parentPort, workerData } from 'node:worker_threads'
import { FileFault, type RowProblem } from '../problem.js'
import type { RawRecord } from './rows.js'
import { sheetRecords, type Workbook } from './xlsx-sheet.js'

/** What the thread answers; after `isLast` and `problem` nothing follows. */
export type Batch = { records: RawRecord[]; isLast: boolean } | { problem: RowProblem }

/** Whichever of the two is reached first. */
const batch = { rows: 500, characters: 2_000_000 }
const rows = sheetRecords(workerData as Workbook)

async function nextBatch(): Promise<Batch> {
  const records: RawRecord[] = []
  let characters = 0
  try {
    for (let next = await rows.next(); !next.done; next = await rows.next()) {
      for (const { length } of next.value.cells) characters += length
      if (records.push(next.value) === batch.rows || characters > batch.characters) return { records, isLast: false }
    }
    return { records, isLast: true }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return { problem: error.problem }
  }
}

parentPort?.on('message', async () => parentPort?.postMessage(await nextBatch()))
