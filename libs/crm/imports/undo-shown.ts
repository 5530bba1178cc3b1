/** Lines of an undo as people read them: which fact of which record of whom, and why it stays. */
import { Id, Instant, Label, Nested, Optional, type QueryContext, Text } from '#kernel'
import { NamedMember, Names } from '../pages/shown/names.js'
import { NamedRecord, RecordNames } from '../pages/shown/records/record-named.js'
import type { Wording } from '../texts/wording.js'
import { FactKept, FactUndone } from './import.events.js'

export class UndoneShown extends FactUndone {
  /** What the fact is called, in the reader's language. */
  @Optional() @Label({ max: 80 }) kindName?: string
  @Nested(NamedRecord) record!: NamedRecord
}

/** A fact for which another stays. */
export class KeepingShown {
  @Id('event') event!: string
  @Optional() @Label({ max: 80 }) kindName?: string
  @Optional() @Nested(NamedMember) who?: NamedMember
  @Optional() @Instant() recordedAt?: string
  @Optional() @Nested(NamedRecord) record?: NamedRecord
}

export class KeptShown extends FactKept {
  @Optional() @Label({ max: 80 }) kindName?: string
  @Nested(NamedRecord) record!: NamedRecord
  @Optional() @Nested(KeepingShown) keeping?: KeepingShown
  /** Why it stays, in the reader's language. */
  @Text({ max: 2000 }) because!: string
}

export class ShownUndo {
  private readonly names: Names
  private readonly records: RecordNames
  private readonly wording: Wording

  constructor(private readonly ask: QueryContext<object>) {
    this.names = new Names(ask)
    this.records = new RecordNames(ask, this.names)
    this.wording = this.names.wording()
  }

  async undone<F extends FactUndone>(fact: F): Promise<F & UndoneShown> {
    return { ...fact, kindName: this.kindName(fact.type), record: await this.records.of(fact.stream) }
  }

  async kept(fact: FactKept): Promise<KeptShown> {
    const keeping = await this.keeping(fact)
    return { ...(await this.undone(fact)), keeping, because: this.because(fact, keeping) }
  }

  private async keeping({ by, byStream }: FactKept): Promise<KeepingShown | undefined> {
    if (by === undefined || byStream === undefined) return by === undefined ? undefined : { event: by }
    const found = (await this.ask.journals.stream(byStream)).find(({ id }) => id === by)
    const record = await this.records.of(byStream)
    if (!found) return { event: by, record }
    const { actor, recordedAt } = found.metadata
    return { event: by, kindName: this.kindName(found.type), who: this.names.member(actor), recordedAt, record }
  }

  private because({ why }: FactKept, keeping: KeepingShown | undefined): string {
    const { phrases } = this.wording
    const said = { who: this.text(keeping?.who?.name), what: keeping?.kindName }
    if (why === 'needed-by-kept') return phrases.keptNeeded({ record: this.text(keeping?.record?.name) })
    if (why === 'not-allowed') return phrases.keptNotAllowed
    return why === 'changed-since' ? phrases.keptChanged(said) : phrases.keptUsed(said)
  }

  /** As far as the reader may see it. */
  private text(value: unknown): string | undefined {
    const opened: unknown = this.ask.open({ value }).value
    return typeof opened === 'string' ? opened : undefined
  }

  private kindName(type: string): string | undefined {
    return this.ask.catalogue.get(type)?.texts?.[this.wording.language]
  }
}
