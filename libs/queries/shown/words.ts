/**
 * What codes are called for one reader: by the vocabularies of the slices, and as the group names them itself. The code
 * of a refusal is told as its sentence, wherever a set of the vocabulary may hold such codes.
 */
import {
  type Field,
  type JsonObject,
  type References,
  type Registry,
  type TextLanguage,
  type Vocabulary,
  withoutPlaces,
  wordOf,
  writtenCountry,
  writtenLanguage,
} from '#kernel'

type OfSlices = Pick<Registry, 'slices'>

const known = new WeakMap<OfSlices, Map<string, Vocabulary>>()

/** Vocabularies by the codes that they name, in their order. */
function vocabulariesOf(registry: OfSlices): Map<string, Vocabulary> {
  const all = registry.slices.flatMap(({ vocabulary }) => vocabulary)
  const found = known.get(registry) ?? new Map(all.map((one) => [keyOf(Object.keys(one.words)), one]))
  known.set(registry, found)
  return found
}

const sets = new WeakMap<OfSlices, Map<string, readonly Vocabulary[]>>()

/** Vocabularies by the set that they are of: what slices add to one stands beside it. */
function setsOf(registry: OfSlices): Map<string, readonly Vocabulary[]> {
  const found =
    sets.get(registry) ??
    Map.groupBy(
      registry.slices.flatMap(({ vocabulary }) => vocabulary),
      ({ set }) => set,
    )
  sets.set(registry, found)
  return found
}

/** The one of exactly these codes, else one that has them all. */
function vocabularyOf(codes: readonly string[], registry: OfSlices): Vocabulary | undefined {
  const all = vocabulariesOf(registry)
  const key = keyOf(codes)
  const found = all.get(key) ?? [...all.values()].find(({ words }) => codes.every((code) => Object.hasOwn(words, code)))
  if (found) all.set(key, found)
  return found
}

/** The set of the vocabulary that a field, or each item of its list, is out of. */
const setOf = ({ schema }: Pick<Field, 'schema'>): string | undefined =>
  (schema['x-vocabulary'] ?? (schema.items as Field['schema'] | undefined)?.['x-vocabulary']) as string | undefined

/** The set of the vocabulary that a field is out of, whether it names it or only its codes. */
export function setFor(field: Pick<Field, 'schema'>, registry: OfSlices): string | undefined {
  const codes = choicesOf(field)
  return setOf(field) ?? (codes && vocabularyOf(codes, registry)?.set)
}

const keyOf = (codes: readonly string[]): string => codes.join(' ')

/** The codes that a field, or each item of its list, is one of. */
export const choicesOf = ({ schema }: Pick<Field, 'schema'>): readonly string[] | undefined =>
  (schema.enum ?? (schema.items as Field['schema'] | undefined)?.enum) as string[] | undefined

export class Words {
  constructor(
    private readonly registry: Pick<Registry, 'slices' | 'refusals'>,
    private readonly by: { language: TextLanguage; references: References },
  ) {}

  /** The word of one of these codes; the code itself where nobody names it. */
  of(codes: readonly string[] | undefined, code: string): string {
    const vocabulary = codes && vocabularyOf(codes, this.registry)
    return (vocabulary && wordOf(vocabulary, code, this.by)) ?? code
  }

  /** The word of a code of a set, or what is refused by that code; the code itself where nobody names it. */
  private ofSet(set: string, code: string): string {
    const vocabulary = setsOf(this.registry)
      .get(set)
      ?.find(({ words }) => Object.hasOwn(words, code))
    return (vocabulary && wordOf(vocabulary, code, this.by)) ?? this.refusal(code) ?? code
  }

  private refusal(code: string): string | undefined {
    const { refusals } = this.registry
    const [, texts] = (Object.hasOwn(refusals, code) && refusals[code]) || []
    return texts && withoutPlaces(texts[this.by.language])
  }

  /** So many of each code, by what the codes are called. */
  counted(field: Pick<Field, 'schema'>, counts: JsonObject): JsonObject {
    const set = setOf(field)
    if (set === undefined) return counts
    return Object.fromEntries(Object.entries(counts).map(([code, count]) => [this.ofSet(set, code), count]))
  }

  /** What the value of a field is called. */
  in(field: Pick<Field, 'schema'>, value: string): string {
    const { format } = field.schema
    if (format === 'k-country') return writtenCountry(value, this.by.language)
    if (format === 'k-language') return writtenLanguage(value, this.by.language)
    const set = setOf(field)
    return set === undefined ? this.of(choicesOf(field), value) : this.ofSet(set, value)
  }
}
