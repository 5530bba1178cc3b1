/** Sessions of browsers for tests, in the least convenient way: every answer is late, and so overtaken by others. */
import type { KeptSession, KeptSessions, NewSession, Renewal } from '#kernel'
import type { MemorySessions } from '../embedded/memory-sessions.js'
import { Lateness } from './late.js'

export class HostileSessions implements KeptSessions {
  private readonly late: Lateness

  /** @param shared what all processes of one installation see */
  constructor(
    private readonly shared: MemorySessions,
    seed: number,
  ) {
    this.late = new Lateness(seed)
  }

  begin(name: string, session: NewSession): Promise<void> {
    return this.late.of(() => this.shared.begin(name, { ...session }))
  }

  find(name: string, usage: { isUse: boolean }): Promise<KeptSession | undefined> {
    return this.late.of(() => this.shared.find(name, usage))
  }

  takeRenewal(name: string, termMs: number): Promise<Renewal | undefined> {
    return this.late.of(() => this.shared.takeRenewal(name, termMs))
  }

  renewed(renewal: Renewal, fresh: Pick<NewSession, 'sealed' | 'goodForMs'>): Promise<boolean> {
    return this.late.of(() => this.shared.renewed({ ...renewal }, { ...fresh }))
  }

  giveUpRenewal(renewal: Renewal): Promise<void> {
    return this.late.of(() => this.shared.giveUpRenewal({ ...renewal }))
  }

  end(name: string): Promise<string | undefined> {
    return this.late.of(() => this.shared.end(name))
  }

  close(): Promise<void> {
    return this.late.pass()
  }
}
