/** What a brief says that the customer said, in its own terms. */
import { type Fact, instantOf, type QueryContext, type Texts } from '#kernel'
import { Gists } from '../../pages/shown/notes/gists.js'
import { factsById, refsOf } from '../../pages/shown/refs.js'
import type { CustomerPart } from '../../pages/shown/section.js'
import { defineTopic, line } from '../../pages/shown/topic.js'
import { touchpointHasBegun } from '../touchpoints.queries.js'
import { type SaidTopic, type Saying, saidView, toldTogether } from './said.view.js'

const said: Readonly<Record<SaidTopic, Texts>> = {
  currentSituation: { en: 'Situation', fi: 'Nykytilanne', sv: 'Nuläge', de: 'Lage', nb: 'Situasjon' },
  goals: { en: 'Goals', fi: 'Tavoitteet', sv: 'Mål', de: 'Ziele', nb: 'Mål' },
  challenges: { en: 'Challenges', fi: 'Haasteet', sv: 'Utmaningar', de: 'Herausforderungen', nb: 'Utfordringer' },
  expectations: { en: 'Expectations', fi: 'Odotukset', sv: 'Förväntningar', de: 'Erwartungen', nb: 'Forventninger' },
  nextSteps: { en: 'Next steps', fi: 'Seuraavat askeleet', sv: 'Nästa steg', de: 'Nächste Schritte', nb: 'Neste steg' },
  promisesMade: {
    en: 'Promises made',
    fi: 'Annetut lupaukset',
    sv: 'Givna löften',
    de: 'Gegebene Zusagen',
    nb: 'Gitte løfter',
  },
}

/** Without what was added to a touchpoint that is not there: restated to a later day, or taken back. */
async function saidOfWhatIsThere(
  { journals }: QueryContext<object>,
  told: readonly Saying[],
  facts: ReadonlyMap<string, Fact>,
): Promise<Saying[]> {
  const there = await Promise.all(
    told.map(async ({ event }) => {
      const fact = facts.get(event)
      if (fact?.type !== 'touchpoint.structured') return true
      return touchpointHasBegun(journals.factsOf(await journals.stream(fact.stream)))
    }),
  )
  return told.filter((_, at) => there[at])
}

/** Places at which something of a touchpoint stands first: there its gist is said. */
function firstOfEach(told: readonly Saying[], facts: ReadonlyMap<string, Fact>): ReadonlySet<number> {
  const first = new Map<string, number>()
  for (const [place, { event }] of told.entries()) {
    const touchpoint = facts.get(event)?.entity ?? event
    if (!first.has(touchpoint)) first.set(touchpoint, place)
  }
  return new Set(first.values())
}

interface Told {
  told: Saying[]
  facts: ReadonlyMap<string, Fact>
}

const sayings: CustomerPart<Told> = {
  async read(ask) {
    const where = { column: 'customer', eq: ask.subject.id }
    const { documents } = await ask.documents.find(saidView, { where, limit: 200 })
    const told = toldTogether(documents)
    const events = told.map(({ event }) => event)
    return { told, facts: await factsById(ask, ask.subject.partition, events) }
  },
}

export const saidTopic = defineTopic({
  name: 'said',
  order: 30,
  heading: {
    en: 'What they said',
    fi: 'Mitä he ovat sanoneet',
    sv: 'Vad de har sagt',
    de: 'Was sie gesagt haben',
    nb: 'Hva de har sagt',
  },
  nothing: {
    en: 'Nothing they said about situation, goals, challenges, expectations or plans has been noted.',
    fi: 'Asiakkaan omia sanoja tilanteesta, tavoitteista, haasteista, odotuksista tai aikeista ei ole kirjattu.',
    sv: 'Inget de sagt om läge, mål, utmaningar, förväntningar eller planer har antecknats.',
    de: 'Nichts, was sie zu Lage, Zielen, Herausforderungen, Erwartungen oder Plänen sagten, wurde festgehalten.',
    nb: 'Ingenting de har sagt om situasjon, mål, utfordringer, forventninger eller planer er notert.',
  },
  part: sayings,
  async lines(brief) {
    const { wording } = brief
    const { told, facts } = await brief.part(sayings)
    // Asked for in one turn, so that both are read together.
    const [gists, standing] = await Promise.all([
      Gists.among(brief, [...facts.values()]),
      saidOfWhatIsThere(brief, told, facts),
    ])
    const there = standing.reverse()
    const leads = firstOfEach(there, facts)
    return there.map(({ topic, text, at, on, event }, place) => {
      const what = said[topic][wording.language]
      const day = instantOf(at) && wording.day(on ?? at)
      const words = day === undefined ? what : wording.phrases.onDay({ what, day })
      const gist = leads.has(place) ? gists.of(event) : undefined
      const fact = facts.get(event)
      const language = fact && brief.names.writtenIn(fact)
      return line(words, { quote: text, language, gist, from: refsOf(facts, event) })
    })
  },
})
