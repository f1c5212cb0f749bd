/** The roles of `people`, from the fewest rights to the most. */
export const ROLES = ['employee', 'agent', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Whether this role is IT staff and works on other people's tickets. */
export function isStaffRole(role: Role): boolean {
  return role !== 'employee';
}
