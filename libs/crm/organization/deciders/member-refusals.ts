/** What is refused of a member. */
import { defineRefusals } from '#kernel'

export const memberRefusals = defineRefusals({
  'member-exists': [
    'conflict',
    {
      en: 'A member of this code is there already.',
      fi: 'Tämän tunnuksen käyttäjä on jo olemassa.',
      sv: 'En medarbetare med den här koden finns redan.',
      de: 'Ein Mitglied mit diesem Kürzel gibt es schon.',
      nb: 'En medarbeider med denne koden finnes allerede.',
    },
  ],
  'member-unknown': [
    'not-found',
    {
      en: 'There is no such member, or they have left.',
      fi: 'Tällaista käyttäjää ei ole, tai hän on lähtenyt.',
      sv: 'Medarbetaren finns inte, eller har slutat.',
      de: 'Dieses Mitglied gibt es nicht, oder es ist ausgeschieden.',
      nb: 'Medarbeideren finnes ikke, eller har sluttet.',
    },
  ],
  'role-beyond-yours': [
    'forbidden',
    {
      en: 'A manager grants and ends the roles of member and manager, for own units.',
      fi: 'Esihenkilö antaa ja päättää käyttäjän ja esihenkilön rooleja omissa yksiköissään.',
      sv: 'En chef ger och avslutar rollerna medarbetare och chef, i egna enheter.',
      de: 'Eine Leitung vergibt und beendet die Rollen Mitglied und Leitung, in eigenen Einheiten.',
      nb: 'En leder gir og avslutter rollene medarbeider og leder, i egne enheter.',
    },
  ],
  'member-left': [
    'forbidden',
    {
      en: 'This code was that of a member who left, and what they wrote is theirs; only an administrator lets them join again.',
      fi: 'Tämä tunnus oli lähteneellä käyttäjällä, ja hänen kirjoittamansa on hänen; vain ylläpitäjä voi päästää hänet takaisin.',
      sv: 'Koden tillhörde en medarbetare som har slutat, och det som skrevs är dennes; bara en administratör kan släppa in personen igen.',
      de: 'Dieses Kürzel gehörte einem Mitglied, das ausgeschieden ist, und das Geschriebene bleibt bei ihm; nur die Administration kann es wieder aufnehmen.',
      nb: 'Koden tilhørte en medarbeider som har sluttet, og det som ble skrevet, er dennes; bare en administrator kan slippe vedkommende inn igjen.',
    },
  ],
  'identity-taken': [
    'conflict',
    {
      en: 'Another member signs in by this identity.',
      fi: 'Toinen käyttäjä kirjautuu tällä tunnisteella.',
      sv: 'En annan medarbetare loggar in med den här identiteten.',
      de: 'Ein anderes Mitglied meldet sich mit dieser Identität an.',
      nb: 'En annen medarbeider logger inn med denne identiteten.',
    },
  ],
  'last-administrator': [
    'rule',
    {
      en: 'Somebody must administer the group; grant the role to another member first.',
      fi: 'Jonkun on oltava konsernin ylläpitäjä; anna rooli ensin toiselle käyttäjälle.',
      sv: 'Någon måste administrera koncernen; ge först rollen till en annan medarbetare.',
      de: 'Jemand muss den Konzern administrieren; vergeben Sie die Rolle zuerst an ein anderes Mitglied.',
      nb: 'Noen må administrere konsernet; gi først rollen til en annen medarbeider.',
    },
  ],
  'role-of-the-group': [
    'rule',
    {
      en: 'This role is held for the whole group, not for a unit.',
      fi: 'Tämä rooli koskee koko konsernia eikä yksikköä.',
      sv: 'Rollen gäller hela koncernen, inte en enhet.',
      de: 'Diese Rolle gilt für den ganzen Konzern, nicht für eine Einheit.',
      nb: 'Rollen gjelder hele konsernet, ikke en enhet.',
    },
  ],
  'home-unit-unknown': [
    'rule',
    {
      en: 'There is no such selling unit, or it is closed.',
      fi: 'Tällaista myyntiyksikköä ei ole, tai se on suljettu.',
      sv: 'Säljenheten finns inte, eller så är den stängd.',
      de: 'Diese Vertriebseinheit gibt es nicht, oder sie ist geschlossen.',
      nb: 'Salgsenheten finnes ikke, eller den er stengt.',
    },
  ],
})
