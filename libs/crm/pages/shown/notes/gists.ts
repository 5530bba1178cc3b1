/** The gists of notes for a reader of another language than a note is in. */
import type { Fact, Guarded, QueryContext } from '#kernel'
import { organization } from '../../../organization/organization.reference.js'
import { languageOf } from '../../../texts/language-of.js'
import { gistsView } from '../../../touchpoints/notes/gists.view.js'

/** Something noted, by its event, on a record. */
export interface Noted {
  event: string
  record: string
  actor: string
  language?: string
}

export class Gists {
  private constructor(private readonly shown: ReadonlyMap<string, Guarded<string>>) {}

  static among(ask: QueryContext<object>, facts: readonly Fact[]): Promise<Gists> {
    return Gists.ofNoted(ask, facts.flatMap(noted))
  }

  static async ofNoted(ask: QueryContext<object>, all: readonly Noted[]): Promise<Gists> {
    const found = foreignTo(ask, all).map(async ({ event, record }) => {
      const gist = await ask.documents.get(gistsView, record)
      return gist ? [[event, gist.gist] as const] : []
    })
    return new Gists(new Map((await Promise.all(found)).flat()))
  }

  /** As the history has them that the facts are of. */
  static within(history: readonly Fact[], ask: QueryContext<object>, facts: readonly Fact[]): Gists {
    const said = history.filter(({ type }) => type === added)
    const gists = new Map(said.map(({ entity, data }) => [entity, data.gist as unknown as Guarded<string>]))
    const found = foreignTo(ask, facts.flatMap(noted)).flatMap(({ event, record }) => {
      const gist = gists.get(record)
      return gist === undefined ? [] : [[event, gist] as const]
    })
    return new Gists(new Map(found))
  }

  /** Those of the facts of both. */
  and({ shown }: Gists): Gists {
    return new Gists(new Map([...this.shown, ...shown]))
  }

  /** @param event id of the first of the fact */
  of(event: string): Guarded<string> | undefined {
    return this.shown.get(event)
  }
}

const added = 'touchpoint.gist-added'

const noted = ({ id: event, type, entity: record, actor, data }: Fact): Noted[] => {
  const language = typeof data.language === 'string' ? data.language : undefined
  return type.startsWith('touchpoint.') && type !== added ? [{ event, record, actor, language }] : []
}

/** What was noted in another language than the reader's. */
function foreignTo(ask: QueryContext<object>, all: readonly Noted[]): readonly Noted[] {
  const reads = languageOf(ask)
  const { members } = ask.referencesToday.get(organization)
  // A note that does not say its language is in that of its writer.
  return all.filter(({ language, actor }) => (language ?? members.get(actor)?.language) !== reads)
}
