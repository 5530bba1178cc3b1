/** The folder into which refused rows are put, to be corrected and sent again. */
import { writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { makeFolder } from '#files'
import { StartRefused } from '#platform/config'
import { segment } from '../acting.js'
import type { Session } from '../session.js'
import { importLine } from '../telling/import-lines.js'
import { remark } from '../telling/reader.js'

export class ErrorFolder {
  /** Made if it is missing. @throws StartRefused before anything is sent when nothing can be put there */
  constructor(private readonly path: string) {
    try {
      makeFolder(path)
    } catch (error) {
      throw new StartRefused('usage', importLine('rows-not-put', { path, why: (error as Error).message }))
    }
  }

  /** Writes a file for each that had refused rows; what stands there already stays. */
  async keep(session: Pick<Session, 'get' | 'language'>, id: string): Promise<void> {
    const { files } = (await session.get(`/imports/${segment(id)}/error-files`)).body as {
      files: { fileName: string; content: string }[]
    }
    for (const { fileName, content } of files) {
      const file = this.write(basename(fileName), Buffer.from(content, 'base64'))
      remark(importLine('rows-written', { file }), await session.language())
    }
  }

  /** Under its name, or that with the first number that is free. */
  private write(fileName: string, content: Buffer): string {
    const kind = extname(fileName)
    for (let number = 1; ; number++) {
      const name = number === 1 ? fileName : `${basename(fileName, kind)}-${number}${kind}`
      try {
        writeFileSync(join(this.path, name), content, { flag: 'wx' })
        return join(this.path, name)
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException
        if (code !== 'EEXIST') throw new StartRefused('usage', importLine('rows-not-written', { why: message }))
      }
    }
  }
}
