/** What a brief says of other units that deal with the customer. */
import { standingsSection } from '../../relationships/standings.section.js'
import { defineTopic, line } from '../../shown/topic.js'

export const othersTopic = defineTopic({
  name: 'others',
  order: 110,
  heading: { en: 'Other units', fi: 'Muut yksiköt', sv: 'Andra enheter', de: 'Andere Einheiten', nb: 'Andre enheter' },
  nothing: {
    en: 'No other unit deals with them.',
    fi: 'Mikään muu yksikkö ei hoida asiakasta.',
    sv: 'Ingen annan enhet arbetar med kunden.',
    de: 'Keine andere Einheit betreut den Kunden.',
    nb: 'Ingen annen enhet arbeider med kunden.',
  },
  async lines({ part, subject, names, wording }) {
    const { standings } = await part(standingsSection)
    // Also those where the reader does not see where they stand.
    const all = [...new Set([...standings.map(({ unit }) => unit.id), ...(subject.document?.units ?? [])])]
    if (all.length < 2) return []
    const places = all.map((unit) => names.place(unit, wording).name)
    const from = standings.flatMap((one) => one.from)
    return [line(wording.phrases.alsoAfterIt({ places: wording.list(places) }), { from })]
  },
})
