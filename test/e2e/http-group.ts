/** A test's group behind the real HTTP interface: its clock is the test's, its requests go through sockets. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { MemorySessions } from '#engines/embedded/memory-sessions.js'
import type { JsonObject } from '#kernel'
import { allOf, startHttp } from '#platform/http/start-http.js'
import { LocalIssuer } from '#platform/identity/local-issuer.js'
import { TestGroup } from '../harness/group.js'
import { type Answered, type Asked, send } from './running-program.js'

export class HttpGroup {
  private constructor(
    readonly group: TestGroup,
    private readonly served: { url: string; issuer: LocalIssuer; close: () => Promise<void> },
  ) {}

  static async open(): Promise<HttpGroup> {
    const group = await (await TestGroup.open()).found()
    const folder = mkdtempSync(join(tmpdir(), 'kumppani-http-'))
    const issuer = await LocalIssuer.open(folder)
    const http = await startHttp({
      ...allOf(group.core),
      settings: { host: '127.0.0.1', port: 0 },
      identity: { kind: 'local', issuer, sessions: new MemorySessions() },
      log: pino({ level: 'silent' }),
      version: '0.0.0',
    })
    const close = async () => {
      await http.close()
      await group.close()
      rmSync(folder, { recursive: true })
    }
    return new HttpGroup(group, { url: http.url, issuer, close })
  }

  /** Asks under the API's root, as Aino unless told otherwise; what was written is projected. */
  async ask(path: string, asked: Asked = {}): Promise<Answered> {
    const { token } = await this.served.issuer.tokenFor(asked.as ?? 'aino')
    const answered = await send(`${this.served.url}/api/v1${path}`, asked, token)
    await this.group.projector.catchUp()
    return answered
  }

  /** The bytes of an answer, as a file. */
  async file(path: string, as = 'aino'): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
    const { token } = await this.served.issuer.tokenFor(as)
    const headers = { authorization: `Bearer ${token}` }
    const response = await fetch(`${this.served.url}/api/v1${path}`, { headers })
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
  }

  /** A write that must succeed. */
  async write(path: string, body: object, asked: Asked = {}): Promise<JsonObject> {
    const answered = await this.ask(path, { body, ...asked })
    if (answered.status >= 300) throw new Error(`${path} answered ${JSON.stringify(answered.body)}`)
    return answered.body
  }

  /** The published document of the interface. */
  async openApi(): Promise<JsonObject> {
    return (await fetch(`${this.served.url}/api/openapi.json`)).json() as Promise<JsonObject>
  }

  close(): Promise<void> {
    return this.served.close()
  }
}
