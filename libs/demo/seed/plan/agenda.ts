/** Gathers what will be said until the last day; whatever would lie beyond it is not said. */
import type { Random } from '../../random.js'
import { type Act, type ActStep, type Amendment, instantly, onDay } from '../run/act.js'
import { calendarInstantOf, workdayAfter } from './calendar.js'

/** UTC minutes between which members of all countries are at work. */
const workingMinutes = [6 * 60, 14 * 60] as const
const idCharacters = '0123456789abcdefghjkmnpqrstvwxyz'

export class Agenda {
  readonly steps: ActStep[] = []

  /** @param end the first day on which nothing is said any more */
  constructor(
    readonly random: Random,
    readonly end: string,
  ) {}

  /** Adds an act; it may lie beyond the end and is then never done. */
  say(act: Omit<Act, 'key'>): Act {
    return this.add({ ...act, key: String(this.steps.length) })
  }

  amend(amendment: Omit<Amendment, 'key'>): Amendment {
    return this.add({ ...amendment, key: String(this.steps.length) })
  }

  private add<S extends ActStep>(step: S): S {
    this.steps.push(step)
    return step
  }

  /** What is done before the end. */
  due(): ActStep[] {
    return this.steps.filter(({ at }) => at < this.end)
  }

  /** A random moment of a working day. */
  momentOf(day: string): string {
    return calendarInstantOf(day, this.random.int(...workingMinutes))
  }

  /**
   * When something that happened is recorded: mostly at once, sometimes days or weeks later, and
   * then at times with the day alone.
   * @param habits share of what is late, and by how many days at most
   */
  told(happenedAt: string, { late, latest }: { late: number; latest: number }): Pick<Act, 'at' | 'occurred'> {
    if (!this.random.chance(late)) return { at: happenedAt, occurred: instantly(happenedAt) }
    const day = happenedAt.slice(0, 10)
    const at = this.momentOf(workdayAfter(day, this.random.int(2, latest)))
    return { at, occurred: this.random.chance(0.4) ? onDay(day) : instantly(happenedAt) }
  }

  /** A new id, as the deciders would make one. */
  id(): string {
    return Array.from({ length: 16 }, () => idCharacters.charAt(this.random.int(0, 31))).join('')
  }
}
