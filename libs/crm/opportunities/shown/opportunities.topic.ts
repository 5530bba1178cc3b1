/** What a brief says of open opportunities. */
import { shown } from '#kernel'
import { RecordHistory } from '../../pages/shown/records/record-history.js'
import { defineTopic, line } from '../../pages/shown/topic.js'
import { opportunitiesSection } from './opportunities.section.js'

export const opportunitiesTopic = defineTopic({
  name: 'opportunities',
  order: 50,
  heading: {
    en: 'Open opportunities',
    fi: 'Avoimet myyntimahdollisuudet',
    sv: 'Öppna affärsmöjligheter',
    de: 'Offene Verkaufschancen',
    nb: 'Åpne salgsmuligheter',
  },
  nothing: {
    en: 'No open opportunity is known.',
    fi: 'Avoimia myyntimahdollisuuksia ei tunneta.',
    sv: 'Ingen öppen affärsmöjlighet är känd.',
    de: 'Keine offene Verkaufschance ist bekannt.',
    nb: 'Ingen åpen salgsmulighet er kjent.',
  },
  async lines(brief) {
    const { names, wording } = brief
    // Names of deals stand inside sentences.
    const { opportunities } = brief.open(await brief.part(opportunitiesSection))
    const lines = opportunities.map(async ({ id, name, unit, value, probability, closesOn, owner }) => {
      const details = [
        names.place(unit.id, wording).name,
        value && wording.money(value),
        probability === undefined ? undefined : `${probability} %`,
        closesOn && wording.day(closesOn),
      ]
      const text = [shown(name), ...details].filter((detail) => detail !== undefined).join(', ')
      return line(text, { who: owner, record: id, from: (await RecordHistory.of(brief, `opportunity-${id}`)).ends() })
    })
    return Promise.all(lines)
  },
})
