/** Who works at the customer, and who of us knows them. */
import {
  Choice,
  Choices,
  Day,
  Flag,
  type Guarded,
  Id,
  Instant,
  Integer,
  Label,
  ListOf,
  Optional,
  Personal,
  type Precision,
  precisions,
  shownTimes,
} from '#kernel'
import { NamedMember } from '../pages/shown/names.js'
import { defineSection } from '../pages/shown/section.js'
import { type BuyingRole, buyingRoles, type Level, levels } from './contact.events.js'
import { peopleOf } from './people.queries.js'

class ShownKnownBy extends NamedMember {
  @Integer({ min: 0, max: 10_000_000 }) touches!: number
  @Optional() @Instant() lastTouch?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) lastTouchOn?: string
  @Optional() @Choice(precisions) lastTouchPrecision?: Precision
  /** Id of the last touch's event. */
  @Label({ max: 64 }) event!: string
}

class ShownPerson {
  @Id('contact') contact!: string
  @Optional() @Personal({ subject: 'contact' }) @Label() name?: Guarded<string>
  @Optional() @Personal({ subject: 'contact' }) @Label() title?: Guarded<string>
  @Optional() @Label({ max: 64 }) site?: string
  @Choice(levels) level!: Level
  @Choices(buyingRoles) roles!: BuyingRole[]
  @Day() since!: string
  /** Last day of the post; absent while it is held. */
  @Optional() @Day() until?: string
  @Flag() current!: boolean
  @Optional() @Instant() lastTouch?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) lastTouchOn?: string
  @Optional() @Choice(precisions) lastTouchPrecision?: Precision
  /** The most touches first. */
  @ListOf(ShownKnownBy) knownBy!: ShownKnownBy[]
}

class People {
  /** Those in their posts now first. */
  @ListOf(ShownPerson, { max: 1000 }) people!: ShownPerson[]
}

export const peopleSection = defineSection({
  name: 'people',
  order: 30,
  title: { en: 'People', fi: 'Yhteyshenkilöt', sv: 'Kontaktpersoner', de: 'Ansprechpartner', nb: 'Kontaktpersoner' },
  answer: People,
  async read(ask) {
    const { subject, names } = ask
    const known = await peopleOf(subject.id, ask)
    const people = known.map((person) => ({
      contact: person.contact,
      name: person.name,
      title: person.title,
      site: person.site,
      level: person.level,
      roles: person.roles,
      since: person.since,
      until: person.until,
      current: person.current,
      ...shownTimes(person, person.times, 'lastTouch'),
      knownBy: Object.entries(person.knownBy)
        .map(([id, { touches, lastTouch, time, event }]) => ({
          ...names.member(id),
          touches,
          ...shownTimes({ lastTouch }, { lastTouch: time }, 'lastTouch'),
          event,
        }))
        .sort((a, b) => b.touches - a.touches),
    }))
    return { people }
  },
})
