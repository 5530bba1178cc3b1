/** Two countries see one hotel group differently: Finland is its main supplier, Norway has all but lost it. */
import { storied } from '../founding/portfolio.js'
import { relation, type World } from '../plan/world.js'
import { nominate } from '../work/relationships/leading.js'
import { moveStage } from '../work/relationships/stages.js'
import { makePromise } from '../work/sales/promising.js'
import { sell } from '../work/sales/selling.js'
import { dayAt, decide, keepInTouch, planAhead } from './telling.js'

export function tellOfDisagreement(world: World): void {
  tellOfFinland(world)
  tellOfNorway(world)
  const sweden = relation(world, storied.disagreeing, 'se')
  keepInTouch(world, sweden, { from: dayAt(world, 7.5), to: dayAt(world, 9.9), every: 60 })
  const asked = 'De bad om ett förslag för hotellen i norr.'
  moveStage(world, sweden, { to: 'exploratory', day: dayAt(world, 8.6), why: asked })
}

/** What Finland sold, by years after the beginning. */
const orders = [
  [0.45, 'HA-CR20', 2],
  [1.3, 'HA-SB15', 3],
  [2.1, 'HA-HC12', 4],
  [3, 'HA-FR12', 2],
  [3.9, 'HA-SA01', 36],
  [4.6, 'HA-BC10', 3],
  [5.6, 'HA-CT03', 4],
  [6.5, 'HA-SL60', 1],
  [7.4, 'HA-UC07', 6],
  [8.3, 'HA-CR20', 2],
  [9.2, 'HA-FR12', 1],
] as const

function tellOfFinland(world: World): void {
  const group = relation(world, storied.disagreeing, 'fi-foodservice')
  const day = (years: number) => dayAt(world, years)
  keepInTouch(world, group, { from: day(0.05), to: day(0.9), every: 20 })
  const asked = 'Ketjun hankintapäällikkö kertoi suunnitelmista ja pyysi tarjousta.'
  moveStage(world, group, { to: 'exploratory', day: day(0.3), why: asked })
  for (const [years, code, pieces] of orders)
    sell(world, group, { day: day(years), outcome: 'won', days: 90, parcel: [[code, pieces]] })
  const first = 'Ensimmäinen tilaus, kaksi kylmähuonetta, on toimitettu ja maksettu.'
  moveStage(world, group, { to: 'basic', day: day(0.95), why: first })
  const regular = 'Tilauksia tulee säännöllisesti, ja molemmin puolin on monta yhteyshenkilöä.'
  moveStage(world, group, { to: 'cooperative', day: day(2.5), why: regular })
  const large = 'Maan suurimpia hotelliketjuja, ja suunnittelee kanssamme.'
  nominate(world, group, { day: day(4), why: large })
  const main = 'Olemme ketjun päätoimittaja, ja johto tapaa johtoa.'
  moveStage(world, group, { to: 'interdependent', day: day(5), why: main })
  keepInTouch(world, group, { from: day(1), to: day(9.97), every: 13, mood: 'good' })
  decide(world, group, { on: day(6), command: 'setTarget', body: { stage: 'integrated', by: day(11) } })
  planAhead(world, group)
}

function tellOfNorway(world: World): void {
  const branch = relation(world, storied.disagreeing, 'no')
  const day = (years: number) => dayAt(world, years)
  keepInTouch(world, branch, { from: day(3), to: day(3.9), every: 25 })
  const asked = 'Finland anbefalte oss, og hotellet i Tromsø ba om tilbud.'
  moveStage(world, branch, { to: 'exploratory', day: day(3.3), why: asked })
  sell(world, branch, { day: day(3.4), outcome: 'won', days: 60, parcel: [['HA-UC07', 2]] })
  const first = 'Den første ordren, to kjøleskap, er levert og betalt.'
  moveStage(world, branch, { to: 'basic', day: day(3.8), why: first })
  sell(world, branch, { day: day(4.6), outcome: 'won', days: 60, parcel: [['HA-CR20', 1]] })
  const regular = 'Begge hotellene bestiller av oss, og flere har kontakt på begge sider.'
  moveStage(world, branch, { to: 'cooperative', day: day(5.3), why: regular })
  keepInTouch(world, branch, { from: day(3.9), to: day(6.9), every: 22 })
  // It comes when the promise is kept.
  sell(world, branch, { day: day(6.5), outcome: 'won', days: 50, parcel: [['HA-FR12', 1]], later: 110 })
  const what = 'Levere fryserommet til Tromsø før sesongen'
  const how = 'Levert og montert, fem uker for sent.'
  const promised = { relation: branch, member: branch.owner, day: day(6.83), what, how, daysLate: 35 }
  makePromise(world, promised, 'kept-late')
  const bad = { topics: ['complaint'], mood: 'bad', about: ['HA-FR12'] } as const
  keepInTouch(world, branch, { from: day(7.02), to: day(7.4), every: 14, ...bad })
  const late = 'Leveransen til Tromsø kom fem uker for sent. De ber om nye tilbud fra alle.'
  moveStage(world, branch, { to: 'exploratory', day: day(7.4), why: late })
  sell(world, branch, {
    ...{ day: day(7.5), outcome: 'lost', days: 70, parcel: [['HA-CR20', 1]], reason: 'relationship', to: 'Isdom' },
    ...{ why: 'Etter forsinkelsen i Tromsø valgte de en annen.' },
  })
  keepInTouch(world, branch, { from: day(7.5), to: day(9.9), every: 45, topics: ['energy', 'records', 'project'] })
}
