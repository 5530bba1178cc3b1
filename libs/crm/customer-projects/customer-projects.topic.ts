/** What a brief says of a customer's own projects. */
import { shown } from '#kernel'
import { RecordHistory } from '../pages/shown/records/record-history.js'
import { defineTopic, line } from '../pages/shown/topic.js'
import { customerProjectsSection } from './customer-projects.section.js'

/** Stands for a name that was erased or is withheld. */
const unnamed = '–'

export const customerProjectsTopic = defineTopic({
  name: 'customer-projects',
  order: 70,
  heading: {
    en: 'Their projects',
    fi: 'Asiakkaan hankkeet',
    sv: 'Deras egna projekt',
    de: 'Ihre eigenen Vorhaben',
    nb: 'Deres egne prosjekter',
  },
  nothing: {
    en: 'Nothing is known of projects of their own.',
    fi: 'Asiakkaan omista hankkeista ei tiedetä mitään.',
    sv: 'Inget är känt om egna projekt.',
    de: 'Über eigene Vorhaben ist nichts bekannt.',
    nb: 'Ingenting er kjent om egne prosjekter.',
  },
  async lines(brief) {
    const { wording } = brief
    // Names of projects stand inside sentences.
    const { projects } = brief.open(await brief.part(customerProjectsSection))
    const lines = projects.map(async ({ id, name, what, decidesOn }) => {
      const called = shown(name) ?? unnamed
      const text = decidesOn ? wording.phrases.onDay({ what: called, day: wording.day(decidesOn) }) : called
      const facts = await RecordHistory.of(brief, `customerproject-${id}`)
      const { beginning } = facts
      const language = beginning && brief.names.writtenIn(beginning)
      return line(text, { quote: what, language, record: id, from: facts.ends() })
    })
    return Promise.all(lines)
  },
})
