/** How promises are counted in a sentence, in each language. */
import type { TextLanguage } from '#kernel'

interface PromisePhrases {
  promises(s: { open: number; overdue: number }): string
  nextStep(s: { overdue: boolean }): string
}

export const promisePhrases: Readonly<Record<TextLanguage, PromisePhrases>> = {
  en: {
    promises: ({ open, overdue }) => {
      const late = overdue === 0 ? '' : `, ${overdue === 1 ? 'one' : overdue} overdue`
      return `${open === 1 ? 'one promise' : `${open} promises`} open${late}`
    },
    nextStep: ({ overdue }) => `next step open${overdue ? ', overdue' : ''}`,
  },
  fi: {
    promises: ({ open, overdue }) => {
      const late = overdue === 0 ? '' : `, ${overdue === 1 ? 'yksi' : overdue} myöhässä`
      return `${open === 1 ? 'yksi lupaus' : `${open} lupausta`} avoinna${late}`
    },
    nextStep: ({ overdue }) => `seuraava askel avoinna${overdue ? ', myöhässä' : ''}`,
  },
  sv: {
    promises: ({ open, overdue }) => {
      const late = overdue === 0 ? '' : overdue === 1 ? ', ett försenat' : `, ${overdue} försenade`
      return `${open === 1 ? 'ett öppet löfte' : `${open} öppna löften`}${late}`
    },
    nextStep: ({ overdue }) => `nästa steg öppet${overdue ? ', försenat' : ''}`,
  },
  de: {
    promises: ({ open, overdue }) => {
      const late = overdue === 0 ? '' : `, ${overdue === 1 ? 'eine' : overdue} überfällig`
      return `${open === 1 ? 'eine Zusage' : `${open} Zusagen`} offen${late}`
    },
    nextStep: ({ overdue }) => `nächster Schritt offen${overdue ? ', überfällig' : ''}`,
  },
  nb: {
    promises: ({ open, overdue }) => {
      const late = overdue === 0 ? '' : `, ${overdue === 1 ? 'ett forfalt' : `${overdue} forfalte`}`
      return `${open === 1 ? 'ett åpent løfte' : `${open} åpne løfter`}${late}`
    },
    nextStep: ({ overdue }) => `neste steg åpent${overdue ? ', forfalt' : ''}`,
  },
}
