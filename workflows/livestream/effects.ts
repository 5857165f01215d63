/**
 * What an approval does on the outside: the SMS to each who takes part (N1), and the form (N-form), one version after
 * the other. Neither holds anything up: what fails parks with operations, and the end of the approval waits for it.
 *
 * When the worker dies, the activities are tried again under the same keys, and nothing happens twice.
 */
import { condition } from '@temporalio/workflow';
import { formOf, isFormDue } from '#domain/livestream/form.ts';
import type { Participant } from '#domain/case/types.ts';
import { court, documents } from '../support/activities.ts';
import type { CourtLivestream } from './court-livestream.ts';

/** N1: told beforehand, by SMS beside the task. */
export function sendNotice(the: CourtLivestream, { participantId }: Participant): void {
  const { caseId, hearingId } = the.input;
  the.accompany(async () => {
    const sent = await the.steps.attempt('sendLivestreamNotice', court.sendLivestreamNotice, { caseId, hearingId, participantId, opening: the.approval.opening });
    if (sent.done) the.journal.note('livestream-notice-sent', { hearingId, participantId, effectKey: sent.value.effectKey });
  });
}

/** A new version whenever anything on the form changes; what changes while one is being made goes into the next. */
export class FormKeeper {
  private kept = '';
  private version = 0;
  private making = false;

  constructor(private readonly the: CourtLivestream) {
    void this.run();
  }

  /** The form in the file is what the approval says now. */
  get current(): boolean {
    return !this.making && !this.isDue();
  }

  private isDue(): boolean {
    return isFormDue(this.the.approval) && JSON.stringify(formOf(this.the.approval)) !== this.kept;
  }

  private async run(): Promise<void> {
    const { steps, journal, input: { caseId, hearingId } } = this.the;
    for (;;) {
      await condition(() => this.isDue());
      const form = formOf(this.the.approval);
      this.making = true;
      this.kept = JSON.stringify(form);
      const made = await steps.attempt('makeLivestreamForm', documents.makeLivestreamForm, { caseId, hearingId, version: this.version + 1, form });
      if (made.done) {
        this.version += 1;
        journal.note('livestream-form-kept', { hearingId, version: this.version, fileId: made.value.fileId });
      }
      this.making = false;
    }
  }
}
