/** What headquarters decides: founding, ladder, life-cycle rule, shared history, switches. */
import { Choice, command, type Draft, defineDecider, defineRefusals, type PayloadClass } from '#kernel'
import {
  GroupFounded,
  groupEvents,
  HistorySet,
  LadderSet,
  LifeCycleSet,
  OwningSystemSet,
  SliceSwitched,
} from '../events/group.events.js'
import { organization } from '../organization.reference.js'
import { catalogue } from './organization.resource.js'

interface GroupState {
  founded: boolean
  /** What each rule says, as JSON; of switches by what is switched. */
  set: Readonly<Record<string, string>>
}

export const groupRefusals = defineRefusals({
  'group-founded': [
    'conflict',
    {
      en: 'The group has been founded already.',
      fi: 'Konserni on jo perustettu.',
      sv: 'Koncernen är redan grundad.',
      de: 'Der Konzern ist schon gegründet.',
      nb: 'Konsernet er allerede opprettet.',
    },
  ],
  'group-unknown': [
    'not-found',
    {
      en: 'There is no such group; it is founded first, once.',
      fi: 'Konsernia ei ole vielä; se perustetaan ensin, kerran.',
      sv: 'Koncernen finns inte än; den grundas först, en gång.',
      de: 'Den Konzern gibt es noch nicht; er wird zuerst gegründet, einmal.',
      nb: 'Konsernet finnes ikke ennå; det opprettes først, én gang.',
    },
  ],
  'founding-stays': [
    'rule',
    {
      en: 'Days and amounts were counted in this time zone and currency; they stay.',
      fi: 'Päivät ja summat on laskettu tässä aikavyöhykkeessä ja valuutassa; ne pysyvät.',
      sv: 'Dagar och belopp är räknade i den här tidszonen och valutan; de ligger fast.',
      de: 'Tage und Beträge sind in dieser Zeitzone und Währung gezählt; sie bleiben.',
      nb: 'Dager og beløp er regnet i denne tidssonen og valutaen; de ligger fast.',
    },
  ],
  'ladder-repeats-stage': [
    'rule',
    {
      en: 'Each stage stands once on the ladder.',
      fi: 'Kukin vaihe on portaikossa kerran.',
      sv: 'Varje stadium finns en gång på stegen.',
      de: 'Jede Stufe steht einmal auf der Leiter.',
      nb: 'Hvert trinn står én gang på stigen.',
    },
  ],
  'ladder-repeats-unit': [
    'rule',
    {
      en: 'Each unit has one target at a stage.',
      fi: 'Kullakin yksiköllä on yksi tavoite vaihetta kohti.',
      sv: 'Varje enhet har ett mål per stadium.',
      de: 'Jede Einheit hat ein Ziel je Stufe.',
      nb: 'Hver enhet har ett mål per trinn.',
    },
  ],
  'lost-before-passive': [
    'rule',
    {
      en: 'A customer is passive before it is lost.',
      fi: 'Asiakas on passiivinen ennen kuin se on menetetty.',
      sv: 'En kund är passiv innan den är förlorad.',
      de: 'Ein Kunde ist passiv, bevor er verloren ist.',
      nb: 'En kunde er passiv før den er tapt.',
    },
  ],
})

/** What a fact sets: a rule as a whole, of owning systems and switches one by one. */
function ruleOf({ type, data }: Draft): string {
  const { fieldGroup = '', slice = '', unit = '' } = data as Partial<OwningSystemSet & SliceSwitched>
  return [type, fieldGroup, slice, unit].join(' ')
}

const noted = (state: GroupState, fact: Draft): GroupState => ({
  ...state,
  set: { ...state.set, [ruleOf(fact)]: JSON.stringify(fact.data) },
})

/** A rule that is set anew; what it says already is no change. */
const setting = <C extends object>(
  payload: PayloadClass<C>,
  of: { path: string; about: string; decide: (c: C) => Draft[] },
) =>
  command(
    payload,
    { route: `PUT ${of.path as `/${string}`}`, about: of.about },
    (c: C, { founded, set }: GroupState) =>
      founded
        ? of.decide(c).filter((draft) => set[ruleOf(draft)] !== JSON.stringify(draft.data))
        : groupRefusals('group-unknown'),
  )

const repeats = (values: readonly string[]): boolean => new Set(values).size < values.length

function sliceSwitchOf(switchable: readonly string[]): PayloadClass<SliceSwitched> {
  class SliceSwitch extends SliceSwitched {
    @Choice(switchable) override slice!: string
  }
  return SliceSwitch
}

/** @param switchable names of the slices that units may do without */
export const groupWith = (switchable: readonly string[]) =>
  defineDecider<GroupState>()(groupEvents, {
    name: 'group',
    resource: catalogue,
    initial: { founded: false, set: {} },
    evolve: {
      founded: (state) => ({ ...state, founded: true }),
      ladderSet: noted,
      lifeCycleSet: noted,
      historySet: noted,
      owningSystemSet: noted,
      sliceSwitched: noted,
    },
    filedIn: () => ({ customers: [], contacts: [] }),
    allows: ({ founded }, { type }) => founded === (type !== 'group.founded'),
    restates: {
      founded: (data, _, __, before) =>
        data.timeZone === before.timeZone && data.currency === before.currency ? data : groupRefusals('founding-stays'),
    },
    commands: {
      found: command(
        GroupFounded,
        { route: 'POST /group/:id', about: 'Found the group; once.' },
        (c, _: GroupState, by) =>
          by.present.get(organization).group ? groupRefusals('group-founded') : [groupEvents.founded(c)],
      ),
      setLadder: setting(LadderSet, {
        path: '/group/:id/ladder',
        about: 'Name the stages and set how many relationships are wanted at each, by the group and by units.',
        decide: (c) => {
          if (repeats(c.steps.map(({ stage }) => stage))) groupRefusals('ladder-repeats-stage')
          if (c.steps.some(({ units = [] }) => repeats(units.map(({ unit }) => unit))))
            groupRefusals('ladder-repeats-unit')
          return [groupEvents.ladderSet(c)]
        },
      }),
      setLifeCycle: setting(LifeCycleSet, {
        path: '/group/:id/life-cycle',
        about: 'Set after how many months without income a customer is passive, and lost.',
        decide: (c) =>
          c.lostAfterMonths <= c.passiveAfterMonths
            ? groupRefusals('lost-before-passive')
            : [groupEvents.lifeCycleSet(c)],
      }),
      setHistory: setting(HistorySet, {
        path: '/group/:id/history',
        about: "Say whether units read each other's history.",
        decide: (c) => [groupEvents.historySet(c)],
      }),
      setOwningSystem: setting(OwningSystemSet, {
        path: '/group/:id/owning-systems',
        about: 'Say which system owns a group of customer fields.',
        decide: (c) => [groupEvents.owningSystemSet(c)],
      }),
      switchSlice: setting(sliceSwitchOf(switchable), {
        path: '/group/:id/switches',
        about: 'Switch a part of the platform on or off, for a unit or for all.',
        decide: (c) => [groupEvents.sliceSwitched(c)],
      }),
    },
  })
