/** The work queue of the court's staff. */
import { signedIn } from '#api/operation.ts';
import { bulk } from '#api/operations/queue/bulk.ts';
import { addComment, listComments } from '#api/operations/queue/comments.ts';
import { queuePage } from '#api/operations/queue/page.ts';
import { changeView, listViews, removeView, saveView } from '#api/operations/queue/saved-views.ts';
import { snoozeTask, wakeTask } from '#api/operations/queue/snooze.ts';

export const queue = {
  page: signedIn.queue.page.handler(({ input, context }) => queuePage(context, input)),
  comments: signedIn.queue.comments.handler(({ input, context }) => listComments(context, input.taskId)),
  comment: signedIn.queue.comment.handler(({ input, context }) => addComment(context, input)),
  snooze: signedIn.queue.snooze.handler(({ input, context }) => snoozeTask(context, input)),
  wake: signedIn.queue.wake.handler(({ input, context }) => wakeTask(context, input.taskId)),
  bulk: signedIn.queue.bulk.handler(({ input, context }) => bulk(context, input)),
  views: signedIn.queue.views.handler(({ context }) => listViews(context)),
  saveView: signedIn.queue.saveView.handler(({ input, context }) => saveView(context, input)),
  changeView: signedIn.queue.changeView.handler(({ input, context }) => changeView(context, input)),
  removeView: signedIn.queue.removeView.handler(({ input, context }) => removeView(context, input.viewId)),
};
