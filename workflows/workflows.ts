/** What Temporal runs. */
export { courtCase } from './case/workflow.ts';
export { courtHearing } from './hearing/workflow.ts';
export { courtLivestream } from './livestream/workflow.ts';
export { recordingExtract, recordingsRequest } from './recordings/workflow.ts';
