import { type Priority, type StandardCategory, standardCategoryOf, type StatusCode } from '@deskhand/shared';
import type { TicketWords } from './en-ticket.js';

const AND = new Intl.ListFormat('de', { type: 'conjunction' });

const STATUS_LABELS: Readonly<Record<StatusCode, string>> = {
  submitted: 'Eingegangen',
  in_progress: 'In Bearbeitung',
  waiting_requester: 'Wartet auf Sie',
  on_hold: 'Zurückgestellt',
  resolved: 'Gelöst',
  closed: 'Geschlossen',
  cancelled: 'Zurückgezogen',
};

const PRIORITY_LABELS: Readonly<Record<Priority, string>> = {
  low: 'Niedrig',
  normal: 'Normal',
  high: 'Hoch',
  urgent: 'Dringend',
};

const CATEGORY_NAMES: Readonly<Record<StandardCategory, string>> = {
  email: 'E-Mail',
  website: 'Website',
  access: 'Zugänge und Konten',
  hardware: 'Hardware',
  software: 'Software',
  finance: 'Finanzsysteme',
  social: 'Soziale Medien',
  other: 'Sonstiges',
};

/** Everything that mails about tickets say, in German. Deeds are participles: „Adam hat geantwortet und es gelöst“. */
export const DE_TICKET: TicketWords = {
  subject: (number, subject) => `[#${number}] ${subject}`,
  title: (number, subject) => `#${number} · ${subject}`,
  status: (code: StatusCode, isRequester: boolean) =>
    code === 'waiting_requester' && !isRequester ? 'Wartet auf Rückmeldung' : STATUS_LABELS[code],
  priority: (priority: Priority) => PRIORITY_LABELS[priority],
  category: (name) => {
    const standard = standardCategoryOf(name);
    return standard ? CATEGORY_NAMES[standard] : name;
  },

  did: (name, deeds) => `${name} hat ${AND.format(deeds)}`,
  replied: (count) => (count === 1 ? 'geantwortet' : `${count}-mal geantwortet`),
  mentioned: (count) => (count === 1 ? 'Sie in einer Notiz erwähnt' : `Sie in ${count} Notizen erwähnt`),
  assignedToYou: () => 'Ihnen das Ticket zugewiesen',
  tookIt: () => 'das Ticket übernommen',
  filed: () => 'ein Ticket erstellt',
  filedFor: (requester) => `ein Ticket für ${requester} erstellt`,
  filedForYou: () => 'ein Ticket für Sie erstellt',
  movedToCategory: (category) => `das Ticket in die Kategorie „${category}“ verschoben`,
  movedTo: (label) => `das Ticket auf „${label}“ gesetzt`,
  movedBackTo: (label) => `das Ticket auf „${label}“ zurückgesetzt`,
  putOnHold: () => 'das Ticket zurückgestellt',
  resolved: () => 'das Ticket gelöst',
  reopened: () => 'das Ticket wieder geöffnet',
  cancelled: () => 'das Ticket zurückgezogen',
  closed: () => 'das Ticket geschlossen',
  confirmed: () => 'die Lösung bestätigt',
  closedByItself: () => 'Das Ticket wurde automatisch geschlossen',
  isNow: (label) => `Der Status ist jetzt „${label}“`,
  isWorkingOnIt: (name) => `${name} kümmert sich darum`,
  received: () => 'Ihr Ticket ist eingegangen',
  closesSoon: (day) => `Ihr Ticket wird am ${day} geschlossen`,
  several: (sentences) => sentences.join('. '),

  weWillAnswer: () => 'Wir antworten per E-Mail und im Ticket. Dort können Sie jederzeit etwas hinzufügen.',
  answerNeeded: (name) => `${name} braucht Ihre Antwort, um weitermachen zu können.`,
  doesItWork: (day) =>
    `Funktioniert es jetzt? Dann bestätigen Sie es bitte. Falls nicht, öffnen Sie das Ticket wieder und sagen Sie uns, was noch fehlt. Wenn wir nichts von Ihnen hören, wird es am ${day} geschlossen.`,
  stillWorks: (day) =>
    `Wir gehen davon aus, dass Ihr Problem gelöst ist. Falls nicht, öffnen Sie das Ticket vor ${day} wieder; danach können Sie ein neues dazu erstellen.`,
  closedTakesNoMore: () =>
    'Ein geschlossenes Ticket nimmt keine Antworten mehr an. Wenn das Problem wiederkommt, erstellen Sie bitte ein neues Ticket dazu.',

  wrote: (name, time) => `${name}, ${time}`,
  noted: (name, time) => `${name}, ${time} · Interne Notiz: nur das IT-Team sieht sie`,
  attached: (names) => `Angehängt im Ticket: ${names.join(', ')}`,

  facts: {
    status: 'Status',
    reason: 'Grund',
    assignee: 'Zuständig',
    category: 'Kategorie',
    priority: 'Priorität',
    requester: 'Gemeldet von',
  },
  buttons: {
    open: 'Ticket öffnen',
    answer: 'Im Ticket antworten',
    confirm: 'Ja, es funktioniert',
    reopen: 'Nein, wieder öffnen',
  },

  because: {
    requester: 'Sie erhalten diese E-Mail, weil es Ihr Ticket ist.',
    assignee: 'Sie erhalten diese E-Mail, weil Sie für das Ticket zuständig sind.',
    watcher: 'Sie erhalten diese E-Mail, weil Sie in diesem Ticket mitlesen.',
    mentioned: 'Sie erhalten diese E-Mail, weil jemand aus dem IT-Team Sie erwähnt hat.',
    asking: 'Sie erhalten diese E-Mail, weil Sie von neuen Tickets erfahren wollen.',
    helper: 'Sie erhalten diese E-Mail, weil Sie an diesem Ticket mitgearbeitet haben und niemand dafür zuständig ist.',
    category:
      'Diese Adresse erfährt von Tickets dieser Kategorie. Die Administration kann das in den Einstellungen ändern.',
  },
  answerThere: () => 'Bitte antworten Sie im Ticket: Antworten auf diese E-Mail werden nicht gelesen.',
  choose: 'Auswählen, welche E-Mails Sie erhalten',
  stop: 'Solche E-Mails abbestellen',
};
