/**
 * What a source itself has said of a record so far, read from the record's own stream: by it a row is
 * told to be new, known or changed, and a person's change in between is seen.
 */
import { isRetracted, type Json, type JsonObject, type StoredEvent, type Version, versionsOf } from '#kernel'
import type { RecordStep } from '../../records/step.js'

export interface WrittenRecords {
  /** Facts of this step that hold, in recorded order. */
  live: Version[]
  /** Id of the last one, holding or not; '' when the source has said nothing. */
  lastId: string
}

/** Stored types that a step raises, at first, when a row has changed, and when the source says it no longer. */
export function typesOf({ raises, change, leaving }: RecordStep): string[] {
  const further =
    'raises' in change ? [change.raises, ...Object.values(change.turns ?? {}).map((turn) => turn.raises)] : []
  return [...new Set([raises, ...further, ...(leaving ? [leaving.raises] : [])])]
}

export function writtenBy(
  source: { system: string; record: string },
  step: RecordStep,
  events: readonly StoredEvent[],
): WrittenRecords {
  const own = saidIn(source, typesOf(step), events)
  return { live: own.filter((version) => !isRetracted(version)), lastId: own.at(-1)?.last.id ?? '' }
}

/** Facts of a record that hold, in recorded order. @param types of any when absent */
export const writtenIn = (
  source: { system: string; record: string },
  types: readonly string[] | undefined,
  events: readonly StoredEvent[],
): Version[] => saidIn(source, types, events).filter((version) => !isRetracted(version))

function saidIn(
  source: { system: string; record: string },
  types: readonly string[] | undefined,
  events: readonly StoredEvent[],
): Version[] {
  const isOwn = ({ type, metadata }: StoredEvent): boolean =>
    (types?.includes(type) ?? true) &&
    metadata.source?.record === source.record &&
    metadata.source.system === source.system
  return [...versionsOf(events).values()].filter(({ first }) => isOwn(first))
}

/** The fields that facts of edits leave, one after the other. */
export function fieldsAfter(data: readonly JsonObject[]): JsonObject {
  const fields: JsonObject = {}
  for (const { cleared, ...stated } of data) {
    Object.assign(fields, stated)
    for (const name of Array.isArray(cleared) ? cleared : []) delete fields[String(name)]
  }
  return fields
}

/** Whether what a row states is what was written; what was filled in besides does not count. */
export function says(stated: Json | undefined, written: Json | undefined): boolean {
  if (stated === undefined || written === undefined) return stated === written
  if (stated === null || typeof stated !== 'object' || Array.isArray(stated)) {
    return JSON.stringify(stated) === JSON.stringify(written)
  }
  const other = written as JsonObject
  return Object.entries(stated).every(([name, value]) => says(value, other?.[name]))
}

/** Whether a step would say nothing else: what the mapping speaks of is as it states it, or empty as there. */
export const saysAll = ({ body, declared }: RecordStep, written: JsonObject): boolean =>
  says(body, written) && emptied({ body, declared }).every((name) => written[name] === undefined)

/** Fields that the mapping speaks of and the row leaves empty. */
export const emptied = ({ body, declared = new Set() }: Pick<RecordStep, 'body' | 'declared'>): string[] =>
  [...declared].filter((name) => body[name] === undefined)

/** Of what was written, the part that a row could have stated: amounts without their value in group currency. */
export function statable(written: Json | undefined): Json | undefined {
  if (written === null || typeof written !== 'object' || Array.isArray(written)) return written
  const { groupMinor, rateDay, ...stated } = written
  return groupMinor === undefined && rateDay === undefined ? written : stated
}

/** Fields of which the row leaves a part empty that had been said. */
export const emptiedIn = ({ emptyParts = [] }: Pick<RecordStep, 'emptyParts'>, said: JsonObject): string[] =>
  emptyParts.filter((path) => isSaidAt(said, path)).map((path) => path.slice(0, path.indexOf('.')))

const isSaidAt = (said: Json | undefined, path: string): boolean => {
  const [name = '', ...rest] = path.split('.')
  const inner = said !== null && typeof said === 'object' && !Array.isArray(said) ? said[name] : undefined
  return rest.length === 0 ? inner !== undefined : isSaidAt(inner, rest.join('.'))
}
