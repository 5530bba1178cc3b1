/**
 * A view answers one question about a customer or a contact. It is a pure fold of one partition's
 * history into documents; live, past and rebuilt views are the same fold.
 */
import type { Family, TypesOf } from '../events/define-events.js'
import type { FamilyFold } from '../events/fact-family.js'
import type { Worth } from '../fields/amount-sum.js'
import type { PayloadClass } from '../fields/field.js'
import type { AnyFact, Fact } from '../history/fact.js'
import type { ColumnType } from '../ports/read-models/read-store.js'
import type { Drawing } from './drawing.js'
import type { Likeness } from './likeness.js'

/**
 * What a document stands for: the fact's own stream (`entity`), the partition, or partition × unit
 * (`unit`; facts without a unit are passed over).
 */
export type KeyedBy = 'entity' | 'partition' | 'unit'

/** The document after the fact; null or undefined removes it. */
export type Fold<D, T extends string = string, P = never> = (
  document: D | undefined,
  fact: Fact<T, P>,
) => D | null | undefined

type Folds<D, Types> = { readonly [K in keyof Types & string]: Fold<D, K, Types[K]> }

/** The document as whoever reads these units alone may see it. */
export type Shared<D> = (document: D, reads: (unit: string) => boolean) => Partial<D>

/**
 * What is kept and shown of a document that remembers more while a history is folded, however long that
 * is: of much, the latest. Applied twice it changes nothing more. A fold that is given what is left, and
 * needs what is not, throws `HistoryNeeded`.
 */
export type Bounded<D> = (document: D) => D

/** A fold cannot go on from what was kept of its document: the partition is folded over its history. */
export class HistoryNeeded extends Error {
  override readonly name = 'HistoryNeeded'
}

/** What a view's rows take from another view's document of their partition. */
export interface JoinedColumns {
  from: View
  columns: Readonly<Record<string, ColumnType>>
  /** Fields of that document of which columns are called otherwise. */
  of?: Readonly<Record<string, string>>
  /** Those of them whose rows are found by the beginnings of their words. */
  words?: readonly string[]
  indexes: readonly (readonly string[])[]
}

/**
 * Columns that say what a document's amounts are, and are worth in group currency by the rates that are known when its
 * row is written, for lists to sort, filter and sum by. When rates are published the rows are written again; what is shown is
 * valued when it is asked for.
 */
export interface ValuedColumns<D> {
  columns: Readonly<Record<string, ColumnType>>
  indexes: readonly (readonly string[])[]
  of(document: D, worth: Worth): Readonly<Record<string, number | string | undefined>>
}

/** What others read of a view's documents: of each one row, as it is now, in a table of its own. */
export interface PublishedTable<D> {
  /** What a row stands for, in the singular. */
  name: string
  /** Raised by a breaking change of the row; optional additions need none. */
  version: number
  about: string
  /** Describes a row: fields of the document that are open, since others hold no keys. */
  row: PayloadClass<Partial<D>>
}

export interface View<D extends object = object> {
  name: string
  version: number
  partition: 'customer' | 'contact'
  keyedBy: KeyedBy
  /** Whether only the leading customer's partition holds the document, so that it counts once: one of a record. */
  leadingOnly: boolean
  /** Documents of a view that is not kept exist only while metrics are measured. */
  kept: boolean
  columns: Readonly<Record<string, ColumnType>>
  indexes: readonly (readonly string[])[]
  /** Indexed columns that nearly every fact of a document changes. */
  restless: readonly string[]
  /** Columns of text whose documents are found by the beginnings of their words. */
  words: readonly string[]
  /** Columns taken from the document of the partition in another view, which has one per partition. */
  joins?: JoinedColumns
  /** Columns of what its amounts are worth by now. */
  valued?: ValuedColumns<object>
  /** Fields that are seen even by units to which the rest is not open. */
  outline: readonly string[]
  /**
   * What a reader of some units sees of a document that several units share: without what the others
   * did. Absent where a document holds nothing that is one unit's.
   */
  shared?: Shared<object>
  /**
   * Personal fields that the engine keeps opened beside the documents, so that one may search and
   * sort by them; forgotten when their person is erased.
   */
  clear: readonly string[]
  /** By what its documents are like each other; only of views with `clear` fields. */
  likeness?: Likeness<object>
  /**
   * Fields that everything measured of a document follows from, now and whatever is folded onto it
   * next: two documents that agree in them count alike from there on. None: not said.
   */
  measured: readonly string[]
  /** Fields by whose change everything measured in the partition is measured once more. */
  tags: readonly string[]
  /** Whether a fact says anything to the view; others are passed over. All do, where it does not say. */
  concerns?: (fact: AnyFact) => boolean
  /** The document without what would grow without end; absent where nothing does. */
  bounded?: Bounded<object>
  /** As what others read its documents; they do not where it does not say. */
  published?: PublishedTable<object>
  /** As what its documents stand in the score of their customer; they do not where it does not say. */
  draws?: Drawing<object>
  /** The fold for a stored type: those of the families it is in, then its own, its category's, or the one for any fact. */
  foldFor(type: string): Fold<object> | undefined
  /** Whether facts of a stored type may change the tags. */
  mayTag(type: string): boolean
  /** Only for types: what its documents are. */
  readonly document?: D
}

