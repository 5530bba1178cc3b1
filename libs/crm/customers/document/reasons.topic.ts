/** What a brief says of why a customer buys, as the register has it. */
import type { Guarded, Texts } from '#kernel'
import { defineTopic, line } from '../../pages/shown/topic.js'
import { registerSection } from './register.section.js'

const reasons: Readonly<Record<string, Texts>> = {
  whyBuys: {
    en: 'Why they buy',
    fi: 'Miksi he ostavat',
    sv: 'Varför de köper',
    de: 'Warum sie kaufen',
    nb: 'Hvorfor de kjøper',
  },
  expects: {
    en: 'What they expect',
    fi: 'Mitä he odottavat',
    sv: 'Vad de väntar sig',
    de: 'Was sie erwarten',
    nb: 'Hva de venter seg',
  },
  gains: {
    en: 'What they gain',
    fi: 'Mitä he hyötyvät',
    sv: 'Vad de vinner',
    de: 'Was sie gewinnen',
    nb: 'Hva de vinner',
  },
}

export const reasonsTopic = defineTopic({
  name: 'reasons',
  order: 20,
  heading: {
    en: 'Why they buy',
    fi: 'Miksi he ostavat',
    sv: 'Varför de köper',
    de: 'Warum sie kaufen',
    nb: 'Hvorfor de kjøper',
  },
  nothing: {
    en: 'Nobody has written down why they buy, what they expect or what they gain.',
    fi: 'Kukaan ei ole kirjannut, miksi he ostavat, mitä odottavat tai mitä hyötyvät.',
    sv: 'Ingen har antecknat varför de köper, vad de väntar sig eller vad de vinner.',
    de: 'Niemand hat festgehalten, warum sie kaufen, was sie erwarten oder was sie gewinnen.',
    nb: 'Ingen har skrevet ned hvorfor de kjøper, hva de venter seg eller hva de vinner.',
  },
  async lines({ part, wording }) {
    const { register } = await part(registerSection)
    return Object.entries(reasons).flatMap(([name, texts]) =>
      register.fields
        .filter(({ field }) => field === name)
        .map(({ value, from }) => line(texts[wording.language], { quote: value as Guarded<string>, from })),
    )
  },
})
