/** The sheet that lists the keys. */
import { useState } from 'react'
import { Key } from '../../components/button.js'
import { Sheet } from '../../components/sheet.js'
import { useTexts } from '../../language/language.js'
import { useMe } from '../../reader/me.js'
import { roomsOf } from '../../reader/rights.js'
import { toolTexts } from '../../score/tool-texts.js'
import { noteKinds } from '../../screens/note/draft.js'
import { useMayRecord } from '../member/may-record.js'
import { goKeys } from '../shell-keys.js'
import { shellTexts } from '../texts.js'
import styles from './keys-help.module.css'
import { sheetTexts } from './texts.js'

/** Keys, and what they do. */
type Row = [string[], string]

/** What works for nobody without it is not told. */
const only = (works: boolean, ...rows: Row[]): Row[] => (works ? rows : [])

export function KeysHelp({ onClose }: { onClose(): void }) {
  const say = useTexts(sheetTexts)
  const sayShell = useTexts(shellTexts)
  const sayOfTime = useTexts(toolTexts)
  const rooms = roomsOf(useMe())
  const mayRecord = useMayRecord()
  const places = Object.entries(goKeys).filter(([, place]) => place === 'home' || rooms.includes(place))
  const canFind = rooms.includes('customers')
  const hasLists = rooms.length > 0
  const [hasSearch] = useState(() => document.querySelector('main input[type="search"]') !== null)
  const rows: Row[] = [
    ...only(canFind, [['Ctrl K', '⌘ K'], say('keyPalette')]),
    ...only(
      mayRecord,
      [['n'], say('keyRecord')],
      [['Alt 1', `Alt ${noteKinds.length}`], say('keyKind')],
      [['Alt 0'], say('keyBegun')],
      [['Ctrl ↵', '⌘ ↵'], say('keySend')],
    ),
    ...places.map(([key, place]): Row => [[`g ${key}`], say('keyGo', { place: sayShell(place) })]),
    ...only(hasSearch, [['/'], say('keySearch')]),
    ...only(hasLists, [['j', 'k'], say('keyMove')], [['Enter'], say('keyOpen')]),
    ...only(
      canFind,
      [['d'], sayOfTime('keyDay')],
      [['[', ']'], sayOfTime('keyStep')],
      [['Space'], sayOfTime('keyPlay')],
      [['+', '−', '0'], sayOfTime('keyZoom')],
      [[',', '.'], sayOfTime('keyPan')],
      [['Alt ←', 'Alt →'], sayOfTime('keyAlone')],
      [['Shift ←', 'Shift →'], sayOfTime('keyStretch')],
    ),
    [['Esc'], say('keyBack')],
    [['?'], say('keyHelp')],
  ]
  return (
    <Sheet title={say('keys')} onClose={onClose}>
      <p>{say('keysAbout')}</p>
      <dl className={styles.keys}>
        {rows.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <Key key={key}>{key}</Key>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
