/**
 * Families of facts: what facts have in common whatever slice they are of. An event says where it is defined which
 * families it is in and what it says there; views fold the family and know none of its members.
 */
import type { AnyFact } from '../history/fact.js'

/** That an event is in a family, and what its payload says there. */
export interface Membership<P extends object = object> {
  readonly family: Pick<FactFamily<unknown>, 'name' | 'admit'>
  readonly says: (data: P) => unknown
}

/** How a view folds the facts of a family. */
export interface FamilyFold<D> {
  /** The fold for a stored type; undefined for one that is not in the family. */
  foldFor(type: string): ((document: D | undefined, fact: AnyFact) => D | null | undefined) | undefined
}

/** Facts that say a `V`, undefined where a single one of them says nothing. */
export class FactFamily<V> {
  private readonly members = new Map<string, (data: object) => V | undefined>()

  constructor(readonly name: string) {}

  /** What an event lists that is in the family. */
  of<P extends object>(says: (data: P) => V | undefined): Membership<P> {
    return { family: this, says }
  }

  /** Takes a stored type in; whoever defines an event does. */
  admit(type: string, says: (data: never) => unknown): void {
    this.members.set(type, says as (data: object) => V | undefined)
  }

  has(type: string): boolean {
    return this.members.has(type)
  }

  /** What a view lists that folds the family: facts that say nothing are passed over. */
  foldedBy<D>(fold: (document: D | undefined, fact: AnyFact, said: V) => D | null | undefined): FamilyFold<D> {
    return {
      foldFor: (type) => {
        const says = this.members.get(type)
        return (
          says &&
          ((document, fact) => {
            const said = says(fact.data as object)
            return said === undefined ? document : fold(document, fact, said)
          })
        )
      },
    }
  }
}

/** Takes a type into the families that its definition names. */
export function admitted<E extends { type: string; families?: readonly Membership<never>[] }>(definition: E): E {
  for (const { family, says } of definition.families ?? []) family.admit(definition.type, says)
  return definition
}
