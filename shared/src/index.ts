export * from './activity-kinds.js';
export * from './error-codes.js';
export * from './limits.js';
export * from './permissions.js';
export * from './priorities.js';
export * from './roles.js';
export * from './statuses.js';
export * from './ticket-rules.js';
