/** Which views and metrics each stored type concerns, looked up once instead of for every event. */
import type { Fold, Metric, Partition, Registry, View } from '#kernel'
import { unchanged } from '#kernel'

/** One view's part in folding one type. */
export interface Step {
  view: View
  fold: Fold<object, string, never>
  /** Metrics measured on the view's documents. */
  metrics: readonly Metric[]
  /** Whether each document is folded from one stream alone. */
  ofOneStream: boolean
}

export class FoldPlan {
  private readonly steps = new Map<string, readonly Step[]>()
  private readonly metricsOf = new Map<string, Metric[]>()
  /** Of views with a document per record, the categories of the streams it is folded from. */
  private readonly categories = new Map<View, readonly string[]>()
  readonly views: readonly View[]

  constructor(registry: Registry) {
    this.views = [...registry.views.values()]
    for (const metric of registry.metrics.values()) {
      const known = this.metricsOf.get(metric.of.name) ?? []
      this.metricsOf.set(metric.of.name, [...known, metric])
    }
    const definitions = registry.catalogue.all()
    for (const view of this.views) {
      if (view.keyedBy !== 'entity') continue
      const folded = definitions.filter(({ type }) => view.foldFor(type) !== undefined)
      this.categories.set(view, [...new Set(folded.map(({ category }) => category))])
    }
  }

  /** Whether each document of the view is folded from one stream: records of two categories may share an id. */
  isOfOneStream(view: View): boolean {
    return this.categories.get(view)?.length === 1
  }

  /** The streams that the document of a record may be folded from. */
  streamsOf(view: View, key: string): string[] {
    return (this.categories.get(view) ?? []).map((category) => `${category}-${key}`)
  }

  /** The views that fold a type in partitions of a kind; those not kept only where a change of theirs is measured. */
  stepsFor(kind: Partition['kind'], type: string): readonly Step[] {
    const cacheKey = `${kind} ${type}`
    const known = this.steps.get(cacheKey)
    if (known) return known
    const steps = this.views.flatMap((view): Step[] => {
      const fold = view.partition === kind ? view.foldFor(type) : undefined
      const metrics = this.metricsOf.get(view.name) ?? []
      const counts = metrics.length > 0 && fold !== unchanged
      return fold && (view.kept || counts) ? [{ view, fold, metrics, ofOneStream: this.isOfOneStream(view) }] : []
    })
    this.steps.set(cacheKey, steps)
    return steps
  }

  /** Views whose documents tag everything measured in their partition. */
  taggingViews(kind: Partition['kind']): View[] {
    return this.views.filter((view) => view.partition === kind && view.tags.length > 0)
  }

  /** Views whose documents lend columns to others of their partition. */
  lendingViews(kind: Partition['kind']): View[] {
    const lending = this.views.flatMap(({ kept, partition, joins: borrows }) =>
      kept && partition === kind && borrows ? [borrows.from] : [],
    )
    return [...new Set(lending)]
  }

  measured(view: View): readonly Metric[] {
    return this.metricsOf.get(view.name) ?? []
  }
}

/** A document under its view and key. */
export const slotOf = (view: View, key: string): string => `${view.name} ${key}`
