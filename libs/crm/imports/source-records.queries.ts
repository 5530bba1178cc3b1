/** Which records are called so in the systems they come from: ids follow from source and key, so no table is needed. */
import { recordIds, type TargetDeclaration } from '#imports'
import { isRetracted, type QueryContext, versionsOf } from '#kernel'
import { organization } from '../organization/organization.reference.js'
import { importsReference } from './imports.reference.js'
import { formsOf } from './record-keys.js'

export interface SourceRecord {
  source: string
  /** What imports call its kind. */
  target: string
  /** Name of its stream. */
  stream: string
}

type Ask = Pick<QueryContext, 'references' | 'journals' | 'derivedId'>

/** One word with a figure in it, or a long one: other words are looked for among names. */
const maybeKey = /^(?=.*\d)[^\s]{1,80}$|^[^\s]{12,80}$/

/** Systems whose records are here. */
function sourcesKnown({ references }: Ask): string[] {
  const imported = [...references.get(importsReference).values()].map(({ source }) => source)
  return [...new Set([...imported, ...Object.values(references.get(organization).owners)])]
}

/** @param targets those whose ids follow from their own keys */
export async function recordsCalled(
  key: string,
  targets: readonly TargetDeclaration[],
  ask: Ask,
): Promise<SourceRecord[]> {
  if (!maybeKey.test(key)) return []
  const named = targets.filter(({ of, placed, raises }) => !of && !placed?.types.includes(raises))
  const asked = sourcesKnown(ask).flatMap((source) => named.map((declaration) => ({ source, declaration })))
  const found = await Promise.all(asked.map((each) => recordsOf(formsOf(key), each, ask)))
  return found.flat()
}

async function recordsOf(
  forms: readonly string[],
  { source, declaration: { target, category, naming = 'derived' } }: { source: string; declaration: TargetDeclaration },
  ask: Ask,
): Promise<SourceRecord[]> {
  const hash = { shortId: (...parts: string[]) => ask.derivedId(...parts) }
  const ids = recordIds(source, hash, { namingOf: () => naming })
  const candidates = forms.flatMap((form) => {
    const plain = ids.own(target, [form])
    const suffixed = naming === 'derived' ? [] : [`${plain}-${ids.suffix(target, [form])}`]
    return [plain, ...suffixed].map((id) => ({ stream: `${category}-${id}`, mark: ids.record(target, [form]) }))
  })
  const isThere = async ({ stream, mark }: { stream: string; mark: string }) => {
    const versions = [...versionsOf(await ask.journals.stream(stream)).values()]
    const isOfMark = ({ source: of }: { source?: { system: string; record: string } }) =>
      of?.system === source && of.record === mark
    return versions.some((version) => isOfMark(version.first.metadata) && !isRetracted(version))
  }
  const there = await Promise.all(candidates.map(isThere))
  const streams = new Set(candidates.filter((_, at) => there[at]).map(({ stream }) => stream))
  return [...streams].map((stream) => ({ source, target, stream }))
}
