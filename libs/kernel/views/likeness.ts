/**
 * By what documents of a view are like each other. What is compared is kept in one form beside the opened fields, so
 * that who is like whom is told without opening everybody, and without going through all there are.
 */

/** Something by which documents are like each other: what it is, in kebab-case, and its value in one form. */
export interface Trait {
  trait: string
  value: string
}

export interface Likeness<D> {
  /** Of a document as far as its `clear` fields can be opened; those that cannot are not there. */
  of(document: Partial<D>): readonly Trait[]
}

/** Documents that share a trait, by their keys; what the value is stays untold. */
export interface SharedTrait {
  trait: string
  keys: readonly string[]
}

/** A trait as it is kept: found by its value, and by what begins it, what it is. */
export const keptTrait = ({ trait, value }: Trait): string => `${beginningOfTrait(trait)}${value}`

export const beginningOfTrait = (trait: string): string => `${trait} `

export const traitKept = (kept: string): string => kept.slice(0, kept.indexOf(' '))
