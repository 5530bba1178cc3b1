/** What records are called, also those that were taken back: by what they said of themselves, as far as the reader may see it. */
import { type Guarded, Label, Nested, Optional, type QueryContext, type StoredEvent, Title } from '#kernel'
import { seesContact } from '../../../contacts/people.queries.js'
import { NamedCustomer, type Names } from '../names.js'
import { isReadable } from '../subject.js'

export class NamedRecord {
  /** Name of its stream. */
  @Label({ max: 160 }) stream!: string
  @Optional() @Title() name?: Guarded<string>
  /** Whose it is, where it is no customer itself. */
  @Optional() @Nested(NamedCustomer) customer?: NamedCustomer
}

const customerOf = (stream: string): string | undefined => /^customer-(.+)$/.exec(stream)?.[1]

export class RecordNames {
  constructor(
    private readonly ask: QueryContext<object>,
    private readonly names: Names,
  ) {}

  /** To be opened by whoever answers. */
  async of(stream: string): Promise<NamedRecord> {
    const events = await this.seen(stream)
    const customer = events.at(-1)?.metadata.customers[0]
    const isOfOther = customer !== undefined && `customer-${customer}` !== stream
    return { stream, name: nameIn(events), customer: isOfOther ? await this.customer(customer) : undefined }
  }

  /** A customer that was taken back has no document; what it was called stands in its stream. */
  private async customer(id: string): Promise<NamedCustomer> {
    const named = await this.names.customer(id)
    if (named.name !== undefined) return named
    const name = nameIn(await this.seen(`customer-${id}`))
    return typeof name === 'string' ? { ...named, name } : named
  }

  private async seen(stream: string): Promise<readonly StoredEvent[]> {
    const { ask } = this
    const events = await ask.journals.stream(stream)
    const last = events.at(-1)?.metadata
    const { customers = [], contacts = [], unit } = last ?? {}
    if (customers.length + contacts.length === 0) return events
    if (ask.reading.units.size === 0 || (customerOf(stream) === undefined && !isReadable(ask, { unit }))) return []
    return contacts.length === 0 || (await seesContact({ customers: [...customers] }, ask)) ? events : []
  }
}

/** Said when it began or was changed: other facts of the same stream name parts of it. */
function nameIn(events: readonly StoredEvent[]): Guarded<string> | undefined {
  const says = ({ type, data }: StoredEvent) =>
    data.name !== undefined && (type === events[0]?.type || /[.-](?:changed|renamed)$/.test(type))
  return events.findLast(says)?.data.name as Guarded<string> | undefined
}
