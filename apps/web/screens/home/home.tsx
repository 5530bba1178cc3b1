/** Where a day begins: what is due, what happened with my customers, and the rooms. */
import { Link } from '@tanstack/react-router'
import { nameOf } from '../../components/name.js'
import { useFormats, useTexts } from '../../language/language.js'
import page from '../../look/page.module.css'
import { useMe } from '../../reader/me.js'
import { addresses, type Room, roomsOf } from '../../reader/rights.js'
import { shellTexts } from '../../shell/texts.js'
import { OfferedAudit } from '../audit/offers/offered.js'
import { Changes } from './changes.js'
import { Due } from './due.js'
import styles from './home.module.css'
import { homeTexts } from './texts.js'

export function Home() {
  const say = useTexts(homeTexts)
  const formats = useFormats()
  const me = useMe()
  const rooms = roomsOf(me)
  const { promises, visits } = me.today
  const isReader = rooms.includes('customers')
  return (
    <main className={page.page}>
      <p className={styles.day}>{formats.day(me.today.day)}</p>
      <h1>{nameOf(me.name) ?? me.id}</h1>
      {isReader ? (
        <p className={page.sentence}>
          {say('today', {
            due: promises.due,
            overdue: promises.overdue,
            offered: promises.offered,
            visits: visits.today,
          })}
        </p>
      ) : (
        <p className={page.sentence}>{say('noCustomers')}</p>
      )}
      {isReader && <Due />}
      {isReader ? <Changes /> : <OfferedAudit />}
      {isReader && <Rooms of={rooms} />}
    </main>
  )
}

function Rooms({ of }: { of: readonly Room[] }) {
  const say = useTexts(homeTexts)
  const sayShell = useTexts(shellTexts)
  return (
    <nav aria-label={say('rooms')}>
      <ul className={styles.rooms}>
        {of.map((room) => (
          <li key={room}>
            <Link to={addresses[room]}>
              <b>{sayShell(room)}</b>
              <span>{say(`${room}About`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
