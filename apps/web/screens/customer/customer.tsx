/** A customer in full. */
import { getRouteApi } from '@tanstack/react-router'
import { question } from '../../api/questions.js'
import { Answered } from '../../components/answered.js'
import page from '../../look/page.module.css'
import { momentIn } from '../../shell/root.js'
import { PastOf } from './score/past-of.js'
import { ScoreSection } from './score/score-section.js'

const route = getRouteApi('/customers/$id')

export function Customer() {
  const { id } = route.useParams()
  const moment = momentIn({ ...route.useSearch() })
  const navigate = route.useNavigate()
  return (
    <main className={page.page}>
      <PastOf id={id} moment={moment} onMoment={(to) => void navigate({ search: to, resetScroll: false })} />
      <Answered of={question('/api/v1/customers/{id}', { path: { id }, query: moment })}>
        {({ name, sentence }) => (
          <>
            <h1>{name}</h1>
            <p className={page.sentence}>{sentence}</p>
          </>
        )}
      </Answered>
      <ScoreSection
        id={id}
        moment={moment}
        onMoment={(to) => void navigate({ search: to, resetScroll: false })}
        onPeriod={() => undefined}
      />
    </main>
  )
}
