/** Everything a reader of the whole customer sees: what the sections of slices show, and where units compare. */
import { copyField, fieldsOf, ListOf, Optional, type PayloadClass, type SubjectContext } from '#kernel'
import type { CustomerDocument } from '../../customers/customers.view.js'
import { standingsSection } from '../relationships/standings.section.js'
import type { Collected } from '../shown/collected.js'
import type { Names } from '../shown/names.js'
import type { CustomerContext, CustomerPart, Section } from '../shown/section.js'
import { Difference, differencesBetween, type Pursuit, SharedPursuit, sharedPursuits } from './differences.js'

/** What a query about a customer may ask, with its parts, each read once. */
export function customerContext(ask: SubjectContext<object, CustomerDocument>, names: Names): CustomerContext {
  const parts = new Map<CustomerPart<unknown>, Promise<unknown>>()
  const context: CustomerContext = {
    ...ask,
    names,
    part<T>(of: CustomerPart<T>) {
      const known = (parts.get(of) as Promise<T> | undefined) ?? of.read(context)
      parts.set(of, known)
      return known
    },
  }
  return context
}

/**
 * The parts as an answer has them: the fields of all sections side by side.
 * @throws Error when two sections have a field of one name
 */
export function partsAnswerOf(collected: readonly Collected<Section>[]): PayloadClass {
  class CustomerParts {
    @ListOf(Difference) differences!: Difference[]
    @ListOf(SharedPursuit) shared!: SharedPursuit[]
  }
  for (const { of, slice } of collected) {
    for (const { name } of fieldsOf(of.answer)) {
      if (fieldsOf(CustomerParts).some((field) => field.name === name))
        throw new Error(`the section ${of.name} shows ${name}, as another section does`)
      copyField({ from: of.answer, name }, { to: CustomerParts, name })
      // Not there where the slice is switched off.
      if (slice.switchable) Optional()(CustomerParts.prototype, name)
    }
  }
  return CustomerParts
}

/** What the sections show of a customer of whom something is known. */
export async function partsOf(ask: CustomerContext, sections: readonly Section[]): Promise<object> {
  const shown = await Promise.all(sections.map((section) => ask.part(section)))
  const { standings } = await ask.part(standingsSection)
  const pursued = sections.flatMap(({ name, pursuers }, at): Pursuit[] =>
    pursuers ? [{ matter: name, units: pursuers(shown[at] as object) }] : [],
  )
  return {
    ...(Object.assign({}, ...shown) as object),
    differences: differencesBetween(standings, ask.names.wording()),
    shared: sharedPursuits(pursued, ask.names),
  }
}
