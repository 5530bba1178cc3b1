/** What a preview of an import says: what would become of the rows, why some are refused, and the first of each outcome. */
import { mostShown, type VanishedRecord, vanishedOutcomes } from '#imports'
import {
  AnyValue,
  Choice,
  CodeOf,
  Flag,
  Id,
  Integer,
  type JsonSchema,
  Label,
  LabelOf,
  ListOf,
  Nested,
  Optional,
  type Precision,
  Shaped,
} from '#kernel'

const most = 1_000_000_000
const count = { min: 0, max: most }
const integer: JsonSchema = { type: 'integer', minimum: 0 }
const text: JsonSchema = { type: 'string' }
const texts: JsonSchema = { type: 'array', items: text }

const mapOf = (values: JsonSchema): JsonSchema => ({ type: 'object', additionalProperties: values })
/** So many of each code of a set. */
const countsOf = (set: string): JsonSchema => ({ ...mapOf(integer), 'x-vocabulary': set })

class ForeseenCounts {
  @Integer(count) rows!: number
  /** Rows of which something new would be recorded. */
  @Integer(count) recorded!: number
  @Integer(count) changed!: number
  @Integer(count) unchanged!: number
  /** Rows of which nothing would be recorded, and something refused. */
  @Integer(count) refused!: number
  @Integer(count) setAside!: number
  @Integer(count) events!: number
  /** Of the rows recorded or changed: those of which a cell or a record would be refused. */
  @Integer(count) inPart!: number
  /** Rows whose record stands further down in the file once more. */
  @Integer(count) saidAgain!: number
  /** Records of which the files say nothing any more. */
  @Integer(count) vanished!: number
}

class ForeseenReason {
  /** Of the problem, or of the rule that stands against it. */
  @LabelOf('row-left', { max: 120 }) code!: string
  @Integer(count) rows!: number
  /** Of the first of them. */
  @Label({ max: 2000 }) sentence!: string
  @Label() file!: string
  @Integer(count) line!: number
}

class ForeseenProblem {
  @Label() file!: string
  /** 1-based; 0 for the file as a whole. */
  @Integer(count) line!: number
  @Optional() @Label() column?: string
  @LabelOf('row-left', { max: 120 }) code!: string
  /** What is wrong and what to do. */
  @Label({ max: 2000 }) sentence!: string
  /** Code of the rule that stands against it, where one does. */
  @Optional() @LabelOf('row-left', { max: 120 }) reason?: string
  /** What the cell holds. */
  @Optional() @AnyValue() value?: unknown
}

class WarnedRow {
  @Label() file!: string
  @Integer(count) line!: number
  @Optional() @Label() column?: string
  @LabelOf('row-left', { max: 120 }) code!: string
}

class RecordForeseen {
  @CodeOf('import-target') target!: string
  /** Name of its stream. */
  @Label({ max: 160 }) stream!: string
  @Choice(vanishedOutcomes) became!: VanishedRecord['became']
  /** Why it would be listed alone, or code of what stands against it. */
  @Optional() @CodeOf('row-left') why?: string
  /** A fact for which it would stay. */
  @Optional() @Id('event') by?: string
  @Optional() @AnyValue() name?: unknown
  /** Whose it is, by name. */
  @Optional() @AnyValue() customer?: unknown
}

class ForeseenVanished {
  @CodeOf('import-target') target!: string
  /** What the mapping says becomes of them. */
  @Choice(['listed', 'ended', 'retracted']) becomes!: 'listed' | 'ended' | 'retracted'
  /** How many the source had told of that still stand. */
  @Integer(count) known!: number
  @Integer(count) vanished!: number
  /** Why they would be listed and nothing else. */
  @Optional() @CodeOf('row-left') heldBack?: string
  /** The first of them, with what would become of each. */
  @ListOf(RecordForeseen, { max: mostShown.rows }) records!: RecordForeseen[]
}

class ForeseenHead {
  @Label() file!: string
  @Shaped(texts) headers!: readonly string[]
  /** How the file is written: encoding, separator, sheet. */
  @AnyValue() dialect!: unknown
}

class ForeseenSource {
  @Nested(ForeseenHead) head!: ForeseenHead
  @Integer(count) line!: number
  /** In the order of the headers. */
  @Shaped(texts) cells!: readonly string[]
  @Optional() @Shaped(texts) kinds?: readonly string[]
  @Optional() @Nested(ForeseenProblem) problem?: ForeseenProblem
}

class ForeseenMoment {
  @Choice(['instant', 'day', 'month', 'before', 'now']) precision!: Precision | 'now'
  /** Empty for before everything, and for when it is imported. */
  @Shaped(text) at!: string
}

