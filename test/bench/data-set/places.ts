/** Where generated events belong: the customers, their relationships and open opportunities, with the revision each stream is at. */
import type { Random } from '#demo/random.js'

export const membersCount = 64
export const unitsCount = 10
export const memberId = (index: number): string => `m${String(index % membersCount).padStart(2, '0')}`
export const unitId = (index: number): string => `u${String(index % unitsCount).padStart(2, '0')}`

export interface StreamPlace {
  stream: string
  before: number
}

export interface Filed {
  customer: string
  unit: string
}

/** A customer with the unit that deals with it. */
export class Place {
  stage = 0
  private customerRevision = -1
  private relationshipRevision = -1

  constructor(
    readonly customer: string,
    readonly unit: string,
  ) {}

  get filed(): Filed {
    return { customer: this.customer, unit: this.unit }
  }

  customerStream(): StreamPlace {
    return { stream: `customer-${this.customer}`, before: this.customerRevision++ }
  }

  relationshipStream(): StreamPlace {
    return { stream: `relationship-${this.customer}.${this.unit}`, before: this.relationshipRevision++ }
  }
}

interface Opportunity extends StreamPlace {
  filed: Filed
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const mostOpen = 2000

export class Places {
  readonly customers: string[] = []
  private readonly places: Place[] = []
  private readonly opportunities: Opportunity[] = []

  constructor(private readonly random: Random) {}

  /** 16 characters, as derived ids have them. */
  newId(): string {
    let id = ''
    for (let at = 0; at < 16; at++) id += alphabet.charAt(Math.floor(this.random.next() * 32))
    return id
  }

  add(): Place {
    const place = new Place(this.newId(), unitId(this.places.length))
    this.places.push(place)
    this.customers.push(place.customer)
    return place
  }

  first(): Place {
    return this.places[0] as Place
  }

  any(): Place {
    return this.random.pick(this.places)
  }

  openOpportunity({ filed }: Place): StreamPlace {
    const stream = `opportunity-${this.newId()}`
    this.opportunities.push({ stream, before: 0, filed })
    if (this.opportunities.length > mostOpen) this.opportunities.shift()
    return { stream, before: -1 }
  }

  /** The next revision of some open opportunity; a closed one is not found again. */
  advanceOpportunity(closes: boolean): Opportunity | undefined {
    if (this.opportunities.length === 0) return undefined
    const at = this.random.int(0, this.opportunities.length - 1)
    const opportunity = this.opportunities[at] as Opportunity
    const found = { ...opportunity }
    opportunity.before++
    if (closes) this.opportunities.splice(at, 1)
    return found
  }
}
