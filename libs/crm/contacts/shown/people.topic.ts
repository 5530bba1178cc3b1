/** Who a brief says works at the customer. */
import { RecordHistory } from '../../pages/shown/records/record-history.js'
import { defineTopic, line } from '../../pages/shown/topic.js'
import { peopleSection } from './people.section.js'

export const peopleTopic = defineTopic({
  name: 'people',
  order: 80,
  heading: { en: 'People', fi: 'Yhteyshenkilöt', sv: 'Kontaktpersoner', de: 'Ansprechpartner', nb: 'Kontaktpersoner' },
  nothing: {
    en: 'Nobody there is known by name.',
    fi: 'Sieltä ei tunneta ketään nimeltä.',
    sv: 'Ingen där är känd vid namn.',
    de: 'Niemand dort ist mit Namen bekannt.',
    nb: 'Ingen der er kjent ved navn.',
  },
  async lines(brief) {
    const { wording, subject } = brief
    const { people } = await brief.part(peopleSection)
    const lines = people
      .filter(({ current }) => current)
      .map(async ({ contact, name, level, roles, lastTouch, lastTouchOn }) => {
        const said = [wording.level(level), ...roles.map((role) => wording.buyingRole(role))]
        const known = [...said, ...(lastTouch ? [wording.day(lastTouchOn ?? lastTouch)] : [])]
        const facts = await RecordHistory.of(brief, `contact-${contact}`)
        // Who they are, and their post and roles here.
        const from = facts.those(
          ({ type, data }) => type === 'contact.registered' || subject.partition.ids.includes(String(data.customer)),
        )
        return line(known.join(', '), { quote: name, record: contact, from })
      })
    return Promise.all(lines)
  },
})