class RecordNotMade {
  @LabelOf('import-target', { max: 120 }) target!: string
  /** Which of the mapping’s declarations makes it. */
  @Label({ max: 120 }) declaration!: string
  /** Its id in the source. */
  @Shaped(texts) key!: readonly string[]
  /** Names of all fields that the mapping speaks of. */
  @Shaped(texts) declared!: readonly string[]
  /** File, line and column. */
  @AnyValue() place!: unknown
}

class ForeseenRecord extends RecordNotMade {
  @Nested(ForeseenMoment) at!: ForeseenMoment
  /** Only those that have a value. */
  @Shaped(mapOf({})) fields!: Readonly<Record<string, unknown>>
  /** The heading of the column that a field comes from. */
  @Shaped(mapOf(text)) columns!: Readonly<Record<string, string>>
}

class PlannedSample {
  @Choice(['planned']) outcome!: 'planned'
  @Nested(ForeseenSource) source!: ForeseenSource
  @ListOf(ForeseenRecord, { max: mostShown.items }) records!: ForeseenRecord[]
  /** Records that the row could make and does not. */
  @ListOf(RecordNotMade, { max: mostShown.items }) gone!: RecordNotMade[]
  /** Why to look at it, though it would be recorded. */
  @Shaped(texts) warnings!: readonly string[]
  @ListOf(ForeseenProblem, { max: mostShown.items }) problems!: ForeseenProblem[]
  @Flag() allOrNothing!: boolean
}

class SetAsideSample {
  @Choice(['set-aside']) outcome!: 'set-aside'
  @Nested(ForeseenSource) source!: ForeseenSource
  @Label({ max: 120 }) rule!: string
  @Label({ max: 2000 }) because!: string
}

class RefusedSample {
  @Choice(['refused']) outcome!: 'refused'
  @Nested(ForeseenSource) source!: ForeseenSource
  @ListOf(ForeseenProblem, { max: mostShown.items }) problems!: ForeseenProblem[]
}

class ForeseenSamples {
  @ListOf(PlannedSample, { max: mostShown.rows }) planned!: PlannedSample[]
  /** Of each rule its first, as long as there is room. */
  @ListOf(SetAsideSample, { max: mostShown.rows }) setAside!: SetAsideSample[]
  @ListOf(RefusedSample, { max: mostShown.rows }) refused!: RefusedSample[]
  /** Of which the rest would be recorded. */
  @ListOf(RefusedSample, { max: mostShown.rows }) inPart!: RefusedSample[]
}

export class ForeseenImport {
  /** Rows of the files, headers and blank rows not counted. */
  @Integer(count) rows!: number
  @Integer(count) refusedRows!: number
  /** What would become of the rows, by the rules and rights of now. */
  @Nested(ForeseenCounts) would!: ForeseenCounts
  /** Records by target. */
  @Shaped(countsOf('import-target')) records!: Record<string, number>
  /** Rows by the rule that sets them aside. */
  @Shaped(mapOf(integer)) setAside!: Record<string, number>
  /** Why rows are refused, whole or in part, the most frequent first. */
  @ListOf(ForeseenReason, { max: 10_000 }) reasons!: ForeseenReason[]
  /** Records of which the files say nothing any more, by target, with the first of them by name. */
  @ListOf(ForeseenVanished, { max: 100 }) vanished!: ForeseenVanished[]
  /** Rows to look at, though they would be recorded, by why. */
  @Shaped(countsOf('row-left')) warnings!: Partial<Record<string, number>>
  /** The first of them. */
  @ListOf(WarnedRow, { max: mostShown.rows }) warned!: WarnedRow[]
  /** Refused cells by what is wrong with them. */
  @Shaped(countsOf('row-left')) problems!: Partial<Record<string, number>>
  /** By file: rows that only repeat the headers, and blank ones. */
  @Shaped(
    mapOf({
      type: 'object',
      additionalProperties: false,
      properties: { repeatedHeaders: integer, blankRows: integer },
      required: ['repeatedHeaders', 'blankRows'],
    }),
  )
  passedOver!: Record<string, { repeatedHeaders: number; blankRows: number }>
  /** Present where a file cannot be read to its end; the totals then say less than the files hold. */
  @Optional() @Nested(ForeseenProblem) stopped?: ForeseenProblem
  /** The preview’s time was up: what is said is of the rows up to there alone. */
  @Flag() cutShort!: boolean
  /** The first rows of each outcome. */
  @Nested(ForeseenSamples) samples!: ForeseenSamples
}
