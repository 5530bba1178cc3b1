/** What a brief says of open promises and next steps. */
import { RecordHistory } from '../../pages/shown/records/record-history.js'
import { defineTopic, line } from '../../pages/shown/topic.js'
import { promisePhrases } from './promise-phrases.js'
import { promisesSection } from './promises.section.js'

export const promisesTopic = defineTopic({
  name: 'promises',
  order: 60,
  heading: { en: 'Promises', fi: 'Lupaukset', sv: 'Löften', de: 'Zusagen', nb: 'Løfter' },
  nothing: {
    en: 'No open promise is known.',
    fi: 'Avoimia lupauksia ei tunneta.',
    sv: 'Inget öppet löfte är känt.',
    de: 'Keine offene Zusage ist bekannt.',
    nb: 'Ikke noe åpent løfte er kjent.',
  },
  async lines(brief) {
    const { wording } = brief
    const phrases = promisePhrases[wording.language]
    const { promises } = await brief.part(promisesSection)
    const lines = promises.map(async ({ id, kind, what, language, due, overdue, owner }) => {
      const state =
        kind === 'promise' ? phrases.promises({ open: 1, overdue: overdue ? 1 : 0 }) : phrases.nextStep({ overdue })
      const text = wording.sentence(wording.phrases.onDay({ what: state, day: wording.day(due) }))
      const facts = await RecordHistory.of(brief, `promise-${id}`)
      return line(text, { quote: what, language, who: owner, record: id, from: facts.ends() })
    })
    return Promise.all(lines)
  },
})
