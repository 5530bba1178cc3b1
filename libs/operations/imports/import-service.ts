/**
 * Looks ahead at imports, begins and undoes them, one at a time and in the background; takes up at start what a
 * death has stopped. Of several processes one has an import in hand, by its lease; the others take it over when that
 * one cannot go on.
 */

import {
  beginUndo,
  errorFilesOf,
  expireImportFiles,
  type ImportPorts,
  type ImportPreview,
  importBegunBy,
  importRefusals,
  importsUnderWay,
  previewImport,
  requireUndo,
  resumeImport,
  type SentFiles,
  startImport,
  type TargetDeclaration,
  type UndoRequest,
} from '#imports'
import { type ImportFiles, type KeyVault, type Leases, refuse, type Viewer } from '#kernel'
import { LeasedWork } from '../leases/leased-work.js'
import type { ImportOfUpload, Imports, RefusedRows, Upload } from './imports.js'
import { Uploads } from './uploads.js'
import { usable } from './usable.js'

export class ImportService implements Imports {
  readonly ports: ImportPorts
  private readonly uploads: Uploads
  private work: Promise<void> = Promise.resolve()
  /** Jobs that wait or are at work. */
  private jobs = 0
  private isStopping = false
  private current: { id: string; ended: Promise<void> } | undefined
  /** Ids of imports that are to make way for their undo. */
  private readonly halting = new Set<string>()
  private readonly leased: LeasedWork

  /** @param o where files are kept, what an import may make, who does which, and who is told when one cannot go on */
  constructor(
    core: ImportPorts['core'],
    vault: KeyVault,
    private readonly o: {
      files: ImportFiles
      targets: readonly TargetDeclaration[]
      leases: Leases
      rehearsing: ImportPorts['rehearsing']
      onFailure: (error: Error) => void
    },
  ) {
    const { files, targets, rehearsing } = o
    this.ports = { core, vault, files, targets, rehearsing }
    this.uploads = new Uploads({ files: o.files, vault, hash: core.ports.hash })
    this.leased = new LeasedWork(o.leases, { nameOf: (id) => `import:${id}`, again: (id) => this.take(id) })
  }

  keep(upload: Upload, content: AsyncIterable<Uint8Array>): Promise<number> {
    return this.uploads.keep(upload, content)
  }

  async preview({ upload, ...request }: ImportOfUpload, gone?: AbortSignal): Promise<ImportPreview> {
    const files = await this.uploads.filesOf(upload, request.viewer.member)
    return usable(() => previewImport({ ...request, files, gone }, this.ports))
  }

  async start({ upload, ...request }: ImportOfUpload): Promise<string> {
    const { member } = request.viewer
    const files = await this.uploads.find(upload, member)
    // Its files went into the import; whoever asks again may not have heard of it.
    if (!files) return (await importBegunBy({ ...request, key: upload }, this.ports)) ?? refuse('not-found')
    const id = await usable(() => startImport({ ...request, files, key: upload }, this.ports))
    this.take(id)
    await this.uploads.discard(upload, member)
    return id
  }

  /** @throws DomainError; `import-elsewhere` while another process has it in hand */
  async undo(request: UndoRequest): Promise<void> {
    const { importId } = request
    await requireUndo(request, this.ports)
    this.halting.add(importId)
    try {
      if (this.current?.id === importId) await this.current.ended
      // No chunk of it may be under way anywhere.
      const held = (await this.leased.take(importId)) ?? importRefusals('import-elsewhere')
      await beginUndo(request, this.ports).finally(() => held.release())
    } finally {
      this.halting.delete(importId)
      this.take(importId)
    }
  }

  async errorFiles(id: string, viewer: Viewer): Promise<RefusedRows[]> {
    return contentsOf(await errorFilesOf(id, viewer, this.ports))
  }

  /** Takes up what was under way. */
  resume(): void {
    this.run(async () => {
      for (const id of await importsUnderWay(this.ports)) this.take(id)
    })
  }

  /** Lets go of files whose time has come, behind what is at work. */
  expire(): void {
    this.run(async () => void (await expireImportFiles(this.ports)))
  }

  /** Whether nothing is at work, and nothing waits. */
  get isIdle(): boolean {
    return this.jobs === 0 && this.elsewhere.length === 0
  }

  /** Ids of the imports under way that another process has in hand. */
  get elsewhere(): string[] {
    return this.leased.waiting
  }

  /** Stops after the chunk that is under way. */
  async stop(): Promise<void> {
    this.isStopping = true
    this.leased.stop()
    await this.work
  }

  /** Queues an import, or its undo, behind those before it. */
  private take(id: string): void {
    this.run(async () => {
      const working = this.drain(id)
      this.current = { id, ended: working.catch(() => undefined) }
      try {
        await working
      } finally {
        this.current = undefined
      }
    })
  }

  private run(job: () => Promise<void>): void {
    this.jobs++
    this.work = this.work
      .then(job)
      .catch((error: unknown) => this.o.onFailure(error instanceof Error ? error : new Error(String(error))))
      .finally(() => this.jobs--)
  }

  private async drain(id: string): Promise<void> {
    const isHalted = () => this.isStopping || this.halting.has(id)
    if (isHalted()) return
    await this.leased.on(id, async (isLost) => {
      for await (const _ of resumeImport(id, this.ports)) if (isHalted() || isLost()) return
    })
  }
}

function contentsOf(files: SentFiles): Promise<RefusedRows[]> {
  const read = Object.entries(files).map(async ([name, file]) => {
    const parts: Uint8Array[] = []
    for await (const part of file.open()) parts.push(part)
    return { name, fileName: file.name, content: Buffer.concat(parts).toString('base64') }
  })
  return Promise.all(read)
}
