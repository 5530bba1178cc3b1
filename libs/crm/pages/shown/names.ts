/** How answers name units, members and customers: by id, with the name they had at the moment asked about. */
import { Country, Flag, type Guarded, Id, Label, Optional, Personal, type QueryContext, spoken } from '#kernel'
import { contactOf, seesContact } from '../../contacts/people.queries.js'
import { customerNamed } from '../../customers/customers.queries.js'
import { atMoment, memberNamed, productNamed } from '../../organization/names.queries.js'
import { languageOfMember, type Organization, organization } from '../../organization/organization.reference.js'
import type { Place } from '../../texts/phrases/phrases.js'
import { Wording } from '../../texts/wording.js'

export class NamedUnit {
  @Id('unit') id!: string
  @Optional() @Label() name?: string
  /** ISO 3166, of its subsidiary. */
  @Optional() @Country() country?: string
  /** The name is today's: at the moment asked about none was known. */
  @Optional() @Flag() nameOfToday?: boolean
}

export class NamedMember {
  /** Member id, or `system:<name>`. */
  @Label({ max: 80 }) id!: string
  @Optional() @Personal({ subject: 'member' }) @Label() name?: Guarded<string>
  /** The name is today's: at the moment asked about none was known. */
  @Optional() @Flag() nameOfToday?: boolean
}

export class NamedCustomer {
  @Id('customer') id!: string
  @Optional() @Label() name?: string
  /** The name is today's: at the moment asked about none was known. */
  @Optional() @Flag() nameOfToday?: boolean
}

export class NamedProduct {
  @Id('product') id!: string
  @Optional() @Label() name?: string
  /** The name is today's: at the moment asked about none was known. */
  @Optional() @Flag() nameOfToday?: boolean
}

export class NamedContact {
  @Id('contact') id!: string
  /** Absent where the reader may not see who it is. */
  @Optional() @Personal({ subject: 'contact' }) @Label() name?: Guarded<string>
}

/** Names and wording for one answer; where there is no id, there is nothing to name. */
export class Names {
  private readonly known: Organization
  /** Asked for once. */
  private readonly people = new Map<string, Promise<NamedContact>>()

  constructor(private readonly ask: QueryContext<object>) {
    this.known = ask.references.get(organization)
  }

  unit(id: string): NamedUnit
  unit(id: string | undefined): NamedUnit | undefined
  unit(id: string | undefined): NamedUnit | undefined {
    if (id === undefined) return undefined
    const { value: unit, ofToday } = atMoment(this.ask, ({ units, subsidiaries }) => {
      const found = units.get(id)
      return found && { name: found.name, country: subsidiaries.get(found.subsidiary)?.country }
    })
    return { id, ...unit, nameOfToday: ofToday }
  }

  member(id: string): NamedMember
  member(id: string | undefined): NamedMember | undefined
  member(id: string | undefined): NamedMember | undefined {
    return id === undefined ? undefined : { id, ...memberNamed(id, this.ask) }
  }

  /** The customer that stands for the id, as merges were known at the moment asked about. */
  customer(named: string): Promise<NamedCustomer>
  customer(named: string | undefined): Promise<NamedCustomer | undefined>
  async customer(named: string | undefined): Promise<NamedCustomer | undefined> {
    if (named === undefined) return undefined
    const [id] = this.ask.journals.partitionOf(named).ids
    return { id, ...(await customerNamed(id, this.ask)) }
  }

  product(id: string): NamedProduct
  product(id: string | undefined): NamedProduct | undefined
  product(id: string | undefined): NamedProduct | undefined {
    return id === undefined ? undefined : { id, ...productNamed(id, this.ask) }
  }

  /** Under the id that was stated, by the name of whoever stands for it. */
  contact(id: string): Promise<NamedContact>
  contact(id: string | undefined): Promise<NamedContact | undefined>
  async contact(id: string | undefined): Promise<NamedContact | undefined> {
    if (id === undefined) return undefined
    const known = this.people.get(id) ?? this.person(id)
    this.people.set(id, known)
    return known
  }

  private async person(id: string): Promise<NamedContact> {
    const contact = await contactOf(id, this.ask)
    return contact && (await seesContact(contact, this.ask)) ? { id, name: contact.name } : { id }
  }

  contacts(ids: readonly string[]): Promise<NamedContact[]> {
    return Promise.all(ids.map((id) => this.contact(id)))
  }

  /** ISO 639-1: what people wrote is in the language that it states, else in that of its writer as it is today. */
  writtenIn({ data, actor }: { data: Readonly<Record<string, unknown>>; actor: string }): string | undefined {
    if (typeof data.language === 'string') return data.language
    return languageOfMember(actor, this.ask.referencesToday)
  }

  /** ISO 639-1: what somebody wrote who did not say in which language. */
  writtenBy(member: string): string | undefined {
    return languageOfMember(member, this.ask.referencesToday)
  }

  /** In the language asked for, else the reader's own, else the group's. */
  wording(language?: string): Wording {
    const { members, group, ladder } = this.known
    const spoke = spoken(language, this.ask.language, members.get(this.ask.viewer.member)?.language, group?.language)
    return new Wording(spoke, group?.timeZone ?? 'UTC', ladder, spoken(group?.language))
  }

  /** The country of a unit; the unit itself where its country has several. */
  place(id: string, wording: Wording): Place {
    const { name, country } = this.unit(id)
    const sameCountry = [...this.known.units.keys()].filter((unit) => this.unit(unit).country === country)
    if (country === undefined || sameCountry.length > 1) return { name: name ?? id, isCountry: false }
    return { name: wording.country(country), isCountry: true }
  }
}
