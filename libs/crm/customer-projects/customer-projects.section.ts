/** What does a customer intend by itself? */
import {
  Choice,
  CodeOf,
  Day,
  type Guarded,
  Id,
  Instant,
  Label,
  ListOf,
  Nested,
  Optional,
  type Precision,
  precisions,
  shownTimes,
  Text,
  Title,
} from '#kernel'
import { NamedUnit } from '../pages/shown/names.js'
import { defineSection } from '../pages/shown/section.js'
import { customerProjectsOf } from './customer-projects.queries.js'

class OwnProject {
  @Id('customer-project') id!: string
  @Title() name!: Guarded<string>
  @Nested(NamedUnit) unit!: NamedUnit
  @CodeOf('customer-project-kind') kind!: string
  @Text({ max: 4000 }) what!: Guarded<string>
  @Optional() @Day() decidesOn?: string
  @Optional() @Instant() learnedAt?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) learnedAtOn?: string
  @Optional() @Choice(precisions) learnedAtPrecision?: Precision
}

class OwnProjects {
  /** What the customer intends. */
  @ListOf(OwnProject, { max: 500 }) projects!: OwnProject[]
}

export const customerProjectsSection = defineSection({
  name: 'customer-projects',
  order: 60,
  title: {
    en: 'Their projects',
    fi: 'Asiakkaan hankkeet',
    sv: 'Deras egna projekt',
    de: 'Ihre eigenen Vorhaben',
    nb: 'Deres egne prosjekter',
  },
  answer: OwnProjects,
  async read({ documents, subject, names }) {
    const known = await customerProjectsOf(subject.id, documents)
    const projects = known
      .filter(({ status }) => status === 'open')
      .map(({ id, name, unit, kind, what, decidesOn, learnedAt, times }) => ({
        id,
        name,
        unit: names.unit(unit),
        kind,
        what,
        decidesOn,
        ...shownTimes({ learnedAt }, times, 'learnedAt'),
      }))
    return { projects }
  },
})
