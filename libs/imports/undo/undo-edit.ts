/** Takes back an edit: the fields that nobody has changed since. The others stay, with what was left of them. */
import { isRetracted, type JsonObject, type Version, versionsOf } from '#kernel'
import { firstEventOf, type OwnFact } from './footprint.js'
import type { UndoCorrections } from './undo-corrections.js'
import { keptLine, type UndoTold, undoneLine } from './undo-lists.js'

/** @throws DomainError where it is refused */
export async function undoEdit(fact: OwnFact, corrections: UndoCorrections): Promise<UndoTold> {
  const { stream, type, position } = fact
  const events = await corrections.read(stream)
  const versions = versionsOf(events)
  const own = versions.get(firstEventOf(fact))
  if (!own || isRetracted(own)) return {}
  const later = [...versions.values()].filter(
    (version) =>
      version.first.type === type &&
      version.first.position > position &&
      !isRetracted(version) &&
      corrections.isOthers(version.first),
  )
  const last = corrections.standing(own.first.id, events).at(-1)
  const changes = last && !corrections.isOwn(last) ? [...later, own] : later
  const changed = new Set(changes.flatMap(fieldsIn))
  const { kept = [], restored = [] } = Object.groupBy(fieldsIn(own), (name) =>
    changed.has(name) ? 'kept' : 'restored',
  )
  const by = changes.findLast((change) => fieldsIn(change).some((name) => kept.includes(name)))?.last
  const told: UndoTold = kept.length > 0 ? { kept: [keptLine(fact, { why: 'changed-since', fields: kept, by })] } : {}
  if (restored.length === 0) return told
  const eventId = own.first.id
  if (kept.length === 0) await corrections.send({ stream, eventId, mode: 'retract' })
  else {
    const body = onlyFields((await corrections.opened(own.last)).data, kept)
    await corrections.send({ stream, eventId, mode: 'restate', body })
  }
  return { ...told, restored: [{ ...undoneLine(fact), fields: restored }] }
}

/** The fields an edit sets or empties; sealed ones by their first step. */
function fieldsIn({ last: { data } }: Version): string[] {
  const { cleared, '~because': _, '~sealed': sealed, ...open } = data
  const names = Object.keys(open)
  if (Array.isArray(cleared)) names.push(...cleared.map(String))
  for (const { paths } of (sealed ?? []) as unknown as { paths: string[] }[]) {
    names.push(...paths.flatMap((path) => (path.startsWith('~') ? [] : [path.split('.')[0] as string])))
  }
  return [...new Set(names)]
}

function onlyFields({ cleared, ...data }: JsonObject, names: readonly string[]): JsonObject {
  const body = Object.fromEntries(Object.entries(data).filter(([name]) => names.includes(name)))
  const emptied = (Array.isArray(cleared) ? cleared : []).filter((name) => names.includes(String(name)))
  return emptied.length > 0 ? { ...body, cleared: emptied } : body
}
