/**
 * Frozen samples: for each released version of an event its payload as the log stores it, with the keys that
 * open it and what it says. They are written once and never again; later programs must read all of them.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { business } from '#crm/business.js'
import { openSqliteVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import type { EventDefinition, JsonObject, SealedGroup } from '#kernel'
import { Catalogue, canonicalJson, SEALED } from '#kernel'
import { EventSealer } from '#privacy/event-sealer.js'
import { accessCatalogue } from '#queries/access-log/access.events.js'

export interface FrozenSample {
  type: string
  version: number
  /** As stored. */
  data: JsonObject
  /** Key id → bytes in base64. */
  keys: Record<string, string>
  /** What it says, in the words of its own version. */
  says: JsonObject
}

/** Every event that any log stores: what happened, and who opened whose personal values. */
export const storedCatalogue = new Catalogue([...business.registry.catalogue.all(), ...accessCatalogue.all()])

export const frozenFolder = 'test/frozen'
export const frozenFile = ({ type, version }: Pick<EventDefinition, 'type' | 'version'>): string =>
  `${frozenFolder}/${type}.v${version}.json`

/** Events without a sample of their current version. */
export const unfrozen = (catalogue: Catalogue): EventDefinition[] =>
  catalogue.all().filter((definition) => !existsSync(frozenFile(definition)))

/** Writes the samples that are missing. */
export async function freeze(catalogue: Catalogue): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kumppani-freeze-'))
  const vault = openSqliteVault({ file: join(folder, 'keys.db'), erasuresFile: join(folder, 'erasures.log') })
  mkdirSync(frozenFolder, { recursive: true })
  for (const definition of unfrozen(catalogue)) {
    const data = await storedExample(definition, new EventSealer(vault, catalogue))
    const tokens = ((data[SEALED] ?? []) as unknown as SealedGroup[]).map(({ token }) => token)
    const keyIds = tokens.map((token) => token.slice(0, token.indexOf('.')))
    const keys = Object.fromEntries(keyIds.map((id) => [id, vault.bytesOf(id)?.toString('base64') ?? '']))
    const { type, version } = definition
    const sample: FrozenSample = { type, version, data, keys, says: says(definition) }
    writeFileSync(frozenFile(definition), `${JSON.stringify(sample, null, 2)}\n`)
  }
  await vault.close()
  rmSync(folder, { recursive: true, force: true })
}

const says = ({ examples }: EventDefinition): JsonObject => JSON.parse(canonicalJson(examples[0])) as JsonObject

/** An event's first example, sealed as the log would hold it. */
export function storedExample(definition: EventDefinition, sealer: EventSealer, example = says(definition)) {
  const at = '2026-02-10T08:00:00.000Z'
  const { customer, customers = customer === undefined ? ['c1'] : [customer] } = example
  const { contact, contacts = contact === undefined ? ['p1'] : [contact] } = example
  return sealer.seal({
    id: '0f8fad5b-d9cb-869f-a165-70867728950e',
    type: definition.type,
    stream: `${definition.category}-e1`,
    data: example,
    metadata: {
      schemaVersion: definition.version,
      occurredAt: at,
      occurredPrecision: 'instant',
      effectiveAt: at,
      recordedAt: at,
      actor: 'aino',
      customers: customers as string[],
      contacts: contacts as string[],
      commandId: 'k',
      fingerprint: 'f',
    },
  })
}
