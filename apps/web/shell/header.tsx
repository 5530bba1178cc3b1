/** The head of every page: where one is, where one can go, and who one is. */
import { Link } from '@tanstack/react-router'
import { Button, Key } from '../components/button.js'
import { useTexts } from '../language/language.js'
import { useMe } from '../reader/me.js'
import { addresses, roomsOf } from '../reader/rights.js'
import styles from './header.module.css'
import { MemberMenu } from './member/member-menu.js'
import { shellTexts } from './texts.js'

export interface HeaderProps {
  onFind(): void
  /** Absent where nothing can be recorded. */
  onRecord: (() => void) | undefined
}

export function Header({ onFind, onRecord }: HeaderProps) {
  const say = useTexts(shellTexts)
  const rooms = roomsOf(useMe())
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.name}>
        kumppani
      </Link>
      <nav className={styles.rooms} aria-label={say('main')}>
        {rooms.map((room) => (
          <Link key={room} to={addresses[room]} className={styles.room} activeProps={{ 'aria-current': 'page' }}>
            {say(room)}
          </Link>
        ))}
      </nav>
      {rooms.includes('customers') && (
        <button type="button" className={styles.find} onClick={onFind}>
          <span>{say('find')}</span> <Key>Ctrl K</Key>
        </button>
      )}
      {onRecord && (
        <Button className={styles.record} shortcut="n" onClick={onRecord}>
          {say('record')}
        </Button>
      )}
      <MemberMenu />
    </header>
  )
}
