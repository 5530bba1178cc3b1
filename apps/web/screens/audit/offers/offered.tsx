/** What of the audit is offered to whoever reads, with how much there is of each. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { question } from '../../../api/questions.js'
import { useFormats, useTexts } from '../../../language/language.js'
import { useMe } from '../../../reader/me.js'
import { useWantsReason } from '../../../shell/member/reason.js'
import styles from '../audit.module.css'
import type { AnyAuditList } from '../lists/list-definition.js'
import { auditLists, isListName } from '../lists/lists.js'
import { ReplayOf } from '../replay/replay-of.js'
import { auditTexts } from '../texts/texts.js'
import { isOffered, type Offer, offerGroups } from './offers.js'

export function OfferedAudit() {
  const say = useTexts(auditTexts)
  const me = useMe()
  const groups = Object.entries(offerGroups) as [keyof typeof offerGroups, readonly Offer[]][]
  return (
    <div className={styles.groups}>
      {groups.map(([group, all]) => {
        const mine = all.filter((offer) => isOffered(offer, me))
        if (mine.length === 0) return null
        return (
          <section key={group} aria-labelledby={`audit-${group}`}>
            <h2 id={`audit-${group}`}>{say(group)}</h2>
            <ul>
              {mine.map((offer) => (
                <li key={offer}>{offer === 'replay' ? <ReplayOf /> : <Offered offer={offer} />}</li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

const addressOf = (offer: Offer): string => `/audit/${offer}`

function Offered({ offer }: { offer: Exclude<Offer, 'replay'> }) {
  const say = useTexts(auditTexts)
  return (
    <Link to={addressOf(offer)} className={styles.offer}>
      <b>{say(offer)}</b>
      <span>{say(`${offer}About`)}</span>
      <Count offer={offer} />
    </Link>
  )
}

const counted = {
  members: '/api/v1/members',
  contradictions: '/api/v1/contradictions',
  'customer-duplicates': '/api/v1/duplicates/customers',
  'contact-duplicates': '/api/v1/duplicates/contacts',
  'customer-merges': '/api/v1/merges',
  'contact-merges': '/api/v1/merges/contacts',
  withheld: '/api/v1/withheld-notes',
  imports: '/api/v1/imports',
} as const

/** Of what only personal values can tell there is no number until a reason is given. */
function Count({ offer }: { offer: Offer }) {
  const path = (counted as Partial<Record<Offer, (typeof counted)[keyof typeof counted]>>)[offer]
  const wants = useWantsReason()
  const isByPersonalValues = isListName(offer) && (auditLists[offer] as AnyAuditList).byPersonalValues === true
  if (isByPersonalValues && wants) return null
  return path ? <CountOf path={path} /> : null
}

/** Passes over all rows: what is not shown is not opened, and nobody is said to have read it. */
const onlyTotal = { limit: 1, skip: 10_000_000 }

function CountOf({ path }: { path: (typeof counted)[keyof typeof counted] }) {
  const formats = useFormats()
  const { data } = useQuery(question(path, { query: onlyTotal }))
  return <span className={styles.count}>{data?.total !== undefined && formats.number(data.total)}</span>
}
