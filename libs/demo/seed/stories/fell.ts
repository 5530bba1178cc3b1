/** A chain of canteens for which we were the main supplier turns away step by step, after what we promised was not done. */
import { storied } from '../founding/portfolio.js'
import { relation, type World } from '../plan/world.js'
import { moveStage } from '../work/relationships/stages.js'
import { makePromise } from '../work/sales/promising.js'
import { sell } from '../work/sales/selling.js'
import { dayAt, keepInTouch } from './telling.js'

export function tellOfFall(world: World): void {
  rise(world)
  fall(world)
}

function rise(world: World): void {
  const chain = relation(world, storied.fell, 'se')
  const day = (years: number) => dayAt(world, years)
  keepInTouch(world, chain, { from: day(0.05), to: day(0.9), every: 25 })
  const asked = 'De visade oss centralköket i Mölndal och bad om en offert.'
  moveStage(world, chain, { to: 'exploratory', day: day(0.4), why: asked })
  sell(world, chain, { day: day(0.5), outcome: 'won', days: 70, parcel: [['HA-SL60', 1]] })
  const first = 'Den första ordern, en serveringslinje, är levererad och betald.'
  moveStage(world, chain, { to: 'basic', day: day(0.95), why: first })
  keepInTouch(world, chain, { from: day(1), to: day(5.7), every: 15, mood: 'good' })
  const hot = [['HA-CR20', 1] as const, ['HA-HC12', 2] as const]
  sell(world, chain, { day: day(1.5), outcome: 'won', days: 60, parcel: hot })
  const regular = 'Ordrarna är regelbundna, och flera personer har kontakt på båda sidor.'
  moveStage(world, chain, { to: 'cooperative', day: day(2), why: regular })
  sell(world, chain, { day: day(2.5), outcome: 'won', days: 50, parcel: [['HA-SA01', 36]] })
  sell(world, chain, { day: day(3.1), outcome: 'won', days: 60, parcel: [['HA-FR12', 2]] })
  const main = 'Vi är deras huvudleverantör, och ledningarna träffas två gånger om året.'
  moveStage(world, chain, { to: 'interdependent', day: day(3.6), why: main })
  sell(world, chain, { day: day(4.2), outcome: 'won', days: 50, parcel: [['HA-BC10', 2]] })
  const freezers = [['HA-FR12', 1] as const, ['HA-UF07', 4] as const]
  sell(world, chain, { day: day(5), outcome: 'won', days: 60, parcel: freezers })
}

function fall(world: World): void {
  const chain = relation(world, storied.fell, 'se')
  const day = (years: number) => dayAt(world, years)
  const promise = (years: number, what: string, how: string, fate: 'kept-late' | 'broken' = 'broken') =>
    makePromise(world, { relation: chain, member: chain.owner, day: day(years), what, how }, fate)
  const about = ['HA-FR12', 'HA-SA01']
  keepInTouch(world, chain, { from: day(5.75), to: day(6.4), every: 14, topics: ['complaint'], mood: 'bad', about })
  const [explained, lent] = [
    'Skickat, fast senare än jag lovade.',
    'Det blev ingen lånefrys; de hyrde en av Frostkompaniet.',
  ]
  promise(5.85, 'Förklara skriftligt varför frysrummet i Mölndal isar igen', explained, 'kept-late')
  promise(6.1, 'Ordna en lånefrys medan frysrummet i Mölndal repareras', lent)
  const dragged = 'Reklamationen av frysrummet drog ut på tiden; ledningarna träffas inte längre.'
  moveStage(world, chain, { to: 'cooperative', day: day(6.45), why: dragged })
  sell(world, chain, {
    ...{ day: day(6.5), outcome: 'lost', days: 80, parcel: [['HA-FR12', 2]], reason: 'relationship' },
    ...{ to: 'Frostkompaniet', why: 'De litar inte på våra frysrum efter reklamationen.' },
  })
  const bad = { topics: ['complaint', 'service'], mood: 'bad', about } as const
  keepInTouch(world, chain, { from: day(6.5), to: day(7.7), every: 28, ...bad })
  promise(7.3, 'Lämna en ny offert på serviceavtalet', 'För sent, de hade redan skrivit på med en annan.')
  const service = 'Serviceavtalet gick till en annan leverantör. De beställer bara reservdelar.'
  moveStage(world, chain, { to: 'basic', day: day(7.8), why: service })
  const parts = [['HA-P101', 12] as const, ['HA-P204', 6] as const]
  sell(world, chain, { day: day(8), outcome: 'won', days: 20, parcel: parts, why: 'Bara vi har delarna.' })
  sell(world, chain, {
    ...{ day: day(8.5), outcome: 'lost', days: 60, parcel: [['HA-SL60', 2]], reason: 'price', to: 'Frostkompaniet' },
    ...{ why: 'Lägsta anbud vann, och det var inte vårt.' },
  })
  sell(world, chain, { day: day(9.1), outcome: 'won', days: 20, parcel: [['HA-P101', 8]], why: 'Bara vi har delarna.' })
  keepInTouch(world, chain, { from: day(7.85), to: day(9.95), every: 50, topics: ['energy', 'records', 'project'] })
}
