/**
 * Leases for tests, kept in memory in the least convenient way: every answer late, epochs with gaps, short terms, and
 * a holder hears that its term has passed only when it asks.
 */
import type { Lease, Leases, Position, ReportedWork } from '#kernel'
import { Lateness } from './late.js'

/** What all processes of one installation see. */
export class SharedLeases {
  /** The last epoch of each lease, and whether somebody holds it. */
  readonly taken = new Map<string, { epoch: number; isHeld: boolean }>()

  readonly reported = new Map<string, Position>()

  /** The term of whoever holds it has passed. */
  pass(name: string): void {
    const last = this.taken.get(name)
    if (last) last.isHeld = false
  }
}

export class HostileLeases implements Leases {
  readonly termMs = 15
  private readonly late: Lateness

  constructor(
    private readonly shared: SharedLeases,
    seed: number,
  ) {
    this.late = new Lateness(seed)
  }

  take(name: string): Promise<Lease | undefined> {
    return this.late.of(() => {
      const last = this.shared.taken.get(name)
      if (last?.isHeld) return undefined
      const epoch = (last?.epoch ?? 0) + Math.ceil(this.late.chance() * 100)
      this.shared.taken.set(name, { epoch, isHeld: true })
      return { name, epoch }
    })
  }

  renew({ name, epoch }: Lease): Promise<boolean> {
    return this.late.of(() => {
      const last = this.shared.taken.get(name)
      if (last?.epoch !== epoch) return false
      last.isHeld = true
      return true
    })
  }

  release({ name, epoch }: Lease): Promise<void> {
    return this.late.of(() => {
      const last = this.shared.taken.get(name)
      // It cannot be renewed from here on.
      if (last?.epoch === epoch) this.shared.taken.set(name, { epoch: epoch + 1, isHeld: false })
    })
  }

  report({ name, epoch }: Lease, reached: Position): Promise<boolean> {
    return this.late.of(() => {
      if (this.shared.taken.get(name)?.epoch !== epoch) return false
      this.shared.reported.set(name, reached)
      return true
    })
  }

  reported(prefix: string): Promise<ReportedWork[]> {
    return this.late.of(() => {
      const all = [...this.shared.reported].map(([name, reached]) => ({ name, reached }))
      return all.filter(({ name }) => name.startsWith(prefix)).sort(() => this.late.chance() - 0.5)
    })
  }

  retire(name: string): Promise<void> {
    return this.late.of(() => void this.shared.reported.delete(name))
  }

  async close(): Promise<void> {
    await this.late.pass()
  }
}
