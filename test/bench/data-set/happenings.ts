/**
 * What happens in the generated group, event after event: a seeded mixture of the catalogue's facts in
 * the shares that the figures state. Only plain payloads and places; sealing and appending come after.
 */

import { type Random, seededRandom } from '#demo/random.js'
import type { JsonObject } from '#kernel'
import { memberId, membersCount, type Place, Places } from './places.js'
import { companyName, noteOf } from './words.js'

/** One event before it is sealed. */
export interface Happening {
  type: string
  stream: string
  /** Revision the stream is at before it; -1 for a new stream. */
  before: number
  data: JsonObject
  customer: string
  unit?: string
  /** Recorded long after it happened. */
  isLate: boolean
  /** The first event that it restates. */
  corrects?: Recorded
}

/** A note that may be corrected later. */
export interface Recorded {
  happening: Happening
  id: string
  effectiveAt: string
}

const stages = ['identified', 'exploratory', 'basic', 'cooperative', 'interdependent', 'integrated']
const sectors = ['hospitality', 'healthcare', 'food-service', 'laboratory', 'marine', 'retail', 'industry', 'education']
const countries = ['FI', 'SE', 'NO', 'DE', 'EE']
const functions = ['sales', 'service', 'projects', 'marketing']
const oneInTen = 10
const keptForCorrection = 500

/** Shares in thousandths of all events; registrations, one in ten, come on top. */
const shares = [
  ['note', 400],
  ['phone-call', 120],
  ['meeting', 100],
  ['email', 100],
  ['visit', 30],
  ['profile-changed', 40],
  ['stage-changed', 20],
  ['owner-set', 20],
  ['opened', 30],
  ['opportunity-stage-changed', 20],
  ['won', 10],
  ['correction', 10],
] as const
type Sort = (typeof shares)[number][0]

export class Happenings {
  private readonly random: Random
  private readonly places: Places
  private readonly notes: Recorded[] = []
  private made = 0

  /** @param largest events of the first customer */
  constructor(private readonly size: { events: number; largest: number }) {
    this.random = seededRandom(20_260_301)
    this.places = new Places(this.random)
  }

  get customers(): readonly string[] {
    return this.places.customers
  }

  next(): Happening {
    const index = this.made++
    if (index % oneInTen === 0) return this.register()
    const sort = this.random.weighted(shares.map(([name, weight]) => [name, weight] as const))
    return this.happens(sort, this.place(index))
  }

  /** Remembers a note, so that a later correction may restate it. */
  wasRecorded(happening: Happening, id: string, effectiveAt: string): void {
    if (happening.type !== 'touchpoint.note' || happening.corrects) return
    this.notes.push({ happening, id, effectiveAt })
    if (this.notes.length > keptForCorrection) this.notes.shift()
  }

  private place(index: number): Place {
    const everyNth = Math.floor(this.size.events / this.size.largest)
    return index % everyNth === 1 ? this.places.first() : this.places.any()
  }

  private register(): Happening {
    const place = this.places.add()
    const data = {
      name: companyName(this.random),
      sector: this.random.pick(sectors),
      country: this.random.pick(countries),
      city: companyName(this.random).split(' ')[0] ?? '',
      employees: this.random.int(1, 4000),
    }
    return { type: 'customer.registered', ...place.customerStream(), data, customer: place.customer, isLate: false }
  }

  private happens(sort: Sort, place: Place): Happening {
    if (sort === 'correction') return this.correction() ?? this.touchpoint('note', place)
    if (sort === 'profile-changed') return this.profileChanged(place)
    if (sort === 'stage-changed') return this.stageChanged(place) ?? this.ownerSet(place)
    if (sort === 'owner-set') return this.ownerSet(place)
    if (sort === 'opened') return this.opened(place)
    if (sort === 'opportunity-stage-changed' || sort === 'won') return this.advanced(sort) ?? this.opened(place)
    return this.touchpoint(sort, place)
  }

  private touchpoint(kind: string, place: Place): Happening {
    return {
      type: `touchpoint.${kind}`,
      stream: `touchpoint-${this.places.newId()}`,
      before: -1,
      data: {
        customers: [place.customer],
        unit: place.unit,
        function: this.random.pick(functions),
        startedBy: this.random.pick(['we-unasked', 'we-asked', 'they']),
        ...(kind === 'note' && { note: noteOf(this.random), language: 'en' }),
      },
      customer: place.customer,
      unit: place.unit,
      isLate: this.random.chance(0.07),
    }
  }

  private correction(): Happening | undefined {
    if (this.notes.length === 0) return undefined
    const [corrects] = this.notes.splice(this.random.int(0, this.notes.length - 1), 1) as [Recorded]
    const { happening } = corrects
    const data = { ...happening.data, note: noteOf(this.random), '~because': 'It was a slip of the pen.' }
    return { ...happening, data, before: 0, isLate: false, corrects }
  }

  private profileChanged(place: Place): Happening {
    const data = { employees: this.random.int(1, 4000) }
    return {
      type: 'customer.profile-changed',
      ...place.customerStream(),
      data,
      customer: place.customer,
      isLate: false,
    }
  }

  private stageChanged(place: Place): Happening | undefined {
    const from = stages[place.stage]
    const to = stages[place.stage + 1]
    if (from === undefined || to === undefined) return undefined
    place.stage++
    return {
      type: 'relationship.stage-changed',
      ...place.relationshipStream(),
      data: { from, to },
      ...place.filed,
      isLate: false,
    }
  }

  private ownerSet(place: Place): Happening {
    const data = { owner: memberId(this.random.int(0, membersCount - 1)) }
    return { type: 'relationship.owner-set', ...place.relationshipStream(), data, ...place.filed, isLate: false }
  }

  private opened(place: Place): Happening {
    const { customer, unit } = place
    const data = {
      customer,
      unit,
      name: 'Cold rooms',
      profile: 'product-sale',
      stage: 'engaging',
      owner: memberId(this.random.int(0, membersCount - 1)),
      value: money(this.random),
      probability: 40,
    }
    return { type: 'opportunity.opened', ...this.places.openOpportunity(place), data, ...place.filed, isLate: false }
  }

  private advanced(sort: 'opportunity-stage-changed' | 'won'): Happening | undefined {
    const found = this.places.advanceOpportunity(sort === 'won')
    if (!found) return undefined
    const { filed, ...stream } = found
    const won = { value: money(this.random), keeps: { passiveAfterMonths: 24, lostAfterMonths: 48 } }
    const data: JsonObject = sort === 'won' ? won : { to: 'offered', probability: 60 }
    return { type: `opportunity.${sort.replace('opportunity-', '')}`, data, ...stream, ...filed, isLate: false }
  }
}

function money(random: Random): JsonObject {
  const amountMinor = random.int(10_000, 90_000_000)
  return { amountMinor, currency: 'EUR', groupMinor: amountMinor, rateDay: '2025-01-02' }
}
