/** Addresses of the public's pages. */
export const myCasesPath = '/my';
/** Real-name verification, and where to go on to. */
export const verificationHref = (next: string): string => `/my/verification?next=${encodeURIComponent(next)}`;
export const filingPath = '/file';
export const filedPath = (caseId: string): string => `/file/submitted/${caseId}`;
export const myCasePath = (caseId: string): string => `/my/cases/${caseId}`;
export const myRecordingsPath = (caseId: string): string => `/my/cases/${caseId}/recordings`;
export const myEvidencePath = (caseId: string): string => `/my/cases/${caseId}/evidence`;
/** Recusal, agents. */
export const myPeoplePath = (caseId: string): string => `/my/cases/${caseId}/people`;
export const myTaskPath = (taskId: string): string => `/my/tasks/${taskId}`;
/** A device test beside the task: as often as the participant likes before the hearing. */
export const deviceTestPath = (caseId: string): string => `/my/cases/${caseId}/device-test`;
/** Days on which one cannot attend. */
export const unavailablePath = (caseId: string): string => `/my/cases/${caseId}/unavailable`;
/** What happened to the case at any time is told here. */
export const tellPath = (caseId: string): string => `/my/cases/${caseId}/tell`;
