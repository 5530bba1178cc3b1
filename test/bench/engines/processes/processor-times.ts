/** How much of a processor each process of a group uses, as Linux counts it; nothing is said elsewhere. */
import { existsSync, readFileSync } from 'node:fs'
import type { RunningGroup } from './running-group.js'

const ticksPerSecond = 100
const names = ['recorder', 'projector', 'insights'] as const

export class ProcessorTimes {
  private readonly fromMs = performance.now()
  private readonly from: ReadonlyMap<string, number>

  private constructor(private readonly pids: ReadonlyMap<string, number>) {
    this.from = secondsOf(pids)
  }

  static of({ services, relay }: RunningGroup): ProcessorTimes {
    const ofServices = names.map((name) => [name, services.of(name).pid] as const)
    return new ProcessorTimes(new Map([...ofServices, ['relay', relay.pid]]))
  }

  /** Since it was made. */
  said(): string {
    const seconds = (performance.now() - this.fromMs) / 1000
    const now = secondsOf(this.pids)
    const each = [...now].map(([name, used]) => {
      const share = (100 * (used - (this.from.get(name) ?? 0))) / seconds
      return `${name} ${share.toFixed(0)} %`
    })
    return `of a processor: ${each.join(', ')}`
  }
}

function secondsOf(pids: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(
    [...pids].flatMap(([name, pid]) => (existsSync(`/proc/${pid}/stat`) ? [[name, secondsOfOne(pid)]] : [])),
  )
}

function secondsOfOne(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // After the name, which may hold anything: user and system time are the 14th and 15th of all.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}
