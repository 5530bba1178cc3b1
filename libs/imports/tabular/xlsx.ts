/**
 * Opens one sheet of a workbook. The file is held whole, because a workbook's index stands at its end;
 * its size is limited for that reason. It is read in a thread of its own, whose memory is given back with it.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { FileFault, type ProblemCode, type ProblemText, told } from '../problem.js'
import { fileTableOf, type RawRecord } from './rows.js'
import type { Dialect, FileTable, ImportFile } from './table.js'
import { unpackedSize } from './workbook/zip.js'
import type { Workbook } from './xlsx-sheet.js'
import type { Batch } from './xlsx-thread.js'

const megabyte = 1024 * 1024
const maxWorkbookBytes = 64 * megabyte
const maxUnpackedBytes = 64 * megabyte
/** Of the thread that reads it: what cells share is held whole. */
const maxMemoryMegabytes = 192

export async function openXlsx(file: ImportFile, dialect: Dialect): Promise<FileTable> {
  const bytes = await wholeFile(file)
  return fileTableOf({ file: file.name, dialect, records: records({ file: file.name, bytes, dialect }) })
}

/** Rows as they are asked for; the thread ends with the iteration. */
async function* records(workbook: Workbook): AsyncGenerator<RawRecord[]> {
  const thread = new Worker(new URL('./xlsx-thread.js', import.meta.url), {
    workerData: workbook,
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMegabytes, maxYoungGenerationSizeMb: 6 },
  })
  try {
    for (;;) {
      thread.postMessage('more')
      const batch = await nextOf(thread, workbook.file)
      if ('problem' in batch) throw new FileFault(batch.problem)
      yield batch.records
      if (batch.isLast) return
    }
  } finally {
    await thread.terminate()
  }
}

async function nextOf(thread: Worker, file: string): Promise<Batch> {
  try {
    const [batch] = await once(thread, 'message')
    return batch as Batch
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error
    throw fault({ name: file }, 'file-unreadable', 'workbook-too-large')
  }
}

async function wholeFile(file: ImportFile): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of file.open()) {
    bytes += chunk.length
    if (bytes > maxWorkbookBytes) throw fault(file, 'file-unreadable', 'workbook-too-large')
    chunks.push(chunk)
  }
  if (bytes === 0) throw fault(file, 'file-empty', 'workbook-empty')
  const whole = Buffer.concat(chunks)
  if (unpackedSize(whole) > maxUnpackedBytes) throw fault(file, 'file-unreadable', 'workbook-too-large')
  return whole
}

const fault = ({ name }: Pick<ImportFile, 'name'>, code: ProblemCode, what: ProblemText): FileFault =>
  new FileFault({ file: name, line: 1, code, sentence: told(what) })
