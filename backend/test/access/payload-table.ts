import { type ActivityKind, MAIL_KINDS, PRIORITIES, ROLES, STATUS_CODES } from '@deskhand/shared';
import { isId } from '../../src/platform/ids.js';

type Holds = (value: unknown) => boolean;

const id: Holds = (value) => typeof value === 'string' && isId(value);
const ids: Holds = (value) => Array.isArray(value) && value.every(id);
const orNull =
  (holds: Holds): Holds =>
  (value) =>
    value === null || holds(value);
const word =
  (...of: readonly string[]): Holds =>
  (value) =>
    typeof value === 'string' && of.includes(value);
const words: Holds = (value) => Array.isArray(value) && value.every((each) => /^[a-zA-Z_]{2,30}$/.test(String(each)));
const count: Holds = (value) => Number.isSafeInteger(value);
const flag: Holds = (value) => typeof value === 'boolean';
const address: Holds = (value) => typeof value === 'string' && /^[\da-f.:]{2,45}$/.test(value);
const month: Holds = (value) => typeof value === 'string' && /^\d{4}-\d\d$/.test(value);
/** Settings and filters: names with numbers, flags and words without a blank. */
const short: Holds = (value) =>
  ['number', 'boolean'].includes(typeof value) || (typeof value === 'string' && /^[^\s]{1,60}$/.test(value));
const shorts: Holds = (value) => short(value) || (Array.isArray(value) && value.every(short));
const record: Holds = (value) => typeof value === 'object' && value !== null && Object.values(value).every(short);

const comment = { commentId: id, internal: flag };
const fields = { fields: words };
const view = { shared: flag };

/**
 * What the payload of each kind holds: ids, numbers and words out of a table, and nothing that anybody wrote. `?` marks what may be
 * missing; `*` stands for filters of a list, whose names are its own.
 */
const PAYLOADS: Readonly<Record<ActivityKind, Readonly<Record<string, Holds>>>> = {
  'ticket.created': { number: count, priority: word(...PRIORITIES), categoryId: orNull(id), followsId: orNull(id) },
  'ticket.imported': { number: count, importId: id },
  'ticket.edited': fields,
  'ticket.status_changed': { from: word(...STATUS_CODES), to: word(...STATUS_CODES), automatic: flag },
  'ticket.assigned': { from: orNull(id), to: orNull(id) },
  'ticket.priority_changed': { from: word(...PRIORITIES), to: word(...PRIORITIES) },
  'ticket.category_changed': { from: orNull(id), to: orNull(id) },
  'ticket.change_undone': fields,
  'ticket.deleted': {},
  'ticket.restored': {},
  'ticket.purged': { number: count },
  'comment.added': { ...comment, mentionIds: ids },
  'comment.edited': { ...comment, mentionIds: ids },
  'comment.redacted': comment,
  'attachment.added': { attachmentId: id, commentId: orNull(id) },
  'watcher.added': { watcherId: orNull(id) },
  'watcher.removed': { watcherId: orNull(id) },
  'tickets.exported': { '*': shorts },
  'tickets.imported': { importId: id, created: count, skipped: count, failed: count },
  'trail.exported': { '*': shorts },
  'trail.retired': { month, '*': shorts },
  'person.imported': { importId: id },
  'person.invited': { role: word(...ROLES) },
  'person.invitation_accepted': {},
  'person.registered': {},
  'person.registration_repeated': {},
  'person.confirmation_requested': {},
  'person.address_confirmed': {},
  'person.address_change_requested': {},
  'person.address_change_withdrawn': {},
  'person.address_changed': {},
  'person.reset_requested': {},
  'person.erased': {},
  'person.role_changed': { from: word(...ROLES), to: word(...ROLES) },
  'person.disabled': {},
  'person.enabled': {},
  'person.profile_changed': fields,
  'person.password_changed': { by: word('owner', 'reset_link') },
  'person.reset_link_made': {},
  'session.started': { sessionId: id, kind: word('browser', 'api'), ip: address, newDevice: flag },
  'session.ended': {
    sessionIds: ids,
    reason: word('signed_out', 'ended_by_owner', 'password_changed', 'disabled', 'erased', 'token_reused'),
  },
  'session.token_reused': { sessionId: id },
  'sign_in.refused': { address, count },
  'installation.set_up': { adminId: id },
  'category.created': {},
  'category.changed': fields,
  'status.relabelled': { codes: words },
  'view.created': view,
  'view.changed': { ...view, ...fields },
  'view.deleted': view,
  'snippet.created': view,
  'snippet.changed': { ...view, ...fields },
  'snippet.deleted': view,
  'mail.retried': { mailId: id, kind: word(...MAIL_KINDS) },
  'settings.changed': { ...fields, 'from?': record, 'to?': record },
};

/** What of a payload is not as its kind has it. */
export function faultsOf(kind: ActivityKind, payload: Readonly<Record<string, unknown>>): string[] {
  const shape = PAYLOADS[kind];
  const missing = Object.keys(shape).filter((key) => !/[?*]$/.test(key) && !(key in payload));
  const bad = Object.entries(payload).filter(([key, value]) => {
    const holds = shape[key] ?? shape[`${key}?`] ?? shape['*'];
    return !holds?.(value);
  });
  return [
    ...missing.map((key) => `${kind} lacks ${key}`),
    ...bad.map(([key, value]) => `${kind} holds ${key}: ${JSON.stringify(value)}`),
  ];
}
