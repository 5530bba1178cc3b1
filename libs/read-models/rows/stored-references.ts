/**
 * References as they are kept with the read models, so that whoever starts reads the log on from there and not
 * from its beginning, which over a network means all of it. What is kept is the events, since a reference
 * answers as of any moment and as known at any position: packed pieces that are never changed, and a head
 * that says how far they go, by which definitions they were read, and of which log.
 */
import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import {
  type Position,
  type ReferenceHolder,
  type Registry,
  type Row,
  type StoredEvent,
  type StoreReads,
  storedPosition,
  type TableSpec,
} from '#kernel'

export const REFERENCES = 'references-1'

export const referencesTable: TableSpec = { name: REFERENCES, columns: {}, indexes: [] }

/** After so many events it is said how far references have looked. */
const eventsPerHead = 1000
/** Events in a piece at most. */
const mostInPiece = 1000
const HEAD = 'head'

/** What references are, and how their events are read. */
export type ReferenceDefinitions = Pick<Registry, 'references' | 'catalogue'>

/** How far what is kept goes. */
export interface ReferencesHead {
  /** By which definitions they were read. */
  shape: string
  upTo: Position
  /** Id of the event there: another log has another. */
  event: string
  pieces: number
  events: number
}

/** Events as one text that tells by itself when it was damaged. */
const packed = (events: readonly StoredEvent[]): string => gzipSync(JSON.stringify(events)).toString('base64')
const unpacked = (text: string): StoredEvent[] => JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString())

/** By which definitions references read: their types, and the version of each. */
export function readBy({ references, catalogue }: ReferenceDefinitions): string {
  const read = references.map(({ name, types }) => [
    name,
    [...types].sort().map((type) => [type, catalogue.require(type).version]),
  ])
  return createHash('sha256').update(JSON.stringify(read)).digest('base64url').slice(0, 16)
}

/** Keeps references while the log passes; it tells what to write, and holds only once that is written. */
export class KeptReferences {
  private constructor(
    private readonly shape: string,
    private readonly head: Pick<ReferencesHead, 'upTo' | 'pieces' | 'events'>,
    /** Events that have passed since it was said. */
    private readonly since = 0,
  ) {}

  /** Of nothing so far. */
  static atStart(registry: ReferenceDefinitions): KeptReferences {
    return new KeptReferences(readBy(registry), { upTo: 0, pieces: 0, events: 0 })
  }

  /** After what is stored. */
  static after(head: ReferencesHead, registry: ReferenceDefinitions): KeptReferences {
    return new KeptReferences(readBy(registry), head)
  }

  /** After some events that the references have taken in. */
  pass(events: readonly StoredEvent[], references: ReferenceHolder): { kept: KeptReferences; rows: Row[] } {
    const since = this.since + events.length
    const last = events.at(-1)
    if (!last || since < eventsPerHead) return { kept: new KeptReferences(this.shape, this.head, since), rows: [] }
    return this.upTo(last, references)
  }

  /** Up to an event, however few have passed. */
  upTo({ id, position }: StoredEvent, references: ReferenceHolder): { kept: KeptReferences; rows: Row[] } {
    const fresh = references.between(this.head.upTo, position)
    const rows: Row[] = []
    for (let at = 0; at < fresh.length; at += mostInPiece) {
      const doc = { packed: packed(fresh.slice(at, at + mostInPiece)) }
      rows.push({ key: String(this.head.pieces + rows.length).padStart(8, '0'), position, doc, columns: {} })
    }
    const { shape } = this
    const pieces = this.head.pieces + rows.length
    const head = { shape, upTo: position, event: id, pieces, events: this.head.events + fresh.length }
    rows.push({ key: HEAD, position, doc: head, columns: {} })
    return { kept: new KeptReferences(shape, head), rows }
  }
}

/** What stands in a store, in the order of the log. @throws Error when it is not whole */
export function storedReferences(rows: readonly Row[]): { head: ReferencesHead; events: StoredEvent[] } {
  const head = rows.find(({ key }) => key === HEAD)?.doc as ReferencesHead | undefined
  if (!head) throw new Error('they have no head')
  const pieces = rows.filter(({ key }) => key !== HEAD).sort((a, b) => (a.key < b.key ? -1 : 1))
  const events = pieces.slice(0, head.pieces).flatMap(({ doc }) => unpacked(String(doc?.packed)))
  const isAscending = events.every(({ position }, at) => position > (events[at - 1]?.position ?? 0))
  const isWhole = pieces.length >= head.pieces && events.length === head.events && isAscending
  const upTo = storedPosition(head.upTo)
  if (!isWhole || (events.at(-1)?.position ?? 0) > upTo) throw new Error('they are not whole')
  return { head: { ...head, upTo }, events }
}

/** The head first: pieces that are added meanwhile lie behind those that it knows. */
export async function referenceRows(store: Pick<StoreReads, 'get' | 'scan'>): Promise<Row[]> {
  const head = await store.get(REFERENCES, HEAD)
  const found = head ? [head] : []
  for await (const rows of store.scan(REFERENCES, {})) found.push(...rows.filter(({ key }) => key !== HEAD))
  return found
}
