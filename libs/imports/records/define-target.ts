/**
 * What an import may make, declared by the business: one declaration per target names the command
 * that makes it; its fields are those of that command. Targets whose command no slice has are left out.
 */
import type { Decider, JsonObject, PayloadClass, Registry, Stated } from '#kernel'
import { becomings } from '../mapping/mapping.js'
import type { PlannedRecord, RecordGone } from '../plan/planned-row.js'
import type { FieldValue, ImportTarget, TargetCatalogue, TargetField } from '../targets.js'
import { bodyOf, type PayloadField, payloadFields } from './payload-fields.js'
import type { Naming, RecordIds } from './record-ids.js'
import type { Ending, Leaving, RecordChange, RecordStep } from './step.js'
import { type VanishingTarget, vanishingTarget } from './vanishing-target.js'

/** What a declaration may look at when it makes further steps of a record. */
export interface Making {
  record: PlannedRecord
  ids: RecordIds
  /** Id of the record. */
  id: string
  /** Body of its first command. */
  body: JsonObject
  occurred: Stated | undefined
  source: string
}

export interface TargetDeclaration {
  target: string
  /** Topic by which other systems may send it, record by record; absent: it comes in files alone. */
  sent?: string
  /** Another target that the key names, where this one says something of such a record. */
  of?: string
  /** How the record is named; told by `of` where there is one. */
  naming?: Naming
  category: string
  command: string
  /** Stored type by which it is known that the command was done. */
  raises: string
  change: RecordChange | ((record: PlannedRecord) => RecordChange)
  leaving?: Leaving
  /** How a record ends that has vanished from a full export; without it none of them can. */
  ends?: Ending
  /** Where fields say where it stands: which, and the stored types by which it is found where it stood before. */
  placed?: { by: readonly string[]; types: readonly string[] }
  /** Which of its rows came to nothing depends on their order: those are done once more when all have been read. */
  isRetold?: boolean
  /** Fields of the command that other fields make. */
  without?: readonly string[]
  /** Extra field → fields of the command that it makes, where they are called otherwise. */
  makes?: Readonly<Record<string, readonly string[]>>
  /** Fields beside those of the command. */
  extra?: Readonly<Record<string, TargetField>>
  /** The id, where it is not the key's. */
  id?(making: Omit<Making, 'id' | 'occurred'>): string
  /** The body of the command, where it is more than its fields. */
  body?(making: Making): JsonObject
  /** Further steps, after the first. */
  more?(making: Making): RecordStep[]
  /** Fields whose steps wait until all rows have been read once. */
  late?: readonly string[]
  /** As of a step. */
  complete?: RecordStep['complete']
  fills?: RecordStep['fills']
}

export const defineTarget = (declaration: TargetDeclaration): TargetDeclaration => declaration

/** How records are called, and which source they are of. */
export interface StepsFrom {
  ids: RecordIds
  source: string
}

/** Everything an import needs to know of the business. */
export interface ImportTargets {
  /** For mappings. */
  catalogue: TargetCatalogue
  namingOf(target: string): Naming
  stepsOf(record: PlannedRecord, from: StepsFrom): RecordStep[]
  /** Of a record that a row could make and does not. @param streamsOf where the record with a mark stands */
  goneStepsOf(gone: RecordGone, from: StepsFrom & { streamsOf(mark: string): readonly string[] }): RecordStep[]
  /** Stored types by which records are found whose fields say where they stand, where these are among the fields. */
  typesPlacedBy(target: string, fields: readonly string[]): readonly string[]
  /** Stored types by which records are found that are called by readable codes. */
  typesNamed(target: string): readonly string[]
  /** Another target that the key of this one names. */
  parentOf(target: string): string | undefined
  /** Whether its rows, with these fields, are looked at again once all have been read. */
  isReadTwice(target: string, fields: readonly string[]): boolean
  /** How records of a target are looked for of which the source says nothing any more. */
  vanishing(target: string): VanishingTarget
  /** Stored types that change single fields of a record. */
  edits: ReadonlySet<string>
}

interface Compiled {
  declaration: TargetDeclaration
  fields: PayloadField[]
}

