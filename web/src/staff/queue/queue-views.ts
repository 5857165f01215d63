/** The lists of the queue: addressed to me, to one of my roles, what I have done. */
export const queueViews = ['mine', 'roles', 'done'] as const;
export type QueueView = (typeof queueViews)[number];
