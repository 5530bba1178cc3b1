/**
 * Takes files in, begins imports and undoes them, one at a time and in the background; takes up at
 * start what a death has stopped.
 */

import {
  beginUndo,
  expireImportFiles,
  type ImportPorts,
  type ImportRequest,
  importsUnderWay,
  requireUndo,
  resumeImport,
  SealedFiles,
  type SentFiles,
  startImport,
  type TargetDeclaration,
  type UndoRequest,
} from '#imports'
import { type ImportFiles, InvalidInput, type KeyVault, refuse } from '#kernel'

interface Upload {
  /** Chosen by the sender; known to them alone, because it is kept under their own name. */
  upload: string
  by: string
  /** Name in the mapping. */
  name: string
  fileName: string
}

/** Files larger than this are cut up by whoever sends them. */
const mostBytes = 1_000_000_000
const separator = '~'
const dayMs = 86_400_000

export class ImportService {
  readonly ports: ImportPorts
  private readonly files: SealedFiles
  private work: Promise<void> = Promise.resolve()
  private isStopping = false
  private daily: NodeJS.Timeout | undefined
  private current: { id: string; ended: Promise<void> } | undefined
  /** Ids of imports that are to make way for their undo. */
  private readonly halting = new Set<string>()

  /** @param o where files are kept, what an import may make, and who is told when an import cannot go on */
  constructor(
    private readonly core: ImportPorts['core'],
    vault: KeyVault,
    private readonly o: {
      files: ImportFiles
      targets: readonly TargetDeclaration[]
      onFailure: (error: Error) => void
    },
  ) {
    this.ports = { core, vault, files: o.files, targets: o.targets }
    this.files = new SealedFiles(o.files, vault)
  }

  /** Keeps a sent file sealed; answers with its size in bytes. */
  async keep({ upload, by, name, fileName }: Upload, content: AsyncIterable<Uint8Array>): Promise<number> {
    if (!/^[\w.-]{1,60}$/.test(name) || fileName.includes(separator))
      throw new InvalidInput([{ path: 'name', code: 'k-code' }])
    const { bytes } = await this.files.write(
      this.draftOf(upload, by),
      `${name}${separator}${encodeURIComponent(fileName)}`,
      limited(content),
    )
    return bytes
  }

  /** The files of an upload, by their names in the mapping. */
  async filesOf(upload: string, by: string): Promise<SentFiles> {
    const draft = this.draftOf(upload, by)
    const names = await this.files.names(draft)
    if (names.length === 0) return refuse('not-found')
    return Object.fromEntries(
      names.map((stored) => {
        const [name = '', fileName = ''] = stored.split(separator)
        return [name, { name: decodeURIComponent(fileName), open: () => this.files.read(draft, stored) }]
      }),
    )
  }

  async discard(upload: string, by: string): Promise<void> {
    await this.files.remove(this.draftOf(upload, by))
  }

  /** Begins an import; it goes on in the background. */
  async start(request: ImportRequest): Promise<string> {
    const id = await startImport(request, this.ports)
    this.take(id)
    return id
  }

  /** Undoes an import in the background, behind the chunk that it may be at. */
  async undo(request: UndoRequest): Promise<void> {
    const { importId } = request
    await requireUndo(request, this.ports)
    this.halting.add(importId)
    try {
      if (this.current?.id === importId) await this.current.ended
      await beginUndo(request, this.ports)
    } finally {
      this.halting.delete(importId)
    }
    this.take(importId)
  }

  /** Takes up what was under way, and lets go of files whose time has come, once a day from now on. */
  resume(): void {
    const expire = async () => void (await expireImportFiles(this.ports))
    this.daily = setInterval(() => this.run(expire), dayMs).unref()
    this.run(async () => {
      await expire()
      for (const id of await importsUnderWay(this.ports)) this.take(id)
    })
  }

  /** Stops after the chunk that is under way. */
  async stop(): Promise<void> {
    this.isStopping = true
    clearInterval(this.daily)
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
    this.work = this.work
      .then(job)
      .catch((error: unknown) => this.o.onFailure(error instanceof Error ? error : new Error(String(error))))
  }

  private async drain(id: string): Promise<void> {
    const isHalted = () => this.isStopping || this.halting.has(id)
    if (isHalted()) return
    for await (const _ of resumeImport(id, this.ports)) if (isHalted()) return
  }

  private draftOf(upload: string, by: string): string {
    return this.core.ports.hash.shortId('upload', by, upload)
  }
}

async function* limited(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const part of content) {
    bytes += part.byteLength
    if (bytes > mostBytes) refuse('file-too-large')
    yield part
  }
}
