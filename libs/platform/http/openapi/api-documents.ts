/** The API document, for programs and for people, written when somebody first asks: few do, and it is some megabytes. */
import { docsPage } from '../pages/docs-page.js'
import type { OpenApi } from './openapi.js'

export class ApiDocuments {
  private written: { json: Buffer; page: Buffer } | undefined

  constructor(private readonly write: () => OpenApi) {}

  /** `openapi.json`. */
  get json(): Buffer {
    return this.both().json
  }

  /** The page for people. */
  get page(): Buffer {
    return this.both().page
  }

  /** As bytes, which stay out of the way of the garbage collector. */
  private both(): { json: Buffer; page: Buffer } {
    if (this.written) return this.written
    const document = this.write()
    this.written = { json: Buffer.from(JSON.stringify(document)), page: Buffer.from(docsPage(document)) }
    return this.written
  }
}
