/**
 * An answer as a person reads it: words instead of codes, amounts in their currency instead of minor units, times as
 * exactly as they are known, figures in the unit of their metric and by the names of what they are of.
 */
import {
  type Field,
  fieldsOf,
  type Json,
  type JsonObject,
  type Metric,
  type PayloadClass,
  type ReadingHabits,
  type References,
  type Registry,
  spoken,
  writtenCountry,
} from '#kernel'
import { isMoney, type ReadField, readFieldsOf } from './reading.js'
import { Words } from './words.js'

export interface WordsParts {
  registry: Pick<Registry, 'slices' | 'metrics' | 'catalogue' | 'refusals'>
  references: References
  reader: Pick<ReadingHabits, 'language' | 'currency'>
}

/** What figures beside it are of. */
interface OfFigures {
  metric: Metric
  currency?: string
  names: ReadonlyMap<string, Json>
}

/** Fields of a figure that are in the unit of its metric. */
export const measured: ReadonlySet<string> = new Set(['value', 'compared', 'change', 'p90', 'length'])

export function inWords(answer: object, payload: PayloadClass, parts: WordsParts): JsonObject {
  return new InWords(parts).record(answer as JsonObject, payload)
}

class InWords {
  private readonly words: Words
  private readonly language

  constructor(private readonly p: WordsParts) {
    this.language = spoken(p.reader.language)
    this.words = new Words(p.registry, { language: this.language, references: p.references })
  }

  /** @param around the names that stand beside figures */
  record(record: JsonObject, payload: PayloadClass, around?: JsonObject): JsonObject {
    if (isMoney(payload)) return amountIn(record)
    const figures = this.figuresIn(record, around)
    const reads = readFieldsOf(payload)
    const fields = Object.keys(record).flatMap((name): [string, Json][] => {
      const read = reads.get(name)
      const value = read?.of(record)
      if (!read || value === undefined || value === null) return []
      if (read.minorIn !== undefined) return [this.amount(value, { read, record })]
      return [[read.name, this.value(value, { read, record, figures })]]
    })
    return Object.fromEntries(fields)
  }

  private amount(value: Json, { read, record }: { read: ReadField; record: JsonObject }): [string, Json] {
    const currency = read.minorIn ? record[read.minorIn] : this.p.reader.currency
    if (typeof value !== 'number' || typeof currency !== 'string') return [read.field.name, value]
    return [read.name, { amountMinor: value, currency }]
  }

  private value(
    value: Json,
    { read, record, figures }: { read: ReadField; record: JsonObject; figures: OfFigures | undefined },
  ): Json {
    const { field } = read
    const { nested } = field
    if (Array.isArray(value)) return value.map((each) => this.value(each, { read, record, figures }))
    if (typeof value === 'string') return this.words.in(field, value)
    if (!isRecord(value)) return value
    const said = this.payloadOf(record[String(field.schema['x-said-by'])])
    if (said) return this.record(value, said)
    if (!nested) return this.words.counted(field, value)
    return figures && isFigure(nested) ? this.figure(value, nested, figures) : this.record(value, nested, record)
  }

  /** Of an event by its type, or by the kind of touchpoint that it is. */
  private payloadOf(type: Json | undefined): PayloadClass | undefined {
    if (typeof type !== 'string') return undefined
    const { catalogue } = this.p.registry
    const event = catalogue.get(type) ?? catalogue.all().find(({ touchpoint }) => touchpoint?.kind === type)
    return event?.payload as PayloadClass | undefined
  }

  private figuresIn(record: JsonObject, around?: JsonObject): OfFigures | undefined {
    const shown = record.metric
    const metric = isRecord(shown) ? this.p.registry.metrics.get(String(shown.name)) : undefined
    if (!metric || !isRecord(shown)) return undefined
    const named = (record.names ?? around?.names ?? []) as { id: string; name: Json }[]
    const names = new Map(named.map(({ id, name }) => [id, name]))
    return { metric, names, ...(typeof shown.currency === 'string' && { currency: shown.currency }) }
  }

  private figure(figure: JsonObject, payload: PayloadClass, of: OfFigures): JsonObject {
    const { metric, currency, names } = of
    const shown = Object.entries(this.record(figure, payload)).map(([name, value]): [string, Json] => {
      const dimension = metric.dimensions.find((each) => each.name === name)
      if (dimension && typeof value === 'string') {
        if (name === 'country') return [name, writtenCountry(value, this.language)]
        return [name, names.get(value) ?? this.words.of(dimension.choices, value)]
      }
      if (!measured.has(name) || typeof value !== 'number') return [name, value]
      if (metric.unit === 'percent') return [name, { percent: value }]
      return [name, metric.unit === 'money' && currency ? { amountMinor: value, currency } : value]
    })
    return Object.fromEntries(shown)
  }
}

/** Whether its numbers are in the unit of a metric. */
const isFigure = (payload: PayloadClass): boolean =>
  fieldsOf(payload).some(({ name, schema }: Field) => name === 'value' && schema.type === 'number')

function amountIn({ amountMinor, currency, leftOut }: JsonObject): JsonObject {
  return { amountMinor: amountMinor ?? null, currency: currency ?? null, ...(leftOut !== undefined && { leftOut }) }
}

const isRecord = (value: Json | undefined): value is JsonObject =>
  value !== undefined && value !== null && typeof value === 'object' && !Array.isArray(value)
