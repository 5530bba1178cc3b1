/**
 * What a test says has happened: an event with when and by whom, when it was recorded, and how it
 * was corrected since. Whatever is not said has a default, so that a test names only what matters.
 */
import { type Draft, effectiveMoment, type JsonObject, laterOf, type StoredEvent, storedPosition, utc } from '#kernel'
import { stated } from './stated.js'

/** The customer that facts are about unless told. */
export const CUSTOMER = 'c1'

interface Corrected {
  /** Absent when it was taken back. */
  data?: object
  recorded: string
  occurred?: string
}

interface Said {
  draft: Draft
  actor: string
  id: string
  occurred?: string
  recorded?: string
  customers: string[]
  contacts: string[]
  unit?: string
  corrections: Corrected[]
}

export class Happening {
  constructor(private readonly said: Said) {}

  private with(more: Partial<Said>): Happening {
    return new Happening({ ...this.said, ...more })
  }

  /** The member who recorded it; aino unless told. */
  by(actor: string): Happening {
    return this.with({ actor })
  }

  /** Id of the record it is about; r1 unless told. */
  of(id: string): Happening {
    return this.with({ id })
  }

  /** An instant, a day, a month, or '' for before everything; a minute after the one before unless told. */
  occurred(occurred: string): Happening {
    return this.with({ occurred })
  }

  /** An instant or a day; when it occurred unless told. */
  recorded(recorded: string): Happening {
    return this.with({ recorded })
  }

  /** With whom it is filed, and its unit; those of customer c1 and unit fi unless told. */
  filed(filing: { customers?: string[]; contacts?: string[]; unit?: string }): Happening {
    return this.with(filing)
  }

  /** Later it was said to be otherwise, or to have been at another time. */
  restated(data: object, at: { recorded: string; occurred?: string }): Happening {
    return this.with({ corrections: [...this.said.corrections, { data, ...at }] })
  }

  /** Later it was taken back. */
  retracted(at: { recorded: string }): Happening {
    return this.with({ corrections: [...this.said.corrections, at] })
  }

  /**
   * The event and its corrections, not yet in their places.
   * @param next when it happened, unless the test says
   */
  events(id: string, next: string): StoredEvent[] {
    const { said } = this
    const at = said.occurred ?? said.recorded ?? next
    const base = this.stored({ id, at, data: said.draft.data, recorded: said.recorded ?? (at || '2025-01-01') })
    const corrections = said.corrections.map(({ data, recorded, occurred }, turn) => {
      const event = this.stored({ id: `${id}-${turn}`, at: occurred ?? at, data: data ?? {}, recorded })
      const mode = data ? ('restate' as const) : ('retract' as const)
      return { ...event, metadata: { ...event.metadata, corrects: { eventId: id, mode } } }
    })
    return [base, ...corrections]
  }

  private stored(event: { id: string; at: string; data: object; recorded: string }): StoredEvent {
    const { draft, actor, customers, contacts, unit, id } = this.said
    const when = stated(event.at)
    return {
      id: event.id,
      type: draft.type,
      data: event.data as JsonObject,
      stream: `${draft.type.slice(0, draft.type.indexOf('.'))}-${id}`,
      revision: 0,
      position: 0,
      metadata: {
        schemaVersion: 1,
        ...when,
        effectiveAt: effectiveMoment(when, [], 'UTC'),
        recordedAt: utc(event.recorded),
        actor,
        unit,
        customers,
        contacts,
        commandId: event.id,
        fingerprint: '',
      },
    }
  }
}

/** Says that something has happened. */
export const happened = (draft: Draft): Happening =>
  new Happening({ draft, actor: 'aino', id: 'r1', customers: [CUSTOMER], contacts: [], unit: 'fi', corrections: [] })

export type Given = Draft | Happening

const minuteAfter = (instant: string): string => utc(new Date(Date.parse(instant) + 60_000))

/** Everything that happened as a log holds it, in recorded order. */
export function recordedEvents(given: readonly Given[]): StoredEvent[] {
  const events: StoredEvent[] = []
  let next = '2026-01-01T09:00:00.000Z'
  for (const [index, one] of given.entries()) {
    const ownEvents = (one instanceof Happening ? one : happened(one)).events(`e${index}`, next)
    events.push(...ownEvents)
    next = minuteAfter(laterOf(next, ownEvents[0]?.metadata.effectiveAt ?? next))
  }
  const inOrder = events.sort((a, b) => (a.metadata.recordedAt < b.metadata.recordedAt ? -1 : 1))
  return inOrder.map((event, index) => ({ ...event, revision: index, position: storedPosition(index + 1) }))
}
