/** Who one is, how one reads, what one looks at, and the way out. */
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { question } from '../../api/questions.js'
import { useReason } from '../../api/reason.js'
import { Button } from '../../components/button.js'
import { nameOf } from '../../components/name.js'
import { Failed } from '../../components/notice.js'
import { useLanguage, useTexts } from '../../language/language.js'
import { type Language, languageNames, languages } from '../../language/languages.js'
import { useMe } from '../../reader/me.js'
import { prefer, type Theme, themes } from '../../reader/preferences.js'
import { isAuditor, roomsOf } from '../../reader/rights.js'
import { usePreferences } from '../../reader/use-preferences.js'
import styles from './member-menu.module.css'
import { ReasonForm } from './reason.js'
import { useSignOut } from './sign-out.js'
import { memberTexts } from './texts.js'

export function MemberMenu() {
  const say = useTexts(memberTexts)
  const me = useMe()
  const id = useId()
  const reason = useReason()
  const name = nameOf(me.name) ?? me.id
  return (
    <>
      <button
        type="button"
        className={styles.member}
        popoverTarget={id}
        aria-label={`${initialsOf(name)} · ${say('member', { name })}`}
      >
        <span aria-hidden>{initialsOf(name)}</span>
        {reason !== undefined && <span className={styles.reasoned} aria-hidden />}
      </button>
      <div id={id} popover="auto" className={styles.menu}>
        <p>
          <b>{name}</b>
          <br />
          <span className={styles.quiet}>{me.unit.name}</span>
        </p>
        <LanguageChoice />
        <ThemeChoice />
        {roomsOf(me).length > 1 && <UnitChoice />}
        {isAuditor(me) && <ReasonForm />}
        <SignOut />
      </div>
    </>
  )
}

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')

function LanguageChoice() {
  const say = useTexts(memberTexts)
  const language = useLanguage()
  return (
    <label className={styles.choice}>
      <span>{say('language')}</span>
      <select value={language} onChange={({ target }) => prefer({ language: target.value as Language })}>
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageNames[each]}
          </option>
        ))}
      </select>
    </label>
  )
}

function ThemeChoice() {
  const say = useTexts(memberTexts)
  const { theme } = usePreferences()
  return (
    <label className={styles.choice}>
      <span>{say('theme')}</span>
      <select value={theme} onChange={({ target }) => prefer({ theme: target.value as Theme })}>
        {themes.map((each) => (
          <option key={each} value={each}>
            {say(each)}
          </option>
        ))}
      </select>
    </label>
  )
}

function UnitChoice() {
  const say = useTexts(memberTexts)
  const { unit } = usePreferences()
  const { data } = useQuery(question('/api/v1/units'))
  return (
    <label className={styles.choice}>
      <span>{say('unit')}</span>
      <select value={unit ?? ''} onChange={({ target }) => prefer({ unit: target.value || undefined })}>
        <option value="">{say('wholeGroup')}</option>
        {data?.rows.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function SignOut() {
  const say = useTexts(memberTexts)
  const signOut = useSignOut()
  return (
    <>
      {signOut.error && <Failed error={signOut.error} />}
      <Button disabled={signOut.isPending} onClick={() => signOut.mutate()}>
        {say('signOut')}
      </Button>
    </>
  )
}
