/** Says things in one language: names of our words, dates and money as its readers write them, and sentences. */
import {
  addMonths,
  dayIn,
  type PricedMoney,
  writtenCountry,
  writtenDay,
  writtenList,
  writtenMoney,
  writtenMonth,
} from '#kernel'
import type { BuyingRole, Level } from '../contacts/contact.events.js'
import { buyingRoleNames, levelNames } from '../contacts/shown/contacts.words.js'
import type { LadderStep, Stage } from '../organization/events/group.events.js'
import type { MemberFunction } from '../organization/events/member.events.js'
import { functionNames } from '../organization/events/member.words.js'
import { stageNames } from '../organization/events/organization.words.js'
import { statusNames } from '../relationships/document/relationships.words.js'
import type { Status } from '../relationships/relationship.events.js'
import type { TextLanguage } from './languages.js'
import { de } from './phrases/de.js'
import { en } from './phrases/en.js'
import { fi } from './phrases/fi.js'
import { nb } from './phrases/nb.js'
import { begun, type Phrases } from './phrases/phrases.js'
import { sv } from './phrases/sv.js'

const phrases: Readonly<Record<TextLanguage, Phrases>> = { en, fi, sv, de, nb }

export class Wording {
  readonly phrases: Phrases

  /** @param zone IANA time zone in which days begin and end */
  constructor(
    readonly language: TextLanguage,
    readonly zone: string,
    private readonly ladder: readonly LadderStep[] = [],
    /** In which the group names its ladder; other readers get our names. */
    private readonly ladderLanguage: TextLanguage = language,
  ) {
    this.phrases = phrases[language]
  }

  /** The group's own name of a stage in its own language, else ours. */
  stage(stage: Stage): string {
    const own = this.ladderLanguage === this.language ? this.ladder.find((step) => step.stage === stage) : undefined
    return own?.name ?? stageNames[stage][this.language]
  }

  status(status: Status): string {
    return statusNames[status][this.language]
  }

  function(name: string): string {
    return functionNames[name as MemberFunction]?.[this.language] ?? name
  }

  level(level: Level): string {
    return levelNames[level][this.language]
  }

  buyingRole(role: BuyingRole): string {
    return buyingRoleNames[role][this.language]
  }

  country(code: string): string {
    return writtenCountry(code, this.language)
  }

  /** An instant or a day as `3 March 2026`, a month as `March 2026`. */
  day(at: string): string {
    return writtenDay(at.length === 7 ? at : this.localDay(at), this.language)
  }

  /** `March 2026`, as it follows "since". */
  sinceMonth(at: string): string {
    return this.phrases.month(this.month(at))
  }

  month(at: string): string {
    return writtenMonth(this.localDay(at), this.language)
  }

  /** Whole months from a day or instant to another. */
  months(from: string, to: string): number {
    const [begin, end] = [this.localDay(from), this.localDay(to)]
    const whole =
      (Number(end.slice(0, 4)) - Number(begin.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(begin.slice(5, 7))
    return Math.max(0, addMonths(begin, Math.max(0, whole)) > end ? whole - 1 : whole)
  }

  money(amount: Pick<PricedMoney, 'amountMinor' | 'currency'>): string {
    return writtenMoney(amount, this.language)
  }

  /** A phrase as a sentence of its own. */
  sentence(phrase: string): string {
    return `${begun(phrase)}.`
  }

  list(items: readonly string[]): string {
    return writtenList(items, this.language)
  }

  private localDay(at: string): string {
    if (at.length === 7) return `${at}-01`
    return at.length === 10 ? at : dayIn(at, this.zone)
  }
}
