/** The sentences that answers are made of. Each language gives every one of them, or it does not compile. */

/** Where a sentence speaks of: a country, or a selling unit where a country has several. */
export interface Place {
  name: string
  isCountry: boolean
}

interface Standing {
  place: Place
  /** Already in the language, like everything here. */
  stage: string
}

export interface Phrases {
  /** What stands under a heading when it is another unit's to see. */
  notShown: string
  /** Something recorded on a day cannot be read, and nothing after it is shown. */
  stopped(day: string): string
  /** A month as it follows "since". */
  month(name: string): string
  stands(s: Standing & { since: string }): string
  ended(s: { place: Place; since: string }): string
  inactive(s: { place: Place; status: string; months: number }): string
  noRelationship: string
  notKnownYet: string
  moved(s: Standing & { from: string; day: string }): string
  /** The days of its end, and of the beginning after it. */
  takenUpAgain(s: { place: Place; ended: string; again: string }): string
  statusIs(s: { place: Place; status: string }): string
  ledBy(place: Place): string
  /** Followed by whoever is asked to lead and has not answered. */
  offeredTo(place: Place): string
  nobodyLeads(place: Place): string
  keyAccount(place: Place): string
  /** `last`, and the `day` of a touch, are absent where they lie before everything that is known. */
  bought(s: { place: Place; times: number; last?: string; sum?: string }): string
  touched(s: { place: Place; kind: string; function: string; day?: string; times: number }): string
  planned(s: { place: Place; kind: string; day: string }): string
  /** Planned for a day that has passed, with nothing said since. */
  unsettled(s: { place: Place; kind: string; day: string }): string
  /** Held on the day. */
  toEvaluate(s: { place: Place; kind: string; day: string }): string
  target(s: Standing & { by?: string }): string
  passiveFrom(s: { place: Place; day: string }): string
  onDay(s: { what: string; day: string }): string
  alsoAfterIt(s: { places: string }): string
  /** Why an undo has left a fact as it is. `what` is the kind of a later fact, `record` the name of another record. */
  keptUsed(s: { who?: string; what?: string }): string
  keptNeeded(s: { record?: string }): string
  keptChanged(s: { who?: string; what?: string }): string
  keptNotAllowed: string
}

/** The sentence with a capital at its beginning. */
export const begun = (sentence: string): string => sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1)
