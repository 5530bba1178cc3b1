/**
 * What an import may make, declared by the business: one declaration per target names the command
 * that makes it; its fields are those of that command. Targets whose command no slice has are left out.
 */
import type { Decider, JsonObject, PayloadClass, Registry, Stated } from '#kernel'
import type { PlannedRecord } from '../plan/planned-row.js'
import type { FieldValue, TargetCatalogue, TargetField } from '../targets.js'
import { bodyOf, type PayloadField, payloadFields } from './payload-fields.js'
import type { Naming, RecordIds } from './record-ids.js'
import type { RecordChange, RecordStep } from './step.js'

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
  /** Another target that the key names, where this one says something of such a record. */
  of?: string
  /** How the record is named; told by `of` where there is one. */
  naming?: Naming
  category: string
  command: string
  /** Stored type by which it is known that the command was done. */
  raises: string
  change: RecordChange
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
}

export const defineTarget = (declaration: TargetDeclaration): TargetDeclaration => declaration

/** Everything an import needs to know of the business. */
export interface ImportTargets {
  /** For mappings. */
  catalogue: TargetCatalogue
  namingOf(target: string): Naming
  stepsOf(record: PlannedRecord, from: { ids: RecordIds; source: string }): RecordStep[]
  /** Fields of the target whose steps wait for the second reading. */
  lateFields(target: string): readonly string[]
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
    catalogue: Object.fromEntries([...compiled].map(([name, target]) => [name, { fields: fieldsOfTarget(target) }])),
    namingOf,
    stepsOf: (record, from) => stepsOf(compiled.get(record.target) as Compiled, record, from),
    lateFields: (target) => compiled.get(target)?.declaration.late ?? [],
    edits: new Set(known.flatMap(({ change }) => ('raises' in change ? [change.raises] : []))),
  }
}

const payloadOf = ({ command }: TargetDeclaration, decider: Decider): PayloadClass =>
  decider.commands[command]?.payload as PayloadClass

const fieldsOfTarget = ({ declaration, fields }: Compiled): Record<string, TargetField> => ({
  ...Object.fromEntries(fields.map(({ name, field }) => [name, field])),
  ...declaration.extra,
})

function stepsOf(
  { declaration, fields }: Compiled,
  record: PlannedRecord,
  { ids, source }: { ids: RecordIds; source: string },
): RecordStep[] {
  const values = record.fields as Record<string, FieldValue>
  const stated = bodyOf(fields, values, ids)
  const id =
    declaration.id?.({ record, ids, body: stated, source }) ?? ids.own(declaration.of ?? declaration.target, record.key)
  const occurred: Stated = { occurredAt: record.at.at, occurredPrecision: record.at.precision }
  const making: Making = { record, ids, id, body: stated, occurred, source }
  const { category, command, raises, change, complete } = declaration
  const body = declaration.body?.(making) ?? stated
  const declared = declaredIn(record, declaration)
  const first: RecordStep = { category, id, command, body, declared, occurred, raises, change, complete }
  return declaration.more ? [first, ...declaration.more(making)] : [first]
}

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