interface ViewOptions<D extends object> {
  /** Kebab-case, plural where documents are many. */
  name: string
  /** Raised whenever a fold changes, which makes the read model rebuild. */
  version: number
  partition?: 'customer' | 'contact'
  keyedBy?: KeyedBy
  /** Unless told, of documents of an entity. */
  leadingOnly?: boolean
  kept?: boolean
  /** Fields of the document that may be filtered, sorted and counted. */
  columns?: { readonly [K in keyof D & string]?: ColumnType }
  indexes?: readonly (readonly (keyof D & string)[])[]
  restless?: readonly (keyof D & string)[]
  words?: readonly (keyof D & string)[]
  joins?: JoinedColumns
  valued?: ValuedColumns<D>
  outline?: readonly (keyof D & string)[]
  shared?: Shared<D>
  clear?: readonly (keyof D & string)[]
  likeness?: Likeness<D>
  measured?: readonly (keyof D & string)[]
  tags?: readonly (keyof D & string)[]
  concerns?: (fact: AnyFact) => boolean
  bounded?: Bounded<D>
  published?: PublishedTable<D>
  draws?: Drawing<D>
  /** The stored types whose facts may change the tags; unless told, all with a fold of their own, of their category or of a family. */
  taggedBy?: readonly string[]
  /** Folds for all events of a category: every encounter, whatever its kind. */
  categories?: Readonly<Record<string, Fold<D, string, never>>>
  /** Folds for families of facts, whatever slice these are of; each goes ahead of what is folded of the type itself. */
  families?: readonly FamilyFold<D>[]
  /** Fold for any fact that has none of its own; it leaves the tags as they are. */
  any?: Fold<D, string, never>
}

/**
 * Defines a view over families of events. `of`: every event of these must have a fold, or it does
 * not compile; `from`: some events of these may have one.
 */
export function defineView<D extends object>() {
  return <const O extends readonly Family[], const F extends readonly Family[] = readonly []>(
    options: ViewOptions<D> & {
      of: O
      from?: F
      on: NoInfer<
        Folds<D, UnionToIntersection<TypesOf<O[number]>>> & Partial<Folds<D, UnionToIntersection<TypesOf<F[number]>>>>
      >
    },
  ): View<D> => {
    const { on, categories = {}, families = [], any, tags = [], taggedBy } = options
    const own = on as unknown as Record<string, AnyFold>
    const byCategory = categories as unknown as Record<string, AnyFold>
    const ofFamilies = (type: string): AnyFold[] =>
      (families as unknown as readonly FamilyFold<object>[]).flatMap((family) => family.foldFor(type) ?? [])
    const ofType = (type: string): AnyFold | undefined => own[type] ?? byCategory[categoryOf(type)]
    const foldOf = (type: string): AnyFold | undefined => {
      const last = ofType(type) ?? (any as unknown as AnyFold | undefined)
      return oneAfterAnother([...ofFamilies(type), ...(last ? [last] : [])])
    }
    const found = new Map<string, AnyFold | undefined>()
    return {
      name: options.name,
      version: options.version,
      partition: options.partition ?? 'customer',
      keyedBy: options.keyedBy ?? 'entity',
      leadingOnly: options.leadingOnly ?? (options.keyedBy ?? 'entity') === 'entity',
      kept: options.kept ?? true,
      columns: (options.columns ?? {}) as Record<string, ColumnType>,
      indexes: options.indexes ?? [],
      restless: options.restless ?? [],
      words: options.words ?? [],
      joins: options.joins,
      valued: options.valued as ValuedColumns<object> | undefined,
      outline: options.outline ?? [],
      shared: options.shared as Shared<object> | undefined,
      clear: options.clear ?? [],
      likeness: options.likeness as Likeness<object> | undefined,
      measured: options.measured ?? [],
      tags,
      concerns: options.concerns,
      bounded: options.bounded as Bounded<object> | undefined,
      published: options.published as PublishedTable<object> | undefined,
      draws: options.draws as Drawing<object> | undefined,
      foldFor: (type) => {
        // Asked for every fact; there are few types.
        if (!found.has(type)) found.set(type, foldOf(type))
        return found.get(type)
      },
      mayTag: (type) =>
        tags.length > 0 && (taggedBy?.includes(type) ?? (ofType(type) !== undefined || ofFamilies(type).length > 0)),
    }
  }
}

type AnyFold = Fold<object>

const categoryOf = (type: string): string => type.slice(0, type.indexOf('.'))

/** One fold of several; the one itself where there is one. */
function oneAfterAnother(folds: readonly AnyFold[]): AnyFold | undefined {
  if (folds.length < 2) return folds[0]
  return (document, fact) => folds.reduce<object | undefined>((known, fold) => fold(known, fact) ?? undefined, document)
}

/** What is kept and shown of a view's document. */
export const boundedBy = ({ bounded }: View, document: object): object => (bounded ? bounded(document) : document)

/** Passes over a fact that says nothing a document holds. */
export const unchanged = <D>(document: D | undefined): D | undefined => document

/** Leaves the document out from here on. */
export const gone = (): null => null

/** The key of the document a fact folds into; undefined when the view passes over it. */
export function keyOf(view: View, fact: Fact): string | undefined {
  if ((view.leadingOnly && !fact.leads) || view.concerns?.(fact) === false) return undefined
  if (view.keyedBy === 'entity') return fact.entity
  if (view.keyedBy === 'partition') return fact.partition
  return fact.unit === undefined ? undefined : `${fact.customer}.${fact.unit}`
}

/**
 * The customer and the unit that a key of documents by unit, `<customer>.<unit>`, names; undefined
 * when it names none. Ids of units may hold dots, those of customers none.
 */
export function partsOfUnitKey(id: string): { customer: string; unit: string } | undefined {
  const at = id.indexOf('.')
  return at < 1 || at === id.length - 1 ? undefined : { customer: id.slice(0, at), unit: id.slice(at + 1) }
}

type UnionToIntersection<U> = (U extends unknown ? (x: U) => void : never) extends (x: infer I) => void ? I : never
