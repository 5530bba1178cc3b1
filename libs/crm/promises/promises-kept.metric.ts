/** Do we keep our word? */
import { defineMetric, standingMetric } from '#kernel'
import { bySector } from '../customers/document/sector.dimension.js'
import { byMember, byUnit } from '../organization/organization.dimension.js'
import { promises } from './promises.view.js'

export const promisesKept = defineMetric({
  name: 'promises-kept',
  label: {
    en: 'Promises kept',
    fi: 'Pidetyt lupaukset',
    sv: 'Hållna löften',
    de: 'Gehaltene Zusagen',
    nb: 'Holdte løfter',
  },
  kind: 'ratio',
  unit: 'percent',
  better: 'higher',
  owner: 'management',
  question: {
    en: 'Do we keep our word?',
    fi: 'Pidämmekö sanamme?',
    sv: 'Håller vi vårt ord?',
    de: 'Halten wir Wort?',
    nb: 'Holder vi ord?',
  },
  formula: {
    en: 'promises kept in time ÷ promises due, by the day they are due; only accepted promises, not next steps; a promise that was moved on the day it was moved to; a day counts once it is over',
    fi: 'ajoissa pidetyt lupaukset ÷ erääntyvät lupaukset, eräpäivän mukaan; vain vastuulle otetut lupaukset, ei seuraavia askelia; siirretty lupaus päivänä, johon se siirrettiin; päivä lasketaan, kun se on ohi',
    sv: 'löften som hållits i tid ÷ löften som förfaller, efter förfallodagen; bara övertagna löften, inte nästa steg; ett flyttat löfte den dag det flyttades till; en dag räknas när den är över',
    de: 'rechtzeitig eingehaltene Zusagen ÷ fällige Zusagen, nach dem Tag der Fälligkeit; nur übernommene Zusagen, keine nächsten Schritte; eine verschobene Zusage an dem Tag, auf den sie verschoben wurde; ein Tag zählt, sobald er vorbei ist',
    nb: 'løfter holdt i tide ÷ løfter som forfaller, etter forfallsdagen; bare overtatte løfter, ikke neste steg; et utsatt løfte den dagen det ble utsatt til; en dag telles når den er over',
  },
  of: promises,
  dimensions: [...byUnit, byMember, bySector],
  // An open promise counts as broken on the day it is due, until it is kept: time alone breaks it, once that day is over.
  counts: 'once-over',
  measure: standingMetric(({ kind, status, due, unit, owner }) =>
    kind === 'promise' && owner !== undefined && (status === 'open' || status === 'kept' || status === 'kept-late')
      ? [{ on: due, unit, member: owner, value: status === 'kept' ? 1 : 0, whole: 1 }]
      : [],
  ),
})
