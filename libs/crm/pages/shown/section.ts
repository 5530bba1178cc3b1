/** What the page of a customer shows of a slice: each section says what that is, and reads it; the page collects them. */
import type { PayloadClass, SubjectContext, Texts } from '#kernel'
import type { CustomerDocument } from '../../customers/customers.view.js'
import type { Wording } from '../../texts/wording.js'
import type { Names } from './names.js'

/** What is read of a customer. */
export interface CustomerPart<T> {
  read(ask: CustomerContext): Promise<T>
}

/** What a section may ask: all that a query about the customer may, and what others read of it. */
export type CustomerContext = SubjectContext<object, CustomerDocument> & {
  names: Names
  /** What a section shows, or reads besides: once for all who ask for it in one answer. */
  part<T>(of: CustomerPart<T>): Promise<T>
}

export interface Section<T extends object = object> extends CustomerPart<T> {
  /** Kebab-case. */
  name: string
  /** Sections stand by it, the smallest first. */
  order: number
  title: Texts
  /** Its fields stand in the answer beside those of other sections, each with a name of its own. */
  answer: PayloadClass<T>
  /** What it adds to the sentence about the customer. */
  clause?(shown: T, wording: Wording): string | undefined
  /** Units that are after the customer by what it shows, one for each matter. */
  pursuers?(shown: T): string[]
}

export const defineSection = <T extends object>(section: Section<T>): Section<T> => section
