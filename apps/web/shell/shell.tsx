/** The frame around every screen: who reads, in which language, and where one can go. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { isOfAnother, isSignedOut, Refused, reader } from '../api/client.js'
import { type Me, me } from '../api/questions.js'
import { useReason } from '../api/reason.js'
import { fetched, Unloaded } from '../api/unloaded.js'
import { Button } from '../components/button.js'
import { Failed, Loading } from '../components/notice.js'
import { LanguageOf, useLanguage, useTexts } from '../language/language.js'
import { type Language, languageOf } from '../language/languages.js'
import page from '../look/page.module.css'
import { forgetRooms, remember } from '../reader/ahead.js'
import { MeContext, useMe } from '../reader/me.js'
import { languageExpected } from '../reader/preferences.js'
import { isAuditor, roomOf, roomsOf } from '../reader/rights.js'
import { usePreferences } from '../reader/use-preferences.js'
import { Header } from './header.js'
import { useLater } from './later/later.js'
import { loadAgain } from './later/line.js'
import { UnloadedPage } from './later/unloaded.js'
import { ReasonLine } from './member/reason.js'
import styles from './shell.module.css'
import { useShellKeys } from './shell-keys.js'
import { signInPage } from './sign-in/first.js'
import { shellTexts } from './texts.js'

const sheets = () => fetched(import('./sheets/sheets.js')).then(({ Sheets }) => Sheets)
const recording = () => fetched(import('../screens/note/recording.js')).then(({ Recording }) => Recording)

export function Shell() {
  const { language: preferred } = usePreferences()
  const client = useQueryClient()
  const asked = useQuery({ ...me(), placeholderData: undefined })
  const own = asked.data && languageOf([asked.data.language])
  const language: Language = preferred ?? own ?? languageExpected()
  useEffect(() => {
    if (asked.data) remember(asked.data)
  }, [asked.data])
  // Whatever is asked from here on is answered in this language.
  reader.language = language
  useEffect(() => {
    const isOthers = (error: unknown) => isSignedOut(error) || isOfAnother(error)
    const askWho = () => void client.invalidateQueries({ queryKey: ['/api/v1/me'] })
    const onGone = client.getQueryCache().subscribe(({ query }) => {
      if (query.queryKey[0] !== '/api/v1/me' && isOthers(query.state.error)) askWho()
    })
    const onUnsent = client.getMutationCache().subscribe(({ mutation }) => {
      if (isOthers(mutation?.state.error)) askWho()
    })
    return () => {
      onGone()
      onUnsent()
    }
  }, [client])
  return (
    <LanguageOf language={language} zone={asked.data?.timeZone}>
      <Signed asked={asked} />
    </LanguageOf>
  )
}

interface SignedProps {
  asked: { data: Me | undefined; error: Error | null; refetch(): unknown }
}

function Signed({ asked: { data, error, refetch } }: SignedProps) {
  const isOut = isSignedOut(error)
  const signIn = useLater(signInPage, isOut ? 'now' : 'never')
  useEffect(() => {
    if (isOut) forgetRooms()
  }, [isOut])
  if (isOut) return signIn.Part ? <signIn.Part /> : signIn.isMissing ? <UnloadedPage /> : <Loading />
  if (error && (data === undefined || error instanceof Refused)) {
    return (
      <main className={`${page.page} ${styles.alone}`}>
        <Failed error={error} retry={() => void refetch()} />
      </main>
    )
  }
  if (data === undefined) return <Loading />
  return (
    <MeContext value={data}>
      <Frame key={data.id} />
    </MeContext>
  )
}

function Frame() {
  const say = useTexts(shellTexts)
  const { open, close, find, help, record } = useShellKeys()
  const isWriting = open === 'recording'
  const sheet = useLater(sheets, open === undefined || isWriting ? 'resting' : 'now')
  // Whoever opens it writes on at once.
  const note = useLater(recording, isWriting ? 'now' : record ? 'resting' : 'never')
  return (
    <div className={isAuditor(useMe()) ? styles.audited : undefined}>
      <a className={styles.skip} href="#content">
        {say('skip')}
      </a>
      <Header onFind={find} onRecord={record} />
      <ReasonLine />
      {/* With another reason, or in another language, everything is asked anew. */}
      <div key={`${useLanguage()} ${useReason() ?? ''}`} id="content" tabIndex={-1} className={styles.content}>
        <Inside />
      </div>
      {sheet.Part && <sheet.Part open={open} onClose={close} onHelp={help} onRecord={record} />}
      {note.Part && <note.Part isWriting={isWriting} onClose={close} />}
      {(sheet.isMissing || note.isMissing) && (
        <div className={styles.missing} role="alert">
          <p>{say('missing')}</p>
          <Button onClick={() => void loadAgain()}>{say('reload')}</Button>
          <Button onClick={close}>{say('leave')}</Button>
        </div>
      )}
    </div>
  )
}

/** The screen that the address names; of a room that is not theirs only its name, and that it is not. */
function Inside() {
  const say = useTexts(shellTexts)
  const room = useRouterState({ select: ({ location }) => roomOf(location.pathname) })
  const rooms = roomsOf(useMe())
  if (room === undefined || rooms.includes(room)) return <Outlet />
  return (
    <main className={`${page.page} ${styles.alone}`}>
      <title>{`${say(room)} · Kumppani`}</title>
      <h1>{say(room)}</h1>
      <p role="alert">{say('notYours')}</p>
    </main>
  )
}

/** Where no screen is. */
export function Lost() {
  const say = useTexts(shellTexts)
  return (
    <main className={`${page.page} ${styles.alone}`}>
      <h1>{say('lost')}</h1>
      <p>
        <Link to="/">{say('lostBack')}</Link>
      </p>
    </main>
  )
}

/** Where a screen could not be shown: its code did not come, or a fault is ours. */
export function Broken({ error }: { error: unknown }) {
  return error instanceof Unloaded ? <UnloadedPage /> : <Faulty error={error} />
}

function Faulty({ error }: { error: unknown }) {
  const say = useTexts(shellTexts)
  return (
    <main className={`${page.page} ${styles.alone}`} role="alert">
      <title>Kumppani</title>
      <h1>{say('broken')}</h1>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <p>
        <Button primary onClick={() => location.reload()}>
          {say('reload')}
        </Button>
      </p>
    </main>
  )
}
