/** What is still promised to a customer? */
import { CodeOf, Flag, type Guarded, Id, Instant, Language, ListOf, Nested, Optional, Text } from '#kernel'
import { NamedMember, NamedUnit } from '../../pages/shown/names.js'
import { type CustomerContext, defineSection } from '../../pages/shown/section.js'
import { isOverdue, openPromisesOf } from '../promises.queries.js'
import type { PromiseDocument } from '../promises.view.js'
import { promisePhrases } from './promise-phrases.js'

export class OpenPromise {
  @Id('promise') id!: string
  @Text({ max: 500 }) what!: Guarded<string>
  /** ISO 639-1, in which it is written. */
  @Optional() @Language() language?: string
  @Nested(NamedUnit) unit!: NamedUnit
  @CodeOf('promise-kind') kind!: string
  @Instant() due!: string
  @Flag() overdue!: boolean
  /** Absent while nobody has accepted it. */
  @Optional() @Nested(NamedMember) owner?: NamedMember
  @Optional() @Nested(NamedMember) offeredTo?: NamedMember
}

/** A promise as it stands under its customer. */
export const openPromise = (
  promise: PromiseDocument,
  { nowIn, names }: Pick<CustomerContext, 'nowIn' | 'names'>,
): OpenPromise => ({
  id: promise.id,
  what: promise.what,
  language: names.writtenBy(promise.maker),
  unit: names.unit(promise.unit),
  kind: promise.kind,
  due: promise.due,
  overdue: isOverdue(promise, nowIn(promise.unit)),
  owner: names.member(promise.owner),
  offeredTo: names.member(promise.offeredTo),
})

class OpenPromises {
  @ListOf(OpenPromise, { max: 500 }) promises!: OpenPromise[]
}

export const promisesSection = defineSection({
  name: 'promises',
  order: 50,
  title: { en: 'Promises', fi: 'Lupaukset', sv: 'Löften', de: 'Zusagen', nb: 'Løfter' },
  answer: OpenPromises,
  clause: ({ promises }, { language }) =>
    promises.length > 0
      ? promisePhrases[language].promises({
          open: promises.length,
          overdue: promises.filter(({ overdue }) => overdue).length,
        })
      : undefined,
  async read({ documents, nowIn, subject, names }) {
    const open = await openPromisesOf(subject.id, documents)
    const promises = open.map((promise) => openPromise(promise, { nowIn, names }))
    return { promises }
  },
})