export function compileTargets(declarations: readonly TargetDeclaration[], registry: Registry): ImportTargets {
  const known = declarations.filter(({ category, command }) => registry.deciders.get(category)?.commands[command])
  const names = new Set(known.map(({ target }) => target))
  const compiled = new Map(
    known.map((declaration): [string, Compiled] => {
      const payload = payloadOf(declaration, registry.deciders.get(declaration.category) as Decider)
      const reading = { targets: names, without: declaration.without ?? [] }
      return [declaration.target, { declaration, fields: payloadFields(payload, reading) }]
    }),
  )
  const namingOf = (target: string): Naming => compiled.get(target)?.declaration.naming ?? 'derived'
  return {
    catalogue: Object.fromEntries([...compiled].map(([name, target]) => [name, catalogued(target)])),
    namingOf,
    stepsOf: (record, from) => stepsOf(compiled.get(record.target) as Compiled, record, from),
    goneStepsOf: (gone, from) => goneStepsOf(compiled.get(gone.target) as Compiled, gone, from),
    typesPlacedBy: (target, fields) => {
      const { placed } = compiled.get(target)?.declaration ?? {}
      return placed?.by.some((name) => fields.includes(name)) ? placed.types : []
    },
    typesNamed: (target) => (namingOf(target) === 'derived' ? [] : [compiled.get(target)?.declaration.raises ?? '']),
    parentOf: (target) => compiled.get(target)?.declaration.of,
    isReadTwice: (target, fields) => {
      const { late = [], isRetold = false } = compiled.get(target)?.declaration ?? {}
      return isRetold || late.some((name) => fields.includes(name))
    },
    vanishing: (target) => vanishingTarget((compiled.get(target) as Compiled).declaration),
    edits: new Set(known.flatMap(({ change }) => ('raises' in change ? [change.raises] : []))),
  }
}

const payloadOf = ({ command }: TargetDeclaration, decider: Decider): PayloadClass =>
  decider.commands[command]?.payload as PayloadClass

function catalogued(target: Compiled): ImportTarget {
  const { of, ends } = target.declaration
  const fields = fieldsOfTarget(target)
  // What is said of another record goes with that, or by a condition of its row.
  return of ? { fields } : { fields, vanishing: becomings.filter((one) => one !== 'ended' || ends) }
}

const fieldsOfTarget = ({ declaration, fields }: Compiled): Record<string, TargetField> => ({
  ...Object.fromEntries(fields.map(({ name, field }) => [name, field])),
  ...declaration.extra,
})

function stepsOf({ declaration, fields }: Compiled, record: PlannedRecord, { ids, source }: StepsFrom): RecordStep[] {
  const values = record.fields as Record<string, FieldValue>
  const stated = bodyOf(fields, values, ids)
  const id =
    declaration.id?.({ record, ids, body: stated, source }) ?? ids.own(declaration.of ?? declaration.target, record.key)
  const { at } = record
  const occurred = at.precision === 'now' ? undefined : { occurredAt: at.at, occurredPrecision: at.precision }
  const making: Making = { record, ids, id, body: stated, occurred, source }
  const { category, command, raises, change, leaving, ends, complete, fills, isRetold } = declaration
  const first: RecordStep = {
    category,
    id,
    command,
    body: declaration.body?.(making) ?? stated,
    declared: declaredIn(record, declaration),
    emptyParts: record.declared.filter((name) => name.includes('.') && isEmptyPart(name, values, stated)),
    occurred,
    raises,
    change: typeof change === 'function' ? change(record) : change,
    leaving,
    ends,
    complete,
    fills,
    retold: isRetold,
    placed: declaration.placed?.types.includes(raises),
  }
  return declaration.more ? [first, ...declaration.more(making)] : [first]
}

/** What the source had said of the record besides first, then the record. */
function goneStepsOf(
  { declaration }: Compiled,
  gone: RecordGone,
  { ids, source, streamsOf }: StepsFrom & { streamsOf(mark: string): readonly string[] },
): RecordStep[] {
  const { target, of, category, command, raises, change, leaving, placed } = declaration
  const nothing: PlannedRecord = { ...gone, at: { precision: 'before', at: '' }, fields: {}, columns: {} }
  const own = ids.own(of ?? target, gone.key)
  const isPlaced = placed?.types.includes(raises) === true
  const found = isPlaced
    ? streamsOf(ids.record(target, gone.key)).map((stream) => stream.slice(category.length + 1))
    : []
  const streams = found.length > 0 || (isPlaced && !of) ? found : [own]
  const making: Making = { record: nothing, ids, id: own, body: {}, occurred: undefined, source }
  const further = (declaration.more?.(making) ?? []).filter((step) => step.gone)
  const meant = typeof change === 'function' ? change(nothing) : change
  return [
    ...further.map((step) => ({ ...step, late: false })),
    ...streams.map((id) => ({ category, id, command, body: {}, raises, change: meant, leaving, gone: true })),
  ]
}

const isEmptyPart = (name: string, values: Record<string, FieldValue>, stated: JsonObject): boolean =>
  values[name] === undefined && stated[name.slice(0, name.indexOf('.'))] !== undefined

/** By what a mapping declares: the same for all of its rows. */
const declaredBy = new WeakMap<readonly string[], Set<string>>()

/** The command's own names of the fields that the mapping speaks of. */
function declaredIn({ declared }: PlannedRecord, { makes }: TargetDeclaration): Set<string> {
  const known = declaredBy.get(declared)
  if (known) return known
  const names = new Set(declared.flatMap((name) => makes?.[name] ?? [name.split('.')[0] as string]))
  declaredBy.set(declared, names)
  return names
}
