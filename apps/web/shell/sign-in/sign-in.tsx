/** The way in: a member of the demo group, a link of this machine, or the company's provider. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { answered, client } from '../../api/client.js'
import { readAnew } from '../../api/reason.js'
import { Answered } from '../../components/answered.js'
import { buttonLink } from '../../components/button.js'
import { Failed } from '../../components/notice.js'
import { useTexts } from '../../language/language.js'
import { wasWriting } from '../../screens/note/draft.js'
import { waysIn } from './asked.js'
import styles from './sign-in.module.css'
import { signInTexts } from './texts.js'

type Begun = { member: string } | { link: string }

function useBegin() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Begun) => answered(client.POST('/api/v1/session', { body })),
    onSuccess: () => {
      readAnew(queries)
      return queries.resetQueries()
    },
  })
}

export function SignIn() {
  const say = useTexts(signInTexts)
  const begin = useBegin()
  const { mutate } = begin
  useEffect(() => {
    const link = new URLSearchParams(location.hash.slice(1)).get('link')
    if (!link) return
    history.replaceState(null, '', location.pathname + location.search)
    mutate({ link })
  }, [mutate])
  return (
    <main className={styles.page}>
      <p className={styles.name}>kumppani</p>
      {wasWriting() && <p role="status">{say('kept')}</p>}
      {begin.error && <Failed error={begin.error} />}
      <Answered of={waysIn()}>
        {({ kind, members }) =>
          kind === 'oidc' ? (
            <Provider />
          ) : members && members.length > 0 ? (
            <Members members={members} onChoose={(member) => begin.mutate({ member })} />
          ) : (
            <p>{say('signInLink')}</p>
          )
        }
      </Answered>
    </main>
  )
}

function Provider() {
  const say = useTexts(signInTexts)
  const returnTo = encodeURIComponent(location.pathname + location.search)
  return (
    <>
      <h1>{say('signIn')}</h1>
      <p>
        <a className={buttonLink} href={`/api/v1/session/provider?returnTo=${returnTo}`}>
          {say('signInProvider')}
        </a>
      </p>
    </>
  )
}

interface MembersProps {
  members: readonly { id: string; name: string; about: string }[]
  onChoose(member: string): void
}

function Members({ members, onChoose }: MembersProps) {
  const say = useTexts(signInTexts)
  return (
    <>
      <h1>{say('signInAs')}</h1>
      <p className={styles.about}>{say('signInAbout')}</p>
      <ul className={styles.members}>
        {members.map(({ id, name, about }) => (
          <li key={id}>
            <button type="button" className={styles.member} onClick={() => onChoose(id)}>
              <b>{name}</b>
              <span>{about}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
