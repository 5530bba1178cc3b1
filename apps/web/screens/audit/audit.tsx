/** Where whoever audits begins: what was recorded, who looked, what waits to be settled. */
import { useTexts } from '../../language/language.js'
import page from '../../look/page.module.css'
import { useMe } from '../../reader/me.js'
import { OfferedAudit } from './offers/offered.js'
import { isOffered } from './offers/offers.js'
import { auditTexts } from './texts/texts.js'

export function Audit() {
  const say = useTexts(auditTexts)
  return (
    <main className={page.page}>
      <title>{`${say('audit')} · Kumppani`}</title>
      <h1>{say('audit')}</h1>
      <p className={page.sentence}>{say(isOffered('replay', useMe()) ? 'about' : 'aboutSystems')}</p>
      <OfferedAudit />
    </main>
  )
}
