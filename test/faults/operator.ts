/** The administrator's share of a faults run: rebuilds, verifications, and imports that are killed under way. */
import { setTimeout as delay } from 'node:timers/promises'

const rowsPerImport = 1500
const patienceMs = 120_000

export interface Verification {
  equal: boolean
  differences: object[]
}

interface ImportShown {
  id: string
  source: string
  state: string
}

export class Operator {
  private imports = 0

  constructor(
    private readonly token: string,
    private readonly url: () => string,
  ) {}

  rebuild(): Promise<unknown> {
    return this.post('/operations/rebuild', {})
  }

  verify(): Promise<Verification> {
    return this.post('/operations/verify', {})
  }

  /** Begins an import of customers from a source of its own; goes on after this resolves. */
  async beginImport(rows = rowsPerImport): Promise<string> {
    const source = `source-${this.imports++}`
    const upload = crypto.randomUUID().replaceAll('-', '').slice(0, 16)
    const path = `/uploads/${upload}/customers/customers.csv`
    await this.send(path, 'application/octet-stream', fileOf(source, rows))
    const begun = { upload, mappingName: `${source}.yaml`, mapping: mappingOf(source) }
    return (await this.post<{ import: string }>('/imports', begun)).import
  }

  /** The id of an import that is through. */
  async importOf(rows: number): Promise<string> {
    const id = await this.beginImport(rows)
    for (const untilMs = performance.now() + patienceMs; performance.now() < untilMs; await delay(50)) {
      const found = (await this.allImports()).find((one) => one.id === id)
      if (found?.state === 'completed') return id
    }
    throw new Error(`import ${id} is not through`)
  }

  /** Resolves once every import is through; what was killed goes on by itself. */
  async importsDone(): Promise<number> {
    for (const untilMs = performance.now() + patienceMs; performance.now() < untilMs; await delay(100)) {
      const imports = await this.allImports()
      if (imports.every(({ state }) => state === 'completed')) return imports.length * rowsPerImport
    }
    throw new Error(`imports are not through: ${JSON.stringify(await this.allImports())}`)
  }

  /** Resolves once nothing that was acknowledged is left to record. */
  async processesDone(): Promise<void> {
    for (const untilMs = performance.now() + patienceMs; performance.now() < untilMs; await delay(20))
      if ((await this.unfinished()).length === 0) return
    throw new Error(`processes are not through: ${JSON.stringify(await this.unfinished())}`)
  }

  private async unfinished(): Promise<object[]> {
    const path = `${this.url()}/api/v1/operations/processes`
    const response = await fetch(path, { headers: { Authorization: `Bearer ${this.token}` } })
    return ((await response.json()) as { processes: object[] }).processes
  }

  private async allImports(): Promise<ImportShown[]> {
    const response = await fetch(`${this.url()}/api/v1/imports`, { headers: { Authorization: `Bearer ${this.token}` } })
    return ((await response.json()) as { rows: ImportShown[] }).rows
  }

  private post<A>(path: string, body: object): Promise<A> {
    return this.send(path, 'application/json', JSON.stringify(body))
  }

  /** @throws TypeError when the program dies meanwhile */
  private async send<A>(path: string, type: string, body: string): Promise<A> {
    const headers = {
      Authorization: `Bearer ${this.token}`,
      'Content-Type': type,
      'Idempotency-Key': crypto.randomUUID(),
    }
    const response = await fetch(`${this.url()}/api/v1${path}`, { method: 'POST', headers, body })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as A
  }
}

/** A file of so many customers, whom no other source has. */
export function fileOf(source: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => `${at},Customer ${source} ${at}\n`)
  return `no,name\n${lines.join('')}`
}

export const mappingOf = (source: string): string => `kumppani-mapping: 1
source: ${source}
files: { customers: { name: customers.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: name } }]
`
