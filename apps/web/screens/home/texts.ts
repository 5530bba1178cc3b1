/** The texts of the home. */
import { defineTexts } from '../../language/texts.js'

export const homeTexts = defineTexts({
  en: {
    today:
      '{due, plural, =0 {No promise is due today} one {# promise is due today} other {# promises are due today}}{overdue, plural, =0 {} one {, # is overdue} other {, # are overdue}}{offered, plural, =0 {} one {, # is offered to you} other {, # are offered to you}}; {visits, plural, =0 {no visit is planned} one {# visit or meeting is planned} other {# visits and meetings are planned}}.',
    noCustomers: 'Your roles have to do with the group itself, not with its customers. What you can do is here.',
    changes: 'With your customers lately',
    noChanges: 'Nothing has happened with your customers since you last looked.',
    rooms: 'Rooms',
    customersAbout: 'Who they are, how each unit stands, and the whole history of each.',
    relationshipsAbout: 'How deep they are, against what each unit wants.',
    opportunitiesAbout: 'What we hope to sell, at which stage, worth what.',
    figuresAbout: 'What has come of it, by country and period, as known then and now.',
    auditAbout: 'Who did what, who looked, and what came in from other systems.',
  },
  fi: {
    today:
      '{due, plural, =0 {Tänään ei eräänny lupauksia} one {Tänään erääntyy # lupaus} other {Tänään erääntyy # lupausta}}{overdue, plural, =0 {} one {, # on myöhässä} other {, # on myöhässä}}{offered, plural, =0 {} one {, # on tarjottu sinulle} other {, # on tarjottu sinulle}}; {visits, plural, =0 {käyntejä ei ole} one {# käynti tai tapaaminen} other {# käyntiä ja tapaamista}}.',
    noCustomers: 'Roolisi koskevat konsernia, eivät sen asiakkaita. Se, mitä voit tehdä, on tässä.',
    changes: 'Asiakkaillesi viime aikoina',
    noChanges: 'Asiakkaillesi ei ole tapahtunut mitään sen jälkeen, kun viimeksi katsoit.',
    rooms: 'Huoneet',
    customersAbout: 'Keitä he ovat, missä kukin yksikkö on heidän kanssaan, ja kunkin koko historia.',
    relationshipsAbout: 'Kuinka syviä ne ovat ja mitä kukin yksikkö tavoittelee.',
    opportunitiesAbout: 'Mitä toivomme myyvämme, missä vaiheessa ja minkä arvosta.',
    figuresAbout: 'Mitä siitä on tullut, maittain ja kausittain, silloin ja nyt tiedettynä.',
    auditAbout: 'Kuka teki mitä, kuka katsoi, ja mitä muista järjestelmistä tuli.',
  },
  sv: {
    today:
      '{due, plural, =0 {Inget löfte förfaller i dag} one {# löfte förfaller i dag} other {# löften förfaller i dag}}{overdue, plural, =0 {} one {, # är försenat} other {, # är försenade}}{offered, plural, =0 {} one {, # erbjuds dig} other {, # erbjuds dig}}; {visits, plural, =0 {inget besök är planerat} one {# besök eller möte är planerat} other {# besök och möten är planerade}}.',
    noCustomers: 'Dina roller gäller koncernen, inte dess kunder. Det du kan göra finns här.',
    changes: 'Hos dina kunder på sistone',
    noChanges: 'Inget har hänt hos dina kunder sedan du senast tittade.',
    rooms: 'Rum',
    customersAbout: 'Vilka de är, hur varje enhet står, och hela historien.',
    relationshipsAbout: 'Hur djupa de är, mot vad varje enhet vill.',
    opportunitiesAbout: 'Vad vi hoppas sälja, i vilket skede, värt vad.',
    figuresAbout: 'Vad det blev, per land och period, som känt då och nu.',
    auditAbout: 'Vem som gjorde vad, vem som läste, och vad som kom från andra system.',
  },
  de: {
    today:
      '{due, plural, =0 {Heute ist keine Zusage fällig} one {Heute ist # Zusage fällig} other {Heute sind # Zusagen fällig}}{overdue, plural, =0 {} one {, # ist überfällig} other {, # sind überfällig}}{offered, plural, =0 {} one {, # wird Ihnen angeboten} other {, # werden Ihnen angeboten}}; {visits, plural, =0 {kein Besuch ist geplant} one {# Besuch oder Treffen ist geplant} other {# Besuche und Treffen sind geplant}}.',
    noCustomers: 'Ihre Rollen betreffen den Konzern, nicht seine Kunden. Was Sie tun können, steht hier.',
    changes: 'Zuletzt bei Ihren Kunden',
    noChanges: 'Bei Ihren Kunden ist nichts geschehen, seit Sie zuletzt hier waren.',
    rooms: 'Räume',
    customersAbout: 'Wer sie sind, wie jede Einheit steht, und die ganze Geschichte.',
    relationshipsAbout: 'Wie tief sie sind, gemessen an dem, was jede Einheit will.',
    opportunitiesAbout: 'Was wir zu verkaufen hoffen, auf welcher Stufe, was es wert ist.',
    figuresAbout: 'Was daraus wurde, nach Land und Zeitraum, damals und heute bekannt.',
    auditAbout: 'Wer was getan hat, wer gelesen hat, und was aus anderen Systemen kam.',
  },
  nb: {
    today:
      '{due, plural, =0 {Ingen løfter forfaller i dag} one {# løfte forfaller i dag} other {# løfter forfaller i dag}}{overdue, plural, =0 {} one {, # er forfalt} other {, # er forfalt}}{offered, plural, =0 {} one {, # tilbys deg} other {, # tilbys deg}}; {visits, plural, =0 {ingen besøk er planlagt} one {# besøk eller møte er planlagt} other {# besøk og møter er planlagt}}.',
    noCustomers: 'Rollene dine gjelder konsernet, ikke kundene. Det du kan gjøre, står her.',
    changes: 'Hos kundene dine i det siste',
    noChanges: 'Ingenting har hendt hos kundene dine siden du sist så.',
    rooms: 'Rom',
    customersAbout: 'Hvem de er, hvordan hver enhet står, og hele historien.',
    relationshipsAbout: 'Hvor dype de er, mot det hver enhet vil.',
    opportunitiesAbout: 'Hva vi håper å selge, på hvilket trinn, verdt hva.',
    figuresAbout: 'Hva det ble, etter land og periode, kjent da og nå.',
    auditAbout: 'Hvem som gjorde hva, hvem som leste, og hva som kom fra andre systemer.',
  },
})
