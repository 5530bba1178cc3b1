/** The gists of notes for a reader of another language than a note is in. */
import type { Fact, Guarded, QueryContext } from '#kernel'
import { organization } from '../../organization/organization.reference.js'
import { languageOf } from '../../texts/language-of.js'
import { gistsView } from '../../touchpoints/notes/gists.view.js'

export class Gists {
  private constructor(private readonly shown: ReadonlyMap<string, Guarded<string>>) {}

  static async among(ask: QueryContext<object>, facts: readonly Fact[]): Promise<Gists> {
    const reads = languageOf(ask)
    const { members } = ask.referencesToday.get(organization)
    const foreign = facts.filter(({ type, data, actor }) => {
      if (!type.startsWith('touchpoint.')) return false
      // A note that does not say its language is in that of its writer.
      return (data.language ?? members.get(actor)?.language) !== reads
    })
    const found = foreign.map(async ({ id, entity, type }) => {
      const gist = type === 'touchpoint.gist-added' ? undefined : await ask.documents.get(gistsView, entity)
      return gist ? [[id, gist.gist] as const] : []
    })
    return new Gists(new Map((await Promise.all(found)).flat()))
  }

  of({ id }: Fact): Guarded<string> | undefined {
    return this.shown.get(id)
  }
}
