/** Time zones of units as known at a position, asked for once between two changes of the references. */
import { BEYOND, type Calendar, comparePositions, countWhile, type Position, type ReferenceHolder } from '#kernel'
import type { ZoneOf } from './measure.js'

interface Stretch {
  from: Position
  until: Position
  zoneOf: ZoneOf
}

export class Zones {
  /** Positions of all reference events, ascending. */
  private changes: Position[] = []
  private upTo: Position | undefined
  private stretch: Stretch = { from: 0, until: 0, zoneOf: () => 'UTC' }

  constructor(
    private readonly references: ReferenceHolder,
    private readonly calendar: Pick<Calendar, 'zoneOf'>,
  ) {}

  readonly at = (position: Position): ZoneOf => {
    if (this.references.position !== this.upTo) this.look()
    const { from, until } = this.stretch
    if (position < from || position >= until) this.stretch = this.stretchAt(position)
    return this.stretch.zoneOf
  }

  private look(): void {
    const at = this.references.at()
    const positions = this.references.references.flatMap((each) => at.events(each).map((event) => event.position))
    this.changes = [...new Set(positions)].sort(comparePositions)
    this.upTo = this.references.position
    this.stretch = { from: 0, until: 0, zoneOf: () => 'UTC' }
  }

  private stretchAt(position: Position): Stretch {
    const passed = countWhile(this.changes, (change) => change <= position)
    const references = this.references.at({ knownAt: position })
    const known = new Map<string | undefined, string>()
    const zoneOf = (unit: string | undefined) => {
      const zone = known.get(unit) ?? this.calendar.zoneOf(unit, references)
      known.set(unit, zone)
      return zone
    }
    const until = this.changes[passed] ?? BEYOND
    return { from: this.changes[passed - 1] ?? 0, until, zoneOf }
  }
}
