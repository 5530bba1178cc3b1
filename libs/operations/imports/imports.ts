/** What is asked of whoever runs imports, in this process or on a thread of its own: plain values go in and out. */
import type { ImportPreview, MappingFile, UndoRequest } from '#imports'
import type { EventLog, Viewer } from '#kernel'

/** A file that was sent, on its way into an import. */
export interface Upload {
  /** Chosen by the sender; known to them alone, because it is kept under their own name. */
  upload: string
  by: string
  /** Name in the mapping. */
  name: string
  fileName: string
}

/** An import of the files that were sent under a name. */
export interface ImportOfUpload {
  upload: string
  mapping: MappingFile
  /** Which of its files are meant; all when absent. */
  only?: readonly string[]
  viewer: Viewer
}

/** Refused rows of a file, to be corrected and sent again. */
export interface RefusedRows {
  /** Name in the mapping. */
  name: string
  fileName: string
  /** In base64. */
  content: string
}

/** What may be asked of it, by name: also by another thread. */
export interface ImportCalls {
  /**
   * @param gone aborted once nobody waits for it
   * @throws DomainError; so where the mapping or a file cannot be used; NobodyWaits
   */
  preview(asked: ImportOfUpload, gone?: AbortSignal): Promise<ImportPreview>
  /** Begins an import, which goes on in the background; its id. @throws DomainError likewise */
  start(asked: ImportOfUpload): Promise<string>
  /** Undoes an import in the background, behind the chunk that it may be at. @throws DomainError */
  undo(request: UndoRequest): Promise<void>
  /** @throws DomainError unless they are the viewer's business */
  errorFiles(id: string, viewer: Viewer): Promise<RefusedRows[]>
}

export interface Imports extends ImportCalls {
  /** Keeps a sent file sealed; its size in bytes. @throws DomainError `file-too-large` */
  keep(upload: Upload, content: AsyncIterable<Uint8Array>): Promise<number>
}

/** Whether anything was ever imported: if not, there is nothing to take up. */
export async function hasImports(log: EventLog): Promise<boolean> {
  return (await log.readAll({ after: 0, limit: 1, prefixes: ['import-'] })).length > 0
}
