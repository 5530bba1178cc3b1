/** Where does each unit stand with a customer? */
import { ListOf, Nested } from '#kernel'
import { rankOf } from '../../organization/events/group.events.js'
import { incomesOf } from '../../relationships/relationships.queries.js'
import { type RelationshipDocument, relationships } from '../../relationships/relationships.view.js'
import { type EventRef, refsById, refsOf } from '../shown/refs.js'
import { type CustomerPart, defineSection } from '../shown/section.js'
import { Spark, sparkOf } from '../shown/spark-shown.js'
import { eventsBehind, ShownRelationship, shownRelationship, touchGists } from './relationship-shown.js'

/** Of many purchases the last ones are enough to follow. */
const mostIncomes = 20

/** The relationships that the reader may see, the most advanced first. */
const relationshipsOf: CustomerPart<RelationshipDocument[]> = {
  async read({ documents, subject }) {
    const found = await documents.find(relationships, { where: { column: 'customer', eq: subject.id }, limit: 200 })
    return found.documents.sort((a, b) => rankOf(b.stage) - rankOf(a.stage) || (a.unit < b.unit ? -1 : 1))
  },
}

/** What brought each relationship its income, by its id. */
export const incomesBehind: CustomerPart<(relationship: string) => EventRef[]> = {
  async read(ask) {
    const documents = await ask.part(relationshipsOf)
    const incomes = new Map(documents.map((document) => [document.id, incomesOf(document).slice(-mostIncomes)]))
    const refs = await refsById(ask, ask.subject.partition, [...incomes.values()].flat())
    return (relationship) => refsOf(refs, ...(incomes.get(relationship) ?? []))
  },
}

class Standing extends ShownRelationship {
  /** Its score in small. */
  @Nested(Spark) spark!: Spark
}

class Standings {
  /** Per unit, the most advanced first. */
  @ListOf(Standing) standings!: Standing[]
}

export const standingsSection = defineSection({
  name: 'standings',
  order: 20,
  title: { en: 'Relationships', fi: 'Asiakassuhteet', sv: 'Relationer', de: 'Beziehungen', nb: 'Relasjoner' },
  answer: Standings,
  async read(ask) {
    const documents = await ask.part(relationshipsOf)
    // Asked for in one turn, so that both are read together.
    const [refs, gists] = await Promise.all([
      refsById(ask, ask.subject.partition, documents.flatMap(eventsBehind)),
      touchGists(documents, ask),
    ])
    const parts = { ask, names: ask.names, refs, gists }
    return {
      standings: documents.map((document) => ({ ...shownRelationship(document, parts), spark: sparkOf(document) })),
    }
  },
})
