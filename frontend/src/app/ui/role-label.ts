import type { Role } from '@deskhand/shared';

export function roleLabel(role: Role): string {
  switch (role) {
    case 'employee':
      return $localize`Employee`;
    case 'agent':
      return $localize`Agent`;
    case 'admin':
      return $localize`Admin`;
  }
}
