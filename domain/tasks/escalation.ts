/**
 * To whom a task that is overdue goes up: to the head of the case's division, once. What waits for an office of that rank
 * goes one step further up, because nobody is reminded by themselves (docs/decisions/0005).
 */
import type { StaffRole, TaskRole } from '#domain/people/roles.ts';

export const escalationRoles = ['divisionHead', 'vicePresident', 'courtPresident'] as const satisfies readonly StaffRole[];
export type EscalationRole = (typeof escalationRoles)[number];

/** @param role whom the task is addressed to */
export function escalatesTo(role: TaskRole): EscalationRole {
  switch (role) {
    case 'divisionHead':
    // The trial management office and the managers belong to no division.
    case 'trialManagementOffice':
    case 'manager':
      return 'vicePresident';
    case 'vicePresident':
    case 'courtPresident':
      return 'courtPresident';
    case 'filingClerk':
    case 'clerk':
    case 'judge':
    case 'peoplesAssessor':
    case 'technician':
    case 'operations':
    case 'participant':
      return 'divisionHead';
  }
}
