/** What a visit brief says of a slice: each topic says its heading and its lines; the brief collects them. */
import { type Guarded, Label, Language, ListOf, Nested, Optional, Text, type Texts, Title } from '#kernel'
import type { Wording } from '../../texts/wording.js'
import { NamedMember } from './names.js'
import { EventRef } from './refs.js'
import type { CustomerContext, CustomerPart } from './section.js'

export class BriefLine {
  @Label({ max: 1000 }) text!: string
  /** What somebody wrote, or a person's name, that the text introduces. */
  @Optional() @Text({ max: 32_000 }) quote?: Guarded<string>
  /** ISO 639-1, in which the quote is written; absent where it is nobody's sentence. */
  @Optional() @Language() language?: string
  /** What the note it is of says in one sentence of the group's language, where it is in another than the reader's. */
  @Optional() @Title({ max: 400 }) gist?: Guarded<string>
  /** Who of us owns it. */
  @Optional() @Nested(NamedMember) who?: NamedMember
  @ListOf(EventRef) from!: EventRef[]
  /** The record it speaks of, where no single event states it. */
  @Optional() @Label({ max: 100 }) record?: string
}

export const line = (text: string, rest: Partial<BriefLine> = {}): BriefLine => ({ text, from: [], ...rest })

/** What a topic may ask: what sections show of the customer, and how things are said in the reader's language. */
export type BriefContext = CustomerContext & {
  wording: Wording
  /** Currency of the group. */
  currency: string
}

export interface Topic {
  /** Kebab-case; stands in the answer. */
  name: string
  /** Topics stand by it, the smallest first. */
  order: number
  heading: Texts
  /** Said instead of lines where there are none. */
  nothing: Texts
  /** What its lines tell of beside sections; read with those. */
  part?: CustomerPart<unknown>
  lines(brief: BriefContext): Promise<BriefLine[]>
}

export const defineTopic = (topic: Topic): Topic => topic
