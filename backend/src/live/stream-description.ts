import { getSchemaPath, type ApiResponseOptions } from '@nestjs/swagger';
import { PresenceEventDto } from './presence/presence.dto.js';
import { LiveEventDto } from './event.dto.js';

const ABOUT = `Server-Sent Events. The first one is \`ready\`. Those named by a kind of activity carry a \`LiveEventDto\`; their
\`id\` names the place behind them: sent as \`Last-Event-ID\` it resumes without a gap or a double. \`presence\`, for staff, carries a
\`PresenceEventDto\` and no id. \`reset\` says that something may have been missed: reload what you show. A comment
comes every 15 seconds. The stream ends with its session, and when the reader's role or password changes; a session has at most
ten streams.`;

const ID = 'MDE5M2E3ZTI2ZDBjOjc0NjoxMjA3';

const EXAMPLE = `id: ${ID}
event: ready
data: {}

id: MDE5M2E3ZTI2ZDBjOjc0ODoxMjA4
event: ticket.status_changed
data: {"id":"0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a55","at":"2026-03-31T14:05:09.120Z","actor":{"id":"0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a56","name":"Adam Reed"},"kind":"ticket.status_changed","payload":{"from":"submitted","to":"in_progress","automatic":true},"public":true,"subject":{"type":"ticket","id":"0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a57"},"ticket":{"id":"0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a57","number":1042,"subject":"Printer on floor 3 jams","version":3,"status":"in_progress","assigneeId":null}}

event: presence
data: {"ticketId":"0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a57","people":[{"id":"0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a56","name":"Adam Reed","state":"answering"}]}

: heartbeat
id: MDE5M2E3ZTI2ZDBjOjc0ODoxMjA4

`;

/** How the API's description tells of the stream: OpenAPI 3.1 knows a text, and the schema of what stands in its data. */
export const STREAM_ANSWER: ApiResponseOptions = {
  description: ABOUT,
  content: {
    'text/event-stream': {
      schema: {
        type: 'string',
        description: `\`data\` is a JSON text: ${[LiveEventDto, PresenceEventDto].map(getSchemaPath).join(' or ')}.`,
      },
      example: EXAMPLE,
    },
  },
};
