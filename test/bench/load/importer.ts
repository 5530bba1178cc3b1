/** Sends files to a running program, as an administrator, and watches what becomes of the import and of its undo. */
import { setTimeout as delay } from 'node:timers/promises'
import { LocalIssuer } from '#platform/identity/local-issuer.js'
import type { RunningProgram } from '../../harness/running-program.js'
import type { DataSet } from '../data-set/data-set.js'
import { administrator } from '../data-set/group.js'
import { caughtUp } from './load.js'

const why = 'They want one supplier for all their kitchens and a service that answers within a day. '.repeat(2)

/** A customer with a text of its own in each row. */
export function* customerRows(count: number): Generator<string> {
  yield 'no,name,city,why\n'
  for (let at = 0; at < count; at++) yield `${at},Customer ${at},City ${at % 500},${why}\n`
}

export const customersMapping = `kumppani-mapping: 1
source: bench
files: { customers: { name: customers.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: name, city: city, whyBuys: why } }]
`

const pauseMs = 20

interface ImportShown {
  state: string
  position: string
}

export class Importer {
  private constructor(
    private readonly program: RunningProgram,
    private readonly token: string,
  ) {}

  static async of(program: RunningProgram, { folder }: DataSet): Promise<Importer> {
    const issuer = await LocalIssuer.open(folder)
    return new Importer(program, (await issuer.tokenFor(administrator)).token)
  }

  /** Keeps the rows in the program, to be imported under this name. */
  async upload(name: string, rows: number): Promise<void> {
    const file = [...customerRows(rows)].join('')
    await this.post(`/uploads/${name}/customers/customers.csv`, file, 'application/octet-stream')
  }

  /** Begins an import; answers with its id. */
  async begin(upload: string): Promise<string> {
    const body = JSON.stringify({ upload, mappingName: 'bench.yaml', mapping: customersMapping })
    return ((await (await this.post('/imports', body)).json()) as { import: string }).import
  }

  async undo(id: string): Promise<void> {
    await this.post(`/imports/${id}/undo`, JSON.stringify({ because: 'The wrong file was sent.' }))
  }

  /** Resolves once an import is at a state, and reads show it. */
  async shown(id: string, state: string): Promise<void> {
    for (;;) {
      const response = await fetch(`${this.program.url}/api/v1/imports/${id}`, { headers: this.headers() })
      const shown = (await response.json()) as ImportShown
      if (!response.ok || shown.state === 'stalled') throw new Error(`the import is ${JSON.stringify(shown)}`)
      if (shown.state === state) return caughtUp(this.program, this.token, Number(shown.position))
      await delay(pauseMs)
    }
  }

  private headers(): Record<string, string> {
    return { Authorization: `Bearer ${this.token}` }
  }

  private async post(path: string, body: string, type = 'application/json'): Promise<Response> {
    const headers = { ...this.headers(), 'Content-Type': type, 'Idempotency-Key': crypto.randomUUID() }
    const response = await fetch(`${this.program.url}/api/v1${path}`, { method: 'POST', headers, body })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return response
  }
}
