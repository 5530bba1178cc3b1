/** What a search finds, each with what tells it apart from others of its name. */
import {
  Choice,
  CodeOf,
  Day,
  type Guarded,
  Id,
  Label,
  ListAnswer,
  ListOf,
  Nested,
  Optional,
  Personal,
  type QueryContext,
  Title,
} from '#kernel'
import type { ContactDocument } from '../../contacts/contacts.view.js'
import { heldOn, seenPosts } from '../../contacts/people.queries.js'
import type { OpportunityDocument } from '../../opportunities/opportunities.view.js'
import {
  type OpportunityStage,
  opportunityStages,
  opportunityStatuses,
} from '../../opportunities/opportunity.events.js'
import { moneyShown, ShownMoney } from '../../organization/valuation.queries.js'
import { CustomerRow } from '../customers/customer-row.js'
import { NamedCustomer, NamedMember, NamedUnit, type Names } from '../shown/names.js'
import { NamedRecord } from '../shown/records/record-named.js'
import { TimelineRow } from '../timeline/timeline-row.js'

export class FoundContact {
  @Id('contact') id!: string
  @Optional() @Personal({ subject: 'contact' }) @Label() name?: Guarded<string>
  /** Of the post begun last. */
  @Optional() @Personal({ subject: 'contact' }) @Label() title?: Guarded<string>
  /** Where they have a post now. */
  @ListOf(NamedCustomer, { max: 100 }) customers!: NamedCustomer[]
}

export class FoundDeal {
  @Id('opportunity') id!: string
  @Title() name!: Guarded<string>
  @Nested(NamedCustomer) customer!: NamedCustomer
  @Nested(NamedUnit) unit!: NamedUnit
  @Optional() @Nested(NamedMember) owner?: NamedMember
  @Choice(opportunityStatuses) status!: (typeof opportunityStatuses)[number]
  @Choice(opportunityStages) stage!: OpportunityStage
  @Optional() @Nested(ShownMoney) value?: ShownMoney
  @Optional() @Day() closesOn?: string
}

export class FoundNote extends TimelineRow {
  @Nested(NamedCustomer) customer!: NamedCustomer
}

export class FoundCustomers extends ListAnswer {
  @ListOf(CustomerRow, { max: 50 }) rows!: CustomerRow[]
}

export class FoundContacts extends ListAnswer {
  @ListOf(FoundContact, { max: 50 }) rows!: FoundContact[]
}

export class FoundDeals extends ListAnswer {
  @ListOf(FoundDeal, { max: 50 }) rows!: FoundDeal[]
}

/** A record that is called so in the system it comes from. */
export class FoundRecord extends NamedRecord {
  /** The system. */
  @Label({ max: 80 }) source!: string
  /** What imports call its kind. */
  @CodeOf('import-target') target!: string
}

export class FoundRecords extends ListAnswer {
  @ListOf(FoundRecord, { max: 50 }) rows!: FoundRecord[]
}

export class FoundNotes extends ListAnswer {
  @ListOf(FoundNote, { max: 50 }) rows!: FoundNote[]
}

interface Parts {
  ask: QueryContext<object>
  names: Names
}

export async function foundContact(contact: ContactDocument, { ask, names }: Parts): Promise<FoundContact> {
  const posts = await seenPosts(contact, ask)
  const current = posts.filter((post) => heldOn(post, ask.todayIn()))
  const customers = new Set(current.map((post) => ask.journals.partitionOf(post.customer).ids[0]))
  return {
    id: contact.id,
    name: contact.name,
    title: (current.at(-1) ?? posts.at(-1))?.title,
    customers: await Promise.all([...customers].map((id) => names.customer(id))),
  }
}

export async function foundDeal(deal: OpportunityDocument, { ask, names }: Parts): Promise<FoundDeal> {
  const { id, name, unit, owner, status, stage, value, valueDay, closesOn } = deal
  return {
    id,
    name,
    customer: await names.customer(deal.customer),
    unit: names.unit(unit),
    owner: names.member(owner),
    status,
    stage,
    value: value && moneyShown(value, valueDay, ask),
    closesOn,
  }
}
