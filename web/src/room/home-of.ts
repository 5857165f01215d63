import { deskPath } from '#web/paths.ts';
import { myCasePath, myCasesPath } from '#web/party/party-paths.ts';

/** Where people come from and go back to: the court's desk, or the person's own cases. */
export const homeOf = (staff: boolean): string => (staff ? deskPath : myCasesPath);
export const caseOf = (staff: boolean, caseId: string): string => (staff ? `${deskPath}/cases/${caseId}` : myCasePath(caseId));
