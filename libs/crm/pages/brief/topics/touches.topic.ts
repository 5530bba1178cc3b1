/** What a brief says of who last met the customer. */
import { kindNames } from '../../../touchpoints/touchpoints.queries.js'
import { defineTopic, line } from '../../shown/topic.js'
import { eachStanding } from './each-standing.js'

export const touchesTopic = defineTopic({
  name: 'touches',
  order: 90,
  heading: {
    en: 'Last touches',
    fi: 'Viimeisimmät kohtaamiset',
    sv: 'Senaste kontakter',
    de: 'Letzte Kontakte',
    nb: 'Siste kontakter',
  },
  nothing: {
    en: 'No touch is known.',
    fi: 'Kohtaamisia ei tunneta.',
    sv: 'Inga kontakter är kända.',
    de: 'Kein Kontakt ist bekannt.',
    nb: 'Ingen kontakter er kjent.',
  },
  lines: (brief) =>
    eachStanding(brief, ({ byFunction }, place, { wording }) =>
      byFunction.map(({ function: by, kind, at, atOn, touches: times, gist, from }) => {
        const named = kindNames(kind)?.[wording.language] ?? kind
        const day = at && wording.day(atOn ?? at)
        const text = wording.phrases.touched({ place, kind: named, function: wording.function(by), day, times })
        return line(text, { gist, from })
      }),
    ),
})
